public import Facts

/// What other settings would do to today's groups, before anybody saves them.
public struct RFMPreview: Sendable {
    /// The settings that were tried.
    public let settings: RFMSettings
    /// Their borders, settled over today's customers.
    public let borders: RFMBorders
    /// Who would go from which of today's groups to which; both distributions are in it.
    public let movement: RFMMovement
    /// How many would have which score, by dimension; the first is that of score 1.
    public let scores: [RFMDimension: [Int]]
    /// What may not be meant.
    public let warnings: [RFMWarning]

    /// Today's groups.
    public var now: RFMDistribution { movement.start }
    /// The groups by the settings that were tried.
    public var then: RFMDistribution { movement.end }

    /// Tries settings.
    ///
    /// - Parameters:
    ///   - columns: today's customers.
    ///   - settings: without ``RFMSettings/faults``.
    ///   - currency: the shop's.
    ///   - borders: the borders in use.
    ///   - map: the map in use.
    ///   - settled: borders of these settings, where they are not to be settled over today's customers: those of settings in use stay.
    /// - Complexity: linear in the customers.
    public init(
        _ columns: RFMColumns, settings: RFMSettings, currency: Currency, borders: RFMBorders, map: RFMGroupMap,
        settled: RFMBorders? = nil
    ) {
        let tried = settled ?? RFMBorders(settings, over: columns, currency: currency)
        var movement = RFMMovement()
        let now = PlaceTable(map)
        let then = PlaceTable(settings.map)
        let levels = settings.levels.rawValue
        var scores = [[Int]](repeating: [Int](repeating: 0, count: levels + 1), count: 3)
        for customer in 0..<columns.count {
            let days = columns.daysSinceLastOrder[customer]
            let orders = columns.numberOfOrders[customer]
            let units = columns.historicMinorUnits[customer]
            guard orders > 0 else { continue }
            var start = RFMMovement.none
            if borders.isSettled { start = now[borders.recency(days), borders.frequency(orders), borders.monetary(units)] }
            guard tried.isSettled else {
                movement.add(fromPlace: start, toPlace: RFMMovement.none)
                continue
            }
            let (recency, frequency, monetary) = (tried.recency(days), tried.frequency(orders), tried.monetary(units))
            scores[0][Int(recency)] += 1
            scores[1][Int(frequency)] += 1
            scores[2][Int(monetary)] += 1
            movement.add(fromPlace: start, toPlace: then[recency, frequency, monetary])
        }
        self.settings = settings
        self.borders = tried
        self.movement = movement
        let counts = zip(RFMDimension.allCases, scores).map { ($0, Array($1.dropFirst())) }
        self.scores = Dictionary(uniqueKeysWithValues: counts)
        warnings = RFMWarning.all(settings: settings, borders: tried, scores: self.scores, groups: movement.end)
    }
}

/// The places of groups by scores, for loops over all customers.
struct PlaceTable {
    private let places: [UInt8]
    private let levels: Int

    init(_ map: RFMGroupMap) {
        levels = map.levels.rawValue
        places = map.groups.map { UInt8($0.place) }
    }

    /// The place of the group of three scores, each from 1.
    @inline(__always)
    subscript(recency: UInt8, frequency: UInt8, monetary: UInt8) -> Int {
        let index = ((Int(recency) - 1) * levels + Int(frequency) - 1) * levels + Int(monetary) - 1
        return index < places.count ? Int(places[index]) : RFMGroup.inactive.place
    }
}
