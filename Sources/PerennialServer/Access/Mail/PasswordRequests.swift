import Facts
import Synchronization

/// How often a link for a new password may be asked for: by everybody, so few that nobody's mailbox is filled and no server blocked.
final class PasswordRequests: Sendable {
    private enum Counted: Hashable {
        case address(String)
        case network(Network)
        case all
    }

    private struct Tries {
        var count = 0
        var until: Int64 = 0
    }

    /// What becomes of a request.
    enum Verdict: Equatable {
        case go
        /// The address has had enough mails: nothing is sent, and nothing of that is said.
        case quiet
        /// Too many from one place, or of all.
        case wait(seconds: Int)
    }

    private let tries = Mutex<[Counted: Tries]>([:])

    static let mostOfAddress = 3
    static let mostOfNetwork = 10
    static let mostOfAll = 100
    private static let windowInSeconds: Int64 = 3_600
    private static let mostEntries = 20_000

    /// Counts a request, and says what is to become of it.
    func begin(_ email: String, from network: Network, now: Instant) -> Verdict {
        let second = now.secondsSince1970
        return tries.withLock { tries in
            if tries.count > Self.mostEntries / 2 { tries = tries.filter { $0.value.until > second } }
            func count(_ counted: Counted) -> Tries {
                guard let known = tries[counted], known.until > second else { return Tries(until: second + Self.windowInSeconds) }
                return known
            }
            for (counted, most) in [(Counted.network(network), Self.mostOfNetwork), (.all, Self.mostOfAll)] {
                let known = count(counted)
                if known.count >= most { return .wait(seconds: Int(clamping: known.until - second)) }
            }
            let ofAddress = count(.address(email))
            for counted in [Counted.network(network), .all, .address(email)] where tries[counted] != nil || tries.count < Self.mostEntries {
                var known = count(counted)
                known.count += 1
                tries[counted] = known
            }
            return ofAddress.count >= Self.mostOfAddress ? .quiet : .go
        }
    }
}
