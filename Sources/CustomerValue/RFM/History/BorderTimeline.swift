import Facts

/// The borders of a shop, each time they were settled.
struct BorderTimeline {
    /// The days on which borders were settled, by their numbers; empty where nobody ever bought.
    private(set) var days: [Int32] = []
    /// The borders of each of them.
    private(set) var borders: [RFMBorders] = []

    /// How many days after one settling the next follows: as often as models are fitted.
    static let interval: Int32 = 7

    /// Settles borders over all customers at the end of the first purchase day, of every seventh after it, and if asked of the last day.
    init(_ states: PurchaseStates, settings: RFMSettings, settlesOnLastDay: Bool) {
        let last = Int32(states.days.count - 1)
        var changed = ContiguousArray<UInt32>(repeating: 0, count: states.days.count + 1)
        var first = Int32.max
        for customer in 0..<states.customers.count {
            states.forEach(of: customer) { state in
                changed[Int(state.day) + 1] += 1
                if state.orders > 0 { first = min(first, state.day) }
            }
        }
        guard first <= last else { return }
        let fixed = RFMBorders(settings, currency: states.currency)
        guard settings.needsEverybody else {
            // They never change: settled once is settled for good.
            days = [first]
            borders = [fixed]
            return
        }
        days = Array(stride(from: first, through: last, by: Int(Self.interval)))
        if settlesOnLastDay, days.last != last { days.append(last) }
        for day in 1..<changed.count { changed[day] += changed[day - 1] }
        let log = ChangeLog(states, places: changed)
        var ranks = CustomerRanks(settings, customers: states.customers.count)
        var place = 0
        for day in days {
            let end = Int(changed[Int(day) + 1])
            while place < end {
                ranks.apply(log, place)
                place += 1
            }
            // Where nobody has anything left, the borders before stay.
            borders.append(ranks.settled(fixed, on: day) ?? borders.last ?? fixed)
        }
    }

    /// Which settling is in force on a day.
    @inline(__always)
    func place(on day: Int32) -> Int {
        guard let last = days.last, day < last else { return days.count - 1 }
        return Int((day - days[0]) / Self.interval)
    }
}

/// The states of all customers in the order of days.
private struct ChangeLog {
    var customers: ContiguousArray<UInt32>
    var orders: ContiguousArray<Int32>
    var lastDays: ContiguousArray<Int32>
    var minorUnits: ContiguousArray<Int64>

    /// - Parameter places: where the states of each day begin.
    init(_ states: PurchaseStates, places: ContiguousArray<UInt32>) {
        var next = places
        let count = Int(places.last ?? 0)
        customers = ContiguousArray(repeating: 0, count: count)
        orders = ContiguousArray(repeating: 0, count: count)
        lastDays = ContiguousArray(repeating: 0, count: count)
        minorUnits = ContiguousArray(repeating: 0, count: count)
        for customer in 0..<states.customers.count {
            states.forEach(of: customer) { state in
                let place = Int(next[Int(state.day)])
                next[Int(state.day)] += 1
                customers[place] = UInt32(customer)
                orders[place] = state.orders
                lastDays[place] = state.lastDay
                minorUnits[place] = state.minorUnits
            }
        }
    }
}

/// What everybody has at a time, counted so that borders can be settled.
private struct CustomerRanks {
    private let settings: RFMSettings
    private var orders: ContiguousArray<Int32>
    private var lastDays: ContiguousArray<Int32>
    private var minorUnits: ContiguousArray<Int64>
    private var byOrders: ValueRanks?
    private var byLastDay: ValueRanks?
    private var byMinorUnits: ValueRanks?
    private var buyers = 0

    init(_ settings: RFMSettings, customers: Int) {
        self.settings = settings
        orders = ContiguousArray(repeating: 0, count: customers)
        lastDays = ContiguousArray(repeating: 0, count: settings.recency.needsEverybody ? customers : 0)
        minorUnits = ContiguousArray(repeating: 0, count: settings.monetary.needsEverybody ? customers : 0)
        if settings.frequency.needsEverybody { byOrders = ValueRanks(exactBits: 10) }
        if settings.recency.needsEverybody { byLastDay = ValueRanks(exactBits: 16) }
        if settings.monetary.needsEverybody { byMinorUnits = ValueRanks(exactBits: 17) }
    }

    mutating func apply(_ log: ChangeLog, _ place: Int) {
        let customer = Int(log.customers[place])
        let before = orders[customer]
        let after = log.orders[place]
        if before > 0 {
            buyers -= 1
            byOrders?.remove(Int64(before))
            byLastDay?.remove(Int64(lastDays[customer]))
            byMinorUnits?.remove(minorUnits[customer])
        }
        orders[customer] = after
        if byLastDay != nil { lastDays[customer] = log.lastDays[place] }
        if byMinorUnits != nil { minorUnits[customer] = log.minorUnits[place] }
        if after > 0 {
            buyers += 1
            byOrders?.insert(Int64(after))
            byLastDay?.insert(Int64(log.lastDays[place]))
            byMinorUnits?.insert(log.minorUnits[place])
        }
    }

    /// The borders of a day; `nil` where nobody has a purchase.
    ///
    /// - Parameter fixed: the borders that the settings name themselves.
    func settled(_ fixed: RFMBorders, on day: Int32) -> RFMBorders? {
        guard buyers > 0 else { return nil }
        var borders = fixed
        func values(_ ranks: ValueRanks, _ scale: RFMScale, _ value: (Int) -> Int64) -> [Int64] {
            scale.ranks(of: buyers, levels: settings.levels).map { rank in
                ranks.value(atRank: max(1, rank)) { body in
                    for customer in orders.indices where orders[customer] > 0 { body(value(customer)) }
                }
            }
        }
        if let byOrders { borders.ordersMoreThan = values(byOrders, settings.frequency) { Int64(orders[$0]) }.map { Int32(clamping: $0) } }
        if let byMinorUnits { borders.minorUnitsMoreThan = values(byMinorUnits, settings.monetary) { minorUnits[$0] } }
        if let byLastDay {
            // Less silence than the value at the rank.
            borders.daysAtMost = values(byLastDay, settings.recency) { Int64(lastDays[$0]) }.map { day - Int32(clamping: $0) - 1 }
        }
        return borders
    }
}
