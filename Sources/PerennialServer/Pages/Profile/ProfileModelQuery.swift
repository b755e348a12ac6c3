import CustomerValue
import Facts
import Journal
import Population
import Shop
import Wording

/// Fills the page of one person.
struct ProfileModelQuery {
    let shop: Shop
    let profile: ProfileNumber
    /// In which conditions of segments are told.
    let language: Language

    static let eventsOnPage = 25

    /// What the page says; `nil` where there is no such person.
    ///
    /// - Parameter cursor: the events before it are shown; `nil`: the newest.
    func model(before cursor: String?) throws -> ProfileModel? {
        let after = cursor.flatMap { Self.place($0) }
        if cursor != nil, after == nil { return nil }
        let standing = shop.models.standing
        let read = shop.read { population -> Columns? in population.isLive(profile) ? Columns(population, shop, profile, after: after) : nil
        }
        guard let read else { return nil }
        return ProfileModel(
            name: read.name, place: read.place, createdAt: read.created, lastActive: read.lastActive, orders: read.orders,
            outlook: outlook(read, standing), rfm: rfm(read), identities: read.identities, consent: try consent(read),
            lists: read.lists, segments: segments(read), properties: read.properties,
            timeline: try timeline(read, standing, isFirst: after == nil),
            hasObjected: read.hasObjected)
    }

    // MARK: What is expected

    private func outlook(_ read: Columns, _ standing: ModelKeeper.Standing) -> ProfileOutlook {
        if read.hasObjected { return .none(.objected(read.updated)) }
        guard let score = read.score else { return .none(read.aside ?? .neverOrdered) }
        guard score.numberOfOrders > 0 else { return .none(.nothingLeft) }
        if let eligibility = standing.eligibility, !eligibility.isEligible { return .none(.shopNotEligible(eligibility.findings)) }
        guard let prediction = score.prediction, let basis = PredictionBasis(standing) else {
            return .none(standing.failure.map { .failed($0) } ?? .notFittedYet)
        }
        return .predicted(
            ProfilePrediction(
                basis: basis, clv: MoneyEstimate(prediction), numberOfOrders: prediction.numberOfOrders,
                churnProbability: prediction.churnProbability, probabilityOfOrder: prediction.probabilityOfOrder,
                expectedDateOfNextOrder: prediction.expectedDateOfNextOrder, isOverdue: prediction.isOverdue,
                valueClass: prediction.clvClass, likelihoodClass: prediction.likelihoodClass,
                reason: shop.models.reason(of: profile, shop),
                pastRisk: shop.predictionCourse(of: profile).map { .init(day: $0.day, churnProbability: $0.prediction.churnProbability) }))
    }

    // MARK: Groups

    /// The group with what it was before: scores of now, changes as facts told them.
    private func rfm(_ read: Columns) -> RFMCard? {
        guard let scores = read.rfm else { return nil }
        let standing = shop.rfm(of: profile, on: shop.today).standing
        let history = shop.rfmHistory(of: profile).prefix(RFMCard.most).map { past in
            let scores = past.change.current
            return RFMCard.Past(
                at: past.change.at, group: scores?.group, recency: Int(scores?.recency ?? 0), frequency: Int(scores?.frequency ?? 0),
                monetary: Int(scores?.monetary ?? 0), cause: past.change.cause, isReconstructed: past.change.isReconstructed)
        }
        return RFMCard(
            group: scores.group, levels: shop.shownRFMLevels, recency: Int(scores.recency), frequency: Int(scores.frequency),
            monetary: Int(scores.monetary),
            previous: standing?.previous, changedAt: standing?.changedAt, history: Array(history))
    }
}
