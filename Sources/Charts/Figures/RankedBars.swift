/// Horizontal bars with a name and a value each: groups, products, customers by what is at stake.
public struct RankedBars: Figure {
    /// One bar.
    public struct Item: Sendable {
        /// What it is.
        public var label: String
        /// How long it is; one that cannot be drawn has no bar.
        public var value: Double
        /// The value as text, with its unit: `12 400 €`.
        public var valueText: String
        /// Its colour; that of the whole figure where missing.
        public var color: ChartColor?

        /// A bar with its texts.
        public init(label: String, value: Double, valueText: String, color: ChartColor? = nil) {
            self.label = label
            self.value = value
            self.valueText = valueText
            self.color = color
        }
    }

    /// Its title and the other words that every figure has.
    public var words: FigureWords
    /// What the bars are: `Group`.
    public var itemTitle: String
    /// From top to bottom, as the caller sorted them; of more than 40 the first are drawn.
    public var items: [Item]
    /// What the bars' lengths measure.
    public var valueAxis: ValueAxis

    /// Bars from plain values.
    public init(words: FigureWords, itemTitle: String, items: [Item], valueAxis: ValueAxis) {
        self.words = words
        self.itemTitle = itemTitle
        self.items = items
        self.valueAxis = valueAxis
    }

    /// Bars that are ever drawn.
    private static let most = 40

    /// The numbers behind the drawing, as texts.
    public var table: ChartTable {
        ChartTable(
            caption: words.title, header: [itemTitle, valueAxis.title],
            rows: items.map { [$0.label, $0.value.isDrawable ? $0.valueText : ChartTable.missing] })
    }

    /// The drawing as one `<svg>` element: see ``Figure/svg(id:width:)``.
    public func svg(id: String, width: Double) -> String {
        let isEmpty = !items.contains(where: \.value.isDrawable)
        return Drawing.figure(words, id: id, width: width, isEmpty: isEmpty, isShortened: items.count > Self.most) { draw(on: &$0) }
    }

    private func draw(on drawing: inout Drawing) {
        let shown = items.prefix(Self.most)
        let size = drawing.sizes.body
        // On a phone the name stands above its bar, so that both have room.
        let namesAbove = drawing.isNarrow
        let widestName = shown.map { TextMeasure.width($0.label, size: size) }.max() ?? 0
        let nameWidth = namesAbove ? 0 : min(widestName, drawing.width * 0.36)
        let valueWidth = shown.map { TextMeasure.width($0.valueText, size: size, weight: .bold) }.max() ?? 0
        let left = namesAbove ? 0 : nameWidth + 12
        let hasNegative = shown.contains { $0.value.isDrawable && $0.value < 0 }
        let room = namesAbove && !hasNegative ? 1 : min(valueWidth + 8, drawing.width * 0.3)
        let start = hasNegative ? left + room : left
        let end = max(drawing.width - room, start + 40)

        drawing.paragraph(valueAxis.title, size: drawing.sizes.label, paint: .muted)
        let values = shown.map { $0.value.isDrawable ? $0.value : 0 }
        let ticks = Ticks(
            covering: min(values.min() ?? 0, 0), max(values.max() ?? 0, 0), steps: drawing.isNarrow ? 3 : 4,
            smallestStep: valueAxis.smallestStep)
        let scale = LinearScale(domain: ticks.domain, start: start, end: end)
        let rowHeight = namesAbove ? (size * 1.5 + 20).rounded() : (size * 2.1).rounded()
        let first = drawing.top + drawing.sizes.label + 12
        let bottom = first + Double(shown.count) * rowHeight
        drawTicks(ticks, scale, from: first - 4, to: bottom, on: &drawing)

        for (place, item) in shown.enumerated() {
            let y = first + Double(place) * rowHeight
            draw(item, y: y, height: rowHeight, nameWidth: nameWidth, namesAbove: namesAbove, scale, on: &drawing)
        }
        drawing.line(x1: scale(0), y1: first - 4, x2: scale(0), y2: bottom, paint: .rule)
        drawing.top = bottom + 4
    }

    private func drawTicks(_ ticks: Ticks, _ scale: LinearScale, from top: Double, to bottom: Double, on drawing: inout Drawing) {
        var free = -Double.infinity
        for value in ticks.values {
            let x = scale(value).rounded()
            drawing.line(x1: x, y1: top, x2: x, y2: bottom, paint: .grid)
            let label = TextMeasure.fitted(valueAxis.tick(value), within: drawing.width / 2, size: drawing.sizes.label)
            let width = TextMeasure.width(label, size: drawing.sizes.label)
            let left = min(max(x - width / 2, 0), drawing.width - width)
            guard left >= free else { continue }
            drawing.text(label, x: left, y: top - 4, size: drawing.sizes.label, paint: .muted)
            free = left + width + 10
        }
    }

    private func draw(
        _ item: Item, y: Double, height: Double, nameWidth: Double, namesAbove: Bool, _ scale: LinearScale, on drawing: inout Drawing
    ) {
        let size = drawing.sizes.body
        let barHeight = namesAbove ? 13 : (height * 0.62).rounded()
        let barTop = namesAbove ? y + size * 1.5 + 1 : y + (height - barHeight) / 2
        let baseline = barTop + barHeight / 2 + size * 0.35
        let value = item.value.isDrawable ? item.value : 0
        let ends = (scale(0), scale(value))
        let valueText = item.value.isDrawable ? item.valueText : ChartTable.missing
        let color = item.color ?? .blue
        if item.value.isDrawable {
            drawing.rectangle(
                x: min(ends.0, ends.1), y: barTop, width: max(abs(ends.1 - ends.0), 1), height: barHeight, paint: .series(color),
                hint: "\(item.label): \(valueText)")
        }
        if namesAbove {
            let taken = TextMeasure.width(valueText, size: size, weight: .bold)
            let name = TextMeasure.fitted(item.label, within: max(drawing.width - taken - 14, 40), size: size)
            drawing.text(name, x: 0, y: y + size, size: size, halo: true)
            drawing.text(valueText, x: drawing.width, y: y + size, size: size, anchor: .end, weight: .bold, halo: true)
        } else {
            let name = TextMeasure.fitted(item.label, within: nameWidth, size: size)
            drawing.text(name, x: nameWidth, y: baseline, size: size, anchor: .end)
            let isNegative = value < 0
            drawing.text(
                valueText, x: ends.1 + (isNegative ? -6 : 6), y: baseline, size: size, anchor: isNegative ? .end : .start, weight: .bold,
                halo: true)
        }
    }
}
