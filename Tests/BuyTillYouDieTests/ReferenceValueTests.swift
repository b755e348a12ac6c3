import Foundation
import Testing

@testable import BuyTillYouDie

/// Values computed with 50 digits by other routes (Fixtures/generate_references.py).
@Suite struct ReferenceValueTests {
    /// |value - reference| relative to the reference, or absolute where that is below `floor`.
    static func error(_ value: Double, _ reference: Double?, floor: Double = 1e-3) -> Double {
        guard let reference else { return .infinity }
        let difference = abs(value - reference)
        return difference.isNaN ? .infinity : difference / max(abs(reference), floor)
    }

    static func numbers(_ row: [String: Double], _ names: [String]) throws -> [Double] {
        try names.map { try #require(row[$0]) }
    }

    static func history(_ row: [String: Double]) throws -> PurchaseHistory {
        let numbers = try numbers(row, ["x", "recency", "age"])
        return PurchaseHistory(frequency: Int(numbers[0]), recencyInWeeks: numbers[1], ageInWeeks: numbers[2])
    }

    @Test func digammaAndTrigamma() throws {
        for row in try Fixture.rows("reference_digamma") {
            let x = try #require(row["x"])
            #expect(Self.error(digamma(x), row["digamma"]) < 2e-14)
            #expect(Self.error(trigamma(x), row["trigamma"]) < 2e-14)
        }
    }

    @Test func logOfBeta() throws {
        for row in try Fixture.rows("reference_log_beta") {
            let numbers = try Self.numbers(row, ["a", "b"])
            #expect(Self.error(logBeta(numbers[0], numbers[1]), row["log_beta"], floor: 1) < 1e-13, "\(numbers)")
        }
    }

    @Test func incompleteBeta() throws {
        for row in try Fixture.rows("reference_incomplete_beta") {
            let numbers = try Self.numbers(row, ["a", "b", "x"])
            let value = IncompleteBeta.regularized(numbers[2], complement: 1 - numbers[2], a: numbers[0], b: numbers[1])
            #expect(Self.error(value, row["value"], floor: 1e-8) < 1e-11, "\(numbers)")
        }
    }

    @Test func betaGeometricModels() throws {
        for row in try Fixture.rows("reference_beta_geometric") {
            let parameters = try Self.numbers(row, ["r", "alpha", "a", "b"])
            let weeks = try #require(row["weeks"])
            try Self.check(#require(BGNBD(parameters: parameters)), row, prefix: "bg", weeks: weeks)
            try Self.check(#require(MBGNBD(parameters: parameters)), row, prefix: "mbg", weeks: weeks)
        }
    }

    static func check(_ model: some PurchaseModel, _ row: [String: Double], prefix: String, weeks: Double) throws {
        let history = try history(row)
        let comment: Comment = "\(prefix) \(row)"
        #expect(error(model.logLikelihood(of: history), row["\(prefix)_ll"], floor: 1) < 1e-11, comment)
        #expect(error(model.probabilityAlive(history), row["\(prefix)_alive"], floor: 1e-9) < 1e-10, comment)
        let expected = model.outlook(of: history).expectedPurchases(withinWeeks: weeks)
        #expect(error(expected, row["\(prefix)_expected"], floor: 1e-12) < 1e-10, comment)
    }

    @Test func pareto() throws {
        for row in try Fixture.rows("reference_pareto") {
            let model = try #require(try ParetoNBD(parameters: Self.numbers(row, ["r", "alpha", "s", "beta"])))
            let history = try Self.history(row)
            let weeks = try #require(row["weeks"])
            let outlook = model.outlook(of: history)
            #expect(Self.error(model.logLikelihood(of: history), row["ll"], floor: 1) < 1e-10, "\(row)")
            #expect(Self.error(model.probabilityAlive(history), row["alive"], floor: 1e-9) < 1e-9, "\(row)")
            #expect(Self.error(outlook.expectedPurchases(withinWeeks: weeks), row["expected"], floor: 1e-12) < 1e-12, "\(row)")
            #expect(Self.error(outlook.probabilityOfPurchase(withinWeeks: weeks), row["once"], floor: 1e-12) < 1e-10, "\(row)")
        }
    }

    @Test func spendOfAKnownNumberOfPurchases() throws {
        for row in try Fixture.rows("reference_spend") {
            let spend = try #require(try GammaGamma(parameters: Self.numbers(row, ["p", "q", "v"])))
            let numbers = try Self.numbers(row, ["n", "mean", "ahead", "amount"])
            var counts = [Double](repeating: 0, count: Int(numbers[2]) + 1)
            counts[counts.count - 1] = 1
            let distribution = SpendDistribution(
                spend: spend, observedCount: Int(numbers[0]), observedMean: numbers[1], countsGivenAlive: counts, probabilityAlive: 1)
            #expect(Self.error(distribution.cumulative(numbers[3]), row["cumulative"], floor: 1e-4) < 1e-10, "\(row)")
        }
    }
}
