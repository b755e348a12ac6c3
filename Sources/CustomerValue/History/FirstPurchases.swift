import Facts

/// The order that each customer began with, and what came after it: of customers whose first purchase day lies long enough ago to take part
/// in a ``LaterValue``, in the order of their numbers.
struct FirstPurchases: Sendable, Equatable {
    /// The first purchase of one customer.
    struct Entry: Sendable, Equatable {
        /// Which row of the table of orders it was.
        var row: UInt32
        /// Its month, counted from the first of the log.
        var month: UInt16
        /// Whether there was a second purchase day within the window.
        var hasReturned: Bool
        /// What came after the first purchase day within the window.
        var laterMinorUnits: Int64
    }

    /// The purchases.
    private(set) var entries: ContiguousArray<Entry> = []
    private let firstMonth: ShopMonth

    /// None yet, of a log that begins in a month.
    init(firstMonth: ShopMonth) { self.firstMonth = firstMonth }

    mutating func add(row: UInt32, month: Int, _ laterMinorUnits: Int64, hasReturned: Bool) {
        entries.append(
            Entry(row: row, month: UInt16(truncatingIfNeeded: month), hasReturned: hasReturned, laterMinorUnits: laterMinorUnits))
    }

    /// What customers brought later by a text that their first orders have.
    ///
    /// - Parameters:
    ///   - texts: the texts by number.
    ///   - number: the number of the text of an entry, by its place.
    /// - Returns: `nil` where no first order has one.
    func laterValue(by texts: OrderLabels, number: (_ place: Int) -> UInt32) -> LaterValue? {
        let names = LabelNames(texts: texts)
        var counter = LaterValueCounter(names: names.names)
        var isLabelled = false
        for (place, entry) in entries.enumerated() {
            let number = number(place)
            if number != OrderLabels.none { isLabelled = true }
            counter.add(entry.laterMinorUnits, hasReturned: entry.hasReturned, rank: names.rank(of: number))
        }
        return isLabelled ? counter.finish() : nil
    }

    /// What customers brought later by the month of their first orders.
    var laterValueByMonth: LaterValue {
        let last = entries.reduce(0) { max($0, Int($1.month)) }
        var counter = LaterValueCounter(names: (0...last).map { firstMonth.advanced(byMonths: $0).description })
        for entry in entries { counter.add(entry.laterMinorUnits, hasReturned: entry.hasReturned, rank: UInt32(entry.month) + 1) }
        return counter.finishAll()
    }
}
