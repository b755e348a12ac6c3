import CustomerValue
import Facts

/// A page of the list of profiles.
struct ProfilesModel: Sendable {
    /// One profile.
    struct Row: Sendable {
        var profile: ProfileName
        var numberOfOrders: Int
        var lastOrder: Instant?
        var historicMinorUnits: Int64
        /// `nil` without a prediction.
        var predicted: MoneyEstimate?
        /// `nil` without a prediction.
        var churnProbability: Double?
        var isOverdue: Bool
        /// What hangs on whether an overdue customer comes back; `nil` for others.
        var atStakeMinorUnits: Double?
        /// `nil` without an order.
        var group: RFMGroup?
    }

    var query: ProfileQuery
    /// Of this page; at most ``ProfileQuery/rowsPerPage``.
    var rows: [Row]
    /// Profiles that match.
    var total: Int
    /// Profiles that would match in an order that leaves nobody out.
    var all: Int
    /// What predicted columns are; `nil` without predictions.
    var basis: PredictionBasis?
    /// Whether somebody was erased just now.
    var isErased = false
}
