import Eventually
import Facts
import JSON
import Journal
import Population
import Segments
import Synchronization
import Testing

@testable import Shop

@Suite("Segments that are kept live", .serialized)
struct SegmentKeeperTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    private func segment(_ shop: Shop, _ name: String, _ condition: Condition) async throws -> SegmentNumber {
        let number = try await shop.write(isAlone: true) { (intake) throws(IntakeError) in
            try shop.newSegment(named: name, condition, intake, by: "test")
        }
        #expect(shop.segments.waitUntilFound(number, seconds: 120))
        return number
    }

    @Test("With more moments than are kept in mind it is looked ahead less far, and everybody leaves at their second all the same")
    func horizon() async throws {
        let shop = try open()
        defer { shop.close() }
        shop.segments.state.withLock { $0.mostChanges = 40 }
        let now = clock.now.secondsSince1970
        // One leaves in each of the next 400 minutes.
        try await shop.write { (intake) throws(IntakeError) in
            for number in 1...400 {
                let moment = now - 86_400 + Int64(number) * 60
                _ = try intake.event(order("\(number)", of: "p\(number)@example.com", at: moment, value: 5))
            }
        }
        let within = Condition.test(
            .metric(MetricTest(metric: .name("Placed Order"), filter: .greaterThanOrEqual(1), timeFrame: .inTheLast(Span(1, .day)))))
        let number = try await segment(shop, "Bought today", within)
        #expect(shop.read { $0.memberCount(of: number) } == 400)
        try await eventually {
            shop.segments.state.withLock { $0.changes.count > 0 && $0.horizon < 86_400 }
        }
        // Half a day, a quarter ... of 86,400 seconds: the first with at most 40 minutes in it.
        #expect(shop.segments.state.withLock { $0.horizon } == 1_350)
        #expect(shop.segments.state.withLock { $0.changes.count } <= 40)
        for minutes in [1, 20, 60, 180] {
            let left = Int((clock.now.secondsSince1970 - now) / 60) + minutes
            clock.advance(seconds: Int64(minutes) * 60)
            try await eventually { shop.read { $0.memberCount(of: number) } == 400 - left }
            #expect(shop.segments.state.withLock { $0.changes.count } <= 40)
        }
        clock.advance(seconds: 86_400)
        try await eventually { shop.read { $0.memberCount(of: number) } == 0 }
        // Where they are few it is looked farther again, each time twice as far.
        let before = shop.segments.state.withLock { $0.horizon }
        for _ in 0..<2 {
            let until = shop.segments.state.withLock { $0.lookedUntil }
            clock.advance(seconds: before)
            try await eventually { shop.segments.state.withLock { $0.lookedUntil > until } }
        }
        #expect(shop.segments.state.withLock { $0.horizon } == 2 * before)
    }

    @Test("Moments that went by while nobody looked are made up for: a machine that slept for days")
    func slept() async throws {
        let shop = try open()
        defer { shop.close() }
        let now = clock.now.secondsSince1970
        try await shop.write { (intake) throws(IntakeError) in
            for number in 1...9 {
                let moment = now - 30 * 86_400 + Int64(number) * 86_400
                _ = try intake.event(order("\(number)", of: "p\(number)@example.com", at: moment, value: 5))
            }
        }
        let within = Condition.test(
            .metric(MetricTest(metric: .name("Placed Order"), filter: .greaterThanOrEqual(1), timeFrame: .inTheLast(Span(30, .day)))))
        let number = try await segment(shop, "Bought this month", within)
        try await eventually { shop.segments.state.withLock { $0.lookedUntil > now } }
        // Over what was looked ahead by far, and no number of anybody's is made anew.
        clock.advance(seconds: 5 * 86_400)
        try await eventually { shop.read { $0.memberCount(of: number) } == 4 }
        #expect(shop.read { $0.changes(of: number, from: now + 86_400, before: now + 86_400 + 60) }.removed == 1)
    }

    @Test("Properties of events that were only counted stay for the last twenty definitions, the oldest go first")
    func previewed() async throws {
        let shop = try open()
        defer { shop.close() }
        let properties = (0..<22).map { "said \($0)" }
        var event = EventIntake(identities: identities("ann@example.com"), metric: "Chose", source: .api)
        event.time = clock.now
        event.properties = Array("{\(properties.map { "\"\($0)\":\"yes\"" }.joined(separator: ","))}".utf8)
        try await shop.write { [event] (intake) throws(IntakeError) in _ = try intake.event(event) }
        func kept() -> [String] {
            shop.read { population in
                guard let metric = population.metric(named: "Chose") else { return [] }
                return properties.filter { population.keeps($0, of: metric) }
            }
        }
        for (number, property) in properties.enumerated() {
            let asked = Condition.test(
                .metric(
                    MetricTest(
                        metric: .name("Chose"), filter: .greaterThanOrEqual(1),
                        properties: [EventPropertyTest(property: property, filter: .text(.equals("yes")))])))
            #expect(try await shop.preview(asked)?.count == 1)
            #expect(kept() == Array(properties[max(0, number - 19)...number]))
        }
    }

    @Test("A circle that a change of names makes stands still, with the members that it had, and says why")
    func circle() async throws {
        let shop = try open()
        defer { shop.close() }
        let list = shop.journal.nextNumber(.definition("list"))
        try await shop.write(isAlone: true) { (intake) throws(IntakeError) in
            intake.define(
                .list, list, #"{"name":"Readers","opt_in_process":"single_opt_in"}"#, id: shop.ids.id(.list, list), by: "test", isNew: true)
            _ = try intake.event(order("1", of: "ann@example.com", at: intake.now.secondsSince1970, value: 5))
        }
        let outside = Condition.test(.membership(MembershipTest(isMember: false, groups: [.name("Readers")])))
        let first = try await segment(shop, "No readers", outside)
        let asks = Condition.test(.membership(MembershipTest(isMember: true, groups: [.id(shop.ids.id(first))])))
        let second = try await segment(shop, "Of them", asks)
        func members() -> [Int] { shop.read { population in [first, second].map { population.memberCount(of: $0) } } }
        #expect(members() == [1, 1])
        // The list goes, and the segment that asks for the first is called as it was.
        try await shop.write(isAlone: true) { (intake) throws(IntakeError) in
            intake.define(.list, list, nil, id: shop.ids.id(.list, list), by: "test")
            let body = SegmentDefinition.body(name: "Readers", condition: asks, isStarred: false, isActive: true)
            intake.define(.segment, UInt64(second.value), body, id: shop.ids.id(second), by: "test")
        }
        try await eventually {
            [first, second].allSatisfy { shop.segments.standing($0)?.fault == .circle }
        }
        try await shop.write { (intake) throws(IntakeError) in
            _ = try intake.event(order("2", of: "bob@example.com", at: intake.now.secondsSince1970, value: 5))
        }
        clock.advance(seconds: 10)
        try await Task.sleep(for: .milliseconds(300))
        #expect(members() == [1, 1])
    }
}
