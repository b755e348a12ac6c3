import CustomerValue
import Facts
import Wording

/// What the page says of the conditions for predictions.
struct GateModel: Sendable {
    /// As counted last; empty where nothing was yet.
    var conditions: [Eligibility.Finding]
    /// Whether they hold; `nil` where there are no orders to count.
    var isEligible: Bool?
    /// As typed, or as it is.
    var minimum: String
    /// As typed, or as it is.
    var horizon: String
    /// What is wrong with what was typed, by field.
    var problems: [String: Phrase] = [:]
    /// Whether it was saved just now.
    var isSaved = false

    static let minimumField = "minimum_customers"
    static let horizonField = "horizon_days"
    /// What a shop may ask for.
    static let minimums = 1...1_000_000
    /// The days ahead that may be predicted: up to five years.
    static let horizons = 1...1_825
}
