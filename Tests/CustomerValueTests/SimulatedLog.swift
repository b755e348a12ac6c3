import BuyTillYouDie
import Facts
import Testing

@testable import CustomerValue

/// A shop's log drawn from Pareto/NBD and gamma-gamma, with a season and a beginning of its own choice, and what came after it.
struct SimulatedLog {
    /// What is drawn.
    struct Plan {
        var customers = 150
        var seed: UInt64 = 1
        /// Days before the as-of day on which a customer begins.
        var begins: (_ customer: Int, _ generator: inout SeededGenerator) -> Int = { _, generator in 20 + Int(generator.next() % 900) }
        /// So many times the rate on a day, counted from the as-of day; at most ``most``.
        var factor: (_ daysAfterAsOf: Int) -> Double = { _ in 1 }
        var most = 1.0
        /// Orders so many days before the as-of day, and earlier ones, are not in the log.
        var logBeginsDaysBefore = Int.max
        /// r, alpha, s, beta, in weeks.
        var parameters = [0.8, 52.0 / 7, 0.5, 160.0 / 7]
        /// Days after the as-of day that are drawn too.
        var futureInDays = 91
    }

    static let asOf = ShopDay(daysSince1970: 19_800)
    var book = OrderBook()
    /// Purchase days after the as-of day of those who are in the log by then.
    var futureOrders = 0

    init(_ plan: Plan) throws {
        var generator = SeededGenerator(seed: plan.seed)
        var parameters = plan.parameters
        parameters[1] /= plan.most
        let model = try #require(ParetoNBD(parameters: parameters))
        let spend = try #require(GammaGamma(parameters: [4, 3.5, 37.5]))
        for number in 0..<plan.customers {
            let age = plan.begins(number, &generator)
            let life = model.simulate(customers: 1, ageInWeeks: 0, horizonInWeeks: Double(age + plan.futureInDays) / 7, using: &generator)
            let days = [0] + life.futurePurchasesInWeeks[0].map { Int($0 * 7) }
            let amounts = spend.simulate(purchases: [days.count], using: &generator)[0]
            var isKnown = false
            for (index, day) in days.enumerated() {
                let fromAsOf = day - age
                // Drawn at the highest rate, then thinned out.
                let isKept = index == 0 || Double.random(in: 0..<plan.most, using: &generator) < plan.factor(fromAsOf)
                guard isKept, -fromAsOf < plan.logBeginsDaysBefore else { continue }
                if fromAsOf <= 0 {
                    isKnown = true
                    book.order(
                        "c\(number)", Self.asOf.advanced(byDays: fromAsOf).description, max(0.01, amounts[index]), id: "\(number)-\(index)")
                } else if isKnown {
                    futureOrders += 1
                }
            }
        }
    }
}

extension OrderBook {
    private static let today = ShopDay(daysSince1970: 20_454)

    func sample(limit: Int = .max, change: (inout SummaryOptions) -> Void = { _ in }) -> OrderSample {
        var options = SummaryOptions(today: Self.today)
        change(&options)
        return OrderSample(table, refunds: refunds, options: options, limit: limit)
    }

    /// The names of a whole sample's customers, by their number there: a sample knows its customers by their fingerprints alone.
    var namesInSample: [String] {
        let known = (0..<UInt32(table.customers.count)).map { number in
            (fingerprint: table.customers.withBytes(of: number) { Fingerprint($0).value }, name: table.customers.text(of: number))
        }
        return known.sorted { $0.fingerprint < $1.fingerprint }.map(\.name)
    }

    /// What `auto` fits as of a day, having learnt from the earlier days of the whole log.
    func autoModel(
        _ summaries: CustomerSummaries, horizonInDays: Int, without: Set<ModelStep.Kind> = []
    ) throws -> PredictionModel {
        var options = PredictionOptions()
        options.horizonInDays = horizonInDays
        options.withoutSteps = without
        return try PredictionModel(summaries, buyers: Buyers(summaries), options: options, sample: sample(), stage: { _ in })
    }

    /// What it says. The error of parameters, which only widens ranges and takes most of the time, is left out unless wanted.
    func auto(
        asOf: ShopDay, horizonInDays: Int, without: Set<ModelStep.Kind> = [], course: [Int] = [], withParameterError: Bool = false
    ) throws -> (summaries: CustomerSummaries, predictions: Predictions) {
        let summaries = try summaries { $0.asOf = asOf }
        var model = try autoModel(summaries, horizonInDays: horizonInDays, without: without)
        if !withParameterError { model.includesParameterError = false }
        let predictions = Predictions(
            summaries, buyers: Buyers(summaries), model: model, horizonInDays: horizonInDays, courseInDays: course)
        return (summaries, predictions)
    }
}

extension PredictionModel {
    /// The average of models in equal parts, with ranges from chance alone.
    static func averaged(_ summaries: CustomerSummaries) throws -> PredictionModel {
        try PredictionModel(summaries, buyers: Buyers(summaries), options: PredictionOptions(), sample: nil, stage: { _ in })
            .withoutParameterError
    }
}

extension Predictions {
    /// Expected orders of everybody.
    var totalOrders: Double { numberOfOrders.reduce(0, +) }
}
