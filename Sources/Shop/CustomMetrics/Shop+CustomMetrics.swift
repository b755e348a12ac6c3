import Dispatch
public import Facts
import JSON
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
            else {
                throw .invalid(
                    pointer: "/data", detail: "There are \(Self.mostCustomMetrics) custom metrics, the most that a shop may have.")
            }
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
            let meanings = shop.read { $0.mapping.custom }.filter { $0.value.number == number }
            if meanings[.revenue] != nil, metric.method == .count {
                throw .invalid(
                    pointer: "/data/attributes/definition/aggregation_method",
                    detail: "The custom metric says what the shop's orders are, which must be worth something: \"value\".")
            }
            let isOfOrders = meanings.contains { $0.key.isOfOrders && !$0.value.meansTheSame(as: metric) }
            return try shop.recounted(isOfOrders, "custom_metric", by: who) { (note) throws(IntakeError) in
                try shop.change(metric) { intake in
                    let body = CustomMetricEntry.body(name: entry.name, definition: entry.definition)
                    intake.define(.customMetric, UInt64(number.value), body, id: shop.ids.id(number), by: who)
                    note(intake)
                }
            }
        }
    }

    /// Deletes a custom metric that nothing goes by.
    public func deleteCustomMetric(_ number: CustomMetricNumber, by who: String) async throws(IntakeError) {
        try await inTurn { (shop) throws(IntakeError) in
            try shop.writeAndWait(isAlone: true) { (intake) throws(IntakeError) in
                guard let entry = shop.definitions.customMetric(number) else { throw .notFound("There is no such custom metric.") }
                let uses = shop.uses(of: number)
                guard uses.isEmpty else {
                    throw .conflict(
                        "\"\(entry.name.prefix(64))\" is used by \(uses.text). Change or delete what uses it first.")
                }
                intake.define(.customMetric, UInt64(number.value), nil, id: shop.ids.id(number), by: who)
            }
        }
    }

    /// What a meaning can be given to.
    public enum Mapped: Sendable, Equatable {
        case metric(MetricNumber)
        case custom(CustomMetricNumber)
        /// The metric of the usual name.
        case usual
    }

    /// Gives a meaning to another metric. Where it is one of orders, customers are counted anew, and the job that this returns tells what
    /// changes for whom; `nil` where nothing changes.
    @discardableResult
    public func map(_ meaning: MetricMapping.Meaning, to mapped: Mapped, by who: String) async throws(IntakeError) -> JobRow? {
        try await inTurn { (shop) throws(IntakeError) in
            var isTheSame = shop.definitions[.mappedMetric, meaning.definitionNumber] == nil
            switch mapped {
            case .usual: break
            case .metric(let metric):
                isTheSame = shop.read { $0.mapping.custom[meaning] == nil && $0.mapping[meaning] == metric }
            case .custom(let number):
                guard let custom = shop.read({ $0.customMetric(number) }) else { throw .notFound("There is no such custom metric.") }
                if meaning == .revenue, custom.method == .count {
                    throw .invalid(
                        pointer: "/data/relationships/custom-metric",
                        detail: "\"\(custom.name.prefix(64))\" only counts, and orders must be worth something: give it the "
                            + "aggregation_method \"value\".")
                }
                isTheSame = shop.read { $0.mapping.custom[meaning]?.number == number }
            }
            let changes = !isTheSame
            let isOfOrders = meaning.isOfOrders && changes
            return try shop.recounted(isOfOrders, meaning.rawValue, by: who) { (note) throws(IntakeError) in
                try shop.writeAndWait(isAlone: true) { (intake) throws(IntakeError) in
                    let body = meaning.body(mapped)
                    if body != nil || changes {
                        intake.define(.mappedMetric, meaning.definitionNumber, body, id: meaning.rawValue, by: who)
                    }
                    note(intake)
                }
            }
        }
    }

    // MARK: Within

    /// Does something about custom metrics, after what was asked before.
    private func inTurn<Result: Sendable>(
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
        else { throw .invalid(pointer: pointer, detail: "A name has letters that can be seen, and no control characters.") }
        guard name.utf8.count <= Self.longestCustomMetricName else {
            throw .invalid(pointer: pointer, detail: "A name has at most \(Self.longestCustomMetricName) bytes.")
        }
        guard read({ $0.metric(named: name) }) == nil else {
            throw .invalid(pointer: pointer, detail: "There is a metric of this name: whoever names it means that one. Take another name.")
        }
        guard let same = definitions.customMetrics.first(where: { $0.number != own && $0.name == name }) else { return }
        throw .invalid(pointer: pointer, detail: "There is a custom metric of this name already: \(ids.id(same.number)).")
    }

    /// Finds out what a custom metric needs to know of events that came before, then writes its definition.
    private func change(_ metric: CustomMetric, _ write: @escaping @Sendable (Intake) -> Void) throws(IntakeError) {
        let (missing, sequence) = population.write { ($0.prepare(metric), $0.sequence) }
        defer { population.write { $0.finish(metric) } }
        do throws(JournalError) { try fill(missing, through: sequence) } catch { throw .unavailable(error) }
        try writeAndWait(isAlone: true) { (intake) throws(IntakeError) in write(intake) }
    }

    /// Events that are marked before others get their turn.
    private static let markedAtOnce = 4_096

    private func fill(_ missing: Population.MissingMarks, through last: UInt64) throws(JournalError) {
        let metrics = missing.metrics
        guard !metrics.isEmpty else { return }
        var finder = missing.finder
        var found: [Population.FoundMarks] = []
        do {
            try journal.forEachBlock(after: 0) { block in
                guard block.firstSequence <= last else { return }
                try block.forEachEvent(of: metrics) { event, sequence in
                    guard sequence <= last, let marks = finder.find(in: event, sequence: sequence) else { return }
                    found.append(marks)
                    guard found.count == Self.markedAtOnce else { return }
                    population.write { $0.mark(found) }
                    found.removeAll(keepingCapacity: true)
                }
            }
        } catch {
            throw (error as? JournalError) ?? JournalError(.damaged, "The journal cannot be read: \(error)")
        }
        population.write { $0.mark(found) }
    }
}

extension MetricMapping.Meaning {
    /// The number under which the journal keeps which metric was chosen.
    public var definitionNumber: UInt64 { UInt64(Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// What the journal keeps; `nil` where nothing was chosen.
    fileprivate func body(_ mapped: Shop.Mapped) -> String? {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("meaning", rawValue)
            switch mapped {
            case .metric(let metric): writer.member("metric", metric.value)
            case .custom(let metric): writer.member("custom_metric", metric.value)
            case .usual: break
            }
        }
        return mapped == .usual ? nil : writer.text
    }
}
