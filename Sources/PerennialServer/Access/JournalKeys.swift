import Facts
import Journal
import Shop
import Synchronization

/// The keys of the journal, in memory. What another process made or revoked is seen within two seconds.
final class JournalKeys: KeyStore {
    private struct State {
        var keys: [KeyHash: APIKey] = [:]
        var readAt: Int64 = .min
    }

    private let shop: Shop
    private let state = Mutex(State())

    /// How long what was read holds, in seconds.
    private static let holdsForSeconds: Int64 = 2

    init(_ shop: Shop) {
        self.shop = shop
    }

    func key(hashedAs hash: KeyHash) -> APIKey? {
        let now = Instant.now.secondsSince1970
        return state.withLock { state in
            // A clock that went back must not make what was read hold for long.
            if now < state.readAt || now >= state.readAt + Self.holdsForSeconds {
                state.readAt = now
                // A journal that cannot be read for a moment is no reason to refuse keys that are known.
                if let keys = Self.read(shop.journal) { state.keys = keys }
            }
            return state.keys[hash]
        }
    }

    private static func read(_ journal: Journal) -> [KeyHash: APIKey]? {
        guard let rows = try? journal.apiKeys() else { return nil }
        var keys: [KeyHash: APIKey] = [:]
        for row in rows where row.revokedAt == nil {
            guard let hash = KeyHash(bytes: row.hash), let scopes = try? ScopeSet(names: row.scopes) else { continue }
            keys[hash] = APIKey(number: row.number, name: row.name, scopes: scopes, hash: hash)
        }
        return keys
    }

    func noteUse(of key: APIKey, at instant: Instant) {
        let number = key.number
        // Best effort: when a key was used last is no fact that anybody waits for.
        Task { try? await shop.write { (intake) throws(IntakeError) in intake.write(.apiKeysUsed([number: instant])) } }
    }

    func isCompany(_ id: String) -> Bool { id == shop.publicID }
}
