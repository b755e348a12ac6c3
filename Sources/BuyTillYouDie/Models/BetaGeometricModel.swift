import CVectorMath
import Foundation

/// What BG/NBD and MBG/NBD share: after each of x' chances the customer stops with probability p ~ Beta(a, b).
///
/// x' = x for BG/NBD and x + 1 for MBG/NBD, where the first purchase is a chance too. With x' every formula is common to both.
protocol BetaGeometricModel: PurchaseModel {
    /// x' - x: how many chances of stopping come before the first repeat purchase.
    static var chancesBeforeFirstRepeat: Double { get }
}

extension BetaGeometricModel {
    var r: Double { parameters[0] }
    var alpha: Double { parameters[1] }
    var a: Double { parameters[2] }
    var b: Double { parameters[3] }

    /// x', of a frequency that may be anything.
    static func chances(_ frequency: Int) -> Double { Double(frequency) + chancesBeforeFirstRepeat }

    /// log of B(a + 1, b + x' - 1) / B(a, b + x') = a / (b + x' - 1): what the last chance alone says; minus infinity without any.
    static func logOdds(a: Double, b: Double, chances: Double) -> Double {
        chances > 0 ? log(a) - log(b + chances - 1) : -.infinity
    }

    /// The log odds of having stopped at t_x against being active at T.
    private func logOddsDropped(_ history: PurchaseHistory) -> Double {
        let shape = r + Double(history.frequency)
        let growth = log((alpha + history.ageInWeeks) / (alpha + history.recencyInWeeks))
        return Self.logOdds(a: a, b: b, chances: Self.chances(history.frequency)) + shape * growth
    }

    /// log L; Fader, Hardie & Lee 2005, eq. 6; Hoppe & Wagner 2007, eq. 9.
    ///
    /// In the form A1 + A2 + log(exp(A3) + exp(A4)) with the larger exponential taken out: neither under- nor overflows.
    public func logLikelihood(of history: PurchaseHistory) -> Double {
        let history = history.nearestUsable
        let x = Double(history.frequency)
        let chances = Self.chances(history.frequency)
        let purchases = logGamma(r + x) - logGamma(r) + r * log(alpha) - (r + x) * log(alpha + history.ageInWeeks)
        let survival = chances > 0 ? logBeta(a, b + chances) - logBeta(a, b) : 0
        let d = logOddsDropped(history)
        return purchases + survival + max(d, 0) + log1p(exp(-abs(d)))
    }

    /// P(active); Fader, Hardie & Lee 2008, "Computing P(alive) using the BG/NBD model", eq. 1: 1 / (1 + exp(d)).
    public func probabilityAlive(_ history: PurchaseHistory) -> Double {
        let d = logOddsDropped(history.nearestUsable)
        return 1 / (1 + exp(min(d, 700)))
    }

    /// Given that a customer is active at T: λ ~ Gamma(r + x, α + T) and p ~ Beta(a, b + x'), independent of each other.
    public func outlook(frequency: Int, ageInWeeks: Double) -> Outlook {
        let seen = PurchaseHistory(frequency: frequency, recencyInWeeks: 0, ageInWeeks: ageInWeeks).nearestUsable
        return Outlook(
            shape: r + Double(seen.frequency), rateInWeeks: alpha + seen.ageInWeeks,
            dropout: .atPurchase(a: a, b: b + Self.chances(seen.frequency)))
    }

    /// The maximum likelihood fit: the starts on a sample where there are many rows, the best polished on all.
    public static func fit(_ histories: PurchaseHistories, options: FitOptions) throws(FitError) -> Fit<Self> {
        guard histories.isUsable else { throw .unusableHistory }
        guard histories.totalWeight > 0 else { throw .noCustomers }
        let path = cvm_best_path()
        func objective(atMost rows: Int) -> BetaGeometricObjective<Self>? {
            histories.count > rows ? BetaGeometricObjective<Self>(histories: histories.sample(size: rows), path: path) : nil
        }
        return try MaximumLikelihood.fit(
            Self.self, objective: BetaGeometricObjective<Self>(histories: histories, path: path),
            sample: objective(atMost: options.sampleSize), curvature: objective(atMost: options.curvatureSampleSize),
            totalWeight: histories.totalWeight, starts: starts(histories), options: options)
    }

    /// Two spreads of the rates and three of the dropout, in the data's own unit of time.
    private static func starts(_ histories: PurchaseHistories) -> [[Double]] {
        let weeksPerPurchase = histories.weeksPerPurchase
        return [(0.5, 0.8, 2.5), (1, 1, 1), (0.25, 0.2, 1), (2, 0.5, 10)].map { r, a, b in [r, r * weeksPerPurchase, a, b] }
    }
}

extension PurchaseHistories {
    /// A first idea of the unit of time: weeks of age per repeat purchase, one being added to either so that it exists.
    var weeksPerPurchase: Double {
        var purchases = 1.0
        var weeks = 1.0
        for row in 0..<count {
            purchases += weight[row] * frequency[row]
            weeks += weight[row] * ageInWeeks[row]
        }
        return weeks / purchases
    }
}
