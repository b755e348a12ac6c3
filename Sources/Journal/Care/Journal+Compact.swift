import Facts
import GRDB
import Synchronization

extension Journal {
    /// The bytes that merged blocks aim at: large enough to read fast at start, small enough to find one fact fast.
    static let mergedBlock = 1 << 16

    /// Merges runs of small blocks that lie side by side: one step, in one short transaction. Every fact keeps its number, its bytes and its moment, and is
    /// written again once in its life.
    ///
    /// Call it in the background, now and then, until it returns false. It waits for nothing: while a backup is made or facts are rewritten it does nothing and
    /// returns false.
    ///
    /// - Parameter byteLimit: how much is merged in this step; writers wait for so long.
    /// - Returns: whether there is more to merge.
    @discardableResult
    public func compact(byteLimit: Int = 1 << 20) throws(JournalError) -> Bool {
        try requireFolder()
        do {
            let step = try maintenance.withLockIfAvailable { _ in
                try pool.write { db in try Merging.step(db, byteLimit: byteLimit) }
            }
            guard let step else { return false }
            blockCount.withLock { $0 = $0.map { $0 - step.vanished } }
            return step.hasMore
        } catch {
            throw JournalError(error, path: files.journal)
        }
    }
}

/// One step of merging.
private enum Merging {
    /// So many blocks are looked at in one step.
    static let blockLimit = 4096

    struct Extent {
        let first: UInt64
        let last: UInt64
        let byteCount: Int
    }

    /// - Returns: how many blocks vanished, and whether there may be more to merge.
    static func step(_ db: Database, byteLimit: Int) throws -> (vanished: Int, hasMore: Bool) {
        let start = try UInt64.fetchOne(db, sql: "SELECT next_sequence FROM merging") ?? 1
        let extents = try extents(db, from: start)
        var group: [Extent] = []
        var groupBytes = 0
        var mergedBytes = 0
        var vanished = 0
        for extent in extents {
            let isLarge = extent.byteCount >= Journal.mergedBlock / 2
            if isLarge || groupBytes + extent.byteCount > Journal.mergedBlock {
                vanished += try merge(group, db)
                mergedBytes += groupBytes
                group = []
                groupBytes = 0
                if mergedBytes >= byteLimit { return try finish(extent.first, vanished, true, db) }
            }
            guard !isLarge else { continue }
            group.append(extent)
            groupBytes += extent.byteCount
        }
        // The last group waits until it is full: no fact is merged twice.
        guard let last = extents.last else { return (vanished, false) }
        return try finish(group.first?.first ?? last.last + 1, vanished, extents.count == blockLimit, db)
    }

    private static func finish(_ next: UInt64, _ vanished: Int, _ hasMore: Bool, _ db: Database) throws -> (Int, Bool) {
        try db.execute(sql: "UPDATE merging SET next_sequence = ? WHERE next_sequence <> ?", arguments: [next, next])
        return (vanished, hasMore)
    }

    /// The extents of blocks, their bytes left unread.
    private static func extents(_ db: Database, from sequence: UInt64) throws -> [Extent] {
        let statement = try db.cachedStatement(
            sql: "SELECT first_sequence, count, length(bytes) FROM block WHERE first_sequence >= ? ORDER BY first_sequence LIMIT ?")
        return try Row.fetchAll(statement, arguments: [sequence, blockLimit]).map { row in
            let first: UInt64 = try row.at(0)
            let count: UInt64 = try row.at(1)
            return Extent(first: first, last: first &+ count &- 1, byteCount: try row.at(2))
        }
    }

    /// Makes one block of several.
    private static func merge(_ group: [Extent], _ db: Database) throws -> Int {
        guard group.count > 1, let first = group.first, let last = group.last else { return 0 }
        let blocks = try BlockTable.blocks(db, from: first.first, through: last.first)
        guard var merged = blocks.first else { return 0 }
        for block in blocks.dropFirst() {
            // Damage that a merge would hide.
            guard block.firstSequence == merged.lastSequence + 1 else {
                throw JournalError(
                    .damaged, "Facts are missing between \(merged.lastSequence) and \(block.firstSequence). Restore a backup.")
            }
            merged.bytes += block.bytes
            merged.count += block.count
            merged.spans.append(block.spans)
        }
        try BlockTable.delete(db, from: first.first, through: last.first)
        try merged.bytes.withUnsafeBytes { bytes in
            try BlockTable.insert(
                db, first: merged.firstSequence, count: merged.count, recordedAt: merged.recordedAt, spans: merged.spans.encoded,
                bytes: bytes)
        }
        return blocks.count - 1
    }
}
