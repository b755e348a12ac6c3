import Facts
import Synchronization

/// How often somebody may try to sign in.
///
/// Wrong passwords are counted for an address from a network, and for a network: beyond a few, those wait, and nobody else. All together never lock
/// anybody out: beyond many, tries from where nobody has signed in before are answered late. A browser that signed in before has a count of its
/// own, so that strangers, neighbours in the same network among them, cannot keep its owner out.
final class SignInLimits: Sendable {
    /// What is to be done with a try.
    enum Verdict: Equatable {
        case go
        /// Answered, right or wrong, so much later.
        case late(milliseconds: Int)
        /// Not tried at all for so long.
        case wait(seconds: Int)
    }

    /// Whom a try is counted for.
    enum Caller: Hashable, Sendable {
        /// A browser that signed in to the account before.
        case device(String)
        case network(Network)
    }

    private enum Counted: Hashable {
        case caller(Caller)
        case address(String, Caller)
        case all
    }

    fileprivate struct Tries {
        var count = 0
        var until: Int64 = 0
    }

    private struct State {
        var tries: [Counted: Tries] = [:]
        /// From where somebody signed in, and until when that is remembered.
        var known: [Network: Int64] = [:]
        /// Failures since the last that was written down.
        var unwritten = 0
        /// How many were written down within this window.
        var written = Tries()
    }

    private let state = Mutex(State())

    static let mostOfAddress = 5
    static let mostOfNetwork = 30
    static let mostOfDevice = 10
    /// From so many wrong passwords of all on, tries are answered late.
    static let mostOfAll = 100
    /// The latest, in milliseconds.
    static let latest = 3_000
    /// Failures that are written to the audit log within a window; of others their number.
    static let mostWritten = 20
    fileprivate static let windowInSeconds: Int64 = 900
    private static let knownForSeconds: Int64 = 30 * 86_400
    private static let mostKnown = 10_000
    private static let mostEntries = 20_000

    /// What is to be done with a try for an address. One that is made counts as wrong from now on, until it turns out to be right: many that are
    /// made together are counted all the same.
    func begin(_ email: String, from caller: Caller, now: Instant) -> Verdict {
        state.withLock { state in
            let verdict = Self.verdict(state, email, caller, now)
            if case .wait = verdict { return verdict }
            // Addresses and networks are made up at will: what they take up is bounded by forgetting those whose time is over.
            if state.tries.count > Self.mostEntries / 2 { state.tries = state.tries.filter { $0.value.until > now.secondsSince1970 } }
            for counted in Self.counted(email, caller) where state.tries[counted] != nil || state.tries.count < Self.mostEntries {
                state.tries[counted, default: Tries()].add(now)
            }
            return verdict
        }
    }

    private static func verdict(_ state: State, _ email: String, _ caller: Caller, _ now: Instant) -> Verdict {
        func wait(_ counted: Counted, _ most: Int) -> Int {
            guard let tries = state.tries[counted], tries.count >= most, tries.until > now.secondsSince1970 else { return 0 }
            return Int(tries.until - now.secondsSince1970)
        }
        guard case .network(let network) = caller else {
            let seconds = wait(.caller(caller), mostOfDevice)
            return seconds > 0 ? .wait(seconds: seconds) : .go
        }
        // Behind a proxy that hides them friend and foe look alike: none of them may lock the others out.
        if network == .unknown { return .late(milliseconds: min(latest, (state.tries[.caller(caller)]?.count ?? 0) * 50)) }
        let seconds = max(wait(.address(email, caller), mostOfAddress), wait(.caller(caller), mostOfNetwork))
        if seconds > 0 { return .wait(seconds: seconds) }
        guard let all = state.tries[.all], all.until > now.secondsSince1970, all.count >= mostOfAll, !isKnown(network, state, now) else {
            return .go
        }
        return .late(milliseconds: min(latest, (all.count - mostOfAll + 1) * 20))
    }

    private static func counted(_ email: String, _ caller: Caller) -> [Counted] {
        guard case .network = caller else { return [.all, .caller(caller)] }
        return [.all, .caller(caller), .address(email, caller)]
    }

    private static func isKnown(_ network: Network, _ state: State, _ now: Instant) -> Bool {
        state.known[network].map { $0 > now.secondsSince1970 } ?? false
    }

    /// Whether somebody signed in from there before.
    func isKnown(_ caller: Caller, now: Instant) -> Bool {
        guard case .network(let network) = caller else { return true }
        return state.withLock { Self.isKnown(network, $0, now) }
    }

    /// Notes that a password was wrong.
    ///
    /// - Returns: how many there were since the last that was to be written down, this one included; `nil` where this one is not.
    func noteWrong(now: Instant) -> Int? {
        state.withLock { state in
            state.unwritten += 1
            state.written.add(now)
            guard state.written.count <= Self.mostWritten else { return nil }
            defer { state.unwritten = 0 }
            return state.unwritten
        }
    }

    /// Forgets the tries of somebody who has signed in, and remembers from where.
    func noteRight(_ email: String, from caller: Caller, network: Network, now: Instant) {
        state.withLock { state in
            for counted in Self.counted(email, caller) { state.tries[counted]?.takeBack() }
            state.tries[.address(email, .network(network))] = nil
            if case .device = caller { state.tries[.caller(caller)] = nil }
            if state.known.count >= Self.mostKnown { state.known = state.known.filter { $0.value > now.secondsSince1970 } }
            if state.known.count < Self.mostKnown, network != .unknown {
                state.known[network] = now.secondsSince1970 + Self.knownForSeconds
            }
        }
    }
}

extension SignInLimits.Tries {
    fileprivate mutating func add(_ now: Instant) {
        if until <= now.secondsSince1970 { self = Self(count: 0, until: now.secondsSince1970 + SignInLimits.windowInSeconds) }
        count += 1
    }

    fileprivate mutating func takeBack() { count = max(0, count - 1) }
}
