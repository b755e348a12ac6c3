/// Vertical bars: a histogram, or counts and amounts by group or period, with one or several series.
public struct BarChart: Figure {
    /// One place on the axis with a bar, or a bar for each series.
    public struct Bin: Sendable {
        /// Below the bar: `0–30`.
        public var label: String
        /// One value for each series; those that cannot be drawn leave their place empty.
        public var values: [Double]
        /// Whether the bar stands out; its value is then written above it and the others stand back.
        public var isHighlighted: Bool

        /// A bin with a value for each series.
        public init(label: String, values: [Double], isHighlighted: Bool = false) {
            self.label = label
            self.values = values
            self.isHighlighted = isHighlighted
        }

        /// A bin of a single series.
        public init(label: String, value: Double, isHighlighted: Bool = false) {
            self.init(label: label, values: [value], isHighlighted: isHighlighted)
        }
    }

    /// How several series share a bin.
    public enum Arrangement: Sendable {
        /// One upon the other: the parts of a sum.
        case stacked
        /// Side by side, to be compared.
        case grouped
    }

    /// A line across the bars, such as the median's.
    public struct Marker: Sendable {
        /// Counted in bins from the left edge of the first: 2.5 is the middle of the third bin.
        public var position: Double
        /// Such as `median 34 days`.
        public var label: String

        /// A line with its label.
        public init(position: Double, label: String) {
            self.position = position
            self.label = label
        }
    }

    /// Its title and the other words that every figure has.
    public var words: FigureWords
    /// What the bins are, with the unit: `Days to the second order`.
    public var binTitle: String
    /// From left to right. More than there is room for are drawn as the largest of neighbours.
    public var bins: [Bin]
    /// The names of the series; empty for a single one.
    public var series: [String]
    /// How several series share a bin.
    public var arrangement: Arrangement
    /// What the bars' heights measure.
    public var valueAxis: ValueAxis
    /// A line across the bars.
    public var marker: Marker?

    /// Bars from plain values.
    public init(
        words: FigureWords, binTitle: String, bins: [Bin], series: [String] = [], arrangement: Arrangement = .stacked,
        valueAxis: ValueAxis, marker: Marker? = nil
    ) {
        self.words = words
        self.binTitle = binTitle
        self.bins = bins
        self.series = series
        self.arrangement = arrangement
        self.valueAxis = valueAxis
        self.marker = marker
    }

    /// The numbers behind the drawing, as texts.
    public var table: ChartTable {
        let columns = max(series.count, 1)
        let names = series.isEmpty ? [valueAxis.title] : series
        let rows = bins.map { bin in
            [bin.label] + (0..<columns).map { $0 < bin.values.count ? valueAxis.text(bin.values[$0]) : ChartTable.missing }
        }
        return ChartTable(caption: words.title, header: [binTitle] + names, rows: rows)
    }

    /// The drawing as one `<svg>` element: see ``Figure/svg(id:width:)``.
    public func svg(id: String, width: Double) -> String {
        let isEmpty = !bins.contains { $0.values.contains(where: \.isDrawable) }
        return Drawing.figure(words, id: id, width: width, isEmpty: isEmpty) { drawing in
            BarLayout(self, width: drawing.width).draw(on: &drawing)
        }
    }
}
