import Facts
import SeededDice
import Segments
import Testing

@Suite("Moments and the passing of time")
struct DateFilterTests {
    private static func zones() throws -> [ShopTimeZone] {
        try ["UTC", "Europe/Warsaw", "America/New_York", "Australia/Lord_Howe"].map { try #require(ShopTimeZone(identifier: $0)) }
    }

    private static func moment(_ text: String) throws -> Int64 { try #require(Timestamp.parse(text)).secondsSince1970 }

    /// A relative filter of spans that are short enough to see them begin and end.
    private func filter(_ dice: inout Dice) -> DateFilter {
        let unit = dice.pick(Span.Unit.allCases)
        let most = [Span.Unit.hour: 900, .day: 400, .week: 60][unit, default: 10]
        let span = Span(dice.chance(30) ? dice.whole(0...3) : dice.whole(0...most), unit)
        let bounds = [dice.whole(0...most), dice.whole(0...most)].sorted()
        return dice.pick([
            .inTheLast(span), .inTheNext(span), .atLeastAgo(span), .betweenAgo(from: bounds[0], to: bounds[1], unit),
            .anniversaryInTheLast(span), .anniversaryInTheNext(span), .anniversaryToday, .anniversaryThisMonth,
            .anniversaryInTheLast(span), .anniversaryInTheNext(span),
        ])
    }

    @Test("Nothing changes before the next change that is told", arguments: 1...12 as ClosedRange<UInt64>)
    func nextChange(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let zones = try Self.zones()
        for _ in 0..<250 {
            let zone = dice.pick(zones)
            let filter = filter(&dice)
            let first = Int64(dice.whole(1_600_000_000...1_800_000_000))
            // Near each other, or on nearly the same day of some year.
            let years = Int64(dice.whole(0...4)) * 31_557_600
            let moment = first - years + Int64(dice.whole(-3_000_000...3_000_000))
            var end = first
            for _ in 0..<15 {
                let holds = filter.holds(moment, before: end, in: zone)
                let next = filter.nextChange(moment, after: end, in: zone)
                if let next { try #require(next > end) }
                let last = min(next ?? .max, end + 40_000_000) - 1
                for sample in 0..<14 {
                    let later = sample == 0 ? last : sample == 1 ? min(last, end + 1) : Int64(dice.whole(Int(end)...Int(last)))
                    #expect(
                        filter.holds(moment, before: later, in: zone) == holds,
                        "\(filter) of \(moment) at \(later), asked at \(end), next \(next ?? 0), \(zone.identifier)")
                }
                guard let next else { break }
                end = next
            }
        }
    }

    @Test("Each second around midnight and around the change of clocks", arguments: [0, 1])
    func eachSecond(place: Int) throws {
        let zone = try Self.zones()[place]
        var dice = Dice(seed: 77)
        let moments = try ["2024-02-29T12:00:00Z", "2025-03-28T23:00:00Z", "2025-10-25T22:30:00Z", "2026-03-29T01:30:00Z"].map(Self.moment)
        let starts = try [
            "2026-03-28T22:30:00Z", "2026-03-29T21:30:00Z", "2026-10-24T21:30:00Z", "2026-10-25T22:30:00Z", "2026-02-28T22:30:00Z",
            "2027-02-28T22:30:00Z",
        ].map(Self.moment)
        for start in starts {
            for _ in 0..<12 {
                let filter = filter(&dice)
                let moment = dice.pick(moments)
                var holds = filter.holds(moment, before: start, in: zone)
                var until = filter.nextChange(moment, after: start, in: zone) ?? .max
                var faults = 0
                for end in start..<start + 7_200 {
                    let now = filter.holds(moment, before: end, in: zone)
                    if end >= until {
                        holds = now
                        until = filter.nextChange(moment, after: end, in: zone) ?? .max
                    } else if now != holds {
                        faults += 1
                    }
                }
                #expect(faults == 0, "\(filter) of \(moment) from \(start)")
            }
        }
    }

    @Test("Seven days reach back over the change of clocks to an hour past midnight")
    func changeOfClocks() throws {
        let warsaw = try Self.zones()[1]
        let born = try Self.moment("2000-03-25T10:00:00Z")
        let filter = DateFilter.anniversaryInTheLast(Span(7, .day))
        let over = try Self.moment("2026-04-01T23:00:00Z")
        #expect(filter.holds(born, before: over - 1, in: warsaw) && !filter.holds(born, before: over, in: warsaw))
        #expect(filter.nextChange(born, after: over - 1_800, in: warsaw) == over)
    }

    @Test("Who was born on a leap day has the 28th of February in other years")
    func leapDay() throws {
        let born = try Self.moment("2004-02-29T08:00:00Z")
        func holds(_ filter: DateFilter, _ end: String) throws -> Bool {
            filter.holds(born, before: try Self.moment(end), in: .utc)
        }
        #expect(try holds(.anniversaryToday, "2024-02-29T12:00:00Z") && !holds(.anniversaryToday, "2024-02-28T12:00:00Z"))
        #expect(try holds(.anniversaryToday, "2025-02-28T12:00:00Z") && !holds(.anniversaryToday, "2025-03-01T12:00:00Z"))
        #expect(try holds(.anniversaryInTheNext(Span(2, .day)), "2025-02-27T12:00:00Z"))
        #expect(try !holds(.anniversaryInTheNext(Span(2, .day)), "2025-03-01T12:00:00Z"))
        #expect(try holds(.anniversaryInTheLast(Span(2, .day)), "2025-03-02T12:00:00Z"))
        #expect(try holds(.anniversaryThisMonth, "2025-02-10T00:00:00Z") && !holds(.anniversaryThisMonth, "2025-03-10T00:00:00Z"))
        #expect(try holds(.calendarMonth(2), "2025-07-01T00:00:00Z") && !holds(.calendarMonth(3), "2025-07-01T00:00:00Z"))
    }

    @Test("A day is the shop's: what is still February in London is March in Warsaw")
    func zone() throws {
        let warsaw = try Self.zones()[1]
        let moment = try Self.moment("2025-02-28T23:30:00Z")
        let end = try Self.moment("2026-03-01T10:00:00Z")
        #expect(DateFilter.anniversaryToday.holds(moment, before: end, in: warsaw))
        #expect(!DateFilter.anniversaryToday.holds(moment, before: end, in: .utc))
        #expect(DateFilter.calendarMonth(3).holds(moment, before: end, in: warsaw))
        #expect(DateFilter.calendarMonth(2).holds(moment, before: end, in: .utc))
    }

    @Test("Spans are half open: of two that touch every moment lies in one")
    func halfOpen() {
        let end: Int64 = 1_700_000_000
        for seconds in [0, 1, 3_599, 3_600, 3_601, 86_399, 86_400, 86_401, 172_800] as [Int64] {
            let moment = end - seconds
            let last = DateFilter.inTheLast(Span(24, .hour)).holds(moment, before: end, in: .utc)
            let ago = DateFilter.atLeastAgo(Span(1, .day)).holds(moment, before: end, in: .utc)
            let next = DateFilter.inTheNext(Span(1, .week)).holds(moment, before: end, in: .utc)
            #expect([last, ago, next].count { $0 } == 1, "\(seconds)")
            #expect(last == (DateFilter.betweenAgo(from: 0, to: 1, .day).holds(moment, before: end, in: .utc)))
        }
        #expect(!DateFilter.inTheLast(Span(0, .day)).holds(end, before: end, in: .utc))
        #expect(DateFilter.betweenInstants(Instant(secondsSince1970: 5), Instant(secondsSince1970: 9)).eventRange(before: 100) == 5..<10)
    }

    @Test("The greatest spans and the farthest moments do not overflow", arguments: [-62_135_596_800, 0, 253_402_300_799] as [Int64])
    func extremes(moment: Int64) throws {
        let span = Span(Span.greatestQuantity, .week)
        let filters: [DateFilter] = [
            .inTheLast(span), .inTheNext(span), .atLeastAgo(span), .betweenAgo(from: 0, to: span.quantity, .week),
            .anniversaryInTheLast(span), .anniversaryInTheNext(span), .anniversaryToday, .anniversaryThisMonth, .calendarMonth(1),
        ]
        for zone in try Self.zones() {
            for end in [1, 1_800_000_000, Int64(UInt32.max)] as [Int64] {
                for filter in filters {
                    let holds = filter.holds(moment, before: end, in: zone)
                    if let next = filter.nextChange(moment, after: end, in: zone) {
                        #expect(next > end && filter.holds(moment, before: next - 1, in: zone) == holds)
                    }
                    if let range = filter.eventRange(before: end) { #expect(range.lowerBound >= 0) }
                }
            }
        }
    }
}
