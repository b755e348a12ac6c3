import Facts
import Testing

@testable import CustomerValue

@Suite("Orders to customers")
struct SummaryTests {
    @Test("Purchases are days, what people see counts orders")
    func daysAndOrders() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01T08:00:00", 10)
        book.order("ann", "2024-01-01T20:00:00", 20)
        book.order("ann", "2024-01-11T08:00:00", 40)
        book.order("bob", "2024-01-31T08:00:00", 5)
        let summaries = try book.summaries()
        let ann = try #require(summaries.number("ann"))
        #expect(summaries.asOf.description == "2024-01-31")
        #expect(summaries.numberOfOrders[ann] == 3)
        #expect(summaries.frequency[ann] == 1 && summaries.recencyInDays[ann] == 10 && summaries.ageInDays[ann] == 30)
        #expect(summaries.historicMinorUnits[ann] == 7000)
        #expect(summaries.averageDaysBetweenOrders(ann) == 5)
        #expect(summaries.monetaryValueInMinorUnits(ann) == 4000)
        #expect(summaries.report.purchases == 4 && summaries.report.sameDayOrders == 1)
        #expect(summaries.daysToSecondPurchase.lastIndex(of: 1) == 10)
        let bob = try #require(summaries.number("bob"))
        #expect(summaries.ageInDays[bob] == 0 && summaries.averageDaysBetweenOrders(bob) == nil)
    }

    @Test("Gaps of a log of dates are whole days, also where clocks change")
    func gapsOfDates() throws {
        let warsaw = try #require(ShopTimeZone(identifier: "Europe/Warsaw"))
        var table = OrderTable()
        let ann = "ann".withCString { table.customers.index(of: UnsafeRawBufferPointer(start: $0, count: 3)) } ?? 0
        for text in ["2024-03-01", "2024-04-01"] {
            let start = warsaw.start(of: try #require(ShopDay(text)))
            table.append(
                OrderRecord(
                    customer: ann, secondsSince1970: UInt32(start.secondsSince1970), minorUnits: 100, currency: 0, isDateOnly: true),
                orderID: 0)
        }
        _ = table.number(of: .none)
        var options = SummaryOptions(today: try #require(ShopDay("2025-01-01")))
        options.timeZone = warsaw
        let summaries = try CustomerSummaries(orders: table, refunds: [], options: options)
        #expect(summaries.averageDaysBetweenOrders(0) == 31)
    }

    @Test("A clock set back over midnight makes no purchase earlier than the one before it")
    func clockSetBackOverMidnight() throws {
        // Newfoundland's clocks went from 00:01 on 7 November 2010 back to 23:01 on the 6th.
        var book = OrderBook()
        book.order("ann", "2010-11-07T02:30:30", 10)  // 00:00:30 on the 7th
        book.order("ann", "2010-11-07T02:40:00", 20)  // 23:10 on the 6th
        book.order("bob", "2010-11-10T12:00:00", 5)
        let zone = try #require(ShopTimeZone(identifier: "America/St_Johns"))
        let summaries = try book.summaries { $0.timeZone = zone }
        let ann = try #require(summaries.number("ann"))
        #expect(summaries.numberOfOrders[ann] == 2)
        #expect(summaries.frequency[ann] == 0 && summaries.recencyInDays[ann] == 0)
    }

    @Test("Rows in any order give the same summary")
    func unsorted() throws {
        var rows: [(String, String, Double)] = []
        var state: UInt64 = 7
        for _ in 0..<500 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let day = ShopDay(daysSince1970: 19_000 + Int32(state >> 33) % 400)
            rows.append(("c\(state >> 20 & 31)", "\(day)T\(10 + Int(state >> 50) % 10):00:00", Double(state >> 40 & 1023) / 4))
        }
        func summaries(_ rows: [(String, String, Double)]) throws -> [String: [Int64]] {
            var book = OrderBook()
            for row in rows { book.order(row.0, row.1, row.2) }
            for number in 0..<20 { book.refund("c\(number)", "2022-06-0\(1 + number % 9)", Double(number) * 3) }
            let result = try book.summaries()
            var named: [String: [Int64]] = [:]
            for customer in 0..<result.count {
                named[result.customers.text(of: UInt32(customer))] = [
                    Int64(result.numberOfOrders[customer]), result.historicMinorUnits[customer], Int64(result.frequency[customer]),
                    Int64(result.recencyInDays[customer]), Int64(result.ageInDays[customer]), result.repeatMinorUnits[customer],
                    Int64(result.firstOrderSeconds[customer]), Int64(result.lastOrderSeconds[customer]),
                ]
            }
            return named
        }
        let sorted = try summaries(rows.sorted { $0.1 < $1.1 })
        #expect(try summaries(rows) == sorted)
        #expect(try summaries(rows.sorted { $0.1 > $1.1 }) == sorted)
    }

    @Test("Days are days of the shop's zone")
    func zone() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01T22:30:00", 10)  // 23:30 in Warsaw
        book.order("ann", "2024-01-01T23:30:00", 10)  // 00:30 on the second
        #expect(try book.summaries().frequency[0] == 0)
        let warsaw = try #require(ShopTimeZone(identifier: "Europe/Warsaw"))
        let there = try book.summaries { $0.timeZone = warsaw }
        #expect(there.frequency[0] == 1 && there.recencyInDays[0] == 1 && there.asOf.description == "2024-01-02")
    }

    @Test("As-of means the end of that day; what comes later is left out and counted")
    func asOf() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01T23:59:59", 10)
        book.order("ann", "2024-01-02T00:00:00", 20)
        book.order("bob", "2024-01-02", 20)
        book.refund("ann", "2024-01-03", 5)
        let summaries = try book.summaries { $0.asOf = ShopDay("2024-01-01") }
        #expect(summaries.historicMinorUnits[0] == 1000 && summaries.ageInDays[0] == 0)
        #expect(summaries.report.ordersAfterAsOf == 2 && summaries.report.refundsAfterAsOf == 1)
        let bob = try #require(summaries.number("bob"))
        #expect(!summaries.isListed(bob) && summaries.customersWithPurchase == 1)
    }

    @Test("Orders in the future do not move the as-of day")
    func future() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 10)
        book.order("ann", "2031-01-01", 10)
        let summaries = try book.summaries()
        #expect(summaries.asOf.description == "2024-01-01")
        #expect(summaries.report.ordersInFuture == 1 && summaries.report.ordersAfterAsOf == 1)
    }

    @Test("No order until the as-of day is an error that names the first day")
    func nothing() throws {
        var book = OrderBook()
        #expect(throws: SummaryError.self) { try book.summaries() }
        book.order("ann", "2024-05-01", 10)
        let early = ShopDay("2024-01-01")
        #expect(throws: SummaryError.noOrders(asOf: try #require(early), firstOrder: ShopDay("2024-05-01"))) {
            try book.summaries { $0.asOf = early }
        }
    }

    @Test("Zero-value orders are no purchases, unless told otherwise")
    func zeroValue() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 0)
        book.order("ann", "2024-01-05", 10)
        book.order("bob", "2024-01-03", 0)
        let without = try book.summaries()
        #expect(without.numberOfOrders[0] == 1 && without.frequency[0] == 0 && without.report.zeroValueOrders == 2)
        let bob = try #require(without.number("bob"))
        #expect(without.isListed(bob) && !without.hasPurchase(bob) && without.customersWithPurchase == 1)
        let with = try book.summaries { $0.countsZeroValueOrders = true }
        #expect(with.numberOfOrders[0] == 2 && with.frequency[0] == 1 && with.customersWithPurchase == 2)
    }
}

