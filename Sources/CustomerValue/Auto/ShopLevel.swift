import Facts
import Foundation

/// How far a shop's total will differ from what its models say.
enum ShopLevel {
    /// How a fold's total turned out.
    struct FoldTotal {
        var cutoff: ShopDay
        /// The log of purchase days that came over those expected.
        var logRatio: Double
        /// Purchase days that came.
        var purchaseDays: Double
    }

    /// The log factor on orders, and how far what was seen was taken for true: 0 to 1.
    struct Season: Equatable {
        var logFactor: Double
        var strength: Double
    }

    /// The factor from folds of the same horizon: that of the same season a year before, or for horizons of about a year,
    /// which hold every season, the mean of all.
    ///
    /// Each is drawn towards none the more, the smaller it is beside the usual difference between two years and the chance of the fold's
    /// own purchases: s^3 / (s^2 + 0.12^2 + 20 / purchases), twenty for the purchases of one customer come together and the fold knew less of the shop.
    static func season(_ folds: [FoldTotal], days: FoldDays, historyInDays: Int, horizonInDays: Int) -> Season? {
        guard days.coversHorizon, historyInDays >= twoHorizons(horizonInDays), !folds.isEmpty else { return nil }
        var chosen = folds
        if horizonInDays < longHorizonInDays {
            guard let cutoff = days.sameSeason, let fold = folds.first(where: { $0.cutoff == cutoff }) else { return nil }
            chosen = [fold]
        }
        let mean = chosen.reduce(0) { $0 + $1.logRatio } / Double(chosen.count)
        let purchases = chosen.reduce(0) { $0 + $1.purchaseDays } / Double(chosen.count)
        let noise = noise(years: 1, purchases: purchases)
        return Season(logFactor: shrunk(mean, noise: noise), strength: mean * mean / (mean * mean + noise * noise))
    }

    /// Two horizons, less a week for the first customers to come: two calendar years are two years.
    private static func twoHorizons(_ horizonInDays: Int) -> Int { 2 * horizonInDays - min(7, horizonInDays / 7) }

    /// Under two horizons of orders a factor makes forecasts worse, and a season needs a fold of a year before that knew a quarter of the
    /// history by then.
    static func daysNeeded(_ horizonInDays: Int) -> Int {
        let yearAndItsHistory = 486
        return horizonInDays < longHorizonInDays ? max(twoHorizons(horizonInDays), yearAndItsHistory) : twoHorizons(horizonInDays)
    }

    /// The half width of a group's 80 % band from the error that all customers share, as a part of the total.
    ///
    /// 1.28 root mean squares of the log errors of fold totals; the part that a season explains counts half. Never under a tenth; where folds
    /// are shorter than the horizon, never under a fifth.
    ///
    /// - Parameter explained: how far a season was taken for true, 0 to 1.
    static func sharedError(logRatios: [Double], coversHorizon: Bool, explained: Double) -> Double? {
        guard logRatios.count >= FoldDays.needed else { return nil }
        let meanSquare = logRatios.reduce(0) { $0 + $1 * $1 } / Double(logRatios.count)
        let seen = 1.28 * meanSquare.squareRoot() * (1 - explained / 2)
        return min(0.6, max(coversHorizon ? 0.1 : 0.2, seen))
    }

    /// The log factor on spend per purchase day, from all folds.
    static func spend(logRatios: [Double]) -> Double {
        guard !logRatios.isEmpty else { return 0 }
        return shrunk(logRatios.reduce(0, +) / Double(logRatios.count), noise: spendNoise)
    }

    /// A horizon so long holds all seasons, or nearly.
    static let longHorizonInDays = 300
    private static let yearToYear = 0.12
    private static let perPurchase = 20.0
    private static let spendNoise = 0.05

    /// The usual difference of a logarithm between two years, and the chance of purchases that come together.
    static func noise(years: Double, purchases: Double) -> Double {
        (yearToYear * yearToYear / max(years, 1) + perPurchase / max(purchases, 1)).squareRoot()
    }

    /// A value drawn to nothing, the more the smaller it is beside its noise.
    static func shrunk(_ value: Double, noise: Double) -> Double {
        value * value * value / (value * value + noise * noise)
    }
}
