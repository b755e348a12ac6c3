public import Facts

extension Population {
    /// How many facts to prepare at a time: what they touch fits into the nearer memory.
    public static let factsPrepared = 128

    /// Lets the memory that some facts will touch be brought near, all of it at once: one fact after another waits for each place by itself,
    /// and in a large shop that is most of its cost. Changes nothing.
    public func prepare(for facts: ArraySlice<Fact>) {
        // Held for all of them; nothing is written before they are let go.
        let (states, moments, events, fingerprints, book) = (profiles.states, profiles.lastEventSeconds, events, fingerprints, book)
        for fact in facts {
            guard case .event(let event) = fact, event.metric.index < events.count else { continue }
            states.prefetch(event.profile.index)
            moments.prefetch(event.profile.index)
            events[event.metric.index].prefetchRun(event.profile)
            fingerprints.prefetch(Self.fingerprint(event.identity, event.profile))
            if event.order != 0 { book.prefetch(event.order) }
        }
        for fact in facts {
            guard case .event(let event) = fact, event.metric.index < events.count else { continue }
            events[event.metric.index].prefetchEnd(event.profile)
        }
    }
}
