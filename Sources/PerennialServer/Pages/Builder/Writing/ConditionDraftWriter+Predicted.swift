import JSON
import Segments

// What is known or predicted of a customer.
extension ConditionDraftWriter {
    mutating func writePredicted(to json: inout JSONWriter) {
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
    private static func isOfRFM(_ name: String) -> Bool {
        NumberDimension(rawValue: name)?.isOfRFM ?? WordDimension(rawValue: name)?.isOfRFM
            ?? (name == MomentDimension.rfmGroupChanged.rawValue)
    }

    private mutating func writeWords(_ dimension: WordDimension, to json: inout JSONWriter) {
        // The boxes of every dimension stand in the form; only those of this one count.
        let prefix = dimension.rawValue + ":"
        let words = draft.all(.words).filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        if words.isEmpty { note(.words, .needsChoice) }
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

    mutating func writeTop(to json: inout JSONWriter) {
        json.member("type", "profile-top")
        json.member("dimension", draft[.what])
        if draft[.size] == "count" { json.member("count", whole(.n)) } else { json.member("percent", number(.n)) }
        json.member("order", draft[.order])
        guard let among = partBytes().first else { return }
        json.key("among")
        json.raw(among)
    }
}

extension NumberDimension {
    /// Whether it is a share, which people write as a percentage.
    var isShare: Bool { self == .churnProbability || self == .probabilityOfOrder }
}
