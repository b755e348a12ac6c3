import CustomerValue
import Facts

/// The RFM group of one customer.
struct RFMCard: Sendable {
    /// A change of the group.
    struct Past: Sendable {
        var at: Instant
        /// `nil` where no order counted any more.
        var group: RFMGroup?
        /// From 1 on each; 0 without a group.
        var recency: Int
        var frequency: Int
        var monetary: Int
        var cause: RFMFact.Cause
        /// Whether it was worked out afterwards.
        var isReconstructed: Bool
    }

    var group: RFMGroup
    /// How many scores there are, the greatest being best.
    var levels = 3
    /// From 1 on each.
    var recency: Int
    var frequency: Int
    var monetary: Int
    /// The most recent other group; `nil` until a first change.
    var previous: RFMGroup?
    /// `nil` until a first change.
    var changedAt: Instant?
    /// Every change, the latest first; at most ``most``.
    var history: [Past] = []

    static let most = 12
}
