public import CustomerValue
public import Facts
public import Journal
import Population
import Synchronization

/// Kept forecasts beside what came, and whether the model still fits its shop.
public struct DriftReport: Sendable {
    /// A forecast whose days are over, and what came.
    public struct Check: Sendable {
        /// The day at whose end the forecast was made.
        public var madeOn: ShopDay
        /// The number of the model.
        public var model: UInt64
        /// Forecast and outcome.
        public var checked: CheckedForecast
    }

    /// The day on which this was found out.
    public var day: ShopDay
    /// The checks, the latest last.
    public var checks: [Check]
    /// Forecasts whose days are not over yet, with the day on which they were made and the model's number.
    public var pending: [(madeOn: ShopDay, model: UInt64, forecast: TotalsForecast)]
    /// What the last checks say together.
    public var drift: ForecastDrift
}

extension ModelKeeper {
    /// Forecasts that are looked at: those that decide, and a few before them.
    private static let mostChecks = 6

    /// Compares kept forecasts with what came. All orders are counted for it, in the background, once a day at most.
    public func drift(_ shop: Shop) async throws(JournalError) -> DriftReport {
        let today = shop.today
        if let known = checked.withLock({ $0 }), known.day == today { return known }
        let outcome: Result<DriftReport, JournalError> = await withCheckedContinuation { continuation in
            requestWork { shop in
                guard let shop else { return continuation.resume(returning: .failure(JournalError(.closed, "The shop is closing."))) }
                continuation.resume(returning: Result { () throws(JournalError) in try self.check(shop, today) })
            }
        }
        return try outcome.get()
    }

    /// Compares kept forecasts with what came, on the thread that works in the background.
    func check(_ shop: Shop, _ today: ShopDay) throws(JournalError) -> DriftReport {
        // Others may have asked while this one waited for its turn.
        if let known = checked.withLock({ $0 }), known.day == today { return known }
        let (kept, orders) = (try shop.journal.forecasts(ForecastQuantity.revenue), try shop.journal.forecasts(ForecastQuantity.orders))
        var report = DriftReport(day: today, checks: [], pending: [], drift: ForecastDrift([]))
        var over: [(row: ForecastRow, forecast: TotalsForecast)] = []
        for row in kept {
            guard let forecast = TotalsForecast(row, orders: orders) else { continue }
            if row.lastDay < today { over.append((row, forecast)) } else { report.pending.append((row.madeOn, row.model, forecast)) }
        }
        if !over.isEmpty {
            let all = collect(shop)
            for (row, forecast) in over.suffix(Self.mostChecks) {
                guard
                    let outcome = try? TotalsOutcome(
                        of: forecast, orders: all.orders, refunds: all.refunds, options: shop.summaryOptions, madeOn: row.madeOn)
                else { continue }
                report.checks.append(
                    DriftReport.Check(madeOn: row.madeOn, model: row.model, checked: CheckedForecast(forecast, outcome: outcome)))
            }
        }
        report.drift = ForecastDrift(report.checks.map(\.checked))
        checked.withLock { [report] in $0 = report }
        return report
    }
}

extension TotalsForecast {
    /// A kept forecast of spend, with that of orders for the same days; `nil` for numbers that no forecast has.
    init?(_ row: ForecastRow, orders: [ForecastRow]) {
        guard let low = Int64(exactly: row.low.rounded()), let high = Int64(exactly: row.high.rounded()), low <= high,
            let orders = orders.first(where: { ($0.madeOn, $0.firstDay, $0.lastDay) == (row.madeOn, row.firstDay, row.lastDay) })
        else { return nil }
        self.init(
            firstDay: row.firstDay, lastDay: row.lastDay, expectedOrders: orders.expected, expectedMinorUnits: row.expected,
            rangeMinorUnits: low...high)
    }
}
