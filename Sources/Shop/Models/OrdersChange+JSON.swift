import CustomerValue
import Facts
import JSON

extension OrdersChange {
    /// What the job says beside its status. Amounts are in major units.
    static func detail(_ cause: String, _ ids: PublicIDs, outcome: FitOutcome?, _ change: OrdersChange?) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("cause", cause)
            json.member("fit", outcome?.word)
            json.key("effect")
            if let change { change.write(to: &json, ids) } else { json.null() }
        }
        return json.text
    }

    private func write(to json: inout JSONWriter, _ ids: PublicIDs) {
        json.object { json in
            json.member("as_of", asOf?.description)
            json.member("currency", currency.code)
            json.member("customers_changed", changed)
            json.member("customers_gained", gained)
            json.member("customers_lost", lost)
            json.object("before") { write(before, to: &$0, ids) }
            json.object("after") { write(after, to: &$0, ids) }
            json.array("rfm_group_changes") { json in
                for (movement, count) in sortedMovements {
                    json.object { json in
                        json.member("before", movement.before?.rawValue)
                        json.member("after", movement.after?.rawValue)
                        json.member("customers", count)
                    }
                }
            }
            json.array("customers") { json in
                for customer in customers {
                    json.object { json in
                        json.member("profile", ids.id(.profile, UInt64(customer.profile.row)))
                        json.object("before") { write(customer.before, to: &$0) }
                        json.object("after") { write(customer.after, to: &$0) }
                    }
                }
            }
        }
    }

    /// In the order of the groups, before first; who was in none comes last.
    private var sortedMovements: [(key: Movement, value: Int)] {
        func place(_ group: RFMGroup?) -> Int { group.flatMap { RFMGroup.allCases.firstIndex(of: $0) } ?? RFMGroup.allCases.count }
        return movements.sorted {
            (place($0.key.before), place($0.key.after)) < (place($1.key.before), place($1.key.after))
        }
    }

    private func write(_ totals: Totals, to json: inout JSONWriter, _ ids: PublicIDs) {
        json.member("customers", totals.customers)
        json.member("orders", totals.orders)
        json.member("historic_clv", amount(totals.historicMinorUnits))
        json.member("average_order_value", totals.orders == 0 ? nil : amount(totals.historicMinorUnits) / Double(totals.orders))
        json.member("customers_with_predictions", totals.predicted)
        json.member("predicted_clv", amount(totals.predictedMinorUnits))
        json.member("model", totals.model.map { ids.id(.model, UInt64($0)) })
    }

    private func write(_ figures: Figures, to json: inout JSONWriter) {
        json.member("number_of_orders", figures.orders)
        json.member("historic_clv", amount(figures.historicMinorUnits))
        json.member("predicted_clv", figures.predictedMinorUnits.map(amount))
        json.member("rfm_group", figures.group?.rawValue)
    }

    private func amount(_ minorUnits: Int64) -> Double { Double(minorUnits) / Double(currency.minorUnitsPerMajor) }
}

extension FitOutcome {
    /// In a word, as refits say it.
    fileprivate var word: String {
        switch self {
        case .fitted(_, let isInUse): (isInUse ? Refit.Outcome.adopted : .fitted).rawValue
        case .notEligible: Refit.Outcome.notEligible.rawValue
        case .failed: Refit.Outcome.failed.rawValue
        case .notStored: Refit.Outcome.notStored.rawValue
        case .stopped: Refit.Outcome.failed.rawValue
        }
    }
}
