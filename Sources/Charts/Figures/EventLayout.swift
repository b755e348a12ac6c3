/// Where the marks of ``EventAxis`` lie.
struct EventLayout {
    private let chart: EventAxis
    private let scale: LinearScale
    private static let markHeight = 34.0
    private static let courseHeight = 64.0

    init(_ chart: EventAxis, width: Double) {
        self.chart = chart
        let positions = (chart.marks.map(\.position) + [chart.now.position] + (chart.next.map { [$0.position] } ?? []))
            .filter(\.isDrawable)
        let first = positions.min() ?? 0
        let last = positions.max() ?? 1
        // A little air at both ends, so that no mark stands on the edge.
        let margin = max((last - first) * 0.02, 1)
        let low = first - margin
        scale = LinearScale(domain: low...max(last + margin, low + 1), start: 1, end: width - 1)
    }

    func draw(on drawing: inout Drawing) {
        drawAbove(on: &drawing)
        let top = drawing.top
        let axis = top + Self.markHeight
        drawing.line(x1: 0, y1: axis, x2: drawing.width, y2: axis, paint: .rule)
        for mark in chart.marks.suffix(EventAxis.mostMarks) where mark.position.isDrawable {
            let x = scale(mark.position)
            drawing.rectangle(
                x: x - 1.5, y: top + 8, width: 3, height: Self.markHeight - 8, paint: .series(.blue), radius: 1, hint: mark.label)
        }
        if chart.now.position.isDrawable {
            let x = scale(chart.now.position)
            let bottom = axis + (chart.course == nil ? 4 : Self.courseHeight + drawing.sizes.label + 20)
            drawing.line(x1: x, y1: top - 2, x2: x, y2: bottom, paint: .ink, width: 1.5)
        }
        if let next = chart.next, next.position.isDrawable {
            let x = min(max(scale(next.position), 8), drawing.width - 8)
            let y = axis - Self.markHeight / 2 + 3
            drawing.line(x1: x, y1: y, x2: x, y2: axis, paint: .series(.green), width: 1.5, dashes: "3 2")
            drawing.area([(x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y)], paint: .series(.green), hint: next.label)
        }
        drawing.top = axis + 6
        drawCourse(on: &drawing)
        drawTicks(on: &drawing)
        drawKey(on: &drawing)
    }

    /// The names of now and of what is expected next: beside each other above the marks, one below the other where that is too narrow.
    private func drawAbove(on drawing: inout Drawing) {
        let size = drawing.sizes.label
        drawing.top += 2
        let now = TextMeasure.fitted(chart.now.label, within: drawing.width, size: size)
        let nowWidth = TextMeasure.width(now, size: size)
        let nowX = chart.now.position.isDrawable ? scale(chart.now.position) : drawing.width
        guard let next = chart.next, next.position.isDrawable else {
            drawing.text(now, x: nowX, y: drawing.top + size, size: size, anchor: .middle, paint: .muted)
            drawing.top += size + 6
            return
        }
        let shown = TextMeasure.fitted(next.label, within: drawing.width, size: size, weight: .bold)
        let nextWidth = TextMeasure.width(shown, size: size, weight: .bold)
        let nextLeft = min(max(scale(next.position) - nextWidth / 2, 0), drawing.width - nextWidth)
        let fits = nextLeft >= nowWidth + 12
        let farthest = fits ? nextLeft - nowWidth - 12 : drawing.width - nowWidth
        drawing.text(now, x: min(max(nowX - nowWidth / 2, 0), farthest), y: drawing.top + size, size: size, paint: .muted)
        if !fits { drawing.top += (size * 1.4).rounded() }
        drawing.text(shown, x: nextLeft, y: drawing.top + size, size: size, weight: .bold, paint: .words(.green))
        drawing.top += size + 6
    }

    private func drawCourse(on drawing: inout Drawing) {
        guard let course = chart.course, chart.now.position.isDrawable else { return }
        let size = drawing.sizes.label
        drawing.top += 6
        drawing.text(course.title, x: 0, y: drawing.top + size, size: size, weight: .bold)
        drawing.top += size + 8
        let floor = drawing.top + Self.courseHeight
        drawing.line(x1: 0, y1: drawing.top, x2: drawing.width, y2: drawing.top, paint: .grid)
        let most = max(1, Int(drawing.width / EventAxis.pixelsPerStep))
        let stride = max(1, (course.steps.count + most - 1) / most)
        let steps = course.steps.enumerated().filter { $0.offset % stride == 0 && $0.element.position.isDrawable }.map(\.element)
        for (place, step) in steps.enumerated() {
            let end = place + 1 < steps.count ? steps[place + 1].position : chart.now.position
            let left = scale(step.position)
            let right = scale(end)
            guard right > left else { continue }
            let level = step.level.isDrawable ? min(max(step.level, 0), 1) : 0
            let height = max(level * Self.courseHeight, 1)
            drawing.rectangle(
                x: left, y: floor - height, width: right - left + 0.3, height: height, paint: .series(step.color), hint: step.label)
        }
        drawing.line(x1: 0, y1: floor, x2: drawing.width, y2: floor, paint: .rule)
        drawing.text(course.ends.high, x: drawing.width, y: drawing.top - 3, size: size, anchor: .end, paint: .muted)
        drawing.text(course.ends.low, x: drawing.width, y: floor - 3, size: size, anchor: .end, paint: .muted)
        drawing.top = floor + 6
    }

    private func drawTicks(on drawing: inout Drawing) {
        let size = drawing.sizes.label
        var free = -Double.infinity
        for tick in chart.ticks where tick.position.isDrawable && scale.domain.contains(tick.position) {
            let label = TextMeasure.fitted(tick.label, within: drawing.width / 3, size: size)
            let width = TextMeasure.width(label, size: size)
            let x = scale(tick.position)
            let left = min(max(x - width / 2, 0), drawing.width - width)
            guard left >= free else { continue }
            drawing.line(x1: x, y1: drawing.top - 3, x2: x, y2: drawing.top + 2, paint: .rule)
            drawing.text(label, x: left, y: drawing.top + size + 3, size: size, paint: .muted)
            free = left + width + 10
        }
        drawing.top += size + 10
    }

    private func drawKey(on drawing: inout Drawing) {
        var entries: [(mark: Drawing.KeyMark, name: String)] = [(.box(.series(.blue), outline: nil), chart.markTitle)]
        if let course = chart.course {
            for meaning in course.meanings { entries.append((.box(.series(meaning.color), outline: nil), meaning.text)) }
        }
        drawing.key(entries)
    }
}
