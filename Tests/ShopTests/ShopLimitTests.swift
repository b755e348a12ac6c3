import JSON
import Testing

@testable import Shop

@Suite("What a shop has no room for")
struct ShopLimitTests {
    @Test(
        "A job keeps it as it is, names cut",
        arguments: [
            ShopLimit.metrics(most: 2_000, another: "Kind <b>"), .profiles, .properties(most: 3, another: ""),
            .propertiesFromBrowsers(most: 2, another: "é\"\n"), .propertyValues(mostBytes: 500), .propertyList(bytes: 25, mostBytes: 20),
        ])
    func kept(limit: ShopLimit) throws {
        #expect(ShopLimit(try Self.json(limit).root) == limit)
        #expect(limit.detail.hasSuffix(".") && !limit.detail.contains("Optional"))
    }

    @Test("A name of any length is kept to its beginning; what is none is none")
    func long() throws {
        let long = ShopLimit.metrics(most: 1, another: String(repeating: "e\u{301}\u{302}", count: 900))
        guard case .metrics(1, let name)? = ShopLimit(try Self.json(long).root) else {
            Issue.record("it is not kept")
            return
        }
        #expect(name.unicodeScalars.count == 400)
        #expect(ShopLimit(try JSONDocument(#"{"of":"something"}"#).root) == nil)
    }

    private static func json(_ limit: ShopLimit) throws -> JSONDocument {
        var json = JSONWriter()
        limit.write(to: &json)
        return try JSONDocument(json.text)
    }
}
