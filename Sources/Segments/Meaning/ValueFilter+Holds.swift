public import Facts
public import JSON

extension ValueFilter {
    /// Whether a value meets it; `nil` is no value, which meets "not set" alone.
    public func holds(_ value: JSONValue?, before end: Int64, in zone: ShopTimeZone) -> Bool {
        if case .isSet(let isSet) = self { return Self.isThere(value) == isSet }
        guard let value else { return false }
        switch self {
        case .text(let filter): return value.withStringBytes { filter.holds($0) } ?? false
        case .number(let filter): return value.double.map { filter.holds($0) } ?? false
        case .bool(let wanted): return value.bool == wanted
        case .date(let filter):
            return value.string.flatMap { Self.moment($0, zone) }.map { filter.holds($0, before: end, in: zone) } ?? false
        case .list(let filter): return filter.holds(value)
        case .isSet: return false
        }
    }

    /// When the answer for a value may be another, as time goes by; see ``DateFilter/nextChange(_:after:in:)``.
    public func nextChange(_ value: JSONValue?, after end: Int64, in zone: ShopTimeZone) -> Int64? {
        guard case .date(let filter) = self, let moment = value?.string.flatMap({ Self.moment($0, zone) }) else { return nil }
        return filter.nextChange(moment, after: end, in: zone)
    }

    /// Whether it changes as time goes by.
    public var isRelative: Bool {
        if case .date(let filter) = self { return filter.isRelative }
        return false
    }

    private static func isThere(_ value: JSONValue?) -> Bool {
        guard let value, !value.isNull else { return false }
        if let text = value.withStringBytes({ !$0.isEmpty }) { return text }
        return value.kind != .array || value.count > 0
    }

    /// A moment written as a date and time, or as a day of the shop.
    private static func moment(_ text: String, _ zone: ShopTimeZone) -> Int64? {
        if let day = ShopDay(text) { return zone.start(of: day).secondsSince1970 }
        return Timestamp.parse(text)?.secondsSince1970
    }
}

extension ListFilter {
    /// Whether a text meets it, which counts as a list of one.
    public func holds(_ text: String) -> Bool {
        var json = JSONWriter()
        json.string(text)
        return (try? JSONDocument(json.bytes)).map { holds($0.root) } ?? false
    }

    func holds(_ value: JSONValue) -> Bool {
        // A text counts as a list of one.
        guard value.kind == .array || value.kind == .string else { return false }
        let elements = value.kind == .array ? Array(value.elements) : [value]
        func has(_ text: String) -> Bool { elements.contains { $0.isString(text) } }
        func has(_ element: ListElement) -> Bool {
            switch element {
            case .text(let text): has(text)
            case .number(let number): elements.contains { $0.double == number }
            }
        }
        func holds(_ part: String) -> Bool {
            elements.contains { $0.withStringBytes { TextFilter.contains(part).holds($0) } ?? false }
        }
        func holds(_ end: TextEnd, _ part: String) -> Bool {
            let filter: TextFilter = end == .start ? .startsWith(part) : .endsWith(part)
            return elements.contains { $0.withStringBytes { filter.holds($0) } ?? false }
        }
        switch self {
        case .contains(let element): return has(element)
        case .notContains(let element): return !has(element)
        case .containsAny(let texts): return texts.contains { has($0) }
        case .notContainsAny(let texts): return !texts.contains { has($0) }
        case .containsAll(let texts): return texts.allSatisfy { has($0) }
        case .notContainsAll(let texts): return !texts.allSatisfy { has($0) }
        case .containsSubstring(let part): return holds(part)
        case .notContainsSubstring(let part): return !holds(part)
        case .containsAt(let end, let part): return holds(end, part)
        case .notContainsAt(let end, let part): return !holds(end, part)
        case .length(let filter): return filter.holds(Double(elements.count))
        }
    }
}
