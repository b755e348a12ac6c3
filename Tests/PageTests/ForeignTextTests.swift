import Shop
import Testing
import Wording

@testable import PerennialServer

@Suite("What pages say in English to readers of other languages")
struct ForeignTextTests {
    /// Pages that quote: what the API answered, and what files, exports and actions left behind that are older than the words for them.
    private static let quoting: Set<String> = [
        "intake", "activity", "exports", "import-file", "import-failed", "import-columns", "import-asks",
    ]

    private static func areScopes(_ text: String) -> Bool { text.split(separator: ", ").allSatisfy { Scope(rawValue: String($0)) != nil } }

    @Test("Only names: of scopes, of columns and of the language itself", arguments: [Language.fr, .pl])
    func names(_ language: Language) {
        let columns = Set(ExportColumn.Standard.allCases.map(\.klaviyoLabel))
        for page in Gallery.pages(Samples(language: language)) {
            let english = ReadPage(page.html).foreign.filter { $0.language == "en" }.map(\.text)
            #expect(english.contains("EN"), "\(page.name)")
            let said = english.filter { $0 != "EN" && !Self.areScopes($0) && !columns.contains($0) }
            #expect(said.isEmpty || Self.quoting.contains(page.name), "\(page.name): \(said)")
        }
    }
}
