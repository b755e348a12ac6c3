import CVectorMath
import Foundation

/// Pareto/NBD: a customer stops at a random time, whether or not he buys.
///
/// Schmittlein, Morrison & Colombo 1987, "Counting Your Customers", Management Science 33(1), 1-24; Fader & Hardie 2005, "A note on
/// deriving the Pareto/NBD model and related expressions". Purchases are Poisson with rate λ ~ Gamma(r, α); the time until a
/// customer stops is exponential with rate μ ~ Gamma(s, β).
public struct ParetoNBD: PurchaseModel {
    /// The model's name in options, tables and reports.
    public static let name = "pareto-nbd"
    /// r, α: shape and rate of the purchase rates; s, β: of the rates of stopping. α and β are weeks.
    public static let parameterNames = ["r", "alpha", "s", "beta"]

    /// The parameters, in the order of ``parameterNames``.
    public let parameters: [Double]

    /// The model with these parameters; `nil` unless there are as many as names and all are finite and above 0.
    public init?(parameters: [Double]) {
        guard Self.accepts(parameters) else { return nil }
        self.parameters = parameters
    }

    private var r: Double { parameters[0] }
    private var alpha: Double { parameters[1] }
    private var s: Double { parameters[2] }
    private var beta: Double { parameters[3] }

    /// Log of the two parts of the braces of the likelihood: active at T, and stopped in between t_x and T.
    ///
    /// The second is s ∫ (α + u)^-(r + x) (β + u)^-(s + 1) du from t_x to T: a positive integrand. The published form, a
    /// difference of two hypergeometric functions (Fader & Hardie 2005, eq. 20), cancels as T approaches t_x and overflows for
    /// large x. w = log((m + u) / (m + t_x)), m the smaller of α and β, makes the integrand smooth at the scale of one.
    private func logParts(_ history: PurchaseHistory) -> (active: Double, stopped: Double) {
        let shape = r + Double(history.frequency)
        let recency = history.recencyInWeeks
        let logAlpha = log(alpha + recency)
        let logBeta = log(beta + recency)
        let active = -shape * log(alpha + history.ageInWeeks) - s * log(beta + history.ageInWeeks)
        let smaller = min(alpha, beta) + recency
        let larger = max(alpha, beta) + recency
        let betaIsSmaller = beta <= alpha
        let length = log1p((history.ageInWeeks - recency) / smaller)
        let mass = cvm_power_integral(
            betaIsSmaller ? s : shape - 1, betaIsSmaller ? shape : s + 1, smaller / larger, length, cvm_best_path())
        guard mass > 0 else { return (active, -.infinity) }
        let stopped = log(s) - shape * logAlpha - (s + 1) * logBeta + log(smaller) + log(mass)
        return (active, stopped)
    }

    /// log L; Fader & Hardie 2005, eq. 17-19.
    public func logLikelihood(of history: PurchaseHistory) -> Double {
        let history = history.nearestUsable
        let shape = r + Double(history.frequency)
        let parts = logParts(history)
        let larger = max(parts.active, parts.stopped)
        let sum = larger + log1p(exp(min(parts.active, parts.stopped) - larger))
        return logGamma(shape) - logGamma(r) + r * log(alpha) + s * log(beta) + sum
    }

    /// P(active) = first part / (first + second); Schmittlein, Morrison & Colombo 1987, eq. 11-13.
    public func probabilityAlive(_ history: PurchaseHistory) -> Double {
        let parts = logParts(history.nearestUsable)
        return 1 / (1 + exp(min(parts.stopped - parts.active, 700)))
    }

    /// Given that a customer is active at T: λ ~ Gamma(r + x, α + T) and μ ~ Gamma(s, β + T), independent of each other.
    public func outlook(frequency: Int, ageInWeeks: Double) -> Outlook {
        let seen = PurchaseHistory(frequency: frequency, recencyInWeeks: 0, ageInWeeks: ageInWeeks).nearestUsable
        return Outlook(
            shape: r + Double(seen.frequency), rateInWeeks: alpha + seen.ageInWeeks,
            dropout: .atRandomTime(shape: s, rateInWeeks: beta + seen.ageInWeeks))
    }

    /// The maximum likelihood fit: the starts on a sample where there are many rows, the best polished on all.
    public static func fit(_ histories: PurchaseHistories, options: FitOptions) throws(FitError) -> Fit<ParetoNBD> {
        guard histories.isUsable else { throw .unusableHistory }
        guard histories.totalWeight > 0 else { throw .noCustomers }
        let path = cvm_best_path()
        func objective(atMost rows: Int) -> ParetoObjective? {
            histories.count > rows ? ParetoObjective(histories: histories.sample(size: rows), path: path) : nil
        }
        return try MaximumLikelihood.fit(
            ParetoNBD.self, objective: ParetoObjective(histories: histories, path: path),
            sample: objective(atMost: options.sampleSize), curvature: objective(atMost: options.curvatureSampleSize),
            totalWeight: histories.totalWeight, starts: starts(histories), options: options)
    }

    /// Two spreads of the rates and three of the lifetimes, in the data's own unit of time.
    private static func starts(_ histories: PurchaseHistories) -> [[Double]] {
        let unit = histories.weeksPerPurchase
        return [(0.5, 0.6, 0.5), (1, 1, 1), (0.5, 0.2, 0.2), (2, 2, 10)].map { r, s, life in [r, r * unit, s, life * unit] }
    }
}
