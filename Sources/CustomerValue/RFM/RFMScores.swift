/// Recency, frequency and monetary scores, 1 (worst) to 3, and the group they make; columns by the number of the customer.
public struct RFMScores: Sendable {
    /// The borders at which scores change.
    public struct Thresholds: Sendable, Equatable {
        /// Last order at most so many days before the as-of day: recency 3.
        public var recentDays = 180
        /// At most so many days: recency 2; more: 1.
        public var lapsedDays = 365
        /// More orders than the first: frequency 2; more than the second: 3. `nil` without customers.
        public var orders: (Int32, Int32)?
        /// A higher historic CLV, in minor units, than the first: monetary 2; than the second: 3. `nil` without customers.
        public var historicMinorUnits: (Int64, Int64)?

        /// Klaviyo's days: 180 and 365.
        public init() {}

        /// Equal in every border.
        public static func == (a: Thresholds, b: Thresholds) -> Bool {
            a.recentDays == b.recentDays && a.lapsedDays == b.lapsedDays && a.orders?.0 == b.orders?.0 && a.orders?.1 == b.orders?.1
                && a.historicMinorUnits?.0 == b.historicMinorUnits?.0 && a.historicMinorUnits?.1 == b.historicMinorUnits?.1
        }
    }

    /// Score of days since the last order; 0 for customers without a purchase.
    public private(set) var recency: ContiguousArray<UInt8>
    /// Score of the number of orders; 0 for customers without a purchase.
    public private(set) var frequency: ContiguousArray<UInt8>
    /// Score of historic CLV; 0 for customers without a purchase.
    public private(set) var monetary: ContiguousArray<UInt8>
    /// The borders that were used.
    public private(set) var thresholds: Thresholds
    /// Which score is in which group.
    public let map: RFMGroupMap

    /// Scores customers: recency by fixed days, borders inclusive; frequency and monetary by terciles of all customers with a purchase.
    ///
    /// Tercile scores are `1 + (x > q1) + (x > q2)` with `q_k` the value at rank `ceil(k n / 3)`, so that equal values score alike.
    public init(_ summaries: CustomerSummaries, thresholds: Thresholds = Thresholds(), map: RFMGroupMap = .standard) {
        let buyers = (0..<summaries.count).filter { summaries.hasPurchase($0) }
        var borders = thresholds
        borders.orders = terciles(buyers.map { summaries.numberOfOrders[$0] })
        borders.historicMinorUnits = terciles(buyers.map { summaries.historicMinorUnits[$0] })
        self.init(summaries, borders: borders, map: map)
    }

    /// Scores customers by borders that were settled earlier, such as ``thresholds`` of a whole shop: nobody's depend on who else is asked for.
    ///
    /// Without borders of orders and of historic CLV every score is 0.
    public init(_ summaries: CustomerSummaries, borders thresholds: Thresholds, map: RFMGroupMap = .standard) {
        let count = summaries.count
        self.map = map
        self.thresholds = thresholds
        recency = ContiguousArray(repeating: 0, count: count)
        frequency = ContiguousArray(repeating: 0, count: count)
        monetary = ContiguousArray(repeating: 0, count: count)
        guard let orders = thresholds.orders, let values = thresholds.historicMinorUnits else { return }
        for customer in 0..<count where summaries.hasPurchase(customer) {
            let silent = summaries.daysSinceLastOrder(customer)
            recency[customer] = silent <= thresholds.recentDays ? 3 : silent <= thresholds.lapsedDays ? 2 : 1
            let placed = summaries.numberOfOrders[customer]
            frequency[customer] = 1 + (placed > orders.0 ? 1 : 0) + (placed > orders.1 ? 1 : 0)
            let spent = summaries.historicMinorUnits[customer]
            monetary[customer] = 1 + (spent > values.0 ? 1 : 0) + (spent > values.1 ? 1 : 0)
        }
    }

    /// The group of a customer; `nil` for one without a purchase.
    public func group(_ customer: Int) -> RFMGroup? {
        guard recency[customer] > 0 else { return nil }
        return map.group(recency: recency[customer], frequency: frequency[customer], monetary: monetary[customer])
    }
}

extension CustomerSummaries {
    /// Shop days from the last order to the as-of day.
    public func daysSinceLastOrder(_ customer: Int) -> Int { Int(ageInDays[customer] - recencyInDays[customer]) }
}

/// The values at ranks ceil(n / 3) and ceil(2 n / 3), ranks from 1; `nil` for no values.
func terciles<Value: Comparable>(_ values: [Value]) -> (Value, Value)? {
    guard !values.isEmpty else { return nil }
    var values = values
    let lower = (values.count + 2) / 3 - 1
    let upper = (2 * values.count + 2) / 3 - 1
    select(&values, rank: upper)
    let second = values[upper]
    select(&values, rank: lower)
    return (values[lower], second)
}

/// Quickselect: afterwards the value of a rank stands at its place, smaller or equal ones before it.
///
/// The middle of three guards against sorted input, three-way partition against many equal values, and sorting the rest after 64
/// rounds against input made to be slow.
func select<Value: Comparable>(_ values: inout [Value], rank: Int) {
    values.withUnsafeMutableBufferPointer { buffer in
        var low = 0
        var high = buffer.count - 1
        var rounds = 0
        while low < high {
            rounds += 1
            if rounds > 64 {
                var rest = UnsafeMutableBufferPointer(rebasing: buffer[low...high])
                rest.sort()
                return
            }
            let middle = low + (high - low) / 2
            let a = buffer[low]
            let b = buffer[middle]
            let c = buffer[high]
            let pivot = max(min(a, b), min(max(a, b), c))
            var less = low
            var index = low
            var greater = high
            while index <= greater {
                if buffer[index] < pivot {
                    buffer.swapAt(less, index)
                    less += 1
                    index += 1
                } else if buffer[index] > pivot {
                    buffer.swapAt(index, greater)
                    greater -= 1
                } else {
                    index += 1
                }
            }
            if rank < less { high = less - 1 } else if rank > greater { low = greater + 1 } else { return }
        }
    }
}
