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

    private var histories = PurchaseHistories([])
    private let models: [any PurchaseModel]
    private let weights: [Double]
    /// P(alive) of each group under each model.
    private var alive: [[Double]] = []
    let horizon: Horizon
    /// Weight times P(alive) of each model, of the present group.
    private(set) var shares: [Double]
    /// The frequency and age of the present group, and what customers of them have ahead under each model.
    private(set) var frequency = -1
    /// See ``frequency``.
    private(set) var ageInWeeks = -1.0
    /// See ``frequency``.
    private(set) var outlooks: [Outlook] = []
    /// Expected purchases under each model at the usual rate; empty where they were not needed yet.
    private var expectedAtUsualRate: [Double] = []
    /// By their place; those of the present frequency and age alone.
    private var nodes = [IntensityNode?](repeating: nil, count: Self.nodeCount)
    /// Which of them there are.
    private var placesOfNodes: [Int] = []
    /// By their place; those of the present turn alone.
    private var groupNodes = ContiguousArray(repeating: GroupNode(), count: Self.nodeCount)
    /// Counts the groups that were taken up.
    private var turn: UInt64 = 0
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
    /// Nodes reach so many steps to either side of the usual rate.
    private static let steps = 40
    private static let nodeCount = 2 * steps + 1

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
            expectedAtUsualRate.removeAll(keepingCapacity: true)
            for place in placesOfNodes { nodes[place] = nil }
            placesOfNodes.removeAll(keepingCapacity: true)
        }
        var active = 0.0
        for index in weights.indices {
            shares[index] = weights[index] * alive[index][group]
            active += shares[index]
        }
        activityFactor = activityPower != 1 && active > 0 ? pow(active, activityPower - 1) : 1
        for index in weights.indices { shares[index] *= activityFactor }
        turn += 1
    }

    /// What the models alone say of the present group, before any factor.
    mutating func base() -> (expectedPurchases: Double, probabilityAlive: Double) {
        if expectedAtUsualRate.isEmpty {
            for outlook in outlooks { expectedAtUsualRate.append(outlook.expectedPurchases(withinWeeks: horizon.weeks)) }
        }
        var expected = 0.0
        var alive = 0.0
        for index in weights.indices {
            expected += shares[index] * expectedAtUsualRate[index]
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

    /// The forecast of a member of the present group who buys at so many times the rate.
    mutating func forecast(logIntensity: Double) -> Forecast {
        let (node, part) = Self.place(logIntensity)
        takeUp(node)
        guard part > 0 else { return groupNodes[node].forecast }
        let way = way(from: node)
        return way.forecast(groupNodes[node].forecast, part: part, isYear: horizon.isYear)
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
        // Nodes are asked for first: else all ranges would be copied to be kept as they are meanwhile.
        let nodes = (at: self.node(node), after: part > 0 ? self.node(node + 1) : nil)
        guard let lower = ranges.variance(nodes.at.spend, observed) else { return nil }
        guard let upper = nodes.after.flatMap({ ranges.variance($0.spend, observed) }) else { return lower }
        return lower + part * (upper - lower)
    }

    /// P(a member spends more than an amount within the horizon), in major units.
    mutating func probabilityAbove(_ amount: Double, _ observed: (count: Int, mean: Double), logIntensity: Double) -> Double {
        let (node, part) = Self.place(logIntensity)
        let nodes = (at: self.node(node), after: part > 0 ? self.node(node + 1) : nil)
        let lower = ranges.survival(nodes.at.spend, amount, observed)
        guard let after = nodes.after else { return lower }
        return lower + part * (ranges.survival(after.spend, amount, observed) - lower)
    }

    /// The place of the node at or below a logarithm, and how far it lies towards the next.
    private static func place(_ logIntensity: Double) -> (node: Int, part: Double) {
        let place = min(max(logIntensity / step, -Double(steps)), Double(steps))
        let node = place.rounded(.down)
        let part = place - node
        return (Int(node) + steps, part < 1e-9 ? 0 : part)
    }

    private mutating func range(_ place: Int, _ observed: (count: Int, mean: Double)) -> (low: Double, high: Double) {
        takeUp(place)
        if let points = groupNodes[place].points { return ranges.range(points, observed) }
        let node = node(place)
        return ranges.range(node.spend, observed)
    }

    private mutating func way(from place: Int) -> GroupNode.Way {
        if let known = groupNodes[place].way { return known }
        takeUp(place + 1)
        let way = GroupNode.Way(groupNodes[place].forecast, groupNodes[place + 1].forecast)
        groupNodes[place].way = way
        return way
    }

    private mutating func node(_ place: Int) -> IntensityNode {
        if let known = nodes[place] { return known }
        let intensity = exp(Double(place - Self.steps) * Self.step)
        let scaled = outlooks.map { $0.scaled(intensity: intensity) }
        let node = IntensityNode(
            ahead: scaled.map { Ahead($0, horizon: horizon) }, nextOrder: NextOrder(scaled, horizon: horizon),
            spend: ranges.prepare(frequency: frequency, ageInWeeks: ageInWeeks, intensity: intensity))
        nodes[place] = node
        placesOfNodes.append(place)
        return node
    }

    /// Works out what the present group has at a node, unless that is done.
    private mutating func takeUp(_ place: Int) {
        if groupNodes[place].turn == turn { return }
        let node = node(place)
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
        groupNodes[place] = GroupNode(turn: turn, forecast: forecast, points: ranges.points(node.spend))
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
