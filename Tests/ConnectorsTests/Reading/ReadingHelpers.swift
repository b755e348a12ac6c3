import Foundation
import Testing

@testable import Connectors
@testable import Facts

/// A folder of its own that goes away with the test.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("reading-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        try Data(Array(bytes)).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }
}

/// Reads texts as order files, in this order.
func read(
    _ texts: [String], refunds: [String] = [], blockLength: Int? = nil, rejects: String? = nil,
    _ change: (inout ReadingOptions) -> Void = { _ in }
) throws -> OrderIntake {
    let folder = try TemporaryFolder()
    let orders = try texts.enumerated().map { try folder.write("orders\($0.offset).csv", $0.element) }
    let refunds = try refunds.enumerated().map { try folder.write("refunds\($0.offset).csv", $0.element) }
    return try read(files: orders, refunds: refunds, blockLength: blockLength, rejects: rejects, change)
}

func read(
    _ text: String, blockLength: Int? = nil, rejects: String? = nil, _ change: (inout ReadingOptions) -> Void = { _ in }
) throws -> OrderIntake {
    try read([text], blockLength: blockLength, rejects: rejects, change)
}

func read(
    files: [String], refunds: [String] = [], blockLength: Int? = nil, rejects: String? = nil,
    _ change: (inout ReadingOptions) -> Void = { _ in }
) throws -> OrderIntake {
    var options = ReadingOptions()
    change(&options)
    let sink: RejectSink?
    if let rejects { sink = try RejectSink(path: rejects) } else { sink = nil }
    var reader = OrderReader(options: options, rejects: sink)
    if let blockLength { reader.blockLength = blockLength }
    for path in files { try reader.readOrders(path: path) }
    for path in refunds { try reader.readRefunds(path: path) }
    let intake = try reader.finish()
    let report = intake.report
    #expect(report.isBalanced, "rows \(report.rows), accounted \(report.accountedRows), refund rows \(report.refundRows)")
    #expect(report.orders == intake.orders.count)
    return intake
}

/// The error that reading ends in.
func readingError(_ body: () throws -> Void) -> ReadingError? {
    do {
        try body()
        return nil
    } catch {
        return error as? ReadingError
    }
}

extension OrderIntake {
    /// Each order as `customer time value currency`, whatever their order in the file.
    var orderLines: [String] {
        (0..<orders.count).map { row in
            let order = orders[row]
            let money = Money(minorUnits: order.minorUnits, currency: orders.currencies[Int(order.currency)])
            let time = Instant(secondsSince1970: Int64(order.secondsSince1970))
            return "\(orders.customers.text(of: order.customer)) \(time) \(money)\(order.isDateOnly ? " day" : "")"
        }
        .sorted()
    }

    /// Each refund as `customer value currency`, `whole` where the amount is the order's.
    var refundLines: [String] {
        refunds.map { refund in
            let currency = orders.currencies[Int(refund.currency)]
            let amount = refund.minorUnits.map { Money(minorUnits: $0, currency: currency).description } ?? "whole"
            return "\(orders.customers.text(of: refund.customer)) \(amount)"
        }
        .sorted()
    }
}
