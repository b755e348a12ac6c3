public import Facts
public import Journal
public import Population

/// What is being taken in by one group commit: what the shop knows, and over it what came since the last commit.
///
/// Works on the writer's thread alone. Facts are resolved one after another; the population takes them up once the journal has them.
public final class Intake {
    /// When this batch is taken in.
    public let now: Instant
    /// When what is being told happened, where that is not now: a profile that an import tells of was created then.
    public var past: Instant?

    let population: Population
    var facts: [Fact] = []
    var writer = FactWriter()
    var writes: [JournalWrite] = []
    private let firstSequence: UInt64

    private var owners: [IdentityKey: ProfileNumber?] = [:]
    private var newRows: UInt32 = 0
    private var fingerprints: Set<UInt64> = []
    private var metrics: [String: MetricNumber] = [:]
    private var metricCount: Int
    private var mergedInto: [ProfileNumber: ProfileNumber] = [:]
    private var erased: Set<ProfileNumber> = []
    private var undo: [Undo] = []

    private struct IdentityKey: Hashable {
        var kind: IdentityKind
        var text: String
    }

    private enum Undo {
        case owner(IdentityKey, old: ProfileNumber??)
        case fingerprint(UInt64)
        case metric(String)
        case row
        case merge(ProfileNumber)
        case erasure(ProfileNumber)
    }

    init(_ population: Population, now: Instant) {
        self.population = population
        self.now = now
        firstSequence = population.sequence + 1
        metricCount = population.allMetrics.count
    }

    /// Whether nothing was taken in.
    var isEmpty: Bool { facts.isEmpty && writes.isEmpty }

    /// The number that the next fact will have.
    var nextSequence: UInt64 { firstSequence + UInt64(facts.count) }

    // MARK: All or nothing

    /// Runs a piece of work; where it fails nothing of it stays.
    func attempt<Result>(_ body: (Intake) throws(IntakeError) -> Result) throws(IntakeError) -> Result {
        past = nil
        undo.removeAll(keepingCapacity: true)
        return try nested(body)
    }

    /// Runs a part of a piece of work; where it fails nothing of the part stays, and the rest may go on.
    public func nested<Result>(_ body: (Intake) throws(IntakeError) -> Result) throws(IntakeError) -> Result {
        let (mark, factCount, writeCount, undoCount) = (writer.mark, facts.count, writes.count, undo.count)
        do throws(IntakeError) {
            return try body(self)
        } catch {
            writer.rewind(to: mark)
            facts.removeSubrange(factCount...)
            writes.removeSubrange(writeCount...)
            for step in undo[undoCount...].reversed() { take(back: step) }
            undo.removeSubrange(undoCount...)
            throw error
        }
    }

    private func take(back step: Undo) {
        switch step {
        case .owner(let key, let old): if let old { owners[key] = .some(old) } else { owners[key] = nil }
        case .fingerprint(let value): fingerprints.remove(value)
        case .metric(let name):
            metrics[name] = nil
            metricCount -= 1
        case .row: newRows -= 1
        case .merge(let from): mergedInto[from] = nil
        case .erasure(let profile): erased.remove(profile)
        }
    }

    func record(_ fact: Fact) {
        facts.append(fact)
        writer.append(fact)
    }

    /// Adds something to the same commit that is no fact: a definition, a job, a key.
    public func write(_ write: JournalWrite) { writes.append(write) }

    // MARK: Who

    /// The moment as facts carry it.
    public var nowSeconds: UInt32 { UInt32(clamping: (past ?? now).secondsSince1970) }

