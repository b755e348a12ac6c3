import BuyTillYouDie
import Facts
import JSON
import Journal
import Population
import Segments
import Testing

@testable import Shop

@Suite("Custom metrics through a shop's life by chance", .serialized)
struct CustomMetricLifeTests {
    private let definition = """
        {"aggregation_method":"value","metric_groups":[
          {"metric_name":"Placed Order","value_property":"net","metric_filters":[
            {"property":"page","filter":{"type":"numeric","operator":"less-than","value":5}},
            {"property":"tag","filter":{"type":"list","operator":"not-contains","value":"pos"}}]},
          {"metric_name":"Placed Order","metric_filters":[{"property":"page","filter":{"type":"existence","operator":"not-set"}}]},
          {"metric_name":"Till Sale","metric_filters":[{"property":"$value","filter":{"type":"numeric","operator":"greater-than","value":20}}]}]}
        """

    /// What the orders of everybody are by a plain reading of the journal: each person's, in order of time, with what they are worth.
    private func plain(_ shop: Shop) throws -> [ProfileNumber: [(seconds: UInt32, minorUnits: Int64)]] {
        var facts: [(event: EventFact, number: UInt64)] = []
        var metrics: [String: MetricNumber] = [:]
        try shop.journal.forEachFact { fact, number, _ in
            if case .event(let event) = fact { facts.append((event, number)) }
            if case .metric(let metric) = fact { metrics[metric.name] = metric.metric }
        }
        var taken: Set<UInt64> = []
        var cancelled: Set<UInt64> = []
        for (event, _) in facts where event.metric == metrics["Cancelled Order"] && event.source != .client {
            cancelled.insert(event.order)
        }
        var orders: [ProfileNumber: [(seconds: UInt32, minorUnits: Int64)]] = [:]
        for (event, _) in facts where event.source != .client {
            let root = event.properties.isEmpty ? nil : try JSONDocument(event.properties).root
            var worth: Double?
            if event.metric == metrics["Placed Order"] {
                if let page = root?["page"]?.int {
                    let isTill = root?["tag"]?.elements.contains { $0.string == "pos" } ?? true
                    if page < 5, !isTill { worth = root?["net"]?.double ?? 0 }
                } else {
                    worth = event.value ?? 0
                }
            } else if event.metric == metrics["Till Sale"], let value = event.value, value > 20 {
                worth = value
            }
            var owner = event.profile
            let standing = shop.read { $0.standing(owner) }
            if case .merged(let into) = standing { owner = into }
            let isErased = shop.read { $0.standing(owner) } == .erased
            let isOrder = worth != nil || isErased && [metrics["Placed Order"], metrics["Till Sale"]].contains(event.metric)
            guard isOrder, event.order == 0 || taken.insert(event.order).inserted, !isErased,
                !cancelled.contains(event.order) || event.order == 0
            else { continue }
            orders[owner, default: []].append((event.seconds, Int64(((worth ?? 0) * 100).rounded())))
        }
        return orders.mapValues { $0.sorted { ($0.seconds, $0.minorUnits) < ($1.seconds, $1.minorUnits) } }
    }

    private func check(_ shop: Shop) throws {
        let expected = try plain(shop)
        // Enough counts, and enough does not.
        #expect(expected.values.reduce(0) { $0 + $1.count } > 5)
        shop.read { population in
            for row in 0..<population.profileCount {
                let profile = ProfileNumber(UInt32(row))
                guard population.isLive(profile) else { continue }
                var found: [(seconds: UInt32, minorUnits: Int64)] = []
                let orders = population.orders(of: profile).orders
                for row in 0..<orders.count { found.append((orders[row].secondsSince1970, orders[row].minorUnits)) }
                found.sort { ($0.seconds, $0.minorUnits) < ($1.seconds, $1.minorUnits) }
                #expect(found.elementsEqual(expected[profile] ?? [], by: ==), "profile \(row)")
            }
        }
        let check = try shop.verifyDerived()
        #expect(check.isSound, "\(check)")
    }

    @Test(
        "Orders are those of a plain reading of the journal, whenever the metric is made, after erasures, merges and a restart",
        arguments: [3, 8, 21] as [UInt64])
    func life(seed: UInt64) async throws {
        let place = try CustomMetricShop()
        let steps = salesLife(seed, until: place.clock.now.secondsSince1970, 1_200)
        var shop = try place.open()
        _ = try await shop.write { (intake) throws(IntakeError) in
            for name in ["Placed Order", "Till Sale"] { _ = try intake.metric(name) }
        }
        try await shop.live(steps[..<300])
        let metric = try await shop.make("Orders", definition)
        try await shop.live(steps[300..<400])
        _ = try await shop.finished(try await shop.map(.revenue, to: .custom(metric), by: "test"))
        try check(shop)
        try await shop.live(steps[400..<700])
        try check(shop)
        // Another definition, and back.
        _ = try await shop.finished(
            try await shop.change(metric, #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Till Sale"}]}"#))
        try await shop.live(steps[700..<750])
        _ = try await shop.finished(try await shop.change(metric, definition))
        try check(shop)
        shop.close()
        shop = try place.open()
        try check(shop)
        try await shop.live(steps[750...])
        try check(shop)
        shop.close()
    }
}
