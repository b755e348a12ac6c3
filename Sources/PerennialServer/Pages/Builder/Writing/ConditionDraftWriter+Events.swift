import JSON
import Segments

// What was done, and one thing after another.
extension ConditionDraftWriter {
    mutating func writeDone(to json: inout JSONWriter) {
        json.member("type", "profile-metric")
        writeMetric(to: &json)
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
        writeParts("metric_filters", to: &json)
    }

    private mutating func writeMetric(to json: inout JSONWriter) {
        let value = draft[.what]
        if value.hasPrefix("name:") {
            json.member("metric_name", String(value.dropFirst(5)))
        } else if value.hasPrefix("id:") {
            json.member("metric_id", String(value.dropFirst(3)))
        } else {
            note(.what, .needsChoice)
        }
    }

    /// What one property of the events must say.
    mutating func writeEvent(to json: inout JSONWriter) {
        if draft[.text].isEmpty { note(.text, .needsText) }
        json.member("property", draft[.text])
        json.key("filter")
        writeValue(to: &json)
    }

    /// Some of the events of one metric, and by which property they are worth something.
    mutating func writeCounted(to json: inout JSONWriter) {
        writeMetric(to: &json)
        writeParts("metric_filters", to: &json)
        if !draft[.text].isEmpty { json.member("value_property", draft[.text]) }
    }

    // MARK: One thing after another

    mutating func writeFunnel(to json: inout JSONWriter) {
        json.member("type", "profile-metric-funnel")
        json.key("timeframe_filter")
        writeDate(to: &json)
        if !draft[.within].isEmpty { json.member("completion_window_seconds", draft[.within]) }
        if draft.parts.isEmpty { note(.kind, .needsStep) }
        writeParts("steps", to: &json)
    }

    /// A step; the first must have happened.
    mutating func writeStep(isFirst: Bool, to json: inout JSONWriter) {
        let hasHappened = draft[.yes] != "no"
        if isFirst, !hasHappened { note(.yes, .firstMustHappen) }
        json.member("metric_exists", hasHappened)
        writeMetric(to: &json)
        writeParts("metric_filters", to: &json)
    }
}
