/// One example of every filter in Klaviyo's OpenAPI document (revision 2026-07-15), by the name of its schema there.
enum KlaviyoFilters {
    static let staticDate: [String] = ["after", "before"].map { #"{"type":"date","operator":"\#($0)","date":"2026-03-01T00:00:00Z"}"# }
    static let staticRange: [String] = [
        #"{"type":"date","operator":"between-static","start":"2026-03-01T00:00:00+00:00","end":"2026-03-02T10:20:30.5+02:00"}"#
    ]
    static let relative: [String] = spans(["at-least", "in-the-last", "in-the-next"])
    static let relativeAnniversary: [String] = spans(["anniversary-last", "anniversary-next"])
    static let relativeRange: [String] = ["day", "hour", "week"].map {
        #"{"type":"date","operator":"between","start":10,"end":20,"unit":"\#($0)"}"#
    }
    static let allTime: [String] = [#"{"type":"date","operator":"alltime"}"#]
    static let calendar: [String] = (1...12).map { #"{"type":"date","operator":"calendar-month","value":\#($0)}"# }
    static let anniversary: [String] = ["anniversary", "anniversary-month"].map { #"{"type":"date","operator":"\#($0)"}"# }

    private static func spans(_ operators: [String]) -> [String] {
        operators.flatMap { name in
            ["day", "hour", "week"].map { #"{"type":"date","operator":"\#(name)","unit":"\#($0)","quantity":30}"# }
        }
    }

    private static let comparisons: [String] = [
        "equals", "greater-than", "greater-than-or-equal", "less-than", "less-than-or-equal", "not-equals",
    ]
    static let numeric: [String] = comparisons.flatMap { name in
        ["5", "1.5", "-3", "0"].map { #"{"type":"numeric","operator":"\#(name)","value":\#($0)}"# }
    }
    static let string: [String] = [
        "contains", "ends-with", "equals", "not-contains", "not-ends-with", "not-equals", "not-starts-with", "nregex", "regex",
        "starts-with",
    ].map { #"{"type":"string","operator":"\#($0)","value":"gmail.com"}"# }
    static let stringArray: [String] = ["in", "not-in"].map { #"{"type":"string","operator":"\#($0)","value":["a","b"]}"# }
    static let phone: [String] = ["phone-country-code-in", "phone-country-code-not-in"].map {
        #"{"type":"string","operator":"\#($0)","value":["US","GB"]}"#
    }
    static let boolean: [String] = ["true", "false"].map { #"{"type":"boolean","operator":"equals","value":\#($0)}"# }
    static let listContains: [String] = ["contains", "not-contains"].flatMap { name in
        [#""blue""#, "7"].map { #"{"type":"list","operator":"\#(name)","value":\#($0)}"# }
    }
    static let listLength: [String] = ["equals", "greater-than", "greater-than-or-equal", "less-than", "less-than-or-equal"].map {
        #"{"type":"list","operator":"length-\#($0)","value":3}"#
    }
    static let listSet: [String] = ["contains-all", "contains-any", "not-contains-all", "not-contains-any"].map {
        #"{"type":"list","operator":"\#($0)","value":["a","b"]}"#
    }
    static let listSubstring: [String] = ["contains-substring", "not-contains-substring"].map {
        #"{"type":"list","operator":"\#($0)","value":"shoe"}"#
    }
    static let existence: [String] = ["is-set", "not-set"].map { #"{"type":"existence","operator":"\#($0)"}"# }

    static let dates: [String] = staticDate + staticRange + relative + relativeAnniversary + relativeRange + calendar + anniversary
    static let property: [String] =
        string + stringArray + phone + numeric + boolean + dates + listContains + listLength + existence
    static let eventProperty: [String] = string + stringArray + existence + listSet + listLength + listSubstring + boolean + numeric
    static let metricFrames: [String] = staticDate + staticRange + relative + relativeAnniversary + relativeRange + allTime
}
