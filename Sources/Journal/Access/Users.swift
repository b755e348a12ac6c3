public import Facts
import GRDB

/// Somebody who may log in.
public struct UserRow: Sendable, Equatable {
    /// The number, from ``Journal/nextNumber(_:)`` for a new one.
    public var number: UInt64
    /// The e-mail address, folded by the caller: no two users share one.
    public var email: String
    /// The name that is shown.
    public var name: String
    /// What the user may do: a role's name.
    public var role: String
    /// The password's hash with all that is needed to verify it; `nil` while none is set.
    public var password: String?
    /// When the user was made.
    public var createdAt: Instant
    /// Since when the user may not log in any more.
    public var disabledAt: Instant?
    /// What else there is to know (language, …), as JSON.
    public var detail: String

    /// A user.
    public init(
        number: UInt64, email: String, name: String, role: String, password: String?, createdAt: Instant, disabledAt: Instant? = nil,
        detail: String = "{}"
    ) {
        self.number = number
        self.email = email
        self.name = name
        self.role = role
        self.password = password
        self.createdAt = createdAt
        self.disabledAt = disabledAt
        self.detail = detail
    }
}

extension Journal {
    /// All users, by number, also those that were disabled.
    public func users() throws(JournalError) -> [UserRow] {
        try reading { db in try UserTable.all(db) }
    }

    /// The user of a (folded) e-mail address.
    public func user(email: String) throws(JournalError) -> UserRow? {
        try reading { db in try UserTable.one(db, email: email) }
    }
}

/// The SQL of users.
enum UserTable {
    private static let columns = "number, email, name, role, password, created_at, disabled_at, detail"

    /// Makes a user or brings the user up to date.
    static func put(_ user: UserRow, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO user (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (number) DO UPDATE SET
                    email = excluded.email, name = excluded.name, role = excluded.role, password = excluded.password,
                    disabled_at = excluded.disabled_at, detail = excluded.detail
                WHERE created_at = excluded.created_at
                """)
        try statement.execute(arguments: [
            Int64(clamping: user.number), user.email, user.name, user.role, user.password, user.createdAt.secondsSince1970,
            user.disabledAt?.secondsSince1970, user.detail,
        ])
        guard db.changesCount == 1 else { throw JournalError(.contradiction, "The user number \(user.number) is another user's.") }
    }

    static func all(_ db: Database) throws -> [UserRow] {
        try Row.fetchAll(db, sql: "SELECT \(columns) FROM user ORDER BY number").map(read)
    }

    static func one(_ db: Database, email: String) throws -> UserRow? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT \(columns) FROM user WHERE email = ?"), arguments: [email]).map(read)
    }

    private static func read(_ row: Row) throws -> UserRow {
        UserRow(
            number: try row.at(0), email: try row.at(1), name: try row.at(2), role: try row.at(3), password: try row.optional(4),
            createdAt: try row.instant(5), disabledAt: try row.optionalInstant(6), detail: try row.at(7))
    }
}
