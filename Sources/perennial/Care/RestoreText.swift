import Facts
import Journal
import Shop

/// What a restored backup undid, in words.
enum RestoreText {
    /// A line for each kind of thing.
    ///
    /// - Parameters:
    ///   - people: how many of those who were erased are in the backup.
    ///   - isDoneAgain: whether it was done again, or came back and stays so.
    static func lines(_ undone: UndoneByRestore, people: Int, isDoneAgain: Bool) -> [String] {
        let revoked = undone.keys.filter { $0.revokedAt != nil }
        let changed = undone.keys.filter { $0.revokedAt == nil }
        let removed = undone.users.filter { $0.disabledAt != nil }
        let others = undone.users.filter { $0.disabledAt == nil }
        let head = isDoneAgain ? "Again     " : "Warning   "
        var lines: [String] = []
        func add(_ count: Int, _ one: String, _ many: String, again: String, back: String, names: [String] = []) {
            guard count > 0 else { return }
            let list = names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
            lines.append("\(head)\(counted(count, one, many))\(list) \(isDoneAgain ? again : back).")
        }
        add(
            people, "person was erased after the backup", "people were erased after the backup", again: "and erased again",
            back: "and came back")
        add(
            revoked.count, "key was revoked after the backup", "keys were revoked after the backup", again: "and revoked again",
            back: "and works again", names: revoked.map(name))
        add(
            changed.count, "key had other scopes", "keys had other scopes", again: "and has them again",
            back: "and may do what it might at the backup", names: changed.map(name))
        add(
            removed.count, "user was removed after the backup", "users were removed after the backup", again: "and removed again",
            back: "and may sign in again", names: removed.map(\.email))
        add(
            others.count, "user had another password or role", "users had another password or role", again: "which holds",
            back: "and has that of the backup", names: others.map(\.email))
        add(
            undone.objectors.count, "objection to being profiled", "objections to being profiled", again: "noted again", back: "got lost")
        add(
            undone.withdrawals.count, "word against being written to", "words against being written to", again: "noted again",
            back: "got lost")
        return lines
    }

    /// What was lost with what was there before, or is not known.
    static func warnings(_ undone: UndoneByRestore) -> [String] {
        var lines = undone.unreadable.map {
            "Warning   \($0) cannot be read: people who were erased after the backup may be back, and keys that were revoked may work again. "
                + "Compare with your own records."
        }
        lines += undone.foreign.map { "Note      \($0) is another shop's: nothing was compared with it." }
        if !undone.lostKeys.isEmpty {
            let keys = counted(undone.lostKeys.count, "key was", "keys were")
            let names = undone.lostKeys.map(name).joined(separator: ", ")
            lines.append("Note      \(keys) made after the backup, and no longer known: \(names).")
        }
        return lines
    }

    private static func name(_ key: APIKeyRow) -> String { "\(key.number) \"\(key.name)\"" }
}
