import Facts
import JSON
import Journal
import Population
import Shop

/// Counts, sums and people of a metric's events by parts of a span of time, and by the values of properties where that is asked for.
struct MetricAggregate: Sendable {
    /// What is measured.
    enum Measurement: String, CaseIterable, Sendable {
        case count
        case sum = "sum_value"
        case unique
    }

    /// Whose events are measured.
    enum What: Sendable {
        case metric(MetricNumber)
        case custom(CustomMetricNumber)
    }

    /// What is measured of events that are alike in the properties asked for.
    struct Row: Sendable {
        /// The values of the properties, in the order asked for; empty text where an event lacks one.
        let dimensions: [String]
        /// Events by part.
        var counts: [Int64]
        /// What they were worth, in ten-thousandths: whole numbers, so that no order of adding matters, and as many as there can be events.
        var sums: [Int128]
        /// Different people by part.
        var people: [Int64]
        /// Whom the last event was of, and in which part: events come profile by profile, in order of time.
        private var last: (profile: ProfileNumber, part: Int)?

        init(dimensions: [String], parts: Int) {
            self.dimensions = dimensions
            counts = Array(repeating: 0, count: parts)
            sums = Array(repeating: 0, count: parts)
            people = counts
        }

        mutating func add(_ event: EventPlace, part: Int) {
            counts[part] += 1
            let scaled = (event.value * MetricAggregate.scale).rounded()
            // A value that was told before values had a limit may be any number.
            sums[part] += Int128(min(max(scaled, -1e27), 1e27))
            if last.map({ $0 != (event.profile, part) }) ?? true { people[part] += 1 }
            last = (event.profile, part)
        }

        /// A measurement by part.
        func values(_ measurement: Measurement) -> [Double] {
            switch measurement {
            case .count: counts.map { Double($0) }
            case .sum: sums.map { Double($0) / MetricAggregate.scale }
            case .unique: people.map { Double($0) }
            }
        }
    }

    fileprivate static let scale = 10_000.0
    /// Events whose properties are read for one answer.
    static let mostRead = 50_000
    /// Rows of one answer.
    static let mostRows = 500

    private(set) var rows: [Row] = []

    /// Why there is no answer.
    enum Refusal: Error {
        /// So many events have to be read for their properties.
        case tooManyEvents(Int)
        /// There are more combinations of values than rows.
        case tooManyRows
        case unreadable(JournalError)
    }

    /// Measures.
    ///
    /// - Parameters:
    ///   - what: the metric, or the custom metric, each of whose events is worth what it counts for.
    ///   - until: the first second after the span.
    ///   - properties: by what events are told apart; none: all together.
    init(
        _ what: What, from: UInt32, until: UInt32, _ buckets: TimeBuckets, by properties: [String], _ shop: Shop
    ) throws(Refusal) {
        guard properties.isEmpty else {
            try measure(shop.read { Self.events(what, from, until, $0) }, buckets, properties, shop)
            return
        }
        var row = Row(dimensions: [], parts: buckets.starts.count)
        shop.read { population in
            Self.forEach(what, from, until, population) { row.add($0, part: buckets.index(of: Int64($0.seconds))) }
        }
        rows = [row]
    }

    private static func events(_ what: What, _ from: UInt32, _ until: UInt32, _ population: Population) -> [EventPlace] {
        var events: [EventPlace] = []
        forEach(what, from, until, population) { events.append($0) }
        return events
    }

    /// Calls a function with each event, person by person.
    private static func forEach(
        _ what: What, _ from: UInt32, _ until: UInt32, _ population: Population, _ body: (EventPlace) -> Void
    ) {
        switch what {
        case .metric(let metric): population.forEachEvent(metric, from: from, through: until - 1, body)
        case .custom(let custom):
            guard let custom = population.customMetric(custom) else { return }
            population.forEachEvent(custom, from: from, through: until - 1, body)
        }
    }

    private mutating func measure(_ events: [EventPlace], _ buckets: TimeBuckets, _ properties: [String], _ shop: Shop) throws(Refusal) {
        guard events.count <= Self.mostRead else { throw .tooManyEvents(events.count) }
        let facts: [UInt64: Fact]
        do throws(JournalError) { facts = try shop.journal.facts(events.map(\.sequence)) } catch { throw .unreadable(error) }
        var places: [[String]: Int] = [:]
        for event in events {
            guard case .event(let fact) = facts[event.sequence] else { continue }
            let dimensions = Self.values(of: fact, properties)
            if places[dimensions] == nil {
                guard rows.count < Self.mostRows else { throw .tooManyRows }
                places[dimensions] = rows.count
                rows.append(Row(dimensions: dimensions, parts: buckets.starts.count))
            }
            if let place = places[dimensions] { rows[place].add(event, part: buckets.index(of: Int64(event.seconds))) }
        }
    }

    private static func values(of fact: EventFact, _ properties: [String]) -> [String] {
        let root = fact.properties.isEmpty ? nil : try? JSONDocument(Array(fact.properties)).root
        return properties.map { name in
            guard let value = root?[name] else { return name == "$value_currency" ? fact.currency?.code ?? "" : "" }
            return value.string ?? (value.isNull ? "" : String(decoding: value.compactBytes.prefix(500), as: UTF8.self))
        }
    }

    /// Puts the rows in order: by the name of a measurement (its sum over all parts), or of a property.
    mutating func sort(by name: String, isDescending: Bool, properties: [String]) {
        if let measurement = Measurement(rawValue: name) {
            let totals = rows.map { $0.values(measurement).reduce(0, +) }
            let order = rows.indices.sorted { a, b in
                totals[a] != totals[b]
                    ? (totals[a] < totals[b]) != isDescending : rows[a].dimensions.lexicographicallyPrecedes(rows[b].dimensions)
            }
            rows = order.map { rows[$0] }
        } else if let place = properties.firstIndex(of: name) {
            rows.sort { a, b in
                a.dimensions[place] != b.dimensions[place]
                    ? (a.dimensions[place] < b.dimensions[place]) != isDescending : a.dimensions.lexicographicallyPrecedes(b.dimensions)
            }
        }
    }
}
