public import Facts
public import Segments

/// A definition made ready for explaining: why somebody is in, or is not.
public struct SegmentExplainer: Sendable {
    indirect enum Node: Sendable {
        case all([Node])
        case any([Node])
        case not(Node)
        case test(Test, any SegmentTest)
    }

    let root: Node
    /// Where its conditions stand.
    let places: Condition.Place
    /// What can change who is in.
    public let dependencies: SegmentDependencies

    /// Each condition with what it saw of somebody; `nil` for a profile that does not live.
    ///
    /// - Parameter end: the first second that is not known yet.
    public func explain(_ profile: ProfileNumber, in population: Population, before end: Int64) -> ExplainedCondition? {
        guard population.isLive(profile) else { return nil }
        return explain(root, profile.index, SegmentView(population, before: end), place: places)
    }

    private func explain(_ node: Node, _ row: Int, _ view: SegmentView, place: Condition.Place) -> ExplainedCondition {
        func parts(_ nodes: [Node]) -> [ExplainedCondition] {
            zip(nodes, place.parts).map { explain($0, row, view, place: $1) }
        }
        switch node {
        case .all(let nodes):
            let parts = parts(nodes)
            return ExplainedCondition(kind: .all, place: place.pointer, parts: parts, holds: parts.allSatisfy(\.holds))
        case .any(let nodes):
            let parts = parts(nodes)
            return ExplainedCondition(kind: .any, place: place.pointer, parts: parts, holds: parts.contains(where: \.holds))
        case .not(let inner):
            let parts = parts([inner])
            return ExplainedCondition(kind: .not, place: place.pointer, parts: parts, holds: !parts.allSatisfy(\.holds))
        case .test(let test, let made):
            // A change is told as the first second that is not known yet: the one before it is the moment.
            let next = made.nextChange(row, view).map { Instant(secondsSince1970: $0 - 1) }
            return ExplainedCondition(
                kind: .test(test, made.observed(row, view)), place: place.pointer, parts: [], holds: made.holds(row, view), mayChange: next)
        }
    }
}

/// A condition with what it saw of somebody.
public struct ExplainedCondition: Sendable, Equatable {
    /// What it is.
    public enum Kind: Sendable, Equatable {
        /// All of its parts must hold.
        case all
        /// One of its parts must hold.
        case any
        /// Its part must not hold.
        case not
        /// One thing is asked; with what was seen.
        case test(Test, Observed)
    }

    /// What it is.
    public var kind: Kind
    /// Where it stands in the definition as it is written: a JSON pointer.
    public var place: String
    /// What it is made of, in the order in which it was written.
    public var parts: [ExplainedCondition]
    /// Whether it holds.
    public var holds: Bool
    /// When the answer may be another by time alone, at the earliest; `nil` where it never will be.
    public var mayChange: Instant?

    init(kind: Kind, place: String, parts: [ExplainedCondition], holds: Bool, mayChange: Instant? = nil) {
        self.kind = kind
        self.place = place
        self.parts = parts
        self.holds = holds
        self.mayChange = mayChange ?? parts.compactMap(\.mayChange).min()
    }
}
