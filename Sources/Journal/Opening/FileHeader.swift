import Foundation

/// The first hundred bytes of a SQLite file, read before SQLite touches it: a file of a newer version, or of another program, stays
/// as it is to the byte.
struct FileHeader {
    /// Marks a file as a journal: "PERN".
    static let applicationID: UInt32 = 0x5045_524E

    /// Whose file it is.
    let applicationID: UInt32
    /// The version of its tables.
    let version: UInt32

    /// The header of a file; `nil` for an empty file.
    init?(_ file: RawFile, path: String) throws(JournalError) {
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = pread(file.descriptor, &bytes, bytes.count, 0)
        guard count >= 0 else { throw JournalError(.readOrWriteFailed, "\(path) cannot be read: \(SystemFailure.words(errno)).") }
        guard count != 0 else { return nil }
        guard count == bytes.count, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw JournalError(.damaged, "\(path) does not begin as a journal does. Restore a backup.")
        }
        func number(at place: Int) -> UInt32 { bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        version = number(at: 60)
        applicationID = number(at: 68)
    }

    /// Refuses what this version cannot or must not open.
    func validate(path: String) throws(JournalError) {
        // A file that was created but not filled yet carries neither mark.
        if applicationID == 0, version == 0 { return }
        guard applicationID == FileHeader.applicationID else {
            throw JournalError(.notAJournal, "\(path) is a database of another program.")
        }
        guard version <= Schema.version else { throw FileHeader.newer(Int(version), path: path) }
    }

    /// The refusal of a newer file.
    static func newer(_ version: Int, path: String) -> JournalError {
        JournalError(
            .newerVersion,
            "\(path) was written by a newer version of this program (its tables have version \(version), this program knows \(Schema.version)). "
                + "Use the newer program; this file was not changed.")
    }
}
