/// A segment that is offered ready, to be taken as it is or changed: whom it means is proposed from the shop's own data.
public enum ReadyMadeSegment: String, CaseIterable, Sendable {
    // Whom to write to now.
    case mondayList = "monday-list"
    case overdue
    case slippingVIPs = "slipping-vips"

    // By what they are worth.
    case vips
    case highTotalCLV = "high-total-clv"
    case likelyToSpend = "likely-to-spend"
    case lowPredictedCLV = "low-predicted-clv"
    case lowPredictedCLVEngaged = "low-predicted-clv-engaged"
    case belowOneOrder = "below-one-order"
    case engagedSubscribers = "engaged-subscribers"

    // By what an order of theirs is worth.
    case premiumOrders = "aov-premium"
    case standardOrders = "aov-standard"
    case lowOrders = "aov-low"
    case ordersInTotal = "orders-in-total"
    case premiumRegulars = "aov-premium-regular"
    case premiumQuiet = "aov-premium-quiet"
    case lowRegulars = "aov-low-regular"

    // By class.
    case clvHigh = "clv-high"
    case clvModerate = "clv-moderate"
    case clvLow = "clv-low"
    case likelihoodHigh = "likelihood-high"
    case likelihoodModerate = "likelihood-moderate"
    case likelihoodLow = "likelihood-low"
    case newCustomers = "new-customers"

    // By whether and when they bought.
    case neverPurchased = "never-purchased"
    case potentialCustomers = "potential-customers"
    case recentCustomers = "recent-customers"
    case firstTimeCustomers = "first-time-customers"
    case firstOrderFollowUp = "first-order-follow-up"
    case repeatCustomers = "repeat-customers"
    case lapsedCustomers = "lapsed-customers"

    // By RFM group.
    case champions = "rfm-champions"
    case loyal = "rfm-loyal"
    case recent = "rfm-recent"
    case needsAttention = "rfm-needs-attention"
    case atRisk = "rfm-at-risk"
    case inactive = "rfm-inactive"

    /// What segments are found under.
    public enum Theme: String, CaseIterable, Sendable {
        /// Whom to write to now.
        case now
        /// By what they are worth.
        case value
        /// By what an order of theirs is worth.
        case orderValue = "order-value"
        /// By classes of value and likelihood.
        case classes
        /// By whether and when they bought.
        case activity
        /// By RFM group.
        case groups
    }

    /// What a shop must have for a segment.
    public enum Need: String, CaseIterable, Sendable {
        /// Somebody bought something.
        case orders
        /// The data allow predictions.
        case predictions
        /// There is a list.
        case list
        /// It is known who opened an e-mail.
        case emailOpens = "email-opens"
    }

    /// What it is found under.
    public var theme: Theme {
        switch self {
        case .mondayList, .overdue, .slippingVIPs: .now
        case .vips, .highTotalCLV, .likelyToSpend, .lowPredictedCLV, .lowPredictedCLVEngaged, .belowOneOrder, .engagedSubscribers: .value
        case .premiumOrders, .standardOrders, .lowOrders, .ordersInTotal, .premiumRegulars, .premiumQuiet, .lowRegulars: .orderValue
        case .clvHigh, .clvModerate, .clvLow, .likelihoodHigh, .likelihoodModerate, .likelihoodLow, .newCustomers: .classes
        case .neverPurchased, .potentialCustomers, .recentCustomers, .firstTimeCustomers, .firstOrderFollowUp, .repeatCustomers,
            .lapsedCustomers:
            .activity
        case .champions, .loyal, .recent, .needsAttention, .atRisk, .inactive: .groups
        }
    }

    /// What a shop must have for it, in the order of the cases.
    public var needs: [Need] {
        switch self {
        case .mondayList, .overdue, .slippingVIPs, .highTotalCLV, .likelyToSpend, .lowPredictedCLV, .belowOneOrder, .clvHigh, .clvModerate,
            .clvLow, .likelihoodHigh, .likelihoodModerate, .likelihoodLow, .newCustomers:
            [.orders, .predictions]
        case .lowPredictedCLVEngaged: [.orders, .predictions, .list, .emailOpens]
        case .engagedSubscribers: [.list, .emailOpens]
        case .vips, .premiumOrders, .standardOrders, .lowOrders, .ordersInTotal, .premiumRegulars, .premiumQuiet, .lowRegulars,
            .neverPurchased, .potentialCustomers, .recentCustomers, .firstTimeCustomers, .firstOrderFollowUp, .repeatCustomers,
            .lapsedCustomers, .champions, .loyal, .recent, .needsAttention, .atRisk, .inactive:
            [.orders]
        }
    }
}
