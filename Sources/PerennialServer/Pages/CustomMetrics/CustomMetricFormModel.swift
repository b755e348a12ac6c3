import Markup

/// What the page says on which a custom metric is made or changed.
struct CustomMetricFormModel: Sendable {
    var form: CustomMetricForm
    /// The state of the custom metric that the form was made of; empty for a new one.
    var madeOf = ""
    /// The one that is changed; `nil` for a new one.
    var id: String?
    /// Whose events it can count; the names are from outside.
    var metrics: [(value: String, name: String)]
    /// Whether it says what an order is, so that a change of it is looked at first.
    var isOfOrders: Bool
    /// Where typing begins.
    var first: SegmentDraft.Place?
    /// Why it was not saved, where no field is to blame.
    var refusal: MappingModel.Refusal?
    /// What would change; `nil` where that was not asked.
    var effect: OrdersEffect?
    var token: FormToken

    /// Its groups of events, as conditions are shown.
    var builder: BuilderModel {
        var model = BuilderModel(draft: form.draft)
        model.problems = form.problems
        model.showsProblems = true
        model.choices.metrics = metrics
        model.offersDates = false
        model.first = first
        return model
    }
}
