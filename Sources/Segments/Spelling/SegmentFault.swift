/// What is wrong with a definition, and where.
public struct SegmentFault: Error, Sendable, Equatable {
    /// The JSON pointer within the definition: `/condition_groups/0/conditions/1/filter/operator`.
    public var pointer: String
    /// What is wrong there.
    public var reason: Reason

    /// A fault at a place.
    public init(pointer: String, _ reason: Reason) {
        self.pointer = pointer
        self.reason = reason
    }

    /// In English: what was found, and what is allowed.
    public var detail: String { reason.detail }
}

/// All that is wrong with a definition, the first twenty of it.
public struct SegmentFaults: Error, Sendable, Equatable {
    /// In the order in which they were met; never empty.
    public var list: [SegmentFault]

    /// Some faults.
    public init(list: [SegmentFault]) { self.list = list }
}
