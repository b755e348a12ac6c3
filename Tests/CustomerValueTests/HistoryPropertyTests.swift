import Facts
import Testing

@testable import CustomerValue

@Suite("Sums of a shop's history")
struct HistoryPropertyTests {
    /// Three years of orders with same-day orders, refunds, free orders and a zone whose days are not those of UTC.
    private struct Shop {
        var rows: [(customer: String, time: String, value: Double, product: String, discount: String)] = []

        init(seed: UInt64) {
            var state = seed
            func next(_ bound: Int) -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33) % bound
            }
            for _ in 0..<1_500 {
                let day = ShopDay(daysSince1970: 18_900 + Int32(next(1_100)))
                let hour = next(24)
                let time = "\(day)T\(hour < 10 ? "0" : "")\(hour):00:00"
                let value = next(40) == 0 ? 0 : Double(next(20_000)) / 100
                rows.append(
                    ("c\(next(300))", time, value, ["", "tea", "mug", "kettle"][next(4)], ["", "", "WELCOME", "SUMMER"][next(4)]))
            }
        }

        func summaries(_ rows: [(customer: String, time: String, value: Double, product: String, discount: String)]) throws
            -> CustomerSummaries
        {
            var book = OrderBook()
            for (place, row) in rows.enumerated() {
                book.order(row.customer, row.time, row.value)
                book.label(place, product: row.product, discount: row.discount)
            }
            for number in 0..<60 { book.refund("c\(number * 5)", "2023-0\(1 + number % 9)-15", Double(number) * 20) }
            let zone = try #require(ShopTimeZone(identifier: "America/New_York"))
            return try book.summaries { $0.timeZone = zone }
        }
    }

    @Test("Months, cohorts and triangle add up to the customers' totals", arguments: [1, 2, 3] as [UInt64])
    func sums(seed: UInt64) throws {
        let shop = Shop(seed: seed)
        let summaries = try shop.summaries(shop.rows)
        let history = summaries.history
        // What a refund could not be taken off any order belongs to no month.
        let unmatched = summaries.unmatchedRefunds.values.reduce(0, +)
        let total = summaries.historicMinorUnits.reduce(0, +) + unmatched
        #expect(unmatched > 0)
        #expect(history.months.reduce(0) { $0 + $1.revenueMinorUnits } == total)
        #expect(history.cohorts.reduce(0) { $0 + $1.revenueMinorUnits } == total)
        #expect(history.months.reduce(0) { $0 + $1.orders } == summaries.report.purchases)
        #expect(history.months.reduce(0) { $0 + $1.newCustomers } == summaries.customersWithPurchase)
        #expect(history.cohorts.reduce(0) { $0 + $1.customers } == summaries.customersWithPurchase)
        #expect(history.customers == summaries.customersWithPurchase)
        #expect(history.oneTimeBuyers == summaries.frequency.count { $0 == 0 })
        #expect(history.secondPurchase.customers == summaries.frequency.count { $0 > 0 })
        let firstDays = (0..<summaries.count).filter(summaries.hasPurchase).reduce(Int64(0)) { sum, customer in
            let unmatched = summaries.unmatchedRefunds[UInt32(customer)] ?? 0
            return sum + summaries.historicMinorUnits[customer] + unmatched - summaries.repeatMinorUnits[customer]
        }
        #expect(history.cohorts.reduce(0) { $0 + $1.firstDayMinorUnits } == firstDays)

        let monthCount = history.months.count
        var revenue = [Int64](repeating: 0, count: monthCount)
        var customers = [Int](repeating: 0, count: monthCount)
        let first = try #require(history.months.first).month
        #expect(monthCount > Cohort.longestTriangle)
        for cohort in history.cohorts {
            #expect(cohort.valueWithin.compactMap(\.minorUnits).allSatisfy { $0 <= cohort.revenueMinorUnits })
            #expect(cohort.revenueByMonth.isEmpty || cohort.revenueByMonth.reduce(0, +) == cohort.revenueMinorUnits)
            #expect(cohort.customersByMonth.first.map { $0 == cohort.customers } ?? true)
            for (age, sum) in cohort.revenueByMonth.enumerated() { revenue[first.months(until: cohort.month) + age] += sum }
            for (age, count) in cohort.customersByMonth.enumerated() { customers[first.months(until: cohort.month) + age] += count }
        }
        // Where every cohort has a row, a month's column is the month; the first months' cohorts have none.
        let hidden = history.cohorts.filter(\.revenueByMonth.isEmpty).reduce(Int64(0)) { $0 + $1.revenueMinorUnits }
        #expect(hidden > 0 && revenue.reduce(0, +) == total - hidden)
        for (place, month) in history.months.enumerated() {
            #expect(revenue[place] <= month.revenueMinorUnits && customers[place] <= month.customers)
            #expect(month.newCustomers <= month.customers && month.customers <= month.orders)
        }

        let products = try #require(history.byFirstProduct)
        #expect(products.groups.map(\.name).sorted() == ["kettle", "mug", "tea"])
        let parts = products.groups.map(\.group) + [products.other, products.without]
        #expect(parts.reduce(0) { $0 + $1.customers } == products.all.customers)
        #expect(parts.reduce(0) { $0 + $1.laterMinorUnits } == products.all.laterMinorUnits)
        #expect(parts.reduce(0) { $0 + $1.returnedCustomers } == products.all.returnedCustomers)
        let old = (0..<summaries.count).filter { summaries.hasPurchase($0) && summaries.ageInDays[$0] >= LaterValue.windowInDays }
        #expect(products.all.customers == old.count && history.byFirstDiscount?.all == products.all)
    }

    @Test("The order of rows does not matter", arguments: [4, 5] as [UInt64])
    func orderOfRows(seed: UInt64) throws {
        let shop = Shop(seed: seed)
        let history = try shop.summaries(shop.rows).history
        #expect(try shop.summaries(shop.rows.reversed()).history == history)
        #expect(try shop.summaries(shop.rows.sorted { ($0.time, $0.value) < ($1.time, $1.value) }).history == history)
        #expect(try shop.summaries(shop.rows.sorted { ($0.product, $0.customer) > ($1.product, $1.customer) }).history == history)
    }

    @Test("Labels change nothing but what is said of labels")
    func labelsApart() throws {
        let shop = Shop(seed: 6)
        let labelled = try shop.summaries(shop.rows)
        let plain = try shop.summaries(shop.rows.map { ($0.customer, $0.time, $0.value, "", "") })
        #expect(plain.history.byFirstProduct == nil && plain.history.byFirstDiscount == nil)
        #expect(plain.history.months == labelled.history.months && plain.history.cohorts == labelled.history.cohorts)
        #expect(plain.historicMinorUnits == labelled.historicMinorUnits && plain.repeatMinorUnits == labelled.repeatMinorUnits)
        #expect(plain.lastOrderSeconds == labelled.lastOrderSeconds && plain.frequency == labelled.frequency)
    }

    @Test("Cohorts and later value are what a slow and simple count of the rows gives", arguments: [7, 8] as [UInt64])
    func slowCount(seed: UInt64) throws {
        // One order per customer and day, all paid: nothing to decide but days and months.
        var taken: Set<String> = []
        let rows = Shop(seed: seed).rows.filter { $0.value > 0 && taken.insert("\($0.customer) \($0.time.prefix(10))").inserted }
        var book = OrderBook()
        for row in rows { book.order(row.customer, String(row.time.prefix(10)), row.value, product: row.product) }
        let history = try book.summaries().history
        struct Bought {
            var day: ShopDay
            var cents: Int64
            var product: String
        }
        var customers: [String: [Bought]] = [:]
        for row in rows {
            let day = try #require(ShopDay(row.time.prefix(10)))
            customers[row.customer, default: []].append(Bought(day: day, cents: Int64((row.value * 100).rounded()), product: row.product))
        }
        let lives = customers.values.map { $0.sorted { $0.day < $1.day } }
        let byMonth = Dictionary(grouping: lives) { $0[0].day.description.prefix(7) }
        #expect(history.cohorts.map(\.month.description) == byMonth.keys.sorted().map(String.init))
        for cohort in history.cohorts {
            let members = byMonth[cohort.month.description.prefix(7)] ?? []
            #expect(cohort.customers == members.count)
            let youngest = try #require(members.map { $0[0].day }.max())
            #expect(cohort.youngestFirstDay == youngest)
            for window in cohort.valueWithin {
                let isKnown = youngest.advanced(byDays: window.days) <= history.asOf
                let sum = members.reduce(Int64(0)) { sum, life in
                    sum + life.filter { life[0].day.days(until: $0.day) <= window.days }.reduce(Int64(0)) { $0 + $1.cents }
                }
                #expect(window.minorUnits == (isKnown ? sum : nil))
            }
            for window in cohort.returnedWithin {
                let isKnown = youngest.advanced(byDays: window.days) <= history.asOf
                let returned = members.count { $0.count > 1 && $0[0].day.days(until: $0[1].day) <= window.days }
                #expect(window.customers == (isKnown ? returned : nil))
            }
            for (age, sum) in cohort.revenueByMonth.enumerated() {
                let month = cohort.month.advanced(byMonths: age).description
                let bought = members.joined().filter { $0.day.description.hasPrefix(month) }
                #expect(sum == bought.reduce(Int64(0)) { $0 + $1.cents })
                #expect(cohort.customersByMonth[age] == members.count { $0.contains { $0.day.description.hasPrefix(month) } })
            }
        }
        let gaps = lives.filter { $0.count > 1 }.map { $0[0].day.days(until: $0[1].day) }.sorted()
        #expect(history.secondPurchase.medianInDays == gaps[(gaps.count + 1) / 2 - 1])
        let old = lives.filter { $0[0].day.days(until: history.asOf) >= 90 && $0[0].product == "tea" }
        let tea = try #require(history.byFirstProduct?.groups.first { $0.name == "tea" }).group
        let later = old.map { life in life.dropFirst().filter { life[0].day.days(until: $0.day) <= 90 } }
        #expect(tea.customers == old.count && tea.returnedCustomers == later.count { !$0.isEmpty })
        #expect(tea.laterMinorUnits == later.joined().reduce(Int64(0)) { $0 + $1.cents })
    }
}
