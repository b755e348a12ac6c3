import JSON
import Segments

// Who may be written to.
extension ConditionDraftWriter {
    mutating func writeConsent(to json: inout JSONWriter) {
        json.member("type", "profile-marketing-consent")
        json.object("consent") { json in
            json.member("channel", draft[.channel])
            json.member("can_receive_marketing", draft[.yes] != "no")
            json.object("consent_status") { json in
                json.member("subscription", draft[.status])
                writeParts("filters", to: &json)
            }
        }
    }

    /// What else must be so of consent.
    mutating func writeProof(to json: inout JSONWriter) {
        json.member("field", draft[.what])
        switch draft[.what] {
        case "is_double_opt_in":
            json.object("filter") { json in
                json.member("type", "boolean")
                json.member("operator", "equals")
                json.member("value", draft[.yes] != "no")
            }
        case "custom_source":
            if draft[.value].isEmpty { note(.value, .needsText) }
            json.object("filter") { json in
                json.member("type", "string")
                json.member("operator", "equals")
                json.member("value", draft[.value])
            }
        case "method":
            json.member("method", draft[.method])
            // Without any it may be by each of them.
            let lines = self.lines
            guard !lines.isEmpty else { return }
            json.object("filter") { json in
                json.member("type", "string")
                json.member("operator", "in")
                json.array("value") { json in for line in lines { json.string(line) } }
            }
        default:
            json.key("filter")
            guard draft[.when] == ConditionDraft.isKnown else { return writeDate(to: &json) }
            json.object { json in
                json.member("type", "existence")
                json.member("operator", "is-set")
            }
        }
    }
}
