import Facts
import Foundation
import Population
import Shop

/// Two segments beside each other for a terminal.
struct ComparisonText {
    private let comparison: GroupComparison
    private let words: FigureText

    init(_ comparison: GroupComparison) {
        self.comparison = comparison
        words = FigureText(currency: comparison.first.currency)
    }

    var text: String { [head, sizes, differences].joined(separator: "\n\n") }

    private var head: String {
        let lines = [
            "first   \(visible(comparison.first.name ?? ""))", "second  \(visible(comparison.second.name ?? ""))",
            "Computed at \(comparison.first.computedAt).",
        ]
        let stale = [comparison.first, comparison.second].filter(\.isStale).map {
            "\(visible($0.name ?? "")) has the members of the last time there were predictions."
        }
        return (lines + stale).joined(separator: "\n")
    }

    private var sizes: String {
        var rows = [["", "members", "ever ordered", "revenue", "expected future spend"]]
        for (name, figures) in [
            ("first", comparison.first.figures), ("second", comparison.second.figures), ("in both", comparison.inBoth),
            ("only in first", comparison.onlyInFirst), ("only in second", comparison.onlyInSecond),
        ] {
            rows.append([
                name, grouped(figures.members), grouped(figures.withHistory), words.money(Double(figures.historicMinorUnits)),
                figures.predicted > 0 ? words.money(Double(figures.predictedMinorUnits)) : "-",
            ])
        }
        return aligned(rows)
    }

    private var differences: String {
        var rows = [["figure", "first", "second", "difference", "first / second"]]
        for difference in comparison.differences {
            rows.append([
                name(difference.figure), value(difference.first, difference.figure), value(difference.second, difference.figure),
                distance(difference), difference.ratio.map { String(format: "%.2f", $0) } ?? "-",
            ])
        }
        return aligned(rows)
    }

    private func value(_ value: Double?, _ figure: GroupDifference.Figure) -> String {
        switch figure {
        case .averageChurnProbability, .averageProbabilityOfOrder, .shareOverdue: words.percent(value)
        case .ordersPerCustomer: value.map { String(format: "%.2f", $0) } ?? "-"
        default: words.money(value)
        }
    }

    /// What lies between two shares is points of percent.
    private func distance(_ difference: GroupDifference) -> String {
        switch difference.figure {
        case .averageChurnProbability, .averageProbabilityOfOrder, .shareOverdue:
            difference.difference.map { String(format: "%.1f points", $0 * 100) } ?? "-"
        default: value(difference.difference, difference.figure)
        }
    }

    private func name(_ figure: GroupDifference.Figure) -> String {
        switch figure {
        case .averageHistoricCLV: "average historic CLV"
        case .averagePredictedCLV: "average predicted CLV"
        case .averageTotalCLV: "average total CLV"
        case .averageOrderValue: "average order value"
        case .meanOfCustomersAverageOrderValues: "mean of customers' AOVs"
        case .ordersPerCustomer: "orders per customer"
        case .averageChurnProbability: "average churn probability"
        case .averageProbabilityOfOrder: "average probability of an order"
        case .shareOverdue: "overdue"
        }
    }
}
