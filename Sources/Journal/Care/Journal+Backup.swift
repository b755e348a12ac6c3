public import Facts
import Foundation
import GRDB
import Synchronization

/// A copy of the journal that was made and verified.
public struct BackupReport: Sendable, Equatable {
    /// When.
    public var at: Instant
    /// Where it was put.
    public var path: String
    /// The number of its last fact.
    public var lastSequence: UInt64
    /// Its bytes.
    public var byteCount: Int64
}

extension Journal {
    /// Copies the journal to a file while others read and write, verifies the copy by reading all of it, and notes where it is.
    ///
    /// The file appears under its name when it is whole and verified, readable by nobody but its owner, and is never overwritten: a name that exists is refused.
    public func backup(to path: String, at instant: Instant) throws(JournalError) -> BackupReport {
        guard access(path, F_OK) != 0 else { throw JournalError(.cannotCreate, "\(path) exists already: name a file that does not.") }
        return try maintenance.withLock { _ throws(JournalError) in
            let part = path + ".part"
            try BackupFile.create(part)
            var report = BackupReport(at: instant, path: path, lastSequence: 0, byteCount: 0)
            // Noted before the copy is made: an erasure that ends after this, here or in another process, finds the copy that it must name.
            let id = try writing { db in try BackupFile.note(report, db) }
            do {
                try pool.unsafeRead { db in try db.execute(sql: "VACUUM INTO ?", arguments: [part]) }
                report.lastSequence = try BackupFile.verified(part)
                report.byteCount = DataFolder.size(part)
                try writing { db in try BackupFile.complete(id, report, db) }
                try BackupFile.publish(part, as: path)
                return report
            } catch {
                unlink(part)
                try? writing { db in try BackupFile.forget(id, db) }
                throw JournalError(error, path: part)
            }
        }
    }

    /// All backups that were made, oldest first, whether they still exist or not: an erasure must name them. One without bytes is being made, or broke off.
    public func backups() throws(JournalError) -> [BackupReport] {
        try reading { db in
            try Row.fetchAll(db, sql: "SELECT at, path, last_sequence, byte_count FROM backup ORDER BY id").map { row in
                BackupReport(at: try row.instant(0), path: try row.at(1), lastSequence: try row.at(2), byteCount: try row.at(3))
            }
        }
    }
}

/// The file of a backup.
enum BackupFile {
    /// Makes an empty file for its owner alone; what an earlier attempt left is removed.
    static func create(_ path: String) throws(JournalError) {
        unlink(path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw JournalError(.cannotCreate, "The file \(path) cannot be created: \(SystemFailure.words(errno)).")
        }
        close(descriptor)
    }

    /// Reads a copy from end to end.
    ///
    /// - Returns: the number of its last fact.
    static func verified(_ path: String) throws -> UInt64 {
        let copy = try Connection.openAlone(path)
        defer { try? copy.close() }
        return try copy.read { db in
            let check = JournalCheck(db)
            guard check.isClean else {
                let findings = check.findings.prefix(3).joined(separator: " ")
                throw JournalError(.damaged, "\(path) is damaged, and was not used. \(findings)")
            }
            return check.factCount
        }
    }

    /// Brings a file to the disk and gives it its name.
    static func publish(_ part: String, as path: String) throws(JournalError) {
        guard Durable.syncFile(part), rename(part, path) == 0 else {
            throw JournalError(.readOrWriteFailed, "\(path) cannot be written: \(SystemFailure.words(errno)).")
        }
        Durable.syncFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    static func note(_ report: BackupReport, _ db: Database) throws -> Int64 {
        try db.execute(
            sql: "INSERT INTO backup (at, path, last_sequence, byte_count) VALUES (?, ?, ?, ?)",
            arguments: [report.at.secondsSince1970, report.path, report.lastSequence, report.byteCount])
        return db.lastInsertedRowID
    }

    static func complete(_ id: Int64, _ report: BackupReport, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE backup SET last_sequence = ?, byte_count = ? WHERE id = ?", arguments: [report.lastSequence, report.byteCount, id])
    }

    static func forget(_ id: Int64, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM backup WHERE id = ?", arguments: [id])
    }
}
