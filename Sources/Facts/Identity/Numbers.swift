/// The number of a profile: its row in every column, from 0 in order of creation, never given to another.
public struct ProfileNumber: Hashable, Comparable, Sendable {
    /// The row.
    public let row: UInt32

    /// The profile of a row.
    @inlinable public init(_ row: UInt32) { self.row = row }

    /// The row as an index.
    @inlinable public var index: Int { Int(row) }

    /// Created earlier comes first.
    @inlinable public static func < (a: ProfileNumber, b: ProfileNumber) -> Bool { a.row < b.row }
}

/// The number of a metric (a kind of event), from 0 in order of first use.
public struct MetricNumber: Hashable, Comparable, Sendable {
    /// The place among metrics.
    public let value: UInt32

    /// The metric of a place.
    @inlinable public init(_ value: UInt32) { self.value = value }

    /// The place as an index.
    @inlinable public var index: Int { Int(value) }

    /// First used earlier comes first.
    @inlinable public static func < (a: MetricNumber, b: MetricNumber) -> Bool { a.value < b.value }
}

/// The number of a list, from 1 in order of creation, never given to another.
public struct ListNumber: Hashable, Comparable, Sendable {
    /// The number.
    public let value: UInt32

    /// The list of a number.
    @inlinable public init(_ value: UInt32) { self.value = value }

    /// Created earlier comes first.
    @inlinable public static func < (a: ListNumber, b: ListNumber) -> Bool { a.value < b.value }
}

/// The number of a way to score recency, frequency and monetary value, never given to another.
public struct RFMModelNumber: Hashable, Comparable, Sendable {
    /// The number.
    public let value: UInt32

    /// The one that every shop has.
    public static let standard = RFMModelNumber(1)

    /// The model of a number.
    @inlinable public init(_ value: UInt32) { self.value = value }

    /// Created earlier comes first.
    @inlinable public static func < (a: RFMModelNumber, b: RFMModelNumber) -> Bool { a.value < b.value }
}

/// The number of a segment, from 1 in order of creation, never given to another.
public struct SegmentNumber: Hashable, Comparable, Sendable {
    /// The number.
    public let value: UInt32

    /// The segment of a number.
    @inlinable public init(_ value: UInt32) { self.value = value }

    /// Created earlier comes first.
    @inlinable public static func < (a: SegmentNumber, b: SegmentNumber) -> Bool { a.value < b.value }
}
