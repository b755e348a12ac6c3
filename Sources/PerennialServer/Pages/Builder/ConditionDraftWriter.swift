import Facts
import JSON
import Segments

/// Turns one condition's fields into the definition language.
struct ConditionDraftWriter {
    let draft: ConditionDraft
    let zone: ShopTimeZone
    private(set) var problems: [ConditionDraft.Field: DraftProblem] = [:]

    init(_ draft: ConditionDraft, _ zone: ShopTimeZone) {
        self.draft = draft
        self.zone = zone
    }

    /// The condition as JSON; `nil` where something is wrong.
    mutating func bytes() -> [UInt8]? {
        if draft.kind == .other { return raw(.json) }
        var json = JSONWriter()
        json.beginObject()
        switch draft.kind {
        case .predicted: writePredicted(to: &json)
        case .done: writeDone(to: &json)
        case .property: writeProperty(to: &json)
        case .group: writeGroup(to: &json)
        case .consent: writeConsent(to: &json)
        case .region:
            json.member("type", "profile-region")
            json.member("in_region", draft[.yes] != "no")
            json.member("region", draft[.what])
        case .distance: writeDistance(to: &json)
        case .top: writeTop(to: &json)
        case .sample:
            json.member("type", "profile-sample")
            json.member("percentage", number(.n))
            json.member("seed", whole(.seed))
        case .other: break
        }
        json.endObject()
        return problems.isEmpty ? json.bytes : nil
    }

    // MARK: Kinds

    private mutating func writePredicted(to json: inout JSONWriter) {
        json.member("type", "profile-predictive-analytics")
        let name = draft[.what]
        json.member("dimension", name)
        json.key("filter")
        if let dimension = NumberDimension(rawValue: name) {
            writeNumber(isShare: dimension.isShare, to: &json)
        } else if MomentDimension(rawValue: name) != nil {
            writeDate(to: &json)
        } else if let dimension = WordDimension(rawValue: name) {
            writeWords(dimension, to: &json)
        } else {
            json.object { json in
                json.member("type", "boolean")
                json.member("operator", "equals")
                json.member("value", draft[.yes] != "no")
            }
        }
        if Self.isOfRFM(name), !draft[.model].isEmpty { json.member("model", draft[.model]) }
    }

    /// Whether a model of RFM may be named with it.
    static func isOfRFM(_ name: String) -> Bool {
        NumberDimension(rawValue: name)?.isOfRFM ?? WordDimension(rawValue: name)?.isOfRFM
            ?? (name == MomentDimension.rfmGroupChanged.rawValue)
    }

    private mutating func writeWords(_ dimension: WordDimension, to json: inout JSONWriter) {
        // The boxes of every dimension stand in the form; only those of this one count.
        let prefix = dimension.rawValue + ":"
        let words = draft.all(.words).filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        if words.isEmpty { problems[.words] = .needsChoice }
        let isNone = draft[.which] == "none"
        json.object { json in
            json.member("type", "string")
            if words.count == 1 {
                json.member("operator", isNone ? "not-equals" : "equals")
                json.member("value", words.first)
            } else {
                json.member("operator", isNone ? "not-in" : "in")
                json.array("value") { json in for word in words { json.string(word) } }
            }
        }
    }

    private mutating func writeDone(to json: inout JSONWriter) {
        json.member("type", "profile-metric")
        writeReference("metric_id", "metric_name", draft[.what], .what, to: &json)
        let isOnce = draft[.op] == ConditionDraft.DoneOperator.atLeastOnce
        let isNever = draft[.op] == ConditionDraft.DoneOperator.never
        json.member("measurement", isOnce || isNever ? "count" : draft[.measure])
        json.key("measurement_filter")
        if isOnce || isNever {
            json.object { json in
                json.member("type", "numeric")
                json.member("operator", isOnce ? "greater-than-or-equal" : "equals")
                json.member("value", isOnce ? 1 : 0)
            }
        } else {
            writeNumber(isShare: false, to: &json)
        }
        json.key("timeframe_filter")
        writeDate(to: &json)
        if !draft[.kept].isEmpty, let kept = raw(.kept) {
            json.key("metric_filters")
            json.raw(kept)
        } else if !draft[.part].isEmpty {
            json.array("metric_filters") { json in
                json.object { json in
                    json.member("property", draft[.part])
                    json.object("filter") { writePart(to: &$0) }
                }
            }
        }
    }

