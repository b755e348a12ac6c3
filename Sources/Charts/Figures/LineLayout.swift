/// Where the lines of a ``LineChart`` run.
struct LineLayout {
    private typealias Point = (x: Double, y: Double)

    private static let mostLines = 4

    private let chart: LineChart
    private let lines: [LineChart.Line]
    /// The places of the periods that are drawn: all, or evenly spaced ones where they are many.
    private let places: [Int]

    init(_ chart: LineChart, width: Double) {
        self.chart = chart
        lines = Array(chart.lines.prefix(Self.mostLines))
        let most = max(Int(width / 2), 2)
        let step = max((chart.periods.count + most - 1) / most, 1)
        // The last period is always among them: it is what the reader looks for.
        places = stride(from: chart.periods.count - 1, through: 0, by: -step).reversed()
    }

    private func value(_ values: [Double], at place: Int) -> Double? {
        place < values.count && values[place].isDrawable ? values[place] : nil
    }

    func draw(on drawing: inout Drawing) {
        let size = drawing.sizes.label
        let names = lines.map(\.name) + (chart.band.map { [$0.name] } ?? [])
        let widestName = names.map { TextMeasure.width($0, size: size, weight: .bold) }.max() ?? 0
        // What a single line is, the title and the axis say.
        let isNamed = names.count > 1
        let namesAtEnds = isNamed && !drawing.isNarrow && widestName <= drawing.width * 0.2
        if isNamed, !namesAtEnds { drawKey(on: &drawing) }

        let series = lines.map(\.values) + (chart.band.map { [$0.low, $0.high] } ?? [])
        let values = series.flatMap { values in places.compactMap { value(values, at: $0) } }
        let plot = drawing.plot(
            chart.valueAxis, from: min(values.min() ?? 0, 0), to: max(values.max() ?? 0, 0), height: drawing.isNarrow ? 210 : 270,
            rightMargin: namesAtEnds ? widestName + 12 : 8)
        let margin = places.count == 1 ? plot.width / 2 : 6
        let spacing = places.count > 1 ? (plot.width - 2 * margin) / Double(places.count - 1) : plot.width
        let centers = places.indices.map { plot.left + margin + Double($0) * spacing }

        if let band = chart.band { draw(band, plot, centers, on: &drawing) }
        for place in lines.indices.reversed() { draw(line: place, plot, centers, on: &drawing) }
        if namesAtEnds { drawNames(plot, centers, on: &drawing) }
        let labels = CategoryLabels(
            places.map { chart.periods[$0] }, spacing: spacing, edge: drawing.width - plot.right + margin, size: size)
        labels.draw(on: &drawing, centers: centers, baseline: plot.bottom)
        drawing.top += labels.height
        drawing.belowAxis(chart.periodTitle)
    }

    // MARK: Lines

    /// Lines that tell one story, actual and then forecast, have one colour; lines to be compared have their own.
    private func color(of line: Int) -> ChartColor {
        if line > 0, joint(of: line) != nil { return color(of: line - 1) }
        return line == 0 ? .blue : [.blue, .vermillion, .green, .purple][line % 4]
    }

    /// The last place of the line before, where this one goes on from it.
    private func joint(of line: Int) -> Int? {
        guard line > 0, lines[line].kind == .forecast, lines[line - 1].kind == .actual else { return nil }
        guard let first = places.indices.first(where: { value(lines[line].values, at: places[$0]) != nil }) else { return nil }
        let last = places.indices.last { value(lines[line - 1].values, at: places[$0]) != nil }
        return last.flatMap { $0 == first - 1 ? $0 : nil }
    }

    /// The runs of neighbouring points of some values.
    private func runs(_ values: [Double], _ plot: Plot, _ centers: [Double]) -> [[Point]] {
        var runs: [[Point]] = [[]]
        for (index, place) in places.enumerated() {
            if let value = value(values, at: place) {
                runs[runs.count - 1].append((centers[index], plot.scale(value)))
            } else if runs[runs.count - 1].isEmpty == false {
                runs.append([])
            }
        }
        return runs.filter { !$0.isEmpty }
    }

    private func draw(line: Int, _ plot: Plot, _ centers: [Double], on drawing: inout Drawing) {
        let paint = Paint.series(color(of: line))
        let isForecast = lines[line].kind == .forecast
        var runs = runs(lines[line].values, plot, centers)
        if let joint = joint(of: line), let value = value(lines[line - 1].values, at: places[joint]), !runs.isEmpty {
            runs[0].insert((centers[joint], plot.scale(value)), at: 0)
        }
        for run in runs {
            if run.count == 1 { drawing.circle(x: run[0].x, y: run[0].y, radius: 3.5, paint: paint) }
            drawing.polyline(run, paint: paint, width: isForecast ? 2 : 2.5, dashes: isForecast ? "6 4" : nil)
        }
        drawPoints(line: line, plot, centers, paint: paint, on: &drawing)
    }

