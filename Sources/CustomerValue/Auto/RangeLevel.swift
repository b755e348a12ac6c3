import BuyTillYouDie
import Facts
import Foundation

/// The level of the high point of ranges at which, on earlier days, a tenth of the customers spent more.
///
/// Half of the way (in logarithms) from 0.1 to the level that the folds ask for, within 0.06 to 0.16: a handful of earlier days is no proof.
enum RangeLevel {
    private static let wanted = 0.1
    private static let bounds = 0.06...0.16
    /// The last folds that are looked at, and how many of their customers at most.
    private static let mostFolds = 3
    private static let mostCustomers = 6_000

    /// The level; `nil` where the folds hold too few customers.
    static func find(_ lessons: FoldLessons, adjustment: AutoAdjustment) -> Double? {
        var beyond: [Double] = []
        var customers = 0
        for number in lessons.folds.indices.suffix(mostFolds) {
            let fold = lessons.folds[number]
            let components = zip(fold.fits, lessons.weights).map { PredictionModel.Component(fit: $0, weight: $1) }
            var model = PredictionModel(
                choice: .auto, components: components, spend: fold.spend, ordersPerPurchaseDay: fold.ordersPerPurchaseDay,
                includesParameterError: false)
            // A good or a bad season is part of what a range has to hold: folds are not brought to their totals. The trees know these customers: what trees say that do not is taken instead.
            var known = adjustment
            known.orderRanker = nil
            model.adjustment = known
            var forecaster = GroupForecaster(model, histories: fold.buyers.histories, horizon: fold.horizon)
            let factors = known.factors(fold.summaries, buyers: fold.buyers, model: model, forecaster: &forecaster).ofRow
            let step = max(1, fold.count / mostCustomers)
            for group in 0..<fold.buyers.histories.count {
                forecaster.prepare(group: group)
                for place in fold.buyers.members(ofGroup: group) {
                    let row = Int(fold.buyers.rowsByGroup[place])
                    guard row.isMultiple(of: step) else { continue }
                    customers += 1
                    guard fold.value[row] > 0 else { continue }
                    let unseen = lessons.orderFactors.isEmpty ? 0 : lessons.orderFactors[number][row]
                    let observed = fold.spend.observed(fold.summaries, Int(fold.buyers.customers[row]))
                    let amount = fold.value[row] / exp(factors[row].logSpend)
                    beyond.append(forecaster.probabilityAbove(amount, observed, logIntensity: factors[row].logIntensity + unseen))
                }
            }
        }
        guard customers >= 100 else { return nil }
        beyond.sort()
        let rank = min(beyond.count - 1, Int(wanted * Double(customers)))
        let asked = rank >= 0 ? max(beyond[rank], 1e-3) : 1
        let level = exp((log(wanted) + log(asked)) / 2)
        return min(max(level, bounds.lowerBound), bounds.upperBound)
    }
}
