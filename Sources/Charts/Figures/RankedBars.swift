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
        return Drawing.figure(words, id: id, width: width, isEmpty: isEmpty, isShortened: items.count > Self.most) { drawing in
            RankedLayout(self, items: Array(items.prefix(Self.most)), drawing: drawing).draw(on: &drawing)
        }
    }
}
