import Facts
import Journal
import Population

/// Builds the columns from the journal.
struct Replay {
    /// The model that was put to use last; `nil` where none was.
    var model: UInt32?

    static func run(
        _ journal: Journal, into population: Population, progress: (String, Double) -> Void
    ) throws(JournalError) -> Replay {
        var replay = Replay()
        let last = journal.lastSequence
        var failure: JournalError?
        do {
            try journal.forEachBlock(after: 0) { block in
                var reader = FactReader(block.bytes)
                var sequence = block.firstSequence
                do throws(FactReader.Failure) {
                    while let fact = try reader.next() {
                        population.apply(fact, sequence: sequence, recordedAt: block.recordedAt)
                        if case .model(let fact) = fact { replay.model = fact.model }
                        sequence += 1
                    }
                } catch {
                    failure = JournalError(.damaged, "Fact \(sequence) of the journal cannot be read: \(error).")
                    throw error
                }
                progress("Reading the journal", Double(sequence) / Double(max(1, last)))
            }
        } catch {
            throw failure ?? (error as? JournalError) ?? JournalError(.damaged, "The journal cannot be read: \(error)")
        }
        return replay
    }
}
