/// How soon and how many customers come back, by purchase days: a second order on the first day is no return.
///
/// The points are of customers who did come back by the as-of day. Those who still will are not known, so that they are low for a young
/// shop; ``returned`` is held to customers who have had the time.
public struct SecondPurchase: Sendable, Equatable {
    /// Customers with a second purchase day.
    public internal(set) var customers = 0
    /// Days from the first to the second purchase day within which a quarter of them were back; `nil` where nobody was.
    public internal(set) var firstQuartileInDays: Int?
    /// Days within which half of them were back.
    public internal(set) var medianInDays: Int?
    /// Days within which three quarters of them were back.
    public internal(set) var thirdQuartileInDays: Int?
    /// Who ever came back among customers who are old enough; `nil` where none is.
    public internal(set) var returned: Returned?
    /// Who came back within 30, 90, 180 and 365 days, in this order: of customers who have had as much time, so that it can be compared
    /// over shops of any age. Empty without customers.
    public internal(set) var returnedWithin: [ReturnedWithin] = []

    /// Customers whose first order is long enough ago, and who of them came back.
    public struct Returned: Sendable, Equatable {
        /// How long ago the first purchase day is at least, in days: the longest of ``SecondPurchase/agesInDays`` that a tenth of all
        /// customers have, or else the shortest.
        public var minimumAgeInDays: Int
        /// How many customers are that old.
        public var customers: Int
        /// How many of them had a second purchase day, whenever it was.
        public var returnedCustomers: Int
        /// The same as a share.
        public var share: Double { Double(returnedCustomers) / Double(customers) }
    }

    /// Customers whose first purchase day lies at least so many days before the as-of day, and who of them came back within as many.
    public struct ReturnedWithin: Sendable, Equatable {
        /// How many days.
        public internal(set) var days: Int
        /// How many customers have had them.
        public internal(set) var customers = 0
        /// How many of them had their second purchase day by then, that day included.
        public internal(set) var returnedCustomers = 0

        /// The same as a share; `nil` without customers.
        public var share: Double? { customers > 0 ? Double(returnedCustomers) / Double(customers) : nil }
        /// Where the share of customers like these lies with 95 %, by Wilson's score interval; `nil` without customers.
        public var shareRange: ClosedRange<Double>? { Confidence.wilson(returnedCustomers, of: customers) }
    }

    /// The ages that ``returned`` chooses from, longest first.
    public static let agesInDays = [365, 180, 90, 30]
}

extension SecondPurchase {
    /// From how many customers had their second purchase day so many days after the first; index is days.
    init(daysToSecondPurchase counts: [Int]) {
        let total = counts.reduce(0, +)
        /// The days within which so many quarters of them were back.
        func days(quarters: Int) -> Int? {
            guard total > 0 else { return nil }
            var back = 0
            return counts.firstIndex { count in
                back += count
                return back * 4 >= total * quarters
            }
        }
        customers = total
        firstQuartileInDays = days(quarters: 1)
        medianInDays = days(quarters: 2)
        thirdQuartileInDays = days(quarters: 3)
    }
}

extension SecondPurchase.Returned {
    /// From customers, and those of them who returned, by the longest age of ``SecondPurchase/agesInDays`` that they have.
    init?(oldEnough: [Int], returned: [Int], ofAll customers: Int) {
        let ages = SecondPurchase.agesInDays
        var sums: (old: Int, back: Int) = (0, 0)
        for (place, age) in ages.enumerated() {
            sums.old += oldEnough[place]
            sums.back += returned[place]
            let isLast = place == ages.count - 1
            if sums.old > 0, isLast || sums.old * 10 >= customers {
                self.init(minimumAgeInDays: age, customers: sums.old, returnedCustomers: sums.back)
                return
            }
        }
        return nil
    }
}
