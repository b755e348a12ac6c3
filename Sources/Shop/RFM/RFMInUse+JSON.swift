import CustomerValue
import Facts
public import JSON
import RFMSpelling

extension RFMInUse {
    /// What is told, by name.
    public enum Part: String, CaseIterable, Sendable {
        case computedAt = "computed_at"
        case asOf = "as_of"
        case isProcessing = "is_processing"
        case model
        case currency
        case groups
        case settings
        case borders
        case bordersSettledAt = "borders_settled_at"
        case bordersSettledAsOf = "borders_settled_as_of"
        case grid
    }

    /// Writes one part as a JSON value; amounts in major units.
    public func write(_ part: Part, to json: inout JSONWriter) {
        switch part {
        case .computedAt: json.string(Timestamp.text(computedAt))
        case .asOf: if let asOf { json.string(asOf.description) } else { json.null() }
        case .isProcessing: json.bool(isProcessing)
        case .model: json.string(model.name)
        case .currency: json.string(currency.code)
        case .groups: groups.write(to: &json)
        case .settings: settings.write(to: &json)
        case .borders: if let borders { borders.write(to: &json, currency: currency) } else { json.null() }
        case .bordersSettledAt:
            if borders != nil, let settledAt { json.string(Timestamp.text(settledAt)) } else { json.null() }
        case .bordersSettledAsOf: if borders != nil, let settledAsOf { json.string(settledAsOf.description) } else { json.null() }
        case .grid: RFMGrid(settings.map).write(to: &json)
        }
    }
}
