import BuyTillYouDie
import Facts
import Testing

@testable import CustomerValue

@Suite("Days on which forecasts are tried")
struct FoldDaysTests {
    private static let first = ShopDay(daysSince1970: 18_000)

    private func days(_ history: Int, _ horizon: Int) -> FoldDays {
        FoldDays(first: Self.first, asOf: Self.first.advanced(byDays: history), horizonInDays: horizon)
    }

    @Test("Any history and horizon: days ascend, have their history before them and their horizon behind them")
    func properties() {
        var generator = SeededGenerator(seed: 31)
        var usable = 0
        for _ in 0..<4_000 {
            let history = Int.random(in: 0...3_000, using: &generator)
            let horizon = Int.random(in: 1...1_200, using: &generator)
            let days = days(history, horizon)
            let asOf = Self.first.advanced(byDays: history)
            let name: Comment = "\(history) days, horizon \(horizon)"
            #expect(days.cutoffs.count <= FoldDays.most, name)
            #expect(zip(days.cutoffs, days.cutoffs.dropFirst()).allSatisfy { $0 < $1 }, name)
            #expect(days.horizonInDays <= horizon && (!days.coversHorizon || days.horizonInDays == horizon), name)
            #expect(days.leastHistoryInDays >= 60, name)
            for cutoff in days.cutoffs {
                #expect(Self.first.days(until: cutoff) >= days.leastHistoryInDays, name)
                #expect(cutoff.advanced(byDays: days.horizonInDays) <= asOf, name)
            }
            guard !days.cutoffs.isEmpty else {
                #expect(days.sameSeason == nil, name)
                continue
            }
            usable += 1
            #expect(days.coversHorizon || days.horizonInDays >= 28, name)
            if let sameSeason = days.sameSeason {
                #expect(days.coversHorizon, name)
                let back = sameSeason.days(until: asOf)
                #expect(days.cutoffs.contains(sameSeason), name)
                #expect(horizon < 364 ? back == 364 : back == horizon && horizon <= 366, name)
            }
        }
        #expect(usable > 2_000)
    }

    @Test("Too short a log has no day, and any log of the days it asks for has one")
    func tooShort() {
        for horizon in [1, 7, 28, 56, 90, 365, 1_000] {
            for history in 0..<60 { #expect(days(history, horizon).cutoffs.isEmpty) }
            for history in 60..<900 where FoldDays.daysNeeded(horizonInDays: horizon) <= history {
                #expect(!days(history, horizon).cutoffs.isEmpty, "\(history) days, horizon \(horizon)")
            }
        }
        #expect(FoldDays.daysNeeded(horizonInDays: 365) == 116 && days(115, 365).cutoffs.isEmpty && days(116, 365).cutoffs.count == 3)
    }

    @Test("Two years and more of history: a quarter's forecast is tried a year before, five days in all")
    func sameSeason() throws {
        for history in [600, 800, 1_100, 2_000] {
            let days = days(history, 90)
            #expect(days.cutoffs.count == 5 && days.coversHorizon)
            let sameSeason = try #require(days.sameSeason)
            #expect(sameSeason == Self.first.advanced(byDays: history - 364))
        }
        #expect(days(400, 90).sameSeason == nil)
    }

    @Test("Where the log is too short for the horizon a shorter one is tried, and that is known")
    func shortened() {
        let days = days(400, 365)
        #expect(!days.coversHorizon && days.horizonInDays == (400 - 100) / 2 && days.sameSeason == nil && days.cutoffs.count == 5)
    }

    @Test("No day is wanted: none is given")
    func none() {
        let first = Self.first
        #expect(FoldDays(first: first, asOf: first.advanced(byDays: 1_000), horizonInDays: 90, most: 0).cutoffs.isEmpty)
        #expect(FoldDays(first: first, asOf: first.advanced(byDays: -10), horizonInDays: 90).cutoffs.isEmpty)
    }
}
