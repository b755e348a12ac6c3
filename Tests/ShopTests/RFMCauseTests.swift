import CustomerValue
import Facts
import Foundation
import Journal
import Population
import Segments
import Testing

@testable import Shop

@Suite("Why a group changed is handed over", .serialized)
struct RFMCauseTests {
    let place: RFMModelShop

    init() throws { place = try RFMModelShop() }

    /// A hundred customers, every third of whom bought at the till.
    private func fill(_ shop: Shop, customers: Int = 100) async throws {
        let orders = randomOrders(customers: customers, seed: 3, until: place.clock.now.secondsSince1970 - 86_400)
        var events: [EventIntake] = []
        for (number, one) in orders.enumerated() {
            var event = order(one.id, of: one.email, at: one.seconds, value: one.value)
            event.properties = Array((number % 3 == 0 ? #"{"source":"pos"}"# : #"{"source":"web"}"#).utf8)
            events.append(event)
        }
        try await shop.write { [events] (intake) throws(IntakeError) in for event in events { _ = try intake.event(event) } }
        try await shop.settleAll()
    }

    private let online = """
        {"aggregation_method":"value","metric_groups":[{"metric_name":"Placed Order","metric_filters":[
          {"property":"source","filter":{"type":"string","operator":"not-equals","value":"pos"}}]}]}
        """

    private func lastCauses(_ shop: Shop) -> [RFMFact.Cause: Int] {
        var causes: [RFMFact.Cause: Int] = [:]
        shop.read { population in
            for row in 0..<population.profileCount {
                for change in population.rfmChanges(of: ProfileNumber(UInt32(row)))
                where !change.isReconstructed && change.at == place.clock.now { causes[change.cause, default: 0] += 1 }
            }
        }
        return causes
    }

    @Test("Other events that count as orders: all that changes is because of settings, of few customers and of many", arguments: [20, 100])
    func mapping(customers: Int) async throws {
        let shop = try place.open()
        try await fill(shop, customers: customers)
        let custom = try await shop.make("Online", online)
        place.clock.advance(seconds: 60)
        let before = shop.groups(by: .standard)
        _ = try await shop.finished(try await shop.map(.revenue, to: .custom(custom), by: "test"))
        try await shop.settle()
        #expect(before != shop.groups(by: .standard))
        #expect(Set(lastCauses(shop).keys) == [.settings])
        // The same where the custom metric itself says something else, and on the way back.
        place.clock.advance(seconds: 60)
        _ = try await shop.finished(
            try await shop.change(custom, online.replacingOccurrences(of: "not-equals", with: "equals")))
        try await shop.settle()
        #expect(Set(lastCauses(shop).keys) == [.settings])
        place.clock.advance(seconds: 60)
        _ = try await shop.finished(try await shop.map(.revenue, to: .usual, by: "test"))
        try await shop.settle()
        #expect(Set(lastCauses(shop).keys) == [.settings] && shop.groups(by: .standard) == before)
        // An order is an order again.
        place.clock.advance(seconds: 60)
        try await shop.tell(order("new", of: "new@example.com", at: place.clock.now.secondsSince1970 - 1, value: 5))
        try await shop.settle()
        #expect(try causes("new", shop, by: .standard) == [.order])
        shop.close()
    }

    @Test("A day that turns, an order that nobody looked at before a restart, and an objection are told as what they are")
    func others() async throws {
        let shop = try place.open()
        try await fill(shop)
        // Borders of its own, so that nothing but the day can change a group.
        _ = try await shop.use(RFMSettings(frequency: .values([3, 2]), monetary: .values([100, 50])), by: "test")
        try await shop.settle()
        place.clock.advance(seconds: 100 * 86_400)
        try await shop.settleAll()
        #expect(Set(lastCauses(shop).keys) == [.time])
        shop.close()
        // Taken in, and never scored.
        place.clock.advance(seconds: 86_400)
        let clock = place.clock
        let deaf = try Shop.open(folder: place.folder.path + "/data", keepsModels: false, clock: { clock.now })
        let someone = try #require(deaf.findPerson("c1@example.com"))
        let group = deaf.read { $0.rfmGroup(someone) }
        try await deaf.write { (intake) throws(IntakeError) in
            for number in 0..<9 {
                _ = try intake.event(order("L\(number)", of: "c1@example.com", at: clock.now.secondsSince1970 - 5, value: 900))
            }
        }
        deaf.close()
        let again = try place.open()
        try await again.settle()
        #expect(group != .champions && again.read { $0.rfmGroup(someone) } == .champions)
        #expect(again.read { $0.rfmChanges(of: someone) }.last?.cause == .order)
        again.close()
    }
}
