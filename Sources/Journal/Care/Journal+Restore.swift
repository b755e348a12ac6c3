public import Facts
import Foundation
import GRDB

/// A backup that was put in the place of a journal.
public struct RestoreReport: Sendable, Equatable {
    /// The number of its last fact.
    public var lastSequence: UInt64
    /// Where the journal that was there before is kept; `nil` where there was none.
    public var keptAside: String?
}

extension Journal {
    /// Puts a backup in the place of a folder's journal, once all of it was read and found right.
    ///
    /// The journal that was there before is kept beside it, and nothing is touched before the backup is verified. A power cut at any moment loses neither: the
    /// old journal is whole in its place or aside, and the backup is where it was.
    public static func restore(from backup: String, to folder: String, at instant: Instant) throws(JournalError) -> RestoreReport {
        guard access(backup, R_OK) == 0 else { throw JournalError(.missing, "There is no backup \(backup) that can be read.") }
        guard let header = try FileHeader(RawFile(path: backup), path: backup) else { throw JournalError(.damaged, "\(backup) is empty.") }
        try header.validate(path: backup)
        let files = DataFolder(path: folder)
        try files.create()
        let lock = try FolderLock(folder: folder)
        defer { withExtendedLifetime(lock) {} }
        do {
            try Restoring.copy(backup, to: files.restoring)
            let last = try BackupFile.verified(files.restoring)
            let aside = try Restoring.setAside(files, at: instant)
            try BackupFile.publish(files.restoring, as: files.journal)
            return RestoreReport(lastSequence: last, keptAside: aside)
        } catch {
            // With no journal in its place the copy stays: it says that something was begun here.
            if access(files.journal, F_OK) == 0 { unlink(files.restoring) }
            throw JournalError(error, path: files.restoring)
        }
    }
}

private enum Restoring {
    /// Copies a backup, with its log where it has one (a folder that was copied by hand).
    static func copy(_ backup: String, to path: String) throws {
        for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
        try copyFile(backup, to: path)
        if DataFolder.size(backup + "-wal") > 0 { try copyFile(backup + "-wal", to: path + "-wal") }
        // Opening for writing brings the log into the file; one file is left, whatever way of logging the copy came with.
        let copy = try Connection.openAlone(path)
        defer { try? copy.close() }
        let mode = try copy.writeWithoutTransaction { db in try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE") }
        guard mode == "delete" else { throw JournalError(.readOrWriteFailed, "The log of \(path) cannot be closed.") }
    }

    private static func copyFile(_ source: String, to target: String) throws(JournalError) {
        try BackupFile.create(target)
        let input = open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw JournalError(.missing, "\(source) cannot be opened: \(SystemFailure.words(errno)).") }
        defer { close(input) }
        let output = open(target, O_WRONLY | O_CLOEXEC)
        guard output >= 0 else { throw JournalError(.cannotCreate, "\(target) cannot be opened: \(SystemFailure.words(errno)).") }
        defer { close(output) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(input, &buffer, buffer.count)
            guard count >= 0 else { throw JournalError(.readOrWriteFailed, "\(source) cannot be read: \(SystemFailure.words(errno)).") }
            guard count > 0 else { return }
            var written = 0
            while written < count {
                let step = buffer.withUnsafeBytes { write(output, $0.baseAddress.map { $0 + written }, count - written) }
                guard step > 0 else {
                    let code: JournalError.Code = errno == ENOSPC ? .diskFull : .readOrWriteFailed
                    throw JournalError(code, "\(target) cannot be written: \(SystemFailure.words(errno)).")
                }
                written += step
            }
        }
    }

    /// Gives the journal that is there a second name, and takes its log away, which would otherwise be applied to the restored file.
    static func setAside(_ files: DataFolder, at instant: Instant) throws -> String? {
        guard DataFolder.size(files.journal) > 0 else { return nil }
        bringIn(files)
        let stamp = instant.description.filter { $0 != ":" && $0 != "-" }
        var aside = "\(files.journal).before-restore-\(stamp)"
        var attempt = 1
        while access(aside, F_OK) == 0 {
            attempt += 1
            aside = "\(files.journal).before-restore-\(stamp)-\(attempt)"
        }
        let hasLog = DataFolder.size(files.log) > 0
        guard link(files.journal, aside) == 0 || rename(files.journal, aside) == 0 else {
            throw JournalError(.cannotCreate, "\(aside) cannot be created: \(SystemFailure.words(errno)).")
        }
        if hasLog, link(files.log, aside + "-wal") != 0, rename(files.log, aside + "-wal") != 0 {
            throw JournalError(.cannotCreate, "\(aside)-wal cannot be created: \(SystemFailure.words(errno)).")
        }
        Durable.syncFolder(files.path)
        unlink(files.log)
        unlink(files.sharedIndex)
        Durable.syncFolder(files.path)
        return aside
    }

    /// Brings the log of the journal that is there into its file, where it is whole enough for that; else both are kept as they are.
    private static func bringIn(_ files: DataFolder) {
        guard let raw = try? RawFile(path: files.journal), let header = try? FileHeader(raw, path: files.journal),
            (try? header.validate(path: files.journal)) != nil,
            let old = try? Connection.openAlone(files.journal)
        else { return }
        try? old.writeWithoutTransaction { db in _ = try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try? old.close()
    }
}
