import CustomerValue

/// Probabilities of an order that were given on earlier days, against what came.
struct CalibrationModel {
    /// Tenths of probability with a customer, over all earlier days.
    let bins: [Backtest.CalibrationBin]
    /// The fullest tenth: what is said of calibration in a sentence.
    let fullest: Backtest.CalibrationBin?
    /// The mean distance of forecast and outcome, weighted by customers (expected calibration error).
    let missedBy: Double

    init(_ backtest: Backtest?) {
        var sums: [Int: (customers: Int, predicted: Double, ordered: Double)] = [:]
        for fold in backtest?.folds ?? [] {
            for bin in fold.calibration where bin.customers > 0 && bin.predicted.isFinite && bin.ordered.isFinite {
                let tenth = min(9, max(0, Int(bin.predicted * 10)))
                let before = sums[tenth] ?? (0, 0, 0)
                let weight = Double(bin.customers)
                sums[tenth] = (
                    before.customers + bin.customers, before.predicted + weight * bin.predicted, before.ordered + weight * bin.ordered
                )
            }
        }
        let bins = sums.keys.sorted().compactMap { tenth in
            sums[tenth].map { sum in
                Backtest.CalibrationBin(
                    customers: sum.customers, predicted: sum.predicted / Double(sum.customers), ordered: sum.ordered / Double(sum.customers))
            }
        }
        self.bins = bins
        fullest = bins.max { ($0.customers, $1.predicted) < ($1.customers, $0.predicted) }
        let all = bins.reduce(0) { $0 + $1.customers }
        let missed = bins.reduce(0.0) { $0 + Double($1.customers) * abs($1.predicted - $1.ordered) }
        missedBy = all > 0 ? missed / Double(all) : 0
    }
}
