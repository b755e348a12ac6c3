import Facts
import Foundation
import Journal
import Population
import SeededDice
import Testing

@testable import Shop

@Suite("How many came to a list and left it")
struct ListHistoryTests {
    private static let day: Int64 = 86_400

    @Test(
        "Day by day it is what a plain count gives, also after a restart, with people merged and erased",
        arguments: [2, 29, 505] as [UInt64])
    func recount(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let clock = SetClock("2025-03-01")
        let begin = clock.now.secondsSince1970
        var dice = Dice(seed: seed)
        var members: Set<Int> = []
        var gone: Set<Int> = []
        var log: [(second: Int64, entered: Bool)] = []
        let list = ListNumber(7)
        func open() throws -> Shop { try Shop.open(folder: folder.data, keepsModels: false, clock: { clock.now }) }
        var shop = try open()
        try shop.writeAndWait { (intake) throws(IntakeError) in
            for n in 0..<60 { _ = try intake.create(identities("p\(n)@example.com"), change: []) }
        }
        for _ in 0..<400 {
            clock.advance(seconds: Int64(dice.whole(0...7_000)))
            let (who, kind) = (dice.whole(0...59), dice.whole(0...99))
            guard !gone.contains(who) else { continue }
            let (now, profile) = (clock.now.secondsSince1970, ProfileNumber(UInt32(who)))
            if kind < 2, gone.count < 8 {
                try shop.writeAndWait { (intake) throws(IntakeError) in intake.erase(profile) }
                gone.insert(who)
                if members.remove(who) != nil { log.append((now, false)) }
            } else {
                let isMember = kind < 60
                try shop.writeAndWait { (intake) throws(IntakeError) in intake.membership(profile, in: list, isMember: isMember) }
                if isMember, members.insert(who).inserted { log.append((now, true)) }
                if !isMember, members.remove(who) != nil { log.append((now, false)) }
            }
        }
        clock.advance(seconds: Self.day)
        let days = (clock.now.secondsSince1970 - begin) / Self.day
        for round in 0..<2 {
            let digest = shop.read { $0.digest }
            for day in 0..<days {
                let (from, until) = (begin + day * Self.day, begin + (day + 1) * Self.day)
                let told = log.filter { $0.second >= from && $0.second < until }
                let before = log.filter { $0.second < until }
                let (changes, count) = shop.read {
                    ($0.changes(of: list, from: from, before: until), $0.memberCount(of: list, before: until))
                }
                #expect(changes.added == told.count { $0.entered } && changes.removed == told.count { !$0.entered })
                #expect(count == before.count { $0.entered } - before.count { !$0.entered })
            }
            #expect(shop.read { $0.memberCount(of: list) } == members.count && log.count > 100 && gone.count > 2)
            guard round == 0 else { break }
            shop.close()
            shop = try open()
            #expect(shop.read { $0.digest } == digest)
        }
        shop.close()
    }
}

@Suite("Tags on lists and segments")
struct TaggingTests {
    @Test("Those chosen are on it and no others; one that keeps another out changes nothing")
    func tags() async throws {
        let folder = try TemporaryFolder()
        let shop = try Shop.open(folder: folder.data, keepsModels: false, clock: { SetClock("2025-03-01").now })
        defer { shop.close() }
        func change(_ numbers: Set<UInt64>, _ name: String?) throws -> TagFault? {
            try shop.writeAndWait { (intake) throws(IntakeError) in
                do throws(TagFault) {
                    try shop.setTags(numbers, newName: name, on: .list, 4, intake, by: "ada")
                    return nil
                } catch {
                    return error
                }
            }
        }
        func on() -> [String] { shop.definitions.tags(on: .list, 4).map(\.name).sorted() }
        #expect(try change([], "vip") == nil && on() == ["vip"])
        #expect(try change([1], "spring") == nil && on() == ["spring", "vip"])
        // A name that a tag has is that tag.
        #expect(try change([], "VIP") == nil && on() == ["vip"] && shop.definitions.tags.count == 2)
        #expect(try change([], String(repeating: "x", count: 256)) == .name && on() == ["vip"])
        try shop.writeAndWait { (intake) throws(IntakeError) in
            intake.define(.tagGroup, 9, TagGroupDefinition(number: 9, name: "Season", isExclusive: true).body, id: "g", by: "ada")
            for (number, name) in [(1_001 as UInt64, "summer"), (1_002, "winter")] {
                intake.define(.tag, number, TagDefinition(number: number, name: name, group: 9).body, id: "t", by: "ada")
            }
        }
        #expect(try change([1_001], nil) == nil && on() == ["summer"])
        #expect(try change([1_001, 1_002], nil) == .isExclusive(other: "winter", group: "Season") && on() == ["summer"])
        #expect(try change([], nil) == nil && on().isEmpty)
        for n in 0..<100 {
            #expect(try change(Set(shop.definitions.tags.map(\.number).filter { $0 != 1_002 }), "t\(n)") == (n < 97 ? nil : .tooManyOnOne))
        }
    }
}
