package import CustomerValue
import Facts
package import Wording

/// How every forecast did on earlier days, as texts for a table.
package struct TrialTable {
    /// The titles of the columns.
    package let headers: [String]
    /// The name of the forecast, and its figures.
    package let rows: [(name: String, figures: [String])]

    /// The means over all days of a back-test.
    ///
    /// - Parameter amount: writes an amount in major units.
    package init(_ backtest: Backtest, _ words: Words, amount: (Double) -> String) {
        let format = words.format
        headers = [
            Phrase.Model.model, Phrase.Model.rankingColumn, Phrase.Model.whoOrders, Phrase.Model.errorOrders, Phrase.Model.errorValue,
            Phrase.Model.totalBias,
        ].map { words($0) }
        rows = backtest.means.map { candidate in
            let scores = candidate.scores
            return (
                ModelNames.title(ofForecast: candidate.name, words),
                [
                    scores.valueGini.map { format.percent($0) } ?? "–", scores.auc.map { format.percent($0) } ?? "–",
                    format.decimal(scores.ordersRMSE, decimals: 2), scores.valueRMSE.map(amount) ?? "–",
                    scores.valueBias.map { format.signedPercent($0) } ?? "–",
                ]
            )
        }
    }
}
