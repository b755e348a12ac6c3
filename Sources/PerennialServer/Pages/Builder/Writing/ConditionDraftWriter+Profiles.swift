import JSON
import Segments

// Who somebody is, where they live, and in which groups they are.
extension ConditionDraftWriter {
    mutating func writeProperty(to json: inout JSONWriter) {
        json.member("type", "profile-property")
        let typed = draft[.text].trimmed
        switch draft[.what] {
        case "custom":
            // A name alone is enough; whoever writes it as definitions do may.
            if typed.isEmpty { note(.text, .needsText) }
            json.member("property", ProfileProperty(spelled: typed)?.spelled ?? ProfileProperty.custom([typed]).spelled)
        case "": note(.what, .needsChoice)
        default: json.member("property", draft[.what])
        }
        json.key("filter")
        writeValue(to: &json)
    }

    mutating func writeGroup(to json: inout JSONWriter) {
        let isMember = draft[.yes] != "no"
        json.member("type", "profile-group-membership")
        json.member("is_member", isMember)
        let chosen = draft.all(.groups).filter { !$0.isEmpty }
        if chosen.isEmpty { note(.groups, .needsChoice) }
        let areNames = chosen.contains { $0.hasPrefix("name:") }
        json.array(areNames ? "group_names" : "group_ids") { json in
            for group in chosen { json.string(String(group.dropFirst(areNames ? 5 : 3))) }
        }
        if isMember, draft[.when] != "alltime" {
            json.key("timeframe_filter")
            writeDate(to: &json)
        }
    }

    mutating func writeRegion(to json: inout JSONWriter) {
        json.member("type", "profile-region")
        json.member("in_region", draft[.yes] != "no")
        json.member("region", draft[.what])
    }

    mutating func writeDistance(to json: inout JSONWriter) {
        json.member("type", "profile-postal-code-distance")
        if draft[.country].trimmed.isEmpty { note(.country, .needsText) }
        if draft[.code].trimmed.isEmpty { note(.code, .needsText) }
        json.member("country_code", draft[.country].trimmed.uppercased())
        json.member("postal_code", String(draft[.code].trimmed))
        json.member("unit", draft[.unit])
        json.object("filter") { json in
            json.member("type", "numeric")
            json.member("operator", draft[.op])
            json.member("value", number(.n))
        }
    }

    mutating func writeSample(to json: inout JSONWriter) {
        json.member("type", "profile-sample")
        json.member("percentage", number(.n))
        json.member("seed", whole(.seed))
    }
}
