import Facts

/// What is left of an event that named an order when whoever did it was erased: nothing of the person, but that the order is known.
struct Remnant: Sendable {
    var metric: MetricNumber
    var order: UInt64
    /// The tombstone.
    var profile: ProfileNumber
    var sequence: UInt32
}
