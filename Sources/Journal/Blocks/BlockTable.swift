import Facts
import Foundation
import GRDB

/// The SQL of blocks.
enum BlockTable {
    /// What a row of a block holds, in the order of ``columns``.
    static let columns = "first_sequence, count, recorded_at, checksum, spans, bytes"

    static func lastSequence(_ db: Database) throws -> UInt64 {
        try UInt64.fetchOne(db, sql: "SELECT first_sequence + count - 1 FROM block ORDER BY first_sequence DESC LIMIT 1") ?? 0
    }

    static func insert(
        _ db: Database, first: UInt64, count: Int, recordedAt: Instant, spans: [UInt8]? = nil, bytes: UnsafeRawBufferPointer
    ) throws {
        let statement = try db.cachedStatement(sql: "INSERT INTO block (\(columns)) VALUES (?, ?, ?, ?, ?, ?)")
        let checksum = Int64(bitPattern: Fingerprint(bytes).value)
        try withData(bytes) { data in
            try statement.execute(
                arguments: [Int64(clamping: first), count, recordedAt.secondsSince1970, checksum, spans.map { Data($0) }, data])
        }
    }

    /// Gives a block other bytes for the same facts.
    static func replace(_ db: Database, first: UInt64, bytes: UnsafeRawBufferPointer) throws {
        let statement = try db.cachedStatement(sql: "UPDATE block SET checksum = ?, bytes = ? WHERE first_sequence = ?")
        let checksum = Int64(bitPattern: Fingerprint(bytes).value)
        try withData(bytes) { data in try statement.execute(arguments: [checksum, data, Int64(clamping: first)]) }
    }

    static func delete(_ db: Database, from first: UInt64, through last: UInt64) throws {
        try db.cachedStatement(sql: "DELETE FROM block WHERE first_sequence BETWEEN ? AND ?")
            .execute(arguments: [Int64(clamping: first), Int64(clamping: last)])
    }

    /// Blocks in order, beginning with the one that holds a fact (or, where none does, the next): as many as fit in so many bytes, at least
    /// one.
    static func blocks(_ db: Database, from sequence: UInt64, byteLimit: Int) throws -> [JournalBlock] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(columns) FROM block
                WHERE first_sequence >= coalesce((SELECT max(first_sequence) FROM block WHERE first_sequence <= ?1), ?1)
                ORDER BY first_sequence
                """)
        let rows = try Row.fetchCursor(statement, arguments: [Int64(clamping: sequence)])
        var blocks: [JournalBlock] = []
        var byteCount = 0
        while byteCount < byteLimit, let row = try rows.next() {
            let block = try read(row)
            byteCount += block.bytes.count
            blocks.append(block)
        }
        return blocks
    }

    /// The blocks that begin within a range.
    static func blocks(_ db: Database, from first: UInt64, through last: UInt64) throws -> [JournalBlock] {
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns) FROM block WHERE first_sequence BETWEEN ? AND ? ORDER BY first_sequence")
        return try Row.fetchAll(statement, arguments: [Int64(clamping: first), Int64(clamping: last)]).map(read)
    }

    static func block(_ db: Database, containing sequence: UInt64) throws -> JournalBlock? {
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns) FROM block WHERE first_sequence <= ? ORDER BY first_sequence DESC LIMIT 1")
        // A cursor's row is not copied before it is read; it lives as long as the cursor.
        let rows = try Row.fetchCursor(statement, arguments: [Int64(clamping: sequence)])
        let block = try withExtendedLifetime(rows) { try rows.next().map(read) }
        return block.flatMap { $0.lastSequence >= sequence ? $0 : nil }
    }

    /// A block, its checksum verified.
    static func read(_ row: Row) throws -> JournalBlock { try StoredBlock(row).block() }

    /// Bytes as SQLite takes them, without a copy.
    private static func withData<Value>(_ bytes: UnsafeRawBufferPointer, _ body: (Data) throws -> Value) throws -> Value {
        guard let start = bytes.baseAddress else { return try body(Data()) }
        return try body(Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: bytes.count, deallocator: .none))
    }
}
