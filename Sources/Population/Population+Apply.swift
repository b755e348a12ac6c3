public import Facts
import JSON

extension Population {
    /// Takes up a fact that the journal holds under a number, since a moment.
    public func apply(_ fact: Fact, sequence: UInt64, recordedAt: Instant) {
        self.sequence = sequence
        tally.count(fact, recordedAt: recordedAt)
        switch fact {
        case .event(let fact): apply(fact, UInt32(clamping: sequence))
        case .profile(let fact): apply(fact)
        case .merge(let fact): apply(fact)
        case .consent(let fact):
            guard profiles.isLive(fact.profile) else { return }
            apply(fact, sequence: UInt32(clamping: sequence))
        case .membership(let fact):
            guard profiles.isLive(fact.profile) else { return }
            apply(fact)
        case .erasure(let fact): erase(fact)
        case .profiling(let fact):
            guard profiles.isLive(fact.profile) else { return }
            if fact.isObjected {
                profiles.states[fact.profile.index].insert(.objected)
            } else {
                profiles.states[fact.profile.index].remove(.objected)
            }
            touched.append(fact.profile)
        case .metric(let fact):
            metrics.add(fact)
            while events.count < metrics.all.count { events.append(EventColumns()) }
            keepWanted(fact)
            if customMetrics.values.contains(where: { $0.metrics.contains(fact.metric) }) { keepMarks() }
            for meaning in MetricMapping.Meaning.allCases where meaning.usualName == fact.name && mapping[meaning] == nil {
                mapping[meaning] = fact.metric
            }
            resolveSources()
        case .model: break
        case .segment(let fact): apply(fact)
        case .rfm(let fact):
            apply(fact)
            lastToldGroup = sequence
        }
    }

    private func apply(_ fact: EventFact, _ sequence: UInt32) {
        guard profiles.isLive(fact.profile), fact.metric.index < events.count else { return }
        fingerprints.insert(Self.fingerprint(fact.identity, fact.profile))
        let currency = fact.currency.map { number(of: $0) } ?? 0
        let event = EventColumns.Event(
            seconds: fact.seconds, sequence: sequence, amount: fact.value, order: fact.order, currency: currency)
        let place = events[fact.metric.index].add(event, to: fact.profile)
        takeUp(fact, at: place)
        if fact.source == .client { browserFacts.insert(sequence) }
        let row = fact.profile.index
        profiles.lastEventSeconds[row] = max(profiles.lastEventSeconds[row], fact.seconds)
        noteRFM(fact)
        guard let meaning = mapping.meaning(fact.metric), meaning.isOfOrders else { return }
        if mapping.custom[meaning] == nil { return note(event, meaning, profile: fact.profile) }
        let columns = events[fact.metric.index]
        let source = orderSources[meaning]?.first { $0.metric == fact.metric }
        let columnPlace = columns.columnPlace(fact.profile, at: place)
        guard let value = source.flatMap({ columns.marks.value($0.ways, at: columnPlace, own: event.value) }) else { return }
        var counted = event
        counted.value = value
        note(counted, meaning, profile: fact.profile)
    }

    /// Takes up what an event that counts says of orders: nothing where a browser told it.
    private func note(_ event: EventColumns.Event, _ meaning: MetricMapping.Meaning, profile: ProfileNumber) {
        guard !browserFacts.contains(event.sequence) else { return }
        switch meaning {
        case .revenue:
            touched.append(profile)
            guard event.order != 0 else { return }
            book.note(event, meaning, profile: profile)
            // Refunds of others for this order may have come before it.
            touched += book.refunds(event.order).map(\.profile)
        case .refundedSales:
            touched.append(profile)
            guard event.order != 0 else { return }
            book.note(event, meaning, profile: profile)
            if let place = book.place(event.order) { touched.append(place.profile) }
        case .cancelledSales:
            guard event.order != 0 else { return }
            book.note(event, meaning, profile: profile)
            if let place = book.place(event.order) { touched.append(place.profile) }
        default: break
        }
    }

    /// Takes up what is left of an event of somebody who was erased: that its order is known, and whether it was called off.
    private func note(_ remnant: Remnant) {
        guard !browserFacts.contains(remnant.sequence) else { return }
        book.note(remnant, mapping.meaning(remnant.metric))
    }

