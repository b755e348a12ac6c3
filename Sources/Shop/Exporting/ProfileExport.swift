import CustomerValue
public import Facts
import JSON
public import Population

/// Profiles as CSV: chosen columns in a chosen order, in flat memory.
public struct ProfileExport {
    /// What was written.
    public struct Outcome: Sendable, Equatable {
        /// Rows.
        public var rows: Int
        /// Those who were gone when their row's turn came: erased, or one with another profile.
        public var gone: Int
    }

    private let shop: Shop
    private let columns: [ExportColumn]
    private let style: ExportStyle
    private let joined: ((Population, ProfileNumber) -> Instant?)?

    /// Profiles that are written before writers get their turn.
    private static let chunk = 4_000

    /// - Parameters:
    ///   - columns: which, in their order.
    ///   - joined: when somebody joined the list or segment that is exported.
    public init(_ shop: Shop, columns: [ExportColumn], style: ExportStyle, joined: ((Population, ProfileNumber) -> Instant?)? = nil) {
        self.shop = shop
        self.columns = columns
        self.style = style
        self.joined = joined
    }

    /// Writes a head and a row for each of some profiles, in order of their numbers.
    public func write<Failure: Error>(
        _ members: ProfileSet, to write: ([UInt8]) throws(Failure) -> Void, progress: (Double) -> Void = { _ in }
    ) throws(Failure) -> Outcome {
        var cells = CellWriter(style, timeZone: shop.settings.timeZone)
        let models = shop.rfmModels(of: columns)
        if style.hasByteOrderMark { cells.byteOrderMark() }
        for column in columns { cells.text(style.heads(column).utf8) }
        cells.endRow()
        var profiles: [ProfileNumber] = []
        members.forEach { profiles.append($0) }
        var outcome = Outcome(rows: 0, gone: 0)
        var place = 0
        while place < profiles.count {
            let some = profiles[place..<min(place + Self.chunk, profiles.count)]
            shop.read { population in
                for profile in some {
                    guard population.isLive(profile) else {
                        outcome.gone += 1
                        continue
                    }
                    let row = ExportRow(profile, population, shop.ids, joined: joined?(population, profile), models: models)
                    for column in columns { row.write(column, to: &cells) }
                    cells.endRow()
                    outcome.rows += 1
                }
            }
            try write(cells.bytes)
            cells.removeAll()
            place += Self.chunk
            progress(Double(min(place, profiles.count)) / Double(profiles.count))
        }
        if !cells.bytes.isEmpty { try write(cells.bytes) }
        return outcome
    }
}
