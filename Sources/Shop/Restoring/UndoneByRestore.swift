public import Facts
public import Journal
import Population

/// What the journals that were set aside know, and a backup that was put in their place undid: people who were erased are back, keys that were
/// revoked work again.
public struct UndoneByRestore: Sendable {
    /// Identities of people who were erased since, by keyed hash, with how often: somebody of the backup may have them.
    var hashes: [UInt64: Int] = [:]
    /// Profiles that were erased since, where the numbers of the backup are those of the journal that was set aside.
    var profiles: Set<ProfileNumber> = []
    /// Who objected since to being profiled.
    public internal(set) var objectors: Set<ProfileNumber> = []
    /// What was said since against being written to.
    public internal(set) var withdrawals: [ConsentFact] = []
    /// Keys that work again as they do in the backup, as they should be: revoked, or of other scopes.
    public internal(set) var keys: [APIKeyRow] = []
    /// Keys that were made since: they are gone.
    public internal(set) var lostKeys: [APIKeyRow] = []
    /// Users who may sign in again as in the backup, as they should be: removed, or with another password.
    public internal(set) var users: [UserRow] = []
    /// Journals that were set aside and cannot be read: what they know is not known.
    public internal(set) var unreadable: [String] = []
    /// Journals of another shop.
    public internal(set) var foreign: [String] = []

    /// Whether somebody may be back who was erased.
    var hasErased: Bool { !hashes.isEmpty || !profiles.isEmpty }

    /// Whether nothing was undone, as far as is known.
    public var isEmpty: Bool { !hasErased && objectors.isEmpty && withdrawals.isEmpty && keys.isEmpty && users.isEmpty }

    /// Compares a folder's journal, into which a backup was just put, with those that are kept aside in it.
    public init(folder: String) throws(JournalError) {
        let restored = try Journal.openBeside(folder: folder)
        let (last, asides) = (restored.lastSequence, restored.keptAside)
        let now: JournalMemory
        do throws(JournalError) {
            now = try JournalMemory(restored, sharing: last)
        } catch {
            try? restored.close()
            throw error
        }
        try restored.close()
        for path in asides {
            do throws(JournalError) {
                let journal = try Journal.openAside(path)
                defer { try? journal.close() }
                take(try JournalMemory(journal, sharing: last), journal.lastSequence >= last, now, path, isNewest: path == asides.last)
            } catch {
                unreadable.append(path)
            }
        }
    }

    private mutating func take(_ aside: JournalMemory, _ isLongEnough: Bool, _ now: JournalMemory, _ path: String, isNewest: Bool) {
        guard aside.key == now.key else {
            foreign.append(path)
            return
        }
        for (hash, count) in aside.erasedHashes where count > now.erasedHashes[hash] ?? 0 { hashes[hash] = max(hashes[hash] ?? 0, count) }
        // Numbers mean the same people only where both journals began alike.
        if isLongEnough, aside.lineage == now.lineage {
            profiles.formUnion(aside.erased.subtracting(now.erased))
            if isNewest {
                objectors = aside.objectors
                withdrawals = aside.withdrawals
            }
        }
        let known = Dictionary(now.keys.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
        for key in aside.keys {
            guard let here = known[key.hash] else {
                if isNewest, key.revokedAt == nil { lostKeys.append(key) }
                continue
            }
            guard here.number == key.number, here.revokedAt == nil, key.revokedAt != nil || (isNewest && here.scopes != key.scopes) else {
                continue
            }
            keys.removeAll { $0.number == key.number }
            keys.append(key)
        }
        guard isNewest else { return }
        for user in aside.users {
            guard let here = now.users.first(where: { $0.number == user.number && $0.createdAt == user.createdAt }) else { continue }
            if here.password != user.password || here.disabledAt != user.disabledAt || here.role != user.role { users.append(user) }
        }
    }
}
