import Segments

extension SegmentDraft {
    /// Which field says what stands at a JSON pointer of the definition, and what of the pointer no field is for.
    func field(at pointer: String) -> (place: Place, field: ConditionDraft.Field, rest: String)? {
        let names = pointer.split(separator: "/").map { String($0) }
        guard var place = Self.place(of: names), var draft = self[place] else { return nil }
        var rest = names.dropFirst(names.first == Self.ofMetric ? 2 : 4)
        while let (number, length) = draft.kind.part(at: rest), draft.parts.indices.contains(number) {
            place = place.part(number)
            draft = draft.parts[number]
            rest = rest.dropFirst(length)
        }
        if draft.kind == .other { return (place, .json, rest.joined(separator: "/")) }
        if let field = draft.field(at: rest) { return (place, field, "") }
        return (place, .kind, rest.joined(separator: "/"))
    }

    /// Begins the pointers into a custom metric, whose groups of events stand in one group of a draft.
    private static let ofMetric = "metric_groups"

    private static func place(of names: [String]) -> Place? {
        if names.count >= 2, names[0] == ofMetric { return Int(names[1]).map { Place(group: 0, condition: $0) } }
        guard names.count >= 4, names[0] == "condition_groups", let group = Int(names[1]), let condition = Int(names[3]) else { return nil }
        return Place(group: group, condition: condition)
    }
}

extension ConditionDraft.Kind {
    /// The number of the part that a definition's members lead into, and how many members that takes.
    fileprivate func part(at names: ArraySlice<String>) -> (number: Int, length: Int)? {
        func element(after members: [String]) -> (Int, Int)? {
            guard names.starts(with: members), let number = names.dropFirst(members.count).first.flatMap({ Int($0) }) else { return nil }
            return (number, members.count + 1)
        }
        switch self {
        case .done, .step, .counted: return element(after: ["metric_filters"])
        case .funnel: return element(after: ["steps"])
        case .consent: return element(after: ["consent", "consent_status", "filters"])
        case .all, .any: return element(after: ["conditions"])
        case .not: return names.first == "condition" ? (0, 1) : nil
        case .top: return names.first == "among" ? (0, 1) : nil
        case .predicted, .property, .group, .region, .distance, .sample, .other, .event, .proof: return nil
        }
    }
}

extension ConditionDraft {
    /// The field for a member of the definition; `nil` where there is none.
    fileprivate func field(at names: ArraySlice<String>) -> Field? {
        switch names.first {
        case "metric_id", "metric_name", "dimension", "region", "field": return .what
        case "value_property": return .text
        case "property": return kind == .event || self[.what] == "custom" ? .text : .what
        case "model": return .model
        case "measurement": return .measure
        case "measurement_filter", "filter": return names.dropFirst().first.flatMap { valueField($0, isNumber: isNumber) }
        case "timeframe_filter": return names.dropFirst().first.flatMap { valueField($0, isNumber: false) }
        case "group_ids", "group_names": return .groups
        case "completion_window_seconds": return .within
        case "metric_exists", "in_region", "is_member": return .yes
        case "method": return .method
        case "country_code": return .country
        case "postal_code": return .code
        case "unit": return .unit
        case "percentage", "percent", "count": return .n
        case "order": return .order
        case "seed": return .seed
        case "consent":
            switch names.last {
            case "channel": return .channel
            case "subscription": return .status
            case "can_receive_marketing": return .yes
            default: return nil
            }
        default: return nil
        }
    }

    /// The field for a member of a filter, by how the value is compared.
    private func valueField(_ name: String, isNumber: Bool) -> Field? {
        let isOfDays = self[.when] == "between-static"
        switch name {
        case "operator": return nil
        case "quantity": return .q
        case "unit": return .unit
        case "date": return .d
        case "start": return isNumber ? .n : isOfDays ? .d : .q
        case "end": return isNumber ? .n2 : isOfDays ? .d2 : .q2
        case "value":
            if kind == .predicted, WordDimension(rawValue: self[.what]) != nil { return .words }
            if kind == .proof { return self[.what] == "method" ? .lines : .value }
            if kind == .property || kind == .event, !isNumber {
                if self[.op] == "date:" { return .month }
                return ConditionDraftWriter.ofSeveral.contains(String(self[.op].drop { $0 != ":" }.dropFirst())) ? .lines : .value
            }
            return isNumber ? .n : .month
        default: return nil
        }
    }

    /// Whether its value is a number.
    private var isNumber: Bool {
        switch kind {
        case .predicted: NumberDimension(rawValue: self[.what]) != nil
        case .property, .event: self[.op].hasPrefix("numeric:") || self[.op].hasPrefix("list:length-") || self[.op].hasSuffix("-number")
        case .done, .distance, .top, .sample: true
        case .funnel, .step, .proof, .counted, .group, .consent, .region, .all, .any, .not, .other: false
        }
    }
}
