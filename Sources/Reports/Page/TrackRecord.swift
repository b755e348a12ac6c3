import CustomerValue

/// What is known of how forecasts turn out, and what follows from it.
struct TrackRecord: Sendable {
    /// Forecasts made on earlier days, compared with what came.
    var backtest: Backtest?
    /// The forecast of a quarter ago, and what came.
    var lastQuarter: ForecastCheck?
    /// What is expected month by month.
    var months: [MonthForecast]
    /// What was tried beyond averaging models.
    var steps: [ModelStep]

    /// That of an analysis.
    init(_ analysis: Analysis) {
        backtest = analysis.lookBack?.backtest
        lastQuarter = analysis.lookBack?.lastQuarter
        months = analysis.months
        steps = analysis.steps
    }

    /// That of given values.
    init(backtest: Backtest?, lastQuarter: ForecastCheck?, months: [MonthForecast], steps: [ModelStep]) {
        self.backtest = backtest
        self.lastQuarter = lastQuarter
        self.months = months
        self.steps = steps
    }
}
