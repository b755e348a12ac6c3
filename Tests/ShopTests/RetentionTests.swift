import Facts
import Foundation
import Journal
import Population
import Testing

@testable import Shop

@Suite("People of whom nothing is heard", .serialized)
struct RetentionTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    private func daysAgo(_ days: Int64) -> Int64 { clock.now.secondsSince1970 - days * 86_400 }

    private func event(_ metric: String, of email: String, daysAgo days: Int64) -> EventIntake {
        order("\(metric) \(days)", of: email, at: daysAgo(days), value: 5, metric: metric)
    }

    /// People who were known 2,000 days ago, and when they ordered, clicked and looked since.
    private func fill(_ shop: Shop) throws {
        let told = [
            event("Placed Order", of: "old@example.com", daysAgo: 1_200), event("Placed Order", of: "border@example.com", daysAgo: 1_095),
            event("Placed Order", of: "click@example.com", daysAgo: 1_500), event("Clicked Email", of: "click@example.com", daysAgo: 10),
            event("Viewed Product", of: "visitor@example.com", daysAgo: 3), event("Placed Order", of: "said@example.com", daysAgo: 1_900),
        ]
        let (past, said) = (daysAgo(2_000), UInt32(clamping: daysAgo(100)))
        try shop.writeAndWait { (intake) throws(IntakeError) in
            intake.past = Instant(secondsSince1970: past)
            for event in told { _ = try intake.event(event) }
            let who = intake.find(identities("said@example.com"))[0]
            intake.consent(ConsentFact(profile: who, channel: .email, change: .unsubscribed, seconds: said, proof: []))
        }
        try shop.writeAndWait { (intake) throws(IntakeError) in _ = try intake.create(identities("new@example.com"), change: []) }
    }

    private func emails(_ profiles: [ProfileNumber], _ shop: Shop) -> [String] {
        shop.read { population in profiles.compactMap { population.identity(.email, of: $0) }.sorted() }
    }

    @Test("A preview names those without a sign of life of the kinds that count; applied, the rule erases them and nobody else")
    func rule() async throws {
        let shop = try open()
        try fill(shop)
        let rule = RetentionRule(days: 1_095, metrics: ["Placed Order", "Clicked Email"])
        try await shop.setRetention(rule, by: "owner")
        #expect(try shop.retentionRule() == rule)
        #expect(try shop.retentionHistory().map(\.who) == ["owner"])
        let preview = try shop.previewRetention(rule)
        #expect(emails(preview.profiles, shop) == ["old@example.com", "visitor@example.com"])
        #expect(preview.profileCount == 6)
        #expect(preview.firstDayKept == shop.today.advanced(byDays: -1_095))
        let all = try shop.previewRetention(RetentionRule(days: 1_095, metrics: []))
        #expect(emails(all.profiles, shop) == ["old@example.com"])
        try shop.jobs.start(shop)
        let job = try #require(try await shop.applyRetention(rule, by: "owner"))
        let ended = try await shop.jobs.end(of: job.number, shop)
        #expect(ended.completedCount == 2)
        #expect(ErasureReceipt(json: ended.detail)?.blankedFacts ?? 0 > 0)
        #expect(shop.read { $0.liveProfileCount } == 4)
        #expect(try shop.journal.audit().filter { $0.entry.action == "profile.erase" }.map(\.entry.who) == ["owner", "owner"])
        #expect(try shop.previewRetention(rule).profiles.isEmpty)
        #expect(try await shop.applyRetention(rule, by: "owner") == nil)
        shop.close()
    }

    @Test("Whoever gives a sign of life between the preview and the erasure is kept")
    func meanwhile() async throws {
        let shop = try open()
        try fill(shop)
        let rule = RetentionRule(days: 1_095, metrics: ["Placed Order"])
        // The job waits, as the runner was not started.
        let job = try #require(try await shop.applyRetention(rule, by: "owner"))
        let order = event("Placed Order", of: "old@example.com", daysAgo: 0)
        _ = try await shop.write { (intake) throws(IntakeError) in try intake.event(order) }
        try shop.jobs.start(shop)
        _ = try await shop.jobs.end(of: job.number, shop)
        #expect(shop.read { $0.profile(.email, "old@example.com") } != nil)
        #expect(shop.read { $0.profile(.email, "visitor@example.com") } == nil)
        shop.close()
    }

    @Test("A rule that would empty the shop, or names what is not there, is refused")
    func refused() async throws {
        let shop = try open()
        try fill(shop)
        for rule in [
            RetentionRule(days: 29, metrics: []), RetentionRule(days: 0, metrics: []), RetentionRule(days: 365, metrics: ["Placed Ordr"]),
        ] {
            await #expect(throws: IntakeError.self) { try await shop.setRetention(rule, by: "owner") }
            #expect(throws: IntakeError.self) { try shop.previewRetention(rule) }
        }
        #expect(try shop.retentionRule() == nil)
        try await shop.setRetention(RetentionRule(days: 365, metrics: []), by: "owner")
        try await shop.setRetention(nil, by: "owner")
        #expect(try shop.retentionRule() == nil)
        #expect(try shop.retentionHistory().count == 2)
        shop.close()
    }
}
