import Facts

/// Keeps what customers had on some days while a history is worked out.
struct SnapshotWriter {
    private(set) var snapshots: [RFMSnapshot]
    private let days: [Int32]

    init(_ wanted: [ShopDay], days: ShopDays, customers: Int) {
        snapshots = wanted.map { RFMSnapshot(day: $0, count: customers) }
        // Before the first day nobody has anything; after the last nothing is known.
        self.days = wanted.map { min(days.number(of: $0), Int32(days.count - 1)) }
    }

    /// Keeps what a customer had, whose changes stand at the end of a history.
    mutating func write(_ customer: Int, _ states: [PurchaseState], _ history: RFMHistory) {
        for (index, day) in days.enumerated() {
            guard let state = states.last(where: { $0.day <= day }), state.orders > 0 else { continue }
            snapshots[index].columns.daysSinceLastOrder[customer] = day - state.lastDay
            snapshots[index].columns.numberOfOrders[customer] = state.orders
            snapshots[index].columns.historicMinorUnits[customer] = state.minorUnits
            snapshots[index].places[customer] = UInt8(history.lastPlace(of: customer, on: day))
        }
    }
}

extension RFMHistory {
    /// The place of a customer's group on a day by its number, while customers are added one after another.
    fileprivate func lastPlace(of customer: Int, on day: Int32) -> Int {
        var place = Int(starts[customer + 1]) - 1
        while place >= Int(starts[customer]), Int32(days[place]) > day { place -= 1 }
        return place >= Int(starts[customer]) ? changes[place].place : RFMMovement.none
    }
}
