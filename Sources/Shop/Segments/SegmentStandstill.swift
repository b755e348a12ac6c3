public import Segments

/// Why a segment cannot be evaluated. Its members stay as they were.
public enum SegmentStandstill: Sendable, Equatable {
    /// It asks for what is not there any more.
    case faults([SegmentFault.Reason])
    /// It asks whether somebody is in itself, by way of others.
    case circle
}
