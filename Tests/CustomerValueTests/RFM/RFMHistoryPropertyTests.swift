import Facts
import Testing

@testable import CustomerValue

/// A history worked out day by day in the plainest way: the shop is counted afresh as of every day, and borders are found by sorting.
private struct PlainHistory {
    struct Entry: Equatable {
        var day: ShopDay
        var group: RFMGroup?
        var cause: RFMHistory.Cause
        var scores: [UInt8]
    }

    struct Day {
        var day: ShopDay
        var groups: [RFMGroup?]
        var summaries: CustomerSummaries
    }

    private(set) var days: [Day] = []
    private(set) var entries: [[Entry]] = []
    private let settings: RFMSettings

    init(_ shop: RandomRFMShop, settlesOnLastDay: Bool) throws {
        settings = shop.settings
        let last = try #require(shop.options.asOf)
        entries = Array(repeating: [], count: shop.book.table.customers.count)
        var settledOn: ShopDay?
        var borders: [[Int64]] = []
        var before: CustomerSummaries?
        var day = ShopDay(daysSince1970: 19_775)
        while day <= last {
            defer { day = day.advanced(byDays: 1) }
            guard let summaries = try? shop.book.summaries({ $0 = with($0, shop.options, day) }) else { continue }
            defer { before = summaries }
            let buyers = (0..<summaries.count).filter(summaries.hasPurchase)
            var bordersBefore: [[Int64]]?
            let isDue = settledOn.map { $0.days(until: day).isMultiple(of: 7) } ?? !buyers.isEmpty
            if isDue || settlesOnLastDay && day == last && settledOn != nil {
                settledOn = settledOn ?? day
                bordersBefore = borders.isEmpty ? nil : borders
                if !buyers.isEmpty { borders = sorted(summaries, buyers) }
            }
            var groups: [RFMGroup?] = []
            for customer in 0..<summaries.count {
                let scores = summaries.hasPurchase(customer) ? scores(customer, summaries, borders) : []
                let group = group(of: scores)
                groups.append(group)
                let old = entries[customer].last?.group
                guard group != old else { continue }
                var cause = RFMHistory.Cause.time
                if let bordersBefore, self.group(of: self.scores(customer, summaries, bordersBefore)) == old { cause = .borders }
                if hasBought(customer, summaries, before) { cause = .order }
                entries[customer].append(Entry(day: day, group: group, cause: cause, scores: scores.isEmpty ? [0, 0, 0] : scores))
            }
            days.append(Day(day: day, groups: groups, summaries: summaries))
        }
    }

    private func with(_ given: SummaryOptions, _ options: SummaryOptions, _ day: ShopDay) -> SummaryOptions {
        var changed = options
        changed.asOf = day
        return changed
    }

    private func hasBought(_ customer: Int, _ now: CustomerSummaries, _ before: CustomerSummaries?) -> Bool {
        guard let before, before.hasPurchase(customer), now.hasPurchase(customer) else { return true }
        let last = (before.ageInDays[customer] - before.recencyInDays[customer]) + Int32(before.asOf.days(until: now.asOf))
        return before.numberOfOrders[customer] != now.numberOfOrders[customer]
            || before.historicMinorUnits[customer] != now.historicMinorUnits[customer]
            || last != now.ageInDays[customer] - now.recencyInDays[customer]
    }

    /// What is better is larger.
    private func value(_ dimension: RFMDimension, _ customer: Int, _ summaries: CustomerSummaries) -> Int64 {
        switch dimension {
        case .recency: -Int64(summaries.daysSinceLastOrder(customer))
        case .frequency: Int64(summaries.numberOfOrders[customer])
        case .monetary: summaries.historicMinorUnits[customer]
        }
    }

