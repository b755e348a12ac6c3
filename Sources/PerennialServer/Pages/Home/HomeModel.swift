import CustomerValue
import Facts

/// What the first page says of the shop.
struct HomeModel: Sendable {
    /// What has been counted.
    struct Totals: Sendable {
        /// Profiles with at least one order.
        var customers: Int
        var orders: Int
        var revenueMinorUnits: Int64
        /// `nil` before the first order.
        var firstOrder: Instant?
    }

    /// What is expected of all customers together.
    struct Forecast: Sendable {
        var basis: PredictionBasis
        var revenue: MoneyEstimate
        var orders: CountEstimate
        /// (1 - mean churn probability) x customers.
        var returning: CountEstimate
        /// The sum of the probabilities of an order within the horizon.
        var ordering: CountEstimate
    }

    /// A calendar month: what came, or what is expected of today's customers. Of the month under way both are known.
    struct Month: Sendable {
        var month: ShopMonth
        var revenueMinorUnits: Int64?
        /// Of a whole month: in the month under way, what came already together with what is expected of its remaining days.
        var forecast: MoneyEstimate?
    }

    /// An RFM group with a customer.
    struct Group: Sendable {
        var group: RFMGroup
        var customers: Int
        var revenueMinorUnits: Int64
        var averageOrderMinorUnits: Double?
        /// `nil` without predictions.
        var predicted: MoneyEstimate?
        /// `nil` without predictions.
        var meanChurnProbability: Double?
    }

    /// Customers who are overdue.
    struct Slipping: Sendable {
        var customers: Int
        var predicted: MoneyEstimate
        var atStake: MoneyEstimate
        /// Most money at stake first; the first ``longestList``.
        var top: [Entry]

        static let longestList = 10

        struct Entry: Sendable {
            var profile: ProfileName
            var reason: Reason
            var lastOrder: Instant
            var historicMinorUnits: Int64
            var predicted: MoneyEstimate
            var churnProbability: Double
            var atStakeMinorUnits: Double
        }
    }

    var totals: Totals
    /// People who are known, with or without an order.
    var profiles: Int
    /// Orders that were told, whether they count or not.
    var ordersTold: Int
    /// Every condition for predictions, measured; empty where no order counts.
    var conditions: [Eligibility.Finding]
    /// Why an eligible shop has no predictions.
    var failure: PredictionFailure?
    /// `nil` without predictions.
    var forecast: Forecast?
    /// At most the last twelve months and those of the horizon, in order; empty where nothing was ordered.
    var months: [Month]
    /// In the order of ``RFMGroup``; empty without customers.
    var groups: [Group]
    /// `nil` without predictions.
    var slipping: Slipping?
    /// `nil` before the first fit.
    var model: FittedModel?
    var intake: IntakeHealth

    /// Nobody has ordered yet: nothing can be counted, let alone predicted.
    var hasNoOrders: Bool { totals.customers == 0 && ordersTold == 0 }

    /// Nobody is known, and nothing was refused: there is nothing to show.
    var isEmpty: Bool { hasNoOrders && profiles == 0 && intake.refusals.isEmpty && intake.heldAside.isEmpty }
}

/// The model in use.
struct FittedModel: Sendable {
    /// A forecast that was made on an earlier day, and what came.
    struct Check: Sendable {
        /// The last day that the forecast knew.
        var cutoff: ShopDay
        var days: Int
        var expected: MoneyEstimate
        var actualMinorUnits: Int64
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
