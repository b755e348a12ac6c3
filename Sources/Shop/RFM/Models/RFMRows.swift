import CustomerValue
import Facts
import Population

extension Shop {
    /// Profiles that are read before writers get their turn.
    private static let rowsAtOnce = 50_000

    /// What everybody's scores by a model are made of now; whoever objected is left out.
    func rfmRows(by metric: RFMMetric) -> RFMRows {
        var rows = RFMRows()
        guard metric != .orders else {
            forSomeRows { population, some in population.addRows(of: some, to: &rows) }
            return rows
        }
        let events = events(by: metric)
        if let columns = columns(of: events, by: metric) {
            rows.profiles = events.profiles
            rows.columns = columns
        }
        return rows
    }

    /// What everybody did that counts for a model which goes by none of orders; who objected is left out.
    func events(by metric: RFMMetric) -> OrdersOfShop {
        var events = OrdersOfShop()
        forSomeRows { population, some in population.addEvents(of: some, by: metric, to: &events) }
        return events
    }

    private func forSomeRows(_ body: (Population, Range<Int>) -> Void) {
        var start = 0
        while true {
            let count = read { population in
                body(population, start..<max(start, min(population.profileCount, start + Self.rowsAtOnce)))
                return population.profileCount
            }
            start += Self.rowsAtOnce
            if start >= count { return }
        }
    }

    /// How many events the models go by that go by none of orders.
    func rfmEventCount(_ models: [SavedRFM]) -> Int {
        let metrics = models.map(\.entry.metric).filter { $0 != .orders }
        return metrics.isEmpty ? 0 : read { population in metrics.reduce(0) { $0 + population.eventCount($1) } }
    }

    /// What is counted of events by a model, as of today; `nil` where nothing is.
    func columns(of events: OrdersOfShop, by metric: RFMMetric) -> RFMColumns? {
        guard !events.profiles.isEmpty,
            let summaries = try? CustomerSummaries(orders: events.orders, refunds: [], options: summaryOptions(by: metric))
        else { return nil }
        return RFMColumns(summaries)
    }

    /// How what a model goes by is counted: of orders those that are worth something, of other events all.
    func summaryOptions(by metric: RFMMetric) -> SummaryOptions {
        var options = summaryOptions
        options.countsZeroValueOrders = metric != .orders
        return options
    }
}
