import Facts
import Foundation
import Journal
import Population
import Testing

@testable import Shop

@Suite("Columns are compared with the journal, and the journal is kept small and clean", .serialized)
struct VerifyTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    @Test("The comparison finds nothing while much comes in, and names whoever is not what the facts say")
    func compares() async throws {
        let shop = try open()
        var life = RandomLife(seed: 11, until: clock.now.secondsSince1970)
        let steps = life.steps(400).filter { !$0.isAlone }
        for step in steps[..<200] { try await shop.write { (intake) throws(IntakeError) in step.perform(intake) } }
        async let telling: Void = {
            for step in steps[200...] { try await shop.write { (intake) throws(IntakeError) in step.perform(intake) } }
        }()
        for _ in 0..<5 {
            let check = try shop.verifyDerived()
            #expect(check.isSound, "\(check)")
        }
        try await telling
        let check = try shop.verifyDerived()
        #expect(check.isSound)
        #expect(check.factCount == shop.journal.lastSequence)
        #expect(check.profileCount == shop.read { $0.profileCount })

        let live = try #require(
            shop.read { population in
                (0..<UInt32(population.profileCount)).map { ProfileNumber($0) }.first { population.isLive($0) }
            })
        shop.population.write { population in
            let change = ProfileFact(profile: live, isNew: false, seconds: 1, change: Array(#"{"first_name":"Nobody"}"#.utf8)[...])
            population.apply(.profile(change), sequence: population.sequence, recordedAt: clock.now)
        }
        let found = try shop.verifyDerived()
        #expect(found.differing == [live])
        #expect(found.differenceCount == 1)
        #expect(!found.isShopDifferent)
        shop.close()
    }

    @Test("Small blocks are joined while nobody writes; ended sessions and old refusals go, their counts stay")
    func upkeep() async throws {
        let shop = try open()
        for number in 0..<120 {
            var event = order("\(number)", of: "c@example.com", at: 1_740_000_000 + Int64(number), value: 1)
            event.properties = Array(#"{"text":"\#(String(repeating: "x", count: 2_000))"}"#.utf8)
            let told = event
            _ = try await shop.write { (intake) throws(IntakeError) in try intake.event(told) }
        }
        let now = clock.now
        try await shop.write { (intake) throws(IntakeError) in
            intake.write(
                .user(UserRow(number: 1, email: "owner@example.com", name: "Owner", role: "owner", password: nil, createdAt: intake.now)))
            for (hash, days) in [([1], -8), ([2], -1), ([3], 30)] as [([UInt8], Int64)] {
                let end = Instant(secondsSince1970: now.secondsSince1970 + days * 86_400)
                intake.write(.session(SessionRow(hash: hash, user: 1, createdAt: now, expiresAt: end)))
            }
            for days in [100, 1] as [Int64] {
                let at = Instant(secondsSince1970: now.secondsSince1970 - days * 86_400)
                intake.write(.refusal(RefusedFact(at: at, door: "api", code: "invalid", detail: "No.", original: [1, 2, 3])))
            }
        }
        let digest = shop.read { $0.digest }
        let upkeep = try #require(shop.upkeep)
        // The thread of the shop itself may be at it: then a look finds nothing to do.
        for _ in 0..<50 {
            if try shop.journal.statistics().blockCount < 60 { break }
            upkeep.look(shop)
        }
        #expect(try shop.journal.statistics().blockCount < 60)
        clock.advance(seconds: 7 * 3_600)
        upkeep.look(shop)
        #expect(try shop.journal.session(hash: [1]) == nil)
        #expect(try shop.journal.session(hash: [2]) != nil)
        #expect(try shop.journal.session(hash: [3]) != nil)
        #expect(try shop.journal.refusals().count == 1)
        #expect(try shop.journal.refusalCounts().map(\.rowCount) == [2])
        #expect(shop.read { $0.digest } == digest)
        shop.close()
        let again = try open()
        #expect(again.read { $0.digest } == digest)
        again.close()
    }
}
