import Facts

extension ForecastCheck {
    /// The days of a quarter: thirteen weeks.
    public static let quarterInDays = 91
    private static let leastHistoryInDays = 90

    /// The forecast that would have been made a quarter before the as-of day, and what came; `nil` where the log is too short.
    init?(lastQuarterOf sample: OrderSample, first: ShopDay, asOf: ShopDay, options: PredictionOptions) {
        let cutoff = asOf.advanced(byDays: -Self.quarterInDays)
        guard first.days(until: cutoff) >= Self.leastHistoryInDays, let summaries = try? sample.summaries(asOf: cutoff) else { return nil }
        var options = options
        options.horizonInDays = Self.quarterInDays
        options.courseInDays = (1...Self.quarterInDays / 7).map { $0 * 7 }
        guard let predictions = try? Predictions(summaries, options: options, sample: sample) else { return nil }
        let figures = GroupFigures(0..<summaries.count, summaries: summaries, predictions: predictions)
        guard let range = figures.predictedRangeMinorUnits, figures.predicted > 0 else { return nil }
        // A sample stands for the whole shop.
        let factor = sample.customers > 0 ? Double(sample.outOf) / Double(sample.customers) : 1
        func whole(_ minorUnits: Double) -> Int64 { Int64(max(-9e15, min(9e15, minorUnits * factor)).rounded()) }
        self.cutoff = cutoff
        horizonInDays = Self.quarterInDays
        customers = Int((Double(figures.predicted) * factor).rounded())
        expectedOrders = figures.predictedOrders * factor
        expectedMinorUnits = Double(figures.predictedMinorUnits) * factor
        rangeMinorUnits = whole(Double(range.lowerBound))...whole(Double(range.upperBound))
        weeks = []
        actualOrders = 0
        actualMinorUnits = 0
        let buyers = (0..<summaries.count).filter { summaries.hasPurchase($0) }
        var before = 0.0
        var orders = 0
        let end = cutoff.advanced(byDays: Self.quarterInDays)
        for point in predictions.course {
            let came = sample.outcomes(after: cutoff.advanced(byDays: point.days - 7), days: 7, refundsUntil: end)
            var spent: Int64 = 0
            for customer in buyers {
                spent.add(came.minorUnits[customer])
                orders += Int(came.orders[customer])
            }
            weeks.append(
                Week(
                    firstDay: cutoff.advanced(byDays: point.days - 6), expectedMinorUnits: (point.minorUnits - before) * factor,
                    actualMinorUnits: whole(Double(spent))))
            actualMinorUnits.add(whole(Double(spent)))
            before = point.minorUnits
        }
        actualOrders = Int((Double(orders) * factor).rounded())
    }
}
