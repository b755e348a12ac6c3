import Facts
import Testing

@testable import CustomerValue

@Suite("The shop by month and cohort")
struct HistoryTests {
    private func day(_ text: String) throws -> ShopDay { try #require(ShopDay(text)) }

    /// Two customers about new year in Warsaw, an hour east of UTC.
    private func aboutNewYear() throws -> ShopHistory {
        var book = OrderBook()
        book.order("ann", "2023-12-31T22:30:00", 10)  // 23:30 on 31 December
        book.order("bob", "2023-12-31T23:30:00", 20)  // 00:30 on 1 January
        book.order("ann", "2024-01-15T10:00:00", 30)
        book.order("ann", "2024-01-15T12:00:00", 5)
        book.order("bob", "2024-03-10T10:00:00", 40)
        let (asOf, zone) = (try day("2024-03-15"), try #require(ShopTimeZone(identifier: "Europe/Warsaw")))
        return try book.summaries { ($0.asOf, $0.timeZone) = (asOf, zone) }.history
    }

    @Test("Months are those of the shop's zone, also without a sale, and say whether they are complete")
    func months() throws {
        let months = try aboutNewYear().months
        #expect(months.map(\.month.description) == ["2023-12", "2024-01", "2024-02", "2024-03"])
        #expect(months.map(\.orders) == [1, 3, 0, 1])
        #expect(months.map(\.revenueMinorUnits) == [1_000, 5_500, 0, 4_000])
        #expect(months.map(\.customers) == [1, 2, 0, 1])
        #expect(months.map(\.newCustomers) == [1, 1, 0, 0])
        #expect(months.map(\.returningCustomers) == [0, 1, 0, 1])
        #expect(months.map(\.isComplete) == [false, true, true, false])
        #expect(months[1].averageOrderMinorUnits == 5_500.0 / 3)
        #expect(months[2].averageOrderMinorUnits == nil)
    }

    @Test("A cohort's value is added up by days after the first purchase day and by calendar months")
    func cohorts() throws {
        let cohorts = try aboutNewYear().cohorts
        #expect(cohorts.map(\.month.description) == ["2023-12", "2024-01"])
        #expect(cohorts.map(\.customers) == [1, 1])
        #expect(cohorts.map(\.youngestFirstDay.description) == ["2023-12-31", "2024-01-01"])
        #expect(cohorts.map(\.firstDayMinorUnits) == [1_000, 2_000])
        #expect(cohorts.map(\.revenueMinorUnits) == [4_500, 6_000])
        #expect(cohorts.map { $0.revenueByMonth } == [[1_000, 3_500, 0, 0], [2_000, 0, 4_000]])
        #expect(cohorts.map { $0.customersByMonth } == [[1, 1, 0, 0], [1, 0, 1]])
        #expect(cohorts[0].valueWithin.map(\.days) == [30, 90, 180, 365])
        // 75 and 74 days old: nothing is said of 90 days.
        #expect(cohorts[0].valueWithin.map(\.minorUnits) == [4_500, nil, nil, nil])
        #expect(cohorts[1].valueWithin.map(\.minorUnits) == [2_000, nil, nil, nil])
        #expect(cohorts[0].returnedWithin.map(\.share) == [nil, nil])
    }

    @Test("How soon customers come back, by purchase days")
    func secondPurchase() throws {
        let history = try aboutNewYear()
        let second = history.secondPurchase
        // Ann after 15 days, Bob after 69.
        #expect(second.customers == 2)
        #expect(second.firstQuartileInDays == 15 && second.medianInDays == 15 && second.thirdQuartileInDays == 69)
        #expect(second.returned?.minimumAgeInDays == 30 && second.returned?.customers == 2 && second.returned?.share == 1)
        #expect(history.customers == 2 && history.oneTimeBuyers == 0 && history.oneTimeShare == 0)
    }

    @Test("A day within a window is its last day, and a cohort exactly so old is old enough")
    func windowEnds() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 1)
        book.order("ann", "2024-01-31", 2)  // 30 days after
        book.order("ann", "2024-02-01", 4)  // 31
        book.order("ann", "2024-03-31", 8)  // 90
        book.order("bob", "2024-01-02", 16)
        book.order("bob", "2024-04-01", 32)  // 90
        let atNinety = try day("2024-04-01")
        let cohort = try #require(try book.summaries { $0.asOf = atNinety }.history.cohorts.first)
        #expect(cohort.valueWithin.map(\.minorUnits) == [1_900, 6_300, nil, nil])
        #expect(cohort.valueWithin[1].minorUnitsPerCustomer == 3_150)
        #expect(cohort.returnedWithin.map(\.customers) == [2, nil])
        let dayBefore = try day("2024-03-31")
        let younger = try #require(try book.summaries { $0.asOf = dayBefore }.history.cohorts.first)
        #expect(younger.valueWithin.map(\.minorUnits) == [1_900, nil, nil, nil])
        #expect(younger.returnedWithin.map(\.customers) == [nil, nil])
    }

