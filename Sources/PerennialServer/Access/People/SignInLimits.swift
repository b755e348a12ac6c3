import Facts
import Synchronization

/// How often somebody may try to sign in: a few wrong passwords for one address, and for all together, then a wait.
final class SignInLimits: Sendable {
    private struct Tries {
        var count = 0
        var until: Int64 = 0
    }

    private let tries = Mutex<[String: Tries]>([:])

    private static let mostTries = 5
    private static let mostTriesOfAll = 100
    private static let windowInSeconds: Int64 = 900
    private static let everybody = "*"

    /// Seconds to wait before a try for an address; 0 where it may be made now.
    func wait(for email: String, now: Instant) -> Int {
        tries.withLock { tries in
            let own = Self.wait(tries[email], most: Self.mostTries, now)
            return max(own, Self.wait(tries[Self.everybody], most: Self.mostTriesOfAll, now))
        }
    }

    private static func wait(_ tries: Tries?, most: Int, _ now: Instant) -> Int {
        guard let tries, tries.count >= most, tries.until > now.secondsSince1970 else { return 0 }
        return Int(tries.until - now.secondsSince1970)
    }

    /// Notes a wrong password.
    func noteWrong(_ email: String, now: Instant) {
        tries.withLock { tries in
            // Addresses are made up at will: what they take up is bounded by forgetting those whose time is over.
            if tries.count > 10_000 { tries = tries.filter { $0.value.until > now.secondsSince1970 } }
            for name in tries.count > 20_000 ? [Self.everybody] : [email, Self.everybody] {
                var entry = tries[name] ?? Tries()
                if entry.until <= now.secondsSince1970 { entry = Tries(count: 0, until: now.secondsSince1970 + Self.windowInSeconds) }
                entry.count += 1
                tries[name] = entry
            }
        }
    }

    /// Forgets wrong passwords of somebody who has signed in.
    func noteRight(_ email: String) { tries.withLock { $0[email] = nil } }
}
