import Synchronization

/// Counts requests by key and endpoint in two fixed windows, a second and a minute, as Klaviyo does.
///
/// Memory is bounded: a table of at most `mostEntries`; when it is full, entries whose minute is over go, and if none is, the requests of new
/// callers are counted together.
final class RateLimiter: Sendable {
    /// Who calls what.
    struct Caller: Hashable, Sendable {
        var key: UInt64
        var route: Int
    }

    /// What a request is told.
    enum Verdict: Equatable, Sendable {
        /// Go on. The state of the minute's window, for headers.
        case go(limit: Int, remaining: Int, resetInSeconds: Int)
        /// Wait so long.
        case wait(seconds: Int)
    }

    private struct Windows {
        var second: Int64 = .min
        var inSecond = 0
        var minuteStart: Int64 = .min
        var inMinute = 0
    }

    private let table = Mutex<[Caller: Windows]>([:])
    private let mostEntries: Int

    init(mostEntries: Int = 16_384) { self.mostEntries = mostEntries }

    /// Counts a request at a time in milliseconds of a clock that never goes back.
    func count(_ caller: Caller, tier: RateTier, atMilliseconds now: Int64) -> Verdict {
        let second = now / 1_000
        return table.withLock { table in
            var caller = caller
            if table.count >= mostEntries, table[caller] == nil {
                table = table.filter { second - $0.value.minuteStart < 60 }
                if table.count >= mostEntries { caller = Caller(key: .max, route: -1) }
            }
            return Self.count(&table[caller, default: Windows()], tier: tier, second: second, now: now)
        }
    }

    private static func count(_ windows: inout Windows, tier: RateTier, second: Int64, now: Int64) -> Verdict {
        if windows.minuteStart == .min || second - windows.minuteStart >= 60 {
            windows.minuteStart = second
            windows.inMinute = 0
        }
        if windows.second != second {
            windows.second = second
            windows.inSecond = 0
        }
        let minuteEndsIn = Int(windows.minuteStart + 60 - second)
        guard windows.inMinute < tier.steady else { return .wait(seconds: max(1, minuteEndsIn)) }
        guard windows.inSecond < tier.burst else { return .wait(seconds: 1) }
        windows.inSecond += 1
        windows.inMinute += 1
        return .go(limit: tier.steady, remaining: tier.steady - windows.inMinute, resetInSeconds: minuteEndsIn)
    }

    /// Entries, for tests and metrics.
    var entryCount: Int { table.withLock { $0.count } }
}
