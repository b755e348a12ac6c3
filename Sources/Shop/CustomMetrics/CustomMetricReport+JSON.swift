import Facts
public import JSON
import Population

extension CustomMetricReport {
    /// What a report says, by name.
    public enum Part: String, CaseIterable, Sendable {
        case name, events, profiles, amounts, groups, warnings
        case usedBy = "used_by"
    }

    /// Writes one part as a JSON value.
    public func write(_ part: Part, to json: inout JSONWriter) {
        switch part {
        case .name: json.string(entry.name)
        case .events: json.int(figures.counted)
        case .profiles: json.int(figures.profiles)
        case .amounts: writeAmounts(to: &json)
        case .groups: writeGroups(to: &json)
        case .warnings:
            json.array { json in
                for warning in warnings {
                    json.object { json in
                        json.member("pointer", warning.pointer)
                        json.member("detail", warning.detail)
                    }
                }
            }
        case .usedBy:
            json.array { json in
                for use in uses {
                    json.object { json in
                        json.member("type", use.kind.rawValue)
                        json.member("id", use.id)
                        json.member("name", use.name)
                    }
                }
            }
        }
    }

    private func writeAmounts(to json: inout JSONWriter) {
        json.array { json in
            for (currency, amount) in figures.amounts.sorted(by: { $0.key.code < $1.key.code }) {
                json.object { json in
                    json.member("currency", currency.code)
                    json.member("events", amount.events)
                    json.member("sum_value", Double(amount.tenThousandths) / 10_000)
                }
            }
        }
    }

    private func writeGroups(to json: inout JSONWriter) {
        json.array { json in
            for (place, group) in figures.groups.enumerated() {
                json.object { json in
                    json.member("metric", metricNames[place])
                    json.member("events", group.events)
                    json.member("counted", group.counted)
                    json.member("without_value", group.withoutValue)
                }
            }
        }
    }
}
