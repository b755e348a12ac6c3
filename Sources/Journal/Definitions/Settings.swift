public import Facts
import GRDB

/// A change of a setting.
public struct SettingChange: Sendable {
    /// Its name.
    public var key: String
    /// Its value from now on, as JSON; `nil` removes it.
    public var value: String?
    /// When.
    public var at: Instant
    /// Who changed it, for people to read.
    public var who: String

    /// A change; without a value, a removal.
    public init(key: String, value: String?, at: Instant, who: String) {
        self.key = key
        self.value = value
        self.at = at
        self.who = who
    }
}

extension Journal {
    /// All settings by name, their values as JSON.
    public func settings() throws(JournalError) -> [String: String] {
        try reading { db in try SettingTable.all(db) }
    }

    /// A setting's value as JSON; `nil` where it was never set or was removed.
    public func setting(_ key: String) throws(JournalError) -> String? {
        try reading { db in try SettingTable.value(db, key) }
    }

    /// Who changed a setting, when and how, oldest first.
    public func settingHistory(_ key: String) throws(JournalError) -> [HistoryEntry] {
        try reading { db in try SettingTable.history(db, key) }
    }
}

/// The SQL of settings.
enum SettingTable {
    /// Writes a change, and what was before it to the history.
    static func apply(_ change: SettingChange, _ db: Database) throws {
        let before = try value(db, change.key)
        guard before != change.value else { return }
        if let value = change.value {
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO setting (key, value, updated_at) VALUES (?1, ?2, ?3)
                    ON CONFLICT (key) DO UPDATE SET value = ?2, updated_at = ?3
                    """)
            try statement.execute(arguments: [change.key, value, change.at.secondsSince1970])
        } else {
            try db.cachedStatement(sql: "DELETE FROM setting WHERE key = ?").execute(arguments: [change.key])
        }
        let statement = try db.cachedStatement(
            sql: "INSERT INTO setting_change (key, changed_at, who, before, after) VALUES (?, ?, ?, ?, ?)")
        try statement.execute(arguments: [change.key, change.at.secondsSince1970, change.who, before, change.value])
    }

    static func all(_ db: Database) throws -> [String: String] {
        var settings: [String: String] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT key, value FROM setting") { settings[try row.at(0)] = try row.at(1) as String }
        return settings
    }

    static func value(_ db: Database, _ key: String) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT value FROM setting WHERE key = ?"), arguments: [key])
    }

    static func history(_ db: Database, _ key: String) throws -> [HistoryEntry] {
        let statement = try db.cachedStatement(
            sql: "SELECT changed_at, who, before, after FROM setting_change WHERE key = ? ORDER BY id")
        return try Row.fetchAll(statement, arguments: [key]).map(HistoryEntry.init)
    }
}
