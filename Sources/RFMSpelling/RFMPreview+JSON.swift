public import CustomerValue
public import Facts
public import JSON

extension RFMPreview {
    /// Writes the preview as a JSON object; amounts in major units.
    public func write(to json: inout JSONWriter, currency: Currency) {
        json.object { json in
            json.key("settings")
            settings.write(to: &json)
            json.key("borders")
            borders.write(to: &json, currency: currency)
            json.key("now")
            now.write(to: &json)
            json.key("then")
            then.write(to: &json)
            json.member("moved", movement.moved)
            json.key("movement")
            movement.write(to: &json)
            json.object("customers_by_score") { json in
                for dimension in RFMDimension.allCases {
                    json.array(dimension.rawValue) { json in for count in scores[dimension] ?? [] { json.int(count) } }
                }
            }
            json.array("warnings") { json in for warning in warnings { warning.write(to: &json) } }
        }
    }
}

extension RFMWarning {
    /// Writes what is warned of as a word with its particulars.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .everybodyAlike(let dimension, let score):
                json.member("warning", "everybody-alike")
                json.member("dimension", dimension.rawValue)
                json.member("score", score)
            case .nobodyHas(let dimension, let scores, let isTie):
                json.member("warning", "nobody-has")
                json.member("dimension", dimension.rawValue)
                json.array("scores") { json in for score in scores { json.int(score) } }
                json.member("because_of_equal_values", isTie)
            case .nobodyIn(let group):
                json.member("warning", "nobody-in")
                json.member("group", group.rawValue)
            case .oddPair(let pair):
                json.member("warning", "odd-pair")
                json.member("lower", pair.lower)
                json.member("group_of_lower", pair.groupOfLower.rawValue)
                json.member("higher", pair.higher)
                json.member("group_of_higher", pair.groupOfHigher.rawValue)
            case .nobodyToSettleOver(let dimension):
                json.member("warning", "nobody-to-settle-over")
                json.member("dimension", dimension.rawValue)
            }
        }
    }
}
