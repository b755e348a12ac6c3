public import ArgumentParser
public import Connectors
import CustomerValue
import Facts
import Foundation

/// The flags that say how files are to be understood where they do not say it themselves.
struct ReadingFlags: ParsableArguments {
    @Option(help: ArgumentHelp("The shop's time zone, in which its days begin and end.", valueName: "zone"))
    var timeZone = "UTC"

    @Option(help: ArgumentHelp("The shop's currency; by default the most frequent one of the files.", valueName: "code"))
    var currency: String?

    @Option(help: ArgumentHelp("Exchange rates, a CSV file with the columns date,from,to,rate.", valueName: "file"))
    var rates: String?

    @Option(help: "Which part of an order counts: all that was paid, without tax and shipping, or without shipping.")
    var value = ValueBasis.gross

    @Flag(help: "Count orders of value zero as purchases.")
    var countZeroValueOrders = false

    @Option(help: "The order of day and month in dates such as 03/04/2024.")
    var dateFormat: DateOrder?

    @Option(help: "What 1,234 means: point (a thousand) or comma (one and a bit).")
    var decimal: DecimalMark?

    @Option(help: ArgumentHelp("The files' encoding, such as windows-1250; by default it is found out.", valueName: "name"))
    var encoding: String?

    @Option(
        help: ArgumentHelp("The character between columns: comma, semicolon, tab or |; by default it is found out.", valueName: "character")
    )
    var separator: String?

    @Option(help: ArgumentHelp("What a status means: paid, cancelled, refunded or ignored. May be repeated.", valueName: "value=meaning"))
    var status: [String] = []

    @Option(help: ArgumentHelp("Write rejected rows with line, column and reason to this file.", valueName: "file"))
    var rejects: String?

    @Option(help: ArgumentHelp("The column of the customer's identifier.", valueName: "name")) var customerColumn: String?
    @Option(help: ArgumentHelp("The column of the customer's e-mail.", valueName: "name")) var emailColumn: String?
    @Option(help: ArgumentHelp("The column of the order's identifier.", valueName: "name")) var orderColumn: String?
    @Option(help: ArgumentHelp("The column of the order's date.", valueName: "name")) var dateColumn: String?
    @Option(help: ArgumentHelp("The column of the order's total.", valueName: "name")) var valueColumn: String?
    @Option(help: ArgumentHelp("The column of the currency.", valueName: "name")) var currencyColumn: String?
    @Option(help: ArgumentHelp("The column of the order's status.", valueName: "name")) var statusColumn: String?
    @Option(help: ArgumentHelp("The column of what was refunded.", valueName: "name")) var refundedColumn: String?
    @Option(help: ArgumentHelp("The column of shipping within the total.", valueName: "name")) var shippingColumn: String?
    @Option(help: ArgumentHelp("The column of tax within the total.", valueName: "name")) var taxColumn: String?
    @Option(help: ArgumentHelp("The column of a line's quantity.", valueName: "name")) var quantityColumn: String?
    @Option(help: ArgumentHelp("The column of a line's unit price.", valueName: "name")) var unitPriceColumn: String?
    @Option(help: ArgumentHelp("The column of where an order came from.", valueName: "name")) var sourceColumn: String?
    @Option(help: ArgumentHelp("The column of a product's name.", valueName: "name")) var productColumn: String?
    @Option(help: ArgumentHelp("The column of the discount code.", valueName: "name")) var discountColumn: String?

    /// What the reader is told.
    func options() throws -> ReadingOptions {
        var options = ReadingOptions()
        guard let zone = ShopTimeZone(identifier: timeZone) else {
            throw ValidationError("--time-zone: no zone is called '\(timeZone)'. Give an IANA name such as Europe/Warsaw or UTC.")
        }
        options.timeZone = zone
        if let currency {
            guard let known = Currency(code: currency) else {
                throw ValidationError("--currency: '\(currency)' is no ISO 4217 code. Give three letters such as EUR.")
            }
            options.currency = known
        }
        options.valueBasis = value
        options.dateOrder = dateFormat
        options.decimalMark = decimal
        options.encoding = encoding
        options.separator = try separatorByte()
        options.statuses = try statuses()
        let named: [OrderColumn: String?] = [
            .customer: customerColumn, .email: emailColumn, .orderID: orderColumn, .orderedAt: dateColumn, .value: valueColumn,
            .currency: currencyColumn, .status: statusColumn, .refunded: refundedColumn, .shipping: shippingColumn, .tax: taxColumn,
            .quantity: quantityColumn, .unitPrice: unitPriceColumn, .source: sourceColumn, .product: productColumn,
            .discount: discountColumn,
        ]
        options.columns = named.compactMapValues { $0 }
        return options
    }

    /// What the counting of orders is told.
    func summaryOptions(asOf: ShopDay?, timeZone: ShopTimeZone) throws -> SummaryOptions {
        let now = Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))
        var options = SummaryOptions(today: timeZone.day(of: now))
        options.asOf = asOf
        options.timeZone = timeZone
        options.currency = currency.flatMap { Currency(code: $0) }
        options.countsZeroValueOrders = countZeroValueOrders
        if let rates {
            do {
                options.rates = try ExchangeRates.read(path: rates)
            } catch {
                throw error.exit
            }
        }
        return options
    }

    func rejectSink() throws(ReadingError) -> RejectSink? {
        guard let rejects else { return nil }
        return try RejectSink(path: rejects)
    }

    /// Characters that can stand between columns: none that a value or a line is made of.
    private static let separators = Set(",;\t|:^~!#".utf8)

    private func separatorByte() throws -> UInt8? {
        guard let separator else { return nil }
        let names = ["comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|"]
        let character = names[separator.lowercased()] ?? separator
        guard character.utf8.count == 1, let byte = character.utf8.first, Self.separators.contains(byte) else {
            throw ValidationError("--separator is one character, or comma, semicolon, tab or pipe; not '\(separator)'.")
        }
        return byte
    }

    private func statuses() throws -> [String: OrderStatus] {
        var meanings: [String: OrderStatus] = [:]
        for entry in status {
            guard let equals = entry.lastIndex(of: "="),
                let meaning = OrderStatus(rawValue: entry[entry.index(after: equals)...].lowercased())
            else {
                let known = OrderStatus.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError(
                    "--status is VALUE=MEANING with a meaning of \(known), such as --status \"Wysłane=paid\"; not '\(entry)'.")
            }
            meanings[String(entry[..<equals]).trimmingCharacters(in: .whitespaces).lowercased()] = meaning
        }
        return meanings
    }
}

extension ValueBasis: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
extension DecimalMark: ExpressibleByArgument {}
