public import CustomerValue
public import Facts
import Population
import Synchronization

/// What customers are grouped by now, and how many are in each group: of one moment.
public struct RFMInUse: Sendable {
    /// By which model.
    public let model: RFMModelEntry
    /// How customers are scored.
    public let settings: RFMSettings
    /// The borders that scores go by; `nil` before anybody was scored.
    public let borders: RFMBorders?
    /// When they were settled.
    public let settledAt: Instant?
    /// Over what was known of customers at the end of which day.
    public let settledAsOf: ShopDay?
    /// How many are in each group, as facts told.
    public let groups: RFMDistribution
    /// When it was found out.
    public let computedAt: Instant
    /// The day that scores are as of; `nil` before there are any.
    public let asOf: ShopDay?
    /// The currency of amounts.
    public let currency: Currency
    /// Whether groups are being found out still, so that facts will tell of others soon.
    public let isProcessing: Bool
}

extension Shop {
    /// What customers are grouped by now, and how many are in each group.
    ///
    /// - Parameter model: by which model; `nil`: the one that is shown.
    public func rfmInUse(by model: RFMModelEntry? = nil) -> RFMInUse {
        let model = model ?? shownRFMModel
        return rfmInUse(by: model, of: read { ($0.rfmDistribution(by: model.number), $0.currency) }, at: clock())
    }

    /// The same around groups that were counted.
    func rfmInUse(
        by model: RFMModelEntry, of counted: (groups: RFMDistribution, currency: Currency), at now: Instant
    ) -> RFMInUse {
        let (standing, rfm) = (models.standing, models.scoring(by: model.number) ?? RFMScoring(settings: model.settings))
        // Borders are those of the model's fit, or of a change of settings after it; without a model they are settled whenever all are scored.
        var (settledAt, settledAsOf) = (standing.scoredAt, standing.scoredAsOf)
        if let fit = standing.model {
            (settledAt, settledAsOf) = (standing.fittedAt, fit.fittedAsOf)
            if let change = try? lastChangeOfRFMSettings(of: model.number)?.at, let fitted = standing.fittedAt, change > fitted {
                (settledAt, settledAsOf) = (change, settings.timeZone.day(of: change))
            }
        }
        return RFMInUse(
            model: model, settings: rfm.settings, borders: rfm.borders.flatMap { $0.isSettled ? $0 : nil }, settledAt: settledAt,
            settledAsOf: settledAsOf, groups: counted.groups, computedAt: now, asOf: standing.scoredAsOf, currency: counted.currency,
            isProcessing: !models.groups.withLock { $0.isSettled } || !models.areEventsScored || !models.isEverybodyScored)
    }

    /// The first second, since 1970, of which nothing is known at the end of a day; for today and later days there is none.
    func endOfKnowledge(on day: ShopDay) -> Int64 {
        day >= today ? .max : settings.timeZone.start(of: day.advanced(byDays: 1)).secondsSince1970
    }
}
