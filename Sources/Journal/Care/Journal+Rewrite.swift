import Facts
import GRDB
import Synchronization

extension Journal {
    /// Goes through all blocks and gives those other bytes for which the caller has some, as an erasure must.
    ///
    /// Taking facts in goes on meanwhile; facts that come after the call are not gone through. The number of facts of a block must not change. What was there before is overwritten in
    /// the file, and gone from the log when this returns. After a failure some blocks may have been rewritten: do it again.
    ///
    /// - Parameter transform: the block's new bytes; `nil` leaves it. Its errors come through as they are.
    /// - Returns: how many blocks were rewritten.
    @discardableResult
    public func rewriteBlocks(_ transform: (JournalBlock) throws -> [UInt8]?) throws -> Int {
        try requireFolder()
        // Blocks are not merged meanwhile: the block that was read is the block that is replaced.
        return try maintenance.withLock { _ in
            var rewritten = 0
            var last: UInt64 = 0
            let end = lastSequence
            while last < end {
                let blocks = try reading { db in try BlockTable.blocks(db, from: last + 1, byteLimit: 1 << 20) }
                var replacements: [(first: UInt64, bytes: [UInt8])] = []
                for block in blocks where block.firstSequence <= end {
                    if let bytes = try transform(block), bytes != block.bytes {
                        try Self.requireFacts(block.count, in: bytes, first: block.firstSequence)
                        replacements.append((block.firstSequence, bytes))
                    }
                }
                if !replacements.isEmpty {
                    try writing { db in
                        for (first, bytes) in replacements {
                            try bytes.withUnsafeBytes { try BlockTable.replace(db, first: first, bytes: $0) }
                        }
                    }
                }
                rewritten += replacements.count
                guard let reached = blocks.last?.lastSequence, reached > last else { break }
                last = reached
            }
            try emptyLog()
            return rewritten
        }
    }

    /// Brings the whole write-ahead log into the file and cuts it to nothing; readers that are at work are waited for.
    func emptyLog() throws(JournalError) {
        do {
            let isBusy = try pool.barrierWriteWithoutTransaction { db in
                try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
            guard isBusy == 0 else { throw JournalError(.inUse, "\(files.log) cannot be emptied while another program reads it.") }
        } catch {
            throw JournalError(error, path: files.journal)
        }
    }

    private static func requireFacts(_ count: Int, in bytes: [UInt8], first: UInt64) throws(JournalError) {
        var reader = FactReader(bytes)
        var found = 0
        do {
            while try reader.next() != nil { found += 1 }
        } catch {
            throw JournalError(.contradiction, "What should replace the block from \(first) on cannot be read as facts, \(error).")
        }
        guard found == count else {
            throw JournalError(.contradiction, "What should replace the block from \(first) on has \(found) facts instead of \(count).")
        }
    }
}
