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

    /// How many customers each word of a prediction holds: as many as the list of profiles shows for it.
    struct Mix: Sendable {
        /// Customers with a prediction.
        var predicted: Int
        var value: [(word: CustomerClass, customers: Int)]
        var likelihood: [(word: CustomerClass, customers: Int)]
        var risk: [(word: ChurnRisk, customers: Int)]
        var meanChurnProbability: Double
    }

    /// Who bought once, and how soon the others came back.
    struct OneTimeBuyers: Sendable {
        var customers: Int
        var oneTime: Int
        /// The share of customers who bought on one day only.
        var share: Double
        /// Half of those who came back had done so within so many days; `nil` where nobody did.
        var medianDaysToSecond: Int?
    }

    /// The average order value over time, in minor units.
    struct OrderValueTrend: Sendable {
        /// Complete months, earliest first, at most the last thirteen; `nil` without an order.
        var months: [(month: ShopMonth, average: Double?)]
        /// Of the last twelve complete months; `nil` with fewer.
        var lastYear: Double?
        /// Of the twelve before them.
        var yearBefore: Double?
    }

    /// What came to be otherwise lately.
    struct News: Sendable {
        /// How many entered an RFM group and left it since a day.
        struct Moves: Sendable {
            var since: ShopDay
            var groups: [(group: RFMGroup, added: Int, dropped: Int)]
        }

        /// How many entered a segment and left it within the last seven days.
        struct Segment: Sendable {
            var id: String
            var name: String
            var members: Int
            var added: Int
            var removed: Int
        }

        /// `nil` where it is not counted yet.
        var moves: Moves?
        /// Most changed first; at most ``most``.
        var segments: [Segment]
        /// What somebody did, latest first; at most ``most``.
        var done: [Done]

        /// What somebody did, and to what: its name is text from outside.
        struct Done: Sendable {
            var action: String
            var who: String
            var at: Instant
            var name: String?
        }

        static let most = 5
    }

    /// One customer who brought so much of everything that it may be a mistake: an order with a comma in the wrong place.
    struct Outlier: Sendable {
        var profile: ProfileName
        /// Of all revenue.
        var share: Double
        var orders: Int
        var historicMinorUnits: Int64
    }

    var totals: Totals
    /// `nil` where nobody stands out so far.
    var outlier: Outlier?
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
    /// `nil` without predictions.
    var mix: Mix?
    /// `nil` without customers.
    var oneTime: OneTimeBuyers?
    /// `nil` without customers.
    var orderValue: OrderValueTrend?
    /// In the order of ``RFMGroup``; empty without customers.
    var groups: [Group]
    /// How many scores there are of each kind.
    var rfmLevels = 3
    /// `nil` without predictions.
    var slipping: Slipping?
    /// `nil` before the first fit.
    var model: FittedModel?
    /// When all customers were counted together, where orders changed since: months, one-time buyers, the average order value and the Monday
    /// list are older than the rest of the page.
    var overtaken: Instant?
    /// Whether customers are being counted still, so that any number may be old.
    var isCounting = false
    var intake: IntakeHealth
    var news: News

    /// Nobody has ordered yet: nothing can be counted, let alone predicted.
    var hasNoOrders: Bool { totals.customers == 0 && ordersTold == 0 }

    /// Nobody is known, and nothing was refused: there is nothing to show.
    var isEmpty: Bool { hasNoOrders && profiles == 0 && intake.refusals.isEmpty && intake.heldAside.isEmpty }
}
