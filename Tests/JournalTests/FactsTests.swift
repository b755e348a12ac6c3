import Facts
import Foundation
import Testing

@testable import Journal

@Suite("Facts in the journal")
struct FactsTests {
    @Test("Facts are numbered from 1 and read back in order, also after the journal was opened again")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        do {
            let journal = try Journal.open(folder: folder("shop"))
            #expect(journal.lastSequence == 0)
            #expect(try journal.commit(SomeFacts.batch(1..<4)) == 3)
            #expect(try journal.commit(SomeFacts.batch(4..<5)) == 4)
            #expect(try journal.commit(JournalBatch(recordedAt: Instant(secondsSince1970: 0))) == 4)
            try journal.close()
        }
        let journal = try Journal.open(folder: folder("shop"))
        #expect(journal.lastSequence == 4)
        #expect(try journal.identities() == [1, 2, 3, 4])
        #expect(try journal.commit(SomeFacts.batch(5..<8)) == 7)
        #expect(try journal.identities() == Array(1...7))
    }

    @Test("Reading after a number cuts the block that holds it", arguments: 0...9 as ClosedRange<UInt64>)
    func cuts(after sequence: UInt64) throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try journal.commit(SomeFacts.batch(1..<4))
        try journal.commit(SomeFacts.batch(4..<9))
        #expect(try journal.identities(after: sequence) == Array(1...8).filter { $0 > sequence })
        var first: UInt64?
        try journal.forEachBlock(after: sequence) { block in first = first ?? block.firstSequence }
        #expect(first == (sequence < 8 ? sequence + 1 : nil))
    }

    @Test("A fact's block is found by its number, and there is none for a number without a fact")
    func blocks() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try journal.commit(SomeFacts.batch(1..<4, at: 10))
        try journal.commit(SomeFacts.batch(4..<9, at: 20))
        for sequence in 1...8 as ClosedRange<UInt64> {
            let block = try #require(try journal.block(containing: sequence))
            #expect(block.firstSequence == (sequence < 4 ? 1 : 4))
            #expect(block.lastSequence == (sequence < 4 ? 3 : 8))
            #expect(block.recordedAt(sequence).secondsSince1970 == (sequence < 4 ? 10 : 20))
        }
        #expect(try journal.block(containing: 0) == nil)
        #expect(try journal.block(containing: 9) == nil)
    }

    @Test("A batch too large for one block becomes several, none of them large")
    func splits() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try journal.commit(SomeFacts.batch(1..<20_001))
        #expect(journal.lastSequence == 20_000)
        #expect(try journal.identities() == Array(1...20_000))
        var largest = 0
        try journal.forEachBlock(after: 0) { block in largest = max(largest, block.bytes.count) }
        #expect(largest < 2 * Journal.mergedBlock)
        #expect(try journal.block(containing: 12_345)?.identities().contains(12_345) == true)
    }

    @Test("The caller's own error comes through, and reading may begin anew")
    func callersError() throws {
        struct Enough: Error {}
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try journal.commit(SomeFacts.batch(1..<4))
        #expect(throws: Enough.self) { try journal.forEachBlock(after: 0) { _ in throw Enough() } }
        #expect(try journal.identities() == [1, 2, 3])
    }

    @Test("The caller may read the journal while it is handed blocks")
    func nestedReading() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try journal.commit(SomeFacts.batch(1..<4))
        try journal.forEachBlock(after: 0) { block in
            #expect(try journal.block(containing: block.firstSequence)?.count == 3)
            try journal.commit(SomeFacts.batch(4..<6))
        }
        #expect(journal.lastSequence == 5)
    }

    @Test("Blocks keep when their facts were taken in, also when the clock was set back")
    func clock() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try journal.commit(SomeFacts.batch(1..<3, at: 1_800_000_000))
        try journal.commit(SomeFacts.batch(3..<5, at: 1_799_990_000))
        try journal.commit(SomeFacts.batch(5..<6, at: -5))
        var seen: [Int64] = []
        try journal.forEachBlock(after: 0) { block in seen.append(block.recordedAt.secondsSince1970) }
        #expect(seen == [1_800_000_000, 1_799_990_000, -5])
        #expect(try journal.identities() == [1, 2, 3, 4, 5])
    }
}
