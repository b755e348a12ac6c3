import CustomerValue
import Facts
import JSON
import Population

/// Writes figures as JSON; amounts in major units.
struct FigureWriter {
    private let figures: ProfileFigures
    private let currency: Currency

    init(_ figures: ProfileFigures, _ currency: Currency) {
        self.figures = figures
        self.currency = currency
    }

    /// All of them but those of classes, as an object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("members", figures.members)
            json.key("historic")
            writeHistoric(to: &json)
            json.key("predicted")
            writePredicted(to: &json)
        }
    }

    func writeHistoric(to json: inout JSONWriter) {
        json.object { json in
            json.member("members", figures.withHistory)
            json.member("customers", figures.customers)
            json.member("orders", figures.orders)
            json.member("revenue", amount(Double(figures.historicMinorUnits)))
            json.member("average_historic_clv", amount(figures.averageHistoricMinorUnits))
            json.member("average_order_value", amount(figures.averageOrderMinorUnits))
            json.member("mean_of_customers_average_order_values", amount(figures.meanOfAverageOrderMinorUnits))
        }
    }

    /// What is expected; `null` where nobody has a prediction.
    func writePredicted(to json: inout JSONWriter) {
        guard figures.predicted > 0 else { return json.null() }
        let range = figures.predictedRangeMinorUnits
        json.object { json in
            json.member("members", figures.predicted)
            json.member("average_predicted_clv", amount(figures.averagePredictedMinorUnits))
            json.member("average_total_clv", amount(figures.averageTotalMinorUnits))
            json.member("predicted_clv", amount(Double(figures.predictedMinorUnits)))
            json.member("predicted_clv_low", amount(range.map { Double($0.lowerBound) }))
            json.member("predicted_clv_high", amount(range.map { Double($0.upperBound) }))
            json.member("predicted_number_of_orders", figures.predictedOrders)
            json.member("average_churn_probability", figures.averageChurnProbability)
            json.member("expected_returning_customers", figures.expectedReturningCustomers)
            json.member("sum_of_probability_of_order", figures.sumOfProbabilityOfOrder)
            json.member("money_at_stake", amount(figures.atStakeMinorUnits))
            json.member("overdue", figures.overdue)
        }
    }

    func writeChurn(to json: inout JSONWriter) {
        json.object { json in
            for (risk, count) in figures.mix.byChurnRisk { json.member(risk.rawValue, count) }
            json.array("tenths") { json in for count in figures.mix.churnTenths { json.int(count) } }
        }
    }

    static func write(_ counts: [(name: String, count: Int)], to json: inout JSONWriter) {
        json.object { json in for (name, count) in counts { json.member(name, count) } }
    }

    private func amount(_ minorUnits: Double?) -> Double? { minorUnits.map { $0 / Double(currency.minorUnitsPerMajor) } }
}
