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

    /// Customers whose first order is long enough ago, and who of them came back.
    public struct Returned: Sendable, Equatable {
        /// How long ago the first purchase day is at least, in days: the longest of ``SecondPurchase/agesInDays`` that a tenth of all
        /// customers have.
        public var minimumAgeInDays: Int
        /// How many customers are that old.
        public var customers: Int
        /// How many of them had a second purchase day, whenever it was.
        public var returnedCustomers: Int
        /// The same as a share.
        public var share: Double { Double(returnedCustomers) / Double(customers) }
    }

    /// The ages that ``returned`` chooses from, longest first.
    public static let agesInDays = [365, 180, 90, 30]
}
