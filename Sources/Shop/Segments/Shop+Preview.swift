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
    /// - Throws: what it names that is not there.
    public func preview(_ condition: Condition) async throws(SegmentFaults) -> SegmentPreview {
        let plan = try plan(condition)
        await segments.keepProperties(self, of: condition)
        var start = DispatchTime.now()
        let end = clock().secondsSince1970 + 1
        var preview = SegmentPreview()
        var members = read { plan.members(of: $0, before: end) }
        // What it asks of events may have made room for other definitions meanwhile.
        for _ in 0..<3 where segments.isKeeping && lacksProperties(of: condition) {
            await segments.keepProperties(self, of: condition)
            start = DispatchTime.now()
            members = read { plan.members(of: $0, before: end) }
        }
        // Who was found first, then what they are worth: writers have their turn between.
        read { population in
            preview.profiles = population.everybody.count
            preview.count = members.count
            members.forEach { profile in
                guard let score = population.scores.worth(profile) else { return }
                if score.orders > 0 { preview.customers += 1 }
                preview.historicMinorUnits = preview.historicMinorUnits.saturatingAdding(score.historicMinorUnits)
                guard let predicted = score.predictedMinorUnits else { return }
                preview.withPredictions += 1
                preview.predictedMinorUnits = preview.predictedMinorUnits.saturatingAdding(predicted)
            }
        }
        let standing = models.standing
        preview.lacksPredictions =
            plan.dependencies.isOfPredictions && (standing.model == nil || standing.eligibility?.isEligible != true)
        preview.milliseconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e6
        return preview
    }
}
