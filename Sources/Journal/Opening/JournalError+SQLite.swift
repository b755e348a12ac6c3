import Facts
import GRDB

extension JournalError {
    /// What a failure of the store means for the journal at a path.
    ///
    /// SQLite's own words are kept at the end: they are what one searches for.
    init(_ error: any Error, path: String) {
        if let error = error as? JournalError {
            self = error
            return
        }
        if let error = error as? FactReader.Failure {
            self.init(.damaged, "A block of facts in \(path) cannot be read, \(error).")
            return
        }
        if error is RowDecodingError {
            self.init(.damaged, "\(path) holds a value that was never written there. Restore a backup; `perennial check` says more.")
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.readOrWriteFailed, "Reading or writing \(path) failed: \(error).")
            return
        }
        let words = error.message.map { "\($0), code \(error.extendedResultCode.rawValue)" } ?? "code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_FULL:
            self.init(.diskFull, "There is no space left for \(path); nothing of this write was kept (\(words)).")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(.damaged, "\(path) is damaged. Restore a backup; `perennial check` says more (\(words)).")
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(.notWritable, "\(path) cannot be opened for writing: look at the rights of the file and its folder (\(words)).")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.inUse, "\(path) is in use by another program (\(words)).")
        case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH, .SQLITE_RANGE:
            self.init(.contradiction, "A write to \(path) contradicts what it holds (\(words)).")
        // Statements on a closed connection are the only misuse that GRDB lets through.
        case .SQLITE_MISUSE:
            self.init(.closed, "The journal \(path) was closed before.")
        default:
            self.init(.readOrWriteFailed, "Reading or writing \(path) failed (\(words)).")
        }
    }
}
