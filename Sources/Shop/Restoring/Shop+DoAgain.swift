public import Facts
import Journal
import Population

extension Shop {
    /// The people of this shop who were erased in a journal that was set aside, and are back with the backup.
    public func comeBack(_ undone: UndoneByRestore) -> [ProfileNumber] {
        guard undone.hasErased else { return [] }
        return read { population in
            (0..<UInt32(population.profileCount)).map { ProfileNumber($0) }.filter { profile in
                guard population.isLive(profile) else { return false }
                if undone.profiles.contains(profile) { return true }
                return IdentityKind.allCases.contains { kind in
                    population.allIdentities(kind, of: profile).contains {
                        undone.hashes[identityHash.value(of: $0, domain: kind.rawValue)] != nil
                    }
                }
            }
        }
    }

    /// Does again what putting a backup in place undid, but for erasures: see ``comeBack(_:)`` and ``erase(_:by:reason:)``.
    ///
    /// Whoever was signed in must sign in again, and links that work once no longer do: which of them were ended or used since is not known.
    public func doAgain(_ undone: UndoneByRestore, by who: String) async throws(IntakeError) {
        let users: [UserRow]
        do throws(JournalError) {
            users = try journal.users()
        } catch {
            throw .unavailable(error)
        }
        try await write(isAlone: true) { (intake) throws(IntakeError) in
            func note(_ action: String, _ kind: String, _ id: String) {
                intake.write(
                    .audit(
                        AuditEntry(
                            at: intake.now, who: who, action: action, objectKind: kind, objectID: id,
                            detail: #"{"reason":"as before the restore"}"#)))
            }
            for key in undone.keys {
                intake.write(.apiKey(key))
                note(key.revokedAt == nil ? "key.change" : "key.revoke", "key", "\(key.number)")
            }
            for user in undone.users {
                intake.write(.user(user))
                note(user.disabledAt == nil ? "user.change" : "user.remove", "user", "\(user.number)")
            }
            for user in users { intake.write(.endSessions(user: user.number)) }
            intake.write(.endOneTimeLinks)
            for profile in undone.objectors.sorted() { intake.profiling(profile, isObjected: true) }
            for fact in undone.withdrawals { intake.consent(fact) }
        }
    }
}
