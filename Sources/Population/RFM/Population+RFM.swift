public import CustomerValue
public import Facts

/// A customer's RFM group, the one before and since when, under the names that Klaviyo gives them.
public struct RFMStanding: Sendable, Equatable {
    /// The group now.
    public var current: RFMGroup
    /// The most recent group that was another; `nil` before the first change.
    public var previous: RFMGroup?
    /// Since when the group is this one; `nil` before the first change.
    public var changedAt: Instant?

    /// What the previous group is called before the first change, as at Klaviyo.
    public static let unknown = "Unknown"
}

/// A change of a customer's RFM group.
public struct RFMChange: Sendable, Equatable {
    /// When.
    public var at: Instant
    /// What the customer came to be; `nil` where no order counted any more.
    public var current: CustomerScore.RFM?
    /// Why.
    public var cause: RFMFact.Cause
    /// Whether it was worked out afterwards.
    public var isReconstructed: Bool
}

extension RFMChange {
    init(_ seconds: UInt32, _ packed: UInt16) {
        at = Instant(secondsSince1970: Int64(seconds))
        current = RFMFact.standing(packed: packed).flatMap { CustomerScore.RFM($0) }
        cause = RFMFact.cause(packed: packed) ?? .order
        isReconstructed = packed >> 15 != 0
    }
}

extension Population {
    /// A customer's RFM group, as facts told; `nil` for who has none.
    ///
    /// - Parameter model: by which model, here and below; `nil`: the one that is shown.
    public func rfm(_ profile: ProfileNumber, by model: RFMModelNumber? = nil) -> RFMStanding? {
        RFMStanding(rfmLogs[model ?? shownRFMModel]?.standing(profile.index))
    }

    /// Somebody's group by a model, as facts told; `nil` for who has none.
    public func rfmGroup(_ profile: ProfileNumber, by model: RFMModelNumber? = nil) -> RFMGroup? {
        rfmLogs[model ?? shownRFMModel]?.current(profile.index).flatMap { RFMGroup(place: Int($0.group)) }
    }

    /// Why somebody's group changed last; `nil` where nothing was ever told of it.
    public func lastRFMCause(_ profile: ProfileNumber, by model: RFMModelNumber? = nil) -> RFMFact.Cause? {
        var cause: RFMFact.Cause?
        rfmLogs[model ?? shownRFMModel]?.forEach(profile.index) { _, packed in cause = cause ?? RFMFact.cause(packed: packed) }
        return cause
    }

    /// Whether anything was ever told of somebody's group by a model.
    public func hasRFMHistory(_ profile: ProfileNumber, by model: RFMModelNumber? = nil) -> Bool {
        rfmLogs[model ?? shownRFMModel]?.knows(profile.index) ?? false
    }

    /// Every change of somebody's RFM group by a model, the first first.
    public func rfmChanges(of profile: ProfileNumber, by model: RFMModelNumber? = nil) -> [RFMChange] {
        var changes: [RFMChange] = []
        rfmLogs[model ?? shownRFMModel]?.forEach(profile.index) { changes.append(RFMChange($0, $1)) }
        return changes.reversed()
    }

    /// How many changes of groups are kept for a model.
    public func rfmChangeCount(by model: RFMModelNumber? = nil) -> Int { rfmLogs[model ?? shownRFMModel]?.count ?? 0 }

    func apply(_ fact: RFMFact) {
        // Of models that are no more nothing is kept.
        guard profiles.isLive(fact.profile), fact.model == .standard || rfmModels[fact.model] != nil else { return }
        rfmLogs[fact.model, default: RFMLog()].add(fact)
    }

    /// Takes up a change that no journal holds: where a shop is only looked at, and its day is a later one than the last that was kept.
    public func note(_ change: RFMFact) { apply(change) }
}

extension CustomerScore.RFM {
    /// The scores and group of a row; `nil` without a purchase.
    public init?(_ row: Int, _ scores: RFMScores) {
        guard let group = scores.group(row) else { return nil }
        self.init(recency: scores.recency[row], frequency: scores.frequency[row], monetary: scores.monetary[row], group: group)
    }

    /// The scores and group of a fact; `nil` for a group that there is not.
    init?(_ standing: RFMFact.Standing) {
        guard let group = RFMGroup(place: Int(standing.group)) else { return nil }
        self.init(recency: standing.recency, frequency: standing.frequency, monetary: standing.monetary, group: group)
    }

    /// The same as a fact has it.
    public var standing: RFMFact.Standing {
        RFMFact.Standing(recency: recency, frequency: frequency, monetary: monetary, group: UInt8(group.place))
    }
}

extension Population {
    /// The moment of the last event of a profile within a span of seconds by the metrics that mean orders; `nil` without one.
    public func lastOrderMoment(of profile: ProfileNumber, within span: Range<Int64>) -> Int64? {
        var last: Int64?
        for metric in mapping.metrics(of: .revenue) {
            guard let moments = columns(metric)?.seconds(profile) else { continue }
            let end = moments.firstPlace(from: span.upperBound)
            guard end > 0, Int64(moments[end - 1]) >= span.lowerBound else { continue }
            last = max(last ?? .min, Int64(moments[end - 1]))
        }
        return last
    }
}
