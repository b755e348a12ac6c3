public import CustomerValue
public import Facts
public import JSON

extension RFMBorders {
    /// Writes the borders, that of the highest score first: days at most, orders and amounts from which on a score is given.
    ///
    /// Days are `null` where nobody can have the score; orders and amounts are empty until settled.
    public func write(to json: inout JSONWriter, currency: Currency) {
        json.object { json in
            json.array("recency_days_at_most") { json in
                for days in daysAtMost { if days >= 0 { json.int(days) } else { json.null() } }
            }
            json.array("frequency_orders_from") { json in for orders in ordersMoreThan { json.int(Int64(orders) + 1) } }
            json.array("monetary_value_from") { json in
                for units in minorUnitsMoreThan { json.double(currency.major(units.saturatingAdding(1))) }
            }
        }
    }
}

extension Currency {
    /// An amount in major units.
    func major(_ minorUnits: Int64) -> Double { Double(minorUnits) / Double(minorUnitsPerMajor) }

    /// An amount in major units.
    func major(_ minorUnits: Double) -> Double { minorUnits / Double(minorUnitsPerMajor) }
}
