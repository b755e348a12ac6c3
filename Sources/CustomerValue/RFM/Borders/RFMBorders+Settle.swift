public import Facts

extension RFMBorders {
    /// The borders of settings, over all customers with a purchase where a scale needs them: see ``RFMScale``.
    ///
    /// Without a customer, a scale that needs some has no borders, and nobody a score.
    ///
    /// - Complexity: linear in the customers.
    public init(_ settings: RFMSettings, over columns: RFMColumns, currency: Currency) {
        self.init(settings, currency: currency)
        guard settings.needsEverybody else { return }
        let buyers = (0..<columns.count).filter { columns.numberOfOrders[$0] > 0 }
        func values<Value: Comparable>(of scale: RFMScale, _ value: (Int) -> Value) -> [Value] {
            ranked(buyers.map(value), ranks: scale.ranks(of: buyers.count, levels: settings.levels))
        }
        if settings.recency.needsEverybody {
            // The most recent stand highest: less silence than the value at the rank.
            daysAtMost = values(of: settings.recency) { -columns.daysSinceLastOrder[$0] }.map { -$0 - 1 }
        }
        if settings.frequency.needsEverybody { ordersMoreThan = values(of: settings.frequency) { columns.numberOfOrders[$0] } }
        if settings.monetary.needsEverybody { minorUnitsMoreThan = values(of: settings.monetary) { columns.historicMinorUnits[$0] } }
    }

    /// The borders that settings name themselves; those that follow from customers are left out.
    init(_ settings: RFMSettings, currency: Currency) {
        let unsettled = [Int32](repeating: -1, count: settings.levels.borders)
        self.init(daysAtMost: unsettled, ordersMoreThan: [], minorUnitsMoreThan: [])
        if case .values(let days) = settings.recency { daysAtMost = days.map { Int32(clamping: $0) } }
        // From a number on is more than the number before it.
        if case .values(let orders) = settings.frequency { ordersMoreThan = orders.map { Int32(clamping: $0 - 1) } }
        if case .values(let units) = settings.monetary {
            let scale = Int64(currency.minorUnitsPerMajor)
            minorUnitsMoreThan = units.map { unit in
                let (product, overflows) = Int64(unit).multipliedReportingOverflow(by: scale)
                return overflows ? .max : product - 1
            }
        }
    }
}
