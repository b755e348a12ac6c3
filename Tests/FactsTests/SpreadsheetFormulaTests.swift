import Facts
import Testing

@Suite("Texts that spreadsheets run")
struct SpreadsheetFormulaTests {
    @Test("What begins like a formula, also of full width or after what is skipped", arguments: ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
    func formulas(sign: String) {
        for before in ["", "\t", "\n", "\r", "\r\n", "\0"] { #expect(SpreadsheetFormula.begins((before + sign + "1+1").utf8)) }
        for text in ["a\(sign)1", "1\(sign)1", "'\(sign)", " a"] { #expect(!SpreadsheetFormula.begins(text.utf8)) }
    }

    @Test("Neighbours of the signs of full width, cut ones, and nothing, are none", arguments: ["", "＜", "Ａ", "ﬁ", "！", "é", "日本"])
    func others(text: String) {
        #expect(!SpreadsheetFormula.begins(text.utf8))
        for cut in 0..<text.utf8.count { #expect(!SpreadsheetFormula.begins(text.utf8.prefix(cut))) }
    }
}
