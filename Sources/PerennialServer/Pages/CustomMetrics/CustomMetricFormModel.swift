import Markup

/// What the page says on which a custom metric is made or changed.
struct CustomMetricFormModel: Sendable {
    /// A metric whose events it can count.
    struct Metric: Sendable {
        var id: String
        /// From outside.
        var name: String
    }

    var form: CustomMetricForm
    /// The state of the custom metric that the form was made of; empty for a new one.
    var madeOf = ""
    /// The one that is changed; `nil` for a new one.
    var id: String?
    var metrics: [Metric]
    /// Whether it says what an order is, so that a change of it is looked at first.
    var isOfOrders: Bool
    /// How many empty groups and filters are offered.
    var spare = 1
    /// Why it was not saved, where no field is to blame.
    var refusal: MappingModel.Refusal?
    /// What would change; `nil` where that was not asked.
    var effect: OrdersEffect?
    var token: FormToken
}
