import CVectorMath
import Foundation

/// Gamma-gamma: what a purchase is worth.
///
/// Fader & Hardie 2013, "The Gamma-Gamma model of monetary value". A customer's purchases are Gamma(p, ν); ν ~ Gamma(q, v) differs
/// between customers. Amounts are in any one currency; v has its unit.
public struct GammaGamma: ParametricModel {
    /// p, q and v.
    public static let parameterNames = ["p", "q", "v"]

    /// The parameters, in the order of ``parameterNames``.
    public let parameters: [Double]

    /// The model with these parameters; `nil` unless there are as many as names and all are finite and above 0.
    public init?(parameters: [Double]) {
        guard Self.accepts(parameters) else { return nil }
        self.parameters = parameters
    }

    /// Shape of a customer's purchases: the larger, the more alike they are.
    public var p: Double { parameters[0] }
    /// Shape of ν among customers: the larger, the more alike customers are.
    public var q: Double { parameters[1] }
    /// Rate of ν among customers, in money.
    public var v: Double { parameters[2] }

    /// log of the density of a mean amount m of n purchases; Fader & Hardie 2013, eq. 1a. n at least 1, m above 0.
    public func logLikelihood(count n: Int, mean m: Double) -> Double {
        let purchases = Double(max(n, 1))
        let shape = p * purchases
        let total = v + purchases * m
        // The four powers as two ratios: with p and q in the thousands the single terms are large and cancel.
        let byMean = shape * log(purchases * m / total)
        let byRate = q * log(v / total)
        return byMean + byRate - logBeta(shape, q) - log(m)
    }

    /// E[mean amount of future purchases | n purchases of mean m]; Fader & Hardie 2013, eq. 5.
    ///
    /// n = 0 gives the population's mean v p / (q - 1). Infinite where p n + q <= 1: the expectation then does not exist.
    public func expectedSpend(count n: Int, mean m: Double) -> Double {
        let purchases = Double(max(n, 0))
        let seen = purchases > 0 ? purchases * m : 0
        let denominator = p * purchases + q - 1
        return denominator > 0 ? (v + seen) * p / denominator : .infinity
    }

    /// What n purchases of mean m say of a customer's ν: Gamma(q + p n, v + n m).
    func posterior(count n: Int, mean m: Double) -> (shape: Double, rate: Double) {
        let purchases = Double(max(n, 0))
        return (q + p * purchases, v + (purchases > 0 ? purchases * m : 0))
    }

    /// The maximum likelihood fit.
    ///
    /// The search runs in units of the mean amount, so the bounds of the options hold for v / mean amount. Where amounts
    /// hardly differ there is no optimum: p and q run to a bound, which the fit reports; ``expectedSpend(count:mean:)`` stays right.
    /// - Throws: ``FitError`` where there is nothing to fit.
    public static func fit(_ histories: SpendHistories, options: FitOptions = FitOptions()) throws(FitError) -> Fit<GammaGamma> {
        guard histories.isUsable else { throw .unusableHistory }
        guard histories.totalWeight > 0 else { throw .noCustomers }
        let unit = histories.overallMean
        guard unit > 0, unit.isFinite else { throw .unusableHistory }
        let scaled = histories.scaled(by: unit)
        let path = cvm_best_path()
        func objective(atMost rows: Int) -> GammaGammaObjective? {
            scaled.count.count > rows ? GammaGammaObjective(histories: scaled.sample(size: rows), path: path) : nil
        }
        var scaledOptions = options
        // v is money too: its prior moves with the unit.
        if let prior = options.prior, prior.logMeans.count == 3 {
            scaledOptions.prior = ParameterPrior(
                logMeans: [prior.logMeans[0], prior.logMeans[1], prior.logMeans[2] - log(unit)], logDeviations: prior.logDeviations)
        }
        scaledOptions.additionalStarts = options.additionalStarts.filter(accepts).map { [$0[0], $0[1], $0[2] / unit] }
        let starts: [[Double]] = [(6.0, 4.0), (1, 2), (2, 20), (50, 3)].map { p, q in [p, q, (q - 1) / p] }
        let fit: Fit<GammaGamma> = try MaximumLikelihood.fit(
            GammaGamma.self, objective: GammaGammaObjective(histories: scaled, path: path),
            sample: objective(atMost: options.sampleSize), curvature: objective(atMost: options.curvatureSampleSize),
            totalWeight: histories.totalWeight, starts: starts, options: scaledOptions)
        return try fit.inMoney(unit: unit, totalWeight: histories.totalWeight)
    }
}

extension Fit where Model == GammaGamma {
    /// The fit of amounts that were divided by `unit`, in the money they came in.
    fileprivate func inMoney(unit: Double, totalWeight: Double) throws(FitError) -> Fit {
        guard let scaled = GammaGamma(parameters: [model.p, model.q, model.v * unit]) else { throw .noFiniteLikelihood }
        let errors = standardErrors.map { [$0[0], $0[1], $0[2] * unit] }
        return Fit(
            model: scaled, logLikelihood: logLikelihood - totalWeight * log(unit), didConverge: didConverge,
            didStagnate: didStagnate, boundaryParameters: boundaryParameters, hessianIsUsable: hessianIsUsable,
            standardErrors: errors, logCovariance: logCovariance, iterations: iterations, evaluations: evaluations, starts: starts)
    }
}
