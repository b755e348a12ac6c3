public import Facts
public import Journal
import Population

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

    private let hash: KeyedHash
    private var metrics: [String: MetricNumber] = [:]
    private var metricCount: Int

    // What this batch changed of who is who, over what the columns say.
    var owners: [IdentityKey: ProfileNumber?] = [:]
    var chains: [ChainKey: IdentityChain] = [:]
    var newRows: UInt32 = 0
    var mergedInto: [ProfileNumber: ProfileNumber] = [:]
    /// Who went into a profile in this batch, directly or through others.
    var sources: [ProfileNumber: [ProfileNumber]] = [:]
    var erased: Set<ProfileNumber> = []
    var erasedHashes: [UInt64: [ProfileNumber]] = [:]
    var fingerprints: Set<UInt64> = []
    /// Custom properties that nobody had before this batch.
    var newProperties: Set<String> = []
    /// The bytes of lists that grew in this batch, at most.
    var grownLists: [GrownList: Int] = [:]
    /// The bytes of values that came with this batch, at most.
    var newValueBytes = 0
    var propertyLimits = PropertyLimits.standard
    /// The orders of this batch by the fingerprints of their ids.
    var orders: [UInt64: ToldOrder] = [:]
    var undo: [Undo] = []

    struct IdentityKey: Hashable {
        var kind: IdentityKind
        var text: String
    }

    struct ChainKey: Hashable {
        var kind: IdentityKind
        var profile: ProfileNumber
    }

    enum Undo {
        case owner(IdentityKey, old: ProfileNumber??)
        case chain(ChainKey, old: IdentityChain?)
        case fingerprint(UInt64)
        case order(UInt64)
        case metric(String)
        case property(String)
        case grown(GrownList, old: Int?)
        case row
        case merge(ProfileNumber, into: ProfileNumber, sources: [ProfileNumber]?)
        case erasure(ProfileNumber, hashes: [UInt64])
    }

    init(_ population: Population, now: Instant, hash: KeyedHash) {
        self.population = population
        self.now = now
        self.hash = hash
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
        case .order(let id): orders[id] = nil
        case .metric(let name):
            metrics[name] = nil
            metricCount -= 1
        case .property(let name): newProperties.remove(name)
        case .grown(let list, let old): grownLists[list] = old
        case .row: newRows -= 1
        case .chain(let key, let old): chains[key] = old
        case .merge(let from, let into, let old):
            mergedInto[from] = nil
            sources[into] = old
        case .erasure(let profile, let hashes):
            erased.remove(profile)
            for hash in hashes { erasedHashes[hash]?.removeLast() }
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

    /// What stays of an identity when it is erased.
    func identityHash(_ kind: IdentityKind, _ text: String) -> UInt64 { hash.value(of: text, domain: kind.rawValue) }

    // MARK: What

    /// The number of a metric, which is made where it is new.
    public func metric(_ name: String, integration: String = "API") throws(IntakeError) -> MetricNumber {
        if let known = population.metric(named: name) ?? metrics[name] { return known }
        guard metricCount < Self.mostMetrics else {
            throw .full(.metrics(most: Self.mostMetrics, another: name), pointer: nil)
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
        if event.source == .client, movesMoney(event.metric) { throw .movedMoney(event.metric) }
        if let value = event.value, movesMoney(event.metric), population.isBeyondOrders(value, event.currency) {
            throw .moreThanAnOrder(in: event.currency ?? population.currency)
        }
        let metric = try metric(event.metric, integration: event.integration)
        let seconds = event.time.map { UInt32(clamping: $0.secondsSince1970) } ?? nowSeconds
        let identity = Self.identity(metric, uniqueID: event.uniqueID, seconds: seconds)
        var order: UInt64 = 0
        if event.source != .client, let id = event.orderID ?? (isOrder(metric, event.metric) ? event.uniqueID : nil) {
            order = Fingerprint(id).value
        }
        let profile: ProfileNumber
        if let number = event.profile {
            guard let known = canonical(number) else { throw .notFound("There is no such profile.") }
            profile = known
        } else {
            // Whoever was erased does not come back by being told of once more.
            if let tombstone = erasedAuthor(event.identities, identity: identity, order: order) { return .known(profile: tombstone) }
            profile = try self.profile(event.identities).number
        }
        if !event.change.isEmpty {
            try checkProperties(event.change, of: profile, at: "/data/attributes/profile/data", source: event.source)
            record(.profile(ProfileFact(profile: profile, isNew: false, seconds: nowSeconds, change: event.change[...])))
        }
        guard isNew(identity, profile) || wasForestalled(order, metric, profile) else { return .known(profile: profile) }
        let fact = EventFact(
            profile: profile, metric: metric, seconds: seconds, value: event.value, currency: event.currency, identity: identity,
            order: order, isBackfill: event.isBackfill, source: event.source, properties: event.properties[...])
        if order != 0, isOrder(metric, event.metric), isSingleOrder(fact) { note(event, order: order, of: profile) }
        let sequence = nextSequence
        record(.event(fact))
        return .recorded(sequence: sequence, profile: profile)
    }

    /// What makes an event one for ever, without whose it is.
    static func identity(_ metric: MetricNumber, uniqueID: String?, seconds: UInt32) -> UInt64 {
        identity(metric, unique: uniqueID.map { Fingerprint($0).value } ?? 0, seconds: seconds)
    }

    /// The same by the ``Fingerprint`` of the unique id; 0 for none.
    static func identity(_ metric: MetricNumber, unique: UInt64, seconds: UInt32) -> UInt64 {
        let what = unique != 0 ? unique : UInt64(seconds) | 1 << 40
        var state = what &+ (UInt64(metric.value) &+ 1) &* 0xD6E8_FEB8_6659_FD93
        state = (state ^ state >> 32) &* 0xD6E8_FEB8_6659_FD93
        state ^= state >> 32
        return state == 0 ? 1 : state
    }

    func isNew(_ identity: UInt64, _ profile: ProfileNumber) -> Bool {
        guard !hasEvent(identity, of: profile) else { return false }
        let fingerprint = Population.fingerprint(identity, profile)
        fingerprints.insert(fingerprint)
        undo.append(.fingerprint(fingerprint))
        return true
    }

    /// Whether events of a metric are orders; of a metric that is new, by its name.
    func isOrder(_ metric: MetricNumber, _ name: String) -> Bool {
        if population.mapping[.revenue] != nil { return population.mapping.metrics(of: .revenue).contains(metric) }
        return name == MetricMapping.Meaning.revenue.usualName
    }

    /// The same of a metric that has its number.
    func isOrder(_ metric: MetricNumber) -> Bool {
        if population.mapping[.revenue] != nil { return population.mapping.metrics(of: .revenue).contains(metric) }
        return metrics[MetricMapping.Meaning.revenue.usualName] == metric
    }

    /// Whether an event of the metrics of orders is an order by itself: not one that a custom metric leaves out, and no line of one.
    private func isSingleOrder(_ fact: EventFact) -> Bool {
        guard population.mapping.custom[.revenue] != nil else { return true }
        return population.counts(fact, as: .revenue) && population.mapping[.orderedProduct] != fact.metric
    }

    /// Takes in what somebody said about being written to, or what forbids it.
    public func consent(_ fact: ConsentFact) {
        guard let profile = canonical(fact.profile) else { return }
        var fact = fact
        fact.profile = profile
        record(.consent(fact))
    }

    /// Lets somebody join or leave a list; nothing happens where that is so already.
    public func membership(_ profile: ProfileNumber, in list: ListNumber, isMember: Bool, seconds: UInt32? = nil) {
        guard let profile = canonical(profile) else { return }
        record(.membership(MembershipFact(profile: profile, list: list, isMember: isMember, seconds: seconds ?? nowSeconds)))
    }

    /// Puts a fitted model to use.
    func model(_ number: UInt32) { record(.model(ModelFact(model: number, seconds: nowSeconds))) }

    /// Notes that somebody objects to being profiled, or does no more.
    public func profiling(_ profile: ProfileNumber, isObjected: Bool) {
        guard let profile = canonical(profile) else { return }
        record(.profiling(ProfilingFact(profile: profile, isObjected: isObjected, seconds: nowSeconds)))
    }
}
