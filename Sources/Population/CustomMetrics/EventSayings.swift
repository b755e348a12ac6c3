public import Facts
import JSON
public import Segments

/// What one event says: its properties, and what it says beside them.
public struct EventSayings {
    /// The property that is what the event itself is worth.
    public static let value = "$value"
    /// The property that is the currency of that.
    static let currency = "$value_currency"

    private let root: JSONValue?
    private let amount: Double?
    private let currency: Currency?

    /// Of an event's properties, a JSON object; what is none says nothing.
    public init(properties: ArraySlice<UInt8>, value: Double?, currency: Currency?) {
        self.init(properties.isEmpty ? nil : (try? JSONDocument(properties))?.root, value: value, currency: currency)
    }

    init(_ root: JSONValue?, value: Double?, currency: Currency?) {
        self.root = root?.kind == .object ? root : nil
        amount = value
        self.currency = currency
    }

    /// Whether it says what it must.
    public func meets(_ filters: [EventPropertyTest]) -> Bool { filters.allSatisfy(meets) }

    private func meets(_ test: EventPropertyTest) -> Bool {
        if let value = root.flatMap({ Population.value(test.property, $0) }), !value.isNull { return holds(test.filter, value) }
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

    // Filters of custom metrics do not change as time goes by.
    private func holds(_ filter: ValueFilter, _ value: JSONValue?) -> Bool { filter.holds(value, before: 0, in: .utc) }

    /// What it is worth by a property; `nil` where that says no number, a number written as a text being none.
    public func amount(_ property: String) -> Double? {
        guard property != Self.value else { return amount }
        guard let number = root.flatMap({ Population.value(property, $0) })?.double, number.isFinite else { return nil }
        return number
    }
}
