import Markup
import Testing

@Suite("Tables")
struct TableTests {
    private func isCards(_ headers: [String]) -> Bool {
        let row: [Cell<Served>] = [.text("Name")] + headers.dropFirst().map { _ in .number("1") }
        return HTML(Table<Served>(caption: "Averages", headers: headers, rows: [row]).node).text.contains("class=\"cards\"")
    }

    @Test("A few numbers stay a table on a phone where their titles fit beside each other")
    func cards() {
        #expect(!isCards(["Group", "People", "Orders", "Worth"]))
        #expect(!isCards(["What the group is called", "How many people it has", "Expected spend"]))
        #expect(isCards(["Wskaźnik", "Niedawno zainteresowani", "Wymagają uwagi", "Różnica"]))
        #expect(isCards(["1", "2", "3", "4", "5"]))
    }
}
