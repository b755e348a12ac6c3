import BuyTillYouDie
import Facts
import Foundation
import Testing

@testable import CustomerValue

@Suite("The level of a shop's total")
struct SeasonTests {
    private static let asOf = SimulatedLog.asOf
    private static let horizon = 90

    /// Three years; the ninety days after the as-of day, and the same days of every year before, bring so many times the usual.
    private static func shop(seed: UInt64, factor: Double) throws -> SimulatedLog {
        var plan = SimulatedLog.Plan()
        plan.customers = 300
        plan.seed = seed
        plan.futureInDays = horizon
        plan.begins = { _, generator in 60 + 30 * Int(generator.next() % 36) }
        plan.factor = { (1...horizon).contains(($0 + 3_640) % 364) ? factor : 1 }
        plan.most = max(1, factor)
        return try SimulatedLog(plan)
    }

    private static func totals(_ shop: SimulatedLog) throws -> (auto: Double, plain: Double, step: ModelStep?) {
        let only = Set(ModelStep.Kind.allCases).subtracting([.season])
        let auto = try shop.book.auto(asOf: asOf, horizonInDays: horizon, without: only).predictions
        let plain = try shop.book.auto(asOf: asOf, horizonInDays: horizon, without: Set(ModelStep.Kind.allCases)).predictions
        return (auto.totalOrders, plain.totalOrders, auto.model.steps.first { $0.kind == .season })
    }

    @Test("A season of half as much again a year ago: the total is nearer to what comes than the average of models")
    func season() throws {
        var errors = (auto: 0.0, plain: 0.0)
        for seed in [1, 2] as [UInt64] {
            let shop = try Self.shop(seed: seed, factor: 1.5)
            let totals = try Self.totals(shop)
            let step = try #require(totals.step)
            #expect(step.isUsed && step.reason == .found && (1.1...1.6).contains(step.amount ?? 0), "\(step)")
            #expect(abs(totals.auto / totals.plain - (step.amount ?? 0)) < 0.02, "\(totals)")
            errors.auto += abs(log(totals.auto / Double(shop.futureOrders)))
            errors.plain += abs(log(totals.plain / Double(shop.futureOrders)))
        }
        #expect(errors.auto < 0.6 * errors.plain, "\(errors)")
    }

    @Test("Without a season the total moves by a few per cent at most", arguments: [4, 5] as [UInt64])
    func noSeason(seed: UInt64) throws {
        let totals = try Self.totals(try Self.shop(seed: seed, factor: 1))
        #expect(abs(totals.auto / totals.plain - 1) < 0.05, "\(totals)")
    }

    @Test("A small difference is taken for chance, a large one nearly as it is, either way alike")
    func shrinking() {
        #expect(ShopLevel.shrunk(0, noise: 0.12) == 0)
        #expect(abs(ShopLevel.shrunk(0.05, noise: 0.12)) < 0.01)
        #expect(abs(ShopLevel.shrunk(0.12, noise: 0.12) - 0.06) < 1e-12)
        #expect(ShopLevel.shrunk(0.5, noise: 0.12) > 0.47 && ShopLevel.shrunk(0.5, noise: 0.12) < 0.5)
        #expect(ShopLevel.shrunk(-0.3, noise: 0.12) == -ShopLevel.shrunk(0.3, noise: 0.12))
    }

    @Test("Under two horizons, or without the same season a year before, there is no factor of season")
    func tooShort() {
        let first = ShopDay(daysSince1970: 18_000)
        func season(_ history: Int, _ horizon: Int) -> Double? {
            let days = FoldDays(first: first, asOf: first.advanced(byDays: history), horizonInDays: horizon)
            let totals = days.cutoffs.map { ShopLevel.FoldTotal(cutoff: $0, logRatio: 0.4, purchaseDays: 1e12) }
            return ShopLevel.season(totals, days: days, historyInDays: history, horizonInDays: horizon)?.logFactor
        }
        #expect(season(400, 90) == nil && season(700, 365) == nil && season(100, 28) == nil)
        let expected = ShopLevel.shrunk(0.4, noise: 0.12)
        #expect(season(800, 90).map { abs($0 - expected) < 1e-9 } ?? false && season(800, 365).map { abs($0 - expected) < 1e-9 } ?? false)
        for history in stride(from: 0, to: 1_500, by: 7) {
            for horizon in [28, 90, 200, 299, 300, 365, 500] where season(history, horizon) != nil {
                #expect(history >= ShopLevel.daysNeeded(horizon) && history >= 2 * horizon - 7)
            }
        }
    }

