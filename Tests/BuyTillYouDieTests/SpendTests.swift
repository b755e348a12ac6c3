import Foundation
import Testing

@testable import BuyTillYouDie

/// What is spent within a horizon: the exact distribution against simulation, the tables against the exact distribution.
@Suite struct SpendTests {
    @Test func expectedSpendOfAPurchase() throws {
        let model = try #require(GammaGamma(parameters: [6.25, 3.74, 15.44]))
        #expect(abs(model.expectedSpend(count: 0, mean: .nan) - 15.44 * 6.25 / 2.74) < 1e-12)
        #expect(abs(model.expectedSpend(count: 2, mean: 30) - (15.44 + 60) * 6.25 / (6.25 * 2 + 2.74)) < 1e-12)
        // Between the population's mean and the customer's own, nearer to his the more he bought.
        let ten = model.expectedSpend(count: 10, mean: 80)
        #expect(ten > model.expectedSpend(count: 1, mean: 80) && ten < 80)
        // Without a mean in the population there is none to expect of a stranger.
        #expect(GammaGamma(parameters: [6, 0.9, 10])?.expectedSpend(count: 0, mean: 0) == .infinity)
    }

    /// Customers with observed purchases of mean m, by simulation: Bayes' rule by keeping those whose mean is near m.
    @Test func exactDistributionAgainstSimulation() throws {
        let spend = try #require(GammaGamma(parameters: [4, 3, 20]))
        var generator = SeededGenerator(seed: 31)
        let counts = [0.5, 0.25, 0.15, 0.1]
        let alive = 0.8
        // ν of a customer with 3 purchases of mean 25, drawn from its posterior; then purchases, then amounts.
        let drawn: [Double] = (0..<20_000).map { _ in
            guard generator.uniform() < alive else { return 0 }
            let place = generator.uniform()
            let purchases = place < 0.5 ? 0 : place < 0.75 ? 1 : place < 0.9 ? 2 : 3
            let rate = generator.gammaVariate(shape: 3 + 4 * 3, rate: 20 + 3 * 25)
            return (0..<purchases).reduce(0) { sum, _ in sum + generator.gammaVariate(shape: 4, rate: rate) }
        }
        let distribution = SpendDistribution(
            spend: spend, observedCount: 3, observedMean: 25, countsGivenAlive: counts, probabilityAlive: alive)
        for amount in [0, 10, 25, 50, 100] as [Double] {
            let below = Double(drawn.count { $0 <= amount })
            let expected = 20_000 * distribution.cumulative(amount)
            #expect(abs(below - expected) < 4 * max(expected * (1 - expected / 20_000), 1).squareRoot())
        }
        #expect(abs(drawn.reduce(0, +) / 20_000 - distribution.mean) < 0.5)
        #expect(distribution.quantile(0.59) == 0)
        #expect(abs(distribution.cumulative(distribution.quantile(0.9)) - 0.9) < 1e-10)
        #expect(distribution.cumulative(-1) == 0 && distribution.survival(0) == alive * 0.5)
    }

