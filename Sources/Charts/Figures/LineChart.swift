/// Lines over time, one of them perhaps a forecast with its range.
public struct LineChart: Figure {
    /// A value for each period.
    public struct Line: Sendable {
        /// How sure the values are.
        public enum Kind: Sendable {
            /// What came: a solid line.
            case actual
            /// What was or is expected: a dashed line. Where it begins one period after an actual line ends, the two are joined.
            case forecast
        }

        /// Written at the end of the line, or in a key, where there is more than this one line.
        public var name: String
        /// One for each period; `nan` where the line has none.
        public var values: [Double]
        /// How sure the values are.
        public var kind: Kind

        /// A line of plain values.
        public init(name: String, values: [Double], kind: Kind = .actual) {
            self.name = name
            self.values = values
            self.kind = kind
        }
    }

    /// The range around a forecast.
    public struct Band: Sendable {
        /// What it is: `80 % range`.
        public var name: String
        /// The title of the lower ends' column in the table.
        public var lowTitle: String
        /// The title of the upper ends' column in the table.
        public var highTitle: String
        /// The lower end for each period; `nan` where there is none.
        public var low: [Double]
        /// The upper end for each period; `nan` where there is none.
        public var high: [Double]

        /// A range of plain values.
        public init(name: String, lowTitle: String, highTitle: String, low: [Double], high: [Double]) {
            self.name = name
            self.lowTitle = lowTitle
            self.highTitle = highTitle
            self.low = low
            self.high = high
        }
    }

    /// Its title and the other words that every figure has.
    public var words: FigureWords
    /// What the periods are: `Month`.
    public var periodTitle: String
    /// The periods from left to right, evenly spaced: `Jan 2024`.
    public var periods: [String]
    /// At most four are drawn.
    public var lines: [Line]
    /// A range, drawn behind the lines.
    public var band: Band?
    /// What the lines' heights measure.
    public var valueAxis: ValueAxis

    /// Lines from plain values.
    public init(
        words: FigureWords, periodTitle: String, periods: [String], lines: [Line], band: Band? = nil, valueAxis: ValueAxis
    ) {
        self.words = words
        self.periodTitle = periodTitle
        self.periods = periods
        self.lines = lines
        self.band = band
        self.valueAxis = valueAxis
    }

    /// The numbers behind the drawing, as texts.
    public var table: ChartTable {
        var columns = lines.map { (title: $0.name, values: $0.values) }
        if let band { columns += [(band.lowTitle, band.low), (band.highTitle, band.high)] }
        let rows = periods.enumerated().map { place, period in
            [period] + columns.map { place < $0.values.count ? valueAxis.text($0.values[place]) : ChartTable.missing }
        }
        return ChartTable(caption: words.title, header: [periodTitle] + columns.map(\.title), rows: rows)
    }

    /// The drawing as one `<svg>` element: see ``Figure/svg(id:width:)``.
    public func svg(id: String, width: Double) -> String {
        let isEmpty = !lines.contains { $0.values.prefix(periods.count).contains(where: \.isDrawable) }
        return Drawing.figure(words, id: id, width: width, isEmpty: isEmpty) { drawing in
            LineLayout(self, width: drawing.width).draw(on: &drawing)
        }
    }
}
