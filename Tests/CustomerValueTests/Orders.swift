import Facts

@testable import CustomerValue

/// A table of orders written by hand: `("ann", "2024-01-05", 12.5)` or with a time, `"2024-01-05T23:30:00"` (UTC).
struct OrderBook {
    var table = OrderTable()
    var refunds: [RefundRecord] = []

    mutating func customer(_ name: String) -> UInt32 {
        name.withCString { table.customers.index(of: UnsafeRawBufferPointer(start: $0, count: name.utf8.count)) } ?? 0
    }

    static func seconds(_ text: String) -> UInt32 {
        let day = ShopDay(text.prefix(10)) ?? ShopDay(daysSince1970: 0)
        let time = text.dropFirst(11).split(separator: ":").map { Int64($0) ?? 0 }
        let ofDay = time.count == 3 ? time[0] * 3600 + time[1] * 60 + time[2] : 0
        return UInt32(Int64(day.daysSince1970) * 86_400 + ofDay)
    }

    mutating func order(
        _ name: String, _ time: String, _ value: Double, _ currency: String = "EUR", product: String = "", discount: String = "",
        id: String = ""
    ) {
        let currency = Currency(code: currency) ?? .none
        let record = OrderRecord(
            customer: customer(name), secondsSince1970: Self.seconds(time),
            minorUnits: Int64((value * Double(currency.minorUnitsPerMajor)).rounded()), currency: table.number(of: currency) ?? 0,
            isDateOnly: time.count == 10)
        table.append(record, orderID: id.isEmpty ? 0 : Fingerprint(id).value)
        label(table.count - 1, product: product, discount: discount)
    }

    /// Labels a row; an empty text is no label.
    mutating func label(_ row: Int, product: String, discount: String) {
        table.firstProducts[row] = table.firstProducts.number(of: product)
        table.discounts[row] = table.discounts.number(of: discount)
    }

    mutating func refund(_ name: String, _ time: String?, _ value: Double?, _ currency: String = "EUR", of id: String = "") {
        let currency = Currency(code: currency) ?? .none
        refunds.append(
            RefundRecord(
                customer: customer(name), secondsSince1970: time.map(Self.seconds), isDateOnly: time?.count == 10,
                minorUnits: value.map { Int64(($0 * Double(currency.minorUnitsPerMajor)).rounded()) },
                currency: table.number(of: currency) ?? 0, orderID: id.isEmpty ? 0 : Fingerprint(id).value))
    }

    func summaries(_ change: (inout SummaryOptions) -> Void = { _ in }) throws -> CustomerSummaries {
        var options = SummaryOptions(today: ShopDay(year: 2026, month: 1, day: 1) ?? ShopDay(daysSince1970: 0))
        change(&options)
        return try CustomerSummaries(orders: table, refunds: refunds, options: options)
    }
}

extension CustomerSummaries {
    /// The number of a customer known by name.
    func number(_ name: String) -> Int? { (0..<count).first { customers.text(of: UInt32($0)) == name } }
}
