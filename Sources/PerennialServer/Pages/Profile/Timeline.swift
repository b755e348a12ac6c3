import Facts

/// What happened to one person, newest first, a page at a time.
struct Timeline: Sendable {
    /// One event.
    struct Event: Sendable {
        /// What it means for the person's value.
        enum Kind: Sendable {
            case order, refund, cancellation, other
        }

        var at: Instant
        /// The metric's name, as it was sent.
        var metric: String
        var kind: Kind
        /// With its own currency; `nil` where it has none.
        var value: Money?
        /// An order in a currency without a rate.
        var isHeldAside: Bool
        /// Dated after today: it counts from then on.
        var isAhead = false
        /// What it is about in a line: the order's number, the product.
        var summary: String?
        /// Names and values, as they were sent.
        var details: [(name: String, value: String)]
    }

    /// Of this page.
    var events: [Event]
    /// Of the person.
    var total: Int
    /// What leads to the next page; `nil` on the last.
    var olderCursor: String?
    /// Whether nothing is newer.
    var isFirstPage: Bool

    /// The parameter that holds the cursor.
    static let cursorParameter = "before"
}
