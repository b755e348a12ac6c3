import CustomerValue
import Facts
import Markup

/// What the page says on which RFM groups are set up.
struct RFMSettingsModel: Sendable {
    /// A metric that a model can go by.
    struct MetricChoice: Sendable {
        /// `orders`, or a kind with an id.
        var value: String
        /// From outside; `nil` for orders.
        var name: String?
        var isCustom: Bool
    }

    /// A model.
    struct Entry: Sendable {
        var id: String
        /// From outside.
        var name: String
        var isStandard: Bool
        var isShown: Bool
        /// Segments that go by it, by name.
        var segments: [String]
    }

    var form: RFMForm
    /// The state of the model that the form was made of.
    var madeOf = ""
    /// The one that is set up.
    var entry: Entry
    /// All of them, the standard one first.
    var models: [Entry]
    var metrics: [MetricChoice]
    /// What would change; `nil` where that was not asked, or something is wrong.
    var preview: RFMPreview?
    /// When settings were changed last, and by whom.
    var changed: (at: Instant, who: String)?
    /// The name of a model to be made that was refused.
    var newName = ""
    var newNameProblem: RFMForm.Problem?
    var isMade = false
    var token: FormToken
}
