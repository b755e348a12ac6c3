import Foundation

/// What a maximum likelihood fit found, and how far it can be trusted.
public struct Fit<Model: ParametricModel>: Sendable {
    /// The model at the best point.
    public let model: Model
    /// The log-likelihood of all data there, with the papers' constants.
    public let logLikelihood: Double
    /// Whether the search ended at an optimum (``FitOptions/gradientTolerance``), not by exhaustion.
    public let didConverge: Bool
    /// Converged only in that no step improved the value any more (``FitOptions/stagnationTolerance``).
    public let didStagnate: Bool
    /// Names of the parameters that ended at a bound: the data do not identify them.
    public let boundaryParameters: [String]
    /// Whether the curvature tells errors: positive definite, well conditioned, no parameter at a bound, and none uncertain by more
    /// than a factor of 4.5 (a standard error of 1.5 of its logarithm), which is no better than not known.
    public let hessianIsUsable: Bool
    /// Standard errors of the parameters on their natural scale, by the delta method; `nil` without a usable Hessian.
    public let standardErrors: [Double]?
    /// Covariance of the logarithms of the parameters; `nil` without a usable Hessian.
    public let logCovariance: [[Double]]?
    /// Iterations of the final search.
    public let iterations: Int
    /// Evaluations of the likelihood and its gradient on all rows.
    public let evaluations: Int
    /// How many starts were tried.
    public let starts: Int

    /// Points of parameter space that stand for what the data leave open, with weights that sum to 1.
    ///
    /// The sigma points of the unscented transform in log parameters (Julier & Uhlmann 2004, eq. 12, kappa 1): the estimate and
    /// one pair along each column of the Cholesky factor of the covariance, 2d + 1 in all. An average over them carries
    /// parameter uncertainty to second order, without chance. Only the estimate, with weight 1, without a usable Hessian.
    public func parameterPoints() -> [(model: Model, weight: Double)] {
        let dimension = model.parameters.count
        let pairs = parameterPairs(jointDimension: dimension)
        return pairs.isEmpty ? [(model, 1)] : [(model, 1 / Double(dimension + 1))] + pairs
    }

    /// How far a point may lie from the estimate in any log parameter. Farther out the likelihood is no parabola any more and the
    /// covariance says nothing; pairs beyond are drawn back.
    static var farthestLogStep: Double { 1.5 }

    /// The points of ``parameterPoints()`` without the estimate, scaled for a joint set over the parameters of several fits.
    ///
    /// With `D` parameters in all, the points of every fit (the others standing at their estimates) and the joint estimate with weight
    /// `1 / (D + 1)` are the sigma points of all `D` parameters together, the fits being independent. Empty without a usable Hessian.
    public func parameterPairs(jointDimension: Int) -> [(model: Model, weight: Double)] {
        guard let logCovariance, let lower = SymmetricMatrix.cholesky(logCovariance) else { return [] }
        let center = model.parameters.map { log($0) }
        let dimension = center.count
        let spread = Double(jointDimension + 1).squareRoot()
        let weight = 0.5 / Double(jointDimension + 1)
        var points: [(model: Model, weight: Double)] = []
        for column in 0..<dimension {
            let farthest = (0..<dimension).reduce(0) { max($0, abs(spread * lower[$1][column])) }
            let step = spread * min(1, Self.farthestLogStep / max(farthest, .leastNormalMagnitude))
            for sign in [1.0, -1] {
                let moved = (0..<dimension).map { exp(center[$0] + sign * step * lower[$0][column]) }
                guard let point = Model(parameters: moved) else { return [] }
                points.append((point, weight))
            }
        }
        return points
    }
}
