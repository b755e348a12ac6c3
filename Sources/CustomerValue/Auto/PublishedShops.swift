import BuyTillYouDie
import Foundation

/// What is known of shops before seeing one: where the parameters of three public logs lie, and of papers' fits, widened.
///
/// Maximum likelihood on CDNOW, Online Retail II and CLVTools' apparel log, whole and cut at earlier days: r 0.5 to 1.9, a 0.2 to 0.9, b 0.9 to
/// 3.8, s 0.3 to 0.7; α between 0.3 and 0.9 and β between 0.2 and 7 times the shop's own time between purchases. Centres are about the geometric
/// means of those ranges. Deviations let every one of them pass within two: the prior weighs as much as one customer, or few, and decides only
/// where the log says next to nothing.
enum PublishedShops {
    /// For r, α, a, b of BG/NBD and MBG/NBD.
    static func betaGeometric(_ histories: PurchaseHistories) -> ParameterPrior? {
        let unit = log(weeksPerPurchase(histories))
        return ParameterPrior(logMeans: [log(0.8), log(0.5) + unit, log(0.5), log(1.5)], logDeviations: [0.7, 1, 0.8, 0.8])
    }

    /// For r, α, s, β of Pareto/NBD.
    static func pareto(_ histories: PurchaseHistories) -> ParameterPrior? {
        let unit = log(weeksPerPurchase(histories))
        return ParameterPrior(logMeans: [log(0.8), log(0.5) + unit, log(0.45), unit], logDeviations: [0.7, 1, 0.6, 1.2])
    }

    /// For p, q, v of gamma-gamma on amounts of a mean: the public logs have p 2.2 to 6.2, q 3.7 to 9.8.
    static func gammaGamma(meanSpend: Double) -> ParameterPrior? {
        ParameterPrior(logMeans: [log(3.5), log(4.5), log(meanSpend)], logDeviations: [0.8, 0.6, 0.8])
    }

    /// Weeks of age per repeat purchase: the shop's own unit of time. Ten purchases and the weeks that they take in the public logs are
    /// added, so that a shop of a few days or customers gets theirs.
    private static func weeksPerPurchase(_ histories: PurchaseHistories) -> Double {
        var purchases = 10.0
        var weeks = 10.0 * 30
        for row in 0..<histories.count {
            purchases += histories.weight[row] * histories.frequency[row]
            weeks += histories.weight[row] * histories.ageInWeeks[row]
        }
        return weeks / purchases
    }
}
