public import Facts
import JSON
public import Segments

/// What one event says: its properties, and what it says beside them.
public struct EventSayings {
    /// The property that is what the event itself is worth.
    public static let value = "$value"
    /// The property that is the currency of that.
    static let currency = "$value_currency"

    /// Whether it is said beside the properties, where these say nothing of that name.
    static func isBeside(_ property: String) -> Bool { property == value || property == currency }

    private let root: JSONValue?
    private let amount: Double?
    private let currency: Currency?

    /// Of an event's properties, a JSON object; what is none says nothing.
    public init(properties: ArraySlice<UInt8>, value: Double?, currency: Currency?) {
        self.init(properties.isEmpty ? nil : (try? JSONDocument(properties))?.root, value: value, currency: currency)
    }

    init(_ event: EventBytes) {
        let root = event.properties.isEmpty ? nil : (try? JSONDocument(event.properties))?.root
        self.init(root, value: event.value, currency: event.currency)
    }

    init(_ root: JSONValue?, value: Double?, currency: Currency?) {
        self.root = root?.kind == .object ? root : nil
        amount = value
        self.currency = currency
    }

    /// Whether it says what it must.
    public func meets(_ filters: [EventPropertyTest]) -> Bool { filters.allSatisfy(meets) }

    private func meets(_ test: EventPropertyTest) -> Bool {
        if let value = value(test.property), !value.isNull { return holds(test.filter, value) }
        switch test.property {
        case Self.value:
            switch test.filter {
            case .number(let filter): return amount.map { filter.holds($0) } ?? false
            case .isSet(let isSet): return (amount != nil) == isSet
            default: return false
            }
        case Self.currency:
            switch test.filter {
            case .text(let filter):
                guard var code = currency?.code else { return false }
                return code.withUTF8 { filter.holds(UnsafeRawBufferPointer($0)) }
            case .isSet(let isSet): return (currency != nil) == isSet
            default: return false
            }
        default: return holds(test.filter, nil)
        }
    }

    /// A property by its name, else by dots that lead into objects, and into the lists of names and values that shops write:
    /// `meta_data._subscription_renewal` of `[{"key": "_subscription_renewal", "value": "17"}]`.
    private func value(_ name: String) -> JSONValue? {
        guard let root else { return nil }
        if let value = Population.value(name, root) { return value }
        guard name.contains(".") else { return nil }
        var value: JSONValue? = root
        for part in name.split(separator: ".", omittingEmptySubsequences: false) {
            value = value.flatMap { $0.kind == .object ? $0[String(part)] : Self.named(part, in: $0) }
        }
        return value
    }

    private static func named(_ name: Substring, in list: JSONValue) -> JSONValue? {
        guard list.kind == .array else { return nil }
        let name = String(name)
        return list.elements.first { element in
            element.kind == .object && ["key", "name"].contains { element[$0]?.isString(name) ?? false }
        }?["value"]
    }

    // Filters of custom metrics do not change as time goes by.
    private func holds(_ filter: ValueFilter, _ value: JSONValue?) -> Bool { filter.holds(value, before: 0, in: .utc) }

    /// What it is worth by a property; `nil` where that says no number. Shops write amounts as texts: `"59.00"`, and nothing else, is one.
    public func amount(_ property: String) -> Double? {
        guard property != Self.value else { return amount }
        guard let value = value(property) else { return nil }
        let number = value.double ?? value.withStringBytes { Self.decimal($0) } ?? nil
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    /// A number written with digits, and a point where it has a fraction.
    public static func decimal(_ text: UnsafeRawBufferPointer) -> Double? {
        let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let isNumber = parts.allSatisfy { !$0.isEmpty && $0.count <= 15 && $0.allSatisfy { (48...57).contains($0) } }
        return isNumber ? Double(String(decoding: text, as: UTF8.self)) : nil
    }
}
