import Facts

extension DefinitionReader {
    /// The operators of events' times.
    static let eventDates = [
        "alltime", "before", "after", "between-static", "in-the-last", "between", "at-least", "in-the-next", "anniversary-last",
        "anniversary-next",
    ]
    /// Those of joining a list.
    static let joiningDates = ["before", "after", "between-static", "in-the-last", "in-the-next", "between", "at-least"]
    /// Those of a funnel's first step.
    static let funnelDates = ["between-static", "in-the-last", "in-the-next", "at-least", "between", "alltime"]
    /// Those of properties and predicted dates.
    static let propertyDates = [
        "before", "after", "between-static", "in-the-last", "in-the-next", "at-least", "between", "anniversary-last", "anniversary-next",
        "anniversary", "anniversary-month", "calendar-month",
    ]

    /// A filter of a moment, `{"type": "date", "operator": …}`.
    func dateFilter(_ operators: [String]) -> DateFilter? {
        guard word("type", ["date"]) != nil, let name = word("operator", operators) else { return nil }
        switch name {
        case "before", "after":
            allow(only: ["type", "operator", "date"])
            return instant("date").map { name == "before" ? .before($0) : .after($0) }
        case "between-static": return staticRange()
        case "between": return relativeRange()
        case "calendar-month":
            allow(only: ["type", "operator", "value"])
            return whole("value", 1...12).map { .calendarMonth($0) }
        case "alltime", "anniversary", "anniversary-month":
            allow(only: ["type", "operator"])
            return name == "alltime" ? .allTime : name == "anniversary" ? .anniversaryToday : .anniversaryThisMonth
        default: return span().flatMap { Self.relative(name, $0) }
        }
    }

    private static func relative(_ name: String, _ span: Span) -> DateFilter? {
        switch name {
        case "in-the-last": .inTheLast(span)
        case "in-the-next": .inTheNext(span)
        case "at-least": .atLeastAgo(span)
        case "anniversary-last": .anniversaryInTheLast(span)
        case "anniversary-next": .anniversaryInTheNext(span)
        default: nil
        }
    }

    private func span() -> Span? {
        allow(only: ["type", "operator", "unit", "quantity"])
        guard let unit = unit(), let quantity = whole("quantity", 0...Span.greatestQuantity) else { return nil }
        return Span(quantity, unit)
    }

    private func unit() -> Span.Unit? { oneOf("unit", Span.Unit.self) }

    private func staticRange() -> DateFilter? {
        allow(only: ["type", "operator", "start", "end"])
        guard let start = instant("start"), let end = instant("end") else { return nil }
        if start <= end { return .betweenInstants(start, end) }
        fault(.value(.endBeforeStart(end: end, start: start)), at: "end")
        return nil
    }

    private func relativeRange() -> DateFilter? {
        allow(only: ["type", "operator", "start", "end", "unit"])
        let bounds = 0...Span.greatestQuantity
        guard let unit = unit(), let start = whole("start", bounds), let end = whole("end", bounds) else { return nil }
        if start <= end { return .betweenAgo(from: start, to: end, unit) }
        fault(.value(.endNearerThanStart(end: end, start: start)), at: "end")
        return nil
    }
}
