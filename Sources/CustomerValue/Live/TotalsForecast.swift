public import Facts

/// What a shop's customers of a day were expected to buy and spend in some days after it: kept, to be compared with what comes.
///
/// It is of those customers alone who had a purchase by the day before ``firstDay``: what later ones bring was never in it.
public struct TotalsForecast: Sendable, Equatable {
    /// The first day that it covers: the one after the as-of day of the forecast, or later.
    public var firstDay: ShopDay
    /// The last day that it covers.
    public var lastDay: ShopDay
    /// Expected orders.
    public var expectedOrders: Double
    /// Expected spend, in minor units.
    public var expectedMinorUnits: Double
    /// The range of the spend, 80 %, in minor units.
    public var rangeMinorUnits: ClosedRange<Int64>

    /// A forecast of its parts.
    public init(
        firstDay: ShopDay, lastDay: ShopDay, expectedOrders: Double, expectedMinorUnits: Double, rangeMinorUnits: ClosedRange<Int64>
    ) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.expectedOrders = expectedOrders
        self.expectedMinorUnits = expectedMinorUnits
        self.rangeMinorUnits = rangeMinorUnits
    }

    /// The forecast of a month (``Analysis/months``).
    public init(_ month: MonthForecast) {
        self.init(
            firstDay: month.firstDay, lastDay: month.lastDay, expectedOrders: month.expectedOrders,
            expectedMinorUnits: month.expectedMinorUnits, rangeMinorUnits: month.rangeMinorUnits)
    }

    /// The range of orders, 80 %: as wide for its size as that of spend, which is wider than need be, since amounts scatter too.
    public var rangeOrders: ClosedRange<Double> {
        guard expectedMinorUnits > 0 else { return 0...max(0, expectedOrders) }
        let low = expectedOrders * Double(rangeMinorUnits.lowerBound) / expectedMinorUnits
        let high = expectedOrders * Double(rangeMinorUnits.upperBound) / expectedMinorUnits
        return low...max(low, high)
    }
}

/// What customers of a forecast really bought.
public struct TotalsOutcome: Sendable, Equatable {
    /// Orders that came.
    public var orders: Int
    /// What they brought, refunds taken off, in minor units.
    public var minorUnits: Int64

    /// What was counted.
    public init(orders: Int, minorUnits: Int64) {
        self.orders = orders
        self.minorUnits = minorUnits
    }

    /// Counts what came in the days of a forecast from the customers whom the shop had before them.
    ///
    /// Refunds until the options' as-of day are taken off; without one, those until the forecast's last day.
    /// - Parameters:
    ///   - orders: all orders of the shop, those before the forecast included.
    ///   - forecast: what was expected.
    ///   - refunds: money given back.
    ///   - options: how orders are counted.
    ///   - madeOn: the as-of day of the forecast; `nil`: the day before its first.
    public init(
        of forecast: TotalsForecast, orders: OrderTable, refunds: [RefundRecord], options: SummaryOptions, madeOn: ShopDay? = nil
    ) throws(SummaryError) {
        var before = options
        before.asOf = madeOn ?? forecast.firstDay.advanced(byDays: -1)
        // The currency of most orders is that of all of them, also before.
        before.currency = options.currency ?? orders.mostFrequentCurrency()
        let known = try CustomerSummaries(orders: orders, refunds: refunds, options: before)
        var within = before
        within.from = forecast.firstDay
        within.through = forecast.lastDay
        within.asOf = max(forecast.lastDay, options.asOf ?? forecast.lastDay)
        self.init(orders: 0, minorUnits: 0)
        // Nobody ordered in those days: nothing came.
        guard let came = try? CustomerSummaries(orders: orders, refunds: refunds, options: within) else { return }
        for customer in 0..<known.count where known.hasPurchase(customer) && came.hasPurchase(customer) {
            self.orders += Int(came.numberOfOrders[customer])
            minorUnits.add(came.purchasesMinorUnits(customer))
        }
    }
}
