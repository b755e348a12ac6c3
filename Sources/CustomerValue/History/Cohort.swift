public import Facts

/// The customers whose first order lies in one calendar month.
public struct Cohort: Sendable, Equatable {
    /// What a cohort's customers brought together within so many days after each one's first purchase day.
    public struct ValueWithin: Sendable, Equatable {
        /// Days after the first purchase day, the last of them included; the first purchase day is always within.
        public var days: Int
        /// Minor units; `nil` where the cohort's youngest customer has not had so many days until the as-of day.
        public var minorUnits: Int64?
        /// The same for each of the cohort's customers.
        public var minorUnitsPerCustomer: Double?
    }

    /// Which share of a cohort bought on a second day within so many days after the first.
    public struct ReturnWithin: Sendable, Equatable {
        /// Days after the first purchase day, the last of them included.
        public var days: Int
        /// How many customers; `nil` where the cohort's youngest customer has not had so many days until the as-of day.
        public var customers: Int?
        /// As a share of the cohort's customers.
        public var share: Double?
    }

    /// The month of their first order.
    public internal(set) var month: ShopMonth
    /// How many there are.
    public internal(set) var customers: Int
    /// The day of the first order of the youngest of them.
    public internal(set) var youngestFirstDay: ShopDay
    /// What their first purchase days brought.
    public internal(set) var firstDayMinorUnits: Int64
    /// What all their orders brought until the as-of day.
    public internal(set) var revenueMinorUnits: Int64
    /// Cumulative value within 30, 90, 180 and 365 days (``valueWindowsInDays``), in this order.
    public internal(set) var valueWithin: [ValueWithin]
    /// Who ordered again within 90 and 365 days (``returnWindowsInDays``), in this order.
    public internal(set) var returnedWithin: [ReturnWithin]
    /// Revenue by calendar months since the month of the first order, index 0 being that month: until the as-of month, which may be
    /// partial, and at most ``longestTriangle`` months. Empty for
    /// cohorts too old for the triangle, whose rows are the last ``longestTriangle`` months.
    public internal(set) var revenueByMonth: [Int64]
    /// How many of them bought in each of these months, each once a month.
    public internal(set) var customersByMonth: [Int]

    /// The days after the first purchase day within which value is added up.
    public static let valueWindowsInDays = [30, 90, 180, 365]
    /// The days after the first purchase day within which a second purchase day is looked for.
    public static let returnWindowsInDays = [90, 365]
    /// Rows and columns, at most, of the triangle of ``revenueByMonth``.
    public static let longestTriangle = 36
}
