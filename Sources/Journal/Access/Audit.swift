public import Facts
import GRDB

/// Who did what, when, to what. Entries are added and never changed.
public struct AuditEntry: Sendable, Equatable {
    /// When.
    public var at: Instant
    /// Who, for people to read.
    public var who: String
    /// What was done: `key.create`, `profile.erase`, …
    public var action: String
    /// To what kind of thing.
    public var objectKind: String
    /// To which one, by its public id.
    public var objectID: String
    /// What else there is to know, as JSON.
    public var detail: String

    /// An entry.
    public init(at: Instant, who: String, action: String, objectKind: String, objectID: String, detail: String = "{}") {
        self.at = at
        self.who = who
        self.action = action
        self.objectKind = objectKind
        self.objectID = objectID
        self.detail = detail
    }
}

/// Which entries of the audit log are asked for.
public struct AuditFilter: Sendable, Equatable {
    /// Who did it, exactly; `nil` for anybody.
    public var who: String?
    /// What actions begin with before their first dot: `profile`, `key`; none for all.
    public var kinds: [String]
    /// The first moment.
    public var from: Instant
    /// The moment after the last.
    public var before: Instant

    /// A filter that lets everything through where nothing is said.
    public init(
        who: String? = nil, kinds: [String] = [], from: Instant = Instant(secondsSince1970: .min),
        before: Instant = Instant(secondsSince1970: .max)
    ) {
        self.who = who
        self.kinds = kinds
        self.from = from
        self.before = before
    }
}

extension Journal {
    /// A page of those entries of the audit log that a filter lets through, newest first: before an id.
    public func audit(
        _ filter: AuditFilter, before id: Int64 = .max, limit: Int = 100
    ) throws(JournalError) -> [(id: Int64, entry: AuditEntry)] {
        try reading { db in try AuditTable.page(db, filter, before: id, limit: limit) }
    }

    /// Who stands in the audit log, by name; no more than a few hundred.
    public func auditPeople(limit: Int = 300) throws(JournalError) -> [String] {
        try reading { db in try String.fetchAll(db, sql: "SELECT DISTINCT who FROM audit ORDER BY who LIMIT ?", arguments: [limit]) }
    }

    /// A page of the audit log, newest first: entries before an id.
    public func audit(before id: Int64 = .max, limit: Int = 100) throws(JournalError) -> [(id: Int64, entry: AuditEntry)] {
        try reading { db in try AuditTable.page(db, before: id, limit: limit) }
    }

    /// What was done to one thing, newest first.
    public func audit(objectKind: String, objectID: String, limit: Int = 100) throws(JournalError) -> [(id: Int64, entry: AuditEntry)] {
        try reading { db in try AuditTable.of(db, kind: objectKind, id: objectID, limit: limit) }
    }
}

/// The SQL of the audit log.
enum AuditTable {
    private static let columns = "id, at, who, action, object_kind, object_id, detail"

    static func add(_ entry: AuditEntry, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO audit (at, who, action, object_kind, object_id, detail) VALUES (?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            entry.at.secondsSince1970, entry.who, entry.action, entry.objectKind, entry.objectID, entry.detail,
        ])
    }

    static func page(_ db: Database, before id: Int64, limit: Int) throws -> [(id: Int64, entry: AuditEntry)] {
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?")
        return try Row.fetchAll(statement, arguments: [id, limit]).map(read)
    }

    static func page(_ db: Database, _ filter: AuditFilter, before id: Int64, limit: Int) throws -> [(id: Int64, entry: AuditEntry)] {
        // Kinds are bound as one text with bars around each: the statement stays a constant.
        let kinds = filter.kinds.isEmpty ? nil : "|" + filter.kinds.joined(separator: "|") + "|"
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(columns) FROM audit WHERE id < ?1 AND (?2 IS NULL OR who = ?2)
                    AND (?3 IS NULL OR instr(?3, '|' || substr(action, 1, instr(action || '.', '.') - 1) || '|') > 0)
                    AND at >= ?4 AND at < ?5
                ORDER BY id DESC LIMIT ?6
                """)
        return try Row.fetchAll(
            statement, arguments: [id, filter.who, kinds, filter.from.secondsSince1970, filter.before.secondsSince1970, limit]
        ).map(read)
    }

    static func of(_ db: Database, kind: String, id: String, limit: Int) throws -> [(id: Int64, entry: AuditEntry)] {
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns) FROM audit WHERE object_kind = ? AND object_id = ? ORDER BY id DESC LIMIT ?")
        return try Row.fetchAll(statement, arguments: [kind, id, limit]).map(read)
    }

    private static func read(_ row: Row) throws -> (id: Int64, entry: AuditEntry) {
        let entry = AuditEntry(
            at: try row.instant(1), who: try row.at(2), action: try row.at(3), objectKind: try row.at(4), objectID: try row.at(5),
            detail: try row.at(6))
        return (try row.at(0), entry)
    }
}
