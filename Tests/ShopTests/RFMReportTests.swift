import CustomerValue
import Eventually
import Facts
import Foundation
import JSON
import Journal
import Population
import Segments
import Synchronization
import Testing

@testable import Shop

@Suite("RFM groups of a past day, and between two days", .serialized)
struct RFMReportTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    private func write(_ orders: [EventIntake], _ shop: Shop) async throws {
        try await shop.write { (intake) throws(IntakeError) in for order in orders { _ = try intake.event(order) } }
    }

    private func fill(_ shop: Shop) async throws {
        let orders = randomOrders(customers: 120, seed: 23, until: clock.now.secondsSince1970 - 86_400)
        try await write(orders.map { order($0.id, of: $0.email, at: $0.seconds, value: $0.value) }, shop)
        try await shop.settle()
    }

    /// What a history worked out from all orders says of two days.
    private func worked(_ shop: Shop, _ days: [ShopDay]) throws -> RFMHistory {
        let orders = shop.models.collect(shop)
        var options = shop.summaryOptions
        options.asOf = shop.today.advanced(byDays: -1)
        return try RFMHistory(orders: orders.orders, refunds: orders.refunds, options: options, settings: .standard) { _ in days }
    }

    private func day(_ text: String) throws -> ShopDay { try #require(ShopDay(text)) }

    @Test("Of customers who came with their past the report is that of a history worked out from their orders, medians included")
    func past() async throws {
        let shop = try open()
        try await fill(shop)
        let days = [try day("2024-11-17"), try day("2025-06-29")]
        let history = try worked(shop, days)
        let expected = try #require(RFMReport(start: history.snapshots[0], end: history.snapshots[1], currency: history.currency))
        let found = try #require(shop.rfmReport(from: days[0], to: days[1]))
        #expect(found.report.rows == expected.rows && found.report.movement == expected.movement)
        #expect(expected.rows.allSatisfy { ($0.mediansAtEnd == nil) == ($0.end == 0) } && expected.movement.moved > 10)
        #expect(expected.movement.count(from: nil, to: .recent) + expected.movement.count(from: nil, to: .champions) > 0)
        // Without medians no order is read, and all else is the same.
        let cheap = try #require(shop.rfmReport(from: days[0], to: days[1], hasMedians: false))
        #expect(cheap.report.movement == expected.movement)
        #expect(cheap.report.rows.allSatisfy { $0.mediansAtEnd == nil && $0.mediansAtStart == nil })
        #expect(shop.rfmReport(from: days[1], to: days[1]) == nil && shop.rfmReport(from: days[1], to: days[0]) == nil)
        // Before anybody bought, all come from nowhere.
        let early = try #require(shop.rfmReport(from: try day("1990-01-01"), to: days[1]))
        #expect(early.report.movement.start.customers == 0 && early.report.movement.end == expected.movement.end)
        shop.close()
    }

    @Test("A person's group of any past day is what the history says of that day")
    func days() async throws {
        let shop = try open()
        try await fill(shop)
        let history = try worked(shop, [])
        let profiles = shop.models.collect(shop).profiles
        for customer in stride(from: 0, to: history.count, by: 7) {
            for back in stride(from: 1, to: 700, by: 13) {
                let day = shop.today.advanced(byDays: -back)
                let told = shop.rfm(of: profiles[customer], on: day)
                let expected = history.standing(of: customer, on: day)
                #expect(told.standing?.current == expected.current && told.standing?.previous == expected.previous)
                #expect(told.standing?.changedAt.map { shop.settings.timeZone.day(of: $0) } == expected.changedOn)
                #expect((told.missing == nil) == (expected.current != nil) && (told.scores != nil) == (expected.current != nil))
                if expected.current == nil { #expect(told.missing == .notYet) }
            }
        }
        let told = shop.rfmHistory(of: profiles[0])
        #expect(told.map(\.number) == (1...told.count).reversed() && told.last?.previous == nil)
        for (later, earlier) in zip(told, told.dropFirst()) { #expect(later.previous == earlier.change.current?.group) }
        // The file for the person has all of it, oldest first.
        let bytes = Mutex<[UInt8]>([])
        try #require(PersonFile(of: profiles[0], in: shop)).write(.json) { some in bytes.withLock { $0 += some } }
        let kept = try JSONDocument(bytes.withLock { $0 }).root["rfm_history"]?.elements.map { $0["group"]?.string }
        #expect(kept == told.reversed().map { $0.change.current?.group.rawValue })
        shop.close()
    }

    @Test("Profiles, segments and report agree: today, after an order, after days of silence, and of a past day as it was known then")
    func agreement() async throws {
        let shop = try open()
        try await fill(shop)
        var segments: [RFMGroup: SegmentNumber] = [:]
        for group in RFMGroup.allCases { segments[group] = try await segment(shop, group) }
        let start = shop.today
        try await agree(shop, segments)
        let atStart = shop.rfmInUse().groups
        clock.advance(seconds: 3_600)
        let orders = (1...8).map { order("X\($0)", of: "c3@example.com", at: clock.now.secondsSince1970 - Int64($0) * 60, value: 900) }
        try await write(orders, shop)
        let third = try #require(shop.findPerson("c3@example.com"))
        try await eventually { shop.read { $0.rfmGroup(third) } == .champions }
        try await agree(shop, segments)
        let endOfStart = shop.rfmInUse().groups
        #expect(atStart != endOfStart)
        clock.advance(seconds: 120 * 86_400)
        try await eventually { shop.models.standing.scoredAsOf == shop.today }
        try await shop.settle()
        try await agree(shop, segments)
        // The first day stays as it was known at its end.
        let report = try #require(shop.rfmReport(from: start, to: shop.today))
        #expect(report.report.movement.start == endOfStart && report.report.movement.end == shop.rfmInUse().groups)
        #expect(report.report.movement.moved > 5)
        shop.close()
        let known = try Shop.openAsKnown(on: start, folder: folder.data)
        #expect(known.rfmInUse().groups == endOfStart)
        known.close()
    }

    @Test("Who objects leaves the groups of today and stays in those of the past; who never bought is in none")
    func objection() async throws {
        let shop = try open()
        try await fill(shop)
        let someone = try #require(shop.findPerson("c1@example.com"))
        let yesterday = shop.today.advanced(byDays: -1)
        let group = try #require(shop.rfm(of: someone, on: yesterday).standing?.current)
        try await shop.write { (intake) throws(IntakeError) in intake.profiling(someone, isObjected: true) }
        try await eventually { shop.read { $0.rfmGroup(someone) } == nil }
        let now = shop.rfm(of: someone, on: shop.today)
        #expect(now.standing == nil && now.missing == .objected && shop.rfm(of: someone, on: yesterday).standing?.current == group)
        let report = try #require(shop.rfmReport(from: yesterday, to: shop.today))
        #expect(report.report.movement.count(from: group, to: nil) == 1)
        try await shop.write { (intake) throws(IntakeError) in _ = try intake.profile(identities("new@example.com")) }
        let new = try #require(shop.findPerson("new@example.com"))
        #expect(shop.rfm(of: new, on: shop.today).missing == .noOrder && shop.rfmHistory(of: new).isEmpty)
        shop.close()
    }

    /// Today's groups by segments, by properties that profiles show, by the report and by what is in use.
    private func agree(_ shop: Shop, _ segments: [RFMGroup: SegmentNumber], line: Int = #line) async throws {
        let yesterday = shop.today.advanced(byDays: -1)
        try await eventually(line: line) {
            let report = shop.rfmReport(from: yesterday, to: shop.today, hasMedians: false)?.report.movement.end
            return shop.read { population in
                let everybody = (0..<population.profileCount).map { ProfileNumber(UInt32($0)) }
                return RFMGroup.allCases.allSatisfy { group in
                    let word = Array("\"\(group.rawValue)\"".utf8)
                    let counts = [
                        segments[group].map { population.memberSet(of: $0).count }, population.rfmDistribution()[group], report?[group],
                        everybody.filter { population.shownProperty("Current RFM group", of: $0) == word }.count,
                        everybody.filter { population.scores.rfm(of: $0)?.group == group }.count,
                    ]
                    return Set(counts).count == 1
                }
            }
        }
    }

    private func segment(_ shop: Shop, _ group: RFMGroup) async throws -> SegmentNumber {
        let number = shop.journal.nextNumber(.definition("segment"))
        let test =
            #"{"type":"profile-property","property":"properties['Current RFM group']","filter":{"type":"string","operator":"equals","value":"\#(group.rawValue)"}}"#
        let condition = try Condition(definition: try JSONDocument(#"{"condition_groups":[{"conditions":[\#(test)]}]}"#).root)
        let body = SegmentDefinition.body(name: group.rawValue, condition: condition, isStarred: false, isActive: true)
        try await shop.write(isAlone: true) { (intake) throws(IntakeError) in
            intake.define(.segment, number, body, id: shop.ids.id(.segment, number), by: "test", isNew: true)
        }
        return SegmentNumber(UInt32(number))
    }
}
