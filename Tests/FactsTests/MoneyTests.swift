import Testing

@testable import Facts

@Suite("Money, currencies and rates")
struct MoneyTests {
    @Test("Amounts print in their currency's decimals")
    func printing() throws {
        let euro = try #require(Currency(code: "eur"))
        let yen = try #require(Currency(code: "JPY"))
        let dinar = try #require(Currency(code: "KWD"))
        #expect(Money(minorUnits: 123_450, currency: euro).description == "1234.50 EUR")
        #expect(Money(minorUnits: -5, currency: euro).decimalText == "-0.05")
        #expect(Money(minorUnits: 1234, currency: yen).decimalText == "1234")
        #expect(Money(minorUnits: 1234, currency: dinar).decimalText == "1.234")
        #expect(Currency.none.code == "XXX")
    }

    @Test("What is no code is refused", arguments: ["", "EU", "EURO", "E1R", "€"])
    func refuses(code: String) {
        #expect(Currency(code: code) == nil)
    }

    @Test("Rates: the latest on or before the day, rounded half away from zero, never inverted")
    func rates() throws {
        let euro = try #require(Currency(code: "EUR"))
        let zloty = try #require(Currency(code: "PLN"))
        let yen = try #require(Currency(code: "JPY"))
        let first = try #require(ShopDay("2024-01-01"))
        var rates = ExchangeRates()
        rates.add(.init(numerator: 43, decimals: 1), from: euro, to: zloty, on: first.advanced(byDays: 10))
        rates.add(.init(numerator: 42, decimals: 1), from: euro, to: zloty, on: first)
        rates.add(.init(numerator: 5, decimals: 3), from: yen, to: euro, on: first)
        func zlotys(_ minorUnits: Int64, _ day: Int) -> Int64? {
            rates.convert(Money(minorUnits: minorUnits, currency: euro), to: zloty, on: first.advanced(byDays: day))?.minorUnits
        }
        #expect(zlotys(1000, -1) == nil)
        #expect(zlotys(1000, 0) == 4200)
        #expect(zlotys(1000, 9) == 4200)
        #expect(zlotys(1000, 10) == 4300)
        #expect(zlotys(-25, 0) == -105)
        #expect(rates.convert(Money(minorUnits: 1, currency: yen), to: euro, on: first)?.minorUnits == 1)  // 0.5 cent
        #expect(rates.convert(Money(minorUnits: 100, currency: zloty), to: euro, on: first) == nil)
        #expect(rates.convert(Money(minorUnits: .max, currency: euro), to: zloty, on: first) == nil)
    }

    @Test("Records keep amounts of both signs, currency and flag")
    func records() {
        for amount in [0, 1, -1, 199, -OrderRecord.largestMinorUnits, OrderRecord.largestMinorUnits] as [Int64] {
            for currency in [0, 7, 255] as [UInt8] {
                var record = OrderRecord(customer: 3, secondsSince1970: .max, minorUnits: amount, currency: currency, isDateOnly: true)
                #expect(record.minorUnits == amount && record.currency == currency && record.isDateOnly)
                record.minorUnits = 5
                #expect(record.minorUnits == 5 && record.currency == currency && record.isDateOnly)
            }
        }
    }
}

@Suite("Customers by identifier")
struct CustomerKeysTests {
    @Test("Each identifier has one number, in order of first appearance, through many growths")
    func interning() {
        var keys = CustomerKeys()
        for round in 0..<2 {
            for number in 0..<20_000 {
                let text = "customer-\(number)"
                let index = text.withCString { keys.index(of: UnsafeRawBufferPointer(start: $0, count: text.utf8.count)) }
                #expect(index == UInt32(number), "round \(round)")
            }
        }
        #expect(keys.count == 20_000)
        #expect(keys.text(of: 12_345) == "customer-12345")
    }

    @Test("An empty identifier is an identifier like any other")
    func empty() {
        var keys = CustomerKeys()
        #expect(keys.index(of: UnsafeRawBufferPointer(start: nil, count: 0)) == 0)
        #expect(keys.index(of: UnsafeRawBufferPointer(start: nil, count: 0)) == 0)
        #expect(keys.text(of: 0) == "")
    }

    @Test("Fingerprints differ where texts do, also by length and by zero bytes")
    func fingerprints() {
        var seen: [Fingerprint: String] = [:]
        for length in 0..<40 {
            let text = String(repeating: "\0", count: length)
            #expect(seen.updateValue(text, forKey: Fingerprint(text)) == nil)
        }
        for number in 0..<50_000 { #expect(seen.updateValue("o\(number)", forKey: Fingerprint("o\(number)")) == nil) }
    }
}
