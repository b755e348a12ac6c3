import BuyTillYouDie
import Facts
import Foundation

/// What `auto` learnt from earlier days of the log beyond the weights of its models.
///
/// Everything acts on the models' distributions, never on single columns: orders, probabilities, ranges and dates stay in agreement.
struct AutoAdjustment: Sendable {
    /// Reorders customers by how often they will buy; `nil` where it was of no use.
    var orderRanker: Ranker?
    /// Reorders customers by what they will spend on a purchase day; `nil` where it was of no use.
    var spendRanker: Ranker?
    /// P(active) is raised to this power; see ``ActivityPower``.
    var activityPower = 1.0
    /// The log of the factor on everybody's rate of purchases.
    var logLevel = 0.0
    /// The log of the factor on everybody's spend per purchase day.
    var spendLogLevel = 0.0
    /// P(spend above the high point of the range); see ``RangeLevel``.
    var survivalAtHigh = 0.1
    /// The half width of a group's band from the error that all customers share, as a part of the total.
    var sharedError: Double?

    /// Trees, and how much of their word is taken.
    struct Ranker: Sendable {
        let trees: BoostedTrees
        /// 0 to 1.
        let share: Double

        /// The log factor of a row of features.
        func logFactor(_ features: UnsafeBufferPointer<Float>) -> Double { share * trees.logFactor(features) }
    }
}

/// What is known of a customer beyond the models: logarithms of factors on the rate of purchases and on spend per purchase day.
struct CustomerFactors: Sendable, Equatable {
    var logIntensity = 0.0
    var logSpend = 0.0

    mutating func add(_ other: CustomerFactors) {
        logIntensity += other.logIntensity
        logSpend += other.logSpend
    }
}

extension AutoAdjustment {
    /// The factors of all buyers, by their row, and what of them is common to all: everybody's expected purchases and spend keep their sums
    /// but for the levels.
    func factors(
        _ summaries: CustomerSummaries, buyers: Buyers, model: PredictionModel, forecaster: inout GroupForecaster
    ) -> (ofRow: [CustomerFactors], common: CustomerFactors) {
        let count = buyers.customers.count
        var factors = [CustomerFactors](repeating: CustomerFactors(), count: count)
        var purchases = (before: 0.0, after: 0.0)
        var spend = (before: 0.0, after: 0.0)
        for group in 0..<buyers.histories.count {
            forecaster.prepareShares(group: group)
            let base = forecaster.base()
            let activity = base.probabilityAlive > 0 ? pow(base.probabilityAlive, activityPower - 1) : 1
            for place in buyers.members(ofGroup: group) {
                if let soon = buyers.customerSoon(after: place) { summaries.prefetch(soon) }
                let row = Int(buyers.rowsByGroup[place])
                let customer = Int(buyers.customers[row])
                let observed = model.spend.observed(summaries, customer)
                let perDay = model.spend.expectedSpend(count: observed.count, mean: observed.mean)
                factors[row] = ownFactors(summaries, customer, base: base, spendPerDay: perDay, model: model)
                let expected = base.expectedPurchases * activity * exp(factors[row].logIntensity)
                purchases.before += base.expectedPurchases
                purchases.after += expected
                spend.before += expected * perDay
                spend.after += expected * perDay * exp(factors[row].logSpend)
            }
        }
        let norm = Self.logRatio(purchases.before, purchases.after)
        let bent = norm + logLevel + bend(factors, buyers: buyers, norm: norm + logLevel, forecaster: &forecaster)
        let spendNorm = Self.logRatio(spend.before, spend.after) + spendLogLevel
        let common = CustomerFactors(logIntensity: bent, logSpend: spendNorm)
        for row in factors.indices { factors[row].add(common) }
        return (factors, common)
    }

    /// The factors of all buyers, by their row, where what is common to all was settled when the model was fitted: nobody's depend on who
    /// else is asked for.
    func factors(
        _ summaries: CustomerSummaries, buyers: Buyers, model: PredictionModel, forecaster: inout GroupForecaster,
        common: CustomerFactors
    ) -> [CustomerFactors] {
        var factors = [CustomerFactors](repeating: CustomerFactors(), count: buyers.customers.count)
        if orderRanker != nil || spendRanker != nil {
            for group in 0..<buyers.histories.count {
                forecaster.prepareShares(group: group)
                let base = forecaster.base()
                for place in buyers.members(ofGroup: group) {
                    if let soon = buyers.customerSoon(after: place) { summaries.prefetch(soon) }
                    let row = Int(buyers.rowsByGroup[place])
                    let customer = Int(buyers.customers[row])
                    let observed = model.spend.observed(summaries, customer)
                    let perDay = model.spend.expectedSpend(count: observed.count, mean: observed.mean)
                    factors[row] = ownFactors(summaries, customer, base: base, spendPerDay: perDay, model: model)
                }
            }
        }
        for row in factors.indices { factors[row].add(common) }
        return factors
    }

    /// What the trees say of one customer.
    private func ownFactors(
        _ summaries: CustomerSummaries, _ customer: Int, base: (expectedPurchases: Double, probabilityAlive: Double), spendPerDay: Double,
        model: PredictionModel
    ) -> CustomerFactors {
        guard orderRanker != nil || spendRanker != nil else { return CustomerFactors() }
        let known = CustomerFeatures.Base(
            expectedPurchases: base.expectedPurchases, probabilityAlive: base.probabilityAlive,
            relativeSpend: spendPerDay / model.spend.meanSpend)
        let scale = Double(summaries.currency.minorUnitsPerMajor)
        return CustomerFeatures.withRow(summaries, customer, base: known, meanMinorUnits: model.spend.meanSpend * scale) { features in
            CustomerFactors(
                logIntensity: orderRanker?.logFactor(features) ?? 0, logSpend: spendRanker?.logFactor(features) ?? 0)
        }
    }

    /// What must be added to everybody's log intensity for totals to be what the factors mean.
    ///
    /// Expected purchases are not quite proportional to intensity where customers stop at purchases. On up to 20,000 customers the exact sum is
    /// compared with the proportional one; two corrections leave less than a thousandth.
    private func bend(_ factors: [CustomerFactors], buyers: Buyers, norm: Double, forecaster: inout GroupForecaster) -> Double {
        guard norm != 0 || orderRanker != nil || activityPower != 1 else { return 0 }
        let step = max(1, buyers.customers.count / 20_000)
        var correction = 0.0
        for _ in 0..<2 {
            var meant = 0.0
            var exact = 0.0
            for group in 0..<buyers.histories.count {
                let rows = buyers.members(ofGroup: group).map { Int(buyers.rowsByGroup[$0]) }.filter { $0.isMultiple(of: step) }
                guard !rows.isEmpty else { continue }
                forecaster.prepareShares(group: group)
                let base = forecaster.base()
                let activity = base.probabilityAlive > 0 ? pow(base.probabilityAlive, activityPower - 1) : 1
                for row in rows {
                    let logIntensity = factors[row].logIntensity + norm
                    meant += base.expectedPurchases * activity * exp(logIntensity)
                    exact += forecaster.expectedPurchases(logIntensity: logIntensity + correction)
                }
            }
            correction += Self.logRatio(meant, exact)
        }
        return correction
    }

    private static func logRatio(_ before: Double, _ after: Double) -> Double { before > 0 && after > 0 ? log(before / after) : 0 }
}
