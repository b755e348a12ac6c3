import Facts

/// What came of a fit that somebody asked for.
struct RefitReport: Sendable {
    enum State: Sendable, Equatable {
        case running
        /// There is a new model, which waits.
        case waits
        case adopted
        case notEligible
        case failed
    }

    /// What all customers together are expected to bring by one of two models.
    struct Sums: Sendable {
        var spendMinorUnits: Double
        var orders: Double
        var meanChurnProbability: Double?
        var overdue: Int
    }

    var state: State
    var askedAt: Instant
    /// From outside.
    var who: String
    /// The new model.
    var modelID: String?
    var before: Sums?
    var after: Sums?
    /// Customers whom both predict, and how many of them change the word for their value.
    var customers = 0
    var changeClass = 0
}
