public import Facts

/// How the groups of a shop changed from one day to a later one.
///
/// People without a purchase before the end are in none of its figures.
public struct RFMReport: Sendable {
    /// The figures of one group.
    public struct Row: Sendable, Equatable {
        /// Which group.
        public let group: RFMGroup
        /// Customers at the start.
        public let start: Int
        /// Customers at the end.
        public let end: Int
        /// Their part of all who are in a group at the start; `nil` where there is nobody.
        public let shareAtStart: Double?
        /// The same at the end.
        public let shareAtEnd: Double?
        /// Who came from another group or had never purchased.
        public let added: Int
        /// Who is in another group now, or has nothing left.
        public let dropped: Int
        /// The medians at the start; `nil` without customers.
        public let mediansAtStart: RFMMedians?
        /// The medians at the end; `nil` without customers.
        public let mediansAtEnd: RFMMedians?

        /// End over start, less one; `nil` where there was nobody at the start.
        public var change: Double? { start > 0 ? Double(end) / Double(start) - 1 : nil }
    }

    /// The day that is compared with, at its end.
    public let start: ShopDay
    /// The later day, at its end.
    public let end: ShopDay
    /// The currency of revenue.
    public let currency: Currency
    /// A row per group, in their order.
    public let rows: [Row]
    /// Who went from where to where.
    public let movement: RFMMovement

    /// Compares two days of the same customers.
    ///
    /// - Returns: `nil` where the start is not before the end, or the customers are not as many at both.
    public init?(start: RFMSnapshot, end: RFMSnapshot, currency: Currency) {
        guard start.day < end.day, start.places.count == end.places.count else { return nil }
        var movement = RFMMovement()
        for customer in start.places.indices {
            movement.add(fromPlace: Int(start.places[customer]), toPlace: Int(end.places[customer]))
        }
        let (before, after) = (movement.start, movement.end)
        let (mediansBefore, mediansAfter) = (start.medians, end.medians)
        self.start = start.day
        self.end = end.day
        self.currency = currency
        self.movement = movement
        rows = RFMGroup.allCases.map { group in
            Row(
                group: group, start: before[group], end: after[group], shareAtStart: before.share(of: group),
                shareAtEnd: after.share(of: group), added: movement.added(to: group), dropped: movement.dropped(from: group),
                mediansAtStart: mediansBefore[group], mediansAtEnd: mediansAfter[group])
        }
    }
}
