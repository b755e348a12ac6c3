import CustomerValue
import Dispatch
import Eventually
import Facts
import Journal
import Population
import Synchronization
import Testing

@testable import Shop

@Suite("What would have been predicted on past days", .serialized)
struct PredictionCourseTests {
    private let folder: TemporaryFolder
    private let clock = SetClock("2025-06-30")

    init() throws { folder = try TemporaryFolder() }

    /// A shop of 700 customers with a model.
    private func fitted() async throws -> Shop {
        let clock = clock
        let shop = try Shop.open(folder: folder.data, clock: { clock.now })
        let orders = randomOrders(customers: 700, seed: 11, until: clock.now.secondsSince1970)
        let events = orders.map { order($0.id, of: $0.email, at: $0.seconds, value: $0.value) }
        try await shop.write { (intake) throws(IntakeError) in for event in events { _ = try intake.event(event) } }
        let outcome = await withCheckedContinuation { continuation in
            shop.models.requestFit(adopts: true) { continuation.resume(returning: $0) }
        }
        guard case .fitted = outcome else {
            Issue.record("no model was fitted: \(outcome)")
            return shop
        }
        return shop
    }

    @Test("Each day is what the model says of all customers' orders until then; moves are what the report says; objectors have no course")
    func past() async throws {
        // One shop for all of it: fitting takes longest.
        let shop = try await fitted()
        defer { shop.close() }
        try kept(shop)
        try course(shop)
        try await moves(shop)
        try await overtaken(shop)
        try await lookedBack(shop)
        try await objected(shop)
    }

    /// The first fit keeps what it says of everybody: what was noted today before there was a model does not stay.
    private func kept(_ shop: Shop) throws {
        for row in 0..<shop.read({ $0.profileCount }) {
            let profile = ProfileNumber(UInt32(row))
            let prediction = shop.read { $0.scores[profile]?.prediction }
            let last = try shop.journal.predictionHistory(profile).last
            #expect(last?.record.forecast?.clv == prediction?.clvMinorUnits && (last?.record.model != 0) == (prediction != nil))
        }
    }

