import CPrefetch

// Customers of one group stand anywhere in the columns: in a large shop each column would be a wait for memory. So the columns of those who
// come soon are brought near while others are worked on. Nothing is changed.

extension Buyers {
    /// How many buyers ahead memory is brought near.
    private static let ahead = 12

    /// The customer who comes a few places after a place in ``rowsByGroup``; `nil` at the end.
    @inline(__always)
    func customerSoon(after place: Int) -> Int? {
        let later = place + Self.ahead
        return later < rowsByGroup.count ? Int(customers[Int(rowsByGroup[later])]) : nil
    }
}

extension CustomerSummaries {
    /// Lets what predictions ask of a customer be brought near.
    @inline(__always)
    func prefetch(_ customer: Int) {
        frequency.prefetch(customer)
        recencyInDays.prefetch(customer)
        ageInDays.prefetch(customer)
        numberOfOrders.prefetch(customer)
        historicMinorUnits.prefetch(customer)
        repeatMinorUnits.prefetch(customer)
        rhythm.prefetch(customer)
    }
}

extension Predictions {
    /// Lets the places of a customer's predictions be brought near.
    @inline(__always)
    func prefetch(_ customer: Int) {
        hasPrediction.prefetch(customer)
        logIntensity.prefetch(customer)
        numberOfOrders.prefetch(customer)
        clvMinorUnits.prefetch(customer)
        clvLowMinorUnits.prefetch(customer)
        clvHighMinorUnits.prefetch(customer)
        spendVariance.prefetch(customer)
        probabilityAlive.prefetch(customer)
        probabilityOfOrder.prefetch(customer)
        daysToNextOrder.prefetch(customer)
        isOverdue.prefetch(customer)
    }
}

extension ContiguousArray {
    /// Lets an element be brought near; places that are not there do no harm.
    @inline(__always)
    fileprivate func prefetch(_ place: Int) {
        withUnsafeBufferPointer { elements in
            guard let base = elements.baseAddress else { return }
            CPrefetch.prefetch(base + place)
        }
    }
}
