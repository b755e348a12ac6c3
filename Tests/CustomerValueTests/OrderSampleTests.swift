import BuyTillYouDie
import Facts
import Testing

@testable import CustomerValue

@Suite("The orders of an earlier day")
struct OrderSampleTests {
    /// What is known of a customer, by name, to compare shops whose customers are numbered differently.
    private struct Known: Equatable {
        var frequency: Int32
        var recency: Int32
        var age: Int32
        var orders: Int32
        var historic: Int64
        var repeats: Int64
        var rhythm: PurchaseRhythm
        var unmatched: Int64?

        static func all(_ summaries: CustomerSummaries, names: [String]? = nil) -> [String: Known] {
            var known: [String: Known] = [:]
            for customer in 0..<summaries.count where summaries.isListed(customer) {
                known[names?[customer] ?? summaries.customers.text(of: UInt32(customer))] = Known(
                    frequency: summaries.frequency[customer], recency: summaries.recencyInDays[customer],
                    age: summaries.ageInDays[customer], orders: summaries.numberOfOrders[customer],
                    historic: summaries.historicMinorUnits[customer], repeats: summaries.repeatMinorUnits[customer],
                    rhythm: summaries.rhythm[customer], unmatched: summaries.unmatchedRefunds[UInt32(customer)])
            }
            return known
        }
    }

    private typealias Row = (customer: String, time: String, value: Double, id: String)

    private func rows(seed: UInt64) -> [Row] {
        var generator = SeededGenerator(seed: seed)
        return (0..<700).map { number in
            let day = ShopDay(daysSince1970: 18_900 + Int32(generator.next() % 800))
            let hour = generator.next() % 24
            let value = generator.next() % 30 == 0 ? 0 : Double(generator.next() % 20_000) / 100
            return ("c\(generator.next() % 150)", "\(day)T\(hour < 10 ? "0" : "")\(hour):00:00", value, "o\(number)")
        }
    }

    private func book(_ rows: [Row]) -> OrderBook {
        var book = OrderBook()
        for row in rows { book.order(row.customer, row.time, row.value, id: row.id) }
        for number in 0..<40 {
            book.refund("c\(number * 3)", "2022-\(number % 3 == 0 ? "11" : "06")-15", Double(number) * 9)
            if let row = rows.first(where: { $0.id == "o\(number * 7)" }) { book.refund(row.customer, row.time, 5, of: row.id) }
        }
        return book
    }

    private func inNewYork(_ options: inout SummaryOptions) { options.timeZone = ShopTimeZone(identifier: "America/New_York") ?? .utc }

    @Test("Everybody's sample is the shop as it is counted, on every day and whatever the order of rows", arguments: [1, 2] as [UInt64])
    func whole(seed: UInt64) throws {
        let rows = rows(seed: seed)
        var generator = SeededGenerator(seed: seed)
        let sample = book(rows).sample(change: inNewYork)
        let shuffled = book(rows.shuffled(using: &generator)).sample(change: inNewYork)
        let names = book(rows).namesInSample
        #expect(sample.isWhole && sample.customers == names.count && sample.outOf == names.count && sample.currency?.code == "EUR")
        for day in [19_000, 19_300, 19_699] as [Int32] {
            let asOf = ShopDay(daysSince1970: day)
            let direct = try book(rows).summaries {
                inNewYork(&$0)
                $0.asOf = asOf
            }
            let counted = try sample.summaries(asOf: asOf)
            let again = try shuffled.summaries(asOf: asOf)
            #expect(Known.all(counted, names: names) == Known.all(direct) && Known.all(again, names: names) == Known.all(direct))
            // Numbers too do not depend on the order of rows.
            #expect(counted.frequency == again.frequency && counted.historicMinorUnits == again.historicMinorUnits)
            #expect(counted.rhythm == again.rhythm)
        }
        #expect(try !sample.summaries(asOf: ShopDay(daysSince1970: 19_699)).unmatchedRefunds.isEmpty)
    }

