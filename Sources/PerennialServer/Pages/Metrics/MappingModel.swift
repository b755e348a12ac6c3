import Markup
import Population
import Shop

/// What the page says on which it is chosen by which events something is told of orders.
struct MappingModel: Sendable {
    /// What could tell it.
    struct Choice: Sendable {
        var value: String
        /// From outside.
        var name: String
        var isCustom: Bool
    }

    /// Why a choice is refused.
    enum Refusal: Sendable, Equatable {
        case metric(MetricRefusal)
        /// What was chosen is not there any more.
        case gone
    }

    var mapping: MetricsModel.Mapping
    var choices: [Choice]
    var chosen: String
    /// What tells it now.
    var current = ""
    /// The state that the form was made of.
    var madeOf = ""
    var refusal: Refusal?
    /// What would change; `nil` where that was not asked.
    var effect: OrdersEffect?
    var token: FormToken

    static let field = "target"
    static let actionField = "action"
    static let usual = "usual"
}
