import CustomerValue
import Facts

/// What is expected of one customer, or why nothing is.
enum ProfileOutlook: Sendable {
    case predicted(ProfilePrediction)
    case none(WhyNoPrediction)
}

/// What is expected of one customer.
struct ProfilePrediction: Sendable {
    /// The churn probability as it would have been predicted at the end of a day.
    struct PastRisk: Sendable {
        var day: ShopDay
        var churnProbability: Double
    }

    var basis: PredictionBasis
    var clv: MoneyEstimate
    var numberOfOrders: Double
    var churnProbability: Double
    /// At least one order within the horizon.
    var probabilityOfOrder: Double
    var expectedDateOfNextOrder: ShopDay
    var isOverdue: Bool
    var valueClass: CustomerClass
    var likelihoodClass: CustomerClass
    /// `nil` where none is known.
    var reason: Reason?
    /// From the first order until today, in order, a few hundred days at most; empty where it was not worked out.
    var pastRisk: [PastRisk]
}

/// Why nothing is predicted for a person.
enum WhyNoPrediction: Sendable {
    /// No order ever.
    case neverOrdered
    /// Orders dated in the future alone, the first at this moment.
    case orderedAhead(Instant)
    /// Every order was cancelled, refunded in full or worth nothing.
    case nothingLeft
    /// Orders without an exchange rate alone.
    case heldAside(orders: Int, currency: Currency)
    /// The person objected to profiling.
    case objected(Instant)
    /// The shop does not meet these conditions.
    case shopNotEligible([Eligibility.Finding])
    /// The shop meets the conditions, but there is no model.
    case failed(PredictionFailure)
    /// The first model is being fitted.
    case notFittedYet
}
