import Facts
import GRDB

extension Journal {
    /// Hands over the facts after a number, block by block and in order, each once, up to the block of the fact that was the last at the call.
    ///
    /// Memory stays flat: a few blocks are held at a time, and no snapshot of the store while the caller works. A block that begins before
    /// the number is cut. The caller's own errors come through as they are.
    public func forEachBlock(after sequence: UInt64, _ body: (JournalBlock) throws -> Void) throws {
        var last = sequence
        let end = lastSequence
        while last < end {
            let blocks = try reading { db in try BlockTable.blocks(db, from: last + 1, byteLimit: 1 << 20) }
            guard !blocks.isEmpty else { return }
            let before = last
            for block in blocks where block.firstSequence <= end {
                // Blocks may have been merged since the last look: what was handed over is not handed over again.
                guard let rest = try dropping(block, through: last) else { continue }
                last = rest.lastSequence
                try body(rest)
            }
            guard last > before else { return }
        }
    }

    /// The block that holds a fact; `nil` for a number that no fact has.
    public func block(containing sequence: UInt64) throws(JournalError) -> JournalBlock? {
        guard sequence > 0, sequence <= lastSequence else { return nil }
        return try reading { db in try BlockTable.block(db, containing: sequence) }
    }

    private func dropping(_ block: JournalBlock, through sequence: UInt64) throws(JournalError) -> JournalBlock? {
        do { return try block.dropping(through: sequence) } catch { throw JournalError(error, path: files.journal) }
    }
}
