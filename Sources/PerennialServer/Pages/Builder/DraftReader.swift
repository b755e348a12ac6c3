import Facts
import JSON
import Segments

/// Turns what is asked of a profile into the fields of a form.
struct DraftReader {
    /// Whether decimals stand after a comma.
    let comma: Bool
    let zone: ShopTimeZone

    /// The fields of a test; `nil` for what has none.
    func draft(_ test: Test) -> ConditionDraft? {
        switch test {
        case .metric(let test): return done(test)
        case .property(let test): return property(test)
        case .number, .moment, .word, .overdue: return predicted(test)
        case .model(let test):
            var draft = predicted(test.ofShown)
            draft?[.model] = test.model
            return draft
        case .top(let test): return top(test)
        case .membership(let test): return membership(test)
        case .consent(let test): return consent(test)
        case .region(let region, let isIn):
            var draft = ConditionDraft(.region)
            draft[.what] = region.rawValue
            draft[.yes] = isIn ? "yes" : "no"
            return draft
        case .distance, .sample, .funnel: return spelled(test)
        }
    }

    // MARK: What is predicted

    private func predicted(_ test: Test) -> ConditionDraft? {
        var draft = ConditionDraft.new(.predicted)
        switch test {
        case .number(let dimension, let filter):
            draft[.what] = dimension.rawValue
            fill(&draft, filter, isShare: dimension.isShare)
        case .moment(let dimension, let filter):
            draft[.what] = dimension.rawValue
            fill(&draft, filter)
        case .word(let dimension, let filter):
            draft[.what] = dimension.rawValue
            let words: [String]
            switch filter {
            case .equals(let word): words = [word]
            case .among(let some): words = some
            case .notEquals(let word):
                words = [word]
                draft[.which] = "none"
            case .notAmong(let some):
                words = some
                draft[.which] = "none"
            default: return nil
            }
            draft.set(.words, words.map { "\(dimension.rawValue):\($0)" })
        case .overdue(let isOverdue):
            draft[.what] = "overdue"
            draft[.yes] = isOverdue ? "yes" : "no"
        default: return nil
        }
        return draft
    }

    private func top(_ test: TopTest) -> ConditionDraft {
        var draft = ConditionDraft.new(.top)
        draft[.what] = test.dimension.rawValue
        draft[.order] = test.isBottom ? "least" : "greatest"
        switch test.size {
        case .count(let count):
            draft[.size] = "count"
            draft[.n] = "\(count)"
        case .percent(let percent):
            draft[.size] = "percent"
            draft[.n] = DraftNumber.text(percent, comma: comma)
        }
        if let among = test.among {
            var json = JSONWriter()
            among.write(to: &json)
            draft[.kept] = json.text.withVisibleMarks
        }
        return draft
    }

    // MARK: What was done

    private func done(_ test: MetricTest) -> ConditionDraft {
        var draft = ConditionDraft.new(.done)
        switch test.metric {
        case .id(let id): draft[.what] = "id:" + id
        case .name(let name): draft[.what] = "name:" + name
        }
        switch (test.measurement, test.filter) {
        case (.count, .greaterThanOrEqual(1)): draft[.op] = ConditionDraft.DoneOperator.atLeastOnce
        case (.count, .equals(0)): draft[.op] = ConditionDraft.DoneOperator.never
        default:
            draft[.measure] = test.measurement.rawValue
            fill(&draft, test.filter, isShare: false)
        }
        fill(&draft, test.timeFrame)
        // The one that fields show, or all of them kept as they are.
        guard let spelled = member("metric_filters", of: .metric(test)) else { return draft }
        if test.properties.count == 1, let only = test.properties.first, fill(&draft, only) { return draft }
        draft[.kept] = spelled
        return draft
    }

    private func fill(_ draft: inout ConditionDraft, _ test: EventPropertyTest) -> Bool {
        func set(_ op: String, _ value: String) -> Bool {
            draft[.part] = test.property
            draft[.partOp] = op
            draft[.partValue] = value
            return true
        }
        switch test.filter {
        case .text(.equals(let text)): return set("string:equals", text)
        case .text(.notEquals(let text)): return set("string:not-equals", text)
        case .text(.contains(let text)): return set("string:contains", text)
        case .text(.notContains(let text)): return set("string:not-contains", text)
        case .text(.startsWith(let text)): return set("string:starts-with", text)
        case .number(.equals(let value)): return set("numeric:equals", DraftNumber.text(value, comma: comma))
        case .number(.greaterThan(let value)): return set("numeric:greater-than", DraftNumber.text(value, comma: comma))
        case .number(.greaterThanOrEqual(let value)): return set("numeric:greater-than-or-equal", DraftNumber.text(value, comma: comma))
        case .number(.lessThan(let value)): return set("numeric:less-than", DraftNumber.text(value, comma: comma))
        case .number(.lessThanOrEqual(let value)): return set("numeric:less-than-or-equal", DraftNumber.text(value, comma: comma))
        case .list(.contains(.text(let text))): return set("list:contains", text)
        case .isSet(let isSet): return set(isSet ? "existence:is-set" : "existence:not-set", "")
        default: return false
        }
    }