@Suite("Refunds")
struct RefundTests {
    @Test("By order id; a fully refunded order is no purchase")
    func byOrder() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 30, id: "A")
        book.order("ann", "2024-01-10", 50, id: "B")
        book.refund("ann", "2024-01-12", 30, of: "A")
        book.refund("ann", "2024-01-12", 5.5, of: "B")
        let summaries = try book.summaries { $0.asOf = ShopDay("2024-02-01") }
        #expect(summaries.numberOfOrders[0] == 1 && summaries.frequency[0] == 0)
        #expect(summaries.historicMinorUnits[0] == 4450)
        #expect(summaries.ageInDays[0] == 22)
        #expect(summaries.report.fullyRefundedOrders == 1 && summaries.report.refundsMatchedByOrder == 2)
        #expect(summaries.report.refundedMinorUnits == 3550 && summaries.report.refundsUnmatched == 0)
    }

    @Test("Without an id: the customer's newest earlier orders first; the rest lowers historic CLV")
    func byCustomer() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 30)
        book.order("ann", "2024-01-10T15:00:00", 50)
        book.order("ann", "2024-01-20", 70)
        book.refund("ann", "2024-01-10", 60)  // by date alone: after that day's order
        book.refund("ann", "2023-12-31", 7)  // nothing before it
        let summaries = try book.summaries()
        #expect(summaries.numberOfOrders[0] == 2)
        #expect(summaries.historicMinorUnits[0] == 9000 - 700)
        #expect(summaries.repeatMinorUnits[0] == 7000)
        #expect(summaries.report.refundsUnmatched == 1 && summaries.report.unmatchedRefundMinorUnits == 700)
        #expect(summaries.report.refundsMatchedByCustomer == 1 && summaries.report.fullyRefundedOrders == 1)
    }

    @Test("A refund at midnight is not a refund of the whole day")
    func midnight() throws {
        var book = OrderBook()
        book.order("ann", "2024-03-01T10:00:00", 30)
        book.refund("ann", "2024-03-01T00:00:00", 30)
        let summaries = try book.summaries()
        #expect(summaries.numberOfOrders[0] == 1 && summaries.report.refundsUnmatched == 1)
    }

    @Test("A whole order given back, without an amount and without a date")
    func whole() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 30, id: "A")
        book.refund("ann", nil, nil, of: "A")
        let summaries = try book.summaries()
        #expect(summaries.isListed(0) && !summaries.hasPurchase(0))
        #expect(summaries.historicMinorUnits[0] == 0 && summaries.report.customersWithoutPurchase == 1)
    }

    @Test("More than the order: the excess is unmatched where nothing else can take it")
    func excess() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 30, id: "A")
        book.refund("ann", "2024-01-02", 45, of: "A")
        let summaries = try book.summaries { $0.asOf = ShopDay("2024-02-01") }
        #expect(summaries.historicMinorUnits[0] == -1500 && summaries.report.unmatchedRefundMinorUnits == 1500)
    }

    @Test("A refund that names its order takes no other one, whatever that order cannot cover")
    func namedOrderOnly() throws {
        var book = OrderBook()
        book.order("ada", "2024-01-01", 40, id: "1")
        book.order("ada", "2024-01-02", 40, id: "2")
        book.refund("ada", nil, nil, of: "1")
        book.refund("ada", "2024-01-03", 40, of: "1")  // told twice: the order's status and a file of refunds
        book.order("bob", "2024-01-02", 30, id: "4")
        book.refund("bob", "2024-01-03", 30, of: "3")  // an order that is not in the log
        let summaries = try book.summaries { $0.asOf = ShopDay("2024-02-01") }
        let ada = try #require(summaries.number("ada"))
        let bob = try #require(summaries.number("bob"))
        #expect(summaries.numberOfOrders[ada] == 1 && summaries.historicMinorUnits[ada] == 0)
        #expect(summaries.numberOfOrders[bob] == 1 && summaries.historicMinorUnits[bob] == 0)
        #expect(summaries.report.refundsUnmatched == 2 && summaries.report.unmatchedRefundMinorUnits == 7000)
    }

    @Test("Many refunds of one customer are taken in one pass")
    func manyRefunds() throws {
        var book = OrderBook()
        for number in 0..<20_000 { book.order("till", "2024-01-01", 10 + Double(number % 3)) }
        for _ in 0..<15_000 { book.refund("till", "2024-01-01", 11) }
        let summaries = try book.summaries { $0.asOf = ShopDay("2024-02-01") }
        let sold: Int64 = (0..<20_000).reduce(0) { $0 + Int64(1000 + 100 * ($1 % 3)) }
        #expect(summaries.historicMinorUnits[0] == sold - 15_000 * 1100)
    }

    @Test("Sums that leave 64 bits are held at the end and said")
    func overflow() throws {
        var book = OrderBook()
        for _ in 0..<1_000_000 { book.order("till", "2024-01-01", 9.9e10) }
        let summaries = try book.summaries { $0.asOf = ShopDay("2024-02-01") }
        #expect(summaries.historicMinorUnits[0] == .max && summaries.report.didOverflow)
        #expect(GroupFigures([0], summaries: summaries, predictions: nil).historicMinorUnits == .max)
    }

    @Test("Refunds of people without orders and in currencies without a rate are counted, not guessed")
    func strangers() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 30)
        book.refund("eve", "2024-01-01", 5)
        book.refund("ann", "2024-01-01", 5, "USD")
        let summaries = try book.summaries()
        #expect(summaries.report.refundsOfUnknownCustomers == 1 && summaries.report.refundsHeldAside == 1)
        #expect(summaries.historicMinorUnits[0] == 3000)
        let eve = try #require(summaries.number("eve"))
        #expect(!summaries.isListed(eve))
    }
}

