import Facts

/// Adds up what customers brought later by the rank of their first order's label: zero for none, one more than names for all others.
struct LaterValueCounter {
    private let names: [String]
    private var groups: ContiguousArray<LaterValue.Group>

    /// Nothing yet, by these names.
    init(names: [String]) {
        self.names = names
        groups = ContiguousArray(repeating: LaterValue.Group(), count: names.count + 2)
    }

    /// A customer who is old enough.
    mutating func add(_ laterMinorUnits: Int64, hasReturned: Bool, rank: UInt32) {
        let place = min(Int(rank), groups.count - 1)
        groups[place].customers += 1
        groups[place].laterMinorUnits.add(laterMinorUnits)
        groups[place].laterSquares.addSaturating(Int128(laterMinorUnits) * Int128(laterMinorUnits))
        if hasReturned { groups[place].returnedCustomers += 1 }
    }

    /// All groups in the order of their names, whatever their size.
    func finishAll() -> LaterValue {
        var result = LaterValue()
        result.without = groups[0]
        for group in groups { result.all.add(group) }
        result.groups = names.indices.filter { groups[$0 + 1].customers > 0 }.map { place in
            LaterValue.Named(name: names[place], group: groups[place + 1])
        }
        result.other = groups[groups.count - 1]
        return result
    }

    /// The largest groups by name, the rest as one.
    func finish() -> LaterValue {
        var result = LaterValue()
        result.without = groups[0]
        for group in groups { result.all.add(group) }
        let ranks = groups.indices.dropFirst().filter { $0 <= names.count && groups[$0].customers >= LaterValue.fewestCustomers }
        // Equal ones stay in the order of their names, which is that of the ranks.
        let largest = ranks.sorted { (groups[$1].customers, $0) < (groups[$0].customers, $1) }.prefix(LaterValue.mostGroups)
        result.groups = largest.map { LaterValue.Named(name: names[$0 - 1], group: groups[$0]) }
        let named = Set(largest)
        for place in groups.indices.dropFirst() where !named.contains(place) { result.other.add(groups[place]) }
        return result
    }
}

extension LaterValue.Group {
    fileprivate mutating func add(_ group: LaterValue.Group) {
        customers += group.customers
        laterMinorUnits.add(group.laterMinorUnits)
        laterSquares.addSaturating(group.laterSquares)
        returnedCustomers += group.returnedCustomers
    }
}

extension Int128 {
    /// Adds what is not negative, up to the largest number that there is.
    fileprivate mutating func addSaturating(_ other: Int128) {
        let (sum, isTooLarge) = addingReportingOverflow(other)
        self = isTooLarge ? .max : sum
    }
}
