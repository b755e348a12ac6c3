import Facts

/// Wall-clock times to moments: the zone is asked once for each day, days on which clocks change excepted.
struct ShopClock {
    private let zone: ShopTimeZone
    private let isUTC: Bool
    /// Seconds east of UTC all through a day and the days around it, by days since 1970.
    private var offsets: [Int32] = []

    private static let unknown = Int32.max
    private static let changing = Int32.min
    /// 1970 to 2100.
    private static let days = 47_847

    init(_ zone: ShopTimeZone) {
        self.zone = zone
        isUTC = zone == .utc
    }

    /// Seconds of UTC since 1970; `offset` is east of UTC, `nil` for the shop's own clock.
    @inline(__always)
    mutating func seconds(local: Int64, offset: Int32?) -> Int64 {
        if let offset { return local - Int64(offset) }
        return isUTC ? local : zoned(local)
    }

    private mutating func zoned(_ local: Int64) -> Int64 {
        if offsets.isEmpty { offsets = Array(repeating: Self.unknown, count: Self.days) }
        let day = Int(floorDivide(local, 86_400))
        guard offsets.indices.contains(day) else { return zone.instant(localSecondsSince1970: local).secondsSince1970 }
        if offsets[day] == Self.unknown { offsets[day] = offset(around: Int64(day) * 86_400) }
        if offsets[day] == Self.changing { return zone.instant(localSecondsSince1970: local).secondsSince1970 }
        return local - Int64(offsets[day])
    }

    /// Zones change a few times a year at most: equal before, within and after means no change between.
    private func offset(around midnight: Int64) -> Int32 {
        let before = zone.offsetInSeconds(at: Instant(secondsSince1970: midnight - 2 * 86_400))
        let within = zone.offsetInSeconds(at: Instant(secondsSince1970: midnight))
        let after = zone.offsetInSeconds(at: Instant(secondsSince1970: midnight + 3 * 86_400))
        return before == within && within == after ? Int32(clamping: within) : Self.changing
    }
}
