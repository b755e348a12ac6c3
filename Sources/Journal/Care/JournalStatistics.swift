import Foundation
import GRDB
import Synchronization

/// How large the journal is.
public struct JournalStatistics: Sendable, Equatable {
    /// The bytes of the file.
    public var fileBytes: Int64
    /// The bytes of the write-ahead log beside it.
    public var logBytes: Int64
    /// The bytes within the file that are free for what comes.
    public var freeBytes: Int64
    /// The number of blocks.
    public var blockCount: Int
    /// The number of facts.
    public var factCount: UInt64
}

extension Journal {
    /// How large the journal is. Cheap, but for the first call, which counts the blocks.
    public func statistics() throws(JournalError) -> JournalStatistics {
        let facts = lastSequence
        let free: Int64 = try reading { db in
            let pages = try Int64.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
            return try pages * (Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
        }
        return JournalStatistics(
            fileBytes: DataFolder.size(files.journal), logBytes: DataFolder.size(files.log), freeBytes: free,
            blockCount: try countedBlocks(),
            factCount: facts)
    }

    private func countedBlocks() throws(JournalError) -> Int {
        if let known = blockCount.withLock({ $0 }) { return known }
        // Where writers stand in line: no block comes between the count and its keeping.
        do {
            return try pool.writeWithoutTransaction { db in
                let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM block") ?? 0
                blockCount.withLock { $0 = count }
                return count
            }
        } catch {
            throw JournalError(error, path: files.journal)
        }
    }
}
