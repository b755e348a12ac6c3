import BuyTillYouDie
import Foundation

/// Forecasts of customers with equal frequency, recency and age, at any intensity: so many times the rate of purchases that the models see.
///
/// Groups come sorted by frequency and age, so what does not depend on recency is kept from one group to the next. Intensities other than
/// those of the nodes, a quarter apart in their logarithm, are interpolated between two of them: to a few parts in ten thousand.
struct GroupForecaster {
    /// What all members of a group share.
    struct Forecast {
        var expectedPurchases = 0.0
        var probabilityAlive = 0.0
        var probabilityOfOrder = 0.0
        var expectedPurchasesInYear = 0.0
        var probabilityOfOrderInYear = 0.0
        var daysToNextOrder = 1.0
        var overdueAfterDays = Double.infinity
    }

    /// What customers of one frequency and age have ahead of them at one intensity.
    private struct Node {
        var ahead: [Ahead]
        var nextOrder: NextOrder
        var spend: SpendRanges.Prepared
    }

    /// The same for the present group.
    private struct GroupNode {
        var forecast: Forecast
        var points: SpendRanges.Points?
    }

    private var histories = PurchaseHistories([])
    private let models: [any PurchaseModel]
    private let weights: [Double]
    /// P(alive) of each group under each model.
    private var alive: [[Double]] = []
    let horizon: Horizon
    /// Weight times P(alive) of each model, of the present group.
    private var shares: [Double]
    private var frequency = -1
    private var ageInWeeks = -1.0
    private var outlooks: [Outlook] = []
    private var nodes: [Int: Node] = [:]
    private var groupNodes: [Int: GroupNode] = [:]
    private var overdueAfterDays = Double.infinity
    /// P(active) under the models is raised to this power; see ``AutoAdjustment``.
    private let activityPower: Double
    /// By how much that changes P(active) of the present group.
    private var activityFactor = 1.0
    private var ranges: SpendRanges
    /// After how many days of silence a customer of the present frequency is overdue, by recency in days; 0 where not worked out yet.
    private var overdueAfter: [Double] = []

    /// How far nodes of the logarithm of intensity are apart.
    private static let step = 0.25

    init(_ model: PredictionModel, histories: PurchaseHistories, horizon: Horizon) {
        self.init(model, horizon: horizon)
        take(histories)
    }

    /// A forecaster without customers yet; ``take(_:)`` brings them.
    init(_ model: PredictionModel, horizon: Horizon) {
        self.horizon = horizon
        models = model.components.map(\.fit.model)
        weights = model.components.map(\.weight)
        shares = weights
        activityPower = model.adjustment?.activityPower ?? 1
        ranges = SpendRanges(model, horizon: horizon)
    }

    /// Takes up other customers. What was worked out of earlier ones and depends on the model alone is kept.
    mutating func take(_ histories: PurchaseHistories) {
        self.histories = histories
        alive = models.map { $0.probabilitiesAlive(histories) }
        ranges.take(histories, alive: alive)
    }

    /// Takes up a group; groups are asked for in their order.
    mutating func prepare(group: Int) {
        prepareShares(group: group)
        ranges.prepare(group: group, activityFactor: activityFactor)
        overdueAfterDays = overdueDays(histories[group])
    }

    /// Takes up what ``base()`` and ``expectedPurchases(logIntensity:)`` need of a group.
    mutating func prepareShares(group: Int) {
        let history = histories[group]
        if history.frequency != frequency { overdueAfter.removeAll(keepingCapacity: true) }
        if history.frequency != frequency || history.ageInWeeks != ageInWeeks {
            frequency = history.frequency
            ageInWeeks = history.ageInWeeks
            outlooks = models.map { $0.outlook(frequency: frequency, ageInWeeks: ageInWeeks) }
            nodes.removeAll(keepingCapacity: true)
        }
        var active = 0.0
        for index in weights.indices {
            shares[index] = weights[index] * alive[index][group]
            active += shares[index]
        }
        activityFactor = activityPower != 1 && active > 0 ? pow(active, activityPower - 1) : 1
        for index in weights.indices { shares[index] *= activityFactor }
        groupNodes.removeAll(keepingCapacity: true)
    }

    /// What the models alone say of the present group, before any factor.
    func base() -> (expectedPurchases: Double, probabilityAlive: Double) {
        var expected = 0.0
        var alive = 0.0
        for index in weights.indices {
            expected += shares[index] * outlooks[index].expectedPurchases(withinWeeks: horizon.weeks)
            alive += shares[index]
        }
        return (expected / activityFactor, alive / activityFactor)
    }

    /// Expected purchases of a member of the present group, exactly.
    func expectedPurchases(logIntensity: Double) -> Double {
        let intensity = exp(logIntensity)
        var sum = 0.0
        for index in shares.indices {
            sum += shares[index] * outlooks[index].scaled(intensity: intensity).expectedPurchases(withinWeeks: horizon.weeks)
        }
        return sum
    }

    /// The frequency and age of the present group, and what customers of them have ahead under each model.
    var present: (frequency: Int, ageInWeeks: Double, outlooks: [Outlook]) { (frequency, ageInWeeks, outlooks) }

    /// The probability of being active under each model times its weight, of the present group.
    var activeShares: [Double] { shares }

