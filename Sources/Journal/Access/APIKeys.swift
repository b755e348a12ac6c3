public import Facts
import Foundation
import GRDB

/// A key to the API. Its secret is with its owner only.
public struct APIKeyRow: Sendable, Equatable {
    /// Its number, from ``Journal/nextNumber(_:)`` for a new one.
    public var number: UInt64
    /// The SHA-256 hash of the secret, 32 bytes. The secret is 256 random bits, so that a plain hash cannot be reversed by trying.
    public var hash: [UInt8]
    /// What its owner calls it.
    public var name: String
    /// What it may do.
    public var scopes: Set<String>
    /// Who made it, for people to read.
    public var createdBy: String
    /// When it was made.
    public var createdAt: Instant
    /// When it was revoked; `nil` while it is good.
    public var revokedAt: Instant?
    /// When it was used last, as far as was written down.
    public var lastUsedAt: Instant?

    /// A key.
    public init(
        number: UInt64, hash: [UInt8], name: String, scopes: Set<String>, createdBy: String, createdAt: Instant, revokedAt: Instant? = nil,
        lastUsedAt: Instant? = nil
    ) {
        self.number = number
        self.hash = hash
        self.name = name
        self.scopes = scopes
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.revokedAt = revokedAt
        self.lastUsedAt = lastUsedAt
    }
}

extension Journal {
    /// All keys, by number, also those that were revoked.
    public func apiKeys() throws(JournalError) -> [APIKeyRow] {
        try reading { db in try APIKeyTable.all(db) }
    }
}

/// The SQL of keys.
enum APIKeyTable {
    private static let columns = "number, hash, name, scopes, created_by, created_at, revoked_at, last_used_at"

    /// Makes a key or brings it up to date; hash, creator and creation stay.
    static func put(_ key: APIKeyRow, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO api_key (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (number) DO UPDATE SET
                    name = excluded.name, scopes = excluded.scopes, revoked_at = excluded.revoked_at, last_used_at = excluded.last_used_at
                WHERE hash = excluded.hash
                """)
        try statement.execute(arguments: [
            Int64(clamping: key.number), Data(key.hash), key.name, key.scopes.sorted().joined(separator: " "), key.createdBy,
            key.createdAt.secondsSince1970, key.revokedAt?.secondsSince1970, key.lastUsedAt?.secondsSince1970,
        ])
        guard db.changesCount == 1 else { throw JournalError(.contradiction, "The key number \(key.number) is another key's.") }
    }

    /// Notes when keys were used.
    static func note(used: [UInt64: Instant], _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "UPDATE api_key SET last_used_at = ? WHERE number = ?")
        for (number, instant) in used { try statement.execute(arguments: [instant.secondsSince1970, Int64(clamping: number)]) }
    }

    static func all(_ db: Database) throws -> [APIKeyRow] {
        try Row.fetchAll(db, sql: "SELECT \(columns) FROM api_key ORDER BY number").map { row in
            let scopes: String = try row.at(3)
            return APIKeyRow(
                number: try row.at(0), hash: try row.bytes(1), name: try row.at(2),
                scopes: Set(scopes.split(separator: " ").map(String.init)), createdBy: try row.at(4), createdAt: try row.instant(5),
                revokedAt: try row.optionalInstant(6), lastUsedAt: try row.optionalInstant(7))
        }
    }
}
