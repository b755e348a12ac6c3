import CustomerValue
import Facts
import Markup
import Population

/// What the page of metrics says.
struct MetricsModel: Sendable {
    /// What is told of orders by which events.
    struct Mapping: Sendable {
        var meaning: MetricMapping.Meaning
        /// From outside; `nil` where nothing means it.
        var name: String?
        var id: String?
        var isCustom: Bool
    }

    /// A metric.
    struct Entry: Sendable {
        var id: String
        /// From outside.
        var name: String
        var events: Int
        /// `nil` where there is none, or it is not known yet.
        var last: Instant?
        var meaning: MetricMapping.Meaning?
        /// Whether a custom metric decides which of its events mean that.
        var isInPart: Bool
    }

    /// A custom metric.
    struct Custom: Sendable {
        var id: String
        /// From outside.
        var name: String
        var counted: Int
        var meanings: [MetricMapping.Meaning]
    }

    var mappings: [Mapping]
    var metrics: [Entry]
    var custom: [Custom]
    /// The last change of what orders are; `nil` where there was none.
    var lastChange: Change?
    /// What was done just now.
    var notice: Notice?

    enum Notice: String, Sendable {
        case mapped, saved, deleted
    }

    /// A change of what orders are.
    struct Change: Sendable {
        /// From outside.
        var who: String
        var at: Instant
        var isRunning: Bool
        var effect: OrdersEffect?
    }
}

/// What changes where other events are orders.
struct OrdersEffect: Sendable, Equatable {
    struct Totals: Sendable, Equatable {
        var customers: Int
        var orders: Int
        var historicMinorUnits: Double
        var averageMinorUnits: Double?
        var predicted: Int
        var predictedMinorUnits: Double
    }

    var changed: Int
    var gained: Int
    var lost: Int
    var before: Totals
    var after: Totals
    /// Customers in other groups than before.
    var groupsChanged: Int
    /// What is short for predictions, where nothing would be predicted of anybody.
    var short: [Eligibility.Finding] = []
    /// Whether there are customers, and would be none.
    var wouldLeaveNoCustomers = false
}
