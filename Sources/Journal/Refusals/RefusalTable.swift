import Facts
import Foundation
import GRDB

/// The SQL of refusals.
enum RefusalTable {
    /// So many refusals are kept whole: who sends nonsense must not fill the disk. The counts are of all.
    static let largestCount: Int64 = 20_000

    private static let columns = "id, at, door, code, detail, pointer, row_count, original, is_cut"

    static func add(_ refusal: RefusedFact, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO refusal (at, door, code, detail, pointer, row_count, original, is_cut) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            refusal.at.secondsSince1970, refusal.door, refusal.code, refusal.detail, refusal.pointer, refusal.rowCount,
            refusal.original.map { Data($0) }, refusal.isCut,
        ])
        let id = db.lastInsertedRowID
        let counting = try db.cachedStatement(
            sql: """
                INSERT INTO refusal_count (door, code, count, last_at) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT (door, code) DO UPDATE SET count = count + ?3, last_at = ?4
                """)
        try counting.execute(arguments: [refusal.door, refusal.code, refusal.rowCount, refusal.at.secondsSince1970])
        try db.cachedStatement(sql: "DELETE FROM refusal WHERE id <= ?").execute(arguments: [id - largestCount])
    }

    static func page(_ db: Database, code: String?, before id: Int64, limit: Int) throws -> [(id: Int64, refusal: RefusedFact)] {
        let condition = code == nil ? "?1 IS NULL" : "code = ?1"
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns) FROM refusal WHERE \(condition) AND id < ?2 ORDER BY id DESC LIMIT ?3")
        return try Row.fetchAll(statement, arguments: [code, id, limit]).map { row in
            let refusal = RefusedFact(
                at: try row.instant(1), door: try row.at(2), code: try row.at(3), detail: try row.at(4), pointer: try row.at(5),
                rowCount: try row.at(6), original: try row.optionalBytes(7), isCut: try row.at(8))
            return (try row.at(0), refusal)
        }
    }

    static func counts(_ db: Database) throws -> [RefusalCount] {
        try Row.fetchAll(db, sql: "SELECT door, code, count, last_at FROM refusal_count ORDER BY count DESC, door, code").map { row in
            RefusalCount(door: try row.at(0), code: try row.at(1), rowCount: try row.at(2), lastAt: try row.instant(3))
        }
    }

    static func drop(before instant: Instant, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM refusal WHERE at < ?", arguments: [instant.secondsSince1970])
    }
}
