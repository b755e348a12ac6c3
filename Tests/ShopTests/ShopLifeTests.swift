import BuyTillYouDie
import CustomerValue
import Facts
import Foundation
import Journal
import Population
import Testing

@testable import Shop

@Suite("A shop's life", .serialized)
struct ShopLifeTests {
    let folder: TemporaryFolder
    let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> Shop {
        let clock = clock
        return try Shop.open(folder: folder.data, clock: { clock.now })
    }

    /// Every customer's score by e-mail.
    private func scores(_ shop: Shop) -> [String: CustomerScore] {
        shop.read { population in
            var scores: [String: CustomerScore] = [:]
            for row in 0..<population.profileCount {
                let profile = ProfileNumber(UInt32(row))
                guard let email = population.identity(.email, of: profile), let score = population.scores[profile] else { continue }
                scores[email] = score
            }
            return scores
        }
    }

    /// What an analysis of the same orders says.
    private func analysis(
        _ orders: [(id: String, email: String, seconds: Int64, value: Double)], refunds: [(id: String, value: Double, seconds: Int64)]
    ) throws -> [String: CustomerScore] {
        let euro = try #require(Currency(code: "EUR"))
        var table = OrderTable()
        for order in orders {
            table.append(
                customer: order.email, at: Instant(secondsSince1970: order.seconds),
                value: Money(minorUnits: Int64((order.value * 100).rounded()), currency: euro), orderID: order.id)
        }
        let records = refunds.map {
            RefundRecord(
                customer: 0, secondsSince1970: UInt32($0.seconds), minorUnits: Int64(($0.value * 100).rounded()), currency: 0,
                orderID: Fingerprint($0.id).value)
        }
        let today = ShopTimeZone.utc.day(of: clock.now)
        var summary = SummaryOptions(today: today)
        summary.asOf = today
        summary.currency = euro
        let customers = table.customers
        let analysis = try Analysis(
            orders: table, refunds: records, summary: summary, prediction: PredictionOptions(), minimumCustomers: 500, orderSource: "test")
        var scores: [String: CustomerScore] = [:]
        for row in 0..<analysis.summaries.count {
            scores[customers.text(of: UInt32(row))] = CustomerScore(
                row, summaries: analysis.summaries, predictions: analysis.predictions, rfm: analysis.rfm)
        }
        return scores
    }

    private func fit(_ shop: Shop) async -> FitOutcome {
        await withCheckedContinuation { continuation in shop.models.requestFit(adopts: true) { continuation.resume(returning: $0) } }
    }

    @Test("The same event has one effect for ever, whatever comes between")
    func oneEffect() async throws {
        let shop = try open()
        let event = order("1", of: "a@example.com", at: 1_740_000_000, value: 12.5)
        let first = try await shop.write { (intake) throws(IntakeError) in try intake.event(event) }
        let second = try await shop.write { (intake) throws(IntakeError) in try intake.event(event) }
        guard case .recorded(_, let profile) = first else { throw IntakeError.conflict("\(first)") }
        #expect(second == .known(profile: profile))
        shop.close()
        let again = try open()
        #expect(try await again.write { (intake) throws(IntakeError) in try intake.event(event) } == .known(profile: profile))
        #expect(again.read { $0.eventCount } == 1)
        again.close()
    }

    @Test("Work that fails leaves nothing of itself, and all of the work beside it")
    func allOrNothing() async throws {
        let shop = try open()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    _ = try? await shop.write { (intake) throws(IntakeError) in
                        _ = try intake.event(order("\(number)", of: "c\(number)@example.com", at: 1_740_000_000 + Int64(number), value: 1))
                        if number % 3 == 0 { throw .conflict("no") }
                    }
                }
            }
        }
        #expect(shop.read { $0.eventCount } == 133)
        #expect(shop.read { $0.liveProfileCount } == 133)
        shop.close()
        let again = try open()
        #expect(again.read { $0.eventCount } == 133)
        again.close()
    }

    @Test("Orders, refunds, cancellations and merges end in the numbers of an analysis, also after a restart")
    func sameAsAnalysis() async throws {
        let shop = try open()
        var orders = randomOrders(customers: 700, seed: 5, until: clock.now.secondsSince1970)
        let events = orders.map { order($0.id, of: $0.email, at: $0.seconds, value: $0.value) }
        try await shop.write { (intake) throws(IntakeError) in for event in events { _ = try intake.event(event) } }
        guard case .fitted = await fit(shop) else {
            Issue.record("no model was fitted: \(String(describing: shop.models.standing.eligibility))")
            return
        }
        #expect(scores(shop) == (try analysis(orders, refunds: [])))

        // One order is given back in part, one called off, and two customers turn out to be one.
        let refund = order(
            orders[3].id, of: orders[3].email, at: orders[3].seconds + 86_400, value: orders[3].value / 2, metric: "Refunded Order")
        let cancellation = order(
            orders[8].id, of: orders[8].email, at: orders[8].seconds + 3_600, value: orders[8].value, metric: "Cancelled Order")
        _ = try await shop.write { (intake) throws(IntakeError) in try intake.event(refund) }
        _ = try await shop.write { (intake) throws(IntakeError) in try intake.event(cancellation) }
        try await shop.write { (intake) throws(IntakeError) in
            let from = intake.find(identities("c1@example.com"))[0]
            intake.merge(from, into: intake.find(identities("c0@example.com"))[0])
        }
        let halved = ((orders[3].value / 2) * 100).rounded() / 100
        let refunds = [(id: orders[3].id, value: halved, seconds: orders[3].seconds + 86_400)]
        orders.remove(at: 8)
        orders = orders.map { $0.email == "c1@example.com" ? ($0.id, "c0@example.com", $0.seconds, $0.value) : $0 }
        guard case .fitted = await fit(shop) else {
            Issue.record("no model was fitted")
            return
        }
        let expected = try analysis(orders, refunds: refunds)
        let found = scores(shop)
        #expect(found.count == expected.count)
        for (email, score) in expected { #expect(found[email] == score, "\(email)") }
        shop.close()
        let again = try open()
        #expect(scores(again) == found)
        again.close()
    }

    @Test("An order changes its customer's numbers at once")
    func atOnce() async throws {
        let shop = try open()
        let orders = randomOrders(customers: 600, seed: 9, until: clock.now.secondsSince1970)
        let events = orders.map { order($0.id, of: $0.email, at: $0.seconds, value: $0.value) }
        try await shop.write { (intake) throws(IntakeError) in for event in events { _ = try intake.event(event) } }
        _ = await fit(shop)
        let before = try #require(scores(shop)[orders[0].email])
        let next = order("new", of: orders[0].email, at: clock.now.secondsSince1970 - 60, value: 99)
        _ = try await shop.write { (intake) throws(IntakeError) in try intake.event(next) }
        // The answer comes once the order is seen; the score follows on the same thread, before the next piece of work is taken.
        try await shop.write { (intake) throws(IntakeError) in intake.profiling(ProfileNumber(599), isObjected: false) }
        let after = try #require(scores(shop)[orders[0].email])
        #expect(after.numberOfOrders == before.numberOfOrders + 1)
        #expect(after.historicMinorUnits == before.historicMinorUnits + 9_900)
        #expect(try #require(after.prediction).churnProbability < #require(before.prediction).churnProbability)
        shop.close()
    }
}
