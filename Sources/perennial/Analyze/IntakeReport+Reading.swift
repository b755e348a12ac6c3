import Connectors
import Facts
import Foundation
import Reports
import Wording

extension ReadingFacts {
    /// What a report says of how files were read.
    init(_ report: IntakeReport) {
        let files = report.files.map { file in
            File(
                // Folders say more of the machine than of the shop.
                name: file.path == "-" ? nil : URL(fileURLWithPath: file.path).lastPathComponent, form: Dialect.phrase(title: file.dialect),
                isAssumed: file.isAssumed, rows: file.rows, brought: file.orders,
                notes: file.notes.map { Note(code: $0.kind.rawValue, values: $0.values, text: $0.text) })
        }
        let rejected = report.rejectedRows.merging(report.rejectedRefundRows, uniquingKeysWith: +)
        let outcomes: [Count] = [
            Count(Phrase.RowOutcome.orders, report.orders), Count(Phrase.RowOutcome.linesMerged, report.linesMerged),
            Count(Phrase.RowOutcome.duplicates, report.duplicateRows), Count(Phrase.RowOutcome.cancelled, report.cancelledRows),
            Count(Phrase.RowOutcome.notPaid, report.ignoredRows), Count(Phrase.RowOutcome.tests, report.testRows),
            Count(Phrase.RowOutcome.credits, report.creditLines), Count(Phrase.RowOutcome.free, report.freeLines),
            Count(Phrase.RowOutcome.adjustments, report.adjustmentLines), Count(Phrase.RowOutcome.refunds, report.refundsRead),
            Count(Phrase.RowOutcome.refundsOfSetAside, report.refundsOfSetAsideOrders),
            Count(Phrase.RowOutcome.duplicateRefunds, report.duplicateRefundRows),
            Count(Phrase.RowOutcome.rejected, rejected.values.reduce(0, +)), Count(Phrase.RowOutcome.conflicts, report.conflictingOrders),
        ]
        let problems = rejected.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        let withoutCustomer = report.unattributedRevenue.compactMap { sum in
            Currency(code: sum.currency).map { Money(minorUnits: sum.minorUnits, currency: $0) }
        }
        let statuses = report.statuses.compactMap { status in
            OrderStatus(rawValue: status.meaning).map { Status(value: status.value, meaning: $0.phrase, number: status.count) }
        }
        self.init(
            files: files, outcomes: outcomes, statuses: statuses,
            problems: problems.compactMap { problem in Phrase.RejectedRows.of(problem.key.rawValue).map { Count($0, problem.value) } },
            withoutCustomer: withoutCustomer)
    }
}

extension Dialect {
    /// What a file was understood as, from the title that the reader gave it. A title that no export of orders has is that of refunds.
    fileprivate static func phrase(title: String) -> Phrase {
        allCases.first { $0.title == title }.flatMap { Phrase.FileForm.of($0.rawValue) } ?? Phrase.FileForm.refunds
    }
}

extension OrderStatus {
    /// The meaning in three languages.
    fileprivate var phrase: Phrase {
        switch self {
        case .paid: Phrase.StatusMeaning.paid
        case .cancelled: Phrase.StatusMeaning.cancelled
        case .refunded: Phrase.StatusMeaning.refunded
        case .ignored: Phrase.StatusMeaning.ignored
        }
    }
}

extension ValueBasis {
    /// What counts as the value of an order, for words.
    var counted: CountedValue {
        switch self {
        case .gross: .gross
        case .net: .net
        case .withoutShipping: .withoutShipping
        }
    }
}