    /// What one property of the events must say.
    private mutating func writePart(to json: inout JSONWriter) {
        let parts = draft[.partOp].split(separator: ":").map { String($0) }
        let type = parts.first ?? "string"
        json.member("type", type)
        json.member("operator", parts.count > 1 ? parts[1] : "equals")
        switch type {
        case "existence": break
        case "numeric": json.member("value", number(.partValue))
        case "boolean": json.member("value", !["no", "false", "0"].contains(draft[.partValue].lowercased()))
        default:
            if draft[.partValue].isEmpty { problems[.partValue] = .needsText }
            json.member("value", draft[.partValue])
        }
    }

    private mutating func writeReference(
        _ id: String, _ name: String, _ value: String, _ field: ConditionDraft.Field, to json: inout JSONWriter
    ) {
        if value.hasPrefix("name:") {
            json.member(name, String(value.dropFirst(5)))
        } else if value.hasPrefix("id:") {
            json.member(id, String(value.dropFirst(3)))
        } else {
            problems[field] = .needsChoice
        }
    }

    private mutating func writeProperty(to json: inout JSONWriter) {
        json.member("type", "profile-property")
        let typed = draft[.text].trimmed
        switch draft[.what] {
        case "custom":
            // A name alone is enough; whoever writes it as definitions do may.
            if typed.isEmpty { problems[.text] = .needsText }
            json.member("property", ProfileProperty(spelled: typed)?.spelled ?? ProfileProperty.custom([typed]).spelled)
        case "": problems[.what] = .needsChoice
        default: json.member("property", draft[.what])
        }
        let parts = draft[.op].split(separator: ":").map { String($0) }
        let (type, name) = (parts.first ?? "", parts.count > 1 ? parts[1] : "")
        json.key("filter")
        switch type {
        case "numeric": writeNumber(isShare: false, name: name, to: &json)
        case "date": writeDate(to: &json)
        default:
            json.object { json in
                json.member("type", type)
                switch type {
                case "existence": json.member("operator", name)
                case "boolean":
                    json.member("operator", "equals")
                    json.member("value", name == "true")
                default: writeTexts(name, to: &json)
                }
            }
        }
    }

    private mutating func writeTexts(_ name: String, to json: inout JSONWriter) {
        json.member("operator", name)
        let isList = ["in", "not-in", "contains-any", "not-contains-any", "contains-all", "not-contains-all"].contains(name)
        guard isList else {
            if draft[.json].isEmpty { problems[.json] = .needsText }
            return json.member("value", draft[.json])
        }
        let lines = draft[.lines].split(whereSeparator: \.isNewline).map { String($0.trimmed) }.filter { !$0.isEmpty }
        if lines.isEmpty { problems[.lines] = .needsText }
        json.array("value") { json in for line in lines { json.string(line) } }
    }

    private mutating func writeGroup(to json: inout JSONWriter) {
        let isMember = draft[.yes] != "no"
        json.member("type", "profile-group-membership")
        json.member("is_member", isMember)
        let chosen = draft.all(.groups).filter { !$0.isEmpty }
        if chosen.isEmpty { problems[.groups] = .needsChoice }
        let areNames = chosen.contains { $0.hasPrefix("name:") }
        json.array(areNames ? "group_names" : "group_ids") { json in
            for group in chosen { json.string(String(group.dropFirst(areNames ? 5 : 3))) }
        }
        if isMember, draft[.when] != "alltime" {
            json.key("timeframe_filter")
            writeDate(to: &json)
        }
    }

    private mutating func writeConsent(to json: inout JSONWriter) {
        json.member("type", "profile-marketing-consent")
        json.object("consent") { json in
            json.member("channel", draft[.channel])
            json.member("can_receive_marketing", draft[.yes] != "no")
            json.object("consent_status") { json in
                json.member("subscription", draft[.status])
                if !draft[.kept].isEmpty, let kept = raw(.kept) {
                    json.key("filters")
                    json.raw(kept)
                }
            }
        }
    }