    /// A dot on each value where they stand apart, with its value as a hint.
    private func drawPoints(line: Int, _ plot: Plot, _ centers: [Double], paint: Paint, on drawing: inout Drawing) {
        guard centers.count < 2 || centers[1] - centers[0] >= 11 else { return }
        for (index, place) in places.enumerated() {
            guard let value = value(lines[line].values, at: place) else { continue }
            let hint = "\(chart.periods[place]), \(lines[line].name): \(chart.valueAxis.exact(value))"
            let isForecast = lines[line].kind == .forecast
            drawing.circle(
                x: centers[index], y: plot.scale(value), radius: 3, paint: isForecast ? .surface : paint,
                outline: paint, hint: hint)
        }
    }

    // MARK: Band

    private var bandColor: ChartColor { lines.firstIndex { $0.kind == .forecast }.map(color) ?? .blue }

    private func draw(_ band: LineChart.Band, _ plot: Plot, _ centers: [Double], on drawing: inout Drawing) {
        var lower: [Point] = []
        var upper: [Point] = []
        func close() {
            if upper.count == 1 {
                let x = upper[0].x
                drawing.line(x1: x, y1: lower[0].y, x2: x, y2: upper[0].y, paint: .pale(bandColor), width: 8)
            }
            drawing.area(upper + lower.reversed(), paint: .pale(bandColor))
            lower = []
            upper = []
        }
        for (index, place) in places.enumerated() {
            guard let low = value(band.low, at: place), let high = value(band.high, at: place) else {
                close()
                continue
            }
            if upper.isEmpty, index > 0, let start = bandStart(before: index) {
                upper.append((centers[index - 1], plot.scale(start)))
                lower.append((centers[index - 1], plot.scale(start)))
            }
            upper.append((centers[index], plot.scale(max(low, high))))
            lower.append((centers[index], plot.scale(min(low, high))))
        }
        close()
    }

    /// The last known value, from which the range opens.
    private func bandStart(before index: Int) -> Double? {
        for line in lines.indices {
            if let joint = joint(of: line), joint == index - 1 { return value(lines[line - 1].values, at: places[joint]) }
        }
        return nil
    }

    // MARK: Names

    private func drawKey(on drawing: inout Drawing) {
        var entries: [(mark: Drawing.KeyMark, name: String)] = lines.indices.map { line in
            (.stroke(.series(color(of: line)), dashes: lines[line].kind == .forecast ? "6 4" : nil), lines[line].name)
        }
        if let band = chart.band { entries.append((.box(.pale(bandColor), outline: nil), band.name)) }
        drawing.key(entries)
    }

    /// Names beside the ends of the lines, moved apart where they would overlap; a line that is gone on from is named above its end.
    private func drawNames(_ plot: Plot, _ centers: [Double], on drawing: inout Drawing) {
        let size = drawing.sizes.label
        var names: [(text: String, y: Double, paint: Paint)] = []
        for line in lines.indices {
            guard let last = places.indices.last(where: { value(lines[line].values, at: places[$0]) != nil }),
                let value = value(lines[line].values, at: places[last])
            else { continue }
            let paint = Paint.words(color(of: line))
            if last == places.count - 1 {
                names.append((lines[line].name, plot.scale(value) + size * 0.35, paint))
            } else {
                drawing.text(
                    lines[line].name, x: centers[last], y: plot.scale(value) - 10, size: size, anchor: .end, weight: .bold, paint: paint,
                    halo: true)
            }
        }
        if let band = chart.band, let high = places.last.flatMap({ value(band.high, at: $0) }) {
            names.append((band.name, plot.scale(high) + size * 0.35, .words(bandColor)))
        }
        names.sort { $0.y < $1.y }
        for place in names.indices.dropFirst() { names[place].y = max(names[place].y, names[place - 1].y + size * 1.3) }
        // What was pushed below the field goes back up, and pushes the others.
        var floor = plot.bottom
        for place in names.indices.reversed() {
            names[place].y = min(names[place].y, floor)
            floor = names[place].y - size * 1.3
        }
        for name in names { drawing.text(name.text, x: plot.right + 10, y: name.y, size: size, weight: .bold, paint: name.paint) }
    }
}
