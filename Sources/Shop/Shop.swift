import Dispatch
public import Facts
import Foundation
import JSON
public import Journal
public import Population
import Segments
import Synchronization

/// A running shop: what comes in goes to the journal, then to the columns; customers whose orders changed are scored at once.
///
/// Anyone may read and write, from any thread. Writing returns once the facts are really on the disk and every reader sees them.
public final class Shop: Sendable {
    /// Where everything is kept.
    public let journal: Journal
    /// The ids that people and programs see.
    public let ids: PublicIDs
    /// Random, the same for ever, never shown: what signatures are made with.
    public let secret: String
    /// The shop's own id, by which browsers name it: six characters.
    public var publicID: String { ids.id(.form, 0) }
    /// The models: what is fitted, when and how.
    public let models: ModelKeeper
    /// The segments: who is in, as of now.
    public let segments = SegmentKeeper()
    /// Work on many rows, in the background.
    public let jobs = JobRunner()
    /// Files that are being looked at and taken in.
    public let imports: ImportDesk
    /// What keeps the journal small and clean.
    let upkeep: Upkeep?
    /// Exports that are written again and again, and where.
    public let scheduledExports = ScheduledExports()
    let pastLook = PastLook()
    /// The clock.
    public let clock: @Sendable () -> Instant

    let population: ReadersWriterLock<Population>
    /// Orders that count nowhere, as counted last.
    let aside = Mutex<CountedAside?>(nil)
    /// What customers brought later, as counted last.
    let laterValuesKeeper = LaterValuesKeeper()
    /// What stays of identities that are erased.
    let identityHash: KeyedHash
    /// Where custom metrics are changed, one after another.
    let customMetricQueue = DispatchQueue(label: "custom metrics")
    let current: Mutex<ShopSettings>
    let rates: Mutex<ExchangeRates>
    let table: Mutex<DefinitionTable>
    private let thread: Mutex<WriterThread?>

    /// Opens a shop; see the functions that do.
    ///
    /// - Parameters:
    ///   - isAlone: whether nobody else has its folder open, so that it may be changed.
    ///   - keepsModels: whether customers are scored.
    ///   - cut: which facts are left out.
    ///   - conditions: definitions that will be evaluated, of which properties of events must be known.
    init(
        _ journal: Journal, isAlone: Bool, keepsModels: Bool, cut: Replay.Cut? = nil, conditions: [Condition] = [],
        clock: @escaping @Sendable () -> Instant, progress: (String, Double) -> Void
    ) throws(JournalError) {
        self.journal = journal
        self.clock = clock
        imports = ImportDesk(dataFolder: journal.folder)
        let key = try Self.idKey(journal, now: clock())
        ids = PublicIDs(key: key)
        identityHash = KeyedHash(key: key)
        secret = String(key.0, radix: 16) + String(key.1, radix: 16)
        var settings = try ShopSettings.stored(in: journal)
        let known: Instant? = if case .arrived(let moment) = cut { moment } else { nil }
        if let known {
            let then = try ShopSettings.stored(in: journal, before: known)
            (settings.rfm, settings.rfmModel) = (then.rfm, then.rfmModel)
        }
        let table = try DefinitionTable.stored(in: journal)
        let population = Population(currency: settings.currency ?? .none, timeZone: settings.timeZone)
        let ids = ids
        population.set(customMetrics: table.customMetrics.map { $0.resolved(ids) })
        population.set(rfmModels: table.rfmMetrics, shown: settings.rfmModel)
        population.set(mapping: table.mapping(population))
        population.want(EventProperties.wanted(by: table.segments.map(\.condition) + conditions, ids, population.allCustomMetrics))
        let replay = try Replay.run(journal, into: population, cut: cut, progress: progress)
        population.set(mapping: table.mapping(population))
        population.places = try PostalPlaces.stored(in: journal)
        models = ModelKeeper(isAtWork: keepsModels)
        upkeep = isAlone ? Upkeep() : nil
        current = Mutex(settings)
        rates = Mutex(try ExchangeRates.stored(in: journal))
        self.table = Mutex(table)
        self.population = ReadersWriterLock(population)
        thread = Mutex(nil)
        let writer = WriterThread(
            work: { [unowned self] in commit($0) },
            idle: { [unowned self] in models.scoreSome(self) })
        thread.withLock { $0 = writer }
        jobs.register(.erasure(ids))
        jobs.register(.retention(ids))
        jobs.register(.export)
        jobs.register(.scheduledExport)
        jobs.register(.fileImport)
        // As of a moment by the dates of facts, a model is fitted on those.
        let isFitted = if case .dated = cut { false } else { true }
        try models.start(
            self, model: isFitted ? replay.model : nil, adoptedAt: replay.adoptedAt,
            keptBorders: isFitted ? try KeptBorders.stored(in: journal, before: known) : nil,
            saved: try savedModels(isFitted, before: known), fits: isAlone, progress: progress)
        writer.start()
        if isAlone, keepsModels { segments.start(self) }
        upkeep?.start(self)
    }

