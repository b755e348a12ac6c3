import CustomerValue
import Dispatch
import Facts
import Population
public import Segments

/// How many a definition means, and what they are worth, before it is kept.
public struct SegmentPreview: Sendable {
    /// How many.
    public var count = 0
    /// How many profiles there are.
    public var profiles = 0
    /// How many of them ordered.
    public var customers = 0
    /// How many of them have predictions.
    public var withPredictions = 0
    /// What they spent, in minor units of the shop's currency.
    public var historicMinorUnits: Int64 = 0
    /// What they will probably spend within the model's horizon, in minor units; of those with predictions.
    public var predictedMinorUnits: Int64 = 0
    /// Whether the definition asks for predictions that there are none of.
    public var lacksPredictions = false
    /// What finding out took.
    public var milliseconds: Double = 0

    /// The part of all profiles, 0 to 1.
    public var share: Double { profiles == 0 ? 0 : Double(count) / Double(profiles) }
}

extension Shop {
    /// Counts whom a definition means now. What it asks of events that is not kept yet is read from the journal first.
    ///
    /// People are looked at some at a time, so that nobody who writes waits for more than a few milliseconds: each is counted as of some moment of
    /// the counting.
    ///
    /// - Parameters:
    ///   - places: where its conditions stand; by default as it would be written.
    ///   - isOver: whether nobody waits for the answer any more.
    /// - Returns: `nil` where that was so before the end.
    /// - Throws: what it names that is not there.
    public func preview(
        _ condition: Condition, at places: Condition.Place? = nil, unless isOver: () -> Bool = { false }
    ) async throws(SegmentFaults) -> SegmentPreview? {
        let plan = try plan(condition, at: places)
        await segments.keepProperties(self, of: condition)
        var start = DispatchTime.now()
        let end = clock().secondsSince1970 + 1
        var preview = SegmentPreview()
        var found = await members(of: plan, before: end, unless: isOver)
        // What it asks of events may have made room for other definitions meanwhile.
        for _ in 0..<3 where segments.isKeeping && lacksProperties(of: condition) {
            await segments.keepProperties(self, of: condition)
            start = DispatchTime.now()
            found = await members(of: plan, before: end, unless: isOver)
        }
        guard let found else { return nil }
        preview.count = found.count
        preview.profiles = read { $0.everybody.count }
        // What they are worth, some at a time too.
        for rows in found.parts(of: 50_000) {
            if isOver() { return nil }
            read { preview.add(rows, $0) }
        }
        let standing = models.standing
        preview.lacksPredictions =
            plan.dependencies.isOfPredictions && (standing.model == nil || standing.eligibility?.isEligible != true)
        preview.milliseconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e6
        return preview
    }
}

extension SegmentPreview {
    /// Adds what some are worth.
    fileprivate mutating func add(_ profiles: [ProfileNumber], _ population: Population) {
        for profile in profiles {
            guard let score = population.scores.worth(profile) else { continue }
            if score.orders > 0 { customers += 1 }
            historicMinorUnits = historicMinorUnits.saturatingAdding(score.historicMinorUnits)
            guard let predicted = score.predictedMinorUnits else { continue }
            withPredictions += 1
            predictedMinorUnits = predictedMinorUnits.saturatingAdding(predicted)
        }
    }
}