    /// The forecast of a member of the present group who buys at so many times the rate.
    mutating func forecast(logIntensity: Double) -> Forecast {
        let (node, part) = Self.place(logIntensity)
        let lower = groupNode(node).forecast
        guard part > 0 else { return lower }
        let upper = groupNode(node + 1).forecast
        func geometric(_ a: Double, _ b: Double) -> Double { a > 0 && b > 0 ? a * exp(part * log(b / a)) : 0 }
        // Given activity, P(order) is nearly 1 - exp(-c intensity^k): linear in that form.
        let active = lower.probabilityAlive
        func probability(_ a: Double, _ b: Double) -> Double {
            guard a > 0, b > a, b < active else { return a + part * (b - a) }
            let low = log(-log1p(-a / active))
            let high = log(-log1p(-b / active))
            return -active * expm1(-exp(low + part * (high - low)))
        }
        var forecast = lower
        forecast.probabilityOfOrder = probability(lower.probabilityOfOrder, upper.probabilityOfOrder)
        forecast.probabilityOfOrderInYear = probability(lower.probabilityOfOrderInYear, upper.probabilityOfOrderInYear)
        // Interpolation must not undo that a mean counts second purchases too.
        forecast.expectedPurchases = max(forecast.probabilityOfOrder, geometric(lower.expectedPurchases, upper.expectedPurchases))
        forecast.expectedPurchasesInYear = max(
            forecast.probabilityOfOrderInYear, geometric(lower.expectedPurchasesInYear, upper.expectedPurchasesInYear))
        forecast.daysToNextOrder = geometric(lower.daysToNextOrder, upper.daysToNextOrder)
        return forecast
    }

    /// The 10 % and 90 % points of a member's spend in the horizon, in major units.
    mutating func spendRange(_ observed: (count: Int, mean: Double), logIntensity: Double) -> (low: Double, high: Double) {
        let (node, part) = Self.place(logIntensity)
        let lower = range(node, observed)
        guard part > 0 else { return lower }
        let upper = range(node + 1, observed)
        return (lower.low + part * (upper.low - lower.low), lower.high + part * (upper.high - lower.high))
    }

    /// The variance of a member's spend in the horizon, in squared major units; `nil` where it is infinite.
    mutating func spendVariance(_ observed: (count: Int, mean: Double), logIntensity: Double) -> Double? {
        let (node, part) = Self.place(logIntensity)
        guard let lower = ranges.variance(self.node(node).spend, observed) else { return nil }
        guard part > 0, let upper = ranges.variance(self.node(node + 1).spend, observed) else { return lower }
        return lower + part * (upper - lower)
    }

    /// P(a member spends more than an amount within the horizon), in major units.
    mutating func probabilityAbove(_ amount: Double, _ observed: (count: Int, mean: Double), logIntensity: Double) -> Double {
        let (node, part) = Self.place(logIntensity)
        let lower = ranges.survival(self.node(node).spend, amount, observed)
        guard part > 0 else { return lower }
        return lower + part * (ranges.survival(self.node(node + 1).spend, amount, observed) - lower)
    }

    /// The node at or below a logarithm, and how far it lies towards the next.
    private static func place(_ logIntensity: Double) -> (node: Int, part: Double) {
        let place = min(max(logIntensity / step, -40), 40)
        let node = place.rounded(.down)
        let part = place - node
        return (Int(node), part < 1e-9 ? 0 : part)
    }

    private mutating func range(_ node: Int, _ observed: (count: Int, mean: Double)) -> (low: Double, high: Double) {
        ranges.range(self.node(node).spend, points: groupNode(node).points, observed)
    }

    private mutating func node(_ number: Int) -> Node {
        if let known = nodes[number] { return known }
        let intensity = exp(Double(number) * Self.step)
        let scaled = outlooks.map { $0.scaled(intensity: intensity) }
        let node = Node(
            ahead: scaled.map { Ahead($0, horizon: horizon) }, nextOrder: NextOrder(scaled, horizon: horizon),
            spend: ranges.prepare(frequency: frequency, ageInWeeks: ageInWeeks, intensity: intensity))
        nodes[number] = node
        return node
    }

    private mutating func groupNode(_ number: Int) -> GroupNode {
        if let known = groupNodes[number] { return known }
        let node = node(number)
        var forecast = Forecast()
        for index in weights.indices {
            let share = shares[index]
            let ahead = node.ahead[index]
            forecast.probabilityAlive += share
            forecast.expectedPurchases += share * ahead.expectedPurchases
            forecast.probabilityOfOrder += share * ahead.probabilityOfPurchase
            forecast.expectedPurchasesInYear += share * ahead.expectedPurchasesInYear
            forecast.probabilityOfOrderInYear += share * ahead.probabilityOfPurchaseInYear
        }
        forecast.daysToNextOrder = node.nextOrder.quantileInWeeks(0.5, shares: shares) * 7
        forecast.overdueAfterDays = overdueAfterDays
        let made = GroupNode(forecast: forecast, points: ranges.points(node.spend))
        groupNodes[number] = made
        return made
    }

    /// The 80 % point of the gap that was predicted on the day of the last order, given that a next order came within a year.
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
        let year = Horizon(days: Horizon.yearInDays)
        let weeks = NextOrder(outlooks, horizon: year).quantileInWeeks(0.8, shares: shares)
        let days = min(Double(year.days), max(.leastNormalMagnitude, weeks * 7))
        overdueAfter[recencyInDays] = days
        return days
    }
}
