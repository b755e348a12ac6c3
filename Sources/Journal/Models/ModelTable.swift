import Facts
import Foundation
import GRDB

/// The SQL of models and forecasts.
enum ModelTable {
    private static let columns = "number, kind, fitted_at, as_of, last_sequence, metrics, note"

    /// Adds a model; a number is given once.
    static func add(_ model: ModelRow, body: [UInt8], _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "INSERT INTO model (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            Int64(clamping: model.number), model.kind, model.fittedAt.secondsSince1970, model.asOf.daysSince1970,
            Int64(clamping: model.lastSequence), model.metrics, model.note,
        ])
        try db.cachedStatement(sql: "INSERT INTO model_body (model, bytes) VALUES (?, ?)")
            .execute(arguments: [Int64(clamping: model.number), Data(body)])
    }

    /// Says how good a model is.
    static func put(metrics: String, of model: UInt64, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE model SET metrics = ? WHERE number = ?").execute(arguments: [metrics, Int64(clamping: model)])
    }

    static func all(_ db: Database) throws -> [ModelRow] {
        try Row.fetchAll(db, sql: "SELECT \(columns) FROM model ORDER BY number DESC").map(read)
    }

    static func one(_ db: Database, _ number: UInt64) throws -> ModelRow? {
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM model WHERE number = ?")
        return try Row.fetchOne(statement, arguments: [Int64(clamping: number)]).map(read)
    }

    static func body(_ db: Database, _ number: UInt64) throws -> [UInt8]? {
        let statement = try db.cachedStatement(sql: "SELECT bytes FROM model_body WHERE model = ?")
        return try Data.fetchOne(statement, arguments: [Int64(clamping: number)]).map { [UInt8]($0) }
    }

    /// Notes a forecast; of two made on one day of the same days the later counts.
    static func put(_ forecast: ForecastRow, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO forecast (made_on, quantity, first_day, last_day, model, expected, low, high)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            forecast.madeOn.daysSince1970, forecast.quantity, forecast.firstDay.daysSince1970, forecast.lastDay.daysSince1970,
            Int64(clamping: forecast.model), forecast.expected, forecast.low, forecast.high,
        ])
    }

    static func forecasts(_ db: Database, quantity: String) throws -> [ForecastRow] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT quantity, made_on, first_day, last_day, model, expected, low, high FROM forecast
                WHERE quantity = ? ORDER BY made_on, first_day, last_day
                """)
        return try Row.fetchAll(statement, arguments: [quantity]).map { row in
            ForecastRow(
                quantity: try row.at(0), madeOn: try row.day(1), firstDay: try row.day(2), lastDay: try row.day(3), model: try row.at(4),
                expected: try row.at(5), low: try row.at(6), high: try row.at(7))
        }
    }

    private static func read(_ row: Row) throws -> ModelRow {
        ModelRow(
            number: try row.at(0), kind: try row.at(1), fittedAt: try row.instant(2), asOf: try row.day(3), lastSequence: try row.at(4),
            metrics: try row.at(5), note: try row.at(6))
    }
}
