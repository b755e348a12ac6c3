import Facts
import Foundation
import Population
import Segments
import Testing

@testable import Shop

/// The shop as it was known: what had arrived by then counts, whatever it is dated.
@Suite("As it was known", .serialized)
struct AsKnownTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-01")

    init() throws { folder = try TemporaryFolder() }

    private var ordered: Condition {
        .test(.metric(MetricTest(metric: .name("Placed Order"), filter: .greaterThanOrEqual(1))))
    }

    private func write(_ orders: [EventIntake]) async throws {
        let shop = try Shop.open(folder: folder.data, clock: { [clock] in clock.now })
        defer { shop.close() }
        try await shop.write { (intake) throws(IntakeError) in for order in orders { _ = try intake.event(order) } }
    }

    private func seen(_ shop: Shop) throws -> Observed.Events? {
        guard let ann = shop.findPerson("ann@example.com"), let told = try shop.explain(ordered, ann) else { return nil }
        guard case .test(_, .events(let events)) = told.condition.kind else { return nil }
        return events
    }

    @Test("What is told late is not known before it is told; nor is somebody who was not there yet")
    func late() async throws {
        try await write([order("1", of: "ann@example.com", at: 1_740_000_000, value: 10)])
        clock.advance(seconds: 10 * 86_400)
        // Dated before the first, told ten days later.
        try await write([order("2", of: "ann@example.com", at: 1_730_000_000, value: 5)])
        let first = try #require(ShopDay("2025-06-01"))
        let cases: [(ShopDay, Int?)] = [
            (first.advanced(byDays: -1), nil), (first, 1), (first.advanced(byDays: 9), 1), (first.advanced(byDays: 10), 2),
        ]
        for (day, count) in cases {
            let shop = try Shop.openAsKnown(on: day, folder: folder.data)
            defer { shop.close() }
            #expect(try seen(shop)?.count == count, "\(day)")
        }
        // By the dates of what happened both are there before the shop knew anything.
        let dated = try Shop.openAsOf(Instant(secondsSince1970: 1_740_000_001), folder: folder.data)
        defer { dated.close() }
        #expect(try seen(dated)?.count == 2)
    }

    @Test("A moment is a limit to the second, and the live shop goes on")
    func moment() async throws {
        let arrived = clock.now
        try await write([order("1", of: "ann@example.com", at: 1_740_000_000, value: 10)])
        for (second, count) in [(arrived.secondsSince1970, nil), (arrived.secondsSince1970 + 1, 1)] as [(Int64, Int?)] {
            let shop = try Shop.openAsKnown(before: Instant(secondsSince1970: second), folder: folder.data)
            defer { shop.close() }
            #expect(try seen(shop)?.count == count)
            #expect(shop.models.standing.number == nil)
        }
        try await write([order("2", of: "ann@example.com", at: 1_740_000_100, value: 10)])
        let now = try Shop.openBeside(folder: folder.data, clock: { [clock] in clock.now })
        defer { now.close() }
        #expect(try seen(now) == Observed.Events(count: 2, sum: 20, average: 10, last: Instant(secondsSince1970: 1_740_000_100)))
    }

    @Test("A shop that runs tells of the past too, one at a time, and goes on")
    func running() async throws {
        let shop = try Shop.open(folder: folder.data, clock: { [clock] in clock.now })
        defer { shop.close() }
        try await shop.write { (intake) throws(IntakeError) in
            _ = try intake.event(order("1", of: "ann@example.com", at: 1_740_000_000, value: 10))
        }
        let first = Instant(secondsSince1970: clock.now.secondsSince1970 + 1)
        clock.advance(seconds: 10 * 86_400)
        try await shop.write { (intake) throws(IntakeError) in
            _ = try intake.event(order("2", of: "ann@example.com", at: 1_730_000_000, value: 5))
        }
        let ann = try #require(shop.findPerson("ann@example.com"))
        func count(before moment: Instant) async throws -> Int? {
            guard let told = try await shop.explainAsKnown(before: moment, ordered, ann),
                case .test(_, .events(let events)) = told.condition.kind
            else { return nil }
            return events.count
        }
        #expect(try await count(before: first) == 1)
        #expect(try await count(before: clock.now) == 1)
        #expect(try await count(before: Instant(secondsSince1970: clock.now.secondsSince1970 + 1)) == 2)
        // Before anything was known there was nobody.
        #expect(try await count(before: Instant(secondsSince1970: first.secondsSince1970 - 1)) == nil)
        // Somebody else looks: the turn is taken, and given back.
        #expect(shop.pastLook.take())
        await #expect(throws: PastFault.self) { try await count(before: first) }
        shop.pastLook.leave()
        #expect(try await count(before: first) == 1)
        // What is written afterwards is really there, also for another who opens the folder.
        try await shop.write { (intake) throws(IntakeError) in
            _ = try intake.event(order("3", of: "ann@example.com", at: 1_740_000_000, value: 5))
        }
        let beside = try Shop.openBeside(folder: folder.data, clock: { [clock] in clock.now })
        defer { beside.close() }
        #expect(try seen(beside)?.count == 3)
    }

    @Test("A definition is counted before it is kept, also by what events say that was not kept so far")
    func preview() async throws {
        let shop = try Shop.open(folder: folder.data, clock: { [clock] in clock.now })
        defer { shop.close() }
        var paid = order("1", of: "ann@example.com", at: 1_740_000_000, value: 10)
        paid.properties = Array(#"{"OrderId":"1","source":"pos"}"#.utf8)
        let events = [paid, order("2", of: "bob@example.com", at: 1_740_000_000, value: 7)]
        try await shop.write { (intake) throws(IntakeError) in for event in events { _ = try intake.event(event) } }
        let all = try #require(try await shop.preview(ordered))
        #expect(all.count == 2 && all.profiles == 2 && all.share == 1)
        let pos = Condition.test(
            .metric(
                MetricTest(
                    metric: .name("Placed Order"), filter: .greaterThanOrEqual(1),
                    properties: [EventPropertyTest(property: "source", filter: .text(.equals("pos")))])))
        #expect(try await shop.preview(pos)?.count == 1)
        #expect(shop.definitions.segments.isEmpty)
        // Who writes has a turn while it is counted; whom nobody waits for any more is not counted to the end.
        var turns = 0
        let counted = try await shop.preview(ordered) {
            shop.population.write { _ in turns += 1 }
            return false
        }
        #expect(counted?.count == 2 && turns > 0)
        #expect(try await shop.preview(ordered, unless: { true }) == nil)
        let unknown = Condition.test(.metric(MetricTest(metric: .name("Placed Ordr"), filter: .equals(0))))
        await #expect(throws: SegmentFaults.self) { try await shop.preview(unknown) }
    }
}
