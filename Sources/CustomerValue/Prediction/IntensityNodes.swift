import BuyTillYouDie
import Foundation

/// What customers of one frequency and age have ahead of them at one intensity.
///
/// A class: whoever needs it holds it, and none of its tables is taken up and let go again for each customer.
final class IntensityNode: Sendable {
    let ahead: [Ahead]
    let nextOrder: NextOrder
    let spend: SpendRanges.Prepared

    init(ahead: [Ahead], nextOrder: NextOrder, spend: SpendRanges.Prepared) {
        self.ahead = ahead
        self.nextOrder = nextOrder
        self.spend = spend
    }
}

/// The same for members of one group: plain numbers.
struct GroupNode {
    /// Which group it was worked out for.
    var turn: UInt64 = 0
    var forecast = GroupForecaster.Forecast()
    /// Spend by scale at the two points; `nil` where members have their own.
    var points: SpendRanges.Points?
    /// The way from here to the next node; `nil` where it was not needed yet.
    var way: Way?

    /// What lies between two neighbouring nodes of a group.
    struct Way {
        private let probabilityOfOrder: Probability
        private let probabilityOfOrderInYear: Probability
        private let purchases: Rise
        private let purchasesInYear: Rise
        private let days: Rise

        init(_ lower: GroupForecaster.Forecast, _ upper: GroupForecaster.Forecast) {
            let active = lower.probabilityAlive
            probabilityOfOrder = Probability(lower.probabilityOfOrder, upper.probabilityOfOrder, active: active)
            purchases = Rise(lower.expectedPurchases, upper.expectedPurchases)
            days = Rise(lower.daysToNextOrder, upper.daysToNextOrder)
            probabilityOfOrderInYear = Probability(lower.probabilityOfOrderInYear, upper.probabilityOfOrderInYear, active: active)
            purchasesInYear = Rise(lower.expectedPurchasesInYear, upper.expectedPurchasesInYear)
        }

        /// The forecast a part of the way on.
        ///
        /// - Parameter isYear: whether the horizon is a year: then both are the same.
        func forecast(_ lower: GroupForecaster.Forecast, part: Double, isYear: Bool) -> GroupForecaster.Forecast {
            var forecast = lower
            forecast.probabilityOfOrder = probabilityOfOrder.at(part)
            // Interpolation must not undo that a mean counts second purchases too.
            forecast.expectedPurchases = max(forecast.probabilityOfOrder, purchases.at(part))
            if isYear {
                forecast.probabilityOfOrderInYear = forecast.probabilityOfOrder
                forecast.expectedPurchasesInYear = forecast.expectedPurchases
            } else {
                forecast.probabilityOfOrderInYear = probabilityOfOrderInYear.at(part)
                forecast.expectedPurchasesInYear = max(forecast.probabilityOfOrderInYear, purchasesInYear.at(part))
            }
            forecast.daysToNextOrder = days.at(part)
            return forecast
        }
    }

    /// From one amount to another by equal factors; 0 where either is.
    private struct Rise {
        private let start: Double
        private let logFactor: Double

        init(_ a: Double, _ b: Double) {
            let isPositive = a > 0 && b > 0
            start = isPositive ? a : 0
            logFactor = isPositive ? log(b / a) : 0
        }

        func at(_ part: Double) -> Double { start > 0 ? start * exp(part * logFactor) : 0 }
    }

    /// From one probability of an order to another. Given activity, it is nearly 1 - exp(-c intensity^k): linear in that form.
    private struct Probability {
        private let start: Double
        private let step: Double
        /// The probability of being active; `nil` where that form is none.
        private let active: Double?

        init(_ a: Double, _ b: Double, active: Double) {
            guard a > 0, b > a, b < active else {
                (start, step, self.active) = (a, b - a, nil)
                return
            }
            let low = log(-log1p(-a / active))
            let high = log(-log1p(-b / active))
            (start, step, self.active) = (low, high - low, active)
        }

        func at(_ part: Double) -> Double {
            let place = start + part * step
            return active.map { -$0 * expm1(-exp(place)) } ?? place
        }
    }
}
