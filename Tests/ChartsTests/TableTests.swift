import Charts
import Testing

@Suite("Tables behind figures")
struct TableTests {
    @Test("every row is as long as the header, whatever the figure and its values")
    func rectangular() {
        for value in [1, .nan, .infinity, -1] as [Double] {
            for figure in Samples(value: { _ in value }).all {
                let table = figure.table
                #expect(table.caption == figure.words.title)
                #expect(!table.rows.isEmpty && table.rows.allSatisfy { $0.count == table.header.count })
            }
        }
    }

    @Test("a forecast's table has a column for each line and for both ends of the range")
    func forecast() {
        let axis = ValueAxis(title: "Revenue, €", tick: { "\(Int($0))" }, exact: { "\(Int($0)),00 €" })
        let chart = LineChart(
            words: FigureWords(title: "Revenue", description: "", empty: ""), periodTitle: "Month", periods: ["Jan", "Feb"],
            lines: [.init(name: "actual", values: [5]), .init(name: "expected", values: [.nan, 6], kind: .forecast)],
            band: .init(name: "80 % range", lowTitle: "low", highTitle: "high", low: [.nan, 4], high: [.nan, 9]), valueAxis: axis)
        #expect(chart.table.header == ["Month", "actual", "expected", "low", "high"])
        #expect(chart.table.rows == [["Jan", "5,00 €", "–", "–", "–"], ["Feb", "–", "6,00 €", "4,00 €", "9,00 €"]])
    }

    @Test("the grid's table has one row for each cell")
    func grid() {
        let table = Samples().grid.table
        #expect(table.rows.count == 27)
        #expect(table.rows.first == ["Wartość 1 (wysoka)", "3", "1", "Czempioni", "1 234"])
    }
}
