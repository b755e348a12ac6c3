import Foundation
import Testing

@testable import CustomerValue

@Suite("Scores of forecasts")
struct ForecastScoresTests {
    private func near(_ found: Double?, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
        found.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
    }

    private func forecast(orders: [Double], probability: [Double]? = nil, actual: [Double], price: Double = 10) -> ScoredForecast {
        var forecast = ScoredForecast()
        forecast.orders = orders
        forecast.value = orders.map { $0 * price }
        forecast.probability = probability ?? orders.map { min(1, $0) }
        forecast.actualOrders = actual
        forecast.actualValue = actual.map { $0 * price }
        return forecast
    }

    @Test("Four customers, two of them with equal forecasts: every score as worked out by hand")
    func byHand() {
        var few = forecast(orders: [2, 1, 0, 1], probability: [0.9, 0.5, 0.1, 0.5], actual: [3, 0, 0, 1])
        few.low = [5, 0, 0, 12]
        few.high = [25, 15, 0, 15]
        few.logProbabilityOfOutcome = [-1, -2, -0.5, -1.5]
        let scores = ForecastScores(few)
        #expect(scores.customers == 4)
        #expect(scores.ordersMAE == 0.5 && near(scores.ordersRMSE, 0.5.squareRoot()))
        #expect(scores.ordersBias == 0 && scores.valueBias == 0)
        #expect(scores.valueMAE == 5 && near(scores.valueRMSE, 50.0.squareRoot()))
        // Ranks 4, 2.5, 1, 2.5 against 4, 1.5, 1.5, 3: 3.75 / 4.5.
        #expect(near(scores.ordersRankCorrelation, 3.75 / 4.5) && near(scores.valueRankCorrelation, 3.75 / 4.5))
        // Curve 3/4, 7/8, 1, 1 (the two equal ones share one order) against 3/4, 1, 1, 1: 0.5625 of 0.625.
        #expect(near(scores.ordersGini, 0.9) && near(scores.valueGini, 0.9))
        // A tenth of four customers is four tenths of the first, who brought three quarters.
        #expect(near(scores.top10Capture, 0.3) && near(scores.top10CaptureOfIdeal, 1))
        // Of four pairs the first customer wins two, the fourth wins one and ties one.
        #expect(scores.auc == 0.875)
        #expect(near(scores.brier, 0.13))
        // Bins: 0.9 of one who ordered, 0.5 of two of whom one did, 0.1 of one who did not.
        #expect(near(scores.ece, 0.05))
        #expect(near(scores.logLoss, -log(0.45) / 2))
        #expect(near(scores.logScore, -1.25))
        #expect(scores.orderedShare == 0.5 && near(scores.meanProbability, 0.5))
        #expect(scores.shareAboveHigh == 0.25 && scores.shareBelowLow == 0.25)
        #expect(scores.deciles.reduce(0) { $0 + $1.customers } == 4)
        #expect(scores.deciles.first?.actualValue == 30 && scores.deciles.last?.actualValue == 0)
    }

    @Test("Nobody ordered: what asks who came first is not defined, errors and probabilities are")
    func noneOrdered() {
        let scores = ForecastScores(forecast(orders: [0.5, 0.25, 0], actual: [0, 0, 0]))
        #expect(scores.ordersMAE == 0.25 && scores.orderedShare == 0)
        #expect(scores.ordersBias == nil && scores.ordersRankCorrelation == nil && scores.ordersGini == nil && scores.auc == nil)
        #expect(scores.valueMAE == nil && scores.valueBias == nil && scores.top10Capture == nil && scores.top10CaptureOfIdeal == nil)
        #expect(near(scores.brier, (0.25 + 0.0625) / 3) && near(scores.logLoss, -(log(0.5) + log(0.75) + log1p(-1e-6)) / 3))
    }

    @Test("Everybody ordered: no curve of who ordered at all, but of how much")
    func allOrdered() {
        let scores = ForecastScores(forecast(orders: [0.9, 0.8, 0.7], actual: [3, 2, 1]))
        #expect(scores.auc == nil && scores.orderedShare == 1)
        #expect(near(scores.ordersGini, 1) && near(scores.ordersRankCorrelation, 1) && near(scores.valueRankCorrelation, 1))
    }

    @Test("One customer, or none: errors without ranks, nothing not a number")
    func one() {
        let scores = ForecastScores(forecast(orders: [0.5], actual: [2]))
        #expect(scores.customers == 1 && scores.ordersMAE == 1.5 && scores.ordersBias == -0.75)
        #expect(scores.ordersRankCorrelation == nil && scores.auc == nil && scores.ordersGini == nil)
        #expect(near(scores.top10Capture, 0.1) && near(scores.top10CaptureOfIdeal, 1))
        #expect(ForecastScores(ScoredForecast()) == ForecastScores())
    }

