import GRDB

/// How the journal's connections are set up.
enum Connection {
    /// One writer and a few readers on a journal file.
    static func open(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "journal"
        configuration.maximumReaderCount = 4
        configuration.persistentReadOnlyConnections = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase(prepare)
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction(makeDurable)
        return pool
    }

    /// Readers of a journal file that nobody else uses. They bring nothing from the log into the file, also when the last of them closes.
    static func openUnchanged(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "journal to look at"
        configuration.maximumReaderCount = 4
        configuration.readonly = true
        configuration.prepareDatabase(prepare)
        return try DatabasePool(path: path, configuration: configuration)
    }

    /// One connection to a file that nobody else uses: a backup being verified.
    static func openAlone(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "journal copy"
        configuration.prepareDatabase(prepare)
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func prepare(_ db: Database) throws {
        // A damaged or hostile file runs no code and is noticed early.
        try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY")
        try db.execute(sql: "PRAGMA cache_size = -8000")
        guard !db.configuration.readonly else { return }
        // Deleted content is overwritten at once: what is erased is gone from the file, not only from the tables.
        try db.execute(sql: "PRAGMA secure_delete = ON")
        // On Apple systems an ordinary sync stops at the drive's own memory.
        try db.execute(sql: "PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON")
    }

    /// A commit returns when the disk has it.
    ///
    /// A pool sets `synchronous` to NORMAL when it turns the write-ahead log on, after `prepareDatabase`: then a commit is only written, and a
    /// power cut takes it back. So it is set here, and read back.
    private static func makeDurable(_ db: Database) throws {
        try db.execute(sql: "PRAGMA synchronous = FULL")
        let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
        guard level == 2, mode == "wal" else {
            throw JournalError(
                .readOrWriteFailed, "The store does not promise durable commits (synchronous \(level ?? -1), \(mode ?? "-")).")
        }
        // SQLite opens for reading what it may not write, and says so at the first write only.
        try db.inTransaction(.immediate) { .rollback }
        // Fewer, larger checkpoints: pages that many commits share are copied once. The log is cut back after a burst.
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        _ = try Int.fetchOne(db, sql: "PRAGMA journal_size_limit = 67108864")
    }
}
