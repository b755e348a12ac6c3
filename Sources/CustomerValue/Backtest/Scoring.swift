import Foundation

/// Forecasts of customers beside what they did; columns of equal length.
struct ScoredForecast {
    /// Predicted orders.
    var orders: [Double] = []
    /// Predicted value, major units.
    var value: [Double] = []
    /// P(at least one order).
    var probability: [Double] = []
    /// The range of value, major units; empty for forecasts without one.
    var low: [Double] = []
    var high: [Double] = []
    /// ln of the probability given to the number of purchase days that came; empty for forecasts that are no distributions.
    var logProbabilityOfOutcome: [Double] = []
    /// Whether orders have different values; else money is not scored.
    var hasAmounts = true
    var actualOrders: [Double] = []
    var actualValue: [Double] = []
}

extension ForecastScores {
    /// The scores of a forecast.
    init(_ forecast: ScoredForecast) {
        self.init()
        let count = forecast.actualOrders.count
        customers = count
        guard count > 0 else { return }
        let ordered = forecast.actualOrders.map { $0 > 0 ? 1.0 : 0 }
        let orders = Errors(forecast.orders, forecast.actualOrders)
        ordersMAE = orders.meanAbsolute
        ordersRMSE = orders.rootMeanSquare
        ordersBias = orders.bias
        ordersRankCorrelation = rankCorrelation(forecast.orders, forecast.actualOrders)
        ordersGini = normalizedGini(forecast.orders, forecast.actualOrders)
        let scoresValue = forecast.hasAmounts && forecast.actualValue.contains { $0 > 0 }
        if scoresValue {
            let value = Errors(forecast.value, forecast.actualValue)
            valueMAE = value.meanAbsolute
            valueRMSE = value.rootMeanSquare
            valueBias = value.bias
            valueRankCorrelation = rankCorrelation(forecast.value, forecast.actualValue)
            valueGini = normalizedGini(forecast.value, forecast.actualValue)
            top10Capture = topCapture(forecast.value, forecast.actualValue, share: 0.1)
            if let top10Capture, let best = topCapture(forecast.actualValue, forecast.actualValue, share: 0.1), best > 0 {
                top10CaptureOfIdeal = top10Capture / best
            }
        }
        auc = areaUnderCurve(forecast.probability, ordered)
        var squares = 0.0
        var logs = 0.0
        for row in 0..<count {
            let p = min(max(forecast.probability[row], 1e-6), 1 - 1e-6)
            let miss = forecast.probability[row] - ordered[row]
            squares += miss * miss
            logs -= ordered[row] > 0 ? log(p) : log1p(-p)
        }
        brier = squares / Double(count)
        logLoss = logs / Double(count)
        ece =
            calibration(forecast.probability, ordered).reduce(0) { $0 + Double($1.customers) * abs($1.predicted - $1.ordered) }
            / Double(count)
        orderedShare = mean(ordered)
        meanProbability = mean(forecast.probability)
        if !forecast.logProbabilityOfOutcome.isEmpty { logScore = mean(forecast.logProbabilityOfOutcome) }
        if !forecast.high.isEmpty {
            shareAboveHigh = mean((0..<count).map { forecast.actualValue[$0] > forecast.high[$0] + 0.005 ? 1 : 0 })
            shareBelowLow = mean((0..<count).map { forecast.actualValue[$0] < forecast.low[$0] - 0.005 ? 1 : 0 })
        }
        deciles = Self.deciles(forecast, ordered: ordered, byValue: forecast.hasAmounts)
    }

