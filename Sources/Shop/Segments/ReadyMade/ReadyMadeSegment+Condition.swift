import Facts
public import Segments

extension ReadyMadeSegment {
    /// How many customers the Monday list has.
    public static let mondayCount = 100
    /// Days without an order after which customers have lapsed: eight months.
    public static let lapsedDays = 243

    /// Whom it means, by what a shop's data propose; `nil` where it needs something that is not there.
    public func condition(_ proposals: SegmentProposals) -> Condition? {
        guard proposals.missing(for: self).isEmpty else { return nil }
        switch theme {
        case .now: return now(proposals)
        case .value: return value(proposals)
        case .orderValue: return orderValue(proposals)
        case .classes: return byClass
        case .activity: return activity(proposals)
        case .groups: return group
        }
    }

    private func now(_ proposals: SegmentProposals) -> Condition? {
        let overdue = Condition.test(.overdue(true))
        switch self {
        case .overdue: return Self.all(overdue)
        case .slippingVIPs: return proposals.amounts.map { Self.all(Self.number(.historicCLV, .greaterThanOrEqual($0.vip)), overdue) }
        case .mondayList:
            // Whoever may not be written to takes no place; where nobody agreed to anything, consent is kept elsewhere.
            let among = proposals.hasSubscribers ? Condition.all([overdue, Self.subscribed]) : overdue
            return Self.all(.test(.top(TopTest(dimension: .moneyAtStake, size: .count(Self.mondayCount), among: among))))
        default: return nil
        }
    }

    private func value(_ proposals: SegmentProposals) -> Condition? {
        let amounts = proposals.amounts
        switch self {
        case .vips: return amounts.map { Self.all(Self.number(.historicCLV, .greaterThanOrEqual($0.vip))) }
        case .highTotalCLV: return amounts?.totalCLV.map { Self.all(Self.number(.totalCLV, .greaterThan($0))) }
        case .likelyToSpend: return amounts?.likelyToSpend.map { Self.all(Self.number(.predictedCLV, .greaterThanOrEqual($0))) }
        case .lowPredictedCLV: return amounts.map { Self.all(Self.number(.predictedCLV, .lessThanOrEqual($0.lowPredicted))) }
        case .belowOneOrder: return amounts.map { Self.all(Self.number(.predictedCLV, .lessThan($0.order))) }
        case .engagedSubscribers: return engaged(proposals).map { .all($0) }
        case .lowPredictedCLVEngaged:
            guard let amounts, let engaged = engaged(proposals) else { return nil }
            return .all([.any([Self.number(.predictedCLV, .lessThanOrEqual(amounts.lowPredicted))])] + engaged)
        default: return nil
        }
    }

    private func orderValue(_ proposals: SegmentProposals) -> Condition? {
        guard let amounts = proposals.amounts, let orders = proposals.orders else { return nil }
        let premium = Self.number(.averageOrderValue, .greaterThan(amounts.premiumOrder))
        let low = Self.number(.averageOrderValue, .lessThan(amounts.lowOrder))
        let isRegular = Self.number(.historicNumberOfOrders, .greaterThanOrEqual(3))
        switch self {
        case .premiumOrders: return Self.all(premium)
        // Both borders are in: the three bands leave nothing out and share nobody.
        case .standardOrders: return Self.all(Self.number(.averageOrderValue, .between(amounts.lowOrder, amounts.premiumOrder)))
        case .lowOrders: return Self.all(low)
        case .ordersInTotal:
            let sum = MetricTest(metric: orders, measurement: .sum, filter: .greaterThan(2 * amounts.premiumOrder))
            return Self.all(.test(.metric(sum)))
        case .premiumRegulars:
            return Self.all(premium, isRegular, Self.number(.averageDaysBetweenOrders, .lessThanOrEqual(amounts.usualDays)))
        case .premiumQuiet:
            let days = Int(2 * amounts.usualDays)
            return Self.all(
                premium, Self.number(.historicNumberOfOrders, .greaterThanOrEqual(2)),
                .test(.moment(.lastOrder, .atLeastAgo(Span(days, .day)))))
        case .lowRegulars: return Self.all(low, isRegular)
        default: return nil
        }
    }

    private var byClass: Condition? {
        switch self {
        case .clvHigh: Self.word(.clvCategory, "high")
        case .clvModerate: Self.word(.clvCategory, "moderate")
        case .clvLow: Self.word(.clvCategory, "low")
        case .likelihoodHigh: Self.word(.purchaseLikelihood, "high")
        case .likelihoodModerate: Self.word(.purchaseLikelihood, "moderate")
        case .likelihoodLow: Self.word(.purchaseLikelihood, "low")
        case .newCustomers: Self.word(.clvCategory, "new")
        default: nil
        }
    }

    private func activity(_ proposals: SegmentProposals) -> Condition? {
        guard let orders = proposals.orders else { return nil }
        let never = Self.count(orders, .equals(0))
        let once = Self.number(.historicNumberOfOrders, .equals(1))
        let within30Days = Self.count(orders, .greaterThanOrEqual(1), .inTheLast(Span(30, .day)))
        switch self {
        case .neverPurchased: return Self.all(never)
        case .potentialCustomers: return Self.all(never, Self.subscribed)
        case .recentCustomers: return Self.all(within30Days)
        case .firstTimeCustomers: return Self.all(once)
        case .firstOrderFollowUp: return Self.all(once, within30Days)
        case .repeatCustomers: return Self.all(Self.number(.historicNumberOfOrders, .greaterThanOrEqual(2)))
        case .lapsedCustomers:
            return Self.all(
                Self.number(.historicNumberOfOrders, .greaterThanOrEqual(1)),
                Self.count(orders, .equals(0), .inTheLast(Span(Self.lapsedDays, .day))))
        default: return nil
        }
    }

    private var group: Condition? {
        switch self {
        case .champions: Self.word(.rfmGroup, "Champions")
        case .loyal: Self.word(.rfmGroup, "Loyal")
        case .recent: Self.word(.rfmGroup, "Recent")
        case .needsAttention: Self.word(.rfmGroup, "Needs Attention")
        case .atRisk: Self.word(.rfmGroup, "At Risk")
        case .inactive: Self.word(.rfmGroup, "Inactive")
        default: nil
        }
    }

    // MARK: Conditions, each in a group of its own, as definitions are read

    private static func all(_ parts: Condition...) -> Condition { .all(parts.map { .any([$0]) }) }

    private static func number(_ dimension: NumberDimension, _ filter: NumberFilter) -> Condition { .test(.number(dimension, filter)) }

    private static func word(_ dimension: WordDimension, _ word: String) -> Condition { all(.test(.word(dimension, .equals(word)))) }

    private static func count(_ metric: MetricReference, _ filter: NumberFilter, _ time: DateFilter = .allTime) -> Condition {
        .test(.metric(MetricTest(metric: metric, filter: filter, timeFrame: time)))
    }

    private static let subscribed = Condition.test(.consent(ConsentTest(channel: .email, canReceive: true, subscription: .subscribed)))

    /// In the list with the most members, and opened an e-mail within 90 days.
    private func engaged(_ proposals: SegmentProposals) -> [Condition]? {
        guard let list = proposals.mainList, let opens = proposals.opens else { return nil }
        let isMember = Condition.test(.membership(MembershipTest(isMember: true, groups: [list])))
        let opened = Self.count(opens, .greaterThanOrEqual(1), .inTheLast(Span(90, .day)))
        return [.any([isMember]), .any([opened])]
    }
}
