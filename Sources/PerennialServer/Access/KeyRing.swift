public import Facts
import Synchronization

/// Keys in memory: for tests, and the part of a kept key store that answers requests.
public final class KeyRing: KeyStore {
    private struct State {
        var keys: [KeyHash: APIKey] = [:]
        var lastUse: [UInt64: Instant] = [:]
    }

    private let state = Mutex(State())
    private let companyID: String

    /// A ring without keys, of the shop with a public id.
    public init(companyID: String) { self.companyID = companyID }

    /// Adds a key, or replaces the one with its hash.
    public func add(_ key: APIKey) {
        state.withLock { $0.keys[key.hash] = key }
    }

    /// Takes a key away: from now on it is unknown.
    public func revoke(number: UInt64) {
        state.withLock { state in
            state.keys = state.keys.filter { $0.value.number != number }
            state.lastUse[number] = nil
        }
    }

    /// When a key was last used.
    public func lastUse(number: UInt64) -> Instant? {
        state.withLock { $0.lastUse[number] }
    }

    /// The key of a hash.
    public func key(hashedAs hash: KeyHash) -> APIKey? {
        state.withLock { $0.keys[hash] }
    }

    /// Remembers the moment.
    public func noteUse(of key: APIKey, at instant: Instant) {
        state.withLock { $0.lastUse[key.number] = instant }
    }

    /// Whether this is the shop.
    public func isCompany(_ id: String) -> Bool { id == companyID }
}
