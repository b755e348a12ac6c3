/// How many customers went from which group to which.
///
/// `nil` is no group: at the start those who had never purchased (or had nothing left after refunds), at the end those whose purchases were
/// all given back. Who is in none at either is not counted.
public struct RFMMovement: Sendable, Equatable {
    /// By start, then by end; the last of each is no group.
    private var counts = [Int](repeating: 0, count: Self.side * Self.side)

    private static let side = RFMGroup.allCases.count + 1
    /// The place of no group.
    static let none = RFMGroup.allCases.count

    /// Nobody went anywhere.
    public init() {}

    /// How many went from one group to another, or stayed.
    public func count(from start: RFMGroup?, to end: RFMGroup?) -> Int {
        counts[(start?.place ?? Self.none) * Self.side + (end?.place ?? Self.none)]
    }

    mutating func add(fromPlace start: Int, toPlace end: Int) {
        guard start != Self.none || end != Self.none else { return }
        counts[start * Self.side + end] += 1
    }

    /// Who came into a group from elsewhere.
    public func added(to group: RFMGroup) -> Int {
        sides.reduce(0) { $0 + ($1 == group ? 0 : count(from: $1, to: group)) }
    }

    /// Who left a group.
    public func dropped(from group: RFMGroup) -> Int {
        sides.reduce(0) { $0 + ($1 == group ? 0 : count(from: group, to: $1)) }
    }

    /// The groups at the start.
    public var start: RFMDistribution { distribution { place, other in counts[place * Self.side + other] } }

    /// The groups at the end.
    public var end: RFMDistribution { distribution { place, other in counts[other * Self.side + place] } }

    /// How many changed their group, not counting those who were or are in none.
    public var moved: Int {
        RFMGroup.allCases.reduce(0) { sum, start in
            sum + RFMGroup.allCases.reduce(0) { $0 + ($1 == start ? 0 : count(from: start, to: $1)) }
        }
    }

    /// Every group, and none.
    public var sides: [RFMGroup?] { RFMGroup.allCases + [nil] }

    private func distribution(_ count: (_ place: Int, _ other: Int) -> Int) -> RFMDistribution {
        var distribution = RFMDistribution()
        for place in 0..<Self.none {
            distribution.add((0..<Self.side).reduce(0) { $0 + count(place, $1) }, place: place)
        }
        return distribution
    }
}
