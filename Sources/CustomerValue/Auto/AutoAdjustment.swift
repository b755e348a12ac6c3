import BuyTillYouDie
import Facts
import Foundation

/// What `auto` learnt from earlier days of the log beyond the weights of its models.
public struct AutoAdjustment: Sendable {
    /// The logarithm of the factor on everybody's intensity: season, or the level of the shop.
    var logLevel = 0.0
    /// The logarithm of the factor on everybody's spend per purchase day.
    var spendLogLevel = 0.0
    /// P(active) is raised to this power: under 1 more customers are active than the models say. Order and strictness are kept.
    var activityPower = 1.0
    /// Says who orders at all.
    var orderRanker: BoostedTrees?
    var orderShare = 0.0
    /// Reorders customers by how often they will buy.
    var ranker: BoostedTrees?
    /// How much of the ranker's word is taken, 0 to 1.
    var rankerShare = 0.0
    /// Reorders customers by what they will spend on a purchase day.
    var spendRanker: BoostedTrees?
    /// How much of its word is taken, 0 to 1.
    var spendShare = 0.0
    /// P(spend above the high point of the range), set so that on earlier days a tenth was above.
    var survivalAtHigh = 0.1
    /// The standard deviation of the logarithm of the error that all customers share.
    var sharedLogDeviation: Double?

    var logRatios: [Double] = []
    var spendLogRatios: [Double] = []
    var truncation: LeftTruncation?

    init() {}
}

/// What is known of a customer beyond the models: logarithms of factors on the rate of purchases and on spend per purchase day.
struct CustomerFactors: Sendable, Equatable {
    var logIntensity = 0.0
    var logSpend = 0.0
    /// What is added to the log odds of an order.
    var orderLogOdds = 0.0
}

extension AutoAdjustment {
    /// The factors of all buyers, by their row; everybody's expected purchases keep their sum but for the level.
    func factors(
        _ summaries: CustomerSummaries, buyers: Buyers, model: PredictionModel, forecaster: inout GroupForecaster
    ) -> [CustomerFactors] {
        let scale = Double(summaries.currency.minorUnitsPerMajor)
        var factors = [CustomerFactors](repeating: CustomerFactors(), count: buyers.customers.count)
        var before = 0.0
        var after = 0.0
        var spendBefore = 0.0
        var spendAfter = 0.0
        for group in 0..<buyers.histories.count {
            forecaster.prepare(group: group)
            let base = forecaster.base()
            let activity = base.probabilityAlive > 0 ? pow(base.probabilityAlive, activityPower - 1) : 1
            for place in buyers.members(ofGroup: group) {
                let row = Int(buyers.rowsByGroup[place])
                let customer = Int(buyers.customers[row])
                let observed = SpendModel.observed(summaries, customer, basis: model.spend.basis, minorUnitsPerMajor: scale)
                let spend = model.spend.expectedSpend(count: observed.count, mean: observed.mean)
                let features = CustomerFeatures.row(
                    summaries, customer,
                    base: CustomerFeatures.Base(
                        expectedPurchases: base.expectedPurchases, probabilityAlive: base.probabilityAlive,
                        relativeSpend: spend / model.spend.meanSpend), meanMinorUnits: model.spend.meanSpend * scale)
                let found = self.factors(features)
                factors[row] = found
                before += base.expectedPurchases
                let expected = base.expectedPurchases * activity * exp(found.logIntensity)
                after += expected
                spendBefore += expected * spend
                spendAfter += expected * spend * exp(found.logSpend)
            }
        }
        let norm = before > 0 && after > 0 ? log(before / after) : 0
        let level = logLevel + (truncation?.logFactor(expectedPurchases: before, horizonInDays: forecaster.horizon.days) ?? 0)
        let spendNorm = spendBefore > 0 && spendAfter > 0 ? log(spendBefore / spendAfter) : 0
        for row in factors.indices {
            factors[row].logIntensity += norm + level
            factors[row].logSpend += spendNorm + spendLogLevel
        }
        return factors
    }

    /// What the trees say of a customer.
    private func factors(_ features: [Float]) -> CustomerFactors {
        features.withUnsafeBufferPointer { row in
            var factors = CustomerFactors()
            guard let base = row.baseAddress else { return factors }
            if let ranker { factors.logIntensity = rankerShare * ranker.logFactor(base) }
            if let spendRanker { factors.logSpend = spendShare * spendRanker.logFactor(base) }
            if let orderRanker { factors.orderLogOdds = orderShare * orderRanker.logFactor(base) }
            return factors
        }
    }
}
