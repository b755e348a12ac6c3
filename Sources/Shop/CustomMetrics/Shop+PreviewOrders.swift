import CustomerValue
import Dispatch
import Facts
public import Population
public import Segments
import Synchronization

/// Another thing that orders could be.
public enum OrdersProposal: Sendable {
    /// Another metric, or custom metric, has a meaning.
    case mapped(MetricMapping.Meaning, Shop.Mapped)
    /// A custom metric that is not there has a meaning. Its definition must have been looked up.
    case new(MetricMapping.Meaning, CustomMetricDefinition)
    /// A custom metric has another definition, which must have been looked up. Without a meaning it keeps those that it has.
    case changed(CustomMetricNumber, CustomMetricDefinition, MetricMapping.Meaning?)
}

extension Shop {
    /// Profiles whose events are read before writers get their turn.
    private static let proposedAtOnce = 20_000

    /// What would change for whom if other events were orders; nothing of that is kept. Customers are predicted by the model in use.
    ///
    /// People are looked at some at a time, so that nobody who writes waits for more than a few milliseconds.
    ///
    /// - Parameter isOver: whether nobody waits for the answer any more.
    /// - Returns: `nil` where that was so before the end.
    /// - Throws: what is not there, or cannot be what orders are.
    public func preview(
        _ proposal: OrdersProposal, unless isOver: @escaping @Sendable () -> Bool = { false }
    ) async throws(IntakeError) -> OrdersChange? {
        let prepared = try await inTurn { (shop) throws(IntakeError) in try shop.prepared(proposal, unless: isOver) }
        guard let (mapping, metrics) = prepared else { return nil }
        return await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { [self] in
                let change = change(to: mapping, unless: isOver)
                for metric in metrics { finish(metric) }
                continuation.resume(returning: change)
            }
        }
    }

    /// The mapping that is proposed, what its custom metrics need to know of events being kept; `nil` where nobody waits any more.
    private func prepared(
        _ proposal: OrdersProposal, unless isOver: () -> Bool
    ) throws(IntakeError) -> (mapping: MetricMapping, metrics: [CustomMetric])? {
        let mapping = try mapping(proposal)
        var metrics: [CustomMetric] = []
        do throws(IntakeError) {
            for metric in mapping.custom.values {
                guard try prepare(metric, unless: isOver) else {
                    for metric in metrics { finish(metric) }
                    return nil
                }
                metrics.append(metric)
            }
            if mapping != read({ $0.mapping }) { try requireAnyWorth(mapping, pointer: proposal.pointer) }
        } catch {
            for metric in metrics { finish(metric) }
            throw error
        }
        return (mapping, metrics)
    }

    private func mapping(_ proposal: OrdersProposal) throws(IntakeError) -> MetricMapping {
        let old = read { $0.mapping }
        var mapping = old
        switch proposal {
        case .mapped(let meaning, let mapped): return try checkedMapping(meaning, to: mapped)
        case .new(let meaning, let definition):
            // Numbers begin with 1.
            let metric = CustomMetric(CustomMetricNumber(0), "", definition, ids)
            if meaning == .revenue { try requireWorth(metric, pointer: proposal.methodPointer) }
            mapping.set(metric, for: meaning)
        case .changed(let number, let definition, let meaning):
            guard let entry = definitions.customMetric(number) else { throw .notFound("There is no such custom metric.") }
            let metric = CustomMetric(number, entry.name, definition, ids)
            mapping = mapping.replacing(metric)
            if let meaning { mapping.set(metric, for: meaning) }
            if mapping.custom[.revenue]?.number == number { try requireWorth(metric, pointer: proposal.methodPointer) }
        }
        try requireOneMeaning(mapping, insteadOf: old, pointer: proposal.pointer)
        return mapping
    }

    private func change(to mapping: MetricMapping, unless isOver: () -> Bool) -> OrdersChange? {
        var proposed = read { $0.proposedOrders(mapping) }
        guard inPieces(unless: isOver, { population, rows in population.take(rows, into: &proposed) }) else { return nil }
        var (orders, objectors) = (OrdersOfShop(), OrdersOfShop())
        var after = OrdersChange.Look()
        let isWhole = inPieces(unless: isOver) { population, rows in
            population.addOrders(of: rows, to: &orders, objectors: false, by: proposed)
            population.addOrders(of: rows, to: &objectors, objectors: true, by: proposed)
            after.ordersGivenBackBeyondWorth += population.ordersGivenBackBeyondWorth(of: rows, by: proposed)
        }
        guard isWhole else { return nil }
        let standing = models.standing
        after.model = standing.number
        after.figures = ContiguousArray(repeating: OrdersChange.Figures(), count: read { $0.profileCount })
        let (profiles, others) = (orders.profiles, objectors.profiles)
        // As all are scored when that is so.
        let shown = read { $0.shownRFMModel }
        let goesByOrders = rfmModel(shown)?.metric == .orders
        let standard = models.state.withLock { RFMScoring(settings: $0.rfm.settings, borders: $0.settledBorders) }
        let rfm = shown == .standard || !goesByOrders ? standard : models.scoring(by: shown) ?? standard
        let scoring = try? Scoring(
            orders, options: summaryOptions, minimumCustomers: settings.minimumCustomers, model: standing.model, rfm: rfm)
        after.short = (scoring?.analysis.eligibility).short
        if isOver() { return nil }
        for (row, profile) in profiles.enumerated() {
            if let score = scoring?.score(row) { after.figures[profile.index] = OrdersChange.Figures(score) }
        }
        if let counted = try? CustomerSummaries(orders: objectors.orders, refunds: objectors.refunds, options: summaryOptions) {
            for (row, profile) in others.enumerated() {
                let score = CustomerScore(row, summaries: counted, predictions: nil, rfm: nil)
                if let score { after.figures[profile.index] = OrdersChange.Figures(score) }
            }
        }
        if isOver() { return nil }
        let before = models.look(self)
        if !goesByOrders {
            // The groups that are shown are made of other events than orders: they stay.
            for row in after.figures.indices where row < before.figures.count { after.figures[row].group = before.figures[row].group }
        }
        return OrdersChange(
            before, after, currency: settings.currency ?? .none, asOf: standing.scoredAsOf, most: OrdersChange.mostPreviewed)
    }

    /// Reads everybody, some at a time; `false` where nobody waits for it any more.
    private func inPieces(unless isOver: () -> Bool, _ body: (Population, Range<Int>) -> Void) -> Bool {
        var row = 0
        while !isOver() {
            let count = read { population in
                body(population, row..<row + Self.proposedAtOnce)
                return population.profileCount
            }
            row += Self.proposedAtOnce
            if row >= count { return true }
        }
        return false
    }
}

extension OrdersProposal {
    /// Where what is proposed stands in a request.
    var pointer: String {
        if case .mapped(_, let mapped) = self { mapped.pointer } else { "/data/attributes/definition" }
    }

    /// The definition that is proposed, where one is.
    public var definition: CustomMetricDefinition? {
        switch self {
        case .mapped: nil
        case .new(_, let definition), .changed(_, let definition, _): definition
        }
    }

    fileprivate var methodPointer: String { "/data/attributes/definition/aggregation_method" }
}
