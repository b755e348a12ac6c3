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
        /// Historic and predicted CLV together; `nil` without a prediction.
        var totalMinorUnits: Int64?
        var likelihood: CustomerClass?
        var nextOrder: ShopDay?
        var averageOrderMinorUnits: Double?
        var lastActive: Instant?
        var created = Instant(secondsSince1970: 0)
    }

    /// The list or segment whose members are shown.
    struct Within: Sendable {
        var kind: ProfileGroup
        var id: String
        var name: String
    }

    var query: ProfileQuery
    /// Of this page; at most ``ProfileQuery/rowsPerPage``.
    var rows: [Row]
    /// The place of the first of them among those that match, from 1.
    var first = 1
    /// Where the page before ends, and the next begins; `nil` where there is none.
    var previous: RowCursor?
    /// See ``previous``.
    var next: RowCursor?
    /// Profiles that match.
    var total: Int
    /// Profiles that would match in an order that leaves nobody out.
    var all: Int
    /// What predicted columns are; `nil` without predictions.
    var basis: PredictionBasis?
    /// Whether somebody was erased just now.
    var isErased = false
    var within: Within?
    /// Whether whoever looks may make a segment of what is shown.
    var mayChange = false
}
