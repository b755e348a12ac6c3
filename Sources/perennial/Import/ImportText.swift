import ArgumentParser
import Connectors
import Shop

/// What is said at the end of an import: how the files were read, what is new, what was known, what was refused.
struct ImportText {
    /// The words.
    let text: String

    /// The words of an import of orders or refunds.
    init(_ report: IntakeReport, _ counts: ImportCounts, rejects: String) {
        var lines = IntakeText(report, rejects: rejects).lines
        if report.rows > 0 { lines.append(Self.taken(counts.orders, "order", "orders")) }
        if counts.ordersToldOtherwise > 0 {
            lines.append(
                "          \(grouped(counts.ordersToldOtherwise)) of the known orders stand in the files with another amount or customer: "
                    + "what was known stays.")
        }
        lines += Self.leftOut(counts)
        if counts.refunds != ImportCounts.Pair() || report.refundRows > 0 { lines.append(Self.taken(counts.refunds, "refund", "refunds")) }
        lines += Self.made(counts.profilesMade)
        text = lines.joined(separator: "\n")
    }

    /// The words of an import of events.
    init(_ report: RowReport, _ counts: ImportCounts, rejects: String) {
        let lines =
            Self.read(report, rejects: rejects) + [Self.taken(counts.events, "event", "events")] + Self.leftOut(counts)
            + Self.made(counts.profilesMade)
        text = lines.joined(separator: "\n")
    }

    /// The words of an import of profiles.
    init(_ report: RowReport, _ counts: ProfileCounts, rejects: String) {
        var lines = Self.read(report, rejects: rejects)
        var known: [String] = []
        if counts.changed > 0 { known.append("\(grouped(counts.changed)) changed") }
        if counts.known > 0 { known.append("of \(grouped(counts.known)) all was known already") }
        lines.append("Taken in  \(Self.count(counts.made, "new profile", "new profiles"))" + known.map { "; " + $0 }.joined() + ".")
        var more: [String] = []
        if counts.joined > 0 { more.append(Self.count(counts.joined, "joined a list", "joined a list")) }
        if counts.consents > 0 { more.append(Self.count(counts.consents, "consent or refusal", "consents and refusals")) }
        if counts.listsMade > 0 { more.append(Self.count(counts.listsMade, "list was made", "lists were made")) }
        if !more.isEmpty { lines.append("          \(more.joined(separator: ", ")).") }
        if counts.consentsAhead > 0 {
            lines.append(
                "Refused   \(Self.count(counts.consentsAhead, "consent or refusal", "consents and refusals")) dated in the future: nobody can "
                    + "have said so yet.")
        }
        if counts.valuesWorkedOut > 0 {
            lines.append(
                "Left out  \(Self.count(counts.valuesWorkedOut, "value", "values")) of properties that are worked out from orders (Current RFM group and "
                    + "its like): nobody can write them. Call the column otherwise to keep what it says.")
        }
        text = lines.joined(separator: "\n")
    }

    /// What could be read and is not taken in all the same.
    private static func leftOut(_ counts: ImportCounts) -> [String] {
        var lines: [String] = []
        if counts.tooFarAhead > 0 {
            lines.append("Refused   \(count(counts.tooFarAhead, "row", "rows")) dated more than a year ahead: the dates may be misread.")
        }
        if counts.tooLarge > 0 {
            lines.append("Refused   \(count(counts.tooLarge, "row", "rows")) with a value that is more than an order may be worth.")
        }
        return lines
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String { "\(grouped(number)) \(number == 1 ? one : many)" }

    private static func taken(_ pair: ImportCounts.Pair, _ one: String, _ many: String) -> String {
        let known = pair.known > 0 ? "; \(count(pair.known, "was", "were")) known already" : ""
        return "Taken in  \(count(pair.taken, one, many))\(known)."
    }

    private static func made(_ profiles: Int) -> [String] {
        profiles > 0 ? ["          \(count(profiles, "new profile", "new profiles"))."] : []
    }

    /// How files of events or profiles were read.
    private static func read(_ report: RowReport, rejects: String) -> [String] {
        var lines: [String] = []
        for file in report.files {
            let path = file.path == "-" ? "standard input" : file.path
            let packed = file.isGzip ? ", gzip" : ""
            lines.append("Read      \(path): \(count(file.rows, "row", "rows")) (\(file.dialect); \(file.encoding)\(packed)).")
            lines += file.notes.map { "          \($0)" }
        }
        guard report.rejectedRows > 0 else { return lines }
        let reasons = report.rejected.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        let words =
            reasons.count == 1
            ? reasons[0].key.text : reasons.map { "\(counted($0.value, "time", "times")) \($0.key.text)" }.joined(separator: "; ")
        lines.append("Rejected  \(count(report.rejectedRows, "row", "rows")): \(words).")
        for example in report.examples.prefix(1) {
            let column = example.column.map { ", column \($0)" } ?? ""
            lines.append("          For example \(example.file), line \(example.line)\(column): \(example.reason).")
        }
        lines.append("          All of them, with line, column and reason: \(rejects).")
        return lines
    }

    /// Files of which nothing at all could be used are bad input.
    static func checkNotAllRejected(rows: Int, rejected: Int) throws {
        guard rejected > 0, rejected == rows else { return }
        throw failure(.badData, "No row could be taken in.")
    }
}

extension IntakeReport {
    /// Throws where nothing at all could be used.
    func checkNotAllRejected() throws {
        let rejected = rejectedRows.values.reduce(0, +) + rejectedRefundRows.values.reduce(0, +)
        try ImportText.checkNotAllRejected(rows: rows + refundRows, rejected: rejected)
    }
}
