import Foundation
import GRDB

extension Journal {
    /// Opens the journal of a folder to look at it and nothing more: the file and its log stay as they are to the byte, however it ends.
    ///
    /// What is damaged is then no more damaged than before, and what a log holds is not brought into a file that may be the worse for it.
    /// Nobody else may have the folder meanwhile. Whatever would write fails.
    public static func openUnchanged(folder: String) throws(JournalError) -> Journal {
        let files = DataFolder(path: folder)
        guard access(files.journal, F_OK) == 0 else {
            guard access(files.restoring, F_OK) != 0 else { throw files.restoringBrokeOff }
            throw JournalError(.missing, "There is no shop in \(folder). Name the folder by --data.")
        }
        let lock = try FolderLock(folder: folder)
        try files.requireNoLostLog()
        let raw = try RawFile(path: files.journal)
        guard let header = try FileHeader(raw, path: files.journal) else {
            throw JournalError(.missing, "\(files.journal) is empty: nothing was ever written there.")
        }
        try header.validate(path: files.journal)
        do {
            let pool = try Connection.openUnchanged(files.journal)
            let version = try pool.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
            guard version <= Schema.version else { throw FileHeader.newer(version, path: files.journal) }
            guard version == Schema.version else {
                throw JournalError(.missing, "\(files.journal) holds no shop of this version yet: a server that starts on it makes one.")
            }
            let (last, numbers) = try pool.read { db in (try BlockTable.lastSequence(db), try NumberSpaces(db)) }
            return Journal(files: files, raw: raw, pool: pool, lock: lock, numbers: numbers, lastSequence: last)
        } catch {
            throw JournalError(error, path: files.journal)
        }
    }

    /// Whether nothing can be written.
    public var isUnchangeable: Bool { pool.configuration.readonly }
}
