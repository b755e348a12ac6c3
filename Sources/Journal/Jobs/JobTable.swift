import Facts
import Foundation
import GRDB

/// The SQL of jobs.
enum JobTable {
    private static let columns = """
        number, kind, status, who, created_at, started_at, completed_at, total_count, completed_count, failed_count, detail
        """

    /// Makes a job or brings it up to date. Kind, creator and creation stay as they were first written.
    static func put(_ job: JobRow, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO job (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (number) DO UPDATE SET
                    status = excluded.status, started_at = excluded.started_at, completed_at = excluded.completed_at,
                    total_count = excluded.total_count, completed_count = excluded.completed_count,
                    failed_count = excluded.failed_count, detail = excluded.detail
                """)
        try statement.execute(arguments: [
            Int64(clamping: job.number), job.kind, job.status.rawValue, job.who, job.createdAt.secondsSince1970,
            job.startedAt?.secondsSince1970, job.completedAt?.secondsSince1970, job.totalCount, job.completedCount, job.failedCount,
            job.detail,
        ])
    }

    static func putPayload(_ job: UInt64, _ bytes: [UInt8], _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO job_payload (job, bytes) VALUES (?, ?)")
            .execute(arguments: [Int64(clamping: job), Data(bytes)])
    }

    static func dropPayload(_ job: UInt64, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM job_payload WHERE job = ?").execute(arguments: [Int64(clamping: job)])
    }

    static func dropDetails(before instant: Instant, _ db: Database) throws {
        for table in ["job_payload", "job_error"] {
            try db.execute(
                sql: "DELETE FROM \(table) WHERE job IN (SELECT number FROM job WHERE status >= 2 AND completed_at < ?)",
                arguments: [instant.secondsSince1970])
        }
    }

    static func add(_ errors: [JobError], job: UInt64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO job_error (job, row_index, code, title, detail, pointer, refused) VALUES (?, ?, ?, ?, ?, ?, ?)")
        for error in errors {
            try statement.execute(arguments: [
                Int64(clamping: job), error.row, error.code, error.title, error.detail, error.pointer, error.refused.map { Data($0) },
            ])
        }
    }

    static func one(_ db: Database, _ number: UInt64) throws -> JobRow? {
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM job WHERE number = ?")
        return try Row.fetchOne(statement, arguments: [Int64(clamping: number)]).map(read)
    }

    static func unfinished(_ db: Database) throws -> [JobRow] {
        try Row.fetchAll(db, sql: "SELECT \(columns) FROM job WHERE status < 2 ORDER BY number").map(read)
    }

    static func page(_ db: Database, kind: String?, before number: UInt64, limit: Int) throws -> [JobRow] {
        let condition = kind == nil ? "?1 IS NULL" : "kind = ?1"
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns) FROM job WHERE \(condition) AND number < ?2 ORDER BY number DESC LIMIT ?3")
        return try Row.fetchAll(statement, arguments: [kind, Int64(clamping: number), limit]).map(read)
    }

    static func payload(_ db: Database, _ job: UInt64) throws -> [UInt8]? {
        try Data.fetchOne(db.cachedStatement(sql: "SELECT bytes FROM job_payload WHERE job = ?"), arguments: [Int64(clamping: job)])
            .map { [UInt8]($0) }
    }

    static func errors(_ db: Database, job: UInt64, after id: Int64, limit: Int) throws -> [(id: Int64, error: JobError)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, row_index, code, title, detail, pointer, refused FROM job_error WHERE job = ? AND id > ? ORDER BY id LIMIT ?
                """)
        return try Row.fetchAll(statement, arguments: [Int64(clamping: job), id, limit]).map { row in
            let error = JobError(
                row: try row.at(1), code: try row.at(2), title: try row.at(3), detail: try row.at(4), pointer: try row.at(5),
                refused: try row.optionalBytes(6))
            return (try row.at(0), error)
        }
    }

    private static func read(_ row: Row) throws -> JobRow {
        guard let status = JobRow.Status(rawValue: try row.at(2)) else {
            throw JournalError(.damaged, "A job has a status that is unknown. Restore a backup.")
        }
        return JobRow(
            number: try row.at(0), kind: try row.at(1), status: status, who: try row.at(3), createdAt: try row.instant(4),
            startedAt: try row.optionalInstant(5), completedAt: try row.optionalInstant(6), totalCount: try row.at(7),
            completedCount: try row.at(8), failedCount: try row.at(9), detail: try row.at(10))
    }
}
