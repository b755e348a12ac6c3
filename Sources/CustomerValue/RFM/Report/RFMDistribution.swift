/// How many customers are in each group.
public struct RFMDistribution: Sendable, Equatable {
    /// By the groups' order.
    private var counts = [Int](repeating: 0, count: RFMGroup.allCases.count)

    /// Nobody anywhere.
    public init() {}

    /// The number of a group.
    public subscript(group: RFMGroup) -> Int { counts[group.place] }

    /// All who are in a group.
    public var customers: Int { counts.reduce(0, +) }

    /// A group's part of all; `nil` where there is nobody.
    public func share(of group: RFMGroup) -> Double? {
        let all = customers
        return all > 0 ? Double(self[group]) / Double(all) : nil
    }

    /// One customer more in a group.
    public mutating func add(_ group: RFMGroup) { counts[group.place] += 1 }

    mutating func add(_ count: Int, place: Int) {
        if counts.indices.contains(place) { counts[place] += count }
    }
}
