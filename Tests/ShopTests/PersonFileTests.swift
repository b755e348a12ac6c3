import Facts
import Foundation
import JSON
import Journal
import Population
import Testing

@testable import Shop

@Suite("Everything known of a person, as a file", .serialized)
struct PersonFileTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    private func file(_ shop: Shop, _ who: String, _ format: PersonFile.Format) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let person = try #require(shop.findPerson(who))
        let file = try #require(PersonFile(of: person, in: shop))
        try file.write(format) { bytes += $0 }
        return bytes
    }

    private func fill(_ shop: Shop) async throws {
        var bought = order("1", of: "ann@example.com", at: 1_740_000_000, value: 12.5)
        bought.properties = Array(#"{"OrderId":"1","Items":["pot","cup"],"Note":"a\nb"}"#.utf8)
        let events = [
            bought, order("1", of: "ann@example.com", at: 1_740_100_000, value: 2.5, metric: "Refunded Order"),
            order("2", of: "ann@example.com", at: 1_741_000_000, value: 7), order("9", of: "bob@example.com", at: 1_741_000_000, value: 99),
        ]
        try await shop.write { (intake) throws(IntakeError) in
            var phone = Identities()
            phone[.phone] = "+48601234567"
            let early = try intake.create(phone, change: Array(#"{"first_name":"Ann","location":{"city":"Łódź"}}"#.utf8))
            for event in events { _ = try intake.event(event) }
            let ann = intake.find(identities("ann@example.com"))[0]
            intake.merge(early, into: ann)
            try intake.change(ann, Array(#"{"properties":{"tier":"gold"}}"#.utf8))
            let proof = Array(#"{"method":"FORM","wording":"Yes, write to me"}"#.utf8)
            intake.consent(ConsentFact(profile: ann, channel: .email, change: .subscribed, seconds: 1_740_000_100, proof: proof[...]))
            intake.consent(ConsentFact(profile: ann, channel: .email, change: .unsubscribed, seconds: 1_741_000_100, proof: []))
            intake.membership(ann, in: ListNumber(1), isMember: true, seconds: 1_740_000_200)
            intake.write(
                .definition(DefinitionChange(kind: "list", number: 1, body: #"{"name":"News"}"#, at: intake.now, who: "test")))
            let record = PredictionRecord(
                profile: ann, model: 3, historicNumberOfOrders: 1, historicCLV: 1_250, forecast: nil, rfm: (1, 2, 3), classes: (0, 1))
            intake.write(.predictions(ShopDay(daysSince1970: 20_200), [record]))
        }
    }

    @Test("The file holds all of it and nothing of anybody else, also when it is read beside a shop that is open")
    func document() async throws {
        let shop = try open()
        try await fill(shop)
        let ann = try #require(shop.findPerson("ann@example.com"))
        try await shop.setObjection(ann, true, by: "owner")
        let beside = try Shop.openBeside(folder: folder.data, clock: { [clock] in clock.now })
        for shop in [shop, beside] {
            let text = String(decoding: try file(shop, " Ann@Example.com ", .json), as: UTF8.self)
            #expect(!text.contains("bob@example.com"))
            let root = try JSONDocument(text).root
            #expect(root["identities"]?["email"]?[0]?.string == "ann@example.com")
            #expect(root["identities"]?["phone_number"]?[0]?.string == "+48601234567")
            #expect(root["attributes"]?["first_name"]?.string == "Ann")
            #expect(root["attributes"]?["location.city"]?.string == "Łódź")
            #expect(root["properties"]?["tier"]?.string == "gold")
            #expect(root["profile"]?["objected_to_profiling"]?.bool == true)
            #expect(root["profile"]?["merged_profiles"]?.count == 1)
            #expect(root["consent"]?["email"]?["status"]?.string == "unsubscribed")
            #expect(root["consent_history"]?.count == 2)
            #expect(root["consent_history"]?[0]?["proof"]?["wording"]?.string == "Yes, write to me")
            #expect(root["lists"]?[0]?["name"]?.string == "News")
            #expect(root["events"]?.count == 3)
            #expect(root["events"]?[0]?["properties"]?["Items"]?[1]?.string == "cup")
            #expect(root["orders"]?.count == 2)
            #expect(root["orders"]?[0]?["refunds"]?[0]?["value"]?.double == 2.5)
            #expect(root["numbers"]?["historic_clv"]?.double == 17)
            #expect(root["numbers"]?["prediction"] == nil)
            #expect(root["prediction_history"]?[0]?["model"]?.int == 3)
            #expect(root["audit"]?[0]?["action"]?.string == "profile.object")
            #expect(root["changes"]?.count ?? 0 >= 4)
        }
        #expect(throws: IntakeError.self) {
            try beside.writeAndWait { (intake) throws(IntakeError) in _ = try intake.create(identities("x@example.com"), change: []) }
        }
        beside.close()
        shop.close()
    }

    @Test("The outline says the same, a line per value, with nothing that steers a terminal")
    func outline() async throws {
        let shop = try open()
        try await fill(shop)
        let text = String(decoding: try file(shop, "+48601234567", .text), as: UTF8.self)
        for line in [
            "IDENTITIES", "  email:\n    - ann@example.com", "  first name: Ann", "  tier: gold", "CONSENT HISTORY",
            "      wording: Yes, write to me", "    is counted: yes", "      Items:\n        - pot\n        - cup",
            "      Note: a b", "AUDIT\n  none",
        ] { #expect(text.contains(line + "\n"), "\(line)") }
        shop.close()
    }

    @Test("Somebody is found by id and by every kind of identity, and not after being erased")
    func finding() async throws {
        let shop = try open()
        try await fill(shop)
        let ann = try #require(shop.findPerson("ann@example.com"))
        #expect(shop.findPerson("+48601234567") == ann)
        #expect(shop.findPerson(shop.ids.id(.profile, UInt64(ann.row))) == ann)
        // The id of the profile that went into hers.
        #expect(shop.findPerson(shop.ids.id(.profile, 0)) == ann)
        #expect(shop.findPerson("nobody@example.com") == nil)
        try await shop.write { (intake) throws(IntakeError) in intake.erase(ann) }
        #expect(shop.findPerson(shop.ids.id(.profile, UInt64(ann.row))) == nil)
        #expect(PersonFile(of: ann, in: shop) == nil)
        shop.close()
    }
}
