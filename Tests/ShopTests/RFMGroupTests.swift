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

@Suite("RFM groups and their past", .serialized)
struct RFMGroupTests {
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

    private func profile(_ email: String, _ shop: Shop) throws -> ProfileNumber { try #require(shop.findPerson(email)) }

    private func fill(_ shop: Shop, customers: Int = 90) async throws {
        let orders = randomOrders(customers: customers, seed: 11, until: clock.now.secondsSince1970 - 86_400)
        try await write(orders.map { order($0.id, of: $0.email, at: $0.seconds, value: $0.value) }, shop)
    }

    @Test("Told in several commits of one import, the past is worked out once all of it is there")
    func toldInParts() async throws {
        let shop = try open()
        let told = randomOrders(customers: 90, seed: 11, until: clock.now.secondsSince1970 - 86_400).sorted { $0.seconds < $1.seconds }
        let orders = told.map { order($0.id, of: $0.email, at: $0.seconds, value: $0.value) }
        func write(_ some: ArraySlice<EventIntake>) throws(IntakeError) {
            let events = Array(some)
            _ = try shop.writeAndWait { (intake) throws(IntakeError) in for event in events { _ = try intake.event(event) } }
        }
        func isAnybodyTold() -> Bool {
            shop.read { population in
                (0..<population.profileCount).contains { population.hasRFMHistory(ProfileNumber(UInt32($0)), by: .standard) }
            }
        }
        try shop.tellingOfPast { () throws(IntakeError) in
            try write(orders[..<(orders.count / 2)])
            // All are scored, and compared with what facts tell: nobody's past is worked out of half their orders.
            for _ in 0..<6_000 where !shop.models.groups.withLock({ $0.isPastMissing }) { usleep(10_000) }
            shop.models.allGroupsDue(GroupsDue(occasions: [.orders]))
            shop.models.keepGroups(shop)
            #expect(!isAnybodyTold() && shop.models.groups.withLock { $0.isPastMissing })
            try write(orders[(orders.count / 2)...])
        }
        try await shop.settle()
        #expect(isAnybodyTold())
        let all = shop.models.collect(shop)
        var options = shop.summaryOptions
        options.asOf = shop.today.advanced(byDays: -1)
        let history = try RFMHistory(orders: all.orders, refunds: all.refunds, options: options, settings: .standard)
        for customer in 0..<history.count {
            let changes = shop.read { $0.rfmChanges(of: all.profiles[customer]) }
            let past = changes.filter(\.isReconstructed)
            #expect(past.map(\.current?.group) == history.changes(of: customer).map(\.group))
            // All else is of today, and ends in today's group.
            #expect(changes.dropFirst(past.count).allSatisfy { !$0.isReconstructed && $0.at == clock.now })
            #expect(changes.last?.current?.group == shop.read { $0.rfmGroup(all.profiles[customer]) })
        }
        shop.close()
    }

    @Test("The past of customers who came with one is worked out, and is what a history of all orders says")
    func past() async throws {
        let shop = try open()
        try await fill(shop)
        let all = shop.read { population in (0..<population.profileCount).map { ProfileNumber(UInt32($0)) } }
        try await shop.settle()
        #expect(
            shop.read { population in
                all.allSatisfy { population.rfmGroup($0) != nil && population.rfmGroup($0) == population.scores[$0]?.rfm?.group }
            })
        let orders = shop.models.collect(shop)
        var options = shop.summaryOptions
        options.asOf = shop.today.advanced(byDays: -1)
        let history = try RFMHistory(orders: orders.orders, refunds: orders.refunds, options: options, settings: .standard)
        var changes = 0
        for customer in 0..<history.count {
            let told = shop.read { $0.rfmChanges(of: orders.profiles[customer]) }
            let past = told.filter(\.isReconstructed)
            changes += past.count
            #expect(past.map(\.current?.group) == history.changes(of: customer).map(\.group))
            #expect(past.map { shop.settings.timeZone.day(of: $0.at) } == history.changes(of: customer).map(\.day))
            #expect(past.map(\.cause.name) == history.changes(of: customer).map(\.cause.name))
            // Today's change, where there is one, was told today.
            #expect(told.count - past.count <= 1 && told.suffix(told.count - past.count).allSatisfy { $0.at == clock.now })
        }
        #expect(changes > 200)
        let before = shop.read { $0.digest }
        shop.close()
        // Nothing is worked out twice.
        let again = try open()
        again.models.scoreAll(again)
        #expect(again.read { $0.digest } == before)
        #expect(try again.verifyDerived().isSound)
        again.close()
    }

