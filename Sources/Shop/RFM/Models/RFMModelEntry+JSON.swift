import CustomerValue
import Facts
public import JSON
import Population
import RFMSpelling

extension RFMModelEntry {
    /// What is told, by name.
    public enum Part: String, CaseIterable, Sendable {
        case name
        case isDefault = "is_default"
        case conversionMetric = "conversion_metric"
        case settings
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    /// The words for what a model goes by.
    public enum MetricType: String, CaseIterable, Sendable {
        case orders, metric
        case custom = "custom-metric"
    }

    /// Writes one part as a JSON value.
    public func write(_ part: Part, to json: inout JSONWriter, of shop: Shop) {
        switch part {
        case .name: json.string(name)
        case .isDefault: json.bool(shop.shownRFMModel.number == number)
        case .conversionMetric: writeMetric(to: &json, of: shop)
        case .settings: settings.write(to: &json)
        case .createdAt: if let created { json.string(Timestamp.text(created)) } else { json.null() }
        case .updatedAt: if let updated { json.string(Timestamp.text(updated)) } else { json.null() }
        }
    }

    /// The name of what the model goes by; `nil` for orders, and for what is not there any more.
    public func metricName(in shop: Shop) -> String? {
        switch metric {
        case .orders: nil
        case .metric(let number): shop.read { $0.metric(number)?.name }
        case .custom(let number): shop.definitions.customMetric(number)?.name
        }
    }

    private func writeMetric(to json: inout JSONWriter, of shop: Shop) {
        let (type, id): (MetricType, String?) =
            switch metric {
            case .orders: (.orders, nil)
            case .metric(let number): (.metric, shop.ids.id(.metric, UInt64(number.value)))
            case .custom(let number): (.custom, shop.ids.id(number))
            }
        json.object { json in
            json.member("type", type.rawValue)
            json.member("id", id)
            json.member("name", metricName(in: shop))
        }
    }

    /// The model as a JSON object.
    public func json(in shop: Shop) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("id", shop.ids.id(number))
            for part in Part.allCases {
                json.key(part.rawValue)
                write(part, to: &json, of: shop)
            }
        }
        return json.text
    }
}

extension RFMModelChange {
    /// Writes what may not be meant: of settings, and that there is no event yet that the model can go by.
    public func writeWarnings(to json: inout JSONWriter) {
        json.array { json in
            if !hasEvents { json.object { $0.member("warning", "no-events") } }
            for warning in effect.warnings { warning.write(to: &json) }
        }
    }
}
