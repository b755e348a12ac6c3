import CVectorMath
import Foundation
import Testing

@testable import BuyTillYouDie

/// Analytic gradients are what differences of the value say, and the value is the mean of the single customers' log-likelihoods.
@Suite struct GradientTests {
    static func histories(seed: UInt64) -> [PurchaseHistory] {
        var draws = Draws(seed: seed)
        return (0..<200).map { _ in draws.history() }
    }

    static func check(_ objective: some Objective, at point: [Double], _ comment: Comment) {
        var gradient = [Double](repeating: 0, count: objective.dimension)
        _ = objective.value(at: point, gradient: &gradient)
        var unused = gradient
        for index in point.indices {
            var values: [Double] = []
            for step in [-2e-4, -1e-4, 1e-4, 2e-4] {
                var moved = point
                moved[index] += step
                values.append(objective.value(at: moved, gradient: &unused))
            }
            let difference = (8 * (values[2] - values[1]) - (values[3] - values[0])) / 12e-4
            #expect(abs(gradient[index] - difference) < 1e-7 * max(1, abs(values[1])), "\(comment), parameter \(index)")
        }
    }

    static let points: [[Double]] = [[0, 0, 0, 0], [-1, 2, -0.5, 1], [-4, -3, 3, 2], [3, 5, -4, 4], [0.3, 1, 2, -3]]

    @Test(arguments: points) func purchaseModels(point: [Double]) throws {
        let rows = Self.histories(seed: 11)
        let columns = PurchaseHistories(rows)
        let parameters = point.map { exp($0) }
        for path in [CVM_PATH_VECTOR, CVM_PATH_SCALAR] {
            let bg = BetaGeometricObjective<BGNBD>(histories: columns, path: path)
            let mbg = BetaGeometricObjective<MBGNBD>(histories: columns, path: path)
            let pareto = ParetoObjective(histories: columns, path: path)
            Self.check(bg, at: point, "bg-nbd at \(point)")
            Self.check(mbg, at: point, "mbg-nbd at \(point)")
            Self.check(pareto, at: point, "pareto-nbd at \(point)")
            try Self.compare(bg, with: #require(BGNBD(parameters: parameters)), rows)
            try Self.compare(mbg, with: #require(MBGNBD(parameters: parameters)), rows)
            try Self.compare(pareto, with: #require(ParetoNBD(parameters: parameters)), rows)
        }
    }

    static func compare(_ objective: some Objective, with model: some PurchaseModel, _ rows: [PurchaseHistory]) {
        var sum = 0.0
        for row in rows { sum += model.logLikelihood(of: row) }
        var gradient = [0.0, 0, 0, 0]
        let value = objective.value(at: model.parameters.map { log($0) }, gradient: &gradient)
        #expect(abs(value + sum / Double(rows.count)) < 1e-9 * max(1, abs(value)))
    }

    @Test(arguments: [[1.8, 1.3, 2.7], [0, 0, 0], [-2, 1, -3], [5, 5, 1]]) func gammaGamma(point: [Double]) throws {
        var draws = Draws(seed: 12)
        let counts = (0..<200).map { _ in Int32(draws.logUniform(1, 60)) }
        let means = (0..<200).map { _ in draws.logUniform(0.01, 50) }
        let model = try #require(GammaGamma(parameters: point.map { exp($0) }))
        var sum = 0.0
        for row in 0..<200 { sum += model.logLikelihood(count: Int(counts[row]), mean: means[row]) }
        for path in [CVM_PATH_VECTOR, CVM_PATH_SCALAR] {
            let objective = GammaGammaObjective(histories: SpendHistories(count: counts, mean: means), path: path)
            Self.check(objective, at: point, "gamma-gamma at \(point)")
            var gradient = [0.0, 0, 0]
            let value = objective.value(at: point, gradient: &gradient)
            #expect(abs(value + sum / 200) < 1e-9 * max(1, abs(value)))
        }
    }
}
