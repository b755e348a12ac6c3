import Connectors
import Facts

/// What is said about the files that were read: how each was understood, and what became of the rows that are no orders.
struct IntakeText {
    private let report: IntakeReport
    /// The file that holds the rejected rows, where there is one.
    private let rejects: String?

    init(_ report: IntakeReport, rejects: String? = nil) {
        self.report = report
        self.rejects = rejects
    }

    var lines: [String] { report.files.flatMap(lines(of:)) + setAside + rejected + orderFacts }

    private func count(_ number: Int, _ one: String, _ many: String) -> String { "\(grouped(number)) \(number == 1 ? one : many)" }

    private func lines(of file: IntakeReport.File) -> [String] {
        let path = file.path == "-" ? "standard input" : file.path
        let assumed = file.isAssumed ? ", assumed form" : ""
        let packed = file.isGzip ? ", gzip" : ""
        var lines = ["Read      \(path): \(count(file.rows, "row", "rows")) (\(file.dialect)\(assumed); \(file.encoding)\(packed))."]
        lines += file.notes.map { "          \($0)" }
        return lines
    }

    private var setAside: [String] {
        var parts: [String] = []
        func add(_ number: Int, _ words: String, one: String? = nil) {
            if number > 0 { parts.append(counted(number, one ?? words, words)) }
        }
        add(report.linesMerged, "further lines of an order", one: "further line of an order")
        add(report.duplicateRows, "rows seen before", one: "row seen before")
        add(report.cancelledRows, "cancelled")
        add(report.ignoredRows, "not paid, failed or draft")
        add(report.testRows, "test orders", one: "test order")
        add(report.creditLines, "lines of credit notes", one: "line of a credit note")
        add(report.freeLines, "free lines", one: "free line")
        add(report.adjustmentLines, "adjustments", one: "adjustment")
        add(report.refundsOfSetAsideOrders, "refunds of orders that are not counted", one: "refund of an order that is not counted")
        let counting = "told twice (the file of refunds counts)"
        add(report.refundsReplaced, "refunds \(counting)", one: "refund \(counting)")
        add(report.duplicateRefundRows, "refund rows seen before", one: "refund row seen before")
        return parts.isEmpty ? [] : ["Set aside \(parts.joined(separator: ", "))."]
    }

    private var rejected: [String] {
        var lines: [String] = []
        let reasons = report.rejectedRows.merging(report.rejectedRefundRows, uniquingKeysWith: +).sorted {
            ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
        }
        guard !reasons.isEmpty else { return [] }
        let total = reasons.reduce(0) { $0 + $1.value }
        let words =
            reasons.count == 1
            ? reasons[0].key.text : reasons.map { "\(counted($0.value, "time", "times")) \($0.key.text)" }.joined(separator: "; ")
        lines.append("Rejected  \(count(total, "row", "rows")): \(words).")
        for sum in report.unattributedRevenue where sum.minorUnits != 0 {
            guard let currency = Currency(code: sum.currency) else { continue }
            lines.append(
                "          Orders without a customer came to \(groupedMoney(sum.minorUnits, currency)) \(sum.currency): "
                    + (rejects == nil ? "in no figure below." : "not taken in.")
            )
        }
        for example in report.rejectExamples.prefix(1) {
            let column = example.column.map { ", column \($0)" } ?? ""
            lines.append("          For example \(example.file), line \(example.line)\(column): \(example.reason).")
        }
        lines.append(
            rejects.map { "          All of them, with line, column and reason: \($0)." }
                ?? "          --rejects FILE writes them all, with line, column and reason.")
        return lines
    }

    private var orderFacts: [String] {
        var lines: [String] = []
        if report.conflictingOrders > 0 {
            lines.append(
                "          \(count(report.conflictingOrders, "order id was", "order ids were")) met again with other content: the first was kept."
            )
        }
        for (number, what) in [(report.ordersOfOtherProducts, "product"), (report.ordersOfOtherDiscounts, "discount code")] {
            guard let number else { continue }
            lines.append(
                "          \(count(number, "order has", "orders have")) a \(what) that is not told apart: beyond "
                    + "\(grouped(OrderLabels.mostTexts)) different ones, or longer than \(OrderLabels.longestText) bytes.")
        }
        if report.ordersBySource.count > 1 || report.ordersBySource.keys.contains(where: { $0 != "web" }) {
            let sources = report.ordersBySource.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            lines.append("Sources   \(sources.map { "\($0.key) \(grouped($0.value))" }.joined(separator: ", ")).")
        }
        return lines
    }
}
