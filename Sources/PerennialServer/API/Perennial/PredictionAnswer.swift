import CustomerValue
import Facts
import JSON
import Population
import Shop

/// A person's numbers of today, with their horizon, ranges, reasons and model; or why there are none.
struct PredictionAnswer: Sendable {
    static let attributes: [Schema.Property] = [
        .init("as_of", .nullable(.text)), .init("currency", .text), .init("horizon_days", .nullable(.integer())),
        .init("historic", .anyObject), .init("predicted", .nullable(.anyObject)), .init("rfm", .nullable(.anyObject)),
        .init("reason", .nullable(.anyObject)), .init("missing", .nullable(.anyObject)),
    ]

    /// Why nothing is predicted.
    private enum Missing: String {
        /// The person objected to being profiled.
        case objected
        /// There was never an order.
        case noOrder = "no_order"
        /// There are orders, but all are dated in the future.
        case orderAhead = "order_in_future"
        /// There are orders, but all are in a currency without a rate.
        case heldAside = "held_aside"
        /// Every order was given back or called off.
        case noPurchase = "no_purchase"
        /// The shop has too little to predict anything; the conditions say what is short.
        case shopNotEligible = "shop_not_eligible"
        /// A model is being fitted, or could not be.
        case noModel = "no_model"
    }

    /// The number of the model; `nil` without a prediction.
    let model: UInt32?
    private let score: CustomerScore?
    private let rfm: CustomerScore.RFM?
    private let currency: Currency
    private let horizonInDays: Int?
    private let reason: Reason?
    private let missing: Missing?
    private let conditions: [ConditionAnswer]
    private let failure: String?

    init(of profile: ProfileNumber, _ shop: Shop) {
        let standing = shop.models.standing
        let (score, rfm, hasObjected, currency) = shop.read { population in
            (population.scores[profile], population.rfmScores(of: profile), population.hasObjected(profile), population.currency)
        }
        self.rfm = rfm
        self.score = score
        self.currency = currency
        let isPredicted = score?.prediction != nil
        model = isPredicted ? standing.number : nil
        horizonInDays = isPredicted ? standing.model?.horizonInDays : nil
        reason = isPredicted ? shop.models.reason(of: profile, shop) : nil
        if isPredicted {
            missing = nil
        } else if hasObjected {
            missing = .objected
        } else if let score {
            missing = score.numberOfOrders == 0 ? .noPurchase : standing.eligibility?.isEligible == true ? .noModel : .shopNotEligible
        } else {
            let orders = shop.read { $0.orderStandings(of: profile) }.filter(\.isCounted)
            let endOfToday = shop.settings.timeZone.lastSecond(of: shop.today)
            let hasPast = orders.contains { $0.at.secondsSince1970 <= endOfToday }
            missing = orders.isEmpty ? .noOrder : hasPast ? .heldAside : .orderAhead
        }
        conditions = missing == .shopNotEligible ? EligibilityRoutes.findings(standing.eligibility, shop.settings).filter { !$0.isMet } : []
        failure = missing == .noModel ? standing.failure?.words : nil
    }

    func write(to attributes: inout AttributeWriter) {
        attributes.member("as_of", score?.asOf.description)
        attributes.member("currency", currency.code)
        attributes.member("horizon_days", horizonInDays)
        attributes.value("historic") { writeHistoric(to: &$0) }
        attributes.value("predicted") { json in
            if let prediction = score?.prediction { write(prediction, to: &json) } else { json.null() }
        }
        attributes.value("rfm") { json in
            guard let rfm else { return json.null() }
            json.object { json in
                json.member("recency", rfm.recency)
                json.member("frequency", rfm.frequency)
                json.member("monetary", rfm.monetary)
                json.member("group", rfm.group.rawValue)
            }
        }
        attributes.value("reason") { json in if let reason { reason.write(to: &json) } else { json.null() } }
        attributes.value("missing") { json in
            guard let missing else { return json.null() }
            json.object { json in
                json.member("why", missing.rawValue)
                json.member("failure", failure)
                json.array("conditions") { json in for condition in conditions { condition.write(to: &json) } }
            }
        }
    }

    private func writeHistoric(to json: inout JSONWriter) {
        json.object { json in
            json.member("number_of_orders", score?.numberOfOrders ?? 0)
            json.member("clv", amount(score?.historicMinorUnits ?? 0))
            json.member("average_order_value", score?.averageOrderMinorUnits.map { $0 / Double(currency.minorUnitsPerMajor) })
            json.member("average_days_between_orders", score?.averageDaysBetweenOrders)
            json.member("first_order_at", score?.firstOrder.map { Timestamp.text($0) })
            json.member("last_order_at", score?.lastOrder.map { Timestamp.text($0) })
        }
    }

    private func write(_ prediction: CustomerScore.Prediction, to json: inout JSONWriter) {
        json.object { json in
            json.member("number_of_orders", prediction.numberOfOrders)
            json.member("clv", amount(prediction.clvMinorUnits))
            json.member("clv_low", amount(prediction.clvLowMinorUnits))
            json.member("clv_high", amount(prediction.clvHighMinorUnits))
            json.member("total_clv", (score?.totalMinorUnits).map { amount($0) })
            json.member("churn_probability", prediction.churnProbability)
            json.member("probability_of_order", prediction.probabilityOfOrder)
            json.member("expected_date_of_next_order", prediction.expectedDateOfNextOrder.description)
            json.member("overdue", prediction.isOverdue)
            json.member("clv_category", prediction.clvClass.rawValue)
            json.member("purchase_likelihood", prediction.likelihoodClass.rawValue)
        }
    }

    private func amount(_ minorUnits: Int64) -> Double { Double(minorUnits) / Double(currency.minorUnitsPerMajor) }
}
