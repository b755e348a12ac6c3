import Wording

/// A column that the table of contacts can show beside the name.
enum ProfileColumn: String, CaseIterable, Sendable {
    case group
    case orders
    case lastOrder = "last-order"
    case historic
    case predicted
    case total
    case churn
    case likelihood
    case nextOrder = "next-order"
    case averageOrder = "average-order"
    case atStake = "at-stake"
    case lastActive = "last-active"
    case created
    case customerID = "customer-number"

    /// Those that are shown where none were chosen.
    static let usual: [ProfileColumn] = [.group, .orders, .lastOrder, .historic, .predicted, .churn]

    /// Whether it exists only where there are predictions.
    var isPredicted: Bool {
        switch self {
        case .predicted, .total, .churn, .likelihood, .nextOrder, .atStake: true
        case .group, .orders, .lastOrder, .historic, .averageOrder, .lastActive, .created, .customerID: false
        }
    }

    /// What it is called.
    var phrase: Phrase {
        switch self {
        case .group: Phrase.Profiles.group
        case .orders: Phrase.Profiles.orders
        case .lastOrder: Phrase.Profiles.lastOrder
        case .historic: Phrase.Profile.historic
        case .predicted: Phrase.Profile.predicted
        case .total: Phrase.Profile.total
        case .churn: Phrase.Profile.churnTitle
        case .likelihood: Phrase.Profiles.likelihood
        case .nextOrder: Phrase.Profiles.nextOrder
        case .averageOrder: Phrase.Profile.averageOrder
        case .atStake: Phrase.Answer.atStake
        case .lastActive: Phrase.Profiles.lastActive
        case .created: Phrase.Profiles.created
        case .customerID: Phrase.IdentityName.customerID
        }
    }
}
