public import Facts
public import Population

/// Whom an export is about.
public enum ExportSource: Sendable, Hashable {
    /// Every profile that lives.
    case everybody
    /// Who is in a list.
    case list(ListNumber)
    /// Who is in a segment.
    case segment(SegmentNumber)

    /// Them, as of now.
    public func members(_ population: Population) -> ProfileSet {
        switch self {
        case .everybody: return population.everybody
        case .segment(let segment): return population.memberSet(of: segment)
        case .list(let list):
            var members = ProfileSet(capacity: population.profileCount)
            for (profile, _) in population.members(of: list) { members.set(profile, true) }
            return members
        }
    }

    /// When somebody joined; `nil` where joining means nothing, or for one who is not in.
    public func joined(_ population: Population, _ profile: ProfileNumber) -> Instant? {
        switch self {
        case .everybody: nil
        case .list(let list): population.joined(list, profile)
        case .segment(let segment): population.joined(segment, profile)
        }
    }

    /// Whether it still is there.
    public func isDefined(in definitions: DefinitionTable) -> Bool {
        switch self {
        case .everybody: true
        case .list(let list): definitions[.list, UInt64(list.value)] != nil
        case .segment(let segment): definitions[.segment, UInt64(segment.value)] != nil
        }
    }
}
