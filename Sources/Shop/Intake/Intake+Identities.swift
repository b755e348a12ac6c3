public import Facts
public import Population

// Who somebody is: found, made, changed, joined, erased.
extension Intake {
    /// The profile that a number stands for now; `nil` where it was erased or never was.
    public func canonical(_ profile: ProfileNumber) -> ProfileNumber? {
        let current = last(profile)
        guard !erased.contains(current) else { return nil }
        if current.index >= population.profileCount { return current.index < population.profileCount + Int(newRows) ? current : nil }
        return population.isLive(current) ? current : nil
    }

    /// Whose an identity is.
    public func owner(_ kind: IdentityKind, _ text: String) -> ProfileNumber? {
        if !owners.isEmpty, let known = owners[IdentityKey(kind: kind, text: text)] { return known.flatMap { canonical($0) } }
        return population.profile(kind, text).flatMap { canonical($0) }
    }

    /// The profiles that identities lead to, each once, those of stronger identities first.
    public func find(_ identities: Identities) -> [ProfileNumber] {
        var found: [ProfileNumber] = []
        for kind in IdentityKind.byStrength {
            guard let text = identities[kind], let profile = owner(kind, text), !found.contains(profile) else { continue }
            found.append(profile)
        }
        if found.isEmpty, let profile = knownByNumber(identities) { return [profile] }
        return found
    }

    /// The customer whom an external id names by the number that the shop's orders have, as answers show it.
    ///
    /// Only where nothing else says who it is: numbers of two systems may be alike, and two people must not become one by that.
    private func knownByNumber(_ identities: Identities) -> ProfileNumber? {
        guard let text = identities[.externalID], identities[.email] == nil, identities[.phone] == nil,
            let customer = owner(.customerID, text), chain(.externalID, of: customer).isEmpty
        else { return nil }
        return customer
    }

    /// The profile that identities belong to: found, made, or joined from several.
    ///
    /// What is not known of the identities is added to it, beside what it shows.
    public func profile(_ identities: Identities) throws(IntakeError) -> (number: ProfileNumber, isNew: Bool) {
        guard !identities.isEmpty else {
            throw .invalid(
                pointer: "/data/attributes",
                detail: "At least one identifier is needed: id, email, phone_number, external_id or anonymous_id.")
        }
        var found = find(identities)
        guard let first = found.first else { return (try create(identities, change: []), true) }
        var profile = first
        if found.count > 1 {
            found.sort { isStronger($0, than: $1) }
            profile = found[0]
            for other in found.dropFirst() { merge(other, into: profile) }
        }
        let unknown = identities.given.filter { owner($0.kind, $0.text) == nil }
        if !unknown.isEmpty {
            for (kind, text) in unknown { give(kind, text, to: profile, replacing: false) }
            let object = unknown.map { (name: $0.kind.attributeName, text: $0.text) }
            record(
                .profile(
                    ProfileFact(
                        profile: profile, isNew: false, seconds: nowSeconds, change: ProfileChange.aliases(object)[...])))
        }
        return (profile, false)
    }

    /// Whether a profile outlives another when both are one person: one that can be written to before one that cannot, then the older.
    private func isStronger(_ a: ProfileNumber, than b: ProfileNumber) -> Bool {
        let strengths = [a, b].map { profile in
            IdentityKind.byStrength.firstIndex { !chain($0, of: profile).isEmpty } ?? IdentityKind.byStrength.count
        }
        return strengths[0] != strengths[1] ? strengths[0] < strengths[1] : a < b
    }

    /// Makes a profile.
    ///
    /// - Parameters:
    ///   - change: more about it, as JSON; see ``ProfileFact/change``. The identities are added to it.
    ///   - place: where the profile stands in the request, for errors.
    ///   - source: through which door it came.
    public func create(
        _ identities: Identities, change: [UInt8], at place: String = "/data", source: FactSource = .api
    ) throws(IntakeError) -> ProfileNumber {
        if let known = find(identities).first { throw .duplicateProfile(known) }
        try checkProperties(change, of: nil, at: place, source: source)
        let row = population.profileCount + Int(newRows)
        guard let number = UInt32(exactly: row), number < .max else { throw .full(.profiles, pointer: nil) }
        let profile = ProfileNumber(number)
        newRows += 1
        undo.append(.row)
        for (kind, text) in identities.given { give(kind, text, to: profile, replacing: true) }
        record(
            .profile(
                ProfileFact(
                    profile: profile, isNew: true, seconds: nowSeconds,
                    change: ProfileChange.merged(identities.given.map { ($0.kind.attributeName, $0.text) }, change)[...])))
        return profile
    }

    /// Changes a profile.
    ///
    /// - Parameters:
    ///   - change: as JSON; see ``ProfileFact/change``. Holds no identities.
    ///   - identities: identities that it is to show from now on.
    ///   - cleared: kinds of identity that it is to have no more.
    ///   - place: where the profile stands in the request, for errors.
    ///   - source: through which door it came.
    public func change(
        _ profile: ProfileNumber, _ change: [UInt8], identities: Identities = Identities(), cleared: [IdentityKind] = [],
        at place: String = "/data", source: FactSource = .api
    ) throws(IntakeError) {
        guard let profile = canonical(profile) else { throw .notFound("There is no such profile.") }
        for (kind, text) in identities.given {
            if let other = owner(kind, text), other != profile { throw .duplicateProfile(other) }
        }
        try checkProperties(change, of: profile, at: place, source: source)
        for (kind, text) in identities.given { give(kind, text, to: profile, replacing: kind != .customerID) }
        for kind in cleared { set(IdentityChain(), kind, of: profile) }
        let json = ProfileChange.merged(identities.given.map { ($0.kind.attributeName, $0.text) }, change, cleared: cleared)
        guard !json.isEmpty else { return }
        record(.profile(ProfileFact(profile: profile, isNew: false, seconds: nowSeconds, change: json[...])))
    }