    @Test("A limited sample is the same part of the customers for any order of rows, and each counts as before")
    func limited() throws {
        let rows = rows(seed: 3)
        var generator = SeededGenerator(seed: 3)
        let asOf = ShopDay(daysSince1970: 19_500)
        let names = book(rows).namesInSample
        let all = Known.all(try book(rows).sample().summaries(asOf: asOf), names: names)
        let part = book(rows).sample(limit: 40)
        #expect(part.customers == 40 && part.outOf == names.count && !part.isWhole)
        let known = Known.all(try part.summaries(asOf: asOf), names: names)
        #expect(known == Known.all(try book(rows.shuffled(using: &generator)).sample(limit: 40).summaries(asOf: asOf), names: names))
        #expect(!known.isEmpty && known.allSatisfy { all[$0.key] == $0.value })
        // A smaller sample is part of a larger one.
        let less = Known.all(try book(rows).sample(limit: 10).summaries(asOf: asOf), names: names)
        #expect(less.count <= 10 && less.allSatisfy { known[$0.key] == $0.value })
        let outcomes = part.outcomes(after: asOf, days: 100)
        #expect(outcomes.orders.count == 40)
        #expect(book(rows).sample(limit: 0).customers == 0)
    }

    @Test("Refunds after a day leave it as it was, refunds by then do not")
    func refunds() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-10", 100, id: "a1")
        book.order("ann", "2024-02-10", 60, id: "a2")
        book.order("ben", "2024-01-10", 80)
        book.refund("ann", "2024-03-05", 100, of: "a1")
        book.refund("ben", "2024-03-05", 30)
        let sample = book.sample()
        let before = try sample.summaries(asOf: try #require(ShopDay("2024-03-04")))
        let after = try sample.summaries(asOf: try #require(ShopDay("2024-03-05")))
        let ann = try #require(book.namesInSample.firstIndex(of: "ann"))
        let ben = 1 - ann
        #expect(before.historicMinorUnits[ann] == 16_000 && before.historicMinorUnits[ben] == 8_000 && before.numberOfOrders[ann] == 2)
        #expect(before.report.refundsAfterAsOf == 2)
        #expect(after.historicMinorUnits[ann] == 6_000 && after.historicMinorUnits[ben] == 5_000 && after.numberOfOrders[ann] == 1)
        // What came after the 4th: no order. The refunds are of earlier ones.
        let came = sample.outcomes(after: try #require(ShopDay("2024-03-04")), days: 30)
        #expect(came.orders.allSatisfy { $0 == 0 } && came.minorUnits.allSatisfy { $0 == 0 })
        // What came after 1 February, seen at once and seen after the refunds.
        let soon = sample.outcomes(after: try #require(ShopDay("2024-02-01")), days: 10)
        #expect(soon.minorUnits[ann] == 6_000 && soon.minorUnits[ben] == 0)
    }

    @Test("What came is counted from the first to the last second of the days after, where midnight does not exist or comes twice")
    func borders() throws {
        // In Havana clocks go from midnight to one on 10 March, and from one back to midnight on 3 November 2024.
        let zone = try #require(ShopTimeZone(identifier: "America/Havana"))
        func came(_ cutoff: String, days: Int, _ times: [String]) throws -> (orders: Int32, days: Int32) {
            var book = OrderBook()
            book.order("ann", "2024-01-01T12:00:00", 1)
            for time in times { book.order("ann", time, 10) }
            let outcomes = book.sample { $0.timeZone = zone }.outcomes(after: try #require(ShopDay(cutoff)), days: days)
            #expect(outcomes.minorUnits[0] == Int64(outcomes.orders[0]) * 1_000)
            return (outcomes.orders[0], outcomes.purchaseDays[0])
        }
        #expect(try came("2024-03-09", days: 1, ["2024-03-10T04:59:59", "2024-03-11T04:00:00"]) == (0, 0))
        #expect(try came("2024-03-09", days: 1, ["2024-03-10T05:00:00", "2024-03-11T03:59:59"]) == (2, 1))
        #expect(try came("2024-11-02", days: 1, ["2024-11-03T03:59:59", "2024-11-04T05:00:00"]) == (0, 0))
        #expect(try came("2024-11-02", days: 1, ["2024-11-03T04:00:00", "2024-11-03T05:00:00", "2024-11-04T04:59:59"]) == (3, 1))
        #expect(try came("2024-11-02", days: 2, ["2024-11-03T04:00:00", "2024-11-04T05:00:00", "2024-11-05T04:59:59"]) == (3, 2))
        // In Sao Paulo the last hour of 17 February 2018 came twice.
        let brazil = try #require(ShopTimeZone(identifier: "America/Sao_Paulo"))
        var book = OrderBook()
        for time in ["2018-02-18T01:59:59", "2018-02-18T02:30:00", "2018-02-18T03:00:00", "2018-02-19T02:59:59"] {
            book.order("ann", time, 10)
        }
        let sample = book.sample { $0.timeZone = brazil }
        #expect(sample.outcomes(after: try #require(ShopDay("2018-02-16")), days: 1).orders[0] == 2)
        #expect(sample.outcomes(after: try #require(ShopDay("2018-02-17")), days: 1).orders[0] == 2)
    }

    @Test("Days cut anywhere: what came before and after adds up to all there is", arguments: [4, 5] as [UInt64])
    func adding(seed: UInt64) throws {
        let rows = rows(seed: seed)
        var plain = OrderBook()
        for row in rows { plain.order(row.customer, row.time, row.value, id: row.id) }
        let sample = plain.sample(change: inNewYork)
        let last = ShopDay(daysSince1970: 19_700)
        let all = try sample.summaries(asOf: last)
        for day in [18_950, 19_200, 19_640] as [Int32] {
            let cutoff = ShopDay(daysSince1970: day)
            let known = try sample.summaries(asOf: cutoff)
            let came = sample.outcomes(after: cutoff, days: cutoff.days(until: last))
            for customer in 0..<all.count {
                let days = known.hasPurchase(customer) ? known.frequency[customer] + 1 : 0
                #expect(days + came.purchaseDays[customer] == (all.hasPurchase(customer) ? all.frequency[customer] + 1 : 0))
                #expect(known.numberOfOrders[customer] + came.orders[customer] == all.numberOfOrders[customer])
                #expect(known.historicMinorUnits[customer] + came.minorUnits[customer] == all.historicMinorUnits[customer])
            }
        }
    }

    @Test("The rhythm of purchase days is what the days say")
    func rhythm() throws {
        var book = OrderBook()
        let asOf = try #require(ShopDay("2024-12-31"))
        for back in [500, 365, 364, 180, 179, 90, 89, 30, 29, 29, 0] { book.order("ann", asOf.advanced(byDays: -back).description, 12) }
        book.order("ben", "2024-01-01", 7)
        let summaries = try book.summaries { $0.asOf = asOf }
        let ann = summaries.rhythm[try #require(summaries.number("ann"))]
        #expect(ann.within30Days == 2 && ann.within90Days == 4 && ann.within180Days == 6 && ann.within365Days == 8)
        #expect(ann.lastGapInDays == 29 && ann.lastDayMinorUnits == 1_200)
        let gaps: [Float] = [135, 1, 184, 1, 89, 1, 59, 1, 29]
        #expect(ann.squaredGaps == gaps.reduce(0) { $0 + $1 * $1 })
        let ben = summaries.rhythm[try #require(summaries.number("ben"))]
        #expect(ben.lastGapInDays == 0 && ben.squaredGaps == 0 && ben.lastDayMinorUnits == 700 && ben.within365Days == 0)
    }
}

@Suite("Forecasts know nothing of later days")
struct NoLeakTests {
    private static let cutoff = ShopDay(daysSince1970: 19_500)
    private static let horizon = 60

    private struct Row {
        var customer: String
        var day: Int32
        var value: Double
        var id: String
    }

    private func rows(seed: UInt64) throws -> [Row] {
        var plan = SimulatedLog.Plan()
        plan.customers = 120
        plan.seed = seed
        plan.begins = { _, generator in 320 + Int(generator.next() % 500) }
        let table = try SimulatedLog(plan).book.table
        return (0..<table.count).map { row in
            let order = table[row]
            return Row(
                customer: table.customers.text(of: order.customer), day: Int32(order.secondsSince1970 / 86_400),
                value: Double(order.minorUnits) / 100, id: "o\(row)")
        }
    }

    private func predictions(_ rows: [Row], change: (inout OrderBook) -> Void = { _ in }) throws -> Said {
        var book = OrderBook()
        for row in rows { book.order(row.customer, ShopDay(daysSince1970: row.day).description, row.value, id: row.id) }
        change(&book)
        let sample = book.sample()
        let summaries = try sample.summaries(asOf: Self.cutoff)
        var options = PredictionOptions()
        options.horizonInDays = Self.horizon
        return Said(predictions: try Predictions(summaries, options: options, sample: sample), names: book.namesInSample)
    }

    private struct Said {
        var predictions: Predictions
        var names: [String]
    }

    private func expectEqual(_ one: Said, _ other: Said) throws {
        #expect(one.predictions.model.steps == other.predictions.model.steps)
        var differing = 0
        for (customer, name) in one.names.enumerated() {
            guard let row = one.predictions[customer] else { continue }
            let same = try #require(other.names.firstIndex(of: name).flatMap { other.predictions[$0] })
            let isSame =
                row.numberOfOrders == same.numberOfOrders && row.clvMinorUnits == same.clvMinorUnits
                && row.clvLowMinorUnits == same.clvLowMinorUnits && row.clvHighMinorUnits == same.clvHighMinorUnits
                && row.churnProbability == same.churnProbability && row.probabilityOfOrder == same.probabilityOfOrder
                && row.expectedDateOfNextOrder == same.expectedDateOfNextOrder && row.clvClass == same.clvClass
            if !isSame { differing += 1 }
        }
        #expect(differing == 0)
    }

    @Test(
        "Later orders of known customers changed, taken away or added, later refunds: no number of that day moves",
        arguments: [11] as [UInt64])
    func unmoved(seed: UInt64) throws {
        let rows = try rows(seed: seed)
        let later = rows.filter { $0.day > Self.cutoff.daysSince1970 }
        let earlier = rows.filter { $0.day <= Self.cutoff.daysSince1970 }
        #expect(later.count > 10 && earlier.count > 100)
        let known = try predictions(rows)
        #expect(known.predictions.model.steps.contains { $0.kind == .weights && $0.isUsed }, "the log is long enough to learn from")
        let changed = earlier + later.map { Row(customer: $0.customer, day: $0.day + 3, value: $0.value * 50, id: $0.id) }
        try expectEqual(known, try predictions(changed))
        try expectEqual(known, try predictions(earlier))
        let more =
            rows
            + earlier.prefix(60).map {
                Row(customer: $0.customer, day: Self.cutoff.daysSince1970 + 1, value: 999, id: "new \($0.id)")
            }
        try expectEqual(known, try predictions(more))
        let refunded = try predictions(rows) { book in
            let day = Self.cutoff.advanced(byDays: 1).description
            for row in earlier.prefix(40) { book.refund(row.customer, day, row.value, of: row.id) }
            for row in earlier.suffix(40) { book.refund(row.customer, day, 10) }
        }
        try expectEqual(known, refunded)
    }

    @Test("Customers who came later change no number of that day")
    func newcomers() throws {
        let rows = try rows(seed: 11)
        let newcomers = (0..<41).map {
            Row(customer: "later \($0)", day: Self.cutoff.daysSince1970 + 1 + Int32($0), value: 20, id: "later \($0)")
        }
        try expectEqual(try predictions(rows), try predictions(rows + newcomers))
    }
}
