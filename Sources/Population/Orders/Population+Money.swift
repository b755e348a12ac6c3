public import Facts

/// Which events decide what customers are worth, and how much one of them may be worth.
extension Population {
    /// Whether events of a metric say what was ordered, given back or called off.
    public func movesMoney(_ metric: String) -> Bool {
        if let known = self.metric(named: metric), let meaning = mapping.meaning(known) { return meaning.isOfOrders }
        // A metric that is new gets its usual meaning, where no other metric has it.
        return MetricMapping.Meaning.allCases.contains { meaning in
            meaning.isOfOrders && meaning.usualName == metric && mapping[meaning] == nil
        }
    }

    /// Whether an amount is more than an order may be worth.
    ///
    /// - Parameter currency: of the amount; `nil`: the shop's.
    public func isBeyondOrders(_ value: Double, _ currency: Currency?) -> Bool {
        (value * Double((currency ?? self.currency).minorUnitsPerMajor)).rounded().magnitude > Double(OrderRecord.largestMinorUnits)
    }
}
