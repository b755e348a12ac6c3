import Facts

/// Makes the digests of profiles, one after another.
struct ProfileDigests {
    private let population: Population
    // Names are many times as few as profiles: each is looked at once.
    private let standardNames: [UInt64]
    private let customNames: [UInt64]
    private let currencies: [UInt64]
    private let custom: [CountedEvents]

    init(_ population: Population) {
        self.population = population
        standardNames = population.standard.names.map { Fingerprint($0).value }
        customNames = population.custom.names.map { Fingerprint($0).value }
        currencies = population.currencyDigests
        custom = population.customMetrics.sorted { $0.key < $1.key }.flatMap { population.counted($0.value) }
    }

    subscript(profile: ProfileNumber) -> UInt64 {
        var mixture = Mixture()
        mixture.add(profile)
        addStanding(profile, to: &mixture)
        addIdentities(profile, to: &mixture)
        mixture.add(sum(population.standard, standardNames, profile))
        mixture.add(sum(population.custom, customNames, profile))
        for channel in Channel.allCases { add(population.consent(channel, of: profile), to: &mixture) }
        addLists(profile, to: &mixture)
        addGroups(profile, to: &mixture)
        for metric in population.events.indices { addEvents(MetricNumber(UInt32(metric)), of: profile, to: &mixture) }
        for events in custom {
            events.forEach(profile) { event in
                mixture.add(event.sequence)
                mixture.add(event.value)
            }
        }
        return mixture.bits
    }

    private func addStanding(_ profile: ProfileNumber, to mixture: inout Mixture) {
        let profiles = population.profiles
        mixture.add(UInt64(profiles.states[profile.index].rawValue))
        mixture.add(profiles.createdSeconds[profile.index])
        mixture.add(profiles.updatedSeconds[profile.index])
        mixture.add(profiles.lastEventSeconds[profile.index])
        if let into = profiles.mergedInto[profile] { mixture.add(into) }
        for from in (profiles.mergedFrom[profile] ?? []).sorted() { mixture.add(from) }
    }

    private func addIdentities(_ profile: ProfileNumber, to mixture: inout Mixture) {
        for kind in IdentityKind.allCases {
            let all = population.allIdentities(kind, of: profile)
            mixture.add(all.count)
            for text in all {
                mixture.add(text)
                // An identity that does not lead back is not the profile's.
                mixture.add(population.profile(kind, text) == profile)
            }
        }
    }

    /// RFM groups, those of the past too.
    private func addGroups(_ profile: ProfileNumber, to mixture: inout Mixture) {
        for (model, log) in population.rfmLogs.sorted(by: { $0.key < $1.key }) where log.knows(profile.index) {
            mixture.add(model.value)
            log.forEach(profile.index) { seconds, packed in
                mixture.add(seconds)
                mixture.add(UInt64(packed))
            }
        }
    }

    /// Properties have no order.
    private func sum(_ columns: PropertyColumns, _ names: [UInt64], _ profile: ProfileNumber) -> UInt64 {
        var sum: UInt64 = 0
        columns.forEach(row: profile.index) { place, code in
            var mixture = Mixture()
            mixture.add(names[place])
            mixture.add(population.values.fingerprint(code))
            sum &+= mixture.bits
        }
        return sum
    }

    private func add(_ consent: ConsentState, to mixture: inout Mixture) {
        mixture.add(UInt64(consent.status.rawValue))
        mixture.add(consent.statusSeconds)
        mixture.add(consent.proofSequence)
        mixture.add(UInt64(consent.suppressions.rawValue))
        mixture.add(consent.addressSeconds)
        mixture.add(consent.objectionSeconds)
    }

    private func addLists(_ profile: ProfileNumber, to mixture: inout Mixture) {
        var sum: UInt64 = 0
        for (list, members) in population.lists {
            guard let seconds = members.joinedSeconds(profile) else { continue }
            var mixture = Mixture()
            mixture.add(list.value)
            mixture.add(seconds)
            sum &+= mixture.bits
        }
        mixture.add(sum)
        var segments: UInt64 = 0
        for (segment, members) in population.segments {
            guard let seconds = members.joinedSeconds(profile) else { continue }
            var mixture = Mixture()
            mixture.add(segment.value)
            mixture.add(seconds)
            segments &+= mixture.bits
        }
        mixture.add(segments)
    }

    private func addEvents(_ metric: MetricNumber, of profile: ProfileNumber, to mixture: inout Mixture) {
        let columns = population.events[metric.index]
        let count = columns.count(profile)
        guard count > 0 else { return }
        mixture.add(metric.value)
        mixture.add(count)
        mixture.add(columns.sum(profile))
        let meansOrders = population.mapping.meaning(metric)?.isOfOrders == true
        columns.forEach(profile) { event in
            mixture.add(event.seconds)
            mixture.add(event.sequence)
            mixture.add(event.value)
            mixture.add(event.order)
            mixture.add(currencies[Int(event.currency)])
            if population.browserFacts.contains(event.sequence) { mixture.add("browser") }
            guard meansOrders, event.order != 0 else { return }
            add(order: event.order, to: &mixture)
        }
    }

    /// What the whole shop knows of an order.
    private func add(order: UInt64, to mixture: inout Mixture) {
        let book = population.book
        if let place = book.place(order) {
            mixture.add(place.profile)
            mixture.add(place.sequence)
        }
        mixture.add(book.isCancelled(order))
        for refund in book.refunds(order) { mixture.add(refund.digest(currencies)) }
    }
}

extension Population {
    /// The digest of each number that events carry for a currency. Numbers are given in order of appearance, which may differ; what they
    /// stand for may not.
    var currencyDigests: [UInt64] { [0] + currencies.map { Fingerprint($0.code).value } }
}

extension OrderBook {
    /// Of every order, refund and cancellation that is known; their order does not matter.
    func digest(_ currencies: [UInt64]) -> UInt64 {
        var sum: UInt64 = 0
        forEach { order, place in
            var mixture = Mixture()
            mixture.add(order)
            mixture.add(place.profile)
            mixture.add(place.sequence)
            sum &+= mixture.bits
        }
        forEachRefund { order, refund in
            var mixture = Mixture()
            mixture.add(order)
            mixture.add(refund.digest(currencies))
            sum &+= mixture.bits
        }
        forEachCancelled { order in
            var mixture = Mixture()
            mixture.add(order)
            sum &+= mixture.bits
        }
        return sum
    }
}

extension OrderBook.Refund {
    fileprivate func digest(_ currencies: [UInt64]) -> UInt64 {
        var mixture = Mixture()
        mixture.add(profile)
        mixture.add(seconds)
        mixture.add(sequence)
        mixture.add(value ?? .nan)
        mixture.add(currencies[Int(currency)])
        return mixture.bits
    }
}
