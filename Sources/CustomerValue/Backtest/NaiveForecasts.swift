import Facts
import Foundation

/// Forecasts that need no model: what every model has to beat.
enum NaiveForecast: String, CaseIterable {
    /// Nobody buys again: hard to beat in absolute error where most buy once, and of no use.
    case zero = "naive-zero"
    /// Everybody goes on at the rate of their past.
    case rate = "naive-rate"
    /// Everybody does what they did in as many days before the cutoff.
    case lastPeriod = "naive-last-period"

    /// Orders, value in major units and P(order) of a customer.
    func predict(
        _ summaries: CustomerSummaries, _ customer: Int, recent: Outcomes, horizonInDays: Int
    ) -> (orders: Double, value: Double, probability: Double) {
        let scale = Double(summaries.currency.minorUnitsPerMajor)
        switch self {
        case .zero: return (0, 0, 0)
        case .rate:
            let share = Double(horizonInDays) / Double(summaries.ageInDays[customer] + 1)
            let orders = Double(summaries.numberOfOrders[customer]) * share
            return (orders, Double(summaries.purchasesMinorUnits(customer)) / scale * share, -expm1(-orders))
        case .lastPeriod:
            let orders = Double(recent.orders[customer])
            return (orders, Double(recent.minorUnits[customer]) / scale, orders > 0 ? 1 : 0)
        }
    }
}
