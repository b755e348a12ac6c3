import Connectors
import Testing
import Wording

@testable import PerennialServer

@Suite("Words for what the files and events of a shop hold")
struct ShopDataWordsTests {
    @Test("Each type of a property has words", arguments: ["string", "number", "boolean", "object", "list", "null"])
    func types(_ type: String) {
        #expect(Phrase.MetricsPage.of(type: type) != nil)
    }

    @Test("Each form of a file of orders, and each reason for which a row is not taken, has words")
    func each() {
        for dialect in Dialect.allCases { #expect(Phrase.FileForm.of(dialect.rawValue) != nil, "\(dialect)") }
        for reason in RejectReason.allCases { #expect(Phrase.RejectedRows.of(reason.rawValue) != nil, "\(reason)") }
        for problem in RowProblem.allCases { #expect(Phrase.RejectedRows.of(problem.rawValue) != nil, "\(problem)") }
    }

    @Test("Each note on a file, and each reason for which it is not read, has words; names stand where they belong and are not read again")
    func notes() {
        for language in [Language.en, .fr, .pl] {
            let words = Words(language)
            for kind in ReadingNote.Kind.allCases { #expect(words.readingNote(kind.rawValue, []) != nil, "\(kind)") }
            for cause in ReadingError.Cause.allCases { #expect(words.readingFault(cause.rawValue, []) != nil, "\(cause)") }
            #expect(words.readingNote("amounts-in", ["EUR", "{0}{"])?.hasSuffix("EUR") == false)
            #expect(words.readingNote("amounts-in", ["EUR", "{0}{"])?.contains("{0}{") == true)
        }
        #expect(Words(.pl).readingFault("columns-alike", ["data", "a, b"])?.contains("kolumnę: a, b") == true)
    }

    @Test("What is not understood is said once, in the reader's language, with what stands there")
    func reason() {
        let page = Gallery.pages(Samples(language: .fr)).first { $0.name == "import-file" }
        let text = ReadPage(page?.html ?? "").text
        #expect(text.contains("montant non compris\u{A0}: twelve") && !text.contains("the value is not understood"))
        #expect(text.contains("tableau de commandes") && !text.contains("a table of orders"))
    }
}
