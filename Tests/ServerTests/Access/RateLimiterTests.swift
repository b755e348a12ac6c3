import Testing

@testable import PerennialServer

@Suite struct RateLimiterTests {
    private let caller = RateLimiter.Caller(key: 1, route: 1)

    @Test func aSecondTakesTheBurstAndTheNextSecondAgain() {
        let limiter = RateLimiter()
        for step in 0..<10 {
            #expect(
                limiter.count(caller, tier: .medium, atMilliseconds: 1_000 + Int64(step))
                    == .go(limit: 150, remaining: 149 - step, resetInSeconds: 60))
        }
        #expect(limiter.count(caller, tier: .medium, atMilliseconds: 1_999) == .wait(seconds: 1))
        #expect(limiter.count(caller, tier: .medium, atMilliseconds: 2_000) == .go(limit: 150, remaining: 139, resetInSeconds: 59))
    }

    @Test func aMinuteTakesTheSteadyRateAndNoMore() {
        let limiter = RateLimiter()
        var passed = 0
        for second in 0..<60 as Range<Int64> {
            for _ in 0..<10 where limiter.count(caller, tier: .medium, atMilliseconds: second * 1_000) != .wait(seconds: 1) {
                if case .go = limiter.count(caller, tier: .medium, atMilliseconds: second * 1_000) { passed += 1 }
            }
        }
        #expect(passed <= 150)
        #expect(limiter.count(caller, tier: .medium, atMilliseconds: 59_500) == .wait(seconds: 1))
        #expect(limiter.count(caller, tier: .medium, atMilliseconds: 60_000) == .go(limit: 150, remaining: 149, resetInSeconds: 60))
    }

    @Test func whoWaitsIsToldHowLong() {
        let limiter = RateLimiter()
        for second in 0..<15 as Range<Int64> { _ = limiter.count(caller, tier: .extraSmall, atMilliseconds: second * 1_000) }
        #expect(limiter.count(caller, tier: .extraSmall, atMilliseconds: 20_000) == .wait(seconds: 40))
    }

    @Test func keysAndEndpointsAreCountedApart() {
        let limiter = RateLimiter()
        _ = limiter.count(caller, tier: .extraSmall, atMilliseconds: 0)
        #expect(limiter.count(caller, tier: .extraSmall, atMilliseconds: 0) == .wait(seconds: 1))
        #expect(limiter.count(.init(key: 2, route: 1), tier: .extraSmall, atMilliseconds: 0) != .wait(seconds: 1))
        #expect(limiter.count(.init(key: 1, route: 2), tier: .extraSmall, atMilliseconds: 0) != .wait(seconds: 1))
    }

    @Test func memoryIsBounded() {
        let limiter = RateLimiter(mostEntries: 100)
        for key in 0..<10_000 as Range<UInt64> { _ = limiter.count(.init(key: key, route: 0), tier: .small, atMilliseconds: 0) }
        #expect(limiter.entryCount <= 101)
        // When their minute is over there is room again.
        #expect(
            limiter.count(.init(key: 99_999, route: 0), tier: .small, atMilliseconds: 61_000)
                == .go(limit: 60, remaining: 59, resetInSeconds: 60))
        #expect(limiter.entryCount < 100)
    }
}
