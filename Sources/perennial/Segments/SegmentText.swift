import CustomerValue
import Facts
import Foundation
import Population
import Shop

/// A segment's report for a terminal.
struct SegmentText {
    private let report: GroupReport
    private let words: FigureText

    init(_ report: GroupReport) {
        self.report = report
        words = FigureText(currency: report.currency)
    }

    var text: String { ([head, size] + figures + mixes).joined(separator: "\n\n") }

    private var head: String {
        var lines = [visible(report.name ?? ""), "Computed at \(report.computedAt)\(report.asOf.map { ", numbers as of \($0)" } ?? "")."]
        if report.isStale {
            lines.append("It asks for predictions, and there are none now: these are the members of the last time there were.")
        }
        return lines.joined(separator: "\n")
    }

    private var size: String {
        var rows = [["members", grouped(report.figures.members), "", "", ""]]
        for change in report.changes ?? [] {
            rows.append([
                change.days == 1 ? "last day" : "last \(change.days) days", signed(change.changes.net), "entered",
                grouped(change.changes.added), "left \(grouped(change.changes.removed))",
            ])
        }
        return plain(rows)
    }

    private var figures: [String] {
        let figures = report.figures
        var parts = [
            plain([
                ["ever ordered", grouped(figures.withHistory), "members"],
                ["orders", grouped(figures.orders), "of \(counted(figures.customers, "customer", "customers"))"],
                ["revenue", words.money(Double(figures.historicMinorUnits)), "refunds taken off"],
                ["average historic CLV", words.money(figures.averageHistoricMinorUnits), "of those who ever ordered"],
                ["average order value", words.money(figures.averageOrderMinorUnits), "revenue / orders"],
                ["mean of customers' AOVs", words.money(figures.meanOfAverageOrderMinorUnits), "each customer counts alike"],
            ])
        ]
        guard figures.predicted > 0, let range = figures.predictedRangeMinorUnits else { return parts + ["Nobody has a prediction."] }
        let horizon = report.horizonInDays.map { "within \($0) days" } ?? "within the horizon"
        parts.append(
            plain([
                ["with a prediction", grouped(figures.predicted), "members"],
                ["average predicted CLV", words.money(figures.averagePredictedMinorUnits), horizon],
                ["average total CLV", words.money(figures.averageTotalMinorUnits), "historic + predicted"],
                ["expected future spend", words.money(Double(figures.predictedMinorUnits)), horizon],
                ["probably from", words.money(Double(range.lowerBound)), "to \(words.money(Double(range.upperBound))) (8 times in 10)"],
                ["average churn probability", words.percent(figures.averageChurnProbability), "now"],
                ["expected returning customers", words.number(figures.expectedReturningCustomers), "(1 - average churn) x members"],
                ["expected to order", words.number(figures.sumOfProbabilityOfOrder), horizon],
                ["overdue", grouped(figures.overdue), "silent for longer than is usual for them"],
                ["money at stake", words.money(figures.atStakeMinorUnits), "predicted CLV x churn probability"],
            ])
        )
        return parts
    }

    private var mixes: [String] {
        let mix = report.figures.mix
        var parts: [String] = []
        if report.figures.predicted > 0 {
            parts.append(words.mix("churn risk", mix.byChurnRisk.map { ($0.risk.rawValue, $0.count) }))
            parts.append(words.mix("churn probability", mix.churnTenths.enumerated().map { ("\($0 * 10)-\($0 * 10 + 10) %", $1) }))
            parts.append(words.mix("predicted CLV", mix.byCLVCategory.map { ($0.category.rawValue, $0.count) }))
            parts.append(words.mix("purchase likelihood", mix.byPurchaseLikelihood.map { ($0.likelihood.rawValue, $0.count) }))
        }
        if mix.byRFMGroup.contains(where: { $0.count > 0 }) {
            parts.append(words.mix("RFM group", mix.byRFMGroup.map { ($0.group.rawValue, $0.count) }))
        }
        return parts
    }

    private func signed(_ number: Int) -> String { number > 0 ? "+\(grouped(number))" : grouped(number) }

    /// Rows without a header, the last cell to the left.
    private func plain(_ rows: [[String]]) -> String {
        let lines = aligned(rows, leftLast: true).split(separator: "\n", omittingEmptySubsequences: false)
        // The line under the header is not wanted.
        return lines.enumerated().filter { $0.offset != 1 }.map { String($0.element) }.joined(separator: "\n")
    }
}
