/// Where the bars of ``RankedBars`` lie.
struct RankedLayout {
    private let chart: RankedBars
    private let items: [RankedBars.Item]
    /// On a phone the name stands above its bar, so that both have room.
    private let namesAbove: Bool
    private let size: Double
    /// The names, on one line or two.
    private let names: [[String]]
    private let nameWidth: Double
    private let nameHeight: Double
    private let barHeight: Double
    /// Of each row: those with a name on two lines are higher.
    private let rowHeights: [Double]
    private let ticks: Ticks
    private let scale: LinearScale

    init(_ chart: RankedBars, items: [RankedBars.Item], drawing: Drawing) {
        self.chart = chart
        self.items = items
        size = drawing.sizes.body
        namesAbove = drawing.isNarrow
        let size = size
        let valueWidth = items.map { TextMeasure.width($0.valueText, size: size, weight: .bold) }.max() ?? 0
        let widestName = items.map { TextMeasure.width($0.label, size: size) }.max() ?? 0
        let nameRoom = namesAbove ? max(drawing.width - valueWidth - 14, drawing.width * 0.5) : drawing.width * 0.36
        nameWidth = min(widestName, nameRoom).rounded(.up)
        let within = nameWidth
        names = items.map { TextMeasure.lines($0.label, within: within, size: size, atMost: 2) }
        let lineHeight = size * 1.25
        nameHeight = lineHeight
        barHeight = namesAbove ? 13 : (size * 1.3).rounded()
        let besides = namesAbove ? barHeight + 12 : 11
        rowHeights = names.map { (Double(max($0.count, 1)) * lineHeight + besides).rounded() }

        let values = items.map { $0.value.isDrawable ? $0.value : 0 }
        let low = min(values.min() ?? 0, 0)
        let high = max(values.max() ?? 0, 0)
        ticks = Ticks(covering: low, high, steps: namesAbove ? 3 : 4, smallestStep: chart.valueAxis.smallestStep)
        let room = namesAbove ? 1 : min(valueWidth + 8, drawing.width * 0.3)
        let left = namesAbove ? 1 : nameWidth + 12
        let start = low < 0 ? left + room : left
        scale = LinearScale(domain: ticks.domain, start: start, end: max(drawing.width - room, start + 40))
    }

    func draw(on drawing: inout Drawing) {
        drawing.paragraph(chart.valueAxis.title, size: drawing.sizes.label, paint: .muted)
        let first = drawing.top + drawing.sizes.label + 14
        drawTicks(above: first - 8, on: &drawing)
        drawing.top = first
        for (place, item) in items.enumerated() {
            let rowHeight = rowHeights[place]
            drawGrid(from: drawing.top, rowHeight: rowHeight, isFirst: place == 0, on: &drawing)
            draw(item, names[place], y: drawing.top, rowHeight: rowHeight, on: &drawing)
            drawing.top += rowHeight
        }
        drawing.top += 2
    }

    private func drawTicks(above baseline: Double, on drawing: inout Drawing) {
        var free = -Double.infinity
        for value in ticks.values {
            let label = TextMeasure.fitted(chart.valueAxis.tick(value), within: drawing.width / 2, size: drawing.sizes.label)
            let width = TextMeasure.width(label, size: drawing.sizes.label)
            let left = min(max(scale(value) - width / 2, 0), drawing.width - width)
            guard left >= free else { continue }
            drawing.text(label, x: left, y: baseline, size: drawing.sizes.label, paint: .muted)
            free = left + width + 10
        }
    }

    /// The lines of the ticks through one row; where names stand above the bars, only behind the bar.
    private func drawGrid(from y: Double, rowHeight: Double, isFirst: Bool, on drawing: inout Drawing) {
        let top = namesAbove ? y + rowHeight - barHeight - 12 : y - (isFirst ? 3 : 0)
        let bottom = namesAbove ? y + rowHeight - 6 : y + rowHeight
        for value in ticks.values {
            let x = scale(value)
            drawing.line(x1: x, y1: top, x2: x, y2: bottom, paint: value == 0 ? .rule : .grid)
        }
    }

    private func draw(_ item: RankedBars.Item, _ name: [String], y: Double, rowHeight: Double, on drawing: inout Drawing) {
        let barTop = namesAbove ? y + rowHeight - barHeight - 9 : y + (rowHeight - barHeight) / 2
        let value = item.value.isDrawable ? item.value : 0
        let zero = scale(0)
        let end = scale(value)
        let valueText = item.value.isDrawable ? item.valueText : ChartTable.missing
        if value != 0 {
            drawing.rectangle(
                x: min(zero, end), y: barTop, width: max(abs(end - zero), 1), height: barHeight, paint: .series(item.color ?? .blue),
                hint: "\(item.label): \(valueText)")
        }
        if namesAbove {
            let last = barTop - 5
            for (row, line) in name.enumerated() {
                drawing.text(line, x: 0, y: last - Double(name.count - 1 - row) * nameHeight, size: size)
            }
            drawing.text(valueText, x: drawing.width, y: last, size: size, anchor: .end, weight: .bold)
        } else {
            let middle = y + rowHeight / 2 + size * 0.35
            let first = middle - Double(name.count - 1) * nameHeight / 2
            for (row, line) in name.enumerated() {
                drawing.text(line, x: nameWidth, y: first + Double(row) * nameHeight, size: size, anchor: .end)
            }
            let isNegative = value < 0
            drawing.text(
                valueText, x: end + (isNegative ? -6 : 6), y: middle, size: size, anchor: isNegative ? .end : .start, weight: .bold,
                halo: true)
        }
    }
}