    /// The mean of scores of several folds; deciles are left out.
    init(meanOf all: [ForecastScores]) {
        self.init()
        guard !all.isEmpty else { return }
        func mean(_ value: (ForecastScores) -> Double?) -> Double? {
            let known = all.compactMap(value)
            return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
        }
        customers = all.reduce(0) { $0 + $1.customers } / all.count
        ordersMAE = mean { $0.ordersMAE } ?? 0
        ordersRMSE = mean { $0.ordersRMSE } ?? 0
        ordersRankCorrelation = mean { $0.ordersRankCorrelation }
        ordersGini = mean { $0.ordersGini }
        ordersBias = mean { $0.ordersBias }
        valueMAE = mean { $0.valueMAE }
        valueRMSE = mean { $0.valueRMSE }
        valueRankCorrelation = mean { $0.valueRankCorrelation }
        valueGini = mean { $0.valueGini }
        top10Capture = mean { $0.top10Capture }
        top10CaptureOfIdeal = mean { $0.top10CaptureOfIdeal }
        valueBias = mean { $0.valueBias }
        auc = mean { $0.auc }
        brier = mean { $0.brier } ?? 0
        ece = mean { $0.ece } ?? 0
        logLoss = mean { $0.logLoss } ?? 0
        logScore = mean { $0.logScore }
        orderedShare = mean { $0.orderedShare } ?? 0
        meanProbability = mean { $0.meanProbability } ?? 0
        shareAboveHigh = mean { $0.shareAboveHigh }
        shareBelowLow = mean { $0.shareBelowLow }
    }

    private static func deciles(_ forecast: ScoredForecast, ordered: [Double], byValue: Bool) -> [Decile] {
        let key = byValue ? forecast.value : forecast.orders
        let count = key.count
        var deciles = [Decile](repeating: Decile(), count: 10)
        let sorted = key.indices.sorted { (key[$1], $0) < (key[$0], $1) }
        for (rank, row) in sorted.enumerated() {
            let tenth = min(rank * 10 / count, 9)
            deciles[tenth].customers += 1
            deciles[tenth].predictedOrders += forecast.orders[row]
            deciles[tenth].actualOrders += forecast.actualOrders[row]
            deciles[tenth].predictedValue += forecast.value[row]
            deciles[tenth].actualValue += forecast.actualValue[row]
            deciles[tenth].probability += forecast.probability[row]
            deciles[tenth].orderedShare += ordered[row]
        }
        return deciles.enumerated().filter { $0.element.customers > 0 }.map { place, sums in
            let n = Double(sums.customers)
            return Decile(
                number: place + 1, customers: sums.customers, predictedOrders: sums.predictedOrders / n,
                actualOrders: sums.actualOrders / n,
                predictedValue: sums.predictedValue / n, actualValue: sums.actualValue / n, probability: sums.probability / n,
                orderedShare: sums.orderedShare / n)
        }
    }
}

/// Ten bins of equal width of a probability: mean forecast, share that happened, customers; empty bins are left out.
func calibration(_ probability: [Double], _ happened: [Double]) -> [Backtest.CalibrationBin] {
    var bins = [Backtest.CalibrationBin](repeating: .init(customers: 0, predicted: 0, ordered: 0), count: 10)
    for row in probability.indices {
        let bin = min(max(Int(probability[row] * 10), 0), 9)
        bins[bin].customers += 1
        bins[bin].predicted += probability[row]
        bins[bin].ordered += happened[row]
    }
    return bins.filter { $0.customers > 0 }.map {
        Backtest.CalibrationBin(
            customers: $0.customers, predicted: $0.predicted / Double($0.customers), ordered: $0.ordered / Double($0.customers))
    }
}

private struct Errors {
    var meanAbsolute = 0.0
    var rootMeanSquare = 0.0
    /// Sum of forecasts over sum of truths, less 1; `nil` where nothing came.
    var bias: Double?

    init(_ forecast: [Double], _ truth: [Double]) {
        var absolute = 0.0
        var squares = 0.0
        var predicted = 0.0
        var came = 0.0
        for row in truth.indices {
            let error = forecast[row] - truth[row]
            absolute += abs(error)
            squares += error * error
            predicted += forecast[row]
            came += truth[row]
        }
        let count = Double(max(truth.count, 1))
        meanAbsolute = absolute / count
        rootMeanSquare = (squares / count).squareRoot()
        bias = came > 0 ? predicted / came - 1 : nil
    }
}

func mean(_ values: [Double]) -> Double {
    var sum = 0.0
    for value in values { sum += value }
    return sum / Double(max(values.count, 1))
}
