public import Facts
import JSON
public import Journal
import Population

/// The properties that the newest events of a metric had, by name.
public struct SeenProperties: Sendable {
    /// A property as it was met.
    public struct Property: Sendable {
        /// Its name.
        public let name: String
        /// What kind of values it has: of the newest event that had one.
        public internal(set) var type: String
        /// How many of the events have it, one that is null not among them.
        public internal(set) var events = 0
        /// A few different values, the newest first, as JSON.
        public internal(set) var samples: [[UInt8]] = []
    }

    /// Events that are looked at.
    private static let mostEvents = 200
    /// Names that are told: who puts an id into a name has no end of them.
    private static let mostNames = 500
    private static let mostSamples = 10
    private static let longestSample = 200

    /// The properties, by name.
    public private(set) var all: [Property] = []
    /// How many events were looked at.
    public private(set) var events = 0
    private var places: [String: Int] = [:]

    /// Reads the newest events of a metric.
    public init(of metric: MetricNumber, _ shop: Shop) throws(JournalError) {
        var query = Population.EventQuery()
        query.metric = metric
        query.limit = Self.mostEvents
        let places = shop.read { $0.events(query) }
        let facts = try shop.journal.facts(places.map(\.sequence))
        for place in places {
            guard case .event(let fact) = facts[place.sequence] else { continue }
            events += 1
            if let document = fact.properties.isEmpty ? nil : try? JSONDocument(Array(fact.properties)) {
                for (name, value) in document.root.members { note(name, value.kind, value.compactBytes) }
            }
            if let value = fact.value {
                var json = JSONWriter()
                json.double(value)
                note("$value", .number, json.bytes)
            }
        }
        all.sort { $0.name < $1.name }
        self.places = [:]
    }

    /// A property that was met.
    public subscript(name: String) -> Property? { all.first { $0.name == name } }

    private mutating func note(_ name: String, _ kind: JSONValue.Kind, _ json: [UInt8]) {
        guard !name.isEmpty, name.utf8.count <= 255 else { return }
        let place: Int
        if let known = places[name] {
            place = known
        } else {
            guard all.count < Self.mostNames else { return }
            place = all.count
            places[name] = place
            all.append(Property(name: name, type: Self.type(kind)))
        }
        if kind != .null { all[place].events += 1 }
        if all[place].type == "null" { all[place].type = Self.type(kind) }
        let isSimple = kind == .string || kind == .number || kind == .bool
        guard isSimple, json.count <= Self.longestSample, all[place].samples.count < Self.mostSamples, !all[place].samples.contains(json)
        else { return }
        all[place].samples.append(json)
    }

    private static func type(_ kind: JSONValue.Kind) -> String {
        switch kind {
        case .object: "object"
        case .array: "list"
        case .string: "string"
        case .number: "number"
        case .bool: "boolean"
        case .null: "null"
        }
    }
}
