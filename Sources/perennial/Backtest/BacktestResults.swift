import CustomerValue
import Facts
import Foundation

/// The results of a back-test as a table, CSV or JSON.
struct BacktestResults {
    let backtest: Backtest
    let asOf: ShopDay
    let currency: Currency

    func text(_ format: OutputFormat) throws -> String {
        switch format {
        case .table: table
        case .csv: csv
        case .json: try json()
        }
    }

    /// What is said about the back-test beside its figures.
    func words(wanted: Int) -> [String] {
        guard let first = backtest.folds.first else { return [] }
        let days = backtest.folds.map(\.cutoff.description).joined(separator: ", ")
        let sample = backtest.sampledCustomers.map { " A sample of \(grouped($0)) customers took part." } ?? ""
        let each = backtest.folds.count > 1 ? "each " : ""
        let after = first.horizonInDays == 1 ? "day" : "\(grouped(first.horizonInDays)) days"
        var lines = ["Tried     on \(days), \(each)for the \(after) after it.\(sample)"]
        if first.horizonInDays < wanted {
            lines.append(
                "          The orders do not reach far enough for \(grouped(wanted)) days: longer horizons may do worse than these.")
        }
        return lines
    }

    private var table: String {
        var rows = [
            [
                "model", "Gini", "rank corr.", "AUC", "Brier", "log loss", "ECE", "RMSE orders", "RMSE value", "bias orders", "bias value",
                "above high",
            ]
        ]
        for candidate in backtest.means { rows.append([candidate.name] + cells(candidate.scores)) }
        let title = "Means over \(backtest.folds.count) earlier day\(backtest.folds.count == 1 ? "" : "s") (values in \(currency))"
        var parts = [title + "\n\n" + aligned(rows)]
        let bins = backtest.folds.last?.calibration ?? []
        if let last = backtest.folds.last, !bins.isEmpty {
            var table = [["auto said", "customers", "ordered"]]
            for bin in bins { table.append([percent(bin.predicted), grouped(bin.customers), percent(bin.ordered)]) }
            parts.append("Calibration of probability_of_order from \(last.cutoff)\n\n" + aligned(table))
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func cells(_ scores: ForecastScores) -> [String] {
        func number(_ value: Double?, _ decimals: Int) -> String { value.map { String(format: "%.\(decimals)f", $0) } ?? "" }
        func share(_ value: Double?) -> String { value.map { String(format: "%+.1f %%", $0 * 100) } ?? "" }
        return [
            number(scores.valueGini ?? scores.ordersGini, 3), number(scores.valueRankCorrelation ?? scores.ordersRankCorrelation, 3),
            number(scores.auc, 3), number(scores.brier, 4), number(scores.logLoss, 4), number(scores.ece, 3), number(scores.ordersRMSE, 3),
            number(scores.valueRMSE, 2), share(scores.ordersBias), share(scores.valueBias), number(scores.shareAboveHigh, 3),
        ]
    }

    private func percent(_ value: Double) -> String { String(format: "%.1f %%", value * 100) }

    private var csv: String {
        var text = (["cutoff", "horizon_days", "model"] + ForecastScores.names).joined(separator: ",") + "\n"
        for fold in backtest.folds {
            for candidate in fold.candidates {
                let cells = candidate.scores.values.map { $0.map { String(format: "%.6g", $0) } ?? "" }
                text += ([fold.cutoff.description, "\(fold.horizonInDays)", candidate.name] + cells).joined(separator: ",") + "\n"
            }
        }
        return text
    }

    private func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(BacktestDocument(backtest, asOf: asOf, currency: currency)), as: UTF8.self) + "\n"
    }
}

/// The JSON form of a back-test. Keys are snake case.
struct BacktestDocument: Encodable {
    struct Candidate: Encodable {
        var name: String
        var scores: ScoresDocument
    }
    struct Bin: Encodable {
        var customers: Int
        var predicted: Double
        var ordered: Double
    }
    struct Fold: Encodable {
        var cutoff: String
        var horizonDays: Int
        var customers: Int
        var models: [Candidate]
        var calibration: [Bin]
    }
    var asOf: String
    var currency: String
    var sampledCustomers: Int?
    var folds: [Fold]
    var means: [Candidate]

    init(_ backtest: Backtest, asOf: ShopDay, currency: Currency) {
        self.asOf = asOf.description
        self.currency = currency.code
        sampledCustomers = backtest.sampledCustomers
        folds = backtest.folds.map { fold in
            Fold(
                cutoff: fold.cutoff.description, horizonDays: fold.horizonInDays, customers: fold.customers,
                models: fold.candidates.map { Candidate(name: $0.name, scores: ScoresDocument($0.scores)) },
                calibration: fold.calibration.map { Bin(customers: $0.customers, predicted: $0.predicted, ordered: $0.ordered) })
        }
        means = backtest.means.map { Candidate(name: $0.name, scores: ScoresDocument($0.scores)) }
    }
}
