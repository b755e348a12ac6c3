import Facts
import Foundation
import GRDB

/// The SQL of profiles' numbers over time.
enum PredictionTable {
    /// Notes numbers at the end of a day; of two records of one profile and day the later counts.
    static func put(_ records: [PredictionRecord], day: ShopDay, _ db: Database) throws {
        let byShelf = Dictionary(grouping: records) { $0.profile.row / PredictionShelf.width }
        for (number, records) in byShelf.sorted(by: { $0.key < $1.key }) {
            var shelf = try shelf(db, number, day) ?? PredictionShelf()
            for record in records { shelf.put(record) }
            try write(shelf, number, day, db)
        }
    }

    /// Takes a profile's numbers off all days.
    static func erase(_ profile: ProfileNumber, _ db: Database) throws {
        try erase([profile], shelf: profile.row / PredictionShelf.width, db)
    }

    /// Takes the numbers of some profiles of one shelf off all days.
    static func erase(_ profiles: [ProfileNumber], shelf number: UInt32, _ db: Database) throws {
        for day in try ShopDay.fetchDays(db, shelf: number) {
            guard var shelf = try shelf(db, number, day) else { continue }
            let hasAny = profiles.reduce(false) { shelf.remove($1) || $0 }
            if hasAny { try write(shelf, number, day, db) }
        }
    }

    static func history(_ db: Database, _ profile: ProfileNumber, from day: ShopDay) throws -> [(day: ShopDay, record: PredictionRecord)] {
        let statement = try db.cachedStatement(sql: "SELECT day, bytes FROM prediction WHERE shelf = ? AND day >= ? ORDER BY day")
        let rows = try Row.fetchCursor(statement, arguments: [profile.row / PredictionShelf.width, day.daysSince1970])
        var history: [(day: ShopDay, record: PredictionRecord)] = []
        while let row = try rows.next() {
            if let record = PredictionShelf.record(profile, in: try row.bytes(1)) { history.append((try row.day(0), record)) }
        }
        return history
    }

    private static func shelf(_ db: Database, _ number: UInt32, _ day: ShopDay) throws -> PredictionShelf? {
        let statement = try db.cachedStatement(sql: "SELECT bytes FROM prediction WHERE shelf = ? AND day = ?")
        guard let bytes = try Data.fetchOne(statement, arguments: [number, day.daysSince1970]) else { return nil }
        guard let shelf = PredictionShelf([UInt8](bytes)) else { throw damaged }
        return shelf
    }

    private static func write(_ shelf: PredictionShelf, _ number: UInt32, _ day: ShopDay, _ db: Database) throws {
        guard !shelf.records.isEmpty else {
            try db.cachedStatement(sql: "DELETE FROM prediction WHERE shelf = ? AND day = ?").execute(arguments: [
                number, day.daysSince1970,
            ])
            return
        }
        let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO prediction (shelf, day, bytes) VALUES (?, ?, ?)")
        try statement.execute(arguments: [number, day.daysSince1970, Data(shelf.encoded)])
    }

    private static var damaged: JournalError {
        JournalError(.damaged, "The history of predictions holds bytes that were never written there. Restore a backup.")
    }
}

extension ShopDay {
    /// The days on which a shelf has a row.
    fileprivate static func fetchDays(_ db: Database, shelf: UInt32) throws -> [ShopDay] {
        let statement = try db.cachedStatement(sql: "SELECT day FROM prediction WHERE shelf = ? ORDER BY day")
        return try Int32.fetchAll(statement, arguments: [shelf]).map { ShopDay(daysSince1970: $0) }
    }
}
