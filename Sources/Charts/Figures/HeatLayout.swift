/// Where the cells of a ``HeatMap`` stand.
struct HeatLayout {
    private let chart: HeatMap
    private let rows: [HeatMap.Row]
    /// The columns that are drawn.
    private let columns: [Int]
    private let left: Double
    private let cellWidth: Double
    private let cellHeight: Double
    private let size: Double

    init(_ chart: HeatMap, rows: [HeatMap.Row], drawing: Drawing) {
        self.chart = chart
        self.rows = rows
        let size = drawing.sizes.label
        let widestRow = rows.map { TextMeasure.width($0.label, size: size) }.max() ?? 0
        let left = (min(widestRow, drawing.width * 0.34) + 10).rounded(.up)
        let texts = rows.flatMap { $0.cells.prefix(chart.columns.count).map(\.text) } + chart.columns
        let widestText = min(texts.map { TextMeasure.width($0, size: size) }.max() ?? 0, 120)
        let most = max(Int((drawing.width - left) / max(widestText + 6, 18)), 1)
        let step = max((chart.columns.count + most - 1) / most, 1)
        columns = Array(stride(from: 0, to: chart.columns.count, by: step))
        // Few columns are not blown up over the whole width.
        cellWidth = min((drawing.width - left) / Double(columns.count), 96)
        cellHeight = (size * 1.95).rounded()
        self.left = left
        self.size = size
    }

    func draw(on drawing: inout Drawing) {
        drawing.paragraph(chart.valueTitle, size: size, paint: .muted)
        drawHeader(on: &drawing)
        let values = rows.flatMap { row in columns.compactMap { $0 < row.cells.count ? row.cells[$0].value : nil } }
        let drawable = values.filter(\.isDrawable)
        let low = drawable.min() ?? 0
        let high = drawable.max() ?? 0
        for row in rows {
            let label = TextMeasure.fitted(row.label, within: left - 10, size: size)
            let baseline = drawing.top + cellHeight / 2 + size * 0.35
            drawing.text(label, x: left - 8, y: baseline, size: size, anchor: .end)
            for (place, column) in columns.enumerated() where column < row.cells.count {
                draw(row.cells[column], row: row.label, column: column, place: place, low: low, high: high, on: &drawing)
            }
            drawing.top += cellHeight
        }
        drawing.top += 4
    }

    /// The titles of rows and columns, and the columns' labels.
    private func drawHeader(on drawing: inout Drawing) {
        drawing.paragraph("\(chart.rowTitle) ↓  ·  \(chart.columnTitle) →", size: size, paint: .muted)
        drawing.top += 4
        let baseline = drawing.top + size + 2
        for (place, column) in columns.enumerated() {
            let label = TextMeasure.fitted(chart.columns[column], within: cellWidth - 2, size: size)
            drawing.text(label, x: left + (Double(place) + 0.5) * cellWidth, y: baseline, size: size, anchor: .middle, paint: .muted)
        }
        drawing.top += (size * 1.4).rounded() + 2
    }

    private func draw(
        _ cell: HeatMap.Cell, row: String, column: Int, place: Int, low: Double, high: Double, on drawing: inout Drawing
    ) {
        let x = left + Double(place) * cellWidth
        var paint = Paint.ink
        if cell.value.isDrawable {
            let share = high > low ? (cell.value - low) / (high - low) : 0.5
            let step = min(Int(share * Double(Paint.heatSteps)), Paint.heatSteps - 1)
            drawing.rectangle(
                x: x, y: drawing.top, width: cellWidth - 1, height: cellHeight - 1, paint: .heat(step),
                hint: "\(row), \(chart.columns[column]): \(cell.text)")
            paint = .uponHeat(step)
        }
        let text = TextMeasure.fitted(cell.text, within: cellWidth - 4, size: size)
        guard !cell.text.isEmpty else { return }
        drawing.text(
            text, x: x + cellWidth / 2, y: drawing.top + cellHeight / 2 + size * 0.35, size: size, anchor: .middle, paint: paint)
    }
}
