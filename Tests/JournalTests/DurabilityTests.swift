import Facts
import GRDB
import Testing

@testable import Journal

@Suite("What was accepted stays")
struct DurabilityTests {
    @Test("A commit returns when the disk has every byte of it")
    func synced() throws {
        let disk = try FaultyDisk()
        let journal = try Journal.open(folder: disk.folder.path)
        for step in 0..<300 as Range<UInt64> {
            let before = disk.syncs
            try journal.commit(SomeFacts.batch(step * 30 + 1..<step * 30 + 31))
            #expect(disk.syncs > before)
            #expect(disk.unsyncedBytes == 0)
        }
        // Other writes too.
        let before = disk.syncs
        let setting = SettingChange(key: "a", value: "1", at: Instant(secondsSince1970: 1), who: "x")
        try journal.commit(JournalBatch(recordedAt: Instant(secondsSince1970: 1), writes: [.setting(setting)]))
        #expect(disk.syncs > before && disk.unsyncedBytes == 0)
    }

    @Test("The disk of these tests notices a commit that is only written")
    func control() throws {
        let disk = try FaultyDisk()
        let journal = try Journal.open(folder: disk.folder.path)
        try journal.pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = NORMAL") }
        try journal.commit(SomeFacts.batch(1..<31))
        #expect(disk.unsyncedBytes > 0)
        // And with the power cut now, there are outcomes in which the facts are gone.
        disk.cut(afterOperations: 0)
        let outcomes = try (0..<20 as Range<UInt64>).map { seed in
            let image = try disk.afterPowerCut(seed: seed)
            return try Journal.open(folder: image.path).lastSequence
        }
        #expect(outcomes.contains(0))
    }

    /// Writes until the power is cut, and returns what was acknowledged.
    private func writeUntilCut(_ disk: FaultyDisk, seed: UInt64) throws -> (facts: UInt64, settings: Int, tried: UInt64) {
        var random = SeededRandom(seed)
        var facts: UInt64 = 0
        var settings = 0
        var tried: UInt64 = 0
        do {
            let journal = try Journal.open(folder: disk.folder.path)
            // Small logs, so that checkpoints fall into the run as well.
            try journal.pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_autocheckpoint = 20") }
            while true {
                let count = UInt64.random(in: 1...60, using: &random)
                tried = facts + count
                let change = SettingChange(
                    key: "step", value: "\(settings + 1)", at: Instant(secondsSince1970: Int64(settings)), who: "test")
                try journal.commit(SomeFacts.batch(facts + 1..<facts + count + 1, writes: [.setting(change)]))
                facts += count
                settings += 1
                if settings % 7 == 0 { try journal.compact() }
                if settings % 11 == 0 {
                    try journal.rewriteBlocks { block in block.firstSequence % 3 == 0 ? block.bytes.reversedFacts() : nil }
                    try journal.rewriteBlocks { block in block.firstSequence % 3 == 0 ? block.bytes.reversedFacts() : nil }
                }
            }
        } catch is JournalError {
            return (facts, settings, tried)
        }
    }

    @Test("A power cut at any moment takes nothing that was accepted, doubles nothing and leaves a journal that is whole")
    func powerCut() throws {
        // Operations of a run without a cut, so that the cuts fall everywhere, also into the making of the file.
        for seed in 0..<60 as Range<UInt64> {
            let disk = try FaultyDisk()
            var random = SeededRandom(seed)
            disk.cut(afterOperations: UInt64.random(in: 0...(seed % 3 == 0 ? 60 : 900), using: &random))
            let accepted = try writeUntilCut(disk, seed: seed)
            #expect(disk.isCut)
            for possibility in 0..<3 as Range<UInt64> {
                let image = try disk.afterPowerCut(seed: seed * 10 + possibility)
                let journal = try Journal.open(folder: image.path)
                let last = journal.lastSequence
                // All that was accepted; of the batch that was under way all or nothing.
                #expect(last == accepted.facts || last == accepted.tried, "\(last) \(accepted) seed \(seed)")
                #expect(try journal.identities().sorted() == Array(1..<last + 1), "seed \(seed)")
                let expected = last == accepted.facts ? accepted.settings : accepted.settings + 1
                #expect(try journal.setting("step") == (expected == 0 ? nil : "\(expected)"), "seed \(seed)")
                #expect(try journal.check().findings == [], "seed \(seed)")
                try journal.commit(SomeFacts.batch(last + 1..<last + 3))
                #expect(journal.lastSequence == last + 2)
            }
        }
    }
}

extension [UInt8] {
    /// The facts of a block in the opposite order: other bytes, as many facts.
    func reversedFacts() -> [UInt8] {
        var reader = FactReader(self)
        var facts: [Fact] = []
        while let fact = try? reader.next() { facts.append(fact) }
        var writer = FactWriter()
        for fact in facts.reversed() { writer.append(fact) }
        return writer.bytes
    }
}
