import Journal
import Population

extension Shop {
    /// Finds out what a custom metric needs to know of events that came before, then writes its definition.
    ///
    /// - Parameter check: looks at what it would count before it is written.
    func change(
        _ metric: CustomMetric, _ check: () throws(IntakeError) -> Void = {}, then write: @escaping @Sendable (Intake) -> Void
    ) throws(IntakeError) {
        try prepare(metric)
        defer { finish(metric) }
        try check()
        try writeAndWait(isAlone: true) { (intake) throws(IntakeError) in write(intake) }
    }

    /// Finds out what a custom metric needs to know of events, and keeps it until ``finish(_:)``. On the queue of custom metrics, so that what is
    /// found out for one is whole before it is used for another.
    ///
    /// - Parameter isOver: whether nobody needs it any more.
    /// - Returns: `false` where that was so before the end: then nothing is kept.
    @discardableResult
    func prepare(_ metric: CustomMetric, unless isOver: () -> Bool = { false }) throws(IntakeError) -> Bool {
        let (missing, sequence) = population.write { ($0.prepare(metric), $0.sequence) }
        do throws(JournalError) {
            if try fill(missing, through: sequence, unless: isOver) { return true }
        } catch {
            finish(metric)
            throw .unavailable(error)
        }
        finish(metric)
        return false
    }

    /// Lets go of what a custom metric needed, unless it is there now.
    func finish(_ metric: CustomMetric) { population.write { $0.finish(metric) } }

    private func fill(_ missing: Population.MissingMarks, through last: UInt64, unless isOver: () -> Bool) throws(JournalError) -> Bool {
        let metrics = missing.metrics
        guard !metrics.isEmpty else { return true }
        var found = Population.FoundMarks(missing, through: last)
        var isCutOff = false
        do {
            try journal.forEachBlock(after: 0) { block in
                isCutOff = isCutOff || isOver()
                guard block.firstSequence <= last, !isCutOff else { return }
                try block.forEachEvent(of: metrics) { event, sequence in
                    if sequence <= last { found.look(at: event, sequence: sequence) }
                }
                guard found.isFull else { return }
                tell(found)
                found.forgetAmounts()
            }
        } catch {
            throw (error as? JournalError) ?? JournalError(.damaged, "The journal cannot be read: \(error)")
        }
        guard !isCutOff else { return false }
        tell(found)
        return true
    }

    /// Writers get their turn after each metric.
    private func tell(_ found: Population.FoundMarks) {
        for metric in found.metrics { population.write { $0.mark(metric, found) } }
    }
}