    @Test("The error that all customers share: what earlier totals were off by, never under a tenth")
    func sharedError() {
        #expect(ShopLevel.sharedError(logRatios: [0.1, 0.1], coversHorizon: true, explained: 0) == nil)
        #expect(ShopLevel.sharedError(logRatios: [0, 0, 0], coversHorizon: true, explained: 0) == 0.1)
        #expect(ShopLevel.sharedError(logRatios: [0, 0, 0], coversHorizon: false, explained: 0) == 0.2)
        let seen = ShopLevel.sharedError(logRatios: [0.3, -0.3, 0.3], coversHorizon: true, explained: 0) ?? 0
        #expect(abs(seen - 0.384) < 1e-12)
        let corrected = ShopLevel.sharedError(logRatios: [0.3, -0.3, 0.3], coversHorizon: true, explained: 1) ?? 0
        #expect(abs(corrected - 0.192) < 1e-12)
        #expect(ShopLevel.sharedError(logRatios: [3, 3, 3], coversHorizon: true, explained: 0) == 0.6)
    }
}

@Suite("Logs that begin in the middle of a shop's life")
struct LeftTruncationTests {
    private static let asOf = SimulatedLog.asOf

    private func found(seed: UInt64, _ change: (inout SimulatedLog.Plan) -> Void) throws -> LeftTruncation {
        var plan = SimulatedLog.Plan()
        plan.customers = 600
        plan.seed = seed
        change(&plan)
        let summaries = try SimulatedLog(plan).book.summaries { $0.asOf = Self.asOf }
        let first = summaries.report.firstOrder.map { summaries.timeZone.day(of: $0) } ?? Self.asOf
        return LeftTruncation(summaries, buyers: Buyers(summaries), historyInDays: first.days(until: Self.asOf))
    }

    @Test(
        "Customers of five earlier years, the log begins in the sixth, new ones go on coming: it is seen", arguments: [1, 2, 3] as [UInt64])
    func truncated(seed: UInt64) throws {
        let truncation = try found(seed: seed) {
            $0.customers = 1_500
            $0.begins = { _, generator in 1 + Int(generator.next() % 2_550) }
            $0.logBeginsDaysBefore = 720
        }
        #expect(truncation.isFound, "ratio \(truncation.ratio)")
        #expect(truncation.recentDays == 365)
        // Held to what a base without newcomers usually keeps, and only where expectations are above that.
        let usual = truncation.recentRatePerDay * 365
        let factor = try #require(truncation.logFactor(expectedPurchases: usual, horizonInDays: 365))
        #expect(abs(factor + 0.3) < 1e-12)
        #expect(truncation.logFactor(expectedPurchases: usual * 0.7, horizonInDays: 365) == nil)
        #expect(truncation.logFactor(expectedPurchases: 0, horizonInDays: 365) == nil)
    }

    @Test(
        "A cohort that was chosen by its first order, a growing shop, one that grows steadily from nothing: it is not",
        arguments: [1, 2, 3] as [UInt64])
    func others(seed: UInt64) throws {
        let cohort = try found(seed: seed) { $0.begins = { _, generator in 690 + Int(generator.next() % 30) } }
        #expect(!cohort.isFound)
        let growing = try found(seed: seed) {
            $0.begins = { _, generator in
                let part = Double(generator.next() % 1_000) / 1_000
                return Int(720 * part * part)
            }
        }
        #expect(!growing.isFound, "ratio \(growing.ratio)")
        let steady = try found(seed: seed) { $0.begins = { _, generator in Int(generator.next() % 720) } }
        #expect(!steady.isFound, "ratio \(steady.ratio)")
        let young = try found(seed: seed) { $0.begins = { _, generator in Int(generator.next() % 80) } }
        #expect(!young.isFound && young.logFactor(expectedPurchases: 100, horizonInDays: 30) == nil)
    }

    @Test("Where it is found, auto says so and lowers the total; switched off, it does not")
    func throughAuto() throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 700
        plan.seed = 5
        plan.begins = { _, generator in 15 + 30 * Int(generator.next() % 84) }
        plan.logBeginsDaysBefore = 500
        let book = try SimulatedLog(plan).book
        let others = Set(ModelStep.Kind.allCases).subtracting([.truncation])
        let with = try book.auto(asOf: Self.asOf, horizonInDays: 365, without: others).predictions
        let without = try book.auto(asOf: Self.asOf, horizonInDays: 365, without: Set(ModelStep.Kind.allCases)).predictions
        let step = try #require(with.model.steps.first { $0.kind == .truncation })
        #expect(step.isUsed && step.reason == .found && (0.2..<1).contains(step.amount ?? 1), "\(step)")
        #expect(abs(with.totalOrders / without.totalOrders - (step.amount ?? 1)) < 0.02)
    }
}
