import Facts
import Foundation
import Testing

@testable import Connectors

/// The shop files read by a slow and simple reader that shares nothing with the product's but recognition and value parsers.
@Suite("Shop files")
struct ShopFixturesTests {
    struct Expected: Decodable, Sendable, CustomTestStringConvertible {
        var file: String
        var refused: String?
        var dialect: String?
        var encoding: String?
        var separator: String?
        var orders: Int?
        var revenue_minor_units: [String: Int64]?
        var testDescription: String { file }
    }

    static let files: [Expected] = {
        struct Files: Decodable { var files: [Expected] }
        guard let url = folder?.appendingPathComponent("expected.json"), let data = try? Data(contentsOf: url) else { return [] }
        return (try? JSONDecoder().decode(Files.self, from: data))?.files ?? []
    }()

    static let folder = Bundle.module.resourceURL?.appendingPathComponent("Fixtures/shops")

    @Test("all files are there")
    func complete() { #expect(Self.files.count == 13) }

    @Test("header, statuses, dates and amounts give the true totals", arguments: files.filter { $0.refused == nil })
    func totals(expected: Expected) throws {
        let records = try Self.records(expected)
        let plan = try ColumnPlan.recognize(header: records[0], file: expected.file, options: ReadingOptions())
        #expect(plan.dialect.rawValue == expected.dialect)

        var dates = DateParser(order: plan.dateOrder)
        var amounts = AmountParser(mark: nil)
        var orders: Set<String> = []
        var revenue: [String: Int64] = [:]
        for row in records.dropFirst() {
            if plan.rows == .lineWithTotalOnFirst, let value = plan.value, row[value].isEmpty { continue }
            switch dates.parse(row[plan.orderedAt]) {
            case .moment, .ambiguous: break
            case .empty, .rejected: Issue.record("\(row[plan.orderedAt]) is no date")
            }
            if let status = plan.status {
                let meaning = try #require(StatusWords.meaning(of: row[status], dialect: plan.dialect), "\(row[status])")
                if meaning == .cancelled || meaning == .ignored { continue }
            }
            if let cancelled = plan.cancelledAt, !row[cancelled].isEmpty { continue }
            let who = try #require(plan.email ?? plan.customerID)
            if row[who].trimmingCharacters(in: .whitespaces).isEmpty { continue }
            guard let orderID = plan.orderID, !row[orderID].hasPrefix("C") else { continue }
            var (minor, sign) = try amount(row, plan, &amounts)
            if plan.rows == .lineToSum, minor <= 0 { continue }
            if sign == nil { sign = plan.defaultCurrency?.code }
            let currency = plan.currency.map { row[$0] } ?? sign ?? "EUR"
            orders.insert(row[orderID])
            revenue[currency, default: 0] += minor
        }
        #expect(orders.count == expected.orders)
        #expect(revenue == expected.revenue_minor_units)
    }

    @Test("what is refused is refused with the advice", arguments: files.filter { $0.refused != nil && $0.file.hasSuffix(".csv") })
    func refused(expected: Expected) throws {
        let header = try Self.records(expected)[0]
        let error = try #require(throws: ReadingError.self) {
            _ = try ColumnPlan.recognize(header: header, file: expected.file, options: ReadingOptions())
        }
        #expect(error.description.contains(expected.refused ?? ""))
    }

    private func amount(_ row: [String], _ plan: ColumnPlan, _ amounts: inout AmountParser) throws -> (minor: Int64, sign: String?) {
        guard let value = plan.value else {
            let quantity = try #require(Int64(row[plan.quantity ?? 0]))
            guard case .amount(let price, _) = amounts.parse(row[plan.unitPrice ?? 0]) else { return (0, nil) }
            return (quantity * price, nil)
        }
        guard case .amount(let minor, let sign) = amounts.parse(row[value]) else {
            Issue.record("\(row[value]) is no amount")
            return (0, nil)
        }
        if case .currency(let currency) = sign { return (minor, currency.code) }
        return (minor, nil)
    }

    // MARK: - The simple reader

    static func records(_ expected: Expected) throws -> [[String]] {
        let url = try #require(folder).appendingPathComponent(expected.file)
        let text = try decode(Data(contentsOf: url), expected.encoding ?? "utf-8")
        let separator = Character(expected.separator ?? (text.prefix(40).contains(";") ? ";" : ","))
        var records: [[String]] = []
        var record: [String] = []
        var field = ""
        var isQuoted = false
        for character in text {
            if character == "\"" {
                // A doubled quote closes and opens again; the first of it is restored here.
                if !isQuoted, field.last == "\u{1}" {
                    field.removeLast()
                    field.append("\"")
                } else if isQuoted {
                    field.append("\u{1}")
                }
                isQuoted.toggle()
            } else if isQuoted {
                field.append(character)
            } else if character == separator || character.isNewline {
                record.append(field.filter { $0 != "\u{1}" })
                field = ""
                if character.isNewline {
                    records.append(record)
                    record = []
                }
            } else {
                field.append(character)
            }
        }
        return records.filter { $0.count > 1 }
    }

    private static func decode(_ data: Data, _ encoding: String) throws -> String {
        switch encoding {
        case "windows-1252": return try #require(String(data: data, encoding: .windowsCP1252))
        case "windows-1250": return try #require(String(data: data, encoding: .windowsCP1250))
        case "iso-8859-2": return try #require(String(data: data, encoding: .isoLatin2))
        case "iso-8859-15":
            // It differs from ISO-8859-1 in eight places; the euro sign is the one that matters here.
            return String(data.map { $0 == 0xA4 ? "€" : Character(Unicode.Scalar($0)) })
        case "utf-16le": return try #require(String(data: data, encoding: .utf16))
        default: return try #require(String(data: data, encoding: .utf8))
        }
    }
}
