import Facts
import Journal
import Population

/// Builds the columns from the journal.
struct Replay {
    /// The model that was put to use last; `nil` where none was.
    var model: UInt32?
    /// When that was.
    var adoptedAt: Instant?

    /// Takes up the facts after the last that a population has.
    ///
    /// - Parameter last: the number of the last fact to take up; by default the last there is.
    static func run(
        _ journal: Journal, into population: Population, through last: UInt64 = .max, progress: (String, Double) -> Void = { _, _ in }
    ) throws(JournalError) -> Replay {
        var replay = Replay()
        let end = min(last, journal.lastSequence)
        try journal.forEachFact(after: population.sequence) { fact, sequence, recordedAt in
            guard sequence <= end else { return }
            population.apply(fact, sequence: sequence, recordedAt: recordedAt)
            if case .model(let fact) = fact {
                replay.model = fact.model
                replay.adoptedAt = Instant(secondsSince1970: Int64(fact.seconds))
            }
            guard sequence % 10_000 == 0 else { return }
            // All are scored when the journal was read.
            population.forgetTouched()
            progress("Reading the journal", Double(sequence) / Double(max(1, end)))
        }
        population.forgetTouched()
        return replay
    }
}
