import Facts
import GRDB

/// What a check of the journal found.
public struct JournalCheck: Sendable, Equatable {
    /// What is wrong, in plain words; empty where nothing is.
    public internal(set) var findings: [String] = []
    /// How many blocks were read.
    public internal(set) var blockCount = 0
    /// How many facts they hold.
    public internal(set) var factCount: UInt64 = 0

    /// Whether nothing is wrong.
    public var isClean: Bool { findings.isEmpty }

    /// So many findings are reported; a file that is damaged throughout says no more by more of them.
    static let largestCount = 200

    mutating func note(_ finding: @autoclosure () -> String) {
        if findings.count < Self.largestCount { findings.append(finding()) }
    }
}

extension Journal {
    /// Reads everything and compares: the file's structure, every block's checksum and facts, the sequence of facts, definitions and their histories.
    ///
    /// Others go on reading and writing meanwhile; what they write is not part of it.
    public func check() throws(JournalError) -> JournalCheck {
        try reading { db in JournalCheck(db) }
    }
}

extension JournalCheck {
    /// A check of all that a connection reads. Damage becomes a finding, also where it stops a step.
    init(_ db: Database) {
        step("the structure of the file", db, checkStructure)
        step("the facts", db, checkFacts)
        step("the definitions", db, checkDefinitions)
        step("the histories of predictions", db, checkPredictions)
    }

    private mutating func step(_ name: String, _ db: Database, _ body: (inout JournalCheck, Database) throws -> Void) {
        do { try body(&self, db) } catch { note("Reading \(name) broke off: \(JournalError(error, path: "the journal"))") }
    }
}

private func checkStructure(_ check: inout JournalCheck, _ db: Database) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    if application != Int(FileHeader.applicationID) { check.note("The file is not marked as a journal.") }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if version < 1 || version > Schema.version { check.note("The tables have the version \(version), which this program does not know.") }
    // A row may hold a hundred lines.
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check").flatMap({ $0.split(separator: "\n") }) {
        if line != "ok", !line.hasPrefix("***") { check.note("The file's structure is damaged: \(line).") }
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        let table: String = try row.at(0)
        let parent: String = try row.at(2)
        check.note("A row of \(table) belongs to a row of \(parent) that is not there.")
    }
}

private func checkFacts(_ check: inout JournalCheck, _ db: Database) throws {
    var last: UInt64 = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT \(BlockTable.columns) FROM block ORDER BY first_sequence")
    while let row = try rows.next() {
        let block = try StoredBlock(row)
        if block.first != last &+ 1 { check.note("After fact \(last) comes fact \(block.first).") }
        if let damage = block.thoroughDamage() { check.note("The block of facts from \(block.first) on \(damage.rawValue).") }
        let count = UInt64(clamping: block.count)
        last = block.first &+ count &- 1
        check.blockCount += 1
        check.factCount &+= count
    }
}

private func checkDefinitions(_ check: inout JournalCheck, _ db: Database) throws {
    // The last entry of a history says what the definition says; a deleted one's says nothing.
    let rows = try Row.fetchAll(
        db,
        sql: """
            SELECT kind, number FROM definition WHERE (
                SELECT coalesce(after, '') FROM definition_change AS change
                WHERE change.kind = definition.kind AND change.number = definition.number ORDER BY id DESC LIMIT 1
            ) IS NOT CASE WHEN deleted_at IS NULL THEN body ELSE '' END
            """)
    for row in rows {
        let kind: String = try row.at(0)
        let number: UInt64 = try row.at(1)
        check.note("The \(kind) with the number \(number) says other than the last entry of its history.")
    }
    let settings = try String.fetchAll(
        db,
        sql: """
            SELECT key FROM setting WHERE (
                SELECT after FROM setting_change AS change WHERE change.key = setting.key ORDER BY id DESC LIMIT 1
            ) IS NOT value
            """)
    for key in settings { check.note("The setting \(key) says other than the last entry of its history.") }
}

private func checkPredictions(_ check: inout JournalCheck, _ db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT shelf, day, bytes FROM prediction")
    while let row = try rows.next() {
        guard PredictionShelf(try row.bytes(2)) == nil else { continue }
        let shelf: Int = try row.at(0)
        let day = try row.day(1)
        check.note("The history of predictions cannot be read on \(day) for profiles from \(shelf &* Int(PredictionShelf.width)) on.")
    }
}
