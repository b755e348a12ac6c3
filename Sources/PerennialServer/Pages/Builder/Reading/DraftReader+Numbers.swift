import Segments

// Numbers and times.
extension DraftReader {
    func fill(_ draft: inout ConditionDraft, _ filter: NumberFilter, isShare: Bool) {
        func text(_ value: Double) -> String {
            isShare ? DraftNumber.percentText(value, comma: comma) : DraftNumber.text(value, comma: comma)
        }
        func set(_ name: String, _ value: Double) {
            draft[.op] = name
            draft[.n] = text(value)
        }
        switch filter {
        case .equals(let value): set("equals", value)
        case .notEquals(let value): set("not-equals", value)
        case .greaterThan(let value): set("greater-than", value)
        case .greaterThanOrEqual(let value): set("greater-than-or-equal", value)
        case .lessThan(let value): set("less-than", value)
        case .lessThanOrEqual(let value): set("less-than-or-equal", value)
        case .between(let low, let high):
            set("between", low)
            draft[.n2] = text(high)
        }
    }

    func fill(_ draft: inout ConditionDraft, _ filter: DateFilter) {
        func span(_ name: String, _ span: Span) {
            draft[.when] = name
            draft[.q] = "\(span.quantity)"
            draft[.unit] = span.unit.rawValue
        }
        switch filter {
        case .allTime, .isKnown: draft[.when] = "alltime"
        case .before(let instant):
            draft[.when] = "before"
            draft[.d] = DraftMoment.text(instant, zone)
        case .after(let instant):
            draft[.when] = "after"
            draft[.d] = DraftMoment.text(instant, zone)
        case .betweenInstants(let start, let end):
            draft[.when] = "between-static"
            draft[.d] = DraftMoment.text(start, zone)
            draft[.d2] = DraftMoment.text(end, zone)
        case .inTheLast(let length): span("in-the-last", length)
        case .inTheNext(let length): span("in-the-next", length)
        case .atLeastAgo(let length): span("at-least", length)
        case .betweenAgo(let from, let to, let unit):
            span("between", Span(from, unit))
            draft[.q2] = "\(to)"
        case .anniversaryInTheLast(let length): span("anniversary-last", length)
        case .anniversaryInTheNext(let length): span("anniversary-next", length)
        case .anniversaryToday: draft[.when] = "anniversary"
        case .anniversaryThisMonth: draft[.when] = "anniversary-month"
        case .calendarMonth(let month):
            draft[.when] = "calendar-month"
            draft[.month] = "\(month)"
        }
    }
}
