public import Facts
import Foundation
import GRDB

/// A browser that is logged in. Its token is with the browser only.
public struct SessionRow: Sendable, Equatable {
    /// The hash of the token.
    public var hash: [UInt8]
    /// The user's number.
    public var user: UInt64
    /// When it began.
    public var createdAt: Instant
    /// When it ends.
    public var expiresAt: Instant

    /// A session.
    public init(hash: [UInt8], user: UInt64, createdAt: Instant, expiresAt: Instant) {
        self.hash = hash
        self.user = user
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}

/// A link that works once: to set a first password, to confirm an address. Its token is in the link only.
public struct OneTimeLinkRow: Sendable, Equatable {
    /// The hash of the token.
    public var hash: [UInt8]
    /// What it is for.
    public var purpose: String
    /// For whom and what exactly, as JSON.
    public var detail: String
    /// When it was made.
    public var createdAt: Instant
    /// From when on it does not work any more.
    public var expiresAt: Instant
    /// When it was used; `nil` while it was not.
    public var usedAt: Instant?

    /// A link that was not used.
    public init(hash: [UInt8], purpose: String, detail: String, createdAt: Instant, expiresAt: Instant, usedAt: Instant? = nil) {
        self.hash = hash
        self.purpose = purpose
        self.detail = detail
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.usedAt = usedAt
    }
}

extension Journal {
    /// All sessions that have not ended at a moment.
    public func sessions(at instant: Instant) throws(JournalError) -> [SessionRow] {
        try reading { db in try SessionTable.all(db, at: instant) }
    }

    /// The session of a token's hash; the caller looks at its end.
    public func session(hash: [UInt8]) throws(JournalError) -> SessionRow? {
        try reading { db in try SessionTable.one(db, hash: hash) }
    }

    /// The link of a token's hash, used or not.
    public func oneTimeLink(hash: [UInt8]) throws(JournalError) -> OneTimeLinkRow? {
        try reading { db in try LinkTable.one(db, hash: hash) }
    }

    /// Uses a link: of several that try at once, one gets it. `nil` where it was never made, was used before or does not work any more.
    ///
    /// The use is on the disk when this returns.
    public func useOneTimeLink(hash: [UInt8], at instant: Instant) throws(JournalError) -> OneTimeLinkRow? {
        try writing { db in try LinkTable.use(db, hash: hash, at: instant) }
    }
}

/// The SQL of sessions.
enum SessionTable {
    static func add(_ session: SessionRow, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO session (hash, user, created_at, expires_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (hash) DO UPDATE SET expires_at = excluded.expires_at
                """)
        try statement.execute(arguments: [
            Data(session.hash), Int64(clamping: session.user), session.createdAt.secondsSince1970, session.expiresAt.secondsSince1970,
        ])
    }

    static func end(hash: [UInt8], _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM session WHERE hash = ?").execute(arguments: [Data(hash)])
    }

    static func endAll(of user: UInt64, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM session WHERE user = ?").execute(arguments: [Int64(clamping: user)])
    }

    /// Forgets sessions and links that ended before a moment.
    static func dropExpired(before instant: Instant, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM session WHERE expires_at < ?", arguments: [instant.secondsSince1970])
        try db.execute(sql: "DELETE FROM one_time_link WHERE expires_at < ?", arguments: [instant.secondsSince1970])
    }

    static func all(_ db: Database, at instant: Instant) throws -> [SessionRow] {
        let sql = "SELECT hash, user, created_at, expires_at FROM session WHERE expires_at > ?"
        return try Row.fetchAll(db, sql: sql, arguments: [instant.secondsSince1970]).map(read)
    }

    static func one(_ db: Database, hash: [UInt8]) throws -> SessionRow? {
        let statement = try db.cachedStatement(sql: "SELECT hash, user, created_at, expires_at FROM session WHERE hash = ?")
        return try Row.fetchOne(statement, arguments: [Data(hash)]).map(read)
    }

    private static func read(_ row: Row) throws -> SessionRow {
        SessionRow(hash: try row.bytes(0), user: try row.at(1), createdAt: try row.instant(2), expiresAt: try row.instant(3))
    }
}

/// The SQL of links.
enum LinkTable {
    static func add(_ link: OneTimeLinkRow, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO one_time_link (hash, purpose, detail, created_at, expires_at) VALUES (?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            Data(link.hash), link.purpose, link.detail, link.createdAt.secondsSince1970, link.expiresAt.secondsSince1970,
        ])
    }

    static func endAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM one_time_link WHERE used_at IS NULL")
    }

    static func use(_ db: Database, hash: [UInt8], at instant: Instant) throws -> OneTimeLinkRow? {
        let statement = try db.cachedStatement(
            sql: "UPDATE one_time_link SET used_at = ?1 WHERE hash = ?2 AND used_at IS NULL AND expires_at > ?1")
        try statement.execute(arguments: [instant.secondsSince1970, Data(hash)])
        guard db.changesCount == 1 else { return nil }
        return try one(db, hash: hash)
    }

    static func one(_ db: Database, hash: [UInt8]) throws -> OneTimeLinkRow? {
        let statement = try db.cachedStatement(
            sql: "SELECT hash, purpose, detail, created_at, expires_at, used_at FROM one_time_link WHERE hash = ?")
        return try Row.fetchOne(statement, arguments: [Data(hash)]).map { row in
            OneTimeLinkRow(
                hash: try row.bytes(0), purpose: try row.at(1), detail: try row.at(2), createdAt: try row.instant(3),
                expiresAt: try row.instant(4), usedAt: try row.optionalInstant(5))
        }
    }
}
