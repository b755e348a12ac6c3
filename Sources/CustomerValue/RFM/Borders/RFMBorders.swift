/// The borders at which scores change, from the highest score down: settled once over a shop, then used for any customer alone.
///
/// The default has Klaviyo's days and is not settled: frequency and monetary borders follow from customers.
public struct RFMBorders: Sendable, Equatable {
    /// Last order at most so many days ago. Under zero where nobody can have the score.
    public var daysAtMost: [Int32]
    /// More orders than these; empty until settled.
    public var ordersMoreThan: [Int32] = []
    /// A higher historic CLV than these, in minor units; empty until settled.
    public var minorUnitsMoreThan: [Int64] = []

    /// Klaviyo's days: 180 and 365.
    public init() { daysAtMost = [180, 365] }

    /// Borders, as many in each dimension.
    public init(daysAtMost: [Int32], ordersMoreThan: [Int32], minorUnitsMoreThan: [Int64]) {
        self.daysAtMost = daysAtMost
        self.ordersMoreThan = ordersMoreThan
        self.minorUnitsMoreThan = minorUnitsMoreThan
    }

    /// How many scores there are in each dimension.
    public var levels: Int { daysAtMost.count + 1 }

    /// Whether customers can be scored.
    public var isSettled: Bool { ordersMoreThan.count == daysAtMost.count && minorUnitsMoreThan.count == daysAtMost.count }

    /// The score of days since the last order.
    @inlinable
    public func recency(_ days: Int32) -> UInt8 {
        var score: UInt8 = 1
        for border in daysAtMost where days <= border { score += 1 }
        return score
    }

    /// The score of a number of orders.
    @inlinable
    public func frequency(_ orders: Int32) -> UInt8 {
        var score: UInt8 = 1
        for border in ordersMoreThan where orders > border { score += 1 }
        return score
    }

    /// The score of a historic CLV in minor units.
    @inlinable
    public func monetary(_ minorUnits: Int64) -> UInt8 {
        var score: UInt8 = 1
        for border in minorUnitsMoreThan where minorUnits > border { score += 1 }
        return score
    }
}

// MARK: Three levels by name

extension RFMBorders {
    /// Days of the highest score.
    public var recentDays: Int {
        get { daysAtMost.first.map(Int.init) ?? 0 }
        set { if !daysAtMost.isEmpty { daysAtMost[0] = Int32(clamping: newValue) } }
    }

    /// Days of the lowest score but one: more have the lowest.
    public var lapsedDays: Int {
        get { daysAtMost.last.map(Int.init) ?? 0 }
        set { if !daysAtMost.isEmpty { daysAtMost[daysAtMost.count - 1] = Int32(clamping: newValue) } }
    }

    /// The lowest and the highest border of the number of orders; `nil` until settled.
    public var orders: (Int32, Int32)? {
        get { ordersMoreThan.last.flatMap { low in ordersMoreThan.first.map { (low, $0) } } }
        set { ordersMoreThan = newValue.map { [$0.1, $0.0] } ?? [] }
    }

    /// The lowest and the highest border of historic CLV in minor units; `nil` until settled.
    public var historicMinorUnits: (Int64, Int64)? {
        get { minorUnitsMoreThan.last.flatMap { low in minorUnitsMoreThan.first.map { (low, $0) } } }
        set { minorUnitsMoreThan = newValue.map { [$0.1, $0.0] } ?? [] }
    }
}
