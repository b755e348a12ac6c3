/// Panels of cells coloured by group: such as the three 3x3 panels of the RFM grid, one for each score of monetary value.
public struct GroupGrid: Figure {
    /// One cell: the group's name and, say, its customers.
    public struct Cell: Sendable {
        /// The group's name, written in the cell.
        public var group: String
        /// Written below the name, short.
        public var text: String
        /// The group's colour.
        public var color: ChartColor

        /// A cell with its texts.
        public init(group: String, text: String, color: ChartColor) {
            self.group = group
            self.text = text
            self.color = color
        }
    }

    /// Cells under one heading.
    public struct Panel: Sendable {
        /// The heading: `Monetary value 3 (high)`.
        public var title: String
        /// Rows from top to bottom, each from left to right; as many as there are labels.
        public var rows: [[Cell]]

        /// A panel with its cells.
        public init(title: String, rows: [[Cell]]) {
            self.title = title
            self.rows = rows
        }
    }

    /// Its title and the other words that every figure has.
    public var words: FigureWords
    /// What the panels are: `Monetary value`. For the table.
    public var panelTitle: String
    /// What the rows are: `Recency`.
    public var rowTitle: String
    /// What the columns are: `Frequency`.
    public var columnTitle: String
    /// The title of the groups' column in the table.
    public var groupTitle: String
    /// What the cells' texts are: `Customers`.
    public var textTitle: String
    /// The rows' labels from top to bottom, short; at most five are drawn.
    public var rowLabels: [String]
    /// The columns' labels from left to right, short; at most five are drawn.
    public var columnLabels: [String]
    /// Side by side, or one below the other on a phone; at most five are drawn.
    public var panels: [Panel]

    /// Panels from plain values.
    public init(
        words: FigureWords, panelTitle: String, rowTitle: String, columnTitle: String, groupTitle: String, textTitle: String,
        rowLabels: [String], columnLabels: [String], panels: [Panel]
    ) {
        self.words = words
        self.panelTitle = panelTitle
        self.rowTitle = rowTitle
        self.columnTitle = columnTitle
        self.groupTitle = groupTitle
        self.textTitle = textTitle
        self.rowLabels = rowLabels
        self.columnLabels = columnLabels
        self.panels = panels
    }

    private static let most = 5

    /// The numbers behind the drawing, as texts.
    public var table: ChartTable {
        var rows: [[String]] = []
        for panel in panels {
            for (label, cells) in zip(rowLabels, panel.rows) {
                for (column, cell) in zip(columnLabels, cells) { rows.append([panel.title, label, column, cell.group, cell.text]) }
            }
        }
        return ChartTable(caption: words.title, header: [panelTitle, rowTitle, columnTitle, groupTitle, textTitle], rows: rows)
    }

    /// The drawing as one `<svg>` element: see ``Figure/svg(id:width:)``.
    public func svg(id: String, width: Double) -> String {
        let isEmpty = columnLabels.isEmpty || !panels.contains { !zip(rowLabels, $0.rows).allSatisfy { $0.1.isEmpty } }
        let isShortened = max(panels.count, rowLabels.count, columnLabels.count) > Self.most
        return Drawing.figure(words, id: id, width: width, isEmpty: isEmpty, isShortened: isShortened) { draw(on: &$0) }
    }

    private func draw(on drawing: inout Drawing) {
        let shown = panels.prefix(Self.most)
        let gap = 18.0
        let fitsBeside = (drawing.width - gap * Double(shown.count - 1)) / Double(shown.count) >= 200
        drawing.paragraph("\(rowTitle) ↓  ·  \(columnTitle) →  ·  \(textTitle)", size: drawing.sizes.label, paint: .muted)
        drawing.top += 10
        let width = fitsBeside ? (drawing.width - gap * Double(shown.count - 1)) / Double(shown.count) : drawing.width
        let titleLines = shown.map { TextMeasure.lines($0.title, within: width, size: drawing.sizes.body, weight: .bold, atMost: 2) }
        let titleHeight = fitsBeside ? titleLines.map(\.count).max() ?? 1 : 1
        var bottom = drawing.top
        let start = drawing.top
        for (place, panel) in shown.enumerated() {
            if fitsBeside { drawing.top = start }
            let x = fitsBeside ? Double(place) * (width + gap) : 0
            draw(panel, titleLines[place], titleHeight: titleHeight, x: x, width: width, on: &drawing)
            bottom = max(bottom, drawing.top)
            if !fitsBeside { drawing.top += 12 }
        }
        drawing.top = bottom + 4
    }

    private func draw(
        _ panel: Panel, _ titleLines: [String], titleHeight: Int, x: Double, width: Double, on drawing: inout Drawing
    ) {
        let size = drawing.sizes.label
        let title = drawing.sizes.body
        for (row, line) in titleLines.enumerated() {
            drawing.text(line, x: x, y: drawing.top + title + Double(row) * title * 1.3, size: title, weight: .bold)
        }
        drawing.top += Double(max(titleHeight, titleLines.count)) * title * 1.3 + 6
        let rowLabels = rowLabels.prefix(Self.most)
        let columnLabels = columnLabels.prefix(Self.most)
        let widest = rowLabels.map { TextMeasure.width($0, size: size) }.max() ?? 0
        let labelWidth = min(widest, width * 0.3)
        let left = x + labelWidth + 6
        let cellWidth = (x + width - left) / Double(max(columnLabels.count, 1))
        for (place, label) in columnLabels.enumerated() {
            let shown = TextMeasure.fitted(label, within: cellWidth - 4, size: size)
            drawing.text(
                shown, x: left + (Double(place) + 0.5) * cellWidth, y: drawing.top + size, size: size, anchor: .middle, paint: .muted)
        }
        drawing.top += size + 6
        let cellHeight = (size * 4.3).rounded()
        for (row, cells) in zip(rowLabels, panel.rows) {
            let label = TextMeasure.fitted(row, within: labelWidth, size: size)
            drawing.text(
                label, x: left - 6, y: drawing.top + cellHeight / 2 + size * 0.35, size: size, anchor: .end, paint: .muted)
            for (place, cell) in cells.prefix(columnLabels.count).enumerated() {
                draw(cell, x: left + Double(place) * cellWidth, width: cellWidth - 2, height: cellHeight - 2, on: &drawing)
            }
            drawing.top += cellHeight
        }
    }

    private func draw(_ cell: Cell, x: Double, width: Double, height: Double, on drawing: inout Drawing) {
        let paint = Paint.upon(cell.color)
        drawing.rectangle(
            x: x, y: drawing.top, width: width, height: height, paint: .series(cell.color), radius: 1, hint: "\(cell.group): \(cell.text)")
        // A name that would be cut is written a little smaller.
        let sizes = [drawing.sizes.label, 11, 10.5, 10, 9.5, 9]
        let size = sizes.first { TextMeasure.fits(cell.group, within: width - 6, size: $0, atMost: 2) } ?? 9
        var lines = TextMeasure.lines(cell.group, within: width - 6, size: size, atMost: 2).map { ($0, TextMeasure.Weight.regular) }
        if !cell.text.isEmpty { lines.append((TextMeasure.fitted(cell.text, within: width - 6, size: size, weight: .bold), .bold)) }
        let first = drawing.top + (height - Double(lines.count) * size * 1.2) / 2 + size * 0.93
        for (row, line) in lines.enumerated() {
            let y = first + Double(row) * size * 1.2
            drawing.text(line.0, x: x + width / 2, y: y, size: size, anchor: .middle, weight: line.1, paint: paint)
        }
    }
}
