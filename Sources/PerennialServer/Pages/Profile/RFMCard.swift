import CustomerValue
import Facts

/// The RFM group of one customer.
struct RFMCard: Sendable {
    /// A change of the group.
    struct Past: Sendable {
        var at: Instant
        /// `nil` where no order counted any more.
        var group: RFMGroup?
        /// 1 to 3 each; 0 without a group.
        var recency: Int
        var frequency: Int
        var monetary: Int
        var cause: RFMFact.Cause
        /// Whether it was worked out afterwards.
        var isReconstructed: Bool
    }

    var group: RFMGroup
    /// 1 to 3 each, 3 being best.
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
