import Facts
import Foundation
import GRDB
import Testing

@testable import Journal

@Suite("Merging blocks, backups and restoring")
struct CareTests {
    /// All facts with their numbers and moments, as text.
    private func content(_ journal: Journal) throws -> [String] {
        var lines: [String] = []
        try journal.forEachBlock(after: 0) { block in
            for (place, identity) in try block.identities().enumerated() {
                let sequence = block.firstSequence + UInt64(place)
                lines.append("\(sequence) \(identity) \(block.recordedAt(sequence).secondsSince1970)")
            }
        }
        return lines
    }

    /// A journal of many commits of different sizes, the clock going back now and then.
    private func fill(_ journal: Journal, commits: Int, seed: UInt64) throws {
        var random = SeededRandom(seed)
        var next = journal.lastSequence + 1
        var seconds: Int64 = 1_800_000_000
        for _ in 0..<commits {
            let count = UInt64.random(in: 1...40, using: &random)
            seconds += Int64.random(in: -2...3, using: &random)
            try journal.commit(SomeFacts.batch(next..<next + count, at: seconds))
            next += count
            if UInt64.random(in: 0..<50, using: &random) == 0 {
                try journal.commit(SomeFacts.batch(next..<next + 900, at: seconds))
                next += 900
            }
        }
    }

