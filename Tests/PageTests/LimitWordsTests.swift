import Shop
import Testing
import Wording

@testable import PerennialServer

@Suite("What a shop has no room for is said in the reader's language")
struct LimitWordsTests {
    @Test("Each limit has words of its own in each language, with the name that is one too many")
    func words() {
        let limits: [ShopLimit] = [
            .metrics(most: 2_000, another: "Kind\u{202E}x"), .profiles, .properties(most: 2_000, another: "Kind\u{202E}x"),
            .propertiesFromBrowsers(most: 1_000, another: "Kind\u{202E}x"), .propertyValues(mostBytes: 500),
            .propertyList(bytes: 25, mostBytes: 20),
        ]
        for language in Language.allCases {
            let said = limits.map { Words(language).noRoom(for: $0) }
            #expect(Set(said).count == limits.count)
            for (limit, text) in zip(limits, said) {
                #expect(limit.detail.contains("Kind") == text.contains("Kind\u{FFFD}x"), "\(text)")
            }
        }
        #expect(Words(.en).noRoom(for: limits[0]).hasPrefix("There are 2,000 metrics"))
    }
}
