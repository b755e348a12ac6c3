import CustomerValue
import Eventually
import Facts
import JSON
import Journal
import Population
import Segments
import Testing

@testable import Shop

@Suite("What groups of a shop are worth", .serialized)
struct GroupReportTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    private func fill(_ shop: Shop, customers: Int) async throws {
        let orders = randomOrders(customers: customers, seed: 5, until: clock.now.secondsSince1970)
        let events = orders.map { order($0.id, of: $0.email, at: $0.seconds, value: $0.value) }
        try await shop.write { (intake) throws(IntakeError) in for event in events { _ = try intake.event(event) } }
    }

    private func segment(_ shop: Shop, _ name: String, _ condition: String) async throws -> SegmentNumber {
        let number = shop.journal.nextNumber(.definition("segment"))
        let definition = #"{"condition_groups":[{"conditions":[\#(condition)]}]}"#
        let condition = try Condition(definition: try JSONDocument(definition).root)
        let body = SegmentDefinition.body(name: name, condition: condition, isStarred: false, isActive: true)
        try await shop.write(isAlone: true) { (intake) throws(IntakeError) in
            intake.define(.segment, number, body, id: shop.ids.id(.segment, number), by: "test", isNew: true)
        }
        let segment = SegmentNumber(UInt32(number))
        try await eventually { shop.segments.standing(segment)?.isProcessing == false }
        return segment
    }

    private static let slipping = """
        {"type":"profile-predictive-analytics","dimension":"churn_probability","filter":{"type":"numeric","operator":"greater-than","value":0.5}}
        """

    @Test("Everybody's figures are those of all customers, with the same range; and again after a restart")
    func everybody() async throws {
        let shop = try open()
        try await fill(shop, customers: 700)
        let outcome = await withCheckedContinuation { continuation in
            shop.models.requestFit(adopts: true) { continuation.resume(returning: $0) }
        }
        guard case .fitted = outcome else {
            Issue.record("no model was fitted: \(outcome)")
            return
        }
        let report = shop.report(on: .everybody, name: nil)
        let (totals, figures) = (try #require(shop.models.standing.totals), report.figures)
        #expect(figures.members == 700 && figures.customers == totals.customers && figures.orders == totals.orders)
        #expect(figures.historicMinorUnits == totals.historicMinorUnits && figures.predictedMinorUnits == totals.predictedMinorUnits)
        #expect(figures.predictedRangeMinorUnits == totals.predictedRangeMinorUnits)
        #expect(figures.averageChurnProbability == totals.meanChurnProbability)
        #expect(figures.expectedReturningCustomers == totals.expectedReturningCustomers)
        #expect(figures.averageOrderMinorUnits == totals.averageOrderMinorUnits)
        #expect(figures.meanOfAverageOrderMinorUnits == totals.meanOfAverageOrderMinorUnits)
        #expect(report.horizonInDays == 365 && !report.isStale && report.changes == nil)

        let segment = try await segment(shop, "Slipping", Self.slipping)
        let slipping = shop.report(on: .segment(segment), name: "Slipping")
        #expect(slipping.figures.members > 50)
        #expect(slipping.changes?.map(\.changes.added) == [Int](repeating: slipping.figures.members, count: 3))
        let comparison = shop.compare((.segment(segment), "Slipping"), (.everybody, nil))
        #expect(comparison.inBoth == slipping.figures && comparison.onlyInFirst.members == 0)
        #expect(comparison.onlyInSecond.members == 700 - slipping.figures.members)
        // Parts add up; so do variances, and the range of all is narrower than the ranges of both parts together.
        let (all, rest) = (try #require(figures.predictedRangeMinorUnits), try #require(comparison.onlyInSecond.predictedRangeMinorUnits))
        let part = try #require(slipping.figures.predictedRangeMinorUnits)
        #expect(slipping.figures.predictedMinorUnits + comparison.onlyInSecond.predictedMinorUnits == figures.predictedMinorUnits)
        #expect(all.upperBound - all.lowerBound <= rest.upperBound - rest.lowerBound + part.upperBound - part.lowerBound + 2)
        let before = shop.read { $0.digest }
        shop.close()

        // The journal says when everybody entered.
        let again = try open()
        #expect(again.read { $0.digest } == before)
        let now = clock.now.secondsSince1970
        #expect(again.read { $0.changes(of: segment, from: now, before: now + 1).added } == slipping.figures.members)
        #expect(again.read { $0.memberCount(of: segment, before: now) } == 0)
        #expect(try again.verifyDerived().isSound)
        again.close()
    }

    @Test("A segment on predictions is stale where there are none; another is not")
    func stale() async throws {
        let shop = try open()
        try await fill(shop, customers: 30)
        shop.models.scoreAll(shop)
        let predicted = try await segment(shop, "Slipping", Self.slipping)
        let ordered = try await segment(
            shop, "Ordered",
            #"{"type":"profile-predictive-analytics","dimension":"historic_number_of_orders","filter":{"type":"numeric","operator":"greater-than","value":0}}"#
        )
        let report = shop.report(on: .segment(ordered), name: "Ordered")
        #expect(shop.report(on: .segment(predicted), name: "Slipping").isStale && !report.isStale)
        #expect(report.figures.members == 30 && report.figures.predicted == 0 && report.horizonInDays == nil)
        var json = JSONWriter()
        report.write(.predicted, to: &json)
        #expect(json.text == "null")
        shop.close()
    }

    @Test("Differences are those of averages, and say how large they are")
    func differences() async throws {
        let shop = try open()
        try await fill(shop, customers: 40)
        shop.models.scoreAll(shop)
        let many = try await segment(
            shop, "Twice",
            #"{"type":"profile-predictive-analytics","dimension":"historic_number_of_orders","filter":{"type":"numeric","operator":"greater-than","value":1}}"#
        )
        let comparison = shop.compare((.segment(many), "Twice"), (.everybody, nil))
        let orders = try #require(comparison.differences.first { $0.figure == .ordersPerCustomer })
        let (first, second) = (comparison.first.figures, comparison.second.figures)
        #expect(orders.first == Double(first.orders) / Double(first.customers) && orders.second == Double(second.orders) / 40)
        #expect(try #require(orders.difference) > 0 && #require(orders.ratio) > 1)
        let predicted = try #require(comparison.differences.first { $0.figure == .averagePredictedCLV })
        #expect(predicted.first == nil && predicted.difference == nil && predicted.ratio == nil)
        shop.close()
    }
}
