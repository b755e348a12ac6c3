/// A number that is known or predicted of a customer. Money is in the shop's currency, in whole units.
public enum NumberDimension: String, CaseIterable, Sendable {
    case averageDaysBetweenOrders = "average_days_between_orders"
    case averageOrderValue = "average_order_value"
    case churnProbability = "churn_probability"
    case historicCLV = "historic_clv"
    case historicNumberOfOrders = "historic_number_of_orders"
    case predictedCLV = "predicted_clv"
    case predictedNumberOfOrders = "predicted_number_of_orders"
    case totalCLV = "total_clv"
    // Beyond Klaviyo's.
    case predictedCLVLow = "predicted_clv_low"
    case predictedCLVHigh = "predicted_clv_high"
    case probabilityOfOrder = "probability_of_order"
    /// Predicted CLV times churn probability: what is lost if nothing is done.
    case moneyAtStake = "money_at_stake"
    case rfmRecency = "rfm_recency"
    case rfmFrequency = "rfm_frequency"
    case rfmMonetary = "rfm_monetary"

    /// Whether it exists only where the shop's data allow predictions.
    public var isPredicted: Bool {
        switch self {
        case .churnProbability, .predictedCLV, .predictedNumberOfOrders, .totalCLV, .predictedCLVLow, .predictedCLVHigh,
            .probabilityOfOrder, .moneyAtStake:
            true
        case .averageDaysBetweenOrders, .averageOrderValue, .historicCLV, .historicNumberOfOrders, .rfmRecency, .rfmFrequency,
            .rfmMonetary:
            false
        }
    }

    /// Whether it is an RFM score.
    public var isOfRFM: Bool { self == .rfmRecency || self == .rfmFrequency || self == .rfmMonetary }
}

/// A moment that is known or predicted of a customer.
public enum MomentDimension: String, CaseIterable, Sendable {
    /// A day, of which the first moment in the shop's zone counts.
    case expectedDateOfNextPurchase = "expected_date_of_next_purchase"
    // Beyond Klaviyo's.
    case firstOrder = "first_order_date"
    case lastOrder = "last_order_date"
    /// Since when the customer is in its RFM group; missing before the first change.
    case rfmGroupChanged = "rfm_group_last_changed"

    /// Whether it exists only where the shop's data allow predictions.
    public var isPredicted: Bool { self == .expectedDateOfNextPurchase }
}

/// A word that a customer is described by.
public enum WordDimension: String, CaseIterable, Sendable {
    /// `Champions`, `Loyal`, `Recent`, `Needs Attention`, `At Risk`, `Inactive`.
    case rfmGroup = "rfm_group"
    /// The most recent group that was another; `Unknown` before the first change.
    case previousRFMGroup = "previous_rfm_group"
    /// `low`, `moderate`, `high`, `new`.
    case clvCategory = "clv_category"
    /// `low`, `moderate`, `high`, `new`.
    case purchaseLikelihood = "purchase_likelihood"

    /// The words that there are.
    public var words: [String] {
        switch self {
        case .rfmGroup: ["Champions", "Loyal", "Recent", "Needs Attention", "At Risk", "Inactive"]
        case .previousRFMGroup: ["Champions", "Loyal", "Recent", "Needs Attention", "At Risk", "Inactive", "Unknown"]
        case .clvCategory, .purchaseLikelihood: ["low", "moderate", "high", "new"]
        }
    }

    /// Whether it exists only where the shop's data allow predictions.
    public var isPredicted: Bool { !isOfRFM }

    /// Whether it is an RFM group.
    public var isOfRFM: Bool { self == .rfmGroup || self == .previousRFMGroup }
}
