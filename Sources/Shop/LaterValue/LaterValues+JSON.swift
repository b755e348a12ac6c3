public import CustomerValue
import Facts
public import JSON

extension LaterValues {
    /// What is told, by name.
    public enum Part: String, CaseIterable, Sendable {
        case asOf = "as_of"
        case currency
        case windowInDays = "window_in_days"
        case customers
        case oneTimeBuyers = "one_time_buyers"
        case secondOrders = "second_orders"
        case laterValues = "later_values"
    }

    /// Writes one part as a JSON value; amounts in major units.
    ///
    /// - Parameters:
    ///   - part: which.
    ///   - dimensions: by which of them later value is told.
    ///   - json: what it is written to.
    public func write(_ part: Part, of dimensions: [Dimension], to json: inout JSONWriter) {
        switch part {
        case .asOf: json.string(asOf.description)
        case .currency: json.string(currency.code)
        case .windowInDays: json.int(LaterValue.windowInDays)
        case .customers: json.int(customers)
        case .oneTimeBuyers: json.int(oneTimeBuyers)
        case .secondOrders: writeSecondOrders(to: &json)
        case .laterValues: json.array { json in for dimension in dimensions { write(dimension, to: &json) } }
        }
    }

    private func writeSecondOrders(to json: inout JSONWriter) {
        let second = secondPurchase
        json.object { json in
            json.member("customers", second.customers)
            json.member("first_quartile_days", second.firstQuartileInDays)
            json.member("median_days", second.medianInDays)
            json.member("third_quartile_days", second.thirdQuartileInDays)
            json.array("returned_within") { json in
                for within in second.returnedWithin {
                    json.object { json in
                        json.member("days", within.days)
                        json.member("customers", within.customers)
                        json.member("returned_customers", within.returnedCustomers)
                        json.member("returned_share", within.share)
                        json.member("returned_share_low", within.shareRange?.lowerBound)
                        json.member("returned_share_high", within.shareRange?.upperBound)
                    }
                }
            }
        }
    }

    private func write(_ dimension: Dimension, to json: inout JSONWriter) {
        let later = self[dimension]
        json.object { json in
            json.member("by", dimension.rawValue)
            json.member("is_known", later != nil)
            json.array("groups") { json in
                for named in later?.groups ?? [] {
                    json.object { json in
                        json.member("name", named.name)
                        write(named.group, to: &json)
                    }
                }
            }
            for (name, group) in [("other", later?.other), ("without", later?.without), ("all", later?.all)] {
                json.key(name)
                guard let group else {
                    json.null()
                    continue
                }
                json.object { write(group, to: &$0) }
            }
        }
    }

    private func write(_ group: LaterValue.Group, to json: inout JSONWriter) {
        json.member("customers", group.customers)
        json.member("returned_customers", group.returnedCustomers)
        json.member("returned_share", group.returnedShare)
        json.member("returned_share_low", group.returnedShareRange?.lowerBound)
        json.member("returned_share_high", group.returnedShareRange?.upperBound)
        json.member("later_value", amount(Double(group.laterMinorUnits)))
        json.member("later_value_per_customer", group.laterMinorUnitsPerCustomer.map(amount))
        json.member("later_value_per_customer_low", group.laterMinorUnitsRange.map { amount($0.lowerBound) })
        json.member("later_value_per_customer_high", group.laterMinorUnitsRange.map { amount($0.upperBound) })
        json.member("is_small", group.isSmall)
    }

    private func amount(_ minorUnits: Double) -> Double { minorUnits / Double(currency.minorUnitsPerMajor) }
}
