import Facts
import Foundation
import GRDB
import Testing

@testable import Journal

@Suite("Opening a folder")
struct OpeningTests {
    private func rights(_ path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test("Folder and files are for their owner alone")
    func rights() throws {
        let folder = try TemporaryFolder()
        let path = folder("a/b/shop")
        let journal = try Journal.open(folder: path)
        try journal.commit(SomeFacts.batch(1..<4))
        #expect(try rights(path) == 0o700)
        for name in ["perennial.db", "perennial.db-wal", "perennial.db-shm", "perennial.lock"] {
            #expect(try rights(path + "/" + name) == 0o600, "\(name)")
        }
    }

    @Test("A second opener is refused, told by whom, and may open when the first is gone")
    func inUse() throws {
        let folder = try TemporaryFolder()
        var first: Journal? = try Journal.open(folder: folder.path)
        try first?.commit(SomeFacts.batch(1..<4))
        let error = #expect(throws: JournalError.self) { try Journal.open(folder: folder.path) }
        #expect(error?.code == .inUse)
        #expect(error?.exitCode == 75)
        #expect(error?.message.contains("process \(ProcessInfo.processInfo.processIdentifier)") == true)
        try first?.close()
        first = nil
        #expect(try Journal.open(folder: folder.path).lastSequence == 3)
    }

    @Test("Beside whoever has the folder keys are made and backups taken, and facts are not touched")
    func beside() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder("shop"))
        try journal.commit(SomeFacts.batch(1..<4))
        let beside = try Journal.openBeside(folder: folder("shop"))
        func key(_ journal: Journal, _ byte: UInt8) throws -> UInt64 {
            try journal.createKey(hash: [byte], name: "", scopes: [], by: "", at: Instant(secondsSince1970: 1)).number
        }
        #expect(try [key(beside, 1), key(journal, 2), key(beside, 3)] == [1, 2, 3])
        #expect(try journal.apiKeys().map(\.hash) == [[1], [2], [3]])
        let report = try beside.backup(to: folder("copy"), at: Instant(secondsSince1970: 2))
        #expect(try journal.backups() == [report])
        try journal.commit(SomeFacts.batch(4..<6))
        #expect(try beside.check().factCount == 5)
        for attempt in [
            { _ = try beside.commit(SomeFacts.batch(6..<7)) }, { _ = try beside.compact() }, { _ = try beside.remains(of: ["abc"]) },
            { _ = try beside.rewriteBlocks { $0.bytes.reversedFacts() } },
        ] {
            let error = #expect(throws: JournalError.self) { try attempt() }
            #expect(error?.code == .inUse)
        }
        try beside.close()
        #expect(try journal.identities() == [1, 2, 3, 4, 5])
        // Closing beside leaves the folder to whoever has it.
        #expect(throws: JournalError.self) { try Journal.open(folder: folder("shop")) }
        // Where nobody ever was, it is opened as usual.
        let alone = try Journal.openBeside(folder: folder("new"))
        try alone.commit(SomeFacts.batch(1..<2))
    }

    @Test("What was closed says so")
    func closed() throws {
        let folder = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try journal.close()
        try journal.close()
        #expect(throws: JournalError(.closed, "The journal \(folder.path)/perennial.db was closed before.")) {
            try journal.commit(SomeFacts.batch(1..<4))
        }
        #expect(throws: JournalError.self) { try journal.settings() }
    }

    @Test("A file of a newer version is refused and not changed by a byte")
    func newer() throws {
        let folder = try TemporaryFolder()
        let path = folder("perennial.db")
        do {
            let journal = try Journal.open(folder: folder.path)
            try journal.commit(SomeFacts.batch(1..<4))
            try journal.pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = \(Schema.version + 1)") }
            try journal.close()
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let error = #expect(throws: JournalError.self) { try Journal.open(folder: folder.path) }
        #expect(error?.code == .newerVersion)
        #expect(error?.exitCode == 78)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test("A newer version that stands in the log only is refused too")
    func newerInLog() throws {
        let folder = try TemporaryFolder()
        let copy = try TemporaryFolder()
        let journal = try Journal.open(folder: folder.path)
        try journal.emptyLog()
        try journal.pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = \(Schema.version + 1)") }
        for name in ["perennial.db", "perennial.db-wal"] { try FileManager.default.copyItem(atPath: folder(name), toPath: copy(name)) }
        #expect(throws: FileHeader.newer(Schema.version + 1, path: copy("perennial.db"))) { try Journal.open(folder: copy.path) }
    }

    @Test("Another program's database is refused and left alone", arguments: ["PRAGMA application_id = 77", "PRAGMA user_version = 0"])
    func foreign(_ mark: String) throws {
        let folder = try TemporaryFolder()
        let path = folder("perennial.db")
        do {
            let other = try DatabaseQueue(path: path)
            try other.writeWithoutTransaction { db in
                try db.execute(sql: mark)
                try db.execute(sql: "CREATE TABLE theirs (a)")
            }
            try other.close()
        }
        let error = #expect(throws: JournalError.self) { try Journal.open(folder: folder.path) }
        #expect(error?.code == .notAJournal)
        let other = try DatabaseQueue(path: path)
        #expect(try other.read { db in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema") } == ["theirs"])
    }

    @Test("What cannot be created is said", arguments: ["/dev/null/shop", "/proc/shop"])
    func cannotCreate(_ path: String) {
        let error = #expect(throws: JournalError.self) { try Journal.open(folder: path) }
        #expect(error?.code == .cannotCreate)
        #expect(error?.exitCode == 73)
    }

    @Test("A file in the folder's place is said")
    func fileInPlace() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(fileURLWithPath: folder("shop")))
        #expect(throws: JournalError(.cannotCreate, "\(folder("shop")) is a file, not a folder.")) {
            try Journal.open(folder: folder("shop"))
        }
    }

    @Test("Files that may only be read are refused as such, and are taken again afterwards")
    func readOnly() throws {
        let disk = try FaultyDisk()
        do {
            let journal = try Journal.open(folder: disk.folder.path)
            try journal.commit(SomeFacts.batch(1..<4))
            try journal.close()
        }
        disk.setReadOnly(true)
        let error = #expect(throws: JournalError.self) { try Journal.open(folder: disk.folder.path) }
        #expect(error?.code == .notWritable)
        #expect(error?.exitCode == 73)
        disk.setReadOnly(false)
        #expect(try Journal.open(folder: disk.folder.path).identities() == [1, 2, 3])
    }

    @Test("Random bytes in the file's place are damage, and stay as they are", arguments: [0, 1, 50, 100, 5000] as [Int])
    func randomBytes(_ count: Int) throws {
        let folder = try TemporaryFolder()
        var random = SeededRandom(UInt64(count))
        let bytes = Data((0..<count).map { _ in UInt8.random(in: 1 ... .max, using: &random) })
        let url = URL(fileURLWithPath: folder("perennial.db"))
        try bytes.write(to: url)
        guard count > 0 else {
            // An empty file is what a power cut leaves of a journal that was just being made.
            #expect(try Journal.open(folder: folder.path).lastSequence == 0)
            return
        }
        let error = #expect(throws: JournalError.self) { try Journal.open(folder: folder.path) }
        #expect(error?.code == .damaged)
        #expect(error?.exitCode == 74)
        #expect(try Data(contentsOf: url) == bytes)
    }

    @Test("Every kind of failure has a code that scripts can rely on")
    func exitCodes() {
        let codes = JournalError.Code.allCases.map { JournalError($0, "").exitCode }
        #expect(codes == [75, 78, 78, 74, 73, 73, 74, 74, 66, 70, 70])
    }
}
