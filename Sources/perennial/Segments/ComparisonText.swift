import Facts
import Foundation
import Population
import Shop
import Wording

/// Two segments or lists beside each other for a terminal.
struct ComparisonText {
    private typealias Label = Phrase.Comparison

    private let comparison: GroupComparison
    private let words: FigureText

    init(_ comparison: GroupComparison, _ words: Words) {
        self.comparison = comparison
        self.words = FigureText(words: words, currency: comparison.first.currency)
    }

    /// Where it is not found out yet who is in one of them there is nothing to compare.
    var text: String {
        let isKnown = !comparison.first.isProcessing && !comparison.second.isProcessing
        return (isKnown ? [head, sizes, differences] : [head]).joined(separator: "\n\n")
    }

    private var head: String {
        let (first, second) = (words(Label.first), words(Label.second))
        let width = max(first.count, second.count) + 2
        func named(_ label: String, _ report: GroupReport) -> String {
            label + String(repeating: " ", count: width - label.count) + visible(report.name ?? "")
        }
        var lines = [
            named(first, comparison.first), named(second, comparison.second),
            words.words.computed(at: Timestamp.text(comparison.first.computedAt), numbersAsOf: nil),
        ]
        for report in [comparison.first, comparison.second] {
            let name = visible(report.name ?? "")
            if report.isProcessing { lines.append(words.words.isProcessing(name)) }
            if report.isStale { lines.append(words.words.isStale(name)) }
        }
        return lines.joined(separator: "\n")
    }

    private var sizes: String {
        let labels = [
            Phrase.Figures.members, Phrase.Figures.everOrdered, Phrase.Figures.revenue, Phrase.Figures.expectedSpend,
        ]
        var rows = [[""] + labels.map { words($0) }]
        for (name, figures) in [
            (Label.first, comparison.first.figures), (Label.second, comparison.second.figures), (Label.inBoth, comparison.inBoth),
            (Label.onlyInFirst, comparison.onlyInFirst), (Label.onlyInSecond, comparison.onlyInSecond),
        ] {
            rows.append([
                words(name), words.count(figures.members), words.count(figures.withHistory),
                words.money(Double(figures.historicMinorUnits)),
                figures.predicted > 0 ? words.money(Double(figures.predictedMinorUnits)) : "-",
            ])
        }
        return aligned(rows)
    }

    private var differences: String {
        var rows = [[Label.figure, Label.first, Label.second, Label.difference, Label.ratio].map { words($0) }]
        for difference in comparison.differences {
            rows.append([
                words(name(difference.figure)), value(difference.first, difference.figure), value(difference.second, difference.figure),
                distance(difference), words.ratio(difference.ratio),
            ])
        }
        return aligned(rows)
    }

    private func value(_ value: Double?, _ figure: GroupDifference.Figure) -> String {
        switch figure {
        case .averageChurnProbability, .averageProbabilityOfOrder, .shareOverdue: words.percent(value)
        case .ordersPerCustomer: words.ratio(value)
        default: words.money(value)
        }
    }

    /// What lies between two shares is points of percent.
    private func distance(_ difference: GroupDifference) -> String {
        switch difference.figure {
        case .averageChurnProbability, .averageProbabilityOfOrder, .shareOverdue:
            difference.difference.map { words.words.points($0) } ?? "-"
        default: value(difference.difference, difference.figure)
        }
    }

    private func name(_ figure: GroupDifference.Figure) -> Phrase {
        switch figure {
        case .averageHistoricCLV: Phrase.Figures.averageHistoric
        case .averagePredictedCLV: Phrase.Figures.averagePredicted
        case .averageTotalCLV: Phrase.Figures.averageTotal
        case .averageOrderValue: Phrase.Figures.averageOrder
        case .meanOfCustomersAverageOrderValues: Phrase.Figures.meanOfAverages
        case .ordersPerCustomer: Label.ordersPerCustomer
        case .averageChurnProbability: Phrase.Figures.averageChurn
        case .averageProbabilityOfOrder: Label.averageProbabilityOfOrder
        case .shareOverdue: Phrase.Figures.overdue
        }
    }
}
