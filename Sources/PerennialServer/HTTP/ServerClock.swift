import Facts
import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the server takes its times from; tests give their own.
public struct ServerClock: Sendable {
    /// The wall clock, cut to the second.
    let now: @Sendable () -> Instant
    /// Nanoseconds of a clock that never goes back.
    let uptimeInNanoseconds: @Sendable () -> UInt64

    /// The machine's clocks.
    public static let system = ServerClock(
        now: {
            Instant(secondsSince1970: Int64(time(nil)))
        },
        uptimeInNanoseconds: { NIODeadline.now().uptimeNanoseconds })
}
