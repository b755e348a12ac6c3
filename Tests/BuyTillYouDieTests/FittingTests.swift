import Foundation
import Testing

@testable import BuyTillYouDie

/// The search and what it says of itself, on functions whose optimum is known.
@Suite struct FittingTests {
    /// 100 (y - x²)² + (1 - x)²: a curved valley with its optimum at (1, 1).
    struct Valley: Objective {
        let dimension = 2
        func value(at point: [Double], gradient: inout [Double]) -> Double {
            let (x, y) = (point[0], point[1])
            let off = y - x * x
            gradient[0] = -400 * x * off - 2 * (1 - x)
            gradient[1] = 200 * off
            return 100 * off * off + (1 - x) * (1 - x)
        }
    }

    static func search(upperBound: Double) -> BFGS {
        BFGS(lowerBound: -3, upperBound: upperBound, gradientTolerance: 1e-8, stagnationTolerance: 1e-6, maximumIterations: 200)
    }

    @Test(arguments: [[-1.2, 1], [2.5, -2], [0, 0], [-9, 9]]) func valley(start: [Double]) {
        let found = Self.search(upperBound: 3).minimize(Valley(), from: start)
        #expect(found.didConverge && abs(found.point[0] - 1) < 1e-6 && abs(found.point[1] - 1) < 1e-6)
    }

    /// With x at most 0.5 the optimum stands at that bound, and only the other gradient vanishes.
    @Test func boundStopsTheSearch() {
        let search = Self.search(upperBound: 0.5)
        let found = search.minimize(Valley(), from: [-1.2, -1])
        #expect(found.didConverge && found.point[0] == 0.5 && abs(found.point[1] - 0.25) < 1e-8)
        #expect(search.blocked(found) == [true, false] && abs(found.gradient[0]) > 0.1)
    }

    @Test func exhaustionIsNoConvergence() {
        var search = Self.search(upperBound: 3)
        search.maximumIterations = 3
        #expect(!search.minimize(Valley(), from: [-1.2, 1]).didConverge)
    }

    @Test func curvature() {
        let hessian = Hessian.at([1, 1], of: Valley())
        for (row, exact) in zip(hessian, [[802.0, -400], [-400, 200]]) {
            for (value, printed) in zip(row, exact) { #expect(abs(value - printed) < 1e-4) }
        }
        let inverse = SymmetricMatrix.inverse([[802, -400], [-400, 200]])
        for (row, exact) in zip(inverse ?? [], [[0.5, 1], [1, 2.005]]) {
            for (value, printed) in zip(row, exact) { #expect(abs(value - printed) < 1e-10) }
        }
        #expect(SymmetricMatrix.inverse([[1, 2], [2, 1]]) == nil && SymmetricMatrix.cholesky([[.nan]]) == nil)
    }

    /// The points have the mean and the covariance that they stand for.
    @Test func parameterPoints() throws {
        let model = try #require(GammaGamma(parameters: [6.2, 3.7, 15]))
        let covariance = [[0.04, 0.01, -0.02], [0.01, 0.09, 0.03], [-0.02, 0.03, 0.16]]
        let points = model.points(logCovariance: covariance)
        #expect(points.count == 7)
        for row in 0..<3 {
            let mean = points.reduce(0) { $0 + $1.weight * log($1.model.parameters[row] / model.parameters[row]) }
            #expect(abs(mean) < 1e-12)
            for column in 0..<3 {
                let product = points.reduce(0) { sum, point in
                    let byRow = log(point.model.parameters[row] / model.parameters[row])
                    return sum + point.weight * byRow * log(point.model.parameters[column] / model.parameters[column])
                }
                #expect(abs(product - covariance[row][column]) < 1e-12)
            }
        }
        for unusable in [nil, [[1, 2], [2, 1]], [[1, 2, 0], [2, 1, 0], [0, 0, 1]]] as [[[Double]]?] {
            let alone = model.points(logCovariance: unusable)
            #expect(alone.count == 1 && alone[0].weight == 1 && alone[0].model.parameters == model.parameters)
        }
    }

    @Test func additionalStartsAndNonsenseAmongThem() throws {
        let histories = try PublishedAnswersTests.cdnow()
        var options = FitOptions()
        options.additionalStarts = [[0.3, 5, 1, 3], [-1, 0, .nan, 2], [1]]
        options.computesHessian = false
        let fit = try BGNBD.fit(histories, options: options)
        #expect(fit.starts == 5 && !fit.hessianIsUsable && fit.standardErrors == nil)
        #expect(abs(fit.logLikelihood - fit.model.logLikelihood(of: histories)) < 1e-6)
    }
}
