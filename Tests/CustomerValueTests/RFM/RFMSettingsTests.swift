import Facts
import Foundation
import Testing

@testable import CustomerValue

@Suite("RFM settings")
struct RFMSettingsTests {
    @Test("The only odd pair of the standard map is 221 and 231; the two other maps have none")
    func oddPairs() throws {
        let pairs = RFMGroupMap.standard.oddPairs
        #expect(pairs.count == 1)
        let pair = try #require(pairs.first)
        #expect(pair.lower == 221 && pair.higher == 231)
        #expect(pair.groupOfLower == .needsAttention && pair.groupOfHigher == .atRisk)
        #expect(RFMGroupMap.corrected.oddPairs.isEmpty && RFMGroupMap.standardOfFive.oddPairs.isEmpty)
    }

    @Test("The corrected map differs from the standard one by 231 alone")
    func corrected() {
        let scores = RFMGroup.allCases.flatMap { RFMGroupMap.standard.scores(of: $0) }
        #expect(Set(scores).count == 27)
        let moved = RFMGroup.allCases.flatMap { group in
            Set(RFMGroupMap.corrected.scores(of: group)).subtracting(RFMGroupMap.standard.scores(of: group)).map { ($0, group) }
        }
        #expect(moved.count == 1 && moved.first?.0 == 231 && moved.first?.1 == .needsAttention)
    }

    @Test("The map of five levels is that of its table")
    func fiveLevels() {
        let table: [Int: String] = [5: "CCCLLRRRR", 4: "CCLLRRRRR", 3: "LLLRRNNAA", 2: "NNNAAAIII", 1: "NNAAIIIII"]
        let letters: [Character: RFMGroup] = [
            "C": .champions, "L": .loyal, "R": .recent, "N": .needsAttention, "A": .atRisk, "I": .inactive,
        ]
        var cells = 0
        for (recency, row) in table {
            for frequency in 1...5 as ClosedRange<UInt8> {
                for monetary in 1...5 as ClosedRange<UInt8> {
                    let group = RFMGroupMap.standardOfFive.group(recency: UInt8(recency), frequency: frequency, monetary: monetary)
                    #expect(group == letters[Array(row)[10 - Int(frequency + monetary)]], "\(recency)\(frequency)\(monetary)")
                    cells += 1
                }
            }
        }
        #expect(cells == 125)
    }

    @Test("A grid has a row per recency and a column per pair, the highest first")
    func grid() throws {
        let grid = RFMGrid(.standard)
        #expect(grid.columns.map(\.text) == ["33", "32", "31", "23", "22", "21", "13", "12", "11"])
        #expect(grid.rows.map(\.recency) == [3, 2, 1])
        #expect(
            grid.rows[1].groups == [.loyal, .loyal, .atRisk, .recent, .recent, .needsAttention, .needsAttention, .atRisk, .atRisk])
        let five = RFMGrid(.standardOfFive)
        #expect(five.columns.count == 25 && five.rows.count == 5 && five.rows.first?.groups.first == .champions)
    }

    @Test("Settings that can be used have no faults")
    func good() {
        #expect(RFMSettings.standard.faults.isEmpty && RFMSettings(levels: .five).faults.isEmpty)
        #expect(RFMSettings(recency: .percentiles([100, 1]), frequency: .values([2, 1]), monetary: .values([1, 0])).faults.isEmpty)
    }

    @Test(
        "Borders that cross, are one, too few, too many or out of range are refused with their place",
        arguments: [
            (RFMSettings(recency: .values([365, 180])), "/recency/days/1", "180 after 365"),
            (RFMSettings(recency: .values([180, 180])), "/recency/days/1", "180 after 180"),
            (RFMSettings(recency: .values([-1, 5])), "/recency/days/0", "-1"),
            (RFMSettings(recency: .values([5, 36_501])), "/recency/days/1", "36501"),
            (RFMSettings(recency: .values([5])), "/recency/days", "1 number"),
            (RFMSettings(frequency: .values([2, 3])), "/frequency/orders/1", "3 after 2"),
            (RFMSettings(frequency: .values([4, 3, 2])), "/frequency/orders", "3 numbers"),
            (RFMSettings(frequency: .percentiles([33, 66])), "/frequency/percentiles/1", "66 after 33"),
            (RFMSettings(monetary: .percentiles([101, 50])), "/monetary/percentiles/0", "101"),
            (RFMSettings(monetary: .percentiles([50, 0])), "/monetary/percentiles/1", "0"),
            (RFMSettings(monetary: .values([10, 10])), "/monetary/value/1", "10 after 10"),
            (RFMSettings(levels: .five, map: .standard), "/map", "a map of 3 levels"),
        ])
    func refused(settings: RFMSettings, pointer: String, found: String) throws {
        #expect(settings.faults.count == 1)
        let fault = try #require(settings.faults.first)
        #expect(fault.pointer == pointer && fault.found == found && !fault.expected.isEmpty)
    }

    private func cells(_ map: RFMGroupMap) -> [(group: RFMGroup, score: Int, pointer: String)] {
        RFMGroup.allCases.flatMap { group in map.scores(of: group).enumerated().map { (group, $1, "/map/\(group.rawValue)/\($0)") } }
    }

    @Test("A map from cells is the same map; holes, doubles and strange scores are refused")
    func cells() throws {
        for map in [RFMGroupMap.standard, .corrected, .standardOfFive] {
            #expect(try RFMGroupMap(levels: map.levels, cells: cells(map), pointer: "/map") == map)
        }
        let holes = try #require(throws: RFMFaults.self) {
            try RFMGroupMap(levels: .three, cells: cells(.standard).filter { $0.score != 231 && $0.score != 111 }, pointer: "/map")
        }
        #expect(holes.list.map(\.pointer) == ["/map"] && holes.list.first?.found == "no group for 111, 231")
        let twice = try #require(throws: RFMFaults.self) {
            try RFMGroupMap(levels: .three, cells: cells(.standard) + [(.loyal, 333, "/map/Loyal/5")], pointer: "/map")
        }
        #expect(twice.list.map(\.pointer) == ["/map/Loyal/5"] && twice.list.first?.found == "333 once more")
        for score in [334, 30, 3_333, -111, 0] {
            let strange = try #require(throws: RFMFaults.self) {
                try RFMGroupMap(levels: .three, cells: cells(.standard) + [(.loyal, score, "/x")], pointer: "/map")
            }
            #expect(strange.list.map(\.pointer) == ["/x"] && strange.list.first?.found == "\(score)")
        }
    }
}

