import Testing

@testable import PerennialServer

@Suite("Names stand in the order of an alphabet")
struct AlphabeticOrderTests {
    @Test("Accents, strokes, ligatures and capitals do not move a name; those of one name stay in their order")
    func order() {
        let names = ["Zebra", "élite", "Frequent", "Éclair", "malmö", "Łódź", "lotte", "Œuvre", "oeste", "straße", "Ąda", "ada"]
        let expected = ["Ąda", "ada", "Éclair", "élite", "Frequent", "Łódź", "lotte", "malmö", "oeste", "Œuvre", "straße", "Zebra"]
        #expect(names.inAlphabet { $0 } == expected)
        #expect("ŁÓDŹ".alphabeticKey == "lodz" && "ＡＢ".alphabeticKey == "ab" && "日本".alphabeticKey == "日本")
    }
}
