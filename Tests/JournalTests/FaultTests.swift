import Facts
import Foundation
import GRDB
import Testing

@testable import Journal

@Suite("Disks that fail")
struct FaultTests {
    @Test("A full disk refuses a batch whole, says so, and takes it when there is room again")
    func full() throws {
        let disk = try FaultyDisk()
        let journal = try Journal.open(folder: disk.folder.path)
        var accepted: UInt64 = 0
        disk.limit(bytes: disk.usedBytes + 300_000)
        var failure: JournalError?
        while failure == nil, accepted < 1_000_000 {
            do {
                try journal.commit(SomeFacts.batch(accepted + 1..<accepted + 41))
                accepted += 40
            } catch { failure = error }
        }
        #expect(failure?.code == .diskFull)
        #expect(failure?.exitCode == 74)
        #expect(accepted > 0)
        // Still full, also for what is small; reading goes on.
        for _ in 0..<3 {
            #expect(throws: JournalError.self) { try journal.commit(SomeFacts.batch(accepted + 1..<accepted + 4000)) }
            #expect(journal.lastSequence == accepted)
            #expect(try journal.identities() == Array(1..<accepted + 1))
        }
        disk.limit(bytes: 0)
        try journal.commit(SomeFacts.batch(accepted + 1..<accepted + 41))
        #expect(try journal.identities() == Array(1..<accepted + 41))
        #expect(try journal.check().findings == [])
    }

    @Test("A sync that fails refuses the batch; the next is taken")
    func failingSync() throws {
        let disk = try FaultyDisk()
        let journal = try Journal.open(folder: disk.folder.path)
        try journal.commit(SomeFacts.batch(1..<11))
        disk.failSyncs(1)
        let error = #expect(throws: JournalError.self) { try journal.commit(SomeFacts.batch(11..<21)) }
        #expect(error?.code == .readOrWriteFailed)
        #expect(journal.lastSequence == 10)
        #expect(try journal.identities() == Array(1...10))
        try journal.commit(SomeFacts.batch(11..<14))
        #expect(try journal.identities() == Array(1...13))
        #expect(disk.unsyncedBytes == 0)
    }

    @Test("A log that ends within its last commit loses that commit at most, whatever its last page looks like")
    func tornLog() throws {
        for seed in 0..<40 as Range<UInt64> {
            var random = SeededRandom(seed)
            let folder = try TemporaryFolder()
            let copy = try TemporaryFolder()
            let journal = try Journal.open(folder: folder.path)
            try journal.commit(SomeFacts.batch(1..<31))
            let settled = DataFolder.size(folder("perennial.db-wal"))
            try journal.commit(SomeFacts.batch(31..<61))
            var log = try Data(contentsOf: URL(fileURLWithPath: folder("perennial.db-wal")))
            let torn = Int.random(in: Int(settled)..<log.count, using: &random)
            if seed % 2 == 0 {
                log = log.prefix(torn)
            } else {
                for place in torn..<log.count { log[place] = UInt8.random(in: .min ... .max, using: &random) }
            }
            try FileManager.default.copyItem(atPath: folder("perennial.db"), toPath: copy("perennial.db"))
            try log.write(to: URL(fileURLWithPath: copy("perennial.db-wal")))
            let restored = try Journal.open(folder: copy.path)
            #expect(try restored.identities() == Array(1...30), "seed \(seed)")
            #expect(try restored.check().findings == [])
            try restored.commit(SomeFacts.batch(31..<33))
            #expect(try restored.identities() == Array(1...32))
        }
    }

    /// A closed journal's file.
    private func closedJournal(_ folder: TemporaryFolder) throws -> Data {
        let journal = try Journal.open(folder: folder.path)
        for step in 0..<40 as Range<UInt64> { try journal.commit(SomeFacts.batch(step * 50 + 1..<step * 50 + 51)) }
        let setting = SettingChange(key: "a", value: "1", at: Instant(secondsSince1970: 1), who: "x")
        try journal.commit(JournalBatch(recordedAt: Instant(secondsSince1970: 1), writes: [.setting(setting)]))
        try journal.close()
        return try Data(contentsOf: URL(fileURLWithPath: folder("perennial.db")))
    }

    @Test("A file with damaged bytes anywhere never yields a wrong fact: it is refused, or the damage is reported")
    func damagedBytes() throws {
        let folder = try TemporaryFolder()
        let whole = try closedJournal(folder)
        let expected = Array(1...2000 as ClosedRange<UInt64>)
        var noticed = 0
        for seed in 0..<80 as Range<UInt64> {
            var random = SeededRandom(seed)
            var damaged = whole
            let start = Int.random(in: 0..<damaged.count, using: &random)
            for place in start..<min(start + Int.random(in: 1...3000, using: &random), damaged.count) {
                damaged[place] = UInt8.random(in: .min ... .max, using: &random)
            }
            let copy = try TemporaryFolder()
            try damaged.write(to: URL(fileURLWithPath: copy("perennial.db")))
            do {
                let journal = try Journal.open(folder: copy.path)
                let check = try journal.check()
                let facts = Result { try journal.identities() }
                // What is read is right, or an error; a fact that fell out is missed by the check.
                if case .success(let identities) = facts, identities != expected { #expect(!check.isClean, "seed \(seed)") }
                if case .failure(let error) = facts { #expect(error is JournalError, "seed \(seed)") }
                if !check.isClean || (try? facts.get()) == nil { noticed += 1 }
            } catch {
                #expect(
                    [.damaged, .notAJournal, .newerVersion, .readOrWriteFailed, .notWritable].contains(error.code), "seed \(seed): \(error)"
                )
                noticed += 1
            }
        }
        // The rest hit bytes that nobody owns: free space within pages.
        #expect(noticed > 40)
    }

    @Test("A check names what is wrong in words, and goes on")
    func findings() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        for step in 0..<4 as Range<UInt64> { try journal.commit(SomeFacts.batch(step * 10 + 1..<step * 10 + 11)) }
        let change = DefinitionChange(kind: "list", number: 1, body: "{}", at: Instant(secondsSince1970: 1), who: "x")
        let setting = SettingChange(key: "a", value: "1", at: Instant(secondsSince1970: 1), who: "x")
        try journal.commit(JournalBatch(recordedAt: Instant(secondsSince1970: 1), writes: [.definition(change), .setting(setting)]))
        #expect(try journal.check() == JournalCheck(findings: [], blockCount: 4, factCount: 40))
        try journal.pool.write { db in
            try db.execute(sql: "UPDATE block SET checksum = checksum + 1 WHERE first_sequence = 1")
            try db.execute(sql: "DELETE FROM block WHERE first_sequence = 11")
            try db.execute(sql: "UPDATE block SET count = 9 WHERE first_sequence = 31")
            try db.execute(sql: "UPDATE definition SET body = '[]'")
            try db.execute(sql: "UPDATE setting SET value = '2'")
            try db.execute(sql: "INSERT INTO prediction VALUES (3, 4, x'8080')")
        }
        #expect(
            try journal.check().findings == [
                "The block of facts from 1 on is not what was written: its checksum differs.",
                "After fact 10 comes fact 21.",
                "The block of facts from 31 on says a wrong number of facts.",
                "The list with the number 1 says other than the last entry of its history.",
                "The setting a says other than the last entry of its history.",
                "The history of predictions cannot be read on 1970-01-05 for profiles from 3072 on.",
            ])
        let error = #expect(throws: JournalError.self) { try journal.block(containing: 5) }
        #expect(error?.code == .damaged)
    }
}
