import Foundation
import Testing

@testable import BuyTillYouDie

/// Simulated customers give back the parameters they were drawn from, and behave as predicted.
@Suite struct RecoveryTests {
    /// Customers of 10 to 100 weeks.
    static func ages(_ count: Int) -> [Double] { (0..<count).map { 10 + 90 * Double($0) / Double(count) } }

    /// Each logarithm within 3.5 of its own standard errors, and those of a useful size.
    static func expect<Model: ParametricModel>(_ fit: Fit<Model>, near truth: Model) throws {
        #expect(fit.didConverge && fit.boundaryParameters.isEmpty)
        let covariance = try #require(fit.logCovariance)
        let errors = try #require(fit.standardErrors)
        for index in truth.parameters.indices {
            let deviation = covariance[index][index].squareRoot()
            #expect(abs(log(fit.model.parameters[index] / truth.parameters[index])) < 3.5 * deviation)
            #expect(deviation > 0.001 && deviation < 1)
            #expect(abs(errors[index] - deviation * fit.model.parameters[index]) < 1e-12 * errors[index])
        }
    }

    static func recover<Model: PurchaseModel>(_ truth: Model, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let drawn = truth.simulate(agesInWeeks: ages(4_000), horizonInWeeks: 26, using: &generator)
        let fit = try Model.fit(PurchaseHistories(drawn.histories))
        try expect(fit, near: truth)
        #expect(fit.logLikelihood >= drawn.histories.reduce(0) { $0 + truth.logLikelihood(of: $1) })
        predict(drawn, by: truth)
    }

    /// Over all customers: how many are active, buy nothing, buy once, buy how often; within four standard deviations.
    static func predict(_ drawn: SimulatedCustomers, by model: some PurchaseModel) {
        var predicted = [0.0, 0, 0, 0]
        var variance = [0.0, 0, 0, 0]
        var seen = [0.0, 0, 0, 0]
        for (index, history) in drawn.histories.enumerated() {
            let counts = model.purchaseCountDistribution(history, withinWeeks: 26)
            var secondMoment = 0.0
            for n in counts.indices { secondMoment += Double(n * n) * counts[n] }
            let mean = model.expectedPurchases(history, withinWeeks: 26)
            let alive = model.probabilityAlive(history)
            let one = counts.count > 1 ? counts[1] : 0
            let future = drawn.futurePurchasesInWeeks[index].count
            let isTrue = [drawn.isActive[index], future == 0, future == 1]
            for (place, probability) in [alive, counts[0], one].enumerated() {
                predicted[place] += probability
                variance[place] += probability * (1 - probability)
                seen[place] += isTrue[place] ? 1 : 0
            }
            predicted[3] += mean
            variance[3] += secondMoment - mean * mean
            seen[3] += Double(future)
        }
        for place in 0..<4 {
            let deviation = variance[place].squareRoot()
            #expect(abs(predicted[place] - seen[place]) < 4 * deviation + 1e-6, "\(place): \(predicted[place]), seen \(seen[place])")
        }
    }

    @Test func betaGeometric() throws { try Self.recover(#require(BGNBD(parameters: [0.5, 6, 0.8, 2.5])), seed: 21) }
    @Test func modifiedBetaGeometric() throws { try Self.recover(#require(MBGNBD(parameters: [0.8, 5, 0.9, 1.8])), seed: 22) }
    @Test func pareto() throws { try Self.recover(#require(ParetoNBD(parameters: [0.9, 6, 0.8, 12])), seed: 23) }

    @Test func gammaGamma() throws {
        let truth = try #require(GammaGamma(parameters: [6, 4, 15]))
        var generator = SeededGenerator(seed: 24)
        let amounts = truth.simulate(purchases: (0..<3_000).map { 1 + $0 % 5 }, using: &generator)
        let means = amounts.map { $0.reduce(0, +) / Double($0.count) }
        try Self.expect(GammaGamma.fit(SpendHistories(count: amounts.map { Int32($0.count) }, mean: means)), near: truth)
    }

    /// The next purchase of those who buy within the horizon comes before its median half of the time.
    @Test func medianOfTheNextPurchase() throws {
        let models: [any PurchaseModel] = [
            try #require(MBGNBD(parameters: [0.8, 5, 0.9, 1.8])), try #require(ParetoNBD(parameters: [0.9, 6, 0.8, 12])),
        ]
        for model in models {
            var generator = SeededGenerator(seed: 25)
            let drawn = model.simulate(customers: 6_000, ageInWeeks: 30, horizonInWeeks: 26, using: &generator)
            var before = 0.0
            var all = 0.0
            for (history, future) in zip(drawn.histories, drawn.futurePurchasesInWeeks) {
                guard let next = future.first else { continue }
                all += 1
                if next < model.quantileOfNextPurchaseInWeeks(0.5, history, withinWeeks: 26) { before += 1 }
            }
            #expect(all > 500)
            #expect(abs(before - all / 2) < 4 * (all / 4).squareRoot())
        }
    }

    /// A fit by way of a sample ends where the fit without one ends.
    @Test func sampleThenAll() throws {
        let truth = try #require(BGNBD(parameters: [0.5, 6, 0.8, 2.5]))
        var generator = SeededGenerator(seed: 26)
        let histories = PurchaseHistories(truth.simulate(agesInWeeks: Self.ages(3_000), horizonInWeeks: 0, using: &generator).histories)
        var options = FitOptions()
        let whole = try BGNBD.fit(histories, options: options)
        options.sampleSize = 300
        options.curvatureSampleSize = 1_000
        let sampled = try BGNBD.fit(histories, options: options)
        for (one, other) in zip(whole.model.parameters, sampled.model.parameters) { #expect(abs(one - other) < 1e-5 * one) }
        #expect(abs(whole.logLikelihood - sampled.logLikelihood) < 1e-6)
        #expect(sampled.evaluations < whole.evaluations / 3)
        let errors = try zip(#require(whole.standardErrors), #require(sampled.standardErrors))
        for (one, other) in errors { #expect(abs(one - other) < 0.2 * one) }
    }
}
