import Facts
import Foundation
import JSON
import Population
import Shop
import Testing

@testable import PerennialServer

@Suite(.serialized) struct ProfileOrderTests {
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func theFirstFewAreTheBeginningOfAll(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for limit in [1, 2, 7, 100] {
            let numbers = (0..<Int.random(in: 0...400, using: &random)).map { _ in Int.random(in: 0..<50, using: &random) }
            for isBefore in [{ (a: Int, b: Int) in a < b }, { (a: Int, b: Int) in b < a }] {
                var few = FirstFew(limit, isBefore: isBefore)
                for number in numbers { few.consider(number) }
                #expect(few.sorted == Array(numbers.sorted(by: isBefore).prefix(limit)))
                #expect(few.isFull == (numbers.count >= limit))
            }
        }
    }

    @Test func textsAreComparedByteByByte() {
        func key(_ text: String, _ row: UInt32 = 0) -> ProfileKey { ProfileKey(text: Array(text.utf8), profile: ProfileNumber(row)) }
        let sorted = [key(""), key("a"), key("a", 1), key("ab"), key("b"), key("e\u{301}"), key("z"), key("é")]
        for (place, one) in sorted.enumerated() {
            for (otherPlace, other) in sorted.enumerated() { #expect((one < other) == (place < otherPlace)) }
        }
        // What is cut is cut between characters, so that a cursor holds it as it is.
        let long = String(repeating: "é", count: 300)
        var text = "x" + long
        let cut = text.withUTF8 { String(decoding: ProfileKey.cut(UnsafeRawBufferPointer($0)), as: UTF8.self) }
        #expect(cut.utf8.count == 499 && text.hasPrefix(cut))
    }

    @Test func theListOfPeopleIsTheSameInPagesAsWhole() async throws {
        try await TestShop.run { shop in
            try await shop.shop.write { (intake) throws(IntakeError) in
                for n in 0..<230 {
                    var identities = Identities()
                    identities[.email] = "\(n % 2 == 0 ? "even" : "odd")-\(n)@example.com"
                    _ = try intake.create(identities, change: [])
                }
                intake.erase(ProfileNumber(229))
            }
            let query = ProfilesModelQuery(shop: shop.shop)
            let all = (0..<229).reversed().map { shop.shop.ids.id(ProfileNumber(UInt32($0))) }
            /// All there are, from page to page and back again: each once, at the place that is said.
            func walked(_ asked: ProfileQuery) -> [[String]] {
                var (pages, model): ([[String]], ProfilesModel) = ([], query.model(asked))
                while true {
                    #expect(model.first == pages.reduce(1) { $0 + $1.count } && (model.previous == nil) == pages.isEmpty)
                    pages.append(model.rows.map(\.profile.id))
                    guard let next = model.next else { break }
                    model = query.model(asked.at(next))
                }
                var back = pages
                while let last = back.popLast(), let previous = model.previous {
                    #expect(model.rows.map(\.profile.id) == last)
                    model = query.model(asked.at(previous))
                }
                #expect(back.isEmpty && model.total == pages.joined().count)
                return pages
            }
            let pages = walked(ProfileQuery())
            #expect(Array(pages.joined()) == all && pages.map(\.count) == [50, 50, 50, 50, 29])
            // Who has no order has no last one: all are alike, and stand by their numbers.
            #expect(Array(walked(ProfileQuery(order: .lastOrder)).joined()) == Array(all.reversed()))
            #expect(walked(ProfileQuery(text: "odd")).map(\.count) == [50, 50, 14])
            // Whoever the page follows may be gone: the page stays where it was.
            let second = query.model(ProfileQuery())
            try await shop.shop.write { (intake) throws(IntakeError) in intake.erase(ProfileNumber(228 - 49)) }
            #expect(query.model(ProfileQuery(cursor: second.next)).rows.map(\.profile.id) == Array(all[50..<100]))
            // Of nobody at all the first page is shown, and it is said.
            let nobody = query.model(ProfileQuery(cursor: RowCursor(isBefore: false, key: 1, id: "nobody")))
            #expect(nobody.query.cursor == nil && nobody.first == 1 && nobody.query.complaints.map(\.parameter) == ["after"])
        }
    }

    /// More people than are looked at while a writer waits: every order, page by page, both ways, holds everybody once.
    @Test func everyOrderOfManyPeople() async throws {
        try await TestShop.run { shop in
            let count = 21_000
            try await shop.shop.write(weight: 1 << 20) { (intake) throws(IntakeError) in
                var random = SeededRandom(seed: 7)
                for n in 0..<count {
                    var identities = Identities()
                    identities[.externalID] = "x\(n)"
                    if n % 10 != 0 {
                        identities[.email] = "\(Int.random(in: 0..<1_000_000, using: &random))-\(n)\(n % 7 == 0 ? "é" : "")@example.com"
                    }
                    intake.past = Instant(secondsSince1970: 1_600_000_000 + Int64.random(in: 0..<5_000, using: &random))
                    _ = try intake.create(identities, change: [])
                }
            }
            let people = shop.shop.read { population in
                (0..<count).map { row -> (profile: ProfileNumber, email: [UInt8], created: Instant) in
                    let profile = ProfileNumber(UInt32(row))
                    return (profile, Array((population.identity(.email, of: profile) ?? "").utf8), population.created(profile))
                }
            }
            let orders: [(name: String, all: [ProfileNumber])] = [
                (
                    "email",
                    people.sorted { a, b in
                        a.email == b.email ? a.profile < b.profile : a.email.lexicographicallyPrecedes(b.email)
                    }.map(\.profile)
                ),
                ("created", people.sorted { ($0.created, $0.profile) < ($1.created, $1.profile) }.map(\.profile)),
                ("updated", people.sorted { ($0.created, $0.profile) < ($1.created, $1.profile) }.map(\.profile)),
            ]
            for (name, all) in orders {
                for isDescending in [false, true] {
                    let expected = (isDescending ? all.reversed() : all).prefix(300).map { shop.shop.ids.id($0) }
                    var target = "/api/profiles?sort=\(isDescending ? "-" : "")\(name)&page[size]=100"
                    var seen: [String] = []
                    for page in 0..<3 {
                        let reply = try await shop.get(target)
                        #expect(reply.status == 200, "\(reply.text)")
                        seen += reply.ids
                        guard let next = reply.root?["links"]?["next"]?.string, let start = next.firstRange(of: "/api/") else { break }
                        if page == 1, let previous = reply.root?["links"]?["prev"]?.string, let start = previous.firstRange(of: "/api/") {
                            let before = try await shop.get(String(previous[start.lowerBound...]))
                            #expect(before.ids == Array(expected.prefix(100)), "\(name)")
                        }
                        target = String(next[start.lowerBound...])
                    }
                    #expect(seen == expected, "\(name) \(isDescending)")
                }
            }
        }
    }
}
