import Facts
import Foundation

/// What the trained ranker knows of a customer on a day: the models' own numbers, and what they do not see.
enum CustomerFeatures {
    /// What the models say.
    struct Base {
        var expectedPurchases: Double
        var probabilityAlive: Double
        /// Expected spend of a purchase day, in units of the shop's mean.
        var relativeSpend: Double
    }

    /// How many there are.
    static let count = 21

    /// The features of a customer.
    static func row(_ summaries: CustomerSummaries, _ customer: Int, base: Base, meanMinorUnits: Double) -> [Float] {
        let frequency = Float(summaries.frequency[customer])
        let recency = Float(summaries.recencyInDays[customer])
        let age = Float(summaries.ageInDays[customer])
        let silence = age - recency
        let rhythm = summaries.rhythm[customer]
        let days = frequency + 1
        let meanGap = frequency > 0 ? recency / frequency : -1
        let variance = frequency > 1 ? max(0, rhythm.squaredGaps / frequency - meanGap * meanGap) : -1
        let total = Float(summaries.purchasesMinorUnits(customer))
        let mean = total / days
        let firstDay = total - Float(summaries.repeatMinorUnits[customer])
        let unit = Float(max(1, meanMinorUnits))
        func log1(_ value: Float) -> Float { Foundation.log(max(value, 0) + 0.01) }
        let rate = days / max(age, 1)
        return [
            Float(Foundation.log(max(base.expectedPurchases, 1e-9))),
            Float(base.probabilityAlive),
            Float(Foundation.log(max(base.relativeSpend, 1e-9))),
            frequency,
            recency,
            age,
            silence,
            meanGap,
            frequency > 0 ? silence / max(meanGap, 1) : -1,
            frequency > 1 ? variance.squareRoot() / max(meanGap, 1) : -1,
            Float(rhythm.lastGapInDays),
            frequency > 1 ? Float(rhythm.lastGapInDays) / max(meanGap, 1) : -1,
            Float(rhythm.within30Days),
            Float(rhythm.within90Days),
            Float(rhythm.within180Days),
            Float(rhythm.within365Days),
            Float(rhythm.within90Days) / (min(age + 1, 90) * rate),
            log1(mean / unit),
            log1(rhythm.lastDayMinorUnits / max(mean, 1)),
            log1(firstDay / unit),
            Float(summaries.numberOfOrders[customer]) / days,
        ]
    }
}
