/// Probabilities of an order that were given on earlier days, against what came: all days together.
public struct PooledCalibration: Sendable {
    /// Tenths of probability with a customer, the lowest first.
    public let bins: [Backtest.CalibrationBin]
    /// The fullest tenth: what is said of calibration in a sentence.
    public let fullest: Backtest.CalibrationBin?
    /// The mean distance of forecast and outcome, weighted by customers (expected calibration error).
    public let missedBy: Double

    /// That of all folds of a back-test.
    public init(_ backtest: Backtest?) {
        var sums = [Backtest.CalibrationBin](repeating: .init(customers: 0, predicted: 0, ordered: 0), count: 10)
        for fold in backtest?.folds ?? [] {
            for bin in fold.calibration where bin.customers > 0 && bin.predicted.isFinite && bin.ordered.isFinite {
                let tenth = Int(min(9, max(0, bin.predicted * 10)))
                let weight = Double(bin.customers)
                sums[tenth].customers += bin.customers
                sums[tenth].predicted += weight * bin.predicted
                sums[tenth].ordered += weight * bin.ordered
            }
        }
        var bins: [Backtest.CalibrationBin] = []
        var missed = 0.0
        var all = 0
        for sum in sums where sum.customers > 0 {
            let weight = Double(sum.customers)
            let bin = Backtest.CalibrationBin(customers: sum.customers, predicted: sum.predicted / weight, ordered: sum.ordered / weight)
            bins.append(bin)
            missed += weight * abs(bin.predicted - bin.ordered)
            all += bin.customers
        }
        self.bins = bins
        fullest = bins.max { $0.customers < $1.customers }
        missedBy = all > 0 ? missed / Double(all) : 0
    }
}
