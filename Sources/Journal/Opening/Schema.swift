import GRDB

/// The versions of the journal's tables and the way from one to the next.
enum Schema {
    /// The steps: the first makes version 1 of nothing, the second version 2 of version 1, and so on. A step that was released never changes.
    static let steps: [String] = [version1]

    /// The version that this program writes.
    static var version: Int { steps.count }

    /// Brings a file up to date, each step in a transaction of its own.
    static func migrate(_ db: Database, path: String) throws {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        var version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if application == 0, version == 0 {
            // GRDB leaves nothing behind when it turns the log on, so that tables without our mark are somebody else's.
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            guard tables == 0 else { throw JournalError(.notAJournal, "\(path) is a database of another program.") }
        } else if application != Int(FileHeader.applicationID) {
            throw JournalError(.notAJournal, "\(path) is a database of another program.")
        }
        guard version <= Schema.version else { throw FileHeader.newer(version, path: path) }
        while version < Schema.version {
            try db.inTransaction(.immediate) {
                try db.execute(sql: steps[version])
                version += 1
                try db.execute(sql: "PRAGMA application_id = \(FileHeader.applicationID); PRAGMA user_version = \(version)")
                return .commit
            }
        }
    }
}
