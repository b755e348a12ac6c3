public import Facts

extension JournalBlock {
    /// Hands over the facts in order, with their numbers and when each was taken in. The caller's errors come through as they are.
    public func forEachFact(_ body: (_ fact: Fact, _ sequence: UInt64, _ recordedAt: Instant) throws -> Void) throws {
        var reader = FactReader(bytes)
        var sequence = firstSequence
        for run in spans.runs {
            for _ in 0..<run.count {
                guard let fact = try next(&reader, sequence) else { return }
                try body(fact, sequence, run.instant)
                sequence += 1
            }
        }
    }

    /// Hands over the events of some metrics in order, with their numbers.
    ///
    /// - Parameter metrics: by number, whether a metric's events are wanted.
    public func forEachEvent(of metrics: [Bool], _ body: (_ event: EventBytes, _ sequence: UInt64) -> Void) throws(JournalError) {
        do throws(FactReader.Failure) {
            try FactReader.forEachEvent(in: bytes, of: metrics) { body($1, firstSequence + UInt64($0)) }
        } catch {
            throw JournalError(.damaged, "A fact after \(firstSequence) of the journal cannot be read: \(error).")
        }
    }

    private func next(_ reader: inout FactReader, _ sequence: UInt64) throws(JournalError) -> Fact? {
        do throws(FactReader.Failure) {
            return try reader.next()
        } catch {
            throw JournalError(.damaged, "Fact \(sequence) of the journal cannot be read: \(error).")
        }
    }
}
