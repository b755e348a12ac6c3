import Wording

/// What kinds of doing the activity is filtered by.
enum ActivityKind: String, CaseIterable, Sendable {
    case signIn = "sign-in"
    case access, customers, audience, settings, models, data

    var phrase: Phrase {
        switch self {
        case .signIn: Phrase.Activity.signIn
        case .access: Phrase.Activity.access
        case .customers: Phrase.Activity.customers
        case .audience: Phrase.Activity.audience
        case .settings: Phrase.Activity.settings
        case .models: Phrase.Activity.models
        case .data: Phrase.Activity.data
        }
    }

    /// What its actions begin with.
    var actions: [String] {
        switch self {
        case .signIn: ["sign-in"]
        case .access: ["user", "owner", "key"]
        case .customers: ["profile"]
        case .audience: ["list", "segment", "tag", "tag-group"]
        case .settings:
            [
                "settings", "exchange-rates", "retention", "rfm-settings", "rfm-model", "order-value-benchmark", "postal-codes",
                "mapped-metric", "custom-metric",
            ]
        case .models: ["model"]
        case .data: ["import", "export", "export-schedule"]
        }
    }
}
