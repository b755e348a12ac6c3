public import Facts

/// What forecasts of earlier days were worth in this shop: how far its predictions can be trusted.
public struct LookBack: Sendable {
    /// Every model tried on earlier days, and what came.
    public var backtest: Backtest
    /// The forecast of a quarter before the as-of day, and what came; `nil` where the log is too short.
    public var lastQuarter: ForecastCheck?
}

/// Looks back one earlier day after another, for whoever has other things to do in between: each is predicted by models fitted afresh.
public struct LookBackRun: Sendable {
    private let sample: OrderSample
    private let options: PredictionOptions
    private let days: FoldDays
    private let first: ShopDay
    private let asOf: ShopDay
    /// How many of ``steps`` are done.
    public private(set) var done = 0
    /// What was found until now.
    public private(set) var found: LookBack

    /// - Parameters:
    ///   - sample: the orders.
    ///   - first: the first day that counts: ``CustomerSummaries/historyBegins``.
    ///   - asOf: the last day that is known: later orders tell nothing here.
    ///   - options: what is predicted.
    public init(_ sample: OrderSample, first: ShopDay, asOf: ShopDay, options: PredictionOptions) {
        self.sample = sample
        self.options = options
        self.first = first
        self.asOf = asOf
        days = FoldDays(first: first, asOf: asOf, horizonInDays: options.horizonInDays)
        found = LookBack(backtest: Backtest(sample, days: days, options: options))
    }

    /// The last quarter and the days of the back-test.
    public var steps: Int { days.cutoffs.count + 1 }
    /// Whether there is nothing more to do.
    public var isDone: Bool { done >= steps }

    /// Takes the next step; a few seconds on the largest samples.
    public mutating func step() {
        guard !isDone else { return }
        if done == 0 {
            found.lastQuarter = ForecastCheck(lastQuarterOf: sample, first: first, asOf: asOf, options: options)
        } else if let fold = Backtest.Fold(
            sample, cutoff: days.cutoffs[done - 1], horizonInDays: days.horizonInDays, options: options)
        {
            found.backtest.folds.append(fold)
        }
        done += 1
    }
}
