import Facts

/// The model in use.
struct FittedModel: Sendable {
    /// A forecast that was made on an earlier day, and what came.
    struct Check: Sendable {
        /// The last day that the forecast knew.
        var cutoff: ShopDay
        var days: Int
        var expected: MoneyEstimate
        var actualMinorUnits: Int64
        /// Whether it was not made then, but afterwards, with what was known then.
        var isAfterwards = false
    }

    var basis: PredictionBasis
    var fittedAt: Instant
    /// The last day of the orders that it was fitted to.
    var asOf: ShopDay
    /// Customers whose orders it was fitted to.
    var customers: Int
    /// `nil` where no forecast has run its course.
    var check: Check?
    /// `nil` where none is planned.
    var nextFit: Instant?
}

/// Whether data arrives well.
struct IntakeHealth: Sendable {
    /// What was refused for one reason.
    struct Refusal: Sendable {
        /// Where it came, as the journal names it: `api`, `import`, `webhook:shopify`.
        var door: String
        /// As the API names it: `invalid_email`.
        var code: String
        var count: Int
        var last: Instant
    }

    /// Orders that no figure counts.
    struct HeldAside: Sendable {
        /// `.none` where the orders named none.
        var currency: Currency
        var orders: Int
        /// In minor units of that currency.
        var minorUnits: Int64
    }

    /// What came in by one path.
    struct Source: Sendable {
        var source: FactSource
        var taken: Int
        var last: Instant
    }

    /// Facts taken in since the beginning.
    var taken: Int
    var takenInLastDay: Int
    var last: Instant?
    /// Since the beginning, most frequent first.
    var refusals: [Refusal]
    var heldAside: [HeldAside]
    /// Those that brought anything.
    var sources: [Source]
    /// Subscriptions that wait for a confirmation, for which nothing asks.
    var unconfirmed = 0

    var refused: Int { refusals.reduce(0) { $0 + $1.count } }
}
