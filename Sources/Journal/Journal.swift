import Foundation
import GRDB
import Synchronization

/// A shop's memory: facts in the order in which they were taken in, and the tables of what people and programs set up.
///
/// One SQLite file, `perennial.db`, in a folder that belongs to one process at a time. What ``commit(_:)`` accepted is on the disk when it
/// returns and survives a power cut. Reading goes on while one thread writes; every method may be called from any thread, and blocks it.
public final class Journal: Sendable {
    /// The folder.
    public let folder: String
    let files: DataFolder
    let pool: DatabasePool
    let numbers: NumberSpaces
    /// How many blocks there are, once somebody asked.
    let blockCount = Mutex<Int?>(nil)
    /// Held by what works through the whole file: one at a time.
    let maintenance = Mutex(())
    /// `nil` beside a process that has the folder.
    private let lock: FolderLock?
    let raw: RawFile
    private let sequence: Atomic<UInt64>

    /// Whether a folder holds a journal, or the beginning of one: opening it makes nothing new then.
    public static func exists(in folder: String) -> Bool { DataFolder(path: folder).isBegun }

    /// Opens the journal of a folder; makes both where they are missing.
    ///
    /// The folder is made for its owner alone (0700), the file likewise (0600). A file of an older version is brought up to date.
    public static func open(folder: String) throws(JournalError) -> Journal {
        let files = DataFolder(path: folder)
        try files.create()
        let lock = try FolderLock(folder: folder)
        try files.createJournalFile()
        try files.requireNoLostLog()
        let raw = try RawFile(path: files.journal)
        try FileHeader(raw, path: files.journal)?.validate(path: files.journal)
        do {
            let pool = try Connection.open(files.journal)
            try pool.writeWithoutTransaction { db in try Schema.migrate(db, path: files.journal) }
            // A rollback log of the file's making that came back after a power cut would undo it.
            Durable.syncFolder(files.path)
            let (last, numbers) = try pool.read { db in (try BlockTable.lastSequence(db), try NumberSpaces(db)) }
            return Journal(files: files, raw: raw, pool: pool, lock: lock, numbers: numbers, lastSequence: last)
        } catch {
            throw JournalError(error, path: files.journal)
        }
    }

    /// Opens the journal of a folder that another process may have open: to make a key, to look, to copy.
    ///
    /// Facts cannot be added or rewritten: only whoever has the folder numbers them. Where no other process has made a journal of this version, the folder is
    /// opened as by ``open(folder:)``.
    public static func openBeside(folder: String) throws(JournalError) -> Journal {
        let files = DataFolder(path: folder)
        guard DataFolder.size(files.journal) > 0 else { return try open(folder: folder) }
        try files.requireNoLostLog()
        let raw = try RawFile(path: files.journal)
        guard let header = try FileHeader(raw, path: files.journal) else { return try open(folder: folder) }
        try header.validate(path: files.journal)
        do {
            let pool = try Connection.open(files.journal)
            let version = try pool.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
            guard version <= Schema.version else { throw FileHeader.newer(version, path: files.journal) }
            guard version == Schema.version else {
                try pool.close()
                return try open(folder: folder)
            }
            let (last, numbers) = try pool.read { db in (try BlockTable.lastSequence(db), try NumberSpaces(db)) }
            return Journal(files: files, raw: raw, pool: pool, lock: nil, numbers: numbers, lastSequence: last)
        } catch {
            throw JournalError(error, path: files.journal)
        }
    }

    /// Whether this process has the folder, and may add facts.
    var hasFolder: Bool { lock != nil }

    /// Refuses what only the process may do that has the folder.
    func requireFolder() throws(JournalError) {
        guard hasFolder else {
            throw JournalError(.inUse, "Facts of \(folder) are added and changed only by the program that has it open.")
        }
    }

    init(files: DataFolder, raw: RawFile, pool: DatabasePool, lock: FolderLock?, numbers: NumberSpaces, lastSequence: UInt64) {
        folder = files.path
        self.files = files
        self.raw = raw
        self.pool = pool
        self.lock = lock
        self.numbers = numbers
        sequence = Atomic(lastSequence)
    }

    deinit { try? close() }

    /// The number of the last fact; 0 before the first. Facts are numbered from 1 without gaps.
    public var lastSequence: UInt64 { sequence.load(ordering: .acquiring) }

    func setLastSequence(_ value: UInt64) { sequence.store(value, ordering: .releasing) }

    /// Ends all reading and writing, and lets go of the folder. Closing again changes nothing.
    ///
    /// The log is brought into the file, so that the file alone is the whole journal. Where that fails (a full disk) the log stays beside it, and is read when
    /// the journal is opened again.
    public func close() throws(JournalError) {
        if hasFolder, !isUnchangeable { try? emptyLog() }
        do { try pool.close() } catch { throw JournalError(error, path: files.journal) }
        raw.release()
        lock?.release()
    }

    /// Reads in one snapshot.
    func reading<Value>(_ body: (Database) throws -> Value) throws(JournalError) -> Value {
        do { return try pool.read(body) } catch { throw JournalError(error, path: files.journal) }
    }

    /// Writes in one transaction that is on the disk when this returns; a failure leaves nothing behind.
    func writing<Value>(_ body: (Database) throws -> Value) throws(JournalError) -> Value {
        do { return try pool.write(body) } catch { throw JournalError(error, path: files.journal) }
    }

    /// The same where what is written depends on what is read: from its first step on no other process writes.
    func writingAtOnce<Value>(_ body: (Database) throws -> Value) throws(JournalError) -> Value {
        do {
            return try pool.writeWithoutTransaction { db in
                var value: Value?
                try db.inTransaction(.immediate) {
                    value = try body(db)
                    return .commit
                }
                guard let value else { throw JournalError(.readOrWriteFailed, "A write to \(files.journal) ended without an answer.") }
                return value
            }
        } catch {
            throw JournalError(error, path: files.journal)
        }
    }
}
