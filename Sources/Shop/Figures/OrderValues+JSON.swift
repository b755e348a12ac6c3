import CustomerValue
import Facts
public import JSON

extension OrderValues {
    /// What is told, by name.
    public enum Part: String, CaseIterable, Sendable {
        case asOf = "as_of"
        case currency, months, comparison, benchmark
    }

    /// Writes one part as a JSON value; amounts in major units.
    public func write(_ part: Part, to json: inout JSONWriter) {
        switch part {
        case .asOf: json.string(asOf.description)
        case .currency: json.string(currency.code)
        case .months:
            json.array { json in
                for month in months {
                    json.object { json in
                        json.member("first_day", month.month.firstDay.description)
                        json.member("orders", month.orders)
                        json.member("revenue", amount(Double(month.revenueMinorUnits)))
                        json.member("average_order_value", month.averageOrderMinorUnits.map(amount))
                        json.member("is_complete", month.isComplete)
                    }
                }
            }
        case .comparison:
            guard let comparison else { return json.null() }
            json.object { json in
                json.object("before") { write(comparison.before, to: &$0) }
                json.object("after") { write(comparison.after, to: &$0) }
                json.member("change", comparison.change)
            }
        case .benchmark:
            guard let benchmark else { return json.null() }
            json.object { json in
                json.member("value", benchmark.value)
                json.member("currency", benchmark.currency.code)
                json.member("source", benchmark.source)
            }
        }
    }

    private func write(_ span: Span, to json: inout JSONWriter) {
        json.member("first_day", span.first.description)
        json.member("last_day", span.last.description)
        json.member("orders", span.orders)
        json.member("revenue", amount(Double(span.revenueMinorUnits)))
        json.member("average_order_value", span.averageMinorUnits.map(amount))
    }

    private func amount(_ minorUnits: Double) -> Double { minorUnits / Double(currency.minorUnitsPerMajor) }
}
