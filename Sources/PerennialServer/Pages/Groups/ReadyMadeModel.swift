import Segments
import Shop

/// What is offered ready, and what it would mean here.
struct ReadyMadeModel: Sendable {
    /// One offer.
    struct Offer: Sendable {
        var segment: ReadyMadeSegment
        /// The definition in words; empty where it cannot be made.
        var lines: [String]
        /// What the shop lacks for it.
        var missing: [ReadyMadeSegment.Need]
    }

    var offers: [Offer]
    var mayChange: Bool
}