    /// Makes two profiles one. Nothing happens where they are, or where one of them is no more.
    public func merge(_ from: ProfileNumber, into: ProfileNumber) {
        guard let from = canonical(from), let into = canonical(into), from != into else { return }
        for kind in IdentityKind.allCases {
            let moved = chain(kind, of: from)
            guard !moved.isEmpty else { continue }
            var joined = chain(kind, of: into)
            joined.take(moved)
            set(IdentityChain(), kind, of: from)
            set(joined, kind, of: into)
        }
        undo.append(.merge(from, into: into, sources: sources[into]))
        mergedInto[from] = into
        sources[into, default: []] += [from] + (sources[from] ?? [])
        record(.merge(MergeFact(from: from, into: into, seconds: nowSeconds)))
    }

    /// Erases a person. What the journal holds of them is blanked afterwards.
    ///
    /// Keyed hashes of the identities stay, so that what was told of the person before is not taken for something new when it is told again.
    public func erase(_ profile: ProfileNumber) {
        guard let profile = canonical(profile) else { return }
        var hashes: [UInt64] = []
        for kind in IdentityKind.allCases { hashes += chain(kind, of: profile).texts.map { identityHash(kind, $0) } }
        if !hashes.isEmpty {
            for hash in hashes { erasedHashes[hash, default: []].append(profile) }
            record(
                .profile(
                    ProfileFact(profile: profile, isNew: false, seconds: nowSeconds, change: ProfileChange.erased(hashes)[...])))
        }
        erased.insert(profile)
        undo.append(.erasure(profile, hashes: hashes))
        record(.erasure(ErasureFact(profile: profile, seconds: nowSeconds)))
    }

    /// The tombstone of somebody with one of these identities who did this before being erased; `nil` where it is new.
    ///
    /// - Parameters:
    ///   - identity: what makes the event one for ever; see ``EventFact/identity``.
    ///   - order: the ``Fingerprint`` of the order that it names; 0 for none.
    func erasedAuthor(_ identities: Identities, identity: UInt64, order: UInt64) -> ProfileNumber? {
        guard population.hasErasedIdentities || !erasedHashes.isEmpty else { return nil }
        for (kind, text) in identities.given {
            let hash = identityHash(kind, text)
            for tombstone in population.erased(hash: hash) + (erasedHashes[hash] ?? []) {
                if hasEvent(identity, of: tombstone) { return tombstone }
                if order != 0, author(ofOrder: order) == tombstone { return tombstone }
            }
        }
        return nil
    }

    /// Who placed an order, by the number that whoever that was has now, erased or not.
    private func author(ofOrder order: UInt64) -> ProfileNumber? {
        if let known = population.profile(ofOrder: order) { return last(known) }
        // Orders of this batch are looked through one by one: this is asked of nobody but people who were erased.
        for case .event(let fact) in facts where fact.order == order && isOrder(fact.metric) { return last(fact.profile) }
        return nil
    }

    /// The end of a chain of merges.
    func last(_ profile: ProfileNumber) -> ProfileNumber {
        var current = profile
        if case .merged(let into) = population.standing(current) { current = into }
        // Each step goes to a profile that was live when it was recorded: this ends.
        while let next = mergedInto[current] { current = next }
        return current
    }

    /// Whether an event was taken in already, for a profile or for one that went into it.
    func hasEvent(_ identity: UInt64, of profile: ProfileNumber) -> Bool {
        func isKnown(_ profile: ProfileNumber) -> Bool {
            fingerprints.contains(Population.fingerprint(identity, profile)) || population.hasEvent(identity: identity, of: profile)
        }
        return isKnown(profile) || sources[profile]?.contains(where: isKnown) == true
    }

    // MARK: The identities of a profile

    /// The identities of a kind that a profile has by now.
    private func chain(_ kind: IdentityKind, of profile: ProfileNumber) -> IdentityChain {
        if let known = chains[ChainKey(kind: kind, profile: profile)] { return known }
        guard profile.index < population.profileCount else { return IdentityChain() }
        return IdentityChain(texts: population.allIdentities(kind, of: profile))
    }

    private func give(_ kind: IdentityKind, _ text: String, to profile: ProfileNumber, replacing: Bool) {
        var chain = chain(kind, of: profile)
        chain.give(text, replacing: replacing)
        set(chain, kind, of: profile)
    }

    /// Gives a profile other identities of a kind: those that it had are nobody's, unless they are among them.
    private func set(_ chain: IdentityChain, _ kind: IdentityKind, of profile: ProfileNumber) {
        let before = self.chain(kind, of: profile)
        for text in before.texts where !chain.texts.contains(text) { set(IdentityKey(kind: kind, text: text), nil) }
        for text in chain.texts where !before.texts.contains(text) { set(IdentityKey(kind: kind, text: text), profile) }
        let key = ChainKey(kind: kind, profile: profile)
        undo.append(.chain(key, old: chains[key]))
        chains[key] = chain
    }

    private func set(_ key: IdentityKey, _ profile: ProfileNumber?) {
        undo.append(.owner(key, old: owners[key]))
        owners[key] = .some(profile)
    }
}

extension IdentityKind {
    /// What says most surely who somebody is comes first.
    static let byStrength: [IdentityKind] = [.email, .phone, .externalID, .customerID, .anonymousID]
}
