import CustomerValue
import Facts
public import JSON
import RFMSpelling

extension RFMShopReport {
    /// What is told, by name.
    public enum Part: String, CaseIterable, Sendable {
        case computedAt = "computed_at"
        case isProcessing = "is_processing"
        case model
        case start, end, currency, groups, movement, borders
        case bordersSettledAt = "borders_settled_at"
    }

    /// Writes one part as a JSON value; amounts in major units.
    public func write(_ part: Part, to json: inout JSONWriter) {
        switch part {
        case .computedAt: inUse.write(.computedAt, to: &json)
        case .isProcessing: inUse.write(.isProcessing, to: &json)
        case .model: inUse.write(.model, to: &json)
        case .start: report.write(.start, to: &json)
        case .end: report.write(.end, to: &json)
        case .currency: report.write(.currency, to: &json)
        case .groups: report.write(.groups, to: &json)
        case .movement: report.write(.movement, to: &json)
        case .borders: inUse.write(.borders, to: &json)
        case .bordersSettledAt: inUse.write(.bordersSettledAt, to: &json)
        }
    }

    /// The report as a JSON object.
    public var json: String {
        var json = JSONWriter()
        json.object { json in
            for part in Part.allCases {
                json.key(part.rawValue)
                write(part, to: &json)
            }
        }
        return json.text
    }
}