    /// Finishes what was acknowledged or is in line, and lets go of the folder.
    public func close() {
        upkeep?.stop()
        jobs.stop()
        segments.stop()
        models.stop()
        let writer = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        writer?.close()
        // Nothing is lost where closing fails: every commit was on the disk before it was answered.
        try? journal.close()
    }

    // MARK: Reading

    /// What the shop says of itself.
    public var settings: ShopSettings { current.withLock { $0 } }

    /// Lists, tags and other things that people define.
    public var definitions: DefinitionTable { table.withLock { $0 } }

    /// Reads the columns. While somebody reads nobody writes: it should take milliseconds, and must neither wait nor read again within.
    public func read<Result, Failure: Error>(_ body: (Population) throws(Failure) -> Result) throws(Failure) -> Result {
        try population.read(body)
    }

    /// Today in the shop's zone.
    public var today: ShopDay { settings.timeZone.day(of: clock()) }

    // MARK: Writing

    /// Takes something in: all of it or nothing.
    ///
    /// - Parameters:
    ///   - weight: about how many bytes it holds while it waits.
    ///   - isAlone: whether nothing else may be in the same commit, as needed by whatever checks definitions before it changes them.
    ///   - body: the work; it runs on the writer's thread and must not wait for anything.
    /// - Returns: what the body gave, once it is on the disk and every reader sees it.
    public func write<Result: Sendable>(
        weight: Int = 512, isAlone: Bool = false, _ body: @escaping @Sendable (Intake) throws(IntakeError) -> Result
    ) async throws(IntakeError) -> Result {
        let outcome: Swift.Result<Result, IntakeError> = await withCheckedContinuation { continuation in
            submit(weight: weight, isAlone: isAlone, body) { continuation.resume(returning: $0) }
        }
        return try outcome.get()
    }

