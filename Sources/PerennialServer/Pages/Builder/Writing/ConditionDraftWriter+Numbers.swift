import Facts
import JSON
import Segments

// Numbers and times.
extension ConditionDraftWriter {
    mutating func writeNumber(isShare: Bool, name: String? = nil, to json: inout JSONWriter) {
        let name = name ?? draft[.op]
        json.object { json in
            json.member("type", "numeric")
            json.member("operator", name)
            if name == "between" {
                let (low, high) = (number(.n, isShare: isShare), number(.n2, isShare: isShare))
                if let low, let high, low > high { note(.n2, .endBeforeStart) }
                json.member("start", low)
                json.member("end", high)
            } else {
                json.member("value", number(.n, isShare: isShare))
            }
        }
    }

    mutating func writeDate(to json: inout JSONWriter) {
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
                if let start, let end, start > end { note(.d2, .endBeforeStart) }
                json.member("start", start.map(Timestamp.text))
                json.member("end", end.map(Timestamp.text))
            case "between":
                let (start, end) = (whole(.q), whole(.q2))
                if let start, let end, start > end { note(.q2, .endBeforeStart) }
                json.member("start", start)
                json.member("end", end)
                json.member("unit", draft[.unit])
            default:
                json.member("unit", draft[.unit])
                json.member("quantity", whole(.q))
            }
        }
    }

    mutating func number(_ field: ConditionDraft.Field, isShare: Bool = false) -> Double? {
        guard let value = isShare ? DraftNumber.share(draft[field], comma: comma) : DraftNumber.value(draft[field], comma: comma) else {
            note(field, .needsNumber)
            return nil
        }
        if isShare, !(0...1).contains(value) { note(field, .needsPercent) }
        return value
    }

    mutating func whole(_ field: ConditionDraft.Field) -> Int? {
        guard let value = DraftNumber.whole(draft[field], comma: comma), value >= 0 else {
            note(field, .needsWhole)
            return nil
        }
        return value
    }

    private mutating func moment(_ field: ConditionDraft.Field) -> Instant? {
        guard let moment = DraftMoment.instant(draft[field], zone) else {
            note(field, .needsDate)
            return nil
        }
        return moment
    }
}
