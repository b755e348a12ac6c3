/// What is wrong with settings, and where.
public struct RFMFault: Error, Sendable, Equatable {
    /// The JSON pointer within the settings: `/recency/days/1`.
    public var pointer: String
    /// What stands there.
    public var found: String
    /// What may stand there.
    public var expected: String

    /// A fault at a place.
    public init(pointer: String, found: String, expected: String) {
        self.pointer = pointer
        self.found = found
        self.expected = expected
    }
}

extension RFMFault: CustomStringConvertible {
    /// Both in a sentence.
    public var description: String { "found \(found), expected \(expected)." }
}

/// All that is wrong with settings.
public struct RFMFaults: Error, Sendable, Equatable {
    /// In the order in which they were met; never empty.
    public var list: [RFMFault]

    /// Some faults.
    public init(list: [RFMFault]) { self.list = list }
}