    /// The profile that a number stands for now; `nil` where it was erased or never was.
    public func canonical(_ profile: ProfileNumber) -> ProfileNumber? {
        var current = profile
        if case .merged(let into) = population.standing(current) { current = into }
        // Each step goes to a profile that was live when it was recorded: this ends.
        while let next = mergedInto[current] { current = next }
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
        return found
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
            for (kind, text) in unknown { give(kind, text, to: profile) }
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
            profile.index < population.profileCount
                ? IdentityKind.byStrength.firstIndex { population.identity($0, of: profile) != nil } ?? IdentityKind.byStrength.count
                : IdentityKind.byStrength.count
        }
        return strengths[0] != strengths[1] ? strengths[0] < strengths[1] : a < b
    }

    /// Makes a profile.
    ///
    /// - Parameter change: more about it, as JSON; see ``ProfileFact/change``. The identities are added to it.
    public func create(_ identities: Identities, change: [UInt8]) throws(IntakeError) -> ProfileNumber {
        if let known = find(identities).first { throw .duplicateProfile(known) }
        let row = population.profileCount + Int(newRows)
        guard let number = UInt32(exactly: row), number < .max else { throw .conflict("There is no room for another profile.") }
        let profile = ProfileNumber(number)
        newRows += 1
        undo.append(.row)
        for (kind, text) in identities.given { give(kind, text, to: profile) }
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
    ///   - cleared: kinds of identity that it is to show no more.
    public func change(
        _ profile: ProfileNumber, _ change: [UInt8], identities: Identities = Identities(), cleared: [IdentityKind] = []
    ) throws(IntakeError) {
        guard let profile = canonical(profile) else { throw .notFound("There is no such profile.") }
        for (kind, text) in identities.given {
            if let other = owner(kind, text), other != profile { throw .duplicateProfile(other) }
        }
        for (kind, text) in identities.given {
            if kind != .customerID { forget(kind, of: profile) }
            give(kind, text, to: profile)
        }
        for kind in cleared { forget(kind, of: profile) }
        let json = ProfileChange.merged(identities.given.map { ($0.kind.attributeName, $0.text) }, change, cleared: cleared)
        guard !json.isEmpty else { return }
        record(.profile(ProfileFact(profile: profile, isNew: false, seconds: nowSeconds, change: json[...])))
    }

    private func give(_ kind: IdentityKind, _ text: String, to profile: ProfileNumber) { set(IdentityKey(kind: kind, text: text), profile) }

    private func forget(_ kind: IdentityKind, of profile: ProfileNumber) {
        guard profile.index < population.profileCount, let old = population.identity(kind, of: profile) else { return }
        if owner(kind, old) == profile { set(IdentityKey(kind: kind, text: old), nil) }
    }

    private func set(_ key: IdentityKey, _ profile: ProfileNumber?) {
        undo.append(.owner(key, old: owners[key]))
        owners[key] = .some(profile)
    }

    /// Makes two profiles one.
    public func merge(_ from: ProfileNumber, into: ProfileNumber) {
        guard from != into else { return }
        mergedInto[from] = into
        undo.append(.merge(from))
        record(.merge(MergeFact(from: from, into: into, seconds: nowSeconds)))
    }

    /// Erases a person. What the journal holds of them is blanked afterwards.
    public func erase(_ profile: ProfileNumber) {
        erased.insert(profile)
        undo.append(.erasure(profile))
        record(.erasure(ErasureFact(profile: profile, seconds: nowSeconds)))
    }

    // MARK: What

    /// The number of a metric, which is made where it is new.
    public func metric(_ name: String, integration: String = "API") throws(IntakeError) -> MetricNumber {
        if let known = population.metric(named: name) ?? metrics[name] { return known }
        guard metricCount < Self.mostMetrics else {
            throw .conflict("There are \(Self.mostMetrics) metrics, the most that a shop may have. \"\(name)\" would be another.")
        }
        let metric = MetricNumber(UInt32(metricCount))
        metricCount += 1
        metrics[name] = metric
        undo.append(.metric(name))
        record(.metric(MetricFact(metric: metric, name: name, integration: integration, seconds: nowSeconds)))
        return metric
    }

    /// More kinds of events than any shop has; a name made of changing parts would otherwise fill the memory.
    static let mostMetrics = 2_000

    /// Takes in an event; one that was taken in before has no second effect.
    public func event(_ event: EventIntake) throws(IntakeError) -> EventOutcome {
        let profile: ProfileNumber
        if let number = event.profile {
            guard let known = canonical(number) else { throw .notFound("There is no such profile.") }
            profile = known
        } else {
            profile = try self.profile(event.identities).number
        }
        let metric = try metric(event.metric, integration: event.integration)
        let seconds = event.time.map { UInt32(clamping: $0.secondsSince1970) } ?? nowSeconds
        let identity = Self.identity(metric, uniqueID: event.uniqueID, seconds: seconds)
        if !event.change.isEmpty {
            record(.profile(ProfileFact(profile: profile, isNew: false, seconds: nowSeconds, change: event.change[...])))
        }
        guard isNew(identity, profile) else { return .known(profile: profile) }
        var order: UInt64 = 0
        if let id = event.orderID ?? (isOrder(metric, event.metric) ? event.uniqueID : nil) { order = Fingerprint(id).value }
        let sequence = nextSequence
        record(
            .event(
                EventFact(
                    profile: profile, metric: metric, seconds: seconds, value: event.value, currency: event.currency, identity: identity,
                    order: order, isBackfill: event.isBackfill, source: event.source, properties: event.properties[...])))
        return .recorded(sequence: sequence, profile: profile)
    }

    /// What makes an event one for ever, without whose it is.
    static func identity(_ metric: MetricNumber, uniqueID: String?, seconds: UInt32) -> UInt64 {
        let what = uniqueID.map { Fingerprint($0).value } ?? (UInt64(seconds) | 1 << 40)
        var state = what &+ (UInt64(metric.value) &+ 1) &* 0xD6E8_FEB8_6659_FD93
        state = (state ^ state >> 32) &* 0xD6E8_FEB8_6659_FD93
        state ^= state >> 32
        return state == 0 ? 1 : state
    }

    private func isNew(_ identity: UInt64, _ profile: ProfileNumber) -> Bool {
        if population.hasEvent(identity: identity, of: profile) { return false }
        for (from, into) in mergedInto where into == profile && population.hasEvent(identity: identity, of: from) { return false }
        let fingerprint = Population.fingerprint(identity, profile)
        guard fingerprints.insert(fingerprint).inserted else { return false }
        undo.append(.fingerprint(fingerprint))
        return true
    }

    /// Whether events of a metric are orders; of a metric that is new, by its name.
    private func isOrder(_ metric: MetricNumber, _ name: String) -> Bool {
        if let order = population.mapping[.revenue] { return order == metric }
        return name == MetricMapping.Meaning.revenue.usualName
    }

    /// Takes in what somebody said about being written to, or what forbids it.
    public func consent(_ fact: ConsentFact) { record(.consent(fact)) }

    /// Lets somebody join or leave a list; nothing happens where that is so already.
    public func membership(_ profile: ProfileNumber, in list: ListNumber, isMember: Bool, seconds: UInt32? = nil) {
        record(.membership(MembershipFact(profile: profile, list: list, isMember: isMember, seconds: seconds ?? nowSeconds)))
    }

    /// Puts a fitted model to use.
    func model(_ number: UInt32) { record(.model(ModelFact(model: number, seconds: nowSeconds))) }

    /// Notes that somebody objects to being profiled, or does no more.
    public func profiling(_ profile: ProfileNumber, isObjected: Bool) {
        record(.profiling(ProfilingFact(profile: profile, isObjected: isObjected, seconds: nowSeconds)))
    }
}

extension IdentityKind {
    /// What says most surely who somebody is comes first.
    static let byStrength: [IdentityKind] = [.email, .phone, .externalID, .customerID, .anonymousID]
}
