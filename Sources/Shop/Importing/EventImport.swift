public import Connectors
import Facts
import JSON
import Population
import Synchronization

/// Takes in the events of files, batch by batch: every customer and every metric is looked up once, and is a number from then on.
public final class EventImport: Sendable {
    private let shop: Shop
    private let state = Mutex(State())

    private struct State {
        /// The profile of each customer that batches have named; ``EventImport/askedEachTime`` for those of ``returned``.
        var profiles: ContiguousArray<UInt32> = []
        /// Who has an identity of somebody who was erased: of them each event is looked at by itself.
        var returned: [UInt32: Identities] = [:]
        var metrics: [FileMetric] = []
        var counts = ImportCounts()
    }

    private struct FileMetric {
        var name: String
        var number: MetricNumber
        /// Whether events of it are orders, which are known by their unique id where they name no other.
        var isOrder: Bool
        /// Whether its events decide what customers are worth.
        var movesMoney: Bool
    }

    private static let askedEachTime = UInt32.max

    /// An import into a shop.
    public init(_ shop: Shop) { self.shop = shop }

    /// What was taken in so far.
    public var counts: ImportCounts { state.withLock { $0.counts } }

    /// Takes in a batch. Batches come in the order in which they were read, each once.
    public func take(_ batch: EventBatch) throws(IntakeError) {
        let before = state.withLock { state in
            defer { state.profiles = [] }
            return state
        }
        do throws(IntakeError) {
            let after = try shop.writeAndWait(weight: batch.rows.count * 96) { (intake) throws(IntakeError) in
                var state = before
                try Self.take(batch, &state, intake)
                return state
            }
            state.withLock { $0 = after }
        } catch {
            state.withLock { $0 = before }
            throw error
        }
    }

    private static func take(_ batch: EventBatch, _ state: inout State, _ intake: Intake) throws(IntakeError) {
        for customer in batch.newCustomers {
            var identities = Identities()
            identities[.email] = customer.email
            identities[.customerID] = customer.customerID
            if intake.wasErased(identities) {
                state.returned[UInt32(truncatingIfNeeded: state.profiles.count)] = identities
                state.profiles.append(askedEachTime)
                continue
            }
            let (profile, isNew) = try intake.profile(identities)
            if isNew { state.counts.profilesMade += 1 }
            state.profiles.append(profile.row)
        }
        for name in batch.newMetrics {
            let number = try intake.metric(name)
            state.metrics.append(
                FileMetric(
                    name: name, number: number, isOrder: intake.isOrder(number, name), movesMoney: intake.movesMoney(name)))
        }
        let profiles = state.profiles
        let metrics = state.metrics
        var counts = ImportCounts.Pair()
        var (tooFarAhead, tooLarge) = (0, 0)
        for (place, row) in batch.rows.enumerated() {
            if intake.isTooFarAhead(row.seconds) {
                tooFarAhead += 1
                continue
            }
            let metric = metrics[Int(row.metric)]
            if metric.movesMoney, !row.value.isNaN, intake.population.isBeyondOrders(row.value, row.currency) {
                tooLarge += 1
                continue
            }
            let properties = batch.properties(of: place)
            let known = profiles[Int(row.customer)]
            if properties.isEmpty, known != askedEachTime {
                // Merges within an import turn numbers into others: who somebody is is asked each time.
                guard let profile = intake.canonical(ProfileNumber(known)) else { continue }
                let identity = Intake.identity(of: metric.number, unique: row.unique, seconds: row.seconds)
                counts.count(
                    isNew: intake.event(
                        profile, metric: metric.number, seconds: row.seconds, value: row.value.isNaN ? nil : row.value,
                        currency: row.currency, identity: identity, order: metric.isOrder ? row.unique : 0, source: .importFile))
            } else {
                counts.count(isNew: try take(row, properties, metric, &state, intake))
            }
        }
        state.counts.events += counts
        state.counts.tooFarAhead += tooFarAhead
        state.counts.tooLarge += tooLarge
        intake.refuse(
            tooFarAhead, "too_far_ahead", "An event dated more than a year ahead is not taken in: its date may have been misread.")
        intake.refuse(tooLarge, "too_large", "An order, or what was given back, is worth more than an order may be.")
    }

    /// An event whose properties may say more of it, or of somebody who was erased.
    private static func take(
        _ row: EventBatch.Row, _ properties: ArraySlice<UInt8>, _ metric: FileMetric, _ state: inout State, _ intake: Intake
    ) throws(IntakeError) -> Bool {
        var event = EventIntake(identities: Identities(), metric: metric.name, source: .importFile)
        event.value = row.value.isNaN ? nil : row.value
        event.currency = row.currency
        // The reader has read them before: they are an object.
        if let document = try? JSONDocument(properties) { event.take(properties: document.root) }
        var unique = row.unique
        if unique == 0, let id = event.uniqueID { unique = Fingerprint(id).value }
        let order = event.orderID.map { Fingerprint($0).value } ?? (metric.isOrder ? unique : 0)
        let identity = Intake.identity(of: metric.number, unique: unique, seconds: row.seconds)
        let profile: ProfileNumber
        if let identities = state.returned[row.customer] {
            if intake.erasedAuthor(identities, identity: identity, order: order) != nil { return false }
            let (number, isNew) = try intake.profile(identities)
            if isNew { state.counts.profilesMade += 1 }
            profile = number
        } else {
            guard let known = intake.canonical(ProfileNumber(state.profiles[Int(row.customer)])) else { return false }
            profile = known
        }
        return intake.event(
            profile, metric: metric.number, seconds: row.seconds, value: event.value, currency: event.currency, identity: identity,
            order: order, source: .importFile, properties: event.properties)
    }
}
