import Population
import SegmentWording
import Segments
import Shop

extension ProfileModelQuery {
    /// Segments whose conditions are told; of more than these the name alone.
    private static let mostExplained = 12

    func segments(_ read: Columns) -> [ProfileModel.Segment] {
        let named = read.segments.compactMap { membership in shop.definitions.segment(membership.segment).map { ($0, membership) } }
        return named.inAlphabet(by: \.0.name).enumerated().map { place, entry in
            let (segment, membership) = entry
            let why = place < Self.mostExplained ? explained(segment) : []
            return ProfileModel.Segment(
                id: shop.ids.id(segment.number), name: segment.name, since: membership.joined, why: why)
        }
    }

    private func explained(_ segment: SegmentDefinition) -> [ProfileModel.Segment.Line] {
        // What it names may be gone: then nothing is said rather than something wrong.
        guard let explanation = try? shop.explain(segment.condition, of: segment.number, profile) else { return [] }
        let words = SegmentWords(language, names: shop.segmentNames)
        return Self.lines(explanation.condition, depth: 0, words, shop.groupName)
    }

    static func lines(
        _ condition: ExplainedCondition, depth: Int, _ words: SegmentWords,
        _ groupName: @escaping @Sendable (Observed.Joined.Group) -> SegmentNames.Group?
    ) -> [ProfileModel.Segment.Line] {
        // A heading over one condition says nothing.
        if condition.kind == .all || condition.kind == .any, condition.parts.count == 1 {
            return lines(condition.parts[0], depth: depth, words, groupName)
        }
        var line = ProfileModel.Segment.Line(depth: depth, text: "", holds: condition.holds, seen: nil, mayChange: condition.mayChange)
        switch condition.kind {
        case .all: line.text = words.allHold
        case .any: line.text = words.anyHolds
        case .not: line.text = words.doesNotHold
        case .test(let test, let observed):
            line.text = words.line(test)
            line.seen = words.observed(observed, by: test, group: groupName)
        }
        return [line] + condition.parts.flatMap { lines($0, depth: depth + 1, words, groupName) }
    }
}
