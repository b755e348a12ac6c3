/// One bar in parts: the shares of a whole.
public struct ShareBar: Figure {
    /// A part of the whole.
    public struct Part: Sendable {
        /// What it is.
        public var label: String
        /// Its size, in the same unit as the other parts; below zero and not drawable it has no place in the bar.
        public var value: Double
        /// Its size or share as text: `38 %`.
        public var valueText: String
        /// Its colour; by its place where missing.
        public var color: ChartColor?

        /// A part with its texts.
        public init(label: String, value: Double, valueText: String, color: ChartColor? = nil) {
            self.label = label
            self.value = value
            self.valueText = valueText
            self.color = color
        }
    }

    /// Its title and the other words that every figure has.
    public var words: FigureWords
    /// What the parts are: `Churn risk`.
    public var partTitle: String
    /// What their sizes measure, with the unit: `Share of customers`.
    public var valueTitle: String
    /// From left to right; of more than 12 the first are drawn.
    public var parts: [Part]

    /// A bar from plain values.
    public init(words: FigureWords, partTitle: String, valueTitle: String, parts: [Part]) {
        self.words = words
        self.partTitle = partTitle
        self.valueTitle = valueTitle
        self.parts = parts
    }

    private static let most = 12
    private static let barHeight = 44.0

    /// The numbers behind the drawing, as texts.
    public var table: ChartTable {
        ChartTable(
            caption: words.title, header: [partTitle, valueTitle],
            rows: parts.map { [$0.label, $0.value.isDrawable ? $0.valueText : ChartTable.missing] })
    }

    /// A part in its place.
    private struct Placed {
        let part: Part
        let color: ChartColor
        let x: Double
        let width: Double
    }

    /// The drawing as one `<svg>` element: see ``Figure/svg(id:width:)``.
    public func svg(id: String, width: Double) -> String {
        let shown = parts.prefix(Self.most)
        let total = shown.reduce(0) { $0 + ($1.value.isDrawable ? max($1.value, 0) : 0) }
        return Drawing.figure(words, id: id, width: width, isEmpty: total <= 0, isShortened: parts.count > Self.most) { drawing in
            var x = 0.0
            let placed = shown.enumerated().map { place, part in
                let share = part.value.isDrawable ? max(part.value, 0) / total : 0
                defer { x += share * drawing.width }
                return Placed(part: part, color: part.color ?? ChartColor.at(place), x: x, width: share * drawing.width)
            }
            draw(placed, on: &drawing)
        }
    }

    private func draw(_ placed: [Placed], on drawing: inout Drawing) {
        let size = drawing.sizes.body
        drawing.paragraph(valueTitle, size: drawing.sizes.label, paint: .muted)
        drawing.top += 8
        let bar = drawing.top
        for part in placed where part.width > 0 {
            let gap = part.width > 3 ? 1.5 : 0
            let fill = Paint.series(part.color)
            drawing.rectangle(
                x: part.x, y: bar, width: part.width - gap, height: Self.barHeight, paint: fill,
                hint: "\(part.part.label): \(part.part.valueText)")
            guard TextMeasure.width(part.part.valueText, size: size, weight: .bold) + 14 <= part.width else { continue }
            drawing.text(
                part.part.valueText, x: part.x + 8, y: bar + Self.barHeight / 2 + size * 0.35, size: size, weight: .bold,
                paint: .upon(part.color))
        }
        drawing.top += Self.barHeight + 6
        let allFit = placed.allSatisfy { part in
            let label = TextMeasure.fits(part.part.label, within: part.width - 10, size: size, atMost: 2)
            return label && TextMeasure.width(part.part.valueText, size: size, weight: .bold) + 14 <= part.width
        }
        if allFit { drawLabelsBelow(placed, on: &drawing) } else { drawList(placed, on: &drawing) }
    }

    /// Names directly below their parts.
    private func drawLabelsBelow(_ placed: [Placed], on drawing: inout Drawing) {
        let size = drawing.sizes.body
        let lines = placed.map { TextMeasure.lines($0.part.label, within: $0.width - 10, size: size, atMost: 2) }
        for (part, lines) in zip(placed, lines) {
            for (row, line) in lines.enumerated() {
                drawing.text(line, x: part.x + 1, y: drawing.top + size + 2 + Double(row) * size * 1.3, size: size)
            }
        }
        drawing.top += Double(lines.map(\.count).max() ?? 1) * (size * 1.3) + 6
    }

    /// Names and values in one or two columns, in the order of the parts.
    private func drawList(_ placed: [Placed], on drawing: inout Drawing) {
        let size = drawing.sizes.body
        let rowHeight = (size * 1.65).rounded()
        let columns = drawing.isNarrow || placed.count < 3 ? 1 : 2
        let rows = (placed.count + columns - 1) / columns
        let gap = 32.0
        let columnWidth = drawing.isNarrow ? drawing.width : (drawing.width - gap * Double(columns - 1)) / Double(columns)
        let valueWidth = placed.map { TextMeasure.width($0.part.valueText, size: size, weight: .bold) }.max() ?? 0
        for (place, part) in placed.enumerated() {
            let x = Double(place / rows) * (columnWidth + gap)
            let middle = drawing.top + (Double(place % rows) + 0.5) * rowHeight + 2
            drawing.rectangle(x: x, y: middle - 6, width: 12, height: 12, paint: .series(part.color), radius: 1)
            let values = min(valueWidth, columnWidth * 0.4)
            let name = TextMeasure.fitted(part.part.label, within: columnWidth - values - 36, size: size)
            let value = TextMeasure.fitted(part.part.valueText, within: columnWidth * 0.4, size: size, weight: .bold)
            drawing.text(name, x: x + 20, y: middle + size * 0.35, size: size)
            drawing.text(value, x: x + columnWidth, y: middle + size * 0.35, size: size, anchor: .end, weight: .bold)
        }
        drawing.top += Double(rows) * rowHeight + 6
    }
}
