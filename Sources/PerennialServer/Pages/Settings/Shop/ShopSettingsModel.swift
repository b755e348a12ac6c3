import Facts
import Wording

/// What the page of the shop's settings says.
struct ShopSettingsModel: Sendable {
    /// As it was typed, or as it is.
    var form: ShopForm
    /// What is wrong with what was typed.
    var problems: [ShopForm.Name: Phrase] = [:]
    /// Whether it was saved just now.
    var isSaved = false
    /// The newest first.
    var history: [Change]

    /// One change of the settings.
    struct Change: Sendable {
        var at: Instant
        var who: String
        var fields: [(name: Phrase, before: String, after: String)]
    }

    /// Changes that are shown.
    static let mostChanges = 20
}
