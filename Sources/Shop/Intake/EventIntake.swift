public import Facts
public import JSON
public import Population

/// An event as it arrives, checked in form, not yet resolved.
public struct EventIntake: Sendable {
    /// Who, by name.
    public var identities: Identities
    /// Who, by number, where it is known; wins over ``identities``.
    public var profile: ProfileNumber?
    /// A change to the profile that came with the event, as JSON; empty without one. See ``ProfileFact/change``.
    public var change: [UInt8] = []
    /// The name of the metric.
    public var metric: String
    /// Where it comes from, for a metric that is new.
    public var integration = "API"
    /// When; `nil`: now.
    public var time: Instant?
    /// What it was worth.
    public var value: Double?
    /// The currency of ``value``; `nil`: the shop's.
    public var currency: Currency?
    /// What makes it one event for ever, with profile and metric; `nil`: its second does.
    public var uniqueID: String?
    /// The id of the order that it names; `nil`: none, or for an order its ``uniqueID``.
    public var orderID: String?
    /// Whether no flow shall start.
    public var isBackfill = false
    /// Through which door it came.
    public var source: FactSource
    /// Its properties, a compact JSON object; empty without any.
    public var properties: [UInt8] = []

    /// An event of somebody.
    public init(identities: Identities, metric: String, source: FactSource) {
        self.identities = identities
        self.metric = metric
        self.source = source
    }

    /// Takes up properties, and what they say of the order, of value and currency where nothing else said it.
    public mutating func take(properties object: JSONValue) {
        guard object.kind == .object, object.count > 0 else { return }
        properties = object.compactBytes
        orderID = Self.text(object["OrderId"]) ?? Self.text(object["order_id"]) ?? orderID
        if value == nil { value = object["$value"]?.double }
        if currency == nil {
            let named = object["$currency_code"]?.string.flatMap { Currency(code: $0) }
            currency = named == Currency.none ? nil : named
        }
        if uniqueID == nil { uniqueID = Self.text(object["$event_id"]) }
    }

    /// The text of an id, which may be written as a number.
    private static func text(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        if let text = value.string { return text.isEmpty ? nil : text }
        return value.int.map { String($0) }
    }
}

/// What became of an event.
public enum EventOutcome: Sendable, Equatable {
    /// It is a fact of this number.
    case recorded(sequence: UInt64, profile: ProfileNumber)
    /// It was taken in before and has no second effect.
    case known(profile: ProfileNumber)
}
