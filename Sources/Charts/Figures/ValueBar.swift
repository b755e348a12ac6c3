/// What is there already and what is expected on top of it as one bar, with the range in which the whole will probably lie.
public struct ValueBar: Figure {
    /// One of the two parts.
    public struct Part: Sendable {
        /// What it is: `Historic CLV`.
        public var label: String
        /// Its size; below zero and not drawable it has no place in the bar.
        public var value: Double
        /// Its size as text, with its unit.
        public var valueText: String

        /// A part with its texts.
        public init(label: String, value: Double, valueText: String) {
            self.label = label
            self.value = value
            self.valueText = valueText
        }
    }

    /// The range of what is expected.
    public struct Range: Sendable {
        /// What it is: `8 cases out of 10`.
        public var label: String
        /// The lower end of the expected part.
        public var low: Double
        /// The upper end of the expected part.
        public var high: Double
        /// Both ends as text, with their unit.
        public var text: String

        /// A range with its texts.
        public init(label: String, low: Double, high: Double, text: String) {
            self.label = label
            self.low = low
            self.high = high
            self.text = text
        }
    }

    /// Its title and the other words that every figure has.
    public var words: FigureWords
    /// The title of the parts' column in the table.
    public var partTitle: String
    /// What is there already.
    public var known: Part
    /// What is expected on top of it.
    public var expected: Part?
    /// The range of what is expected.
    public var range: Range?
    /// What the bar's length measures.
    public var valueAxis: ValueAxis

    /// A bar from plain values.
    public init(words: FigureWords, partTitle: String, known: Part, expected: Part?, range: Range?, valueAxis: ValueAxis) {
        self.words = words
        self.partTitle = partTitle
        self.known = known
        self.expected = expected
        self.range = range
        self.valueAxis = valueAxis
    }

    private static let barHeight = 30.0

    /// The numbers behind the drawing, as texts.
    public var table: ChartTable {
        var rows = [known, expected].compactMap { $0 }.map { [$0.label, $0.value.isDrawable ? $0.valueText : ChartTable.missing] }
        if let range { rows.append([range.label, range.low.isDrawable && range.high.isDrawable ? range.text : ChartTable.missing]) }
        return ChartTable(caption: words.title, header: [partTitle, valueAxis.title], rows: rows)
    }

    /// The drawing as one `<svg>` element: see ``Figure/svg(id:width:)``.
    public func svg(id: String, width: Double) -> String {
        let parts = [known, expected].compactMap { $0 }
        let isEmpty = !parts.contains { $0.value.isDrawable }
        return Drawing.figure(words, id: id, width: width, isEmpty: isEmpty) { draw(on: &$0) }
    }

    private func draw(on drawing: inout Drawing) {
        let knownSize = Self.size(known.value)
        let end = knownSize + Self.size(expected?.value ?? 0)
        let low = knownSize + Self.size(range?.low ?? 0)
        let high = max(low, knownSize + Self.size(range?.high ?? 0))
        let ticks = Ticks(covering: 0, max(end, range == nil ? end : high), steps: drawing.isNarrow ? 3 : 6)
        let scale = LinearScale(domain: ticks.domain, start: 1, end: drawing.width - 1)
        drawing.top += 8
        let bar = drawing.top
        drawGrid(ticks, scale, bar: bar, on: &drawing)
        for (part, from, to, color) in [(known, 0, knownSize, ChartColor.blue), (expected ?? known, knownSize, end, .green)] where to > from
        {
            let width = max(scale(to) - scale(from), 1)
            let hint = "\(part.label): \(part.valueText)"
            drawing.rectangle(x: scale(from), y: bar, width: width, height: Self.barHeight, paint: .series(color), hint: hint)
        }
        if range != nil { drawRange(from: scale(low), to: scale(high), bar: bar, on: &drawing) }
        drawing.top += Self.barHeight + 6
        drawTicks(ticks, scale, on: &drawing)
        drawKey(on: &drawing)
    }

    private func drawGrid(_ ticks: Ticks, _ scale: LinearScale, bar: Double, on drawing: inout Drawing) {
        for value in ticks.values {
            let x = scale(value)
            drawing.line(x1: x, y1: bar - 5, x2: x, y2: bar + Self.barHeight + 5, paint: value == 0 ? .rule : .grid)
        }
    }

    /// A whisker over the bar, with a light edge so that it is seen on every colour.
    private func drawRange(from left: Double, to right: Double, bar: Double, on drawing: inout Drawing) {
        let middle = bar + Self.barHeight / 2
        for (paint, width) in [(Paint.surface, 6.0), (.ink, 2)] {
            drawing.line(x1: left, y1: middle, x2: right, y2: middle, paint: paint, width: width)
            for x in [left, right] { drawing.line(x1: x, y1: middle - 7, x2: x, y2: middle + 7, paint: paint, width: width) }
        }
    }

    private func drawTicks(_ ticks: Ticks, _ scale: LinearScale, on drawing: inout Drawing) {
        let size = drawing.sizes.label
        var free = -Double.infinity
        for value in ticks.values {
            let label = TextMeasure.fitted(valueAxis.tick(value), within: drawing.width / 2, size: size)
            let width = TextMeasure.width(label, size: size)
            let left = min(max(scale(value) - width / 2, 0), drawing.width - width)
            guard left >= free else { continue }
            drawing.text(label, x: left, y: drawing.top + size, size: size, paint: .muted)
            free = left + width + 10
        }
        drawing.top += (size * 1.6).rounded()
    }

    private func drawKey(on drawing: inout Drawing) {
        var entries: [(mark: Drawing.KeyMark, name: String)] = [(.box(.series(.blue), outline: nil), "\(known.label) · \(known.valueText)")]
        if let expected { entries.append((.box(.series(.green), outline: nil), "\(expected.label) · \(expected.valueText)")) }
        if let range { entries.append((.stroke(.ink, dashes: nil), "\(range.label) · \(range.text)")) }
        drawing.top += 2
        drawing.key(entries)
    }

    private static func size(_ value: Double) -> Double { value.isDrawable ? max(value, 0) : 0 }
}
