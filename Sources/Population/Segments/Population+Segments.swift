public import Facts

extension Population {
    /// The segments that a profile is in, with when it entered, by number of the segment.
    public func segments(of profile: ProfileNumber) -> [(segment: SegmentNumber, joined: Instant)] {
        segments.keys.sorted().compactMap { segment in
            segments[segment]?.joinedSeconds(profile).map { (segment, Instant(secondsSince1970: Int64($0))) }
        }
    }

    /// When a profile entered a segment; `nil` for one that is not in.
    public func joined(_ segment: SegmentNumber, _ profile: ProfileNumber) -> Instant? {
        segments[segment]?.joinedSeconds(profile).map { Instant(secondsSince1970: Int64($0)) }
    }

    /// The members of a segment in order of their numbers, with when they entered.
    public func members(of segment: SegmentNumber) -> [(profile: ProfileNumber, joined: Instant)] {
        var members: [(ProfileNumber, Instant)] = []
        guard let membership = segments[segment] else { return [] }
        members.reserveCapacity(membership.count)
        membership.forEach { members.append(($0, Instant(secondsSince1970: Int64($1)))) }
        return members
    }

    /// Every profile that lives.
    public var everybody: ProfileSet { SegmentView(self, before: 0).everybody }

    /// The members of a segment, as facts told.
    public func memberSet(of segment: SegmentNumber) -> ProfileSet {
        var set = ProfileSet(capacity: profileCount)
        segments[segment]?.forEach { profile, _ in set.set(profile, true) }
        return set
    }

    /// How many are in a segment.
    public func memberCount(of segment: SegmentNumber) -> Int { segments[segment]?.count ?? 0 }

    /// Whether somebody is in a segment.
    public func isMember(_ profile: ProfileNumber, of segment: SegmentNumber) -> Bool {
        segments[segment]?.joinedSeconds(profile) != nil
    }
}
