import Facts
import Foundation

/// What the folds teach together: features, what was expected with the final weights, how far totals were off.
struct FoldLessons {
    let folds: [FoldForecast]
    let weights: [Double]
    /// Features of each fold's rows.
    private(set) var features: [FeatureTable] = []
    /// Expected purchase days of each fold's rows, and P(active), averaged over models.
    private(set) var expected: [[Double]] = []
    private(set) var alive: [[Double]] = []
    /// The log of purchase days that came over those expected, by fold.
    private(set) var logRatios: [Double] = []
    /// The log of spend that came over what was expected of the purchase days that came, by fold.
    private(set) var spendLogRatios: [Double] = []
    /// The log of all spend that came over all that was expected, by fold.
    private(set) var valueLogRatios: [Double] = []
    /// The log factor that a ranker which never saw the customer gives each row, by fold; empty without a ranker.
    private(set) var orderFactors: [[Double]] = []

    init(_ folds: [FoldForecast], weights: [Double]) {
        self.folds = folds
        self.weights = weights
        for fold in folds {
            let alive = fold.mixed(fold.alive, weights)
            let expected = fold.mixed(fold.expected, weights)
            let scale = Double(fold.summaries.currency.minorUnitsPerMajor)
            var table = FeatureTable(width: CustomerFeatures.count)
            var sums = (expected: 0.0, came: 0.0, spendExpected: 0.0, spendCame: 0.0, valueExpected: 0.0)
            for row in 0..<fold.count {
                let base = CustomerFeatures.Base(
                    expectedPurchases: expected[row], probabilityAlive: alive[row],
                    relativeSpend: fold.spendPerDay[row] / fold.spend.meanSpend)
                table.append(
                    CustomerFeatures.row(
                        fold.summaries, Int(fold.buyers.customers[row]), base: base, meanMinorUnits: fold.spend.meanSpend * scale))
                sums.expected += expected[row]
                sums.came += fold.purchaseDays[row]
                sums.valueExpected += expected[row] * fold.spendPerDay[row]
                sums.spendCame += fold.value[row]
                sums.spendExpected += fold.purchaseDays[row] * fold.spendPerDay[row]
            }
            self.alive.append(alive)
            self.expected.append(expected)
            features.append(table)
            // A few purchases of a usual customer on either side keep tiny logs from saying much.
            let some = 5.0
            logRatios.append(log((sums.came + some) / (sums.expected + some)))
            let someSpend = some * fold.spend.meanSpend
            spendLogRatios.append(log((sums.spendCame + someSpend) / (sums.spendExpected + someSpend)))
            valueLogRatios.append(log((sums.spendCame + someSpend) / (sums.valueExpected + someSpend)))
        }
    }

    /// How the folds' totals turned out.
    var totals: [ShopLevel.FoldTotal] {
        folds.indices.map {
            ShopLevel.FoldTotal(cutoff: folds[$0].cutoff, logRatio: logRatios[$0], purchaseDays: folds[$0].purchaseDays.reduce(0, +))
        }
    }

    /// Takes up what rankers say of each row.
    mutating func take(orderFactors factors: [[Double]]) { orderFactors = factors }

    /// The log factor on each row's rate of purchases that brings a fold to the total that came, at a power of P(active).
    func logIntensities(ofFold number: Int, activityPower power: Double) -> [Double] {
        let fold = folds[number]
        let factors = orderFactors.isEmpty ? [Double](repeating: 0, count: fold.count) : orderFactors[number]
        var after = 0.0
        var came = 0.0
        for row in 0..<fold.count {
            came += fold.purchaseDays[row]
            guard alive[number][row] > 0 else { continue }
            after += expected[number][row] * pow(alive[number][row], power - 1) * exp(factors[row])
        }
        let norm = log(max(came, 1) / max(after, 1e-9))
        return factors.map { norm + $0 }
    }
}
