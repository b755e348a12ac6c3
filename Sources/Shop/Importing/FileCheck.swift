public import Connectors
public import Facts
import Foundation
import Population

/// What reading a file came to, before anything of it is taken in.
public struct FileCheck: Sendable {
    /// A reason for which rows are not taken, and how many.
    public struct Rejected: Sendable {
        /// For programs: `no-date`.
        public var code: String
        /// In English.
        public var words: String
        /// How many rows.
        public var rows: Int
    }

    /// Rows that were looked at.
    public var rows = 0
    /// Orders, refunds, events or people among them.
    public var usable = 0
    /// Rows that are no order of their own: further lines, cancelled, not paid.
    public var setAside = 0
    /// Rows that are not understood.
    public var rejected: [Rejected] = []
    /// The first of them.
    public var examples: [IntakeReport.Example] = []
    /// What whoever takes the file in should know, in English.
    public var notes: [String] = []
    /// The first and the last moment of orders.
    public var span: ClosedRange<Int64>?
    /// What orders came to, by currency, in minor units.
    public var sums: [(currency: Currency, minorUnits: Int64)] = []
    /// What must be answered, or is wrong, before it can be taken in.
    public var fault: ReadingError?
    /// Whether all of it was looked at.
    public var isWhole = true

    /// Rows that are not understood.
    public var rejectedRows: Int { rejected.reduce(0) { $0 + $1.rows } }

    private init() {}

    /// Of a file that is not looked at before.
    static var notLooked: FileCheck { FileCheck() }

    /// Reads a file as it would be taken in, and takes nothing in.
    ///
    /// - Parameters:
    ///   - path: where it lies.
    ///   - file: what was said about it.
    ///   - shop: whose settings count, and whose orders refunds may be of.
    public init(path: String, _ file: FileToImport, in shop: Shop) {
        let options = file.options(shop.settings)
        do throws(ReadingError) {
            switch file.kind {
            case .orders:
                var reader = OrderReader(options: options, rejects: nil)
                try reader.readOrders(path: path)
                take(try reader.finish())
            case .refunds:
                var reader = OrderReader(options: options, rejects: nil)
                reader.takeRefunds(of: shop.knownOrders)
                try reader.readRefunds(path: path)
                take(try reader.finish())
            case .events:
                var reader = EventReader(options: options, rejects: nil)
                try Self.reading { try reader.readEvents(path: path) { _ in } }
                take(try reader.finish())
            case .profiles:
                var reader = ProfileReader(options: options, consent: file.consent, rejects: nil)
                reader.limitProperties(known: shop.read { $0.propertyNames }, most: Shop.mostProperties)
                try Self.reading { try reader.readProfiles(path: path) { _ in } }
                take(try reader.finish())
            }
        } catch {
            fault = error
        }
    }

    /// Readers hand on what is thrown to them; here nothing is but their own.
    private static func reading(_ body: () throws -> Void) throws(ReadingError) {
        do {
            try body()
        } catch let error as ReadingError {
            throw error
        } catch {
            throw ReadingError(.inputFailed, "\(error)")
        }
    }

    private mutating func take(_ read: OrderIntake) {
        let report = read.report
        rows = report.rows + report.refundRows
        usable = report.orders + report.refundsRead
        let reasons = report.rejectedRows.merging(report.rejectedRefundRows, uniquingKeysWith: +)
        rejected = reasons.map { Rejected(code: $0.key.rawValue, words: $0.key.text, rows: $0.value) }
        rejected.sort { ($1.rows, $0.code) < ($0.rows, $1.code) }
        setAside = max(0, rows - usable - rejectedRows)
        examples = report.rejectExamples
        notes = report.files.flatMap(\.notes)
        var sums: [Currency: Int64] = [:]
        for row in 0..<read.orders.count {
            let order = read.orders[row]
            let seconds = Int64(order.secondsSince1970)
            span = span.map { min($0.lowerBound, seconds)...max($0.upperBound, seconds) } ?? seconds...seconds
            let currency = read.orders.currencies[Int(order.currency)]
            sums[currency] = (sums[currency] ?? 0).saturatingAdding(order.minorUnits)
        }
        self.sums = sums.sorted { ($1.value, $0.key.code) < ($0.value, $1.key.code) }.map { ($0.key, $0.value) }
    }

    private mutating func take(_ report: RowReport) {
        rows = report.rows
        rejected = report.rejected.map { Rejected(code: $0.key.rawValue, words: $0.key.text, rows: $0.value) }
        rejected.sort { ($1.rows, $0.code) < ($0.rows, $1.code) }
        usable = rows - rejectedRows
        examples = report.examples
        notes = report.files.flatMap(\.notes)
    }
}
