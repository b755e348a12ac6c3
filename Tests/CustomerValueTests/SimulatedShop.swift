import BuyTillYouDie
import Facts
import Testing

@testable import CustomerValue

/// A shop whose truth is known: customers drawn from Pareto/NBD and gamma-gamma, and what they do in the year after the as-of day.
struct SimulatedShop {
    var summaries: CustomerSummaries
    /// Orders and spend (minor units) of each customer in the 365 days after the as-of day.
    var futureOrders: [Int]
    var futureMinorUnits: [Int64]

    static let asOf = ShopDay(daysSince1970: 19_800)

    init(customers: Int, seed: UInt64, change: (inout SummaryOptions) -> Void = { _ in }) throws {
        var generator = SeededGenerator(seed: seed)
        let model = try #require(ParetoNBD(parameters: [0.75, 52.0 / 7, 0.65, 110.0 / 7]))
        let spend = try #require(GammaGamma(parameters: [4, 3.5, 37.5]))
        var book = OrderBook()
        futureOrders = []
        futureMinorUnits = []
        for number in 0..<customers {
            let age = 40 + Int(generator.next() % 700)
            // One customer's whole life from a fresh start: ages of zero leave every repeat purchase in the future.
            let life = model.simulate(customers: 1, ageInWeeks: 0, horizonInWeeks: Double(age + 365) / 7, using: &generator)
            let times = life.futurePurchasesInWeeks[0].map { Int($0 * 7) }
            let amounts = spend.simulate(purchases: [times.count + 1], using: &generator)[0].map { max(1, Int64($0 * 100)) }
            var orders = 0
            var spent: Int64 = 0
            for (index, day) in ([0] + times).enumerated() {
                if day <= age {
                    book.order("c\(number)", Self.asOf.advanced(byDays: day - age).description, Double(amounts[index]) / 100)
                } else {
                    orders += 1
                    spent += amounts[index]
                }
            }
            futureOrders.append(orders)
            futureMinorUnits.append(spent)
        }
        summaries = try book.summaries {
            $0.asOf = Self.asOf
            change(&$0)
        }
    }
}

extension PredictionModel {
    /// The same model with ranges from chance alone.
    var withoutParameterError: PredictionModel {
        PredictionModel(
            choice: choice, components: components, spend: spend, ordersPerPurchaseDay: ordersPerPurchaseDay, includesParameterError: false)
    }
}
