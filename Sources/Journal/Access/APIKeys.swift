public import Facts
import Foundation
import GRDB

/// A key to the API. Its secret is with its owner only.
public struct APIKeyRow: Sendable, Equatable {
    /// Its number, which ``Journal/createKey(hash:name:scopes:by:at:)`` gave it.
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

    /// Makes a key, and says so in the audit log. Beside the process that has the folder too.
    ///
    /// The number is given within the transaction: however many processes make keys at once, each key gets one of its own, and none is
    /// given a second time.
    ///
    /// - Parameters:
    ///   - hash: the SHA-256 hash of the secret; refused where a key has it already.
    ///   - who: who makes it, for people to read.
    ///   - detail: what the audit log says of it, a JSON object.
    @discardableResult
    public func createKey(
        hash: [UInt8], name: String, scopes: Set<String>, by who: String, at instant: Instant, detail: String = "{}"
    ) throws(JournalError) -> APIKeyRow {
        try writingAtOnce { db in
            let number = try APIKeyTable.lastNumber(db) + 1
            let key = APIKeyRow(number: number, hash: hash, name: name, scopes: scopes, createdBy: who, createdAt: instant)
            try APIKeyTable.add(key, db)
            try AuditTable.add(
                AuditEntry(at: instant, who: who, action: "key.create", objectKind: "key", objectID: "\(number)", detail: detail), db)
            return key
        }
    }

    /// Revokes a key, and says so in the audit log. Beside the process that has the folder too.
    ///
    /// - Returns: whether it was good until now.
    public func revokeKey(_ number: UInt64, by who: String, at instant: Instant) throws(JournalError) -> Bool {
        try writingAtOnce { db in
            guard let isGood = try APIKeyTable.isGood(number, db) else {
                throw JournalError(.missing, "There is no key with the number \(number). See perennial key list.")
            }
            guard isGood else { return false }
            try APIKeyTable.revoke(number, at: instant, db)
            try AuditTable.add(
                AuditEntry(at: instant, who: who, action: "key.revoke", objectKind: "key", objectID: "\(number)"), db)
            return true
        }
    }
}

/// The SQL of keys.
enum APIKeyTable {
    private static let columns = "number, hash, name, scopes, created_by, created_at, revoked_at, last_used_at"

    /// The last number that was given; 0 where there are no keys. Keys are never deleted, so that it only grows.
    static func lastNumber(_ db: Database) throws -> UInt64 { try UInt64.fetchOne(db, sql: "SELECT max(number) FROM api_key") ?? 0 }

    static func add(_ key: APIKeyRow, _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "INSERT INTO api_key (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            Int64(clamping: key.number), Data(key.hash), key.name, key.scopes.sorted().joined(separator: " "), key.createdBy,
            key.createdAt.secondsSince1970, key.revokedAt?.secondsSince1970, key.lastUsedAt?.secondsSince1970,
        ])
    }

    /// Puts a key in the place of the one of its number, as it is known from a journal beside: what a restore brought back is done again.
    static func put(_ key: APIKeyRow, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM api_key WHERE number = ?", arguments: [Int64(clamping: key.number)])
        try add(key, db)
    }

    /// Whether a key was not revoked; `nil` where there is none of that number.
    static func isGood(_ number: UInt64, _ db: Database) throws -> Bool? {
        try Bool.fetchOne(db, sql: "SELECT revoked_at IS NULL FROM api_key WHERE number = ?", arguments: [Int64(clamping: number)])
    }

    static func revoke(_ number: UInt64, at instant: Instant, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE api_key SET revoked_at = ? WHERE number = ?", arguments: [instant.secondsSince1970, Int64(clamping: number)])
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
