public import CustomerValue
public import Facts
public import Population

/// A person's RFM group at the end of a day, as it was known then.
public struct RFMOfPerson: Sendable {
    /// Why there is no group.
    public enum Missing: String, CaseIterable, Sendable {
        /// No order ever counted.
        case noOrder = "no_order"
        /// Nothing had been told of a group by the end of that day.
        case notYet = "not_yet"
        /// Every order had been given back or called off.
        case noPurchase = "no_purchase"
        /// The person objected to being profiled.
        case objected
        /// It is being found out.
        case processing
    }

    /// The day.
    public let day: ShopDay
    /// The group, the one before and since when; `nil` without a group.
    public let standing: RFMStanding?
    /// The scores; `nil` without a group.
    public let scores: CustomerScore.RFM?
    /// The day that the scores are as of: that of the change that brought the group, or of today's scores.
    public let scoresAsOf: ShopDay?
    /// The last change by the end of that day, which brought the group or took it away; `nil` before the first.
    public let change: RFMChange?
    /// Why there is no group; `nil` with one.
    public let missing: Missing?
}

/// A change of a person's group, with what it was before.
public struct PastRFMGroup: Sendable {
    /// Its number, from 1 for the first.
    public let number: Int
    /// The change.
    public let change: RFMChange
    /// The group until then; `nil` for none.
    public let previous: RFMGroup?
}

extension Shop {
    /// A person's group at the end of a day, as it was known then; of today, now.
    ///
    /// - Parameter model: by which model; `nil`: the one that is shown.
    public func rfm(of profile: ProfileNumber, on day: ShopDay, by model: RFMModelNumber? = nil) -> RFMOfPerson {
        let moment = endOfKnowledge(on: day)
        let zone = settings.timeZone
        let scoredAsOf = models.standing.scoredAsOf
        let (standing, change, isKnown, scored, asOf) = read { population in
            (
                population.rfm(profile, before: moment, by: model), population.lastRFMChange(of: profile, before: moment, by: model),
                population.hasRFMHistory(profile, by: model), population.rfmScores(of: profile, by: model),
                population.scores[profile]?.asOf
            )
        }
        guard let standing, let change else {
            let missing: RFMOfPerson.Missing
            if let change {
                missing = change.cause == .profiling ? .objected : .noPurchase
            } else if isKnown {
                missing = .notYet
            } else {
                missing = scored != nil ? .processing : .noOrder
            }
            return RFMOfPerson(day: day, standing: nil, scores: nil, scoresAsOf: nil, change: change, missing: missing)
        }
        // Scores move within a group too, of which no fact tells.
        if moment == .max, let scored, scored.group == standing.current {
            return RFMOfPerson(
                day: day, standing: standing, scores: scored, scoresAsOf: asOf ?? scoredAsOf ?? zone.day(of: change.at), change: change,
                missing: nil)
        }
        return RFMOfPerson(
            day: day, standing: standing, scores: change.current, scoresAsOf: zone.day(of: change.at), change: change, missing: nil)
    }

    /// Every change of a person's group, the latest first.
    ///
    /// - Parameter model: by which model; `nil`: the one that is shown.
    public func rfmHistory(of profile: ProfileNumber, by model: RFMModelNumber? = nil) -> [PastRFMGroup] {
        var previous: RFMGroup?
        var history: [PastRFMGroup] = []
        for (place, change) in read({ $0.rfmChanges(of: profile, by: model) }).enumerated() {
            history.append(PastRFMGroup(number: place + 1, change: change, previous: previous))
            previous = change.current?.group
        }
        return history.reversed()
    }
}
