import Facts
import Journal
import Population

/// Builds the columns from the journal.
struct Replay {
    /// What of the journal is taken up, where not all of it is.
    enum Cut {
        /// What is dated before a moment, whenever it was told.
        case dated(before: Instant)
        /// What had been told before a moment, whatever it is dated.
        case arrived(before: Instant)
    }

    /// The model that was put to use last; `nil` where none was.
    var model: UInt32?
    /// When that was.
    var adoptedAt: Instant?

    private let population: Population
    private let end: UInt64
    // Whether the rest is left out.
    private var isOver = false
    // Facts that were read and not yet taken up.
    private var facts: [Fact] = []
    private var stamps: [(sequence: UInt64, recordedAt: Instant)] = []

    private init(_ population: Population, through end: UInt64) {
        self.population = population
        self.end = end
    }

    /// Takes up the facts after the last that a population has.
    ///
    /// - Parameters:
    ///   - last: the number of the last fact to take up; by default the last there is.
    ///   - cut: where given, what is left out.
    static func run(
        _ journal: Journal, into population: Population, through last: UInt64 = .max, cut: Cut? = nil,
        progress: (String, Double) -> Void = { _, _ in }
    ) throws(JournalError) -> Replay {
        var replay = Replay(population, through: min(last, journal.lastSequence))
        let end: UInt32? = if case .dated(let moment) = cut { UInt32(clamping: moment.secondsSince1970) } else { nil }
        let arrival: Instant? = if case .arrived(let moment) = cut { moment } else { nil }
        try journal.forEachFact(after: population.sequence) { fact, sequence, recordedAt in
            guard sequence <= replay.end, !replay.isOver else { return }
            if let arrival, recordedAt >= arrival {
                // In the order of arrival: what came later builds on it.
                replay.isOver = true
                return
            }
            if let end, fact.isDated(from: end) { return }
            replay.take(fact, sequence, recordedAt)
            guard sequence % 10_000 == 0 else { return }
            // All are scored when the journal was read.
            population.forgetTouched()
            progress("Reading the journal", Double(sequence) / Double(max(1, replay.end)))
        }
        replay.takeUp()
        if let end { population.leaveOut(createdFrom: end) }
        population.forgetTouched()
        return replay
    }

    private mutating func take(_ fact: Fact, _ sequence: UInt64, _ recordedAt: Instant) {
        facts.append(fact)
        stamps.append((sequence, recordedAt))
        if facts.count == Population.factsPrepared { takeUp() }
    }

    private mutating func takeUp() {
        population.prepare(for: facts[...])
        for (fact, stamp) in zip(facts, stamps) {
            population.apply(fact, sequence: stamp.sequence, recordedAt: stamp.recordedAt)
            if case .model(let fact) = fact {
                model = fact.model
                adoptedAt = Instant(secondsSince1970: Int64(fact.seconds))
            }
        }
        facts.removeAll(keepingCapacity: true)
        stamps.removeAll(keepingCapacity: true)
    }
}

extension Fact {
    /// Whether it is dated from a second on. Kinds of events, models and who there is are known whenever they were told: what is told late of an
    /// earlier time needs them.
    fileprivate func isDated(from second: UInt32) -> Bool {
        switch self {
        case .profile(let fact): !fact.isNew && fact.seconds >= second
        case .event(let fact): fact.seconds >= second
        case .consent(let fact): fact.seconds >= second
        case .membership(let fact): fact.seconds >= second
        case .profiling(let fact): fact.seconds >= second
        case .segment(let fact): fact.seconds >= second
        case .rfm(let fact): fact.seconds >= second
        // Who was erased is so for all times, and who is one person was one then.
        case .merge, .erasure, .metric, .model: false
        }
    }
}
