import BuyTillYouDie
import Foundation

/// What all customers together are expected to buy and spend up to a day ahead.
public struct CourseTotals: Sendable, Equatable {
    /// Days from the as-of day.
    public var days: Int
    /// Orders up to then.
    public var orders: Double
    /// Spend up to then, in minor units.
    public var minorUnits: Double
}

/// Adds up the course of all customers' purchases over the horizon.
///
/// Given activity, customers of one frequency and age share their course; it is worked out once for each and weighted by what they buy and
/// spend. The sums are then brought to the totals of the horizon, which hold each customer's own intensity exactly.
struct Course {
    private let days: [Int]
    private var frequency = -1
    private var ageInWeeks = -1.0
    private var outlooks: [Outlook] = []
    /// Weights of the present frequency and age, by model.
    private var orderWeights: [Double]
    private var spendWeights: [Double]
    private var orders: [Double]
    private var minorUnits: [Double]

    init(days: [Int], model: PredictionModel) {
        self.days = days
        let models = model.components.count
        orderWeights = [Double](repeating: 0, count: models)
        spendWeights = orderWeights
        orders = [Double](repeating: 0, count: days.count)
        minorUnits = orders
    }

    /// Takes up the frequency and age of a group, and what customers of them have ahead under each model.
    mutating func take(frequency: Int, ageInWeeks: Double, outlooks: [Outlook]) {
        guard !days.isEmpty, frequency != self.frequency || ageInWeeks != self.ageInWeeks else { return }
        close()
        (self.frequency, self.ageInWeeks, self.outlooks) = (frequency, ageInWeeks, outlooks)
    }

    /// Adds a customer of the group that was taken up.
    ///
    /// - Parameter shares: the probability of being active under each model times its weight.
    mutating func add(shares: [Double], logIntensity: Double, ordersPerDay: Double, minorUnitsPerDay: Double) {
        guard !days.isEmpty else { return }
        let intensity = exp(logIntensity)
        for index in shares.indices {
            orderWeights[index] += shares[index] * intensity * ordersPerDay
            spendWeights[index] += shares[index] * intensity * minorUnitsPerDay
        }
    }

    private mutating func close() {
        for (index, outlook) in outlooks.enumerated() {
            for place in days.indices {
                let expected = outlook.expectedPurchases(withinWeeks: Double(days[place]) / 7)
                orders[place] += orderWeights[index] * expected
                minorUnits[place] += spendWeights[index] * expected
            }
            orderWeights[index] = 0
            spendWeights[index] = 0
        }
    }

    /// The totals up to each day, brought to those of the horizon (the last day, where it is the horizon).
    mutating func totals(orders all: ContiguousArray<Double>, minorUnits value: ContiguousArray<Int64>, horizonInDays: Int)
        -> [CourseTotals]
    {
        guard days.last == horizonInDays else { return [] }
        close()
        var ordersInAll = 0.0
        for number in all { ordersInAll += number }
        var valueInAll = 0.0
        for amount in value { valueInAll += Double(amount) }
        let orderFactor = orders.last.map { $0 > 0 ? ordersInAll / $0 : 0 } ?? 0
        let valueFactor = minorUnits.last.map { $0 > 0 ? valueInAll / $0 : 0 } ?? 0
        return days.indices.map {
            CourseTotals(days: days[$0], orders: orders[$0] * orderFactor, minorUnits: minorUnits[$0] * valueFactor)
        }
    }
}
