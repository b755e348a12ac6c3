public import CustomerValue
import Facts
public import JSON

extension RFMReport {
    /// What a report says, in the order in which it is written.
    public enum Part: String, CaseIterable, Sendable {
        case start, end, currency, groups, movement
    }

    /// Writes the report as a JSON object; amounts in major units.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            for part in Part.allCases {
                json.key(part.rawValue)
                write(part, to: &json)
            }
        }
    }

    /// Writes one part as a JSON value; amounts in major units.
    public func write(_ part: Part, to json: inout JSONWriter) {
        switch part {
        case .start: json.string(start.description)
        case .end: json.string(end.description)
        case .currency: json.string(currency.code)
        case .groups: json.array { json in for row in rows { write(row, to: &json) } }
        case .movement: movement.write(to: &json)
        }
    }

    private func write(_ row: Row, to json: inout JSONWriter) {
        json.object { json in
            json.member("group", row.group.rawValue)
            json.key("start")
            write(customers: row.start, share: row.shareAtStart, medians: row.mediansAtStart, to: &json)
            json.key("end")
            write(customers: row.end, share: row.shareAtEnd, medians: row.mediansAtEnd, to: &json)
            json.member("added", row.added)
            json.member("dropped", row.dropped)
            json.member("change", row.change)
        }
    }

    private func write(customers: Int, share: Double?, medians: RFMMedians?, to json: inout JSONWriter) {
        json.object { json in
            json.member("customers", customers)
            json.member("share", share)
            json.member("median_days_since_order", medians?.daysSinceLastOrder)
            json.member("median_orders", medians?.numberOfOrders)
            json.member("median_revenue", medians.map { currency.major($0.historicMinorUnits) })
        }
    }
}

extension RFMMovement {
    /// Who had no purchase at the start.
    public static let neverPurchased = "Never purchased"
    /// Who has no purchase left at the end.
    public static let nothingLeft = "Nothing left"

    /// Writes every way from one group to another, or the same, that somebody took.
    public func write(to json: inout JSONWriter) {
        json.array { json in
            for start in sides {
                for end in sides {
                    let customers = count(from: start, to: end)
                    guard customers > 0 else { continue }
                    json.object { json in
                        json.member("from", start?.rawValue ?? Self.neverPurchased)
                        json.member("to", end?.rawValue ?? Self.nothingLeft)
                        json.member("customers", customers)
                    }
                }
            }
        }
    }
}

extension RFMDistribution {
    /// Writes how many are in each group.
    public func write(to json: inout JSONWriter) {
        json.object { json in for group in RFMGroup.allCases { json.member(group.rawValue, self[group]) } }
    }
}
