/// What customers brought after their first purchase day, by something that their first order had: its product, its discount code, its
/// month or the channel by which it came.
///
/// Only customers whose first purchase day lies at least ``windowInDays`` before the as-of day take part, and only what they bought
/// within ``windowInDays`` after it: so that customers of different ages can be compared. It says what went together, not what caused it.
public struct LaterValue: Sendable, Equatable {
    /// Customers whose first orders are alike.
    public struct Group: Sendable, Equatable {
        /// How many customers.
        public internal(set) var customers = 0
        /// What they brought together after their first purchase day, within the window, in minor units.
        public internal(set) var laterMinorUnits: Int64 = 0
        /// How many of them had a second purchase day within the window.
        public internal(set) var returnedCustomers = 0
        /// The sum of the squares of what each of them brought later, in minor units: what the range is made of.
        var laterSquares: Int128 = 0

        /// What each of them brought later on average, in minor units; `nil` without customers.
        public var laterMinorUnitsPerCustomer: Double? { customers > 0 ? Double(laterMinorUnits) / Double(customers) : nil }
        /// The share who came back within the window; `nil` without customers.
        public var returnedShare: Double? { customers > 0 ? Double(returnedCustomers) / Double(customers) : nil }
    }

    /// A group with the text that its first orders share.
    public struct Named: Sendable, Equatable {
        /// A product's name, a discount code, a channel or a month (`2024-12`), without control characters. From outside: escape it where it
        /// is shown.
        public internal(set) var name: String
        /// Its customers.
        public internal(set) var group: Group
    }

    /// The groups with most customers, ``mostGroups`` at most, each with at least ``fewestCustomers``; most customers first, equal ones
    /// by name. Of months all, the earliest first.
    public internal(set) var groups: [Named] = []
    /// All other customers whose first order has such a thing.
    public internal(set) var other = Group()
    /// Customers whose first order has none.
    public internal(set) var without = Group()
    /// All of them together: what each group is to be compared with.
    public internal(set) var all = Group()

    /// How long ago the first purchase day must be, and for how long after it value and returns are counted, in days.
    public static let windowInDays = 90
    /// Groups with fewer customers are summed as ``other``.
    public static let fewestCustomers = 10
    /// How many groups are named at most.
    public static let mostGroups = 15
}
