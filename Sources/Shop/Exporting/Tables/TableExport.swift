import Facts
import Population

/// The shop as the tables that definitions as SQL ask, as of now: CSV in which what is missing is empty, and an empty text is quoted.
public struct TableExport {
    let shop: Shop
    /// The last fact that counts: what comes while tables are written stands in none.
    let sequence: UInt64

    /// Rows that are gathered before writers get their turn.
    static let chunk = 4_000

    /// The shop as it is now.
    public init(_ shop: Shop) {
        self.shop = shop
        sequence = shop.read { $0.sequence }
    }

    /// What a program reads the files by: a statement for each table.
    ///
    /// - Parameter isForSpark: for Spark; else for DuckDB.
    public static func statements(isForSpark: Bool) -> String {
        SQLTable.allCases.map { isForSpark ? $0.readBySpark : $0.readByDuckDB }.joined(separator: "\n") + "\n"
    }

    /// Writes a table with its head.
    ///
    /// - Parameters:
    ///   - write: takes the bytes, some at a time.
    ///   - progress: told how far it is, 0 to 1.
    /// - Returns: how many rows it has.
    /// - Throws: a `JournalError` where the journal cannot be read, and whatever `write` throws.
    public func write(
        _ table: SQLTable, to write: ([UInt8]) throws -> Void, progress: (Double) -> Void = { _ in }
    ) throws -> Int {
        var cells = CellWriter(ExportStyle(.plain, isRaw: true))
        for column in table.columns { cells.word(column.name) }
        cells.endRow()
        let rows: Int =
            switch table {
            case .events: try writeEvents(&cells, to: write)
            case .postalCodes: writePlaces(&cells)
            case .profiles, .memberships, .predictions, .consents, .rfmModels: try writePeople(table, &cells, to: write, progress)
            }
        try write(cells.bytes)
        return rows
    }

    private func writePeople(
        _ table: SQLTable, _ cells: inout CellWriter, to write: ([UInt8]) throws -> Void, _ progress: (Double) -> Void
    ) throws -> Int {
        let names = GroupNames(shop)
        var (row, count, rows) = (0, 1, 0)
        while row < count {
            count = shop.read { population in
                for row in row..<max(row, min(row + Self.chunk, population.profileCount)) {
                    let profile = ProfileNumber(UInt32(row))
                    if population.isLive(profile) { rows += writeRows(table, profile, population, names, &cells) }
                }
                return population.profileCount
            }
            row += Self.chunk
            try write(cells.bytes)
            cells.removeAll()
            progress(Double(min(row, count)) / Double(max(1, count)))
        }
        return rows
    }

    private func writePlaces(_ cells: inout CellWriter) -> Int {
        let places = shop.postalPlaces
        var rows = 0
        for country in places.codes {
            for (code, at) in places.places(of: country) {
                cells.word(country)
                cells.quoted(code)
                cells.word("\(at.latitude)")
                cells.word("\(at.longitude)")
                cells.endRow()
                rows += 1
            }
        }
        return rows
    }
}

/// What lists, segments and RFM models are called.
struct GroupNames {
    let lists: [ListNumber: String]
    let segments: [SegmentNumber: String]
    let models: [RFMModelEntry]

    init(_ shop: Shop) {
        let definitions = shop.definitions
        var lists: [ListNumber: String] = [:]
        for (name, number) in definitions.listNames { lists[number] = name }
        self.lists = lists
        segments = Dictionary(definitions.segments.map { ($0.number, $0.name) }) { first, _ in first }
        models = shop.rfmModels
    }
}
