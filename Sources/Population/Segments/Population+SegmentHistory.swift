public import Facts

/// How many entered and left a segment in a span of time.
public struct SegmentChanges: Sendable, Equatable {
    /// Entries.
    public var added: Int
    /// Exits.
    public var removed: Int

    /// Nobody came or left.
    public static let nobody = SegmentChanges(added: 0, removed: 0)

    /// More entries than exits, or fewer.
    public var net: Int { added - removed }
}

extension Population {
    /// How many entered and left a segment from a second on and before another. It takes a few looks, however many there were.
    public func changes(of segment: SegmentNumber, from start: Int64, before end: Int64) -> SegmentChanges {
        segmentHistories[segment]?.changes(from: start, before: end) ?? .nobody
    }

    /// How many were in a segment just before a second. Entries and exits count at the times that were noted.
    public func memberCount(of segment: SegmentNumber, before end: Int64) -> Int {
        segmentHistories[segment]?.memberCount(before: end) ?? 0
    }

    /// Takes up that somebody entered a segment or left it.
    func apply(_ fact: SegmentFact) {
        guard profiles.isLive(fact.profile) else { return }
        let isChanged =
            fact.isMember
            ? segments[fact.segment, default: ListMembership()].join(fact.profile, seconds: fact.seconds)
            : segments[fact.segment]?.leave(fact.profile) ?? false
        guard isChanged else { return }
        if fact.isMember {
            segmentHistories[fact.segment, default: SegmentHistory()].enter(fact.seconds)
        } else {
            segmentHistories[fact.segment, default: SegmentHistory()].leave(fact.seconds)
        }
    }

    /// Takes up that two profiles are one.
    func mergeSegments(_ fact: MergeFact) {
        for segment in segments.keys.sorted() {
            let before = memberCount(of: segment)
            segments[segment]?.merge(fact.from, into: fact.into)
            if memberCount(of: segment) < before { segmentHistories[segment, default: SegmentHistory()].leave(fact.seconds) }
        }
    }

    /// Takes up that somebody is no more.
    func leaveSegments(_ fact: ErasureFact) {
        for segment in segments.keys where segments[segment]?.leave(fact.profile) == true {
            segmentHistories[segment, default: SegmentHistory()].leave(fact.seconds)
        }
    }
}
