import CustomerValue
import Markup
import Wording

/// The mean scores of one forecast over all earlier days.
struct ModelScores: Equatable {
    var name: String
    var valueGini: Double?
    var auc: Double?
    var ordersRMSE: Double?
    var valueRMSE: Double?
    var valueBias: Double?

    /// The forecasts that were compared, in their order, each with the mean of its scores.
    static func all(_ backtest: Backtest?) -> [ModelScores] {
        guard let backtest else { return [] }
        var names: [String] = []
        for fold in backtest.folds {
            for candidate in fold.candidates where !names.contains(candidate.name) { names.append(candidate.name) }
        }
        return names.map { name in
            let scores = backtest.folds.flatMap(\.candidates).filter { $0.name == name }.map(\.scores)
            return ModelScores(
                name: name, valueGini: mean(scores.map(\.valueGini)), auc: mean(scores.map(\.auc)),
                ordersRMSE: mean(scores.map { $0.ordersRMSE }), valueRMSE: mean(scores.map(\.valueRMSE)),
                valueBias: mean(scores.map(\.valueBias)))
        }
    }

    private static func mean(_ values: [Double?]) -> Double? {
        let known = values.compactMap { $0 }.filter(\.isFinite)
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }

    /// On which earlier days the scores rest; `nil` without any.
    static func basis(_ page: PageContext) -> String? {
        guard let backtest = page.record.backtest, let horizon = backtest.folds.first?.horizonInDays else { return nil }
        return page.words.triedOn(
            backtest.folds.map { page.format.date($0.cutoff) }, horizonInDays: horizon, sampled: backtest.sampledCustomers)
    }
}
