import Facts
import Testing

@testable import CustomerValue

@Suite("RFM preview and report")
struct RFMReportTests {
    private func day(_ text: String) throws -> ShopDay { try #require(ShopDay(text)) }

    /// Ann buys twice and stays, Bob falls silent, Cid is new between the days, Dan gets everything back, Eve buys after the end.
    private func history(_ start: String, _ end: String) throws -> RFMHistory {
        var book = OrderBook()
        book.order("ann", "2024-01-10", 50)
        book.order("ann", "2024-07-20", 70)
        book.order("bob", "2024-01-15", 20)
        book.order("cid", "2024-07-25", 30)
        book.order("dan", "2024-06-01", 40)
        book.refund("dan", "2024-07-15", 40)
        book.order("eve", "2024-08-20", 10)
        var options = SummaryOptions(today: try day("2025-01-01"))
        options.asOf = try day("2024-09-01")
        let settings = RFMSettings(frequency: .values([2, 1]), monetary: .values([100, 25]))
        let days = [try day(start), try day(end)]
        return try RFMHistory(orders: book.table, refunds: book.refunds, options: options, settings: settings) { _ in days }
    }

    @Test("Who is in a group by what was known, and has no order any more, is in no median")
    func withoutOrders() {
        let columns = RFMColumns(daysSinceLastOrder: [10, 0, 30], numberOfOrders: [1, 0, 3], historicMinorUnits: [1_000, 0, 9_000])
        let snapshot = RFMSnapshot(day: ShopDay(daysSince1970: 20_000), columns: columns) { $0 == 1 ? .loyal : .champions }
        #expect(snapshot.distribution[.champions] == 2 && snapshot.distribution[.loyal] == 1)
        let medians = snapshot.medians
        #expect(medians[.champions] == RFMMedians(daysSinceLastOrder: 20, numberOfOrders: 2, historicMinorUnits: 5_000))
        #expect(medians[.loyal] == nil)
    }

    @Test("A report counts groups, movement, who came and who went, and medians")
    func report() throws {
        let history = try history("2024-07-01", "2024-08-01")
        let report = try #require(RFMReport(start: history.snapshots[0], end: history.snapshots[1], currency: history.currency))
        // On 1 July: ann 322 Loyal (50), bob 321 Loyal (20), dan 322 Loyal (40). On 1 August: ann 333, bob 221 (199 days), cid 322.
        #expect(report.movement.start[.loyal] == 3 && report.movement.start.customers == 3)
        #expect(report.movement.count(from: .loyal, to: .champions) == 1)
        #expect(report.movement.count(from: .loyal, to: .needsAttention) == 1)
        #expect(report.movement.count(from: .loyal, to: nil) == 1)
        #expect(report.movement.count(from: nil, to: .loyal) == 1)
        #expect(report.movement.count(from: nil, to: nil) == 0 && report.movement.moved == 2)
        let loyal = try #require(report.rows.first { $0.group == .loyal })
        #expect(loyal.start == 3 && loyal.end == 1 && loyal.added == 1 && loyal.dropped == 3)
        #expect(loyal.shareAtStart == 1 && loyal.shareAtEnd == 1.0 / 3 && loyal.change == 1.0 / 3 - 1)
        #expect(loyal.mediansAtStart == RFMMedians(daysSinceLastOrder: 168, numberOfOrders: 1, historicMinorUnits: 4_000))
        #expect(loyal.mediansAtEnd == RFMMedians(daysSinceLastOrder: 7, numberOfOrders: 1, historicMinorUnits: 3_000))
        let champions = try #require(report.rows.first)
        #expect(champions.start == 0 && champions.change == nil && champions.mediansAtStart == nil && champions.added == 1)
        for row in report.rows { #expect(row.start + row.added - row.dropped == row.end) }
        #expect(RFMReport(start: history.snapshots[1], end: history.snapshots[0], currency: history.currency) == nil)
        #expect(RFMReport(start: history.snapshots[0], end: history.snapshots[0], currency: history.currency) == nil)
    }

    @Test("The standing of a customer: the group, the most recent other one, and since when")
    func standing() throws {
        let history = try history("2024-07-01", "2024-08-01")
        let number = Dictionary(uniqueKeysWithValues: (0..<history.count).map { (history.customers.text(of: UInt32($0)), $0) })
        let (ann, bob, dan, eve) = (number["ann"] ?? -1, number["bob"] ?? -1, number["dan"] ?? -1, number["eve"] ?? -1)
        func standing(_ current: RFMGroup?, _ previous: RFMGroup?, _ changedOn: String?) -> RFMHistory.Standing {
            .init(current: current, previous: previous, changedOn: changedOn.flatMap { ShopDay($0) })
        }
        #expect(history.standing(of: ann, on: try day("2024-01-09")) == standing(nil, nil, nil))
        #expect(history.standing(of: ann, on: try day("2024-07-08")) == standing(.loyal, nil, nil))
        #expect(history.standing(of: ann, on: try day("2024-07-09")) == standing(.recent, .loyal, "2024-07-09"))
        #expect(history.standing(of: ann) == standing(.champions, .recent, "2024-07-20"))
        #expect(history.standing(of: bob) == standing(.needsAttention, .loyal, "2024-07-14"))
        #expect(history.standing(of: dan) == standing(nil, .loyal, "2024-07-15"))
        #expect(history.group(of: eve, on: try day("2024-08-19")) == nil)
        #expect(history.group(of: eve, on: try day("2024-08-20")) != nil)
        #expect(history.changes(of: bob).map(\.cause) == [.order, .time])
        #expect(history.changes(of: 99).isEmpty && history.firstDay?.description == "2024-01-10")
    }

    @Test("A preview counts both groupings and warns of what ties")
    func preview() throws {
        var columns = RFMColumns(count: 0)
        for number in 0..<90 {
            columns.daysSinceLastOrder.append(Int32(number * 5))
            columns.numberOfOrders.append(number < 80 ? 1 : 0)
            columns.historicMinorUnits.append(Int64(number % 40) * 100)
        }
        let now = RFMBorders(.standard, over: columns, currency: .none)
        let same = RFMPreview(columns, settings: .standard, currency: .none, borders: now, map: .standard)
        #expect(same.movement.moved == 0 && same.now == same.then && same.now.customers == 80 && same.borders == now)
        #expect(same.warnings.contains(.everybodyAlike(.frequency, score: 1)))
        #expect(same.warnings.contains { if case .oddPair(let pair) = $0 { pair.higher == 231 } else { false } })
        #expect(same.scores[.frequency] == [80, 0, 0] && same.scores[.recency]?.reduce(0, +) == 80)

        var settings = RFMSettings(levels: .five, recency: .values([1, 2, 3, 400]))
        settings.monetary = .percentiles([100, 99, 50, 25])
        let other = RFMPreview(columns, settings: settings, currency: .none, borders: now, map: .standard)
        #expect(other.movement.moved > 0 && other.then.customers == 80)
        #expect(other.warnings.contains(.nobodyHas(.recency, scores: [1, 3, 4], isTie: false)))
        #expect(other.warnings.contains(.nobodyHas(.monetary, scores: [4, 5], isTie: true)))
        #expect(other.warnings.contains(.nobodyIn(.champions)))
        let scores = RFMScores(columns, borders: other.borders, map: settings.map)
        for group in RFMGroup.allCases { #expect(other.then[group] == (0..<90).count { scores.group($0) == group }) }

        let nobody = RFMPreview(RFMColumns(count: 3), settings: settings, currency: .none, borders: now, map: .standard)
        #expect(nobody.warnings == [.nobodyToSettleOver(.frequency), .nobodyToSettleOver(.monetary)])
    }

    @Test("A history that is too long, or of no orders, is refused; an as-of day before the first order too")
    func refused() throws {
        var book = OrderBook()
        let options = SummaryOptions(today: try day("2024-01-01"))
        #expect(throws: RFMHistoryError.orders(.noOrders(asOf: try day("2024-01-01"), firstOrder: nil))) {
            try RFMHistory(orders: book.table, refunds: [], options: options, settings: .standard)
        }
        book.order("ann", "1970-01-05", 5)
        var late = options
        late.asOf = try day("2200-01-01")
        let tooLong = #expect(throws: RFMHistoryError.self) {
            try RFMHistory(orders: book.table, refunds: [], options: late, settings: .standard)
        }
        guard case .tooManyDays(let found, let most) = tooLong else {
            Issue.record("\(String(describing: tooLong))")
            return
        }
        #expect(found > most)
        late.asOf = try day("1970-01-04")
        #expect(throws: RFMHistoryError.self) { try RFMHistory(orders: book.table, refunds: [], options: late, settings: .standard) }
    }

    @Test("Where nothing counts as a purchase there is a history without anybody")
    func free() throws {
        var book = OrderBook()
        book.order("ann", "2024-01-05", 0)
        let options = SummaryOptions(today: try day("2024-02-01"))
        let history = try RFMHistory(orders: book.table, refunds: [], options: options, settings: .standard)
        #expect(history.count == 1 && history.changeCount == 0 && history.firstDay == nil)
        #expect(history.distribution(on: try day("2024-01-20")).customers == 0)
    }
}
