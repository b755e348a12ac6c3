public import CustomerValue
public import JSON

extension RFMSettings {
    /// The settings as JSON that reads back as the same ones.
    public var json: String {
        var json = JSONWriter()
        write(to: &json)
        return json.text
    }

    /// Writes the settings as a JSON object with every member.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member(SettingsKey.levels, levels.rawValue)
            for dimension in RFMDimension.allCases {
                json.object(dimension.rawValue) { json in
                    switch self[dimension] {
                    case .values(let numbers): json.array(dimension.valuesKey) { json in for number in numbers { json.int(number) } }
                    case .percentiles(let numbers):
                        json.array(Self.percentilesKey) { json in for number in numbers { json.int(number) } }
                    case .equalParts: json.member(SettingsKey.parts, SettingsKey.equal)
                    }
                }
            }
            json.key(SettingsKey.map)
            map.write(to: &json)
        }
    }
}

extension RFMGroupMap {
    /// The name of a map that is offered; of any other the scores of each group.
    fileprivate func write(to json: inout JSONWriter) {
        if self == .standard(of: levels) { return json.string(SettingsKey.standard) }
        if self == .corrected { return json.string(SettingsKey.corrected) }
        json.object { json in
            for group in RFMGroup.allCases {
                json.array(group.rawValue) { json in for score in scores(of: group) { json.int(score) } }
            }
        }
    }
}

extension RFMGrid {
    /// Writes the table: columns, and a row of groups for each recency score.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.array("columns") { json in for column in columns { json.string(column.text) } }
            json.array("rows") { json in
                for row in rows {
                    json.object { json in
                        json.member("recency", row.recency)
                        json.array("groups") { json in for group in row.groups { json.string(group.rawValue) } }
                    }
                }
            }
        }
    }
}