    /// The same for threads that may wait.
    public func writeAndWait<Result: Sendable>(
        weight: Int = 512, isAlone: Bool = false, _ body: @escaping @Sendable (Intake) throws(IntakeError) -> Result
    ) throws(IntakeError) -> Result {
        let done = DispatchSemaphore(value: 0)
        let outcome = Mutex<Swift.Result<Result, IntakeError>>(.failure(.closing))
        submit(weight: weight, isAlone: isAlone, body) { result in
            outcome.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        return try outcome.withLock { $0 }.get()
    }

    /// The same without waiting: `finish` is called once it is on the disk, or was not taken.
    func submit<Result: Sendable>(
        weight: Int, isAlone: Bool = false, _ body: @escaping @Sendable (Intake) throws(IntakeError) -> Result,
        then finish: @escaping @Sendable (Swift.Result<Result, IntakeError>) -> Void
    ) {
        let item = WriterThread.Item(weight: weight, isAlone: isAlone) { intake in
            do throws(IntakeError) {
                let result = try intake.attempt(body)
                return { failure in finish(failure.map { .failure($0) } ?? .success(result)) }
            } catch {
                // What was refused waits for no disk, but answers come in order all the same.
                return { _ in finish(.failure(error)) }
            }
        } abandon: {
            finish(.failure($0))
        }
        guard let writer = thread.withLock({ $0 }) else { return item.abandon(.closing) }
        writer.submit(item)
    }

    /// Lets the writer's thread look whether customers wait to be scored.
    func wakeWriter() { thread.withLock { $0 }?.look() }

    /// Whether nothing waits to be written.
    var isIdle: Bool { thread.withLock { $0 }?.isIdle ?? true }

    /// Makes one commit of some pieces of work. On the writer's thread.
    private func commit(_ items: [WriterThread.Item]) {
        let intake = population.readAsWriter { Intake($0, now: clock(), hash: identityHash) }
        let answers = items.map { $0.run(intake) }
        guard !intake.isEmpty else {
            for answer in answers { answer(nil) }
            return
        }
        if settings.currency == nil { adoptCurrency(intake) }
        do throws(JournalError) {
            try journal.commit(JournalBatch(facts: intake.writer, recordedAt: intake.now, writes: intake.writes))
        } catch {
            if error.code == .contradiction, items.count > 1 {
                // One of them asks for what cannot be; the others are not to blame. Nothing of the commit was kept: each is done again, alone.
                for item in items { commit([item]) }
            } else {
                for answer in answers { answer(.unavailable(error)) }
            }
            return
        }
        let before = settings
        let (first, areModelsOther) = population.write { population -> (UInt64, Bool) in
            let first = population.sequence + 1
            for (offset, fact) in intake.facts.enumerated() {
                if offset % Population.factsPrepared == 0 {
                    population.prepare(for: intake.facts[offset...].prefix(Population.factsPrepared))
                }
                population.apply(fact, sequence: first + UInt64(offset), recordedAt: intake.now)
            }
            return (first, takeUp(intake, population))
        }
        // Whoever is answered finds the numbers of what was taken in: those of few customers are made first, those of many wait, and are made
        // when they are asked for.
        models.facts(self, intake.facts, first: first)
        // Whoever is answered and then waits for the groups finds that they were asked for.
        if settings.rfm != before.rfm { models.requestGrouping() }
        if areModelsOther { models.requestScoring(because: []) }
        if settings.rfmModel != before.rfmModel {
            // What the names show is another model's.
            segments.groupsReconstructed()
            segments.allScored()
        }
        for answer in answers { answer(nil) }
        segments.facts(self, intake.facts)
        if settings.timeZone != before.timeZone || settings.currency != before.currency { segments.settingsChanged() }
        // Zone, currency, limits and rates change everybody's numbers.
        // Other RFM settings change groups alone.
        var compared = settings
        (compared.rfm, compared.rfmModel) = (before.rfm, before.rfmModel)
        if compared != before || intake.writes.contains(where: { ExchangeRates(write: $0) != nil }) { models.requestRecount() }
    }

    /// A shop that never said which currency is its own takes that of its first order.
    private func adoptCurrency(_ intake: Intake) {
        let found = intake.facts.lazy.compactMap { fact -> Currency? in
            if case .event(let event) = fact, event.order != 0, event.source != .client { event.currency } else { nil }
        }.first
        guard let found else { return }
        var settings = settings
        settings.currency = found
        intake.write(settings.written(by: "first order", at: intake.now))
    }

    private static func idKey(_ journal: Journal, now: Instant) throws(JournalError) -> (UInt64, UInt64) {
        if let stored = try journal.setting("id_key"), let document = try? JSONDocument(stored),
            let first = document.root[0]?.string.flatMap({ UInt64($0, radix: 16) }),
            let second = document.root[1]?.string.flatMap({ UInt64($0, radix: 16) })
        {
            return (first, second)
        }
        var generator = SystemRandomNumberGenerator()
        let key = (UInt64.random(in: 1...(.max), using: &generator), UInt64.random(in: 1...(.max), using: &generator))
        // A shop that is only looked at gives no ids to anybody.
        guard !journal.isUnchangeable else { return key }
        var json = JSONWriter()
        json.array { json in
            json.string(String(key.0, radix: 16))
            json.string(String(key.1, radix: 16))
        }
        let write = JournalWrite.setting(SettingChange(key: "id_key", value: json.text, at: now, who: "perennial"))
        try journal.commit(JournalBatch(facts: FactWriter(), recordedAt: now, writes: [write]))
        return key
    }
}

extension Instant {
    /// This moment.
    public static var now: Instant { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970.rounded(.down))) }
}
