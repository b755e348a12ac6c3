import Facts
import Foundation

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
