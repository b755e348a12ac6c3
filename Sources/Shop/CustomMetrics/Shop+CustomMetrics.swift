import Dispatch
public import Journal
public import Population
public import Segments

// Custom metrics are made, changed and given a meaning one after another, away from the writer's thread: what they need of events that came
// before is read from the journal first.
extension Shop {
    /// More custom metrics than any shop keeps apart.
    public static let mostCustomMetrics = 1_000
    /// The longest name of one, in bytes.
    public static let longestCustomMetricName = 255

    /// Makes a custom metric. Its definition must have been looked up: see ``checked(_:of:)``.
    public func makeCustomMetric(
        named name: String, _ definition: CustomMetricDefinition, by who: String
    ) async throws(IntakeError) -> CustomMetricNumber {
        try await inTurn { (shop) throws(IntakeError) in
            try shop.requireName(name, of: nil)
            guard shop.definitions.count(.customMetric) < Self.mostCustomMetrics,
                let number = UInt32(exactly: shop.journal.nextNumber(.definition(DefinitionKind.customMetric.rawValue)))
            else { throw .metric(.tooMany(most: Self.mostCustomMetrics), pointer: "/data") }
            let metric = CustomMetric(CustomMetricNumber(number), name, definition, shop.ids)
            try shop.change(metric) { intake in
                let body = CustomMetricEntry.body(name: name, definition: definition)
                intake.define(.customMetric, UInt64(number), body, id: shop.ids.id(metric.number), by: who, isNew: true)
            }
            return metric.number
        }
    }

    /// Changes a custom metric: everything that goes by it changes with it. Where it says what an order is, customers are counted anew, and the
    /// job that this returns tells what changes for whom.
    @discardableResult
    public func changeCustomMetric(
        _ number: CustomMetricNumber, name: String?, _ definition: CustomMetricDefinition?, by who: String
    ) async throws(IntakeError) -> JobRow? {
        try await inTurn { (shop) throws(IntakeError) in
            guard let old = shop.definitions.customMetric(number) else { throw .notFound("There is no such custom metric.") }
            if let name { try shop.requireName(name, of: number) }
            let entry = (name: name ?? old.name, definition: definition ?? old.definition)
            let metric = CustomMetric(number, entry.name, entry.definition, shop.ids)
            try shop.requireStillAsked(of: old, by: metric)
            let mapping = shop.read { $0.mapping }
            let changed = mapping.replacing(metric)
            if changed.custom[.revenue]?.number == number { try shop.requireWorth(metric, pointer: Self.methodPointer) }
            try shop.requireOneMeaning(changed, insteadOf: mapping, pointer: "/data/attributes/definition/metric_groups")
            let isOfOrders = mapping.custom.contains {
                $0.key.isOfOrders && $0.value.number == number && !$0.value.meansTheSame(as: metric)
            }
            return try shop.recounted(isOfOrders, .init(cause: "custom_metric", name: entry.name, at: shop.clock()), by: who) {
                (note) throws(IntakeError) in
                try shop.change(metric) { () throws(IntakeError) in
                    if changed.custom[.revenue]?.number == number, isOfOrders {
                        try shop.requireAnyWorth(metric, pointer: "/data/attributes/definition")
                    }
                } then: { intake in
                    let body = CustomMetricEntry.body(name: entry.name, definition: entry.definition)
                    intake.define(.customMetric, UInt64(number.value), body, id: shop.ids.id(number), by: who)
                    note(intake)
                }
            }
        }
    }

    private static let methodPointer = "/data/attributes/definition/aggregation_method"

    /// Deletes a custom metric that nothing goes by.
    public func deleteCustomMetric(_ number: CustomMetricNumber, by who: String) async throws(IntakeError) {
        try await inTurn { (shop) throws(IntakeError) in
            try shop.writeAndWait(isAlone: true) { (intake) throws(IntakeError) in
                guard let entry = shop.definitions.customMetric(number) else { throw .notFound("There is no such custom metric.") }
                let uses = shop.uses(of: number)
                guard uses.isEmpty else { throw .metric(.inUse(entry.name, by: uses), pointer: nil) }
                intake.define(.customMetric, UInt64(number.value), nil, id: shop.ids.id(number), by: who)
            }
        }
    }

    // MARK: Within

    /// Does something about custom metrics, after what was asked before.
    func inTurn<Result: Sendable>(
        _ body: @escaping @Sendable (Shop) throws(IntakeError) -> Result
    ) async throws(IntakeError) -> Result {
        let outcome: Swift.Result<Result, IntakeError> = await withCheckedContinuation { continuation in
            customMetricQueue.async {
                continuation.resume(returning: Swift.Result { () throws(IntakeError) in try body(self) })
            }
        }
        return try outcome.get()
    }

    private func requireName(_ name: String, of own: CustomMetricNumber?) throws(IntakeError) {
        let pointer = "/data/attributes/name"
        guard name.contains(where: { !$0.isWhitespace }),
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .metric(.unseenName, pointer: pointer) }
        guard name.utf8.count <= Self.longestCustomMetricName else {
            throw .metric(.longName(mostBytes: Self.longestCustomMetricName), pointer: pointer)
        }
        guard read({ $0.metric(named: name) }) == nil else { throw .metric(.nameOfMetric, pointer: pointer) }
        guard let same = definitions.customMetrics.first(where: { $0.number != own && $0.name == name }) else { return }
        throw .metric(.nameTaken(id: ids.id(same.number)), pointer: pointer)
    }
}
