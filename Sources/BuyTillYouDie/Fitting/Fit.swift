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
    /// Whether the curvature tells errors: converged, positive definite, well conditioned, no parameter at a bound, none uncertain by more
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

    /// Points of parameter space that stand for what the data leave open: ``ParametricModel/points(logCovariance:)``.
    public func parameterPoints() -> [(model: Model, weight: Double)] { model.points(logCovariance: logCovariance) }

    /// The part of a joint set of points that moves these parameters: ``ParametricModel/pairs(logCovariance:jointDimension:)``.
    public func parameterPairs(jointDimension: Int) -> [(model: Model, weight: Double)] {
        model.pairs(logCovariance: logCovariance, jointDimension: jointDimension)
    }
}