    private mutating func writeDistance(to json: inout JSONWriter) {
        json.member("type", "profile-postal-code-distance")
        if draft[.country].trimmed.isEmpty { problems[.country] = .needsText }
        if draft[.code].trimmed.isEmpty { problems[.code] = .needsText }
        json.member("country_code", draft[.country].trimmed.uppercased())
        json.member("postal_code", String(draft[.code].trimmed))
        json.member("unit", draft[.unit])
        json.object("filter") { json in
            json.member("type", "numeric")
            json.member("operator", draft[.op])
            json.member("value", number(.n))
        }
    }

    private mutating func writeTop(to json: inout JSONWriter) {
        json.member("type", "profile-top")
        json.member("dimension", draft[.what])
        if draft[.size] == "count" { json.member("count", whole(.n)) } else { json.member("percent", number(.n)) }
        json.member("order", draft[.order])
        if !draft[.kept].isEmpty, let kept = raw(.kept) {
            json.key("among")
            json.raw(kept)
        }
    }

    // MARK: Values

    private mutating func writeNumber(isShare: Bool, name: String? = nil, to json: inout JSONWriter) {
        let name = name ?? draft[.op]
        json.object { json in
            json.member("type", "numeric")
            json.member("operator", name)
            if name == "between" {
                let (low, high) = (number(.n, isShare: isShare), number(.n2, isShare: isShare))
                if let low, let high, low > high { problems[.n2] = .endBeforeStart }
                json.member("start", low)
                json.member("end", high)
            } else {
                json.member("value", number(.n, isShare: isShare))
            }
        }
    }

    private mutating func writeDate(to json: inout JSONWriter) {
        let name = draft[.when]
        json.object { json in
            json.member("type", "date")
            json.member("operator", name)
            switch name {
            case "alltime", "anniversary", "anniversary-month": break
            case "calendar-month": json.member("value", whole(.month))
            case "before", "after": json.member("date", moment(.d).map(Timestamp.text))
            case "between-static":
                let (start, end) = (moment(.d), moment(.d2))
                if let start, let end, start > end { problems[.d2] = .endBeforeStart }
                json.member("start", start.map(Timestamp.text))
                json.member("end", end.map(Timestamp.text))
            case "between":
                let (start, end) = (whole(.q), whole(.q2))
                if let start, let end, start > end { problems[.q2] = .endBeforeStart }
                json.member("start", start)
                json.member("end", end)
                json.member("unit", draft[.unit])
            default:
                json.member("unit", draft[.unit])
                json.member("quantity", whole(.q))
            }
        }
    }

    private mutating func number(_ field: ConditionDraft.Field, isShare: Bool = false) -> Double? {
        guard let value = isShare ? DraftNumber.share(draft[field]) : DraftNumber.value(draft[field]) else {
            problems[field] = .needsNumber
            return nil
        }
        if isShare, !(0...1).contains(value) { problems[field] = .needsPercent }
        return value
    }

    private mutating func whole(_ field: ConditionDraft.Field) -> Int? {
        guard let value = DraftNumber.whole(draft[field]), value >= 0 else {
            problems[field] = .needsWhole
            return nil
        }
        return value
    }

    private mutating func moment(_ field: ConditionDraft.Field) -> Instant? {
        guard let moment = DraftMoment.instant(draft[field], zone) else {
            problems[field] = .needsDate
            return nil
        }
        return moment
    }

    /// JSON that stands in a field as it is.
    private mutating func raw(_ field: ConditionDraft.Field) -> [UInt8]? {
        let text = draft[field].trimmed
        guard !text.isEmpty else {
            problems[field] = .needsText
            return nil
        }
        do throws(JSONError) {
            return try JSONDocument(String(text)).root.compactBytes
        } catch {
            problems[field] = .badJSON("\(error)")
            return nil
        }
    }
}

extension NumberDimension {
    /// Whether it is a share, which people write as a percentage.
    var isShare: Bool { self == .churnProbability || self == .probabilityOfOrder }
}