    @Test("Merged blocks say the same, fact by fact, in far fewer blocks")
    func merging() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try fill(journal, commits: 600, seed: 1)
        let before = try content(journal)
        let blocks = try journal.statistics().blockCount
        var steps = 0
        while try journal.compact(byteLimit: 200_000) { steps += 1 }
        let after = try journal.statistics()
        #expect(steps > 2)
        #expect(after.blockCount < blocks / 5)
        #expect(after.factCount == journal.lastSequence)
        #expect(try content(journal) == before)
        #expect(try journal.check().findings == [])
        // Nothing is left to do, and what comes later is merged later.
        #expect(try !journal.compact())
        #expect(try journal.statistics().blockCount == after.blockCount)
        try fill(journal, commits: 300, seed: 2)
        let more = try content(journal)
        while try journal.compact() {}
        #expect(try content(journal) == more)
        #expect(try journal.statistics().blockCount == journal.check().blockCount)
        for sequence in stride(from: 1 as UInt64, through: journal.lastSequence, by: 97) {
            let block = try #require(try journal.block(containing: sequence))
            #expect(try block.identities()[Int(sequence - block.firstSequence)] == sequence)
        }
    }

    @Test("Blocks that are merged while somebody reads are handed over once")
    func mergingWhileReading() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        for step in 0..<2000 as Range<UInt64> { try journal.commit(SomeFacts.batch(step * 9 + 1..<step * 9 + 10)) }
        var found: [UInt64] = []
        var reads = 0
        try journal.forEachBlock(after: 5) { block in
            found += try block.identities()
            reads += 1
            // In the middle of the first blocks that were read together.
            if reads == 300 { while try journal.compact() {} }
        }
        #expect(found == Array(6...18_000))
    }

    @Test("Many read while one writes and blocks are merged")
    func concurrent() async throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for step in 0..<300 as Range<UInt64> {
                    try journal.commit(SomeFacts.batch(step * 7 + 1..<step * 7 + 8))
                    if step % 50 == 0 { try journal.compact() }
                }
            }
            for _ in 0..<3 {
                group.addTask {
                    for _ in 0..<20 {
                        let found = try journal.identities()
                        #expect(found == Array(1..<UInt64(found.count) + 1))
                        #expect(UInt64(found.count) <= journal.lastSequence)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try journal.identities() == Array(1...2100))
    }

    @Test("A backup made while facts come in is whole, verified and for its owner alone")
    func backup() async throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder("shop"))
        try fill(journal, commits: 300, seed: 3)
        let before = journal.lastSequence
        let writing = Task {
            for step in 0..<200 as Range<UInt64> { try journal.commit(SomeFacts.batch(before + step + 1..<before + step + 2)) }
        }
        let report = try journal.backup(to: folder("copy.db"), at: Instant(secondsSince1970: 9))
        try await writing.value
        #expect(report.lastSequence >= before && report.lastSequence <= journal.lastSequence)
        #expect(try journal.backups() == [report])
        let attributes = try FileManager.default.attributesOfItem(atPath: folder("copy.db"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? Int64 == report.byteCount)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["copy.db", "shop"])

        let restored = try Journal.restore(from: folder("copy.db"), to: folder("other"), at: Instant(secondsSince1970: 10))
        #expect(restored == RestoreReport(lastSequence: report.lastSequence, keptAside: nil))
        let copy = try Journal.open(folder: folder("other"))
        #expect(try content(copy) == Array(content(journal).prefix(Int(report.lastSequence))))
        #expect(try FileManager.default.attributesOfItem(atPath: folder("other/perennial.db"))[.posixPermissions] as? Int == 0o600)
    }

    @Test("A backup never overwrites a file, and leaves nothing behind where it fails")
    func backupRefuses() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder("shop"))
        try journal.commit(SomeFacts.batch(1..<4))
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder("taken")))
        let now = Instant(secondsSince1970: 1)
        #expect(throws: JournalError(.cannotCreate, "\(folder("taken")) exists already: name a file that does not.")) {
            try journal.backup(to: folder("taken"), at: now)
        }
        #expect(throws: JournalError.self) { try journal.backup(to: folder("nowhere/copy"), at: now) }
        #expect(try journal.backups().isEmpty)
        // A journal that is damaged is not copied as if it were whole.
        try journal.pool.write { db in try db.execute(sql: "UPDATE block SET checksum = 1") }
        let error = #expect(throws: JournalError.self) { try journal.backup(to: folder("copy"), at: now) }
        #expect(error?.code == .damaged)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["shop", "taken"])
    }

    @Test("Restoring keeps what was there, and refuses damage before anything is touched")
    func restore() throws {
        let folder = try TemporaryFolder()
        let now = Instant(secondsSince1970: 1_800_000_000)
        do {
            let journal = try Journal.open(folder: folder("shop"))
            try journal.commit(SomeFacts.batch(1..<11))
            _ = try journal.backup(to: folder("copy"), at: now)
            try journal.commit(SomeFacts.batch(11..<21))
            #expect(throws: JournalError.self) { try Journal.restore(from: folder("copy"), to: folder("shop"), at: now) }
            try journal.close()
        }
        var damaged = try Data(contentsOf: URL(fileURLWithPath: folder("copy")))
        for place in damaged.count / 2..<damaged.count { damaged[place] ^= 0x55 }
        try damaged.write(to: URL(fileURLWithPath: folder("bad")))
        let error = #expect(throws: JournalError.self) { try Journal.restore(from: folder("bad"), to: folder("shop"), at: now) }
        #expect(error?.code == .damaged)
        let missing = #expect(throws: JournalError.self) { try Journal.restore(from: folder("none"), to: folder("shop"), at: now) }
        #expect(missing?.code == .missing)
        #expect(missing?.exitCode == 66)
        #expect(try Journal.open(folder: folder("shop")).identities() == Array(1...20))

        let report = try Journal.restore(from: folder("copy"), to: folder("shop"), at: now)
        #expect(report.lastSequence == 10)
        let aside = try #require(report.keptAside)
        #expect(aside == folder("shop") + "/perennial.db.before-restore-20270115T080000Z")
        #expect(try Journal.open(folder: folder("shop")).identities() == Array(1...10))
        // And back again: what was kept aside is a backup like any other.
        let back = try Journal.restore(from: aside, to: folder("shop"), at: now)
        #expect(back.lastSequence == 20)
        #expect(back.keptAside?.hasSuffix("Z-2") == true)
        #expect(try Journal.open(folder: folder("shop")).identities() == Array(1...20))
    }

    @Test("Restoring over a journal whose last commits are in its log keeps those too")
    func restoreOverLog() throws {
        let folder = try TemporaryFolder()
        let now = Instant(secondsSince1970: 1)
        let journal = try Journal.open(folder: folder("shop"))
        try journal.commit(SomeFacts.batch(1..<11))
        _ = try journal.backup(to: folder("copy"), at: now)
        try journal.commit(SomeFacts.batch(11..<21))
        // As a process leaves it that was killed.
        try FileManager.default.createDirectory(atPath: folder("killed"), withIntermediateDirectories: true)
        for name in ["perennial.db", "perennial.db-wal"] {
            try FileManager.default.copyItem(atPath: folder("shop/" + name), toPath: folder("killed/" + name))
        }
        let report = try Journal.restore(from: folder("copy"), to: folder("killed"), at: now)
        #expect(try Journal.open(folder: folder("killed")).identities() == Array(1...10))
        let aside = try #require(report.keptAside)
        _ = try Journal.restore(from: aside, to: folder("again"), at: now)
        #expect(try Journal.open(folder: folder("again")).identities() == Array(1...20))
        // A folder that was copied by hand, with its log, is a backup as well.
        _ = try Journal.restore(from: folder("shop/perennial.db"), to: folder("third"), at: now)
        #expect(try Journal.open(folder: folder("third")).identities() == Array(1...20))
    }

    @Test("A restore that broke off is noticed, not taken for an empty shop")
    func brokenRestore() throws {
        let folder = try TemporaryFolder()
        try Data("half".utf8).write(to: URL(fileURLWithPath: folder("perennial.db.restoring")))
        let error = #expect(throws: JournalError.self) { try Journal.open(folder: folder.path) }
        #expect(error?.code == .damaged)
        // With a journal in its place the copy is of no use, and goes.
        let other = try TemporaryFolder()
        do { _ = try Journal.open(folder: other.path) }
        try Data("half".utf8).write(to: URL(fileURLWithPath: other("perennial.db.restoring")))
        _ = try Journal.open(folder: other.path)
        #expect(!FileManager.default.fileExists(atPath: other("perennial.db.restoring")))
    }

    @Test("The journal says how large it is")
    func statistics() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try journal.commit(SomeFacts.batch(1..<11))
        let first = try journal.statistics()
        #expect(first.blockCount == 1 && first.factCount == 10)
        #expect(first.logBytes > 0)
        try journal.commit(SomeFacts.batch(11..<12))
        try journal.emptyLog()
        let second = try journal.statistics()
        #expect(second.blockCount == 2 && second.factCount == 11)
        #expect(second.logBytes == 0)
        #expect(second.fileBytes == DataFolder.size(folder("perennial.db")) && second.fileBytes > 0)
        #expect(second.freeBytes >= 0 && second.freeBytes < second.fileBytes)
    }
}
