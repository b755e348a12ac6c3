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
        withRow(summaries, customer, base: base, meanMinorUnits: meanMinorUnits) { Array($0) }
    }

    /// Calls a function with the features of a customer, which live no longer than the call.
    static func withRow<Result>(
        _ summaries: CustomerSummaries, _ customer: Int, base: Base, meanMinorUnits: Double,
        _ body: (UnsafeBufferPointer<Float>) -> Result
    ) -> Result {
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
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: count) { row in
            var place = 0
            func add(_ value: Float) {
                row.initializeElement(at: place, to: value)
                place += 1
            }
            add(Float(Foundation.log(max(base.expectedPurchases, 1e-9))))
            add(Float(base.probabilityAlive))
            add(Float(Foundation.log(max(base.relativeSpend, 1e-9))))
            add(frequency)
            add(recency)
            add(age)
            add(silence)
            add(meanGap)
            add(frequency > 0 ? silence / max(meanGap, 1) : -1)
            add(frequency > 1 ? variance.squareRoot() / max(meanGap, 1) : -1)
            add(Float(rhythm.lastGapInDays))
            add(frequency > 1 ? Float(rhythm.lastGapInDays) / max(meanGap, 1) : -1)
            add(Float(rhythm.within30Days))
            add(Float(rhythm.within90Days))
            add(Float(rhythm.within180Days))
            add(Float(rhythm.within365Days))
            add(Float(rhythm.within90Days) / (min(age + 1, 90) * rate))
            add(log1(mean / unit))
            add(log1(rhythm.lastDayMinorUnits / max(mean, 1)))
            add(log1(firstDay / unit))
            add(Float(summaries.numberOfOrders[customer]) / days)
            return body(UnsafeBufferPointer(row))
        }
    }
}