    /// Quantiles of the tables within 1e-3 of the exact ones, and half of them within 1e-4.
    @Test func tablesAgainstExact() throws {
        var draws = Draws(seed: 32)
        var errors: [Double] = []
        for _ in 0..<12 {
            let spend = try #require(
                GammaGamma(parameters: [draws.logUniform(0.7, 40), draws.logUniform(1.5, 20), draws.logUniform(1, 100)]))
            var curves = SpendCurves(spend: spend)
            for observed in [0, 1, 4, 25] {
                let model = try #require(BGNBD(parameters: [draws.logUniform(0.3, 3), draws.logUniform(2, 20), 0.8, 2.5]))
                let counts = model.outlook(frequency: observed, ageInWeeks: 40).purchaseCountDistribution(withinWeeks: 52)
                let curve = curves.curve(observedCount: observed, counts: counts)
                let exact = SpendDistribution(
                    spend: spend, observedCount: observed, observedMean: 30, countsGivenAlive: counts, probabilityAlive: 1)
                #expect(abs(curve.probabilityOfPurchase - exact.survival(0)) < 1e-12)
                for share in [0.9, 0.5, 0.1, 0.02] {
                    let survival = share * curve.probabilityOfPurchase
                    let y = try #require(curve.logScaledSpend(survival: survival))
                    errors.append(Self.error(y, survival: survival, curve: curve, exact: exact))
                    #expect(errors[errors.count - 1] < 1e-3, "\(spend.parameters), observed \(observed), share \(share)")
                }
            }
        }
        errors.sort()
        #expect(errors[errors.count / 2] < 1e-4)
    }

    /// The relative error of a quantile, from the excess of the exact survival there and the slope of the curve.
    static func error(_ y: Double, survival: Double, curve: SpendCurve, exact: SpendDistribution) -> Double {
        let excess = exact.survival(exact.scale * exp(y)) - survival
        return abs(excess / curve.survival(logScaledSpend: y).slope)
    }

    @Test func frequentBuyers() throws {
        let spend = try #require(GammaGamma(parameters: [6.25, 3.74, 15.44]))
        var curves = SpendCurves(spend: spend)
        let models: [any PurchaseModel] = [
            try #require(BGNBD(parameters: [0.5, 6, 0.8, 2.5])), try #require(ParetoNBD(parameters: [0.55, 10.6, 0.6, 11.7])),
        ]
        for model in models {
            for observed in [90, 400, 2_000] {
                let counts = model.outlook(frequency: observed, ageInWeeks: 100).purchaseCountDistribution(withinWeeks: 52)
                let curve = curves.curve(observedCount: observed, counts: counts)
                let exact = SpendDistribution(
                    spend: spend, observedCount: observed, observedMean: 30, countsGivenAlive: counts, probabilityAlive: 1)
                for share in [0.9, 0.5, 0.1] {
                    let survival = share * curve.probabilityOfPurchase
                    let y = try #require(curve.logScaledSpend(survival: survival))
                    #expect(Self.error(y, survival: survival, curve: curve, exact: exact) < 1e-3)
                }
            }
        }
    }

    @Test func curvesFallAndQuantilesInvertThem() throws {
        var draws = Draws(seed: 33)
        for _ in 0..<20 {
            let spend = try #require(
                GammaGamma(parameters: [draws.logUniform(0.01, 1e4), draws.logUniform(0.01, 1e4), draws.logUniform(0.01, 1e4)]))
            var curves = SpendCurves(spend: spend)
            let counts = [0.4, 0.3, 0.1, 0.1, 0.05, 0.05]
            let curve = curves.curve(observedCount: Int(draws.logUniform(1, 50)) - 1, counts: counts)
            #expect(abs(curve.probabilityOfPurchase - 0.6) < 1e-12)
            #expect(curve.logScaledSpend(survival: 0.6001) == nil && curve.logScaledSpend(survival: 0.9) == nil)
            var previous = -Double.infinity
            for survival in [0.599, 0.5, 0.3, 0.1, 0.01, 1e-4] {
                let y = try #require(curve.logScaledSpend(survival: survival))
                #expect(y.isFinite && y >= previous, "\(spend.parameters)")
                let there = curve.survival(logScaledSpend: y)
                #expect(abs(there.value - survival) < 2e-5 && there.slope <= 1e-9, "\(spend.parameters) at \(survival)")
                previous = y
            }
            #expect(curve.survival(logScaledSpend: -1e9).value == curve.probabilityOfPurchase)
            #expect(curve.survival(logScaledSpend: 1e9).value == 0)
        }
    }

    /// Who asks in any order and for ever has the same answers, and tables that stay within a bound.
    @Test func tablesAreGivenUpAndMadeAgain() throws {
        let spend = try #require(GammaGamma(parameters: [6.25, 3.74, 15.44]))
        // So many purchases ahead that every table is one of the large ones.
        let counts = try #require(BGNBD(parameters: [0.5, 6, 0.8, 2.5])).outlook(frequency: 900, ageInWeeks: 2)
            .purchaseCountDistribution(withinWeeks: 52)
        var curves = SpendCurves(spend: spend)
        var most = 0
        var wereGivenUp = false
        for observed in Array(0..<60) + [3, 40] {
            let before = curves.numbersKept
            let curve = curves.curve(observedCount: observed, counts: counts)
            most = max(most, curves.numbersKept)
            if curves.numbersKept < before { wereGivenUp = true }
            guard [0, 3, 40, 59].contains(observed) else { continue }
            var fresh = SpendCurves(spend: spend)
            let same = fresh.curve(observedCount: observed, counts: counts)
            #expect(curve.logScaledSpend(survival: 0.5) == same.logScaledSpend(survival: 0.5))
            #expect(curve.survival(logScaledSpend: 6).value == same.survival(logScaledSpend: 6).value)
        }
        #expect(wereGivenUp && most <= SpendCurves.mostNumbersKept && most > SpendCurves.mostNumbersKept / 2)
    }

    @Test func countsOnTheGridKeepMassMeanAndSquare() {
        let counts =
            BGNBD(parameters: [0.5, 6, 0.8, 2.5])?.outlook(frequency: 900, ageInWeeks: 60)
            .purchaseCountDistribution(withinWeeks: 52) ?? []
        let factors = CountGrid.shared.factors(counts)
        #expect(factors.count < counts.count / 2)
        let powers: [(Double) -> Double] = [{ _ in 1 }, { $0 }, { $0 * $0 }]
        for power in powers {
            var exact = 0.0
            var gridded = 0.0
            for n in counts.indices.dropFirst() { exact += counts[n] * power(Double(n)) }
            for (index, factor) in factors.enumerated() { gridded += factor * power(Double(CountGrid.shared.nodes[index])) }
            #expect(abs(exact - gridded) < 1e-6 * exact)
        }
        #expect(CountGrid.shared.factors([1]).isEmpty && CountGrid.shared.factors([]).isEmpty)
    }

    /// One who cannot buy within the horizon spends nothing, at every level.
    @Test func noPurchaseNoSpend() throws {
        let spend = try #require(GammaGamma(parameters: [6.25, 3.74, 15.44]))
        var curves = SpendCurves(spend: spend)
        let curve = curves.curve(observedCount: 3, counts: [1])
        #expect(curve.logScaledSpend(survival: 0.1) == nil && curve.probabilityOfPurchase == 0)
        #expect(curve.survival(logScaledSpend: 0).value == 0)
    }
}