    private func apply(_ fact: MergeFact) {
        guard profiles.isLive(fact.from), profiles.isLive(fact.into), fact.from != fact.into else { return }
        for kind in identities.indices { identities[kind].merge(fact.from, into: fact.into) }
        standard.merge(fact.from.index, into: fact.into.index)
        custom.merge(fact.from.index, into: fact.into.index)
        mergeConsents(fact.from.index, into: fact.into.index)
        mergeLists(fact)
        mergeSegments(fact)
        for model in rfmLogs.keys { rfmLogs[model]?.merge(fact.from.index, into: fact.into.index) }
        forgetSavedScores(fact.from.index)
        for metric in events.indices {
            if mapping.meaning(MetricNumber(UInt32(metric))) != nil {
                var orders: [UInt64] = []
                events[metric].forEach(fact.from) { orders.append($0.order) }
                book.merge(orders, from: fact.from, into: fact.into)
            }
            events[metric].merge(fact.from, into: fact.into)
        }
        profiles.merge(fact.from, into: fact.into)
        noteMask(fact.into)
        profiles.updatedSeconds[fact.into.index] = max(profiles.updatedSeconds[fact.into.index], fact.seconds)
        scores.set(nil, of: fact.from)
        touched.append(fact.into)
    }

    private func erase(_ fact: ErasureFact) {
        let profile = fact.profile
        guard profiles.contains(profile) else { return }
        for kind in identities.indices { identities[kind].erase(profile) }
        standard.clear(row: profile.index)
        custom.clear(row: profile.index)
        forgetConsents(of: profile.index)
        leaveLists(fact)
        leaveSegments(fact)
        for model in rfmLogs.keys { rfmLogs[model]?.forget(profile.index) }
        forgetSavedScores(profile.index)
        for metric in events.indices {
            let number = MetricNumber(UInt32(metric))
            events[metric].forEach(profile) { event in
                guard event.order != 0 else { return }
                let remnant = Remnant(metric: number, order: event.order, profile: profile, sequence: event.sequence)
                remnants.append(remnant)
                // What made it count, or not, is forgotten with the person: the order stays known either way.
                note(remnant)
                forgetRefunds(of: event.order, by: profile)
            }
            events[metric].remove(profile)
        }
        scores.set(nil, of: profile)
        profiles.erase(profile)
    }

    /// Forgets what a profile gave back of an order, which may be somebody else's.
    private func forgetRefunds(of order: UInt64, by profile: ProfileNumber) {
        guard book.forgetRefunds(order, of: profile), let owner = book.place(order)?.profile, owner != profile else { return }
        touched.append(owner)
    }

    /// The number that events carry for a currency; 0 for the shop's own where no other number is left.
    func number(of currency: Currency) -> UInt8 {
        if let known = currencies.firstIndex(of: currency) { return UInt8(known + 1) }
        guard currencies.count < 255 else { return 0 }
        currencies.append(currency)
        return UInt8(currencies.count)
    }

    /// Which metrics say what of orders is something else now: what they said is read anew.
    public func set(mapping: MetricMapping) {
        guard mapping != self.mapping else { return }
        let isTheSame = mapping.meansTheSame(as: self.mapping)
        self.mapping = mapping
        resolveSources()
        guard !isTheSame else { return }
        book = OrderBook()
        touched = []
        isRecounted = true
        for meaning in MetricMapping.Meaning.allCases where meaning.isOfOrders {
            for events in counted(meaning) { events.forEach { profile, event in note(event, meaning, profile: profile) } }
        }
        for remnant in remnants { note(remnant) }
        for row in 0..<profiles.count where scores[ProfileNumber(UInt32(row))] != nil { touched.append(ProfileNumber(UInt32(row))) }
    }

    /// What makes an event of a profile one for ever.
    public static func fingerprint(_ identity: UInt64, _ profile: ProfileNumber) -> UInt64 {
        var state = identity &+ (UInt64(profile.row) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        state = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        state = (state ^ state >> 27) &* 0x94D0_49BB_1331_11EB
        state ^= state >> 31
        return state == 0 ? 1 : state
    }

    /// Whether an event was taken in already, for the profile or for one that went into it.
    public func hasEvent(identity: UInt64, of profile: ProfileNumber) -> Bool {
        if fingerprints.contains(Self.fingerprint(identity, profile)) { return true }
        guard let merged = profiles.mergedFrom[profile] else { return false }
        return merged.contains { fingerprints.contains(Self.fingerprint(identity, $0)) }
    }
}
