import CustomerValue
import Facts
import Foundation
import Population
import Reports
import Shop
import Wording

/// A segment's report for a terminal.
struct SegmentText {
    private typealias Label = Phrase.Figures

    private let report: GroupReport
    private let words: FigureText

    init(_ report: GroupReport, _ words: Words) {
        self.report = report
        self.words = FigureText(words: words, currency: report.currency)
    }

    /// Of what is not found out yet no figures are told: they would be of nobody.
    var text: String { (report.isProcessing ? [head] : [head, size] + figures + mixes).joined(separator: "\n\n") }

    private var head: String {
        let day = report.asOf.map { words.words.format.date($0) }
        var lines = [
            visible(report.name ?? ""), words.words.computed(at: Timestamp.text(report.computedAt), numbersAsOf: day),
        ]
        if report.isProcessing { lines.append(words(Label.processing)) }
        if report.isStale { lines.append(words(Label.stale)) }
        return lines.joined(separator: "\n")
    }

    private var size: String {
        var rows = [[words(Label.members), words.count(report.figures.members), "", "", ""]]
        for change in report.changes ?? [] {
            rows.append([
                change.days == 1 ? words(Label.lastDay) : words.words.lastDays(change.days), words.signed(change.changes.net),
                words(Label.entered), words.count(change.changes.added), "\(words(Label.left)) \(words.count(change.changes.removed))",
            ])
        }
        return plain(rows)
    }

    private var figures: [String] {
        let figures = report.figures
        var parts = [
            plain([
                [words(Label.everOrdered), words.count(figures.withHistory), ""],
                [words(Label.orders), words.count(figures.orders), words.words.boughtBy(figures.customers)],
                [words(Label.revenue), words.money(Double(figures.historicMinorUnits)), words(Label.refundsTakenOff)],
                [words(Label.averageHistoric), words.money(figures.averageHistoricMinorUnits), words(Label.ofThoseWhoOrdered)],
                [words(Label.averageOrder), words.money(figures.averageOrderMinorUnits), words(Label.revenuePerOrder)],
                [words(Label.meanOfAverages), words.money(figures.meanOfAverageOrderMinorUnits), words(Label.eachAlike)],
            ])
        ]
        guard figures.predicted > 0, let range = figures.predictedRangeMinorUnits else { return parts + [words(Label.nobody)] }
        let horizon = report.horizonInDays.map { words.words.within(days: $0) } ?? words(Label.withinHorizon)
        let (low, high) = (words.money(Double(range.lowerBound)), words.money(Double(range.upperBound)))
        parts.append(
            plain([
                [words(Label.withPrediction), words.count(figures.predicted), ""],
                [words(Label.averagePredicted), words.money(figures.averagePredictedMinorUnits), horizon],
                [words(Label.averageTotal), words.money(figures.averageTotalMinorUnits), words(Label.historicAndPredicted)],
                [words(Label.expectedSpend), words.money(Double(figures.predictedMinorUnits)), horizon],
                [words(Label.probablyFrom), low, words.words.probablyTo(high)],
                [words(Label.averageChurn), words.percent(figures.averageChurnProbability), words(Label.now)],
                [words(Label.returning), words.number(figures.expectedReturningCustomers), words(Label.returningIs)],
                [words(Label.willOrder), words.number(figures.sumOfProbabilityOfOrder), horizon],
                [words(Label.overdue), words.count(figures.overdue), words(Label.overdueIs)],
                [words(Label.atStake), words.money(figures.atStakeMinorUnits), words(Label.atStakeIs)],
            ])
        )
        return parts
    }

    private var mixes: [String] {
        let mix = report.figures.mix
        var parts: [String] = []
        if report.figures.predicted > 0 {
            parts.append(words.mix(Label.churnRisk, mix.byChurnRisk.map { (words($0.risk.phrase), $0.count) }))
            let tenths = mix.churnTenths.enumerated().map { number, count in
                ("\(number * 10)-\(words.words.format.percent(Double(number + 1) / 10))", count)
            }
            parts.append(words.mix(Label.churnProbability, tenths))
            parts.append(words.mix(Label.predictedClass, mix.byCLVCategory.map { (words($0.category.valuePhrase), $0.count) }))
            parts.append(
                words.mix(Label.likelihoodClass, mix.byPurchaseLikelihood.map { (words($0.likelihood.likelihoodPhrase), $0.count) }))
        }
        if mix.byRFMGroup.contains(where: { $0.count > 0 }) {
            parts.append(words.mix(Label.rfmGroup, mix.byRFMGroup.map { (words($0.group.phrase), $0.count) }))
        }
        return parts
    }

    /// Rows without a header, the last cell to the left.
    private func plain(_ rows: [[String]]) -> String {
        let lines = aligned(rows, leftLast: true).split(separator: "\n", omittingEmptySubsequences: false)
        // The line under the header is not wanted.
        return lines.enumerated().filter { $0.offset != 1 }.map { String($0.element) }.joined(separator: "\n")
    }
}

extension ChurnRisk {
    fileprivate var phrase: Phrase {
        switch self {
        case .low: Phrase.ChurnClass.low
        case .moderate: Phrase.ChurnClass.moderate
        case .high: Phrase.ChurnClass.high
        }
    }
}
