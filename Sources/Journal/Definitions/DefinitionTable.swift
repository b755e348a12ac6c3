import Facts
import GRDB

/// The SQL of definitions.
enum DefinitionTable {
    private static let columns = "kind, number, body, created_at, updated_at, deleted_at"

    /// Writes a change, and what was before it to the history.
    static func apply(_ change: DefinitionChange, _ db: Database) throws {
        let number = Int64(clamping: change.number)
        let seconds = change.at.secondsSince1970
        let before = try String.fetchOne(
            db.cachedStatement(sql: "SELECT body FROM definition WHERE kind = ? AND number = ? AND deleted_at IS NULL"),
            arguments: [change.kind, number])
        if let body = change.body {
            // A deleted definition that is written again lives again, under its old number.
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO definition (kind, number, body, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4)
                    ON CONFLICT (kind, number) DO UPDATE SET body = ?3, updated_at = ?4, deleted_at = NULL
                    """)
            try statement.execute(arguments: [change.kind, number, body, seconds])
        } else {
            guard before != nil else { return }
            try db.cachedStatement(sql: "UPDATE definition SET deleted_at = ?1, updated_at = ?1 WHERE kind = ?2 AND number = ?3")
                .execute(arguments: [seconds, change.kind, number])
        }
        let statement = try db.cachedStatement(
            sql: "INSERT INTO definition_change (kind, number, changed_at, who, before, after) VALUES (?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [change.kind, number, seconds, change.who, before, change.body])
    }

    static func all(_ db: Database, kind: String, withDeleted: Bool) throws -> [Definition] {
        let condition = withDeleted ? "" : "AND deleted_at IS NULL"
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM definition WHERE kind = ? \(condition) ORDER BY number")
        return try Row.fetchAll(statement, arguments: [kind]).map(read)
    }

    static func one(_ db: Database, kind: String, number: UInt64) throws -> Definition? {
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM definition WHERE kind = ? AND number = ?")
        return try Row.fetchOne(statement, arguments: [kind, Int64(clamping: number)]).map(read)
    }

    static func history(_ db: Database, kind: String, number: UInt64) throws -> [HistoryEntry] {
        let statement = try db.cachedStatement(
            sql: "SELECT changed_at, who, before, after FROM definition_change WHERE kind = ? AND number = ? ORDER BY id")
        return try Row.fetchAll(statement, arguments: [kind, Int64(clamping: number)]).map(HistoryEntry.init)
    }

    private static func read(_ row: Row) throws -> Definition {
        Definition(
            kind: try row.at(0), number: try row.at(1), body: try row.at(2), createdAt: try row.instant(3), updatedAt: try row.instant(4),
            deletedAt: try row.optionalInstant(5))
    }
}

extension HistoryEntry {
    /// Of a row: when, who, before, after.
    init(_ row: Row) throws {
        self.init(at: try row.instant(0), who: try row.at(1), before: try row.optional(2), after: try row.optional(3))
    }
}