@Suite("Currencies")
struct CurrencyTests {
    @Test("The most frequent is the shop's; others wait for a rate and are reported")
    func heldAside() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 1000, "JPY")
        book.order("ann", "2024-01-02", 10, "EUR")
        book.order("bob", "2024-01-03", 20, "EUR")
        let summaries = try book.summaries()
        #expect(summaries.currency.code == "EUR")
        #expect(summaries.numberOfOrders[0] == 1)
        #expect(summaries.report.heldAside.map(\.orders) == [1] && summaries.report.heldAside.first?.minorUnits == 1000)
    }

    @Test("Dated rates convert, at the order's day")
    func converted() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 1000, "JPY")
        book.order("ann", "2024-01-09", 1000, "JPY")
        book.order("bob", "2024-01-03", 20, "EUR")
        let yen = try #require(Currency(code: "JPY"))
        let euro = try #require(Currency(code: "EUR"))
        let summaries = try book.summaries {
            $0.currency = euro
            $0.rates.add(.init(numerator: 6, decimals: 3), from: yen, to: euro, on: ShopDay("2024-01-01") ?? $0.today)
            $0.rates.add(.init(numerator: 7, decimals: 3), from: yen, to: euro, on: ShopDay("2024-01-05") ?? $0.today)
        }
        #expect(summaries.historicMinorUnits[0] == 600 + 700)
        #expect(summaries.report.converted.first?.orders == 2 && summaries.report.heldAside.isEmpty)
    }

    @Test("A refund in the order's own currency is taken off before conversion")
    func refundInOrderCurrency() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 1000, "JPY", id: "A")
        book.refund("ann", "2024-01-09", 1000, "JPY", of: "A")
        book.order("ann", "2024-01-03", 20, "EUR")
        let yen = try #require(Currency(code: "JPY"))
        let euro = try #require(Currency(code: "EUR"))
        let summaries = try book.summaries {
            $0.currency = euro
            $0.asOf = ShopDay("2024-02-01")
            $0.rates.add(.init(numerator: 6, decimals: 3), from: yen, to: euro, on: ShopDay("2024-01-01") ?? $0.today)
            $0.rates.add(.init(numerator: 9, decimals: 3), from: yen, to: euro, on: ShopDay("2024-01-05") ?? $0.today)
        }
        #expect(summaries.historicMinorUnits[0] == 2000 && summaries.numberOfOrders[0] == 1)
    }
}
