/// How a fit searches.
public struct FitOptions: Sendable {
    /// The smallest value that a parameter may take.
    public var lowerBound = 1e-5
    /// The largest value that a parameter may take.
    public var upperBound = 1e6
    /// Converged once no component of the projected gradient of the mean log-likelihood, in log parameters, exceeds this.
    public var gradientTolerance = 1e-8
    /// Also converged when no step improves the value any more and the gradient is below this: the noise floor of long sums.
    public var stagnationTolerance = 1e-6
    /// The most iterations of each start.
    public var maximumIterations = 200
    /// With more rows than this the starts are tried on a sample of so many rows, and the best is polished on all.
    public var sampleSize = 5_000
    /// With more rows than this the curvature is that of a sample of so many rows: errors to a per cent or two of themselves.
    public var curvatureSampleSize = 50_000
    /// Whether standard errors are wanted: they cost two gradients a parameter.
    public var computesHessian = true
    /// Further starts, natural scale, tried beside the model's own.
    public var additionalStarts: [[Double]] = []

    /// What is known of the parameters before the data; `nil`: plain maximum likelihood. With it the fit is the posterior mode, and its
    /// log-likelihood is that of the data alone.
    public var prior: ParameterPrior?

    /// The usual options.
    public init() {}
}

/// Why there is no fit at all. A fit that ends badly is no error: it says so itself (``Fit``).
public enum FitError: Error, Hashable, Sendable {
    /// No customers, or none with a positive weight.
    case noCustomers
    /// Some row is no customer's history: not finite, or recency beyond age; or some spend is not positive.
    case unusableHistory
    /// The bounds of the options are not positive, finite and in order.
    case unusableOptions
    /// No start gave a finite likelihood.
    case noFiniteLikelihood
}
