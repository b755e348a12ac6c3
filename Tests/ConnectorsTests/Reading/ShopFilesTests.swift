import Facts
import Foundation
import Testing

@testable import Connectors

/// Files as shops write them, from bytes to orders, against totals worked out apart from this program.
@Suite struct ShopFilesTests {
    /// What a file should come to; see the README beside the files.
    struct Expected: Decodable, Sendable, CustomTestStringConvertible {
        struct Options: Decodable, Sendable {
            var time_zone: String?
            var currency: String?
        }

        var file: String
        var refused: String?
        var encoding: String?
        var separator: String?
        var options: Options?
        var rows: Int?
        var orders: Int?
        var cancelled: Int?
        var ignored: Int?
        var without_customer: Int?
        var rows_without_customer: Int?
        var lines_set_aside: Int?
        var zero_value: Int?
        var customers: Int?
        var customers_with_orders_or_refunds: Int?
        var revenue_minor_units: [String: Int64]?
        var refunds: Int?
        var refunded_minor_units: [String: Int64]?
        var first_order_seconds_since_1970: UInt32?
        var last_order_seconds_since_1970: UInt32?
        var orders_by_source: [String: Int]?
        var testDescription: String { file }
    }

    private static let folder = Bundle.module.resourceURL?.appendingPathComponent("Fixtures/shops")

    static let all: [Expected] = {
        struct Files: Decodable { var files: [Expected] }
        guard let url = folder?.appendingPathComponent("expected.json"), let data = try? Data(contentsOf: url) else { return [] }
        return (try? JSONDecoder().decode(Files.self, from: data))?.files ?? []
    }()

    private func intake(of expected: Expected) throws -> OrderIntake {
        let path = try #require(Self.folder?.appendingPathComponent(expected.file).path)
        return try read(files: [path]) { options in
            options.timeZone = expected.options?.time_zone.flatMap { ShopTimeZone(identifier: $0) } ?? .utc
            options.currency = expected.options?.currency.flatMap { Currency(code: $0) }
        }
    }

    @Test(arguments: all.filter { $0.refused == nil })
    func totals(_ expected: Expected) throws {
        let intake = try intake(of: expected)
        let report = intake.report
        let file = try #require(report.files.first)
        #expect(file.separator == (expected.separator == "\t" ? "tab" : expected.separator))
        if let rows = expected.rows { #expect(file.rows == rows) }
        #expect(report.orders == expected.orders)
        #expect(report.cancelledRows == expected.cancelled ?? 0)
        #expect(report.ignoredRows == expected.ignored ?? 0)
        #expect(report.rejectedRows[.noCustomer] ?? 0 == expected.without_customer ?? expected.rows_without_customer ?? 0)
        #expect(report.rejectedRows.values.reduce(0, +) == report.rejectedRows[.noCustomer] ?? 0, "\(report.rejectExamples)")
        #expect(report.zeroValueOrders == expected.zero_value ?? 0)
        #expect(report.adjustmentLines + report.freeLines == expected.lines_set_aside ?? 0)
        #expect(intake.orders.customers.count == expected.customers ?? expected.customers_with_orders_or_refunds)
        if let sources = expected.orders_by_source { #expect(report.ordersBySource == sources) }
        let times = (0..<intake.orders.count).map { intake.orders[$0].secondsSince1970 }
        #expect(times.min() == expected.first_order_seconds_since_1970)
        #expect(times.max() == expected.last_order_seconds_since_1970)

        var revenue: [String: Int64] = [:]
        var totals: [UInt64: Int64] = [:]
        for row in 0..<intake.orders.count {
            let order = intake.orders[row]
            revenue[intake.orders.currencies[Int(order.currency)].code, default: 0] += order.minorUnits
            totals[intake.orders.orderIDs[row / OrderTable.blockLength][row % OrderTable.blockLength]] = order.minorUnits
        }
        #expect(revenue == expected.revenue_minor_units)
        var refunded: [String: Int64] = [:]
        for refund in intake.refunds {
            let amount = try #require(refund.minorUnits ?? totals[refund.orderID])
            refunded[intake.orders.currencies[Int(refund.currency)].code, default: 0] += amount
        }
        #expect(intake.refunds.count == expected.refunds ?? 0)
        #expect(refunded == expected.refunded_minor_units ?? [:])
    }

    @Test(arguments: all.filter { $0.refused != nil })
    func refusals(_ expected: Expected) throws {
        let error = try #require(readingError { _ = try intake(of: expected) })
        #expect(error.description.contains(expected.refused ?? ""))
    }

    @Test(arguments: all.filter { $0.refused == nil })
    func smallBlocks(_ expected: Expected) throws {
        let whole = try intake(of: expected)
        let path = try #require(Self.folder?.appendingPathComponent(expected.file).path)
        let split = try read(files: [path], blockLength: 997) { options in
            options.timeZone = expected.options?.time_zone.flatMap { ShopTimeZone(identifier: $0) } ?? .utc
            options.currency = expected.options?.currency.flatMap { Currency(code: $0) }
        }
        #expect(split.orderLines == whole.orderLines)
        #expect(split.refundLines == whole.refundLines)
    }
}
