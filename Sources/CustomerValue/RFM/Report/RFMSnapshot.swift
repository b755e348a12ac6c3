public import Facts

/// Everybody's group and what it is made of on a day: what a report compares.
public struct RFMSnapshot: Sendable {
    /// The day, at its end.
    public let day: ShopDay
    /// Days since the last order, orders and revenue as of that day.
    public internal(set) var columns: RFMColumns
    /// The place of each customer's group; ``RFMMovement/none`` for no group.
    var places: ContiguousArray<UInt8>

    /// The groups of columns.
    public init(day: ShopDay, columns: RFMColumns, groups: (Int) -> RFMGroup?) {
        self.day = day
        self.columns = columns
        places = ContiguousArray((0..<columns.count).map { UInt8(groups($0)?.place ?? RFMMovement.none) })
    }

    /// Nobody has bought yet, of so many.
    init(day: ShopDay, count: Int) {
        self.day = day
        columns = RFMColumns(count: count)
        places = ContiguousArray(repeating: UInt8(RFMMovement.none), count: count)
    }

    /// The group of a customer; `nil` without a purchase.
    public func group(_ customer: Int) -> RFMGroup? { RFMGroup(place: Int(places[customer])) }

    /// How many are in each group.
    public var distribution: RFMDistribution {
        var counts = [Int](repeating: 0, count: RFMMovement.none + 1)
        for place in places { counts[Int(place)] += 1 }
        var distribution = RFMDistribution()
        for (place, count) in counts.enumerated() { distribution.add(count, place: place) }
        return distribution
    }
}
