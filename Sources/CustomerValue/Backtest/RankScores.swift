/// Ranks from 1; equal values share the mean of theirs.
private func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
        var end = start + 1
        while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
        for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
        start = end
    }
    return ranks
}

/// Spearman's rank correlation; `nil` where either does not vary.
func rankCorrelation(_ a: [Double], _ b: [Double]) -> Double? {
    let x = ranks(a)
    let y = ranks(b)
    let meanX = mean(x)
    let meanY = mean(y)
    var xx = 0.0
    var yy = 0.0
    var xy = 0.0
    for row in x.indices {
        let dx = x[row] - meanX
        let dy = y[row] - meanY
        xx += dx * dx
        yy += dy * dy
        xy += dx * dy
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : nil
}

/// What came in descending order of the forecast; within equal forecasts everybody has their mean.
private func inForecastOrder(_ forecast: [Double], _ truth: [Double]) -> [Double] {
    let order = forecast.indices.sorted { (forecast[$1], $0) < (forecast[$0], $1) }
    var result = order.map { truth[$0] }
    var start = 0
    while start < order.count {
        var end = start + 1
        while end < order.count, forecast[order[end]] == forecast[order[start]] { end += 1 }
        if end - start > 1 {
            let shared = mean(Array(result[start..<end]))
            for place in start..<end { result[place] = shared }
        }
        start = end
    }
    return result
}

/// Twice the area between the curve of cumulated truth, best forecasts first, and the diagonal; `nil` where nothing came.
private func gini(_ forecast: [Double], _ truth: [Double]) -> Double? {
    let sorted = inForecastOrder(forecast, truth)
    var total = 0.0
    for value in sorted { total += value }
    guard total > 0 else { return nil }
    var area = 0.0
    var before = 0.0
    for value in sorted {
        let after = before + value / total
        area += (before + after) / 2
        before = after
    }
    return 2 * area / Double(sorted.count) - 1
}

/// ``gini(_:_:)`` as a share of what the truth itself would reach.
func normalizedGini(_ forecast: [Double], _ truth: [Double]) -> Double? {
    guard let found = gini(forecast, truth), let best = gini(truth, truth), best > 1e-12 else { return nil }
    return abs(found) < 1e-12 ? 0 : found / best
}

/// The share of the sum that the best part of the forecasts holds.
func topCapture(_ forecast: [Double], _ truth: [Double], share: Double) -> Double? {
    let sorted = inForecastOrder(forecast, truth)
    var total = 0.0
    for value in sorted { total += value }
    guard total > 0 else { return nil }
    let wanted = Double(sorted.count) * share
    let whole = Int(wanted)
    var captured = 0.0
    for value in sorted.prefix(whole) { captured += value }
    if whole < sorted.count { captured += (wanted - Double(whole)) * sorted[whole] }
    return captured / total
}

/// The chance that one who ordered had a higher probability than one who did not; `nil` where all or none ordered.
func areaUnderCurve(_ probability: [Double], _ happened: [Double]) -> Double? {
    let ranked = ranks(probability)
    var positives = 0.0
    var sum = 0.0
    for row in happened.indices where happened[row] > 0 {
        positives += 1
        sum += ranked[row]
    }
    let negatives = Double(happened.count) - positives
    guard positives > 0, negatives > 0 else { return nil }
    return (sum - positives * (positives + 1) / 2) / (positives * negatives)
}
