/// What the customer in the middle of a group has done.
public struct RFMMedians: Sendable, Equatable {
    /// Shop days since the last order.
    public let daysSinceLastOrder: Double
    /// Orders so far.
    public let numberOfOrders: Double
    /// Historic CLV in minor units.
    public let historicMinorUnits: Double
}

extension RFMSnapshot {
    /// The medians of each group; a group without customers has none. Of an even number of values the mean of the two in the middle.
    ///
    /// Who is in a group by what was known then, and has no order any more by what is known now, is left out.
    public var medians: [RFMGroup: RFMMedians] {
        var members: [[Int32]] = Array(repeating: [], count: RFMMovement.none + 1)
        for customer in 0..<columns.count where columns.numberOfOrders[customer] > 0 {
            members[Int(places[customer])].append(Int32(customer))
        }
        var medians: [RFMGroup: RFMMedians] = [:]
        for group in RFMGroup.allCases {
            let customers = members[group.place]
            guard !customers.isEmpty else { continue }
            medians[group] = RFMMedians(
                daysSinceLastOrder: median(customers.map { Int64(columns.daysSinceLastOrder[Int($0)]) }),
                numberOfOrders: median(customers.map { Int64(columns.numberOfOrders[Int($0)]) }),
                historicMinorUnits: median(customers.map { columns.historicMinorUnits[Int($0)] }))
        }
        return medians
    }
}

/// The median of at least one value.
private func median(_ values: [Int64]) -> Double {
    let upper = values.count / 2 + 1
    let middle = ranked(values, ranks: values.count.isMultiple(of: 2) ? [upper, upper - 1] : [upper])
    return middle.reduce(0) { $0 + Double($1) } / Double(max(1, middle.count))
}
