import Facts

extension OrderTable {
    /// The currency of most orders, of equals the first in the alphabet; `nil` for no orders.
    func mostFrequentCurrency() -> Currency? {
        guard currencies.count > 1 else { return count > 0 ? currencies.first : nil }
        var counts = [Int](repeating: 0, count: 256)
        for block in blocks {
            for order in block { counts[Int(order.currency)] += 1 }
        }
        var best = 0
        for index in currencies.indices {
            let isFirst = currencies[index].code < currencies[best].code
            if counts[index] > counts[best] || counts[index] == counts[best] && isFirst { best = index }
        }
        return counts[best] > 0 ? currencies[best] : nil
    }
}

/// Brings amounts into the shop's currency and keeps account of what could not be brought.
struct CurrencyConversion {
    let currencies: [Currency]
    let shopCurrency: Currency
    let rates: ExchangeRates
    /// Converted and held aside orders, by currency number.
    private var converted: [UInt8: (orders: Int, minorUnits: Int64)] = [:]
    private var heldAside: [UInt8: (orders: Int, minorUnits: Int64)] = [:]
    private let shopNumber: Int?

    init(currencies: [Currency], shopCurrency: Currency, rates: ExchangeRates) {
        self.currencies = currencies
        self.shopCurrency = shopCurrency
        self.rates = rates
        shopNumber = currencies.firstIndex(of: shopCurrency)
    }

    /// Whether amounts of a currency number need no conversion.
    func isShopCurrency(_ number: UInt8) -> Bool { Int(number) == shopNumber }

    /// Minor units of the shop's currency; `nil` without a rate.
    func minorUnits(_ amount: Int64, currency number: UInt8, on day: ShopDay) -> Int64? {
        if isShopCurrency(number) { return amount }
        let money = Money(minorUnits: amount, currency: currencies[Int(number)])
        guard let inShop = rates.convert(money, to: shopCurrency, on: day), inShop.minorUnits.magnitude <= OrderRecord.largestMinorUnits
        else {
            return nil
        }
        return inShop.minorUnits
    }

    /// The same for an order, which is counted as converted or held aside.
    mutating func orderMinorUnits(_ amount: Int64, currency number: UInt8, on day: ShopDay) -> Int64? {
        guard let result = minorUnits(amount, currency: number, on: day) else {
            heldAside[number, default: (0, 0)].orders += 1
            heldAside[number, default: (0, 0)].minorUnits.add(amount)
            return nil
        }
        converted[number, default: (0, 0)].orders += 1
        converted[number, default: (0, 0)].minorUnits.add(amount)
        return result
    }

    /// Writes the account into a report, in the order in which currencies were met.
    func report(into report: inout SummaryReport) {
        func lines(_ counts: [UInt8: (orders: Int, minorUnits: Int64)]) -> [SummaryReport.InCurrency] {
            counts.sorted { $0.key < $1.key }.map {
                SummaryReport.InCurrency(currency: currencies[Int($0.key)], orders: $0.value.orders, minorUnits: $0.value.minorUnits)
            }
        }
        report.converted = lines(converted)
        report.heldAside = lines(heldAside)
    }
}
