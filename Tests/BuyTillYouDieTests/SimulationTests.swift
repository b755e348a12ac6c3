import Testing

@testable import BuyTillYouDie

/// The sources of chance.
@Suite struct SimulationTests {
    /// The sequence of seed 1234567 as published with the reference implementation.
    @Test func sequenceOfASeed() {
        var generator = SeededGenerator(seed: 1_234_567)
        let drawn = (0..<3).map { _ in generator.next() }
        #expect(drawn == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test(arguments: [0.05, 0.7, 1, 3.5, 40]) func gammaHasItsMoments(shape: Double) {
        var generator = SeededGenerator(seed: 61)
        let drawn = (0..<20_000).map { _ in generator.gammaVariate(shape: shape, rate: 2) }
        let mean = drawn.reduce(0, +) / 20_000
        let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
        #expect(abs(mean - shape / 2) < 4 * (shape / 4 / 20_000).squareRoot())
        // The variance of a sample variance: (2 + 6 / shape) σ⁴ / n.
        #expect(abs(variance / (shape / 4) - 1) < 4 * ((2 + 6 / shape) / 20_000).squareRoot())
    }

    @Test(arguments: [[0.01, 0.02], [0.8, 2.5], [30, 9]]) func betaHasItsMean(parameters: [Double]) {
        var generator = SeededGenerator(seed: 62)
        let (a, b) = (parameters[0], parameters[1])
        let drawn = (0..<20_000).map { _ in generator.betaVariate(a, b) }
        #expect(drawn.allSatisfy { $0 >= 0 && $0 <= 1 })
        let mean = a / (a + b)
        let variance = mean * (1 - mean) / (a + b + 1)
        #expect(abs(drawn.reduce(0, +) / 20_000 - mean) < 4 * (variance / 20_000).squareRoot())
    }

    @Test func sameSeedSameCustomers() throws {
        let model = try #require(ParetoNBD(parameters: [0.55, 10.6, 0.6, 11.7]))
        var one = SeededGenerator(seed: 63)
        var other = SeededGenerator(seed: 63)
        let first = model.simulate(customers: 50, ageInWeeks: 30, horizonInWeeks: 20, using: &one)
        let second = model.simulate(customers: 50, ageInWeeks: 30, horizonInWeeks: 20, using: &other)
        #expect(first.histories == second.histories && first.futurePurchasesInWeeks == second.futurePurchasesInWeeks)
        #expect(first.histories.allSatisfy { $0.isUsable })
        #expect(first.futurePurchasesInWeeks.allSatisfy { $0.allSatisfy { $0 > 0 && $0 < 20 } })
    }
}