    /// Beside the model in use stands what forecasts of earlier days were worth: as a back-test of the same orders says it.
    private func lookedBack(_ shop: Shop) async throws {
        let (number, model) = (try #require(shop.models.standing.number), try #require(shop.models.standing.model))
        // As if the shop had been quiet for a while.
        shop.models.lookBacks.withLock { $0.begins = .now() }
        shop.models.wake.signal()
        try await eventually(minutes: 10) { try shop.models.lookBack(of: number, shop) != nil }
        let found = try #require(try shop.models.lookBack(of: number, shop))
        let orders = shop.models.collect(shop)
        var counting = shop.summaryOptions
        counting.asOf = model.fittedAsOf
        let sample = OrderSample(orders.orders, refunds: orders.refunds, options: counting, limit: 20_000)
        let summaries = try CustomerSummaries(orders: orders.orders, refunds: orders.refunds, options: counting)
        var options = PredictionOptions()
        options.horizonInDays = model.horizonInDays
        let backtest = Backtest(sample, first: summaries.historyBegins, asOf: model.fittedAsOf, cutoff: nil, options: options)
        #expect(found.backtest.folds.map(\.cutoff) == backtest.folds.map(\.cutoff) && !backtest.folds.isEmpty)
        #expect(found.backtest.means.map(\.scores.brier) == backtest.means.map(\.scores.brier))
        #expect(found.lastQuarter?.cutoff == model.fittedAsOf.advanced(byDays: -91))
        let row = try #require(try shop.journal.model(UInt64(number)))
        #expect(LookBack(decoding: row.metrics) != nil && shop.models.lookBacks.withLock { $0.settled.contains(number) })
    }

    /// What is counted of all customers together says that it is older than an order, and is counted anew once somebody asks.
    private func overtaken(_ shop: Shop) async throws {
        try await eventually { shop.models.isEverybodyScored }
        let before = try #require(shop.models.knownStanding().history?.customers)
        let event = order("first", of: "new@example.com", at: clock.now.secondsSince1970 - 60, value: 30)
        _ = try await shop.write { (intake) throws(IntakeError) in try intake.event(event) }
        #expect(shop.models.standing.isOvertaken && shop.models.standing.history?.customers == before)
        #expect(shop.reportByRFMGroup().everybody.figures.customers == before + 1)
        // As if it was counted longer ago.
        shop.models.state.withLock { $0.countedAgainAt = DispatchTime(uptimeNanoseconds: 0) }
        try await eventually { !shop.models.knownStanding().isOvertaken }
        let after = shop.models.knownStanding()
        #expect(!after.isOvertaken && after.history?.customers == before + 1)
    }

    private func course(_ shop: Shop) throws {
        let model = try #require(shop.models.standing.model)
        for row in stride(from: 0, to: 120, by: 20) {
            let profile = ProfileNumber(UInt32(row))
            let score = try #require(shop.read { $0.scores[profile] })
            let course = shop.predictionCourse(of: profile)
            let zone = shop.settings.timeZone
            #expect(course.first?.day == score.firstOrder.map { zone.day(of: $0) } && course.last?.day == score.asOf)
            #expect(course.last?.prediction == score.prediction && course.last?.historicMinorUnits == score.historicMinorUnits)
            #expect(zip(course, course.dropFirst()).allSatisfy { $0.day < $1.day })
            #expect(course.allSatisfy { (0...1).contains($0.prediction.churnProbability) })
            let orders = shop.read { $0.orders(of: profile) }
            let days = Set(
                (0..<orders.orders.count).map { zone.day(of: Instant(secondsSince1970: Int64(orders.orders[$0].secondsSince1970))) })
            #expect(days.isSubset(of: Set(course.map(\.day))))
        }
        // Against a plain count over everybody, as of a past day.
        let day = shop.today.advanced(byDays: -100)
        var options = shop.summaryOptions
        (options.asOf, options.today) = (day, day)
        let all = shop.orders(of: .everybody)
        let summaries = try CustomerSummaries(orders: all.orders, refunds: all.refunds, options: options)
        let predictions = model.predictions(summaries)
        var compared = 0
        // Those of a short history: every day of it is told, or every second.
        for (row, profile) in all.profiles.enumerated() where compared < 5 {
            guard let first = summaries.firstOrderSeconds[row] == 0 ? nil : shop.read({ $0.scores[profile]?.firstOrder }),
                options.timeZone.day(of: first).days(until: shop.today) < 2 * Shop.mostDaysOfCourse,
                let past = shop.predictionCourse(of: profile).first(where: { $0.day == day })
            else { continue }
            #expect(past.prediction.churnProbability == predictions[row]?.churnProbability)
            compared += 1
        }
        #expect(compared > 0)
    }

    private func objected(_ shop: Shop) async throws {
        let profile = ProfileNumber(3)
        #expect(!shop.predictionCourse(of: profile).isEmpty)
        try await shop.setObjection(profile, true, by: "test")
        #expect(shop.predictionCourse(of: profile).isEmpty && shop.predictionCourse(of: ProfileNumber(90_000)).isEmpty)
    }

    private func moves(_ shop: Shop) async throws {
        var known = shop.models.knownMoves(shop)
        try await eventually {
            known = known ?? shop.models.knownMoves(shop)
            return known != nil
        }
        let today = shop.today
        let report = try #require(shop.rfmReport(from: today.advanced(byDays: -Shop.usualRFMDays), to: today, hasMedians: false))
        #expect(try #require(known).report.report.rows == report.report.rows)
        var drift = shop.models.knownDrift(shop)
        try await eventually {
            drift = drift ?? shop.models.knownDrift(shop)
            return drift != nil
        }
        #expect(drift?.day == today)
    }
}
