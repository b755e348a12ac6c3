import Foundation
import GRDB

extension Journal {
    /// Opens a journal that was set aside when a backup was restored, to look at it: see ``keptAside``.
    ///
    /// One of another version is refused: it is not brought up to date, for whoever set it aside may want it as it was.
    public static func openAside(_ path: String) throws(JournalError) -> Journal {
        let url = URL(fileURLWithPath: path)
        var files = DataFolder(path: url.deletingLastPathComponent().path)
        files.name = url.lastPathComponent
        guard DataFolder.size(path) > 0 else { throw JournalError(.missing, "There is no journal \(path).") }
        let raw = try RawFile(path: path)
        try FileHeader(raw, path: path)?.validate(path: path)
        do {
            let pool = try Connection.open(path)
            let version = try pool.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
            guard version == Schema.version else {
                throw JournalError(.notAJournal, "\(path) is of version \(version), this program is of version \(Schema.version).")
            }
            let (last, numbers) = try pool.read { db in (try BlockTable.lastSequence(db), try NumberSpaces(db)) }
            return Journal(files: files, raw: raw, pool: pool, lock: nil, numbers: numbers, lastSequence: last)
        } catch {
            throw JournalError(error, path: path)
        }
    }
}
