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

    /// Orders that are worth far more than the others of a file: a misread amount looks like that, and so does a rare large order.
    public struct FarAbove: Sendable {
        /// How many.
        public var orders: Int
        /// The largest of them, in minor units.
        public var largest: Int64
        /// The order in the middle, in minor units.
        public var usual: Int64
        /// Of all of these.
        public var currency: Currency
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
    /// What whoever takes the file in should know.
    public var notes: [ReadingNote] = []
    /// The first and the last moment of orders.
    public var span: ClosedRange<Int64>?
    /// What orders came to, by currency, in minor units.
    public var sums: [(currency: Currency, minorUnits: Int64)] = []
    /// Orders that are worth far more than the others; `nil` where there are none.
    public var farAbove: FarAbove?
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
                take(try reader.finish(), until: Self.lastMoment(shop))
            case .refunds:
                var reader = OrderReader(options: options, rejects: nil)
                reader.takeRefunds(of: shop.knownOrders)
                try reader.readRefunds(path: path)
                take(try reader.finish(), until: .max)
            case .events:
                var reader = EventReader(options: options, rejects: nil)
                reader.limitMetrics(known: shop.metricNames, most: Shop.mostMetrics)
                var refused = RefusedEvents(until: Self.lastMoment(shop))
                try Self.reading { try reader.readEvents(path: path) { batch in refused.count(batch, in: shop) } }
                take(try reader.finish())
                refuse(refused.tooFarAhead, "too-far-ahead")
                refuse(refused.tooLarge, "too-large")
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

    /// The last moment that orders and events may be dated to.
    private static func lastMoment(_ shop: Shop) -> Int64 { shop.clock().secondsSince1970 + Intake.mostSecondsAhead }

    /// Rows that can be read and will not be taken in.
    private mutating func refuse(_ rows: Int, _ code: String) {
        guard rows > 0 else { return }
        usable -= rows
        rejected.append(Rejected(code: code, words: code, rows: rows))
    }

    private mutating func take(_ read: OrderIntake, until last: Int64) {
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
        var tooFarAhead = 0
        var worth: [[Int64]] = read.orders.currencies.map { _ in [] }
        for row in 0..<read.orders.count {
            let order = read.orders[row]
            let seconds = Int64(order.secondsSince1970)
            if seconds > last {
                tooFarAhead += 1
                continue
            }
            if order.minorUnits > 0 { worth[Int(order.currency)].append(order.minorUnits) }
            span = span.map { min($0.lowerBound, seconds)...max($0.upperBound, seconds) } ?? seconds...seconds
            let currency = read.orders.currencies[Int(order.currency)]
            sums[currency] = (sums[currency] ?? 0).saturatingAdding(order.minorUnits)
        }
        refuse(tooFarAhead, "too-far-ahead")
        farAbove = zip(worth, read.orders.currencies).compactMap { FarAbove(worth: $0, $1) }.max { $0.orders < $1.orders }
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

/// Events of a file that can be read and will not be taken in.
private struct RefusedEvents {
    private let last: Int64
    private var movesMoney: [Bool] = []
    private(set) var tooFarAhead = 0
    private(set) var tooLarge = 0

    init(until last: Int64) { self.last = last }

    mutating func count(_ batch: EventBatch, in shop: Shop) {
        shop.read { population in
            movesMoney += batch.newMetrics.map { population.movesMoney($0) }
            for row in batch.rows {
                if Int64(row.seconds) > last {
                    tooFarAhead += 1
                } else if movesMoney[Int(row.metric)], !row.value.isNaN, population.isBeyondOrders(row.value, row.currency) {
                    tooLarge += 1
                }
            }
        }
    }
}

extension FileCheck.FarAbove {
    /// How often an order must be worth the usual one to be told of.
    private static let times: Int64 = 1_000
    /// Orders without which there is no usual one.
    private static let fewest = 5

    /// Of orders in one currency; `nil` where none stands out.
    fileprivate init?(worth: [Int64], _ currency: Currency) {
        guard worth.count >= Self.fewest else { return nil }
        let sorted = worth.sorted()
        let usual = sorted[sorted.count / 2]
        let (limit, isTooLarge) = usual.multipliedReportingOverflow(by: Self.times)
        guard !isTooLarge, let largest = sorted.last, largest > limit else { return nil }
        self.init(orders: sorted.reversed().prefix { $0 > limit }.count, largest: largest, usual: usual, currency: currency)
    }
}
