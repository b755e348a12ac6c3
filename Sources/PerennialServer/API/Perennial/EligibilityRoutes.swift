import CustomerValue
import Facts
import HTTPTypes
import JSON
import Shop

/// GET /api/perennial/eligibility: whether there is enough to predict, condition by condition: what is there, what is needed, what is short.
struct EligibilityRoutes: RouteGroup {
    let shop: Shop

    private static let fields = ["id", "eligible", "as_of", "minimum_customers", "conditions", "predicts", "failure"]

    private static let schema = Schema.resource(
        "eligibility", id: true,
        attributes: [
            .init("eligible", .bool), .init("as_of", .nullable(.text)), .init("minimum_customers", .integer(least: 1)),
            .init("predicts", .bool), .init("failure", .nullable(.text)), .init("conditions", .array(of: condition)),
        ])
    private static let condition = Schema.object([
        .init("condition", .oneOf(Eligibility.Condition.allCases.map(\.rawValue))), .init("found", .nullable(.integer())),
        .init("needed", .integer()), .init("needed_is", .oneOf(["at_least", "at_most"])), .init("missing", .nullable(.integer())),
        .init("met", .bool), .init("required", .bool),
    ])

    var routes: [Route] {
        [
            Route(
                .get, "/api/perennial/eligibility", "Get Eligibility for Predictions", access: .key(.perennialRead), rate: .large,
                query: QueryRules(fields: ["eligibility": Self.fields]), answers: [.document(.ok, Self.schema)], handler: answer)
        ]
    }

    private func answer(_ request: APIRequest) async throws -> APIResponse {
        let standing = shop.models.standing
        let settings = shop.settings
        return request.document { document in
            document.one { resources in
                resources.resource("eligibility", id: "shop", path: "/api/perennial/eligibility") { resource in
                    resource.attributes { attributes in
                        attributes.member("eligible", standing.eligibility?.isEligible ?? false)
                        attributes.member("as_of", standing.scoredAsOf?.description)
                        attributes.member("minimum_customers", settings.minimumCustomers)
                        attributes.value("conditions") { json in
                            json.array { json in
                                for finding in Self.findings(standing.eligibility, settings) { finding.write(to: &json) }
                            }
                        }
                        attributes.member("predicts", standing.hasPredictions)
                        attributes.member("failure", standing.failure?.words)
                    }
                }
            }
        }
    }

    /// The conditions as found; those of a shop without any order before there is something to count.
    static func findings(_ eligibility: Eligibility?, _ settings: ShopSettings) -> [ConditionAnswer] {
        if let eligibility { return eligibility.findings.map { ConditionAnswer($0) } }
        return Eligibility.Condition.allCases.map { condition in
            let needed: Int =
                switch condition {
                case .customers: settings.minimumCustomers
                case .orderSource, .customersWithThreeOrders: 1
                case .historyDays: 180
                case .daysSinceLastOrder: 30
                }
            let isRequired = condition == .customers || condition == .orderSource
            return ConditionAnswer(
                condition: condition, found: condition == .daysSinceLastOrder ? nil : 0, needed: needed,
                missing: condition == .daysSinceLastOrder ? nil : needed, isMet: false,
                isRequired: isRequired || settings.minimumCustomers >= Eligibility.standardMinimumCustomers)
        }
    }
}

/// A condition as answers show it.
struct ConditionAnswer: Sendable {
    let condition: Eligibility.Condition
    /// `nil` where there is nothing to count from: no last order.
    let found: Int?
    let needed: Int
    let missing: Int?
    let isMet: Bool
    let isRequired: Bool

    init(condition: Eligibility.Condition, found: Int?, needed: Int, missing: Int?, isMet: Bool, isRequired: Bool) {
        self.condition = condition
        self.found = found
        self.needed = needed
        self.missing = missing
        self.isMet = isMet
        self.isRequired = isRequired
    }

    init(_ finding: Eligibility.Finding) {
        self.init(
            condition: finding.condition, found: finding.found, needed: finding.needed, missing: finding.missing, isMet: finding.isMet,
            isRequired: finding.isRequired)
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("condition", condition.rawValue)
            json.member("found", found)
            json.member("needed", needed)
            json.member("needed_is", condition == .daysSinceLastOrder ? "at_most" : "at_least")
            json.member("missing", missing)
            json.member("met", isMet)
            json.member("required", isRequired)
        }
    }
}

extension PredictionFailure {
    /// The failure in a sentence.
    var words: String {
        switch self {
        case .noPurchases: "Nobody has a purchase."
        case .noFit(let reason): "No model could be fitted: \(reason)."
        case .noSpend: "Every order has the value zero: orders could be predicted, money not."
        }
    }
}