    // MARK: Who they are

    private func property(_ test: PropertyTest) -> ConditionDraft? {
        var draft = ConditionDraft.new(.property)
        draft[.what] = test.property.spelled
        switch test.filter {
        case .text(let filter):
            guard let (name, text, lines) = Self.parts(filter) else { return nil }
            draft[.op] = "string:" + name
            draft[.json] = text
            draft[.lines] = lines.joined(separator: "\n")
        case .number(let filter):
            fill(&draft, filter, isShare: false)
            draft[.op] = "numeric:" + draft[.op]
        case .bool(let value): draft[.op] = value ? "boolean:true" : "boolean:false"
        case .date(let filter):
            draft[.op] = "date:"
            fill(&draft, filter)
        case .list(let filter):
            switch filter {
            case .contains(.text(let text)):
                draft[.op] = "list:contains"
                draft[.json] = text
            case .notContains(.text(let text)):
                draft[.op] = "list:not-contains"
                draft[.json] = text
            default: return nil
            }
        case .isSet(let isSet): draft[.op] = isSet ? "existence:is-set" : "existence:not-set"
        }
        return draft
    }

    private static func parts(_ filter: TextFilter) -> (name: String, text: String, lines: [String])? {
        switch filter {
        case .equals(let text): ("equals", text, [])
        case .notEquals(let text): ("not-equals", text, [])
        case .contains(let text): ("contains", text, [])
        case .notContains(let text): ("not-contains", text, [])
        case .startsWith(let text): ("starts-with", text, [])
        case .notStartsWith(let text): ("not-starts-with", text, [])
        case .endsWith(let text): ("ends-with", text, [])
        case .notEndsWith(let text): ("not-ends-with", text, [])
        case .among(let texts): ("in", "", texts)
        case .notAmong(let texts): ("not-in", "", texts)
        case .matches, .notMatches, .phoneCountryAmong, .phoneCountryNotAmong: nil
        }
    }

    private func membership(_ test: MembershipTest) -> ConditionDraft {
        var draft = ConditionDraft.new(.group)
        draft[.yes] = test.isMember ? "yes" : "no"
        draft.set(
            .groups,
            test.groups.map { reference in
                switch reference {
                case .id(let id): "id:" + id
                case .name(let name): "name:" + name
                }
            })
        if let joined = test.joined { fill(&draft, joined) }
        return draft
    }

    private func consent(_ test: ConsentTest) -> ConditionDraft? {
        var draft = ConditionDraft.new(.consent)
        switch test.channel {
        case .email: draft[.channel] = "email"
        case .sms: draft[.channel] = "sms"
        case .push: draft[.channel] = "push"
        default: return nil
        }
        draft[.yes] = test.canReceive ? "yes" : "no"
        draft[.status] = test.subscription.rawValue
        if !test.filters.isEmpty { draft[.kept] = member("filters", of: .consent(test)) ?? "" }
        return draft
    }

    // MARK: By how they are spelled

    private func json(of test: Test) -> JSONValue? {
        var json = JSONWriter()
        Condition.test(test).write(to: &json)
        return (try? JSONDocument(json.bytes))?.root
    }

    /// A member of a test's spelling, as text.
    private func member(_ name: String, of test: Test) -> String? {
        guard let root = json(of: test) else { return nil }
        let value = name == "filters" ? root["consent"]?["consent_status"]?[name] : root[name]
        return value.map { String(decoding: $0.compactBytes, as: UTF8.self).withVisibleMarks }
    }

    private func spelled(_ test: Test) -> ConditionDraft? {
        guard let root = json(of: test) else { return nil }
        func number(_ value: JSONValue?) -> String { value?.double.map { DraftNumber.text($0, comma: comma) } ?? "" }
        switch test {
        case .distance:
            var draft = ConditionDraft.new(.distance)
            draft[.country] = root["country_code"]?.string ?? ""
            draft[.code] = root["postal_code"]?.string ?? ""
            draft[.unit] = root["unit"]?.string ?? ""
            draft[.op] = root["filter"]?["operator"]?.string ?? ""
            draft[.n] = number(root["filter"]?["value"])
            return draft
        case .sample:
            var draft = ConditionDraft.new(.sample)
            draft[.n] = number(root["percentage"])
            draft[.seed] = number(root["seed"])
            return draft
        default: return nil
        }
    }

    // MARK: Values

    private func fill(_ draft: inout ConditionDraft, _ filter: NumberFilter, isShare: Bool) {
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

    private func fill(_ draft: inout ConditionDraft, _ filter: DateFilter) {
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