    /// For each dimension the values that must be exceeded, as of now; recency is counted from the day on which they were settled.
    private func sorted(_ summaries: CustomerSummaries, _ buyers: [Int]) -> [[Int64]] {
        RFMDimension.allCases.map { dimension in
            let values = buyers.map { value(dimension, $0, summaries) }.sorted()
            let count = values.count
            switch settings[dimension] {
            case .values(let list):
                return list.map { border in
                    switch dimension {
                    case .recency: -Int64(border) - 1
                    case .frequency: Int64(border) - 1
                    case .monetary: Int64(border) * 100 - 1
                    }
                }
            case .percentiles(let list):
                return list.map { percent in values[Int((Double(count * percent) / 100).rounded(.up)) - 1] }
            case .equalParts:
                let levels = settings.levels.rawValue
                return (1..<levels).map { part in values[Int((Double(part * count) / Double(levels)).rounded(.up)) - 1] }
            }
        }
    }

    private func scores(_ customer: Int, _ summaries: CustomerSummaries, _ borders: [[Int64]]) -> [UInt8] {
        zip(RFMDimension.allCases, borders).map { dimension, list in
            UInt8(1 + list.count { value(dimension, customer, summaries) > $0 })
        }
    }

    private func group(of scores: [UInt8]) -> RFMGroup? {
        scores.count == 3 ? settings.map.group(recency: scores[0], frequency: scores[1], monetary: scores[2]) : nil
    }
}

@Suite("A shop's RFM history")
struct RFMHistoryPropertyTests {
    @Test("Every change, cause and score is that of a recomputation day by day", arguments: 1...60 as ClosedRange<UInt64>)
    func plain(seed: UInt64) throws {
        let shop = RandomRFMShop(seed: seed)
        let settlesOnLastDay = seed.isMultiple(of: 2)
        let plain = try PlainHistory(shop, settlesOnLastDay: settlesOnLastDay)
        let last = try #require(plain.days.last)
        let middle = plain.days[plain.days.count / 2]
        let history = try RFMHistory(
            orders: shop.book.table, refunds: shop.book.refunds, options: shop.options, settings: shop.settings,
            settlesOnLastDay: settlesOnLastDay
        ) { [middle.day, $0] }
        #expect(shop.settings.faults.isEmpty)
        for customer in 0..<history.count {
            let found = history.changes(of: customer).map {
                PlainHistory.Entry(day: $0.day, group: $0.group, cause: $0.cause, scores: [$0.recency, $0.frequency, $0.monetary])
            }
            #expect(found == plain.entries[customer], "customer \(customer) of seed \(seed), \(shop.settings)")
        }
        for day in plain.days {
            var counts: [RFMGroup: Int] = [:]
            for (customer, group) in day.groups.enumerated() {
                if let group { counts[group, default: 0] += 1 }
                if history.group(of: customer, on: day.day) != group { Issue.record("\(day.day), customer \(customer) of seed \(seed)") }
            }
            let distribution = history.distribution(on: day.day)
            #expect(RFMGroup.allCases.allSatisfy { distribution[$0] == counts[$0] ?? 0 })
        }
        for (snapshot, day) in zip(history.snapshots, [middle, last]) {
            #expect(snapshot.columns == RFMColumns(day.summaries))
            #expect((0..<history.count).allSatisfy { snapshot.group($0) == day.groups[$0] })
        }
        if settlesOnLastDay {
            let scores = RFMScores(last.summaries, settings: shop.settings)
            #expect((0..<history.count).allSatisfy { scores.group($0) == last.groups[$0] })
        }
    }

    @Test("The shops of the comparison have every cause, and refunds that leave nothing")
    func coverage() throws {
        var causes: Set<RFMHistory.Cause> = []
        var emptied = 0
        var changes = 0
        for seed in 1...40 as ClosedRange<UInt64> {
            let shop = RandomRFMShop(seed: seed)
            let history = try RFMHistory(
                orders: shop.book.table, refunds: shop.book.refunds, options: shop.options, settings: shop.settings)
            for customer in 0..<history.count {
                for change in history.changes(of: customer) {
                    causes.insert(change.cause)
                    emptied += change.group == nil ? 1 : 0
                    changes += 1
                }
            }
        }
        #expect(causes == [.order, .time, .borders] && emptied > 10 && changes > 1_000)
    }
}
