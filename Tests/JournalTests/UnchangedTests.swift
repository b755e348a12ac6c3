import Facts
import Foundation
import Testing

@testable import Journal

@Suite("A journal that is only looked at stays as it is to the byte")
struct UnchangedTests {
    /// A folder as a program that was killed leaves it: most of what it took in stands in the log.
    private func killed(_ folder: TemporaryFolder) throws -> String {
        let journal = try Journal.open(folder: folder("alive"))
        try journal.commit(SomeFacts.batch(1..<2_000))
        try journal.emptyLog()
        try journal.commit(SomeFacts.batch(2_000..<3_000))
        try FileManager.default.createDirectory(atPath: folder("killed"), withIntermediateDirectories: true)
        for name in ["perennial.db", "perennial.db-wal"] {
            try FileManager.default.copyItem(atPath: folder("alive/" + name), toPath: folder("killed/" + name))
        }
        try journal.close()
        return folder("killed")
    }

    private func bytes(_ folder: String) throws -> [Data] {
        try ["perennial.db", "perennial.db-wal"].map { try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)) }
    }

    @Test("What stands in the log is read, and stays there")
    func log() throws {
        let folder = try TemporaryFolder()
        let path = try killed(folder)
        let before = try bytes(path)
        #expect(before[1].count > 10_000)
        let journal = try Journal.openUnchanged(folder: path)
        #expect(journal.isUnchangeable)
        let check = try journal.check()
        #expect(check.isClean && check.factCount == 2_999)
        #expect(try journal.identities() == Array(1..<3_000))
        let error = #expect(throws: JournalError.self) { try journal.commit(SomeFacts.batch(3_000..<3_001)) }
        #expect(error?.code == .notWritable)
        let busy = #expect(throws: JournalError.self) { try Journal.open(folder: path) }
        #expect(busy?.code == .inUse)
        try journal.close()
        #expect(try bytes(path) == before)
        // Whoever opens it then finds everything.
        #expect(try Journal.open(folder: path).identities() == Array(1..<3_000))
    }

    @Test("A damaged file is no more damaged afterwards", arguments: [0, 1])
    func damage(_ kind: Int) throws {
        let folder = try TemporaryFolder()
        let path = try killed(folder)
        let url = URL(fileURLWithPath: path + "/perennial.db")
        var content = try Data(contentsOf: url)
        if kind == 0 {
            for page in stride(from: 4_096 * 3, to: content.count - 4_096, by: 4_096 * 5) {
                content.replaceSubrange(page..<page + 64, with: Data(repeating: 0xA5, count: 64))
            }
        } else {
            content.removeSubrange(content.count / 2 / 4_096 * 4_096..<content.count)
        }
        try content.write(to: url)
        let before = try bytes(path)
        do throws(JournalError) {
            let journal = try Journal.openUnchanged(folder: path)
            #expect(try !journal.check().isClean)
            try journal.close()
        } catch {
            #expect(error.code == .damaged)
        }
        #expect(try bytes(path) == before)
    }

    @Test("Where there is nothing, nothing is made")
    func nothing() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: JournalError.self) { try Journal.openUnchanged(folder: folder("none")) }
        #expect(error?.code == .missing)
        #expect(!FileManager.default.fileExists(atPath: folder("none")))
    }
}
