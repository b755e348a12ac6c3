import CustomerValue
public import Facts
public import JSON

extension RefitEffect {
    /// Writes the effect as a JSON object; amounts in major units.
    public func write(to json: inout JSONWriter, _ ids: PublicIDs) {
        json.object { json in
            json.member("model_before", ids.id(.model, UInt64(before)))
            json.member("model_after", ids.id(.model, UInt64(after)))
            json.member("as_of", asOf.description)
            json.member("currency", currency.code)
            json.member("customers", comparison.customers)
            json.object("before") { write(comparison.before, to: &$0) }
            json.object("after") { write(comparison.after, to: &$0) }
            json.array("clv_category_changes") { write(comparison.valueClassChanges, to: &$0) }
            json.array("purchase_likelihood_changes") { write(comparison.likelihoodClassChanges, to: &$0) }
            json.array("relative_changes_of_predicted_clv") { json in
                for quantile in comparison.relativeChanges {
                    json.object { json in
                        json.member("share_of_customers", quantile.share)
                        json.member("change", quantile.change)
                    }
                }
            }
            json.array("movers") { json in
                for (profile, mover) in zip(movers, comparison.movers) {
                    json.object { json in
                        json.member("profile", ids.id(.profile, UInt64(profile.row)))
                        json.member("predicted_clv_before", amount(mover.beforeMinorUnits))
                        json.member("predicted_clv_after", amount(mover.afterMinorUnits))
                    }
                }
            }
        }
    }

    private func write(_ sums: ModelComparison.Sums, to json: inout JSONWriter) {
        json.member("customers", sums.customers)
        json.member("predicted_number_of_orders", sums.orders)
        json.member("predicted_clv", amount(sums.minorUnits))
        json.member("mean_churn_probability", sums.meanChurnProbability)
        json.member("overdue", sums.overdue)
    }

    private func write(_ changes: [ModelComparison.ClassChange], to json: inout JSONWriter) {
        for change in changes {
            json.object { json in
                json.member("before", change.before.rawValue)
                json.member("after", change.after.rawValue)
                json.member("customers", change.customers)
            }
        }
    }

    private func amount(_ minorUnits: Int64) -> Double { Double(minorUnits) / Double(currency.minorUnitsPerMajor) }
}