    @Test("A first order of today makes a group at once; days of silence and an order change it, with the cause and since when")
    func life() async throws {
        let shop = try open()
        try await fill(shop)
        // Borders that settle later would change groups by themselves.
        try await shop.settle()
        try await write([order("A1", of: "ann@example.com", at: clock.now.secondsSince1970 - 60, value: 20)], shop)
        let ann = try profile("ann@example.com", shop)
        try await eventually { shop.read { $0.rfmGroup(ann) } == .recent }
        let first = try #require(shop.read { $0.rfm(ann) })
        #expect(first.previous == nil && first.changedAt == nil)
        #expect(shop.read { $0.rfmChanges(of: ann) }.map(\.cause) == [.order])
        // 181 days later nobody has told anything.
        clock.advance(seconds: 181 * 86_400)
        try await eventually { shop.read { $0.rfmGroup(ann) } != .recent }
        try await shop.settle()
        let silent = try #require(shop.read { $0.rfm(ann) })
        #expect(silent.current == shop.read { $0.scores[ann]?.rfm?.group } && silent.current != .recent)
        #expect(silent.previous == .recent && silent.changedAt == clock.now)
        let causes = shop.read { $0.rfmChanges(of: ann) }.map(\.cause)
        #expect(causes == [.order, .time] || causes == [.order, .borders])
        clock.advance(seconds: 3_600)
        let orders = (2...8).map { order("A\($0)", of: "ann@example.com", at: clock.now.secondsSince1970 - Int64($0), value: 500) }
        for order in orders { try await write([order], shop) }
        try await eventually { shop.read { $0.rfmGroup(ann) } == .champions }
        let last = try #require(shop.read { $0.rfm(ann) })
        #expect(last.previous != .champions && last.changedAt == clock.now)
        #expect(shop.read { String(decoding: $0.shownProperty("Current RFM group", of: ann), as: UTF8.self) } == "\"Champions\"")
        // As it was known on a day between.
        shop.close()
        let known = try Shop.openAsKnown(on: try #require(ShopDay("2025-07-10")), folder: folder.data)
        #expect(known.read { $0.rfmGroup(ann) } == .recent)
        known.close()
    }

    @Test("Who objects leaves the group, and who takes it back is in it again")
    func objection() async throws {
        let shop = try open()
        try await fill(shop)
        let someone = try profile("c1@example.com", shop)
        try await shop.settle()
        let group = shop.read { $0.rfmGroup(someone) }
        for isObjected in [true, false] {
            try await shop.write { (intake) throws(IntakeError) in intake.profiling(someone, isObjected: isObjected) }
            try await eventually { shop.read { $0.rfmGroup(someone) } == (isObjected ? nil : group) }
            #expect(shop.read { $0.rfmChanges(of: someone) }.last?.cause == .profiling)
        }
        shop.close()
    }

    @Test("Segments on groups, the one before and the day of the change follow each change at once, by our names and by Klaviyo's")
    func segments() async throws {
        let shop = try open()
        try await fill(shop)
        let conditions = [
            #"{"type":"profile-property","property":"properties['Current RFM group']","filter":{"type":"string","operator":"equals","value":"Champions"}}"#,
            #"{"type":"profile-predictive-analytics","dimension":"rfm_group","filter":{"type":"string","operator":"equals","value":"Champions"}}"#,
            #"{"type":"profile-property","property":"properties['Previous RFM group']","filter":{"type":"string","operator":"equals","value":"Recent"}}"#,
            #"{"type":"profile-property","property":"properties['RFM group last changed']","filter":{"type":"date","operator":"in-the-last","unit":"day","quantity":1}}"#,
            #"{"type":"profile-property","property":"properties['Previous RFM group']","filter":{"type":"string","operator":"equals","value":"Unknown"}}"#,
        ]
        var numbers: [SegmentNumber] = []
        for (place, condition) in conditions.enumerated() {
            numbers.append(try await segment(shop, "S\(place)", condition))
        }
        try await write([order("A1", of: "ann@example.com", at: clock.now.secondsSince1970 - 60, value: 20)], shop)
        let ann = try profile("ann@example.com", shop)
        func isIn() -> [Bool] { shop.read { population in numbers.map { population.isMember(ann, of: $0) } } }
        try await eventually { isIn() == [false, false, false, false, true] }
        clock.advance(seconds: 3_600)
        let orders = (2...9).map { order("A\($0)", of: "ann@example.com", at: clock.now.secondsSince1970 - Int64($0), value: 800) }
        try await write(orders, shop)
        try await eventually { isIn() == [true, true, true, true, false] }
        // A day later the change is no more within the last day.
        clock.advance(seconds: 86_401)
        try await eventually { isIn() == [true, true, true, false, false] }
        shop.close()
    }

    private func segment(_ shop: Shop, _ name: String, _ condition: String) async throws -> SegmentNumber {
        let number = shop.journal.nextNumber(.definition("segment"))
        let definition = #"{"condition_groups":[{"conditions":[\#(condition)]}]}"#
        let condition = try Condition(definition: try JSONDocument(definition).root)
        let body = SegmentDefinition.body(name: name, condition: condition, isStarred: false, isActive: true)
        try await shop.write(isAlone: true) { (intake) throws(IntakeError) in
            intake.define(.segment, number, body, id: shop.ids.id(.segment, number), by: "test", isNew: true)
        }
        return SegmentNumber(UInt32(number))
    }
}
