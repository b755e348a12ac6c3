import Facts
import Population

extension Shop {
    /// The meanings without which a shop knows nothing of orders.
    private static let needed: [MetricMapping.Meaning] = [.revenue, .refundedSales, .cancelledSales]

    /// Makes the metrics of orders, refunds and cancellations where no metric has these meanings, so that they can be named before the first
    /// event comes.
    public func makeOrderMetrics() async throws(IntakeError) {
        let missing = read { population in Self.needed.filter { population.mapping[$0] == nil } }
        guard !missing.isEmpty else { return }
        try await write { (intake) throws(IntakeError) in
            for meaning in missing { _ = try intake.metric(meaning.usualName) }
        }
    }
}
