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

    /// The log factor on orders, and whether it rests on enough purchases for chance not to matter.
    struct Season: Equatable {
        var logFactor: Double
        var isSure: Bool
    }

    /// The factor from folds of the same horizon: that of the same season a year before, or for horizons of about a year,
    /// which hold every season, the mean of all.
    ///
    /// Each is drawn towards none the more, the smaller it is beside the usual difference between two years and the chance of the fold's
    /// own purchases: s^3 / (s^2 + 0.12^2 + 20 / purchases), twenty for the purchases of one customer come together and the fold knew less of the shop.
    static func season(_ folds: [FoldTotal], days: FoldDays, historyInDays: Int, horizonInDays: Int) -> Season? {
        guard days.coversHorizon, historyInDays >= 2 * horizonInDays, !folds.isEmpty else { return nil }
        var chosen = folds
        if horizonInDays < longHorizonInDays {
            guard let cutoff = days.sameSeason, let fold = folds.first(where: { $0.cutoff == cutoff }) else { return nil }
            chosen = [fold]
        }
        let mean = chosen.reduce(0) { $0 + $1.logRatio } / Double(chosen.count)
        let purchases = chosen.reduce(0) { $0 + $1.purchaseDays } / Double(chosen.count)
        let chance = perPurchase / max(purchases, 1)
        let variance = yearToYear * yearToYear
        return Season(logFactor: shrunk(mean, noise: (variance + chance).squareRoot()), isSure: chance < variance)
    }

    /// Under two horizons of orders a factor makes forecasts worse, and a season needs a fold of a year before that knew a quarter of the
    /// history by then.
    static func daysNeeded(_ horizonInDays: Int) -> Int {
        let yearAndItsHistory = 486
        return horizonInDays < longHorizonInDays ? max(2 * horizonInDays, yearAndItsHistory) : 2 * horizonInDays
    }

    /// The half width of a group's 80 % band from the error that all customers share, as a part of the total.
    ///
    /// 1.28 root mean squares of the log errors of fold totals; where a season was corrected, half of them, the part that stays. Never under
    /// a tenth; where folds are shorter than the horizon, never under a fifth.
    static func sharedError(logRatios: [Double], coversHorizon: Bool, isCorrected: Bool) -> Double? {
        guard logRatios.count >= FoldDays.needed else { return nil }
        let meanSquare = logRatios.reduce(0) { $0 + $1 * $1 } / Double(logRatios.count)
        let seen = 1.28 * meanSquare.squareRoot() * (isCorrected ? 0.5 : 1)
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

    static func shrunk(_ value: Double, noise: Double) -> Double {
        value * value * value / (value * value + noise * noise)
    }
}

/// Whether a log begins in the middle of a shop's life: many customers are "new" in its first weeks who were there before.
struct LeftTruncation {
    /// New customers a day in the first weeks over those in the rest.
    private(set) var ratio = 0.0
    /// Whether it is so.
    private(set) var isFound = false
    /// Purchase days a day of all customers in the last year of the log, or as long as it is.
    private(set) var recentRatePerDay = 0.0
    /// The days of that.
    private(set) var recentDays = 0

    init(_ summaries: CustomerSummaries, buyers: Buyers, historyInDays: Int) {
        recentDays = min(365, historyInDays)
        guard historyInDays >= 90 else { return }
        let window = min(60, historyInDays / 8)
        let lastQuarter = historyInDays / 4
        var early = 0
        var late = 0
        var newest = 0
        var recent = 0
        for customer in buyers.customers.map({ Int($0) }) {
            let age = Int(summaries.ageInDays[customer])
            if age > historyInDays - window { early += 1 } else { late += 1 }
            if age < lastQuarter { newest += 1 }
            recent += Int(summaries.rhythm[customer].within365Days)
        }
        recentRatePerDay = Double(recent) / Double(max(recentDays, 1))
        let earlyRate = Double(early) / Double(window)
        let lateRate = Double(late) / Double(historyInDays - window)
        let newestRate = Double(newest) / Double(max(lastQuarter, 1))
        ratio = lateRate > 0 ? earlyRate / lateRate : .infinity
        // New customers still come: else it is a cohort that was chosen by its first order.
        isFound = ratio >= 1.7 && newestRate >= 0.1 * lateRate && late >= early / 2
    }

    /// The log factor that holds the customers' purchases in the horizon to what a base without newcomers usually keeps, nil where they are.
    func logFactor(expectedPurchases: Double, horizonInDays: Int) -> Double? {
        guard isFound, recentDays >= 300, recentRatePerDay > 0, expectedPurchases > 0 else { return nil }
        let ratio = log(expectedPurchases / Double(horizonInDays) / recentRatePerDay)
        let most = -Self.yearlyLoss * Double(horizonInDays) / 365
        return ratio > most ? most - ratio : nil
    }

    /// The log of what customers of a shop buy less in a year than in the year before, newcomers aside.
    private static let yearlyLoss = 0.3
}
