import CustomerValue

/// Probabilities of an order that were given on earlier days, against what came.
struct CalibrationModel {
    /// Customers with similar probabilities of an order.
    struct Bin: Equatable {
        var customers: Int
        /// Their mean probability of an order.
        var predicted: Double
        /// The share that ordered.
        var ordered: Double
    }

    /// Tenths of probability with a customer, over all earlier days.
    let bins: [Bin]
    /// The fullest tenth: what is said of calibration in a sentence.
    let fullest: Bin?
    /// The mean distance of forecast and outcome, weighted by customers (expected calibration error).
    let missedBy: Double

    init(_ backtest: Backtest?) {
        var sums = [Bin](repeating: Bin(customers: 0, predicted: 0, ordered: 0), count: 10)
        for fold in backtest?.folds ?? [] {
            for bin in fold.calibration where bin.customers > 0 && bin.predicted.isFinite && bin.ordered.isFinite {
                let tenth = min(9, max(0, Int(bin.predicted * 10)))
                let weight = Double(bin.customers)
                sums[tenth].customers += bin.customers
                sums[tenth].predicted += weight * bin.predicted
                sums[tenth].ordered += weight * bin.ordered
            }
        }
        var bins: [Bin] = []
        var missed = 0.0
        var all = 0
        for sum in sums where sum.customers > 0 {
            let weight = Double(sum.customers)
            let bin = Bin(customers: sum.customers, predicted: sum.predicted / weight, ordered: sum.ordered / weight)
            bins.append(bin)
            missed += weight * abs(bin.predicted - bin.ordered)
            all += bin.customers
        }
        self.bins = bins
        fullest = bins.max { $0.customers < $1.customers }
        missedBy = all > 0 ? missed / Double(all) : 0
    }
}
