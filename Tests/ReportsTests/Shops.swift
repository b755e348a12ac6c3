import Facts
import Wording

@testable import CustomerValue
@testable import Reports

/// Shops of made-up orders for reports.
struct Shop {
    private var table = OrderTable()
    private var last = ShopDay(daysSince1970: 0)

    /// An order of a customer, so many days after 2023-01-01.
    mutating func order(_ customer: String, day: Int, _ minorUnits: Int64, _ currency: String = "EUR") {
        var id = customer
        let number = id.withUTF8 { table.customers.index(of: UnsafeRawBufferPointer($0)) } ?? 0
        let date = ShopDay(daysSince1970: 19_358).advanced(byDays: day)
        last = max(last, date)
        table.append(
            OrderRecord(
                customer: number, secondsSince1970: UInt32(Int64(date.daysSince1970) * 86_400), minorUnits: minorUnits,
                currency: table.number(of: Currency(code: currency) ?? .none) ?? 0, isDateOnly: true),
            orderID: 0)
    }

    /// Counts, and predicts where there is enough.
    func analysis(minimumCustomers: Int = 10, horizonInDays: Int = 365) throws -> Analysis {
        var prediction = PredictionOptions()
        prediction.horizonInDays = horizonInDays
        return try Analysis(
            orders: table, refunds: [], summary: SummaryOptions(today: ShopDay(daysSince1970: 21_000)), prediction: prediction,
            minimumCustomers: minimumCustomers, orderSource: "orders.csv")
    }

    /// Customers who buy at random over two years, some of them once.
    static func regular(customers: Int, minorUnits: Int64? = nil, name: (Int) -> String = { "customer-\($0)@example.com" }) -> Shop {
        var state: UInt64 = 7
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var shop = Shop()
        for customer in 0..<customers {
            var day = random(600)
            for _ in 0..<(1 + random(4) * random(3)) where day < 730 {
                shop.order(name(customer), day: day, minorUnits ?? Int64(500 + random(9_000)))
                day += 1 + random(120)
            }
        }
        return shop
    }
}

extension Report {
    /// The page of an analysis, with names hidden unless asked otherwise.
    static func page(
        _ analysis: Analysis, _ language: Language = .en, showsCustomers: Bool = false, reading: ReadingFacts? = nil,
        record: TrackRecord? = nil, today: ShopDay? = nil
    ) -> String {
        let page = PageContext(
            analysis: analysis, today: today ?? analysis.summaries.asOf, language: language, showsCustomers: showsCustomers,
            countedValue: .gross, reading: reading, record: record)
        return Report(page, version: "0.0.0").html
    }
}

extension TrackRecord {
    /// A back-test, a check of the last quarter, months and steps of made-up values.
    static func madeUp(asOf day: ShopDay) -> TrackRecord {
        var scores = ForecastScores()
        scores.ordersRMSE = 1.25
        scores.valueRMSE = 80
        scores.valueGini = 0.62
        scores.auc = 0.81
        scores.valueBias = -0.04
        let backtest = Backtest(
            folds: [
                Backtest.Fold(
                    cutoff: day.advanced(byDays: -180), horizonInDays: 180, customers: 400,
                    candidates: [
                        .init(name: "auto", scores: scores), .init(name: "pareto-nbd", scores: scores),
                        .init(name: "naive-rate", scores: scores),
                    ],
                    calibration: [
                        .init(customers: 300, predicted: 0.12, ordered: 0.1), .init(customers: 100, predicted: 0.71, ordered: 0.69),
                    ])
            ], sampledCustomers: 400, daysNeeded: nil)
        let lastQuarter = ForecastCheck(
            cutoff: day.advanced(byDays: -91), horizonInDays: 91, customers: 380, expectedOrders: 120, actualOrders: 131,
            expectedMinorUnits: 600_000, rangeMinorUnits: 500_000...700_000, actualMinorUnits: 648_000,
            weeks: (0..<13).map {
                .init(
                    firstDay: day.advanced(byDays: -90 + 7 * $0), expectedMinorUnits: 46_000, actualMinorUnits: Int64(40_000 + 1_000 * $0))
            })
        let months = (0..<12).map {
            MonthForecast(
                firstDay: day.advanced(byDays: 1 + 30 * $0), lastDay: day.advanced(byDays: 30 * ($0 + 1)), expectedOrders: 40,
                expectedMinorUnits: 200_000 - Double($0) * 5_000, rangeMinorUnits: 150_000...260_000)
        }
        let steps = ModelStep.Kind.allCases.map {
            ModelStep(
                kind: $0, isUsed: $0 == .weights, reason: $0 == .season ? .tooFewFolds(found: 1, needed: 3) : .improvedBacktest,
                measure: .init(name: "log_loss", without: 0.412, with: 0.405), amount: nil)
        }
        return TrackRecord(backtest: backtest, lastQuarter: lastQuarter, months: months, steps: steps)
    }
}
