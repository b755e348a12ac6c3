import Facts
import Population

/// What a customer did and is expected to do, as `predictive_analytics` shows it: money in major units, null wherever nothing is known.
struct ProfilePredictions: Sendable {
    private let score: CustomerScore?
    private let minorUnits: Double

    init(_ score: CustomerScore?, currency: Currency) {
        self.score = score
        minorUnits = Double(currency.minorUnitsPerMajor)
    }

    func write(to attributes: inout AttributeWriter) {
        attributes.object("predictive_analytics") { fields in
            let prediction = score?.prediction
            fields.member("historic_clv", amount(score?.historicMinorUnits))
            fields.member("predicted_clv", amount(prediction?.clvMinorUnits))
            fields.member("total_clv", amount(score?.totalMinorUnits))
            fields.member("historic_number_of_orders", score?.numberOfOrders)
            fields.member("predicted_number_of_orders", prediction?.numberOfOrders)
            fields.member("average_days_between_orders", score?.averageDaysBetweenOrders)
            fields.member("average_order_value", score?.averageOrderMinorUnits.map { $0 / minorUnits })
            fields.member("churn_probability", prediction?.churnProbability)
            // A day of the shop has no time; it is written as its midnight, whatever the zone, so that the day reads the same everywhere.
            fields.member("expected_date_of_next_order", (prediction?.expectedDateOfNextOrder).map { "\($0)T00:00:00+00:00" })
            // Which channel works best for somebody is not measured, and not guessed.
            fields.member("ranked_channel_affinity", nil as String?)
        }
    }

    private func amount(_ value: Int64?) -> Double? { value.map { Double($0) / minorUnits } }
}
