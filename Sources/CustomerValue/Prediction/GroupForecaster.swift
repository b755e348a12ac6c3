import BuyTillYouDie
import Foundation

/// Forecasts of customers with equal frequency, recency and age.
///
/// Groups come sorted by frequency and age, so what does not depend on recency is kept from one group to the next.
struct GroupForecaster {
    /// What all members of a group share.
    struct Forecast {
        var expectedPurchases = 0.0
        var probabilityAlive = 0.0
        var probabilityOfOrder = 0.0
        var expectedPurchasesInYear = 0.0
        var probabilityOfOrderInYear = 0.0
        var daysToNextOrder: Int32 = 1
        var overdueAfterDays = Double.infinity
    }

    private let histories: PurchaseHistories
    private let models: [any PurchaseModel]
    private let weights: [Double]
    /// P(alive) of each group under each model.
    private let alive: [[Double]]
    private let horizon: Horizon
    /// Weight times P(alive) of each model, of the present group.
    private var shares: [Double]
    private var frequency = -1
    private var ageInWeeks = -1.0
    private var ahead: [Ahead] = []
    private var nextOrder: NextOrder?
    private var ranges: SpendRanges
    /// After how many days of silence a customer of the present frequency is overdue, by recency in days; 0 where not worked out yet.
    private var overdueAfter: [Double] = []

    init(_ model: PredictionModel, histories: PurchaseHistories, horizon: Horizon) {
        self.histories = histories
        self.horizon = horizon
        models = model.components.map(\.fit.model)
        weights = model.components.map(\.weight)
        alive = models.map { $0.probabilitiesAlive(histories) }
        shares = weights
        ranges = SpendRanges(model, histories: histories, alive: alive, horizon: horizon)
    }

    /// The forecast of a group, asked for in their order; afterwards ``spendRange(_:minorUnitsPerMajor:)`` answers for its members.
    mutating func forecast(ofGroup group: Int) -> Forecast {
        let history = histories[group]
        if history.frequency != frequency { overdueAfter.removeAll(keepingCapacity: true) }
        if history.frequency != frequency || history.ageInWeeks != ageInWeeks {
            frequency = history.frequency
            ageInWeeks = history.ageInWeeks
            let outlooks = models.map { $0.outlook(frequency: frequency, ageInWeeks: ageInWeeks) }
            ahead = outlooks.map { Ahead($0, horizon: horizon) }
            nextOrder = NextOrder(outlooks, horizon: horizon)
            ranges.prepare(frequency: frequency, ageInWeeks: ageInWeeks)
        }
        var forecast = Forecast()
        for index in weights.indices {
            let share = weights[index] * alive[index][group]
            let ahead = ahead[index]
            shares[index] = share
            forecast.probabilityAlive += share
            forecast.expectedPurchases += share * ahead.expectedPurchases
            forecast.probabilityOfOrder += share * ahead.probabilityOfPurchase
            forecast.expectedPurchasesInYear += share * ahead.expectedPurchasesInYear
            forecast.probabilityOfOrderInYear += share * ahead.probabilityOfPurchaseInYear
        }
        if let nextOrder {
            let days = nextOrder.quantileInWeeks(0.5, shares: shares) * 7
            forecast.daysToNextOrder = Int32(max(1, min(Double(horizon.days), days.rounded(.up))))
        }
        forecast.overdueAfterDays = overdueDays(history)
        ranges.prepare(group: group)
        return forecast
    }

    /// The 10 % and 90 % points of a member's spend in the horizon, in minor units.
    func spendRange(_ observed: (count: Int, mean: Double), minorUnitsPerMajor: Double) -> (low: Double, high: Double) {
        let range = ranges.range(observed)
        return (range.low * minorUnitsPerMajor, range.high * minorUnitsPerMajor)
    }

    /// The variance of a member's spend in the horizon, in squared minor units; `nil` where it is infinite.
    func spendVariance(_ observed: (count: Int, mean: Double), minorUnitsPerMajor: Double) -> Double? {
        ranges.variance(observed).map { $0 * minorUnitsPerMajor * minorUnitsPerMajor }
    }

    /// The 80 % point of the gap that was predicted on the day of the last order, given that a next order came within the horizon.
    private mutating func overdueDays(_ history: PurchaseHistory) -> Double {
        let recencyInDays = Int((history.recencyInWeeks * 7).rounded())
        if recencyInDays >= overdueAfter.count {
            overdueAfter.append(contentsOf: repeatElement(0, count: recencyInDays + 1 - overdueAfter.count))
        }
        if overdueAfter[recencyInDays] > 0 { return overdueAfter[recencyInDays] }
        let thatDay = PurchaseHistory(
            frequency: history.frequency, recencyInWeeks: history.recencyInWeeks, ageInWeeks: history.recencyInWeeks)
        let shares = zip(weights, models).map { $0 * $1.probabilityAlive(thatDay) }
        let outlooks = models.map { $0.outlook(frequency: thatDay.frequency, ageInWeeks: thatDay.ageInWeeks) }
        let weeks = NextOrder(outlooks, horizon: horizon).quantileInWeeks(0.8, shares: shares)
        let days = min(Double(horizon.days), max(.leastNormalMagnitude, weeks * 7))
        overdueAfter[recencyInDays] = days
        return days
    }
}
