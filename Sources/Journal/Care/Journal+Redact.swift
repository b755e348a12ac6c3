import Foundation
import GRDB
import Synchronization

extension Journal {
    /// Takes everything that came from outside and holds one of the texts, in upper or lower case, out of refusals, refused rows of jobs and
    /// payloads of jobs that are done; in definitions, their history and the audit log, addresses and phone numbers become `[erased]`.
    ///
    /// Reasons, places and counts stay. Payloads of jobs that wait are left: they will be taken in.
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

/// The SQL of redaction. Texts are compared byte by byte, but for the case of ASCII letters.
private enum Redaction {
    /// What stands in the place of an address.
    private static let erased = "[erased]"

    static func redact(_ db: Database, _ text: String) throws -> Int {
        var count = 0
        func change(_ sql: String, holding column: String, _ more: String = "") throws {
            let condition = "instr(lower(CAST(\(column) AS TEXT)), lower(?)) > 0"
            try db.execute(sql: "\(sql) WHERE \(condition) \(more)", arguments: [text])
            count += db.changesCount
        }
        try change("UPDATE refusal SET original = NULL", holding: "original")
        try change("UPDATE refusal SET detail = ''", holding: "detail")
        try change("UPDATE job_error SET refused = NULL", holding: "refused")
        try change("UPDATE job_error SET detail = ''", holding: "detail")
        try change("DELETE FROM job_payload", holding: "bytes", "AND job IN (SELECT number FROM job WHERE status >= 2)")
        // What could be a number would not be JSON any more.
        guard text.contains("@") || text.hasPrefix("+") else { return count }
        count += try replace(db, text, in: "definition", ["kind", "number"], "body")
        count += try replace(db, text, in: "definition_change", ["id"], "before")
        count += try replace(db, text, in: "definition_change", ["id"], "after")
        count += try replace(db, text, in: "audit", ["id"], "detail")
        return count
    }

    private static func replace(_ db: Database, _ text: String, in table: String, _ key: [String], _ column: String) throws -> Int {
        let rows = try Row.fetchAll(
            db, sql: "SELECT \(column), \(key.joined(separator: ", ")) FROM \(table) WHERE instr(lower(\(column)), lower(?)) > 0",
            arguments: [text])
        let condition = key.map { "\($0) = ?" }.joined(separator: " AND ")
        for row in rows {
            let before: String = try row.at(0)
            let after = before.replacingOccurrences(of: text, with: erased, options: [.caseInsensitive, .literal])
            let keys = key.indices.map { row[$0 + 1] as DatabaseValue }
            try db.execute(
                sql: "UPDATE \(table) SET \(column) = ? WHERE \(condition)",
                arguments: StatementArguments([after.databaseValue] + keys))
        }
        return rows.count
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
