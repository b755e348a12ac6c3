public import Facts
import Journal
public import Population
public import Segments

/// Why somebody is in a segment, or is not.
public struct SegmentExplanation: Sendable {
    /// Whom it is about.
    public var profile: ProfileNumber
    /// The first second that was not known yet.
    public var end: Int64
    /// Each condition with what it saw.
    public var condition: ExplainedCondition
    /// The model that numbers come from; `nil` where nothing can be predicted.
    public var model: UInt32?
    /// When it was fitted.
    public var fittedAt: Instant?
    /// Whether the definition asks for predictions.
    public var asksForPredictions: Bool
    /// Since when somebody is a member of the segment, by the facts; `nil` where not, or where no segment was asked about.
    public var memberSince: Instant?
}

extension Shop {
    /// Why somebody is meant by a definition, or is not.
    ///
    /// - Parameters:
    ///   - segment: the segment that it is the definition of.
    ///   - end: the first second that is not known yet; by default the next.
    ///   - places: where its conditions stand; by default as it would be written.
    /// - Returns: `nil` for somebody who is not there.
    /// - Throws: what the definition names that is not there.
    public func explain(
        _ condition: Condition, of segment: SegmentNumber? = nil, _ profile: ProfileNumber, before end: Int64? = nil,
        at places: Condition.Place? = nil
    ) throws(SegmentFaults) -> SegmentExplanation? {
        let groups = segmentGroups
        let end = end ?? clock().secondsSince1970 + 1
        let standing = models.standing
        return try read { (population) throws(SegmentFaults) in
            var compiler = SegmentCompiler(population, groups: groups)
            let explainer = try compiler.explainer(condition, at: places)
            guard let explained = explainer.explain(profile, in: population, before: end) else { return nil }
            return SegmentExplanation(
                profile: profile, end: end, condition: explained, model: standing.number, fittedAt: standing.fittedAt,
                asksForPredictions: explainer.dependencies.isOfPredictions,
                memberSince: segment.flatMap { population.joined($0, profile) })
        }
    }
}
