import Foundation

/// The power to which P(active) is raised so that probabilities of an order on earlier days come true.
///
/// A power keeps the order of customers, leaves 0 and 1 where they are, and keeps churn rising strictly with silence. The rate of purchases is
/// lowered as activity is raised, so that expected purchases keep their total.
enum ActivityPower {
    /// The powers that are tried.
    private static let candidates = [0.3, 0.45, 0.6, 0.75, 0.9, 1, 1.15, 1.3]

    /// The power with the least log loss of "orders at all" on the folds, drawn towards 1 while that rests on few customers; the loss without
    /// and with it.
    ///
    /// With G the gain in nats of one fold's customers together (folds tell of the same customers again), it is drawn by G / (G + 4): a few
    /// hundred customers move it a little, thousands nearly all of the way.
    static func best(_ lessons: FoldLessons) -> (power: Double, without: Double, with: Double) {
        var best = (power: 1.0, without: loss(lessons, power: 1), with: Double.infinity)
        best.with = best.without
        for power in candidates where power != 1 {
            let found = loss(lessons, power: power)
            if found < best.with {
                best.power = power
                best.with = found
            }
        }
        let customers = lessons.folds.reduce(0) { $0 + $1.count } / max(lessons.folds.count, 1)
        let gain = (best.without - best.with) * Double(customers)
        guard best.power != 1, gain > 0 else { return (1, best.without, best.without) }
        let drawn = 1 + (best.power - 1) * gain / (gain + 4)
        return (drawn, best.without, loss(lessons, power: drawn))
    }

    private static func loss(_ lessons: FoldLessons, power: Double) -> Double {
        var sum = 0.0
        for number in lessons.folds.indices {
            let fold = lessons.folds[number]
            let logIntensity = lessons.logIntensities(ofFold: number, activityPower: power)
            let probabilities = fold.probabilityOfOrder(weights: lessons.weights, activityPower: power, logIntensity: logIntensity)
            var ofFold = 0.0
            for row in 0..<fold.count {
                let p = min(max(probabilities[row], 1e-9), 1 - 1e-9)
                ofFold -= fold.purchaseDays[row] > 0 ? log(p) : log1p(-p)
            }
            sum += ofFold / Double(max(fold.count, 1))
        }
        return sum / Double(max(lessons.folds.count, 1))
    }
}
