import Foundation

/// What lies ahead of a customer who is active now: every answer is "given active".
///
/// Times are weeks from now. Horizons are taken within 0 to ``longestHorizonInWeeks``; what is not a number counts as 0.
/// Multiply probabilities and expectations by the probability of being active for a customer of whom that is not known.
public struct Outlook: Hashable, Sendable {
    /// How a customer stops.
    public enum Dropout: Hashable, Sendable {
        /// After each purchase with probability p ~ Beta(a, b).
        case atPurchase(a: Double, b: Double)
        /// At a random time, exponential with rate μ ~ Gamma(shape, rate).
        case atRandomTime(shape: Double, rateInWeeks: Double)
    }

    /// Shape of the gamma distribution of the purchase rate λ: r + x.
    public let shape: Double
    /// Rate of the gamma distribution of λ: α + T, in weeks. λ's mean is shape / rate purchases a week.
    public let rateInWeeks: Double
    /// How the customer stops.
    public let dropout: Dropout

    /// The longest horizon that is answered; later ones are cut to it.
    public static let longestHorizonInWeeks = 1e6
    /// The most entries of a count distribution.
    public static let longestDistribution = 8_192

    init(shape: Double, rateInWeeks: Double, dropout: Dropout) {
        self.shape = shape
        self.rateInWeeks = rateInWeeks
        self.dropout = dropout
    }

    /// The same customer buying at so many times the rate, and stopping as before: for a season, or for what else is known of a customer.
    public func scaled(intensity: Double) -> Outlook {
        guard intensity > 0, intensity.isFinite, intensity != 1 else { return self }
        return Outlook(shape: shape, rateInWeeks: rateInWeeks / intensity, dropout: dropout)
    }

    static func horizon(_ weeks: Double) -> Double { weeks > 0 ? min(weeks, longestHorizonInWeeks) : 0 }

    /// E[purchases within t weeks | active now].
    public func expectedPurchases(withinWeeks t: Double) -> Double {
        let weeks = Self.horizon(t)
        guard weeks > 0 else { return 0 }
        switch dropout {
        case .atPurchase(let a, let b):
            return DropoutAtPurchase(shape: shape, horizon: weeks / rateInWeeks, a: a, b: b).expectedPurchases()
        case .atRandomTime(let s, let rate):
            return DropoutAtRandomTime(shape: shape, rate: rateInWeeks, s: s, dropoutRate: rate).expectedPurchases(weeks)
        }
    }

    /// P(at least one purchase within t weeks | active now).
    ///
    /// A customer who stops only at purchases makes the next one for certain, in Lomax time: 1 - (1 + t / rate)^-shape.
    public func probabilityOfPurchase(withinWeeks t: Double) -> Double {
        let weeks = Self.horizon(t)
        guard weeks > 0 else { return 0 }
        switch dropout {
        case .atPurchase:
            return -expm1(-shape * log1p(weeks / rateInWeeks))
        case .atRandomTime(let s, let rate):
            return DropoutAtRandomTime(shape: shape, rate: rateInWeeks, s: s, dropoutRate: rate).probabilityOfPurchase(weeks)
        }
    }

    /// P(n purchases within t weeks | active now) for n = 0, 1, ...; the entries sum to 1.
    ///
    /// Cut where less than 1e-13 remains, and at ``longestDistribution`` entries, the last of which then holds the rest.
    public func purchaseCountDistribution(withinWeeks t: Double) -> [Double] {
        let weeks = Self.horizon(t)
        guard weeks > 0 else { return [1] }
        switch dropout {
        case .atPurchase(let a, let b):
            return DropoutAtPurchase(shape: shape, horizon: weeks / rateInWeeks, a: a, b: b).countDistribution()
        case .atRandomTime(let s, let rate):
            return DropoutAtRandomTime(shape: shape, rate: rateInWeeks, s: s, dropoutRate: rate).countDistribution(weeks)
        }
    }

    /// The time by which the next purchase has come with probability q, given that it comes within t weeks: H(τ) = q H(t).
    ///
    /// With H(t) the probability of a purchase within t. Grows with q from 0 to t.
    public func quantileOfNextPurchaseInWeeks(_ q: Double, withinWeeks t: Double) -> Double {
        let weeks = Self.horizon(t)
        guard weeks > 0, q > 0 else { return 0 }
        guard q < 1 else { return weeks }
        switch dropout {
        case .atPurchase:
            let reached = -q * expm1(-shape * log1p(weeks / rateInWeeks))
            return min(rateInWeeks * expm1(-log1p(-reached) / shape), weeks)
        case .atRandomTime(let s, let rate):
            return DropoutAtRandomTime(shape: shape, rate: rateInWeeks, s: s, dropoutRate: rate).quantile(q, weeks)
        }
    }
}
