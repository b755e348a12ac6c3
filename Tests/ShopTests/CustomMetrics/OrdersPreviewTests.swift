import Facts
import Foundation
import JSON
import Journal
import Population
import Segments
import Testing

@testable import Shop

@Suite("What would change is told before it is changed, and after", .serialized)
struct OrdersPreviewTests {
    private let small = """
        {"aggregation_method":"value","metric_groups":[
          {"metric_name":"Placed Order","metric_filters":[{"property":"page","filter":{"type":"numeric","operator":"less-than","value":4}}]},
          {"metric_name":"Till Sale"}]}
        """

    private func definition(_ json: String, _ shop: Shop) throws -> CustomMetricDefinition {
        try shop.checked(CustomMetricDefinition(try JSONDocument(json).root))
    }

    private func json(_ change: OrdersChange, _ shop: Shop) throws -> JSONValue {
        var json = JSONWriter()
        change.write(to: &json, shop.ids)
        return try JSONDocument(json.text).root
    }

    private func text(_ value: JSONValue?) -> String { value.map { String(decoding: $0.compactBytes, as: UTF8.self) } ?? "-" }

    /// That a preview says what the change then did.
    private func expectSame(_ preview: JSONValue, _ effect: JSONValue) {
        for (name, value) in preview.members {
            guard name != "customers" else { continue }
            #expect(text(value) == text(effect[name]), "\(name)")
        }
        let (shown, all) = (preview["customers"]?.elements.map { text($0) } ?? [], effect["customers"]?.elements.map { text($0) } ?? [])
        #expect(shown == Array(all.prefix(20)))
        let customers = ["before", "after"].map { effect[$0]?["customers"]?.int ?? -1 }
        #expect(customers[0] + (effect["customers_gained"]?.int ?? 0) - (effect["customers_lost"]?.int ?? 0) == customers[1])
    }

    @Test("A preview says what the change then does, and keeps nothing", arguments: [5, 13, 34] as [UInt64])
    func sameAsChange(seed: UInt64) async throws {
        let place = try CustomMetricShop()
        let shop = try place.open()
        _ = try await shop.write { (intake) throws(IntakeError) in
            for name in ["Placed Order", "Till Sale"] { _ = try intake.metric(name) }
        }
        try await shop.live(salesLife(seed, until: place.clock.now.secondsSince1970, 900)[...])
        await shop.settleScores(of: shop.read { population in (0..<population.profileCount).map { ProfileNumber(UInt32($0)) } })
        // Everybody is scored by the same borders as by a change.
        shop.models.scoreAll(shop)
        let before = shop.read { ($0.mapping, $0.allCustomMetrics) }
        let definition = try definition(small, shop)
        let preview = try json(try #require(try await shop.preview(.new(.revenue, definition))), shop)
        #expect(shop.read { $0.mapping == before.0 && $0.allCustomMetrics == before.1 })
        #expect(try shop.journal.jobs(kind: OrdersChange.jobKind, before: .max, limit: 1).isEmpty)
        #expect(try shop.verifyDerived().isSound)
        let metric = try await shop.makeCustomMetric(named: "Small", definition, by: "test")
        let mapped = try json(try #require(try await shop.preview(.mapped(.revenue, .custom(metric)))), shop)
        #expect(text(mapped) == text(preview))
        let done = try await shop.finished(try await shop.map(.revenue, to: .custom(metric), by: "test"))
        expectSame(preview, try #require(done["effect"]))
        // Another definition of what is mapped, and back to the usual metric.
        let till = try self.definition(#"{"aggregation_method":"value","metric_groups":[{"metric_name":"Till Sale"}]}"#, shop)
        let changed = try json(try #require(try await shop.preview(.changed(metric, till, nil))), shop)
        let usual = try json(try #require(try await shop.preview(.mapped(.revenue, .usual))), shop)
        expectSame(
            changed, try #require(try await shop.finished(try await shop.changeCustomMetric(metric, name: nil, till, by: "test"))["effect"])
        )
        #expect(usual["after"]?["orders"]?.int == preview["before"]?["orders"]?.int)
        #expect(try shop.verifyDerived().isSound)
        shop.close()
    }

    @Test("Nobody waits: nothing is read to the end, and nothing stays")
    func cancelled() async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(
            sale("1", of: "ada@example.com", value: 100, #"{"page":1}"#), sale("2", of: "ada@example.com", metric: "Till Sale"))
        let definition = try definition(small, shop)
        #expect(try await shop.preview(.new(.revenue, definition), unless: { true }) == nil)
        #expect(try shop.verifyDerived().isSound)
        // What was not found out then is found out now.
        let change = try json(try #require(try await shop.preview(.new(.revenue, definition))), shop)
        #expect(change["after"]?["orders"]?.int == 2)
        shop.close()
    }

    @Test("Changes that come while customers are being counted are told by one entry, which says which they were")
    func together() async throws {
        let shop = try CustomMetricShop().open()
        try await shop.tell(
            sale("1", of: "ada@example.com", value: 100, #"{"page":1}"#), sale("2", of: "bob@example.com", value: 50, #"{"page":7}"#),
            sale("3", of: "cyd@example.com", value: 20, metric: "Till Sale"))
        let metric = try await shop.make("Small", small)
        let gate = DispatchSemaphore(value: 0)
        shop.models.requestWork { _ in gate.wait() }
        let first = try #require(try await shop.map(.revenue, to: .custom(metric), by: "test"))
        let second = try #require(
            try await shop.change(metric, #"{"aggregation_method":"value","metric_groups":[{"metric_name":"Till Sale"}]}"#))
        gate.signal()
        #expect(first.number == second.number)
        let done = try await shop.finished(second)
        #expect(done["changes"]?.elements.map { $0["cause"]?.string } == ["revenue", "custom_metric"])
        #expect(done["changes"]?.elements.map { $0["name"]?.string } == ["Small", "Small"])
        let effect = try #require(done["effect"])
        #expect(["before", "after"].map { effect[$0]?["historic_clv"]?.double } == [150, 20])
        // Once that is told, the next begins where it ended.
        let next = try await shop.finished(try await shop.map(.revenue, to: .usual, by: "test"))
        #expect(next["changes"]?.count == 1)
        #expect(["before", "after"].map { next["effect"]?[$0]?["historic_clv"]?.double } == [20, 150])
        shop.close()
    }

    @Test("A change whose telling was cut off says so, and everybody's numbers are right")
    func cutOff() async throws {
        let place = try CustomMetricShop()
        var shop = try place.open()
        try await shop.tell(sale("1", of: "ada@example.com", value: 100), sale("2", of: "ada@example.com", value: 7, metric: "Till Sale"))
        let gate = DispatchSemaphore(value: 0)
        shop.models.requestWork { _ in gate.wait() }
        let till = try #require(shop.read { $0.metric(named: "Till Sale") })
        let job = try #require(try await shop.map(.revenue, to: .metric(till), by: "test"))
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { gate.signal() }
        shop.close()
        shop = try place.open()
        try await shop.models.endUnfinishedRefits(shop)
        let row = try #require(try shop.journal.job(job.number))
        #expect(row.status == .cancelled)
        let detail = try JSONDocument(row.detail).root
        #expect(detail["note"]?.string?.contains("all numbers are right") == true)
        #expect(detail["changes"]?.count == 1)
        #expect(try await shop.worth("ada@example.com") == [1, 7])
        shop.close()
    }
}
