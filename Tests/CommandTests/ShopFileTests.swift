import Foundation
import Testing

@Suite("Files as shops write them, through the program")
struct ShopFileTests {
    /// What is truly in a file, worked out when it was made.
    struct Expected: Decodable, CustomTestStringConvertible {
        struct Options: Decodable {
            var timeZone: String?
            var currency: String?
        }
        var file: String
        var refused: String?
        var options: Options?
        var orders: Int?
        var zeroValue: Int?
        var customers: Int?
        var revenueMinorUnits: [String: Int64]?

        var testDescription: String { file }
    }

    static let folder = Program.repository.appendingPathComponent("Tests/ConnectorsTests/Fixtures/shops")

    static func expected() -> [Expected] {
        struct Document: Decodable { var files: [Expected] }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let data = try? Data(contentsOf: folder.appendingPathComponent("expected.json")),
            let document = try? decoder.decode(Document.self, from: data)
        else { return [] }
        return document.files
    }

    @Test("There are French, Polish and English files")
    func present() {
        #expect(Self.expected().count >= 12)
    }

    @Test("Orders, customers and money are what the shop's own books say; refused files say what to export instead", arguments: expected())
    func shop(_ expected: Expected) throws {
        var arguments = ["analyze", Self.folder.appendingPathComponent(expected.file).path, "--format", "json"]
        if let zone = expected.options?.timeZone { arguments += ["--time-zone", zone] }
        if let currency = expected.options?.currency { arguments += ["--currency", currency] }
        let result = try Program.run(arguments)
        if let refused = expected.refused {
            #expect(result.status == 65 && result.output.isEmpty && result.words.contains(refused), "\(result.words)")
            return
        }
        #expect(result.status == 0, "\(result.words)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let input = try #require(object["input"] as? [String: Any])
        let read = try #require(input["read"] as? [String: Any])
        let counted = try #require(input["counted"] as? [String: Any])
        #expect(read["orders"] as? Int == expected.orders)
        let held = try #require(counted["held_aside"] as? [[String: Any]])
        let currency = try #require(object["currency"] as? String)
        let rows = try #require(object["customers"] as? [[String: Any]])
        if held.isEmpty, let customers = expected.customers { #expect(rows.count == customers) }
        // Revenue and what was given back of it add up to what the orders were worth.
        let totals = try #require(object["totals"] as? [String: Any])
        let revenue = try #require(totals["revenue"] as? Double)
        let refunded = try #require(counted["refunded_value"] as? Double)
        let unmatched = try #require(counted["refunds_unmatched_value"] as? Double)
        let worth = try #require(expected.revenueMinorUnits?[currency])
        #expect(Int64(((revenue + refunded + unmatched) * 100).rounded()) == worth)
        for part in held {
            let code = try #require(part["currency"] as? String)
            let value = try #require(part["value"] as? Double)
            // What was given back in that currency is taken off before.
            let worth = try #require(expected.revenueMinorUnits?[code])
            #expect(value > 0 && Int64((value * 100).rounded()) <= worth)
        }
        // The same file twice changes nothing.
        arguments.insert(arguments[1], at: 2)
        let twice = try Program.run(arguments)
        let again = try #require(try JSONSerialization.jsonObject(with: Data(twice.output.utf8)) as? [String: Any])
        #expect((again["totals"] as? [String: Any])?["revenue"] as? Double == revenue)
    }
}
