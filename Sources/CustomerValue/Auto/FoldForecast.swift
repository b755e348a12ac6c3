import BuyTillYouDie
import Facts
import Foundation

/// What each model said on an earlier day, and what came; columns by the row of the buyer.
struct FoldForecast {
    let cutoff: ShopDay
    let horizon: Horizon
    let summaries: CustomerSummaries
    let buyers: Buyers
    let fits: [AnyPurchaseFit]
    private(set) var spend: SpendModel
    let ordersPerPurchaseDay: OrdersPerPurchaseDay
    /// P(alive), a row per model.
    private(set) var alive: [[Double]] = []
    /// Expected purchase days, a row per model.
    private(set) var expected: [[Double]] = []
    /// ln of the probability of the purchase days that came, a row per model.
    private(set) var logOutcome: [[Double]] = []
    /// Purchase days that came.
    private(set) var purchaseDays: [Double] = []
    /// Spend that came, major units.
    private(set) var value: [Double] = []
    /// Expected spend per purchase day, major units.
    private(set) var spendPerDay: [Double] = []

    var count: Int { buyers.customers.count }

    /// The half of all customers, 0 or 1, that each row belongs to: by the identifier, so that who comes later changes nothing.
    var halves: [Int] {
        buyers.customers.map { customer in summaries.customers.withBytes(of: customer) { Int($0.first ?? 0) & 1 } }
    }

    /// Fits all models as of a day; `nil` where nothing can be fitted.
    init?(_ sample: OrderSample, cutoff: ShopDay, horizonInDays: Int, recipe: AutoRecipe) {
        guard let summaries = try? sample.summaries(asOf: cutoff) else { return nil }
        let buyers = Buyers(summaries)
        guard buyers.customers.count >= 2, let fits = try? recipe.fitModels(buyers),
            let spend = try? recipe.fitSpend(summaries, limit: nil)
        else { return nil }
        self.cutoff = cutoff
        horizon = Horizon(days: horizonInDays)
        self.summaries = summaries
        self.buyers = buyers
        self.fits = fits
        self.spend = spend
        ordersPerPurchaseDay = OrdersPerPurchaseDay(summaries)
        let scale = Double(summaries.currency.minorUnitsPerMajor)
        let outcomes = sample.outcomes(after: cutoff, days: horizonInDays)
        for customer in buyers.customers.map({ Int($0) }) {
            purchaseDays.append(Double(outcomes.purchaseDays[customer]))
            value.append(Double(outcomes.minorUnits[customer]) / scale)
        }
        spendPerDay = Self.spendPerDay(spend, summaries, buyers)
        for fit in fits { add(fit.model) }
    }

    private static func spendPerDay(_ spend: SpendModel, _ summaries: CustomerSummaries, _ buyers: Buyers) -> [Double] {
        buyers.customers.map { customer in
            let observed = spend.observed(summaries, Int(customer))
            return spend.expectedSpend(count: observed.count, mean: observed.mean)
        }
    }

    /// The mean Tweedie loss of spend per purchase day on those who bought, by this fold's model or another.
    func spendLoss(_ other: SpendModel? = nil) -> Double {
        let perDay = other.map { Self.spendPerDay($0, summaries, buyers) } ?? spendPerDay
        let unit = max(spend.meanSpend, .leastNormalMagnitude)
        var sum = 0.0
        var buying = 0.0
        for row in 0..<count where purchaseDays[row] > 0 {
            sum += BoostedTrees.Loss.amounts.value(target: value[row] / unit, mean: purchaseDays[row] * perDay[row] / unit)
            buying += 1
        }
        return buying > 0 ? sum / buying : 0
    }

    /// Takes up another model of spend.
    mutating func take(_ other: SpendModel) {
        spend = other
        spendPerDay = Self.spendPerDay(other, summaries, buyers)
    }

    private mutating func add(_ model: any PurchaseModel) {
        let histories = buyers.histories
        let aliveOfGroup = model.probabilitiesAlive(histories)
        var alive = [Double](repeating: 0, count: count)
        var expected = alive
        var logOutcome = alive
        var frequency = -1
        var age = -1.0
        var ahead = 0.0
        var counts: [Double] = []
        for group in 0..<histories.count {
            let history = histories[group]
            if history.frequency != frequency || history.ageInWeeks != age {
                frequency = history.frequency
                age = history.ageInWeeks
                let outlook = model.outlook(frequency: frequency, ageInWeeks: age)
                ahead = outlook.expectedPurchases(withinWeeks: horizon.weeks)
                counts = outlook.purchaseCountDistribution(withinWeeks: horizon.weeks)
            }
            for place in buyers.members(ofGroup: group) {
                let row = Int(buyers.rowsByGroup[place])
                let came = Int(purchaseDays[row])
                alive[row] = aliveOfGroup[group]
                expected[row] = aliveOfGroup[group] * ahead
                let given = came < counts.count ? counts[came] : 0
                let probability = aliveOfGroup[group] * given + (came == 0 ? 1 - aliveOfGroup[group] : 0)
                logOutcome[row] = log(max(probability, 1e-12))
            }
        }
        self.alive.append(alive)
        self.expected.append(expected)
        self.logOutcome.append(logOutcome)
    }

    /// P(at least one order) of each row, with P(active) raised to a power and the rate of purchases multiplied by a factor of each row.
    func probabilityOfOrder(weights: [Double], activityPower: Double, logIntensity: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: count)
        var frequency = -1
        var age = -1.0
        var outlooks: [Outlook] = []
        let histories = buyers.histories
        for group in 0..<histories.count {
            let history = histories[group]
            if history.frequency != frequency || history.ageInWeeks != age {
                frequency = history.frequency
                age = history.ageInWeeks
                outlooks = fits.map { $0.model.outlook(frequency: frequency, ageInWeeks: age) }
            }
            var last = (logIntensity: Double.nan, probability: 0.0)
            for place in buyers.members(ofGroup: group) {
                let row = Int(buyers.rowsByGroup[place])
                let intensity = logIntensity[row]
                if intensity != last.logIntensity {
                    var sum = 0.0
                    var active = 0.0
                    for index in weights.indices {
                        let share = weights[index] * alive[index][row]
                        active += share
                        sum += share * outlooks[index].scaled(intensity: exp(intensity)).probabilityOfPurchase(withinWeeks: horizon.weeks)
                    }
                    last = (intensity, active > 0 ? sum * pow(active, activityPower - 1) : 0)
                }
                result[row] = last.probability
            }
        }
        return result
    }

    /// A column averaged over models.
    func mixed(_ column: [[Double]], _ weights: [Double]) -> [Double] {
        (0..<count).map { row in
            var sum = 0.0
            for index in weights.indices { sum += weights[index] * column[index][row] }
            return sum
        }
    }
}
