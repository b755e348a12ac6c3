/// Rows and columns of cells, the darker the more: such as the value by month of first order and months since.
public struct HeatMap: Figure {
    /// One cell.
    public struct Cell: Sendable {
        /// Decides the shade; one that cannot be drawn leaves the cell blank, with its text alone.
        public var value: Double
        /// Written in the cell, short.
        public var text: String

        /// A cell with its text.
        public init(value: Double, text: String) {
            self.value = value
            self.text = text
        }

        /// No cell: nothing is known here yet.
        public static let none = Cell(value: .nan, text: "")
    }

    /// One row of cells.
    public struct Row: Sendable {
        /// What the row is: `Jan 2024`.
        public var label: String
        /// From left to right; a row may be shorter than the others.
        public var cells: [Cell]

        /// A row with its cells.
        public init(label: String, cells: [Cell]) {
            self.label = label
            self.cells = cells
        }
    }

    /// Its title and the other words that every figure has.
    public var words: FigureWords
    /// What the rows are: `Month of first order`.
    public var rowTitle: String
    /// What the columns are, with the unit: `Months since the first order`.
    public var columnTitle: String
    /// What the cells hold, with the unit: `Value per customer, EUR`.
    public var valueTitle: String
    /// The columns' labels.
    public var columns: [String]
    /// From top to bottom. Of more than 36 the last are drawn; of columns that would be too narrow for their texts, every second,
    /// third and so on.
    public var rows: [Row]

    /// A heat map of plain values.
    public init(words: FigureWords, rowTitle: String, columnTitle: String, valueTitle: String, columns: [String], rows: [Row]) {
        self.words = words
        self.rowTitle = rowTitle
        self.columnTitle = columnTitle
        self.valueTitle = valueTitle
        self.columns = columns
        self.rows = rows
    }

    /// Rows that are ever drawn.
    private static let mostRows = 36

    /// The numbers behind the drawing, as texts.
    public var table: ChartTable {
        let texts = rows.map { row in
            [row.label] + columns.indices.map { $0 < row.cells.count ? row.cells[$0].text : "" }
        }
        return ChartTable(caption: words.title, header: [rowTitle] + columns, rows: texts)
    }

    /// The drawing as one `<svg>` element: see ``Figure/svg(id:width:)``.
    public func svg(id: String, width: Double) -> String {
        let shown = rows.suffix(Self.mostRows)
        let isEmpty = !shown.contains { $0.cells.prefix(columns.count).contains { $0.value.isDrawable } }
        return Drawing.figure(words, id: id, width: width, isEmpty: isEmpty, isShortened: rows.count > Self.mostRows) {
            HeatLayout(self, rows: Array(shown), drawing: $0).draw(on: &$0)
        }
    }
}
