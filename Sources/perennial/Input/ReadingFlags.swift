import ArgumentParser
import Connectors
import CustomerValue
import Facts
import Foundation

/// The flags of commands that read orders and count them at once.
struct ReadingFlags: ParsableArguments {
    @Option(help: ArgumentHelp("The shop's time zone, in which its days begin and end.", valueName: "zone"))
    var timeZone = "UTC"

    @Option(help: ArgumentHelp("The shop's currency; by default the most frequent one of the files.", valueName: "code"))
    var currency: String?

    @Option(help: ArgumentHelp("Exchange rates, a CSV file with the columns date,from,to,rate.", valueName: "file"))
    var rates: String?

    @Flag(help: "Count orders of value zero as purchases.")
    var countZeroValueOrders = false

    @Option(help: ArgumentHelp("Write rejected rows with line, column and reason to this file.", valueName: "file"))
    var rejects: String?

    @OptionGroup var text: TextFlags
    @OptionGroup var orders: OrderFlags

    /// Which part of an order counts.
    var value: ValueBasis { orders.value }

    /// What the reader is told.
    func options() throws -> ReadingOptions {
        var options = ReadingOptions()
        options.timeZone = try TextFlags.zone(timeZone)
        options.currency = try currency.map { try TextFlags.currency($0) }
        try text.add(to: &options)
        try orders.add(to: &options)
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
}