    @Test("Certain and right has no loss, certain and wrong a finite one")
    func certain() {
        let right = ForecastScores(forecast(orders: [1, 0], actual: [1, 0]))
        #expect(right.brier == 0 && right.ece == 0 && right.logLoss < 2e-6 && right.auc == 1)
        let wrong = ForecastScores(forecast(orders: [0, 1], actual: [1, 0]))
        #expect(wrong.brier == 1 && wrong.auc == 0 && wrong.logLoss.isFinite && wrong.logLoss > 10)
        #expect(near(wrong.ordersGini, -1) && near(wrong.ordersRankCorrelation, -1))
    }

    @Test("The order of customers with equal forecasts changes no score")
    func ties() {
        let one = ForecastScores(forecast(orders: [1, 1, 1, 0.5, 0.5, 0], actual: [4, 0, 1, 0, 2, 0]))
        let other = ForecastScores(forecast(orders: [1, 1, 1, 0.5, 0.5, 0], actual: [0, 1, 4, 2, 0, 0]))
        #expect(one.ordersGini == other.ordersGini && one.top10Capture == other.top10Capture)
        #expect(one.auc == other.auc && one.ordersRankCorrelation == other.ordersRankCorrelation)
    }

    @Test("A probability of exactly 1 falls into the last bin, and bins keep all customers")
    func bins() {
        let bins = calibration([1, 1, 0.95, 0, 0.05, 0.1], [1, 0, 1, 0, 0, 1])
        #expect(bins.map(\.customers) == [2, 1, 3])
        #expect(near(bins.last?.predicted, 2.95 / 3) && near(bins.last?.ordered, 2.0 / 3))
    }

    @Test("The mean of folds is that of the folds in which a score is defined")
    func means() {
        let first = ForecastScores(forecast(orders: [1, 0], actual: [1, 0]))
        let second = ForecastScores(forecast(orders: [0.5, 0], actual: [0, 0]))
        let mean = ForecastScores(meanOf: [first, second])
        #expect(mean.auc == first.auc && mean.ordersMAE == (first.ordersMAE + second.ordersMAE) / 2)
        #expect(mean.ordersBias == first.ordersBias && mean.deciles.isEmpty)
    }

    @Test("A seeded forecast of 200 customers: the scores of another implementation")
    func reference() throws {
        let log = try Self.columns("scored_forecast")
        var scored = ScoredForecast()
        scored.orders = try #require(log["orders"])
        scored.value = try #require(log["value"])
        scored.probability = try #require(log["probability"])
        scored.low = try #require(log["low"])
        scored.high = try #require(log["high"])
        scored.logProbabilityOfOutcome = try #require(log["log_probability"])
        scored.actualOrders = try #require(log["actual_orders"])
        scored.actualValue = try #require(log["actual_value"])
        let scores = ForecastScores(scored)
        let found: [String: Double?] = [
            "customers": Double(scores.customers), "orders_mae": scores.ordersMAE, "orders_rmse": scores.ordersRMSE,
            "orders_spearman": scores.ordersRankCorrelation, "orders_gini": scores.ordersGini, "orders_bias": scores.ordersBias,
            "value_mae": scores.valueMAE, "value_rmse": scores.valueRMSE, "value_spearman": scores.valueRankCorrelation,
            "value_gini": scores.valueGini, "value_bias": scores.valueBias, "top10_capture": scores.top10Capture,
            "top10_capture_of_ideal": scores.top10CaptureOfIdeal, "auc": scores.auc, "brier": scores.brier, "ece": scores.ece,
            "log_loss": scores.logLoss, "log_score": scores.logScore, "ordered_share": scores.orderedShare,
            "mean_probability": scores.meanProbability, "share_above_high": scores.shareAboveHigh, "share_below_low": scores.shareBelowLow,
        ]
        let expected = try Self.lines("expected_scores").dropFirst().map { $0.split(separator: ",").map(String.init) }
        #expect(expected.count == found.count)
        for cells in expected {
            let value = try #require(Double(cells[1]))
            #expect(near(found[cells[0]] ?? nil, value, 1e-9), "\(cells[0]): \(String(describing: found[cells[0]])), expected \(value)")
        }
    }

    private static func lines(_ name: String) throws -> [String] {
        let url = try #require(Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Fixtures"))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private static func columns(_ name: String) throws -> [String: [Double]] {
        let lines = try Self.lines(name)
        let header = try #require(lines.first).split(separator: ",").map(String.init)
        var columns: [String: [Double]] = [:]
        for line in lines.dropFirst() {
            for (name, cell) in zip(header, line.split(separator: ",")) { columns[name, default: []].append(try #require(Double(cell))) }
        }
        return columns
    }
}
