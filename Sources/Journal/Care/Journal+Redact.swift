import Foundation
import GRDB
import Synchronization

extension Journal {
    /// Takes everything that came from outside and holds one of the texts out of refusals, refused rows of jobs and payloads of jobs that are done.
    ///
    /// Reasons, places and counts stay. Payloads of jobs that wait are left: they will be taken in, and what they say of somebody who was erased is refused
    /// then.
    ///
    /// - Parameter texts: identifiers of the person, each at least three bytes long (shorter ones are passed over: they would hit by chance).
    /// - Returns: how many places were redacted.
    @discardableResult
    public func redact(containing texts: [String]) throws(JournalError) -> Int {
        let texts = texts.filter { $0.utf8.count >= 3 }
        guard !texts.isEmpty else { return 0 }
        return try writing { db in
            var count = 0
            for text in texts { count += try Redaction.redact(db, text) }
            return count
        }
    }

    /// Empties the log and looks for texts in the raw bytes of the file. Where one is found outside the tables (in the slack of a page), the file is written
    /// anew and searched again.
    ///
    /// - Returns: the texts that are still in the file: a table holds them.
    public func remains(of texts: [String]) throws(JournalError) -> [String] {
        try requireFolder()
        return try maintenance.withLock { _ throws(JournalError) in
            try emptyLog()
            guard try !RawSearch.found(texts, in: raw, path: files.journal).isEmpty else { return [] }
            do {
                try pool.barrierWriteWithoutTransaction { db in try db.execute(sql: "VACUUM") }
            } catch {
                throw JournalError(error, path: files.journal)
            }
            try emptyLog()
            return try RawSearch.found(texts, in: raw, path: files.journal)
        }
    }
}

/// The SQL of redaction. Texts are compared byte by byte, as `instr` does with blobs.
private enum Redaction {
    static func redact(_ db: Database, _ text: String) throws -> Int {
        let needle = Data(text.utf8)
        var count = 0
        try db.execute(sql: "UPDATE refusal SET original = NULL WHERE instr(original, ?) > 0", arguments: [needle])
        count += db.changesCount
        try db.execute(sql: "UPDATE refusal SET detail = '' WHERE instr(CAST(detail AS BLOB), ?) > 0", arguments: [needle])
        count += db.changesCount
        try db.execute(sql: "UPDATE job_error SET refused = NULL WHERE instr(refused, ?) > 0", arguments: [needle])
        count += db.changesCount
        try db.execute(sql: "UPDATE job_error SET detail = '' WHERE instr(CAST(detail AS BLOB), ?) > 0", arguments: [needle])
        count += db.changesCount
        try db.execute(
            sql: """
                DELETE FROM job_payload WHERE instr(bytes, ?) > 0 AND job IN (SELECT number FROM job WHERE status >= 2)
                """, arguments: [needle])
        return count + db.changesCount
    }
}

/// Looks for texts in a file's bytes, whatever they belong to.
enum RawSearch {
    private static let step = 1 << 20

    static func found(_ texts: [String], in file: RawFile, path: String) throws(JournalError) -> [String] {
        var missing = texts.filter { !$0.isEmpty }.map { (text: $0, bytes: Array($0.utf8)) }
        var found: [String] = []
        // Steps overlap, so that a text on their border is seen.
        let overlap = missing.map(\.bytes.count).max() ?? 0
        var buffer = [UInt8](repeating: 0, count: step + overlap)
        var offset: off_t = 0
        while !missing.isEmpty {
            let count = pread(file.descriptor, &buffer, buffer.count, offset)
            guard count >= 0 else { throw JournalError(.readOrWriteFailed, "\(path) cannot be read: \(SystemFailure.words(errno)).") }
            guard count > 0 else { break }
            buffer.withUnsafeBytes { bytes in
                let read = UnsafeRawBufferPointer(rebasing: bytes[..<count])
                missing.removeAll { candidate in
                    guard contains(read, candidate.bytes) else { return false }
                    found.append(candidate.text)
                    return true
                }
            }
            offset += off_t(step)
        }
        return texts.filter(found.contains)
    }

    private static func contains(_ bytes: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
        guard let start = bytes.baseAddress, let first = needle.first else { return false }
        var place = 0
        while place + needle.count <= bytes.count {
            guard let hit = memchr(start + place, Int32(first), bytes.count - needle.count + 1 - place) else { return false }
            if memcmp(hit, needle, needle.count) == 0 { return true }
            place = UnsafeRawPointer(hit) - start + 1
        }
        return false
    }
}
