import CustomerValue
import Facts
import JSON
import Journal
import Population
import Shop

/// A person's numbers as they stood at the end of a day.
struct PastPrediction {
    static let attributes: [Schema.Property] = [
        .init("day", .text), .init("historic_number_of_orders", .integer()), .init("historic_clv", .number()),
        .init("predicted_number_of_orders", .nullable(.number())), .init("predicted_clv", .nullable(.number())),
        .init("predicted_clv_low", .nullable(.number())), .init("predicted_clv_high", .nullable(.number())),
        .init("churn_probability", .nullable(.number())), .init("probability_of_order", .nullable(.number())),
        .init("clv_category", .nullable(.text)), .init("purchase_likelihood", .nullable(.text)), .init("rfm", .nullable(.anyObject)),
        .init("todays_model", .nullable(.anyObject)),
    ]

    let day: ShopDay
    let record: PredictionRecord
    /// What today's model says of that day; `nil` where it says nothing.
    let today: PastOutlook?

    func write(to resources: inout ResourceListWriter, _ currency: Currency, _ ids: PublicIDs) {
        let forecast = record.forecast
        func amount(_ minorUnits: Int64) -> Double { Double(minorUnits) / Double(currency.minorUnitsPerMajor) }
        resources.resource("past-prediction", id: "\(ids.id(record.profile)).\(day)") { resource in
            resource.attributes { attributes in
                attributes.member("day", day.description)
                attributes.member("historic_number_of_orders", record.historicNumberOfOrders)
                attributes.member("historic_clv", amount(record.historicCLV))
                attributes.member("predicted_number_of_orders", forecast?.numberOfOrders)
                attributes.member("predicted_clv", (forecast?.clv).map { amount($0) })
                attributes.member("predicted_clv_low", (forecast?.clvLow).map { amount($0) })
                attributes.member("predicted_clv_high", (forecast?.clvHigh).map { amount($0) })
                attributes.member("churn_probability", forecast?.churnProbability)
                attributes.member("probability_of_order", forecast?.probabilityOfOrder)
                attributes.member("clv_category", ClassCode.value(record.classes.clv)?.rawValue)
                attributes.member("purchase_likelihood", ClassCode.value(record.classes.likelihood)?.rawValue)
                attributes.value("rfm") { json in
                    guard record.rfm.recency > 0 else { return json.null() }
                    json.object { json in
                        json.member("recency", record.rfm.recency)
                        json.member("frequency", record.rfm.frequency)
                        json.member("monetary", record.rfm.monetary)
                    }
                }
                attributes.value("todays_model") { json in
                    guard let today else { return json.null() }
                    json.object { json in today.prediction.write(to: &json, currency) }
                }
            }
            resource.model(record.model == 0 ? nil : ids.id(.model, record.model))
        }
    }
}

extension CustomerScore.Prediction {
    /// The members of an object.
    func write(to json: inout JSONWriter, _ currency: Currency) {
        func amount(_ minorUnits: Int64) -> Double { Double(minorUnits) / Double(currency.minorUnitsPerMajor) }
        json.member("predicted_number_of_orders", numberOfOrders)
        json.member("predicted_clv", amount(clvMinorUnits))
        json.member("predicted_clv_low", amount(clvLowMinorUnits))
        json.member("predicted_clv_high", amount(clvHighMinorUnits))
        json.member("churn_probability", churnProbability)
        json.member("probability_of_order", probabilityOfOrder)
        json.member("clv_category", clvClass.rawValue)
        json.member("purchase_likelihood", likelihoodClass.rawValue)
    }
}