    @Test("Who ordered again is told by purchase days, apart for 90 and 365 days")
    func returns() throws {
        var book = OrderBook()
        for (name, second) in [("ann", "2023-01-01"), ("bob", "2023-04-01"), ("cleo", "2023-04-02"), ("dan", "2024-01-02")] {
            book.order(name, "2023-01-01", 10)
            book.order(name, second, 10)
        }
        let asOf = try day("2024-02-01")
        let history = try book.summaries { $0.asOf = asOf }.history
        // Ann's two orders are one purchase; Bob came after 90 days, Cleo after 91, Dan after 366.
        #expect(history.cohorts[0].returnedWithin.map(\.customers) == [1, 2])
        #expect(history.cohorts[0].returnedWithin.map(\.share) == [0.25, 0.5])
        #expect(history.oneTimeBuyers == 1 && history.oneTimeShare == 0.25)
        #expect(history.secondPurchase.returned == .init(minimumAgeInDays: 365, customers: 4, returnedCustomers: 3))
    }

    @Test("Refunds lower the month and the cohort of their order, and an order given back in full is none")
    func refunds() throws {
        var book = OrderBook()
        book.order("cleo", "2024-01-01", 30, id: "c1")
        book.order("ann", "2024-01-10", 100, id: "a1")
        book.order("ann", "2024-02-10", 50, id: "a2")
        book.order("dan", "2024-01-05", 70, id: "d1")
        book.order("dan", "2024-02-07", 20, id: "d2")
        book.refund("ann", "2024-03-01", 40, of: "a1")
        book.refund("cleo", "2024-03-01", nil, of: "c1")
        book.refund("dan", "2024-03-01", nil, of: "d1")
        let asOf = try day("2024-03-31")
        let summaries = try book.summaries { $0.asOf = asOf }
        let history = summaries.history
        #expect(history.months.map(\.month.description) == ["2024-01", "2024-02", "2024-03"])
        #expect(history.months.map(\.orders) == [1, 2, 0])
        #expect(history.months.map(\.revenueMinorUnits) == [6_000, 7_000, 0])
        // Cleo's order is no purchase, and yet it shows that the log had begun.
        #expect(history.months.map(\.isComplete) == [true, true, true])
        #expect(history.customers == 2 && summaries.report.customersWithoutPurchase == 1)
        #expect(history.cohorts.map(\.month.description) == ["2024-01", "2024-02"])
        #expect(history.cohorts.map(\.firstDayMinorUnits) == [6_000, 2_000])
        #expect(history.cohorts.map(\.revenueMinorUnits) == [11_000, 2_000])
        #expect(history.oneTimeBuyers == 1)
    }

    @Test("A shop whose orders were all given back has no months")
    func nothingSold() throws {
        var book = OrderBook()
        book.order("cleo", "2024-01-01", 30, id: "c1")
        book.refund("cleo", "2024-03-01", nil, of: "c1")
        let asOf = try day("2024-03-31")
        let history = try book.summaries { $0.asOf = asOf }.history
        #expect(history.months.isEmpty && history.cohorts.isEmpty && history.oneTimeShare == nil)
        #expect(history.secondPurchase == SecondPurchase() && history.asOf == asOf)
    }

    @Test("The triangle has the newest 36 months, each row as long as its cohort is old")
    func triangle() throws {
        var book = OrderBook()
        let first = ShopMonth(try day("2020-01-01"))
        for month in 0..<40 {
            book.order("c\(month)", "\(first.advanced(byMonths: month))-20", 1)
            book.order("c\(month)", "2023-04-25", 2)
        }
        let cohorts = try book.summaries().history.cohorts
        #expect(cohorts.count == 40)
        #expect(cohorts.map(\.revenueByMonth.count) == [0, 0, 0, 0] + (1...36).reversed())
        #expect(cohorts.map(\.customersByMonth.count) == [0, 0, 0, 0] + (1...36).reversed())
        #expect(cohorts[4].revenueByMonth.first == 100 && cohorts[4].revenueByMonth.last == 200)
        #expect(cohorts[39].revenueByMonth == [300] && cohorts[39].customersByMonth == [1])
    }

    @Test("An as-of day long after the last order adds months without a sale, bounded by what an order's time can be")
    func farAsOf() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-01", 10)
        let asOf = try day("9999-12-31")
        let history = try book.summaries { ($0.asOf, $0.today) = (asOf, asOf) }.history
        #expect(history.months.last?.month.description == "2106-02" && history.months.count == 986)
        #expect(history.cohorts[0].valueWithin.map(\.minorUnits) == [1_000, 1_000, 1_000, 1_000])
    }

    @Test("Sums beyond 64 bits stay the largest number")
    func saturates() throws {
        let day = try day("2024-01-01")
        var counter = HistoryCounter(logBegan: day, asOf: day.advanced(byDays: 40), products: nil, discounts: nil)
        for gap in [0, 0, 10, 40] as [Int32] { counter.add(.max / 2, day: day.daysSince1970 + gap, place: 0) }
        counter.endCustomer(secondDay: day.daysSince1970 + 10, labels: [], rows: [])
        let history = counter.finish(daysToSecondPurchase: [0, 1])
        #expect(history.months.map(\.revenueMinorUnits) == [.max, .max / 2])
        let cohort = try #require(history.cohorts.first)
        #expect(cohort.firstDayMinorUnits == .max - 1 && cohort.revenueMinorUnits == .max)
        #expect(cohort.valueWithin[0].minorUnits == .max && cohort.revenueByMonth == [.max, .max / 2])
    }
}
