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
        /// The profile of each customer that batches have named.
        var profiles: ContiguousArray<UInt32> = []
        var metrics: [FileMetric] = []
        var counts = ImportCounts()
    }

    private struct FileMetric {
        var name: String
        var number: MetricNumber
        /// Whether events of it are orders, which are known by their unique id where they name no other.
        var isOrder: Bool
    }

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
        let after = try shop.writeAndWait(weight: batch.rows.count * 96) { (intake) throws(IntakeError) in
            var state = before
            try Self.take(batch, &state, intake)
            return state
        }
        state.withLock { $0 = after }
    }

    private static func take(_ batch: EventBatch, _ state: inout State, _ intake: Intake) throws(IntakeError) {
        for customer in batch.newCustomers {
            var identities = Identities()
            identities[.email] = customer.email
            identities[.customerID] = customer.customerID
            let (profile, isNew) = try intake.profile(identities)
            if isNew { state.counts.profilesMade += 1 }
            state.profiles.append(profile.row)
        }
        for name in batch.newMetrics {
            let number = try intake.metric(name)
            state.metrics.append(FileMetric(name: name, number: number, isOrder: intake.isOrder(number, name)))
        }
        let profiles = state.profiles
        let metrics = state.metrics
        var counts = ImportCounts.Pair()
        for (place, row) in batch.rows.enumerated() {
            // Merges within an import turn numbers into others: who somebody is is asked each time.
            guard let profile = intake.canonical(ProfileNumber(profiles[Int(row.customer)])) else { continue }
            let metric = metrics[Int(row.metric)]
            let properties = batch.properties(of: place)
            if properties.isEmpty {
                let identity = Intake.identity(of: metric.number, unique: row.unique, seconds: row.seconds)
                counts.count(
                    isNew: intake.event(
                        profile, metric: metric.number, seconds: row.seconds, value: row.value.isNaN ? nil : row.value,
                        currency: row.currency, identity: identity, order: metric.isOrder ? row.unique : 0, source: .importFile))
            } else {
                counts.count(isNew: try take(row, properties, of: profile, metric, intake))
            }
        }
        state.counts.events += counts
    }

    /// An event whose properties may say more of it.
    private static func take(
        _ row: EventBatch.Row, _ properties: ArraySlice<UInt8>, of profile: ProfileNumber, _ metric: FileMetric, _ intake: Intake
    ) throws(IntakeError) -> Bool {
        var event = EventIntake(identities: Identities(), metric: metric.name, source: .importFile)
        event.value = row.value.isNaN ? nil : row.value
        event.currency = row.currency
        // The reader has read them before: they are an object.
        if let document = try? JSONDocument(properties) { event.take(properties: document.root) }
        var unique = row.unique
        if unique == 0, let id = event.uniqueID { unique = Fingerprint(id).value }
        let order = event.orderID.map { Fingerprint($0).value } ?? (metric.isOrder ? unique : 0)
        return intake.event(
            profile, metric: metric.number, seconds: row.seconds, value: event.value, currency: event.currency,
            identity: Intake.identity(of: metric.number, unique: unique, seconds: row.seconds), order: order, source: .importFile,
            properties: event.properties)
    }
}