@Suite("RFM borders")
struct RFMBordersTests {
    private func columns(_ count: Int, _ row: (_ number: Int) -> (days: Int, orders: Int, units: Int)) -> RFMColumns {
        var columns = RFMColumns(count: 0)
        for number in 0..<count {
            let row = row(number + 1)
            columns.daysSinceLastOrder.append(Int32(row.days))
            columns.numberOfOrders.append(Int32(row.orders))
            columns.historicMinorUnits.append(Int64(row.units))
        }
        return columns
    }

    @Test("Values: days at most, orders and whole units of the currency at least")
    func values() {
        let settings = RFMSettings(recency: .values([30, 60]), frequency: .values([4, 2]), monetary: .values([100, 50]))
        let borders = RFMBorders(settings, over: RFMColumns(count: 0), currency: Currency(code: "EUR") ?? .none)
        #expect(borders.isSettled && borders.levels == 3)
        let days: [Int32] = [0, 30, 31, 60, 61]
        #expect(days.map { borders.recency($0) } == [3, 3, 2, 2, 1])
        let orders: [Int32] = [1, 2, 3, 4, 5]
        #expect(orders.map { borders.frequency($0) } == [1, 2, 2, 3, 3])
        let cents: [Int64] = [-1, 4_999, 5_000, 9_999, 10_000]
        #expect(cents.map { borders.monetary($0) } == [1, 1, 2, 2, 3])
        let yen = RFMBorders(settings, over: RFMColumns(count: 0), currency: Currency(code: "JPY") ?? .none)
        let units: [Int64] = [49, 50, 99, 100]
        #expect(units.map { yen.monetary($0) } == [1, 2, 2, 3])
    }

    @Test("Percentiles: more than the value at rank ceil(n p / 100); equal values score alike, and recency turns around")
    func percentiles() {
        let rows = columns(11) { $0 == 11 ? (5, 0, 0) : ($0 * 10, $0, $0 * 100) }
        let settings = RFMSettings(recency: .percentiles([80, 25]), frequency: .percentiles([66, 33]), monetary: .percentiles([100, 1]))
        let borders = RFMBorders(settings, over: rows, currency: .none)
        // Ranks 8 and 3 from the longest silent: 30 and 80 days.
        #expect(borders.daysAtMost == [29, 79])
        #expect(borders.ordersMoreThan == [7, 4] && borders.minorUnitsMoreThan == [1_000, 100])
        let alike = columns(10) { _ in (5, 1, 100) }
        let tied = RFMBorders(settings, over: alike, currency: .none)
        #expect(tied.recency(5) == 1 && tied.frequency(1) == 1 && tied.monetary(100) == 1)
    }

    @Test("Equal parts of five levels are the percentiles 80, 60, 40 and 20")
    func fifths() {
        for count in 1...60 {
            let rows = columns(count) { ($0 * 7 % 11, $0 * 5 % 13, $0 * 3 % 17) }
            let percent = RFMScale.percentiles([80, 60, 40, 20])
            let parts = RFMBorders(RFMSettings(levels: .five, recency: .equalParts), over: rows, currency: .none)
            let same = RFMSettings(levels: .five, recency: percent, frequency: percent, monetary: percent)
            #expect(parts == RFMBorders(same, over: rows, currency: .none))
        }
    }

    @Test("Kept borders come back; what is none, of another version or damaged is refused")
    func bytes() throws {
        let borders = RFMBorders(daysAtMost: [-1, 30], ordersMoreThan: [.max, 0], minorUnitsMoreThan: [.max, -5])
        #expect(try RFMBorders(decoding: borders.encoded) == borders && borders.encoded == borders.encoded)
        #expect(try RFMBorders(decoding: RFMBorders().encoded) == RFMBorders())
        func refused(_ from: String, _ to: String) -> RFMBordersError? {
            let text = String(decoding: borders.encoded, as: UTF8.self)
            #expect(text.contains(from))
            let changed = text.replacingOccurrences(of: from, with: to)
            return #expect(throws: RFMBordersError.self) { try RFMBorders(decoding: Array(changed.utf8)) }
        }
        #expect(refused("perennial rfm borders", "something else") == .notBorders)
        #expect(refused("\"version\":1", "\"version\":2") == .unknownVersion(found: 2, known: 1))
        #expect(refused("[-1,30]", "[-1,30,50]") == .damaged(part: "daysAtMost"))
        #expect(refused("[-1,30]", "[31,30]") == .damaged(part: "daysAtMost"))
        #expect(refused("\"ordersMoreThan\":[2147483647,0]", "\"ordersMoreThan\":[0]") == .damaged(part: "ordersMoreThan"))
        #expect(throws: RFMBordersError.notBorders) { try RFMBorders(decoding: []) }
    }
}
