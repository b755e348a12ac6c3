import CustomerValue
public import Facts
public import JSON

extension OrdersChange {
    /// A change of what orders are.
    struct Cause: Sendable, Equatable {
        /// Which meaning, or that a custom metric was defined anew.
        var cause: String
        /// What means it now, or what was defined anew.
        var name: String
        var at: Instant
    }

    /// What the job says beside its status. Amounts are in major units.
    static func detail(_ changes: [Cause], _ ids: PublicIDs, outcome: FitOutcome?, _ change: OrdersChange?, note: String? = nil) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("cause", changes.first?.cause)
            json.array("changes") { json in
                for change in changes {
                    json.object { json in
                        json.member("cause", change.cause)
                        json.member("name", change.name)
                        json.member("at", change.at.description)
                    }
                }
            }
            json.member("fit", outcome?.word)
            json.member("note", note)
            json.key("effect")
            if let change { change.write(to: &json, ids) } else { json.null() }
        }
        return json.text
    }

    /// What the job of a change says that was cut off.
    static func cutOff(_ detail: String) -> String {
        let root = try? JSONDocument(detail).root
        var json = JSONWriter()
        json.object { json in
            for (name, value) in root?.members.map({ ($0.key, $0.value) }) ?? [] where name != "note" { json.member(name, value) }
            json.member("note", cutOffNote)
        }
        return json.text
    }

    private static let cutOffNote =
        "The program ended before everybody was compared. The change itself holds, and everybody was counted anew at the next start, so that all "
        + "numbers are right; only what changed for whom was not found out."

    /// Writes what changes as a JSON object. Amounts are in major units.
    public func write(to json: inout JSONWriter, _ ids: PublicIDs) {
        json.object { json in
            json.member("as_of", asOf?.description)
            json.member("currency", currency.code)
            json.member("customers_changed", changed)
            json.member("customers_gained", gained)
            json.member("customers_lost", lost)
            json.object("before") { write(before, to: &$0, ids) }
            json.object("after") { write(after, to: &$0, ids) }
            write(movements, "rfm_group", to: &json)
            write(clvMovements, "clv_class", to: &json)
            write(likelihoodMovements, "likelihood_class", to: &json)
            json.array("warnings") { json in for warning in warnings { json.string(warning) } }
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

    /// What looks odd, in words.
    private var warnings: [String] { [givenBack, nobodyOrders, nothingPredicted].compactMap { $0 } }

    private var nobodyOrders: String? {
        guard leavesNoCustomers else { return nil }
        return "With these orders nobody is a customer: no order is left. That is right only where orders are still to come."
    }

    private var nothingPredicted: String? {
        guard !leavesNoCustomers, after.predicted == 0, !after.short.isEmpty else { return nil }
        let short = after.short.map { finding in
            let bound = finding.condition == .daysSinceLastOrder ? "at most" : "at least"
            return "\(finding.condition.rawValue) \(finding.found), where it must be \(bound) \(finding.needed)"
        }
        return "With these orders nothing is predicted of anybody: \(short.joined(separator: "; "))."
    }

    private var givenBack: String? {
        let count = after.ordersGivenBackBeyondWorth
        guard count > 0, count > before.ordersGivenBackBeyondWorth else { return nil }
        let orders = count == 1 ? "1 order" : "\(count) orders"
        return
            "For \(orders) more was given back than they are worth now. What is over lowers the customers' historic CLV, below zero where nothing else "
            + "is left. That is so where a value_property says less than was paid: refunds should then say as little."
    }

    private func write<Group: RawRepresentable & CaseIterable & Equatable>(
        _ movements: [Movement<Group>: Int], _ name: String, to json: inout JSONWriter
    ) where Group.RawValue == String {
        let all = Array(Group.allCases)
        // In the order of the groups, before first; who was in none comes last.
        func place(_ group: Group?) -> Int { group.flatMap { all.firstIndex(of: $0) } ?? all.count }
        json.member("\(name)s_changed", movements.values.reduce(0, +))
        json.array("\(name)_changes") { json in
            for (movement, count) in movements.sorted(by: {
                (place($0.key.before), place($0.key.after)) < (place($1.key.before), place($1.key.after))
            }) {
                json.object { json in
                    json.member("before", movement.before?.rawValue)
                    json.member("after", movement.after?.rawValue)
                    json.member("customers", count)
                }
            }
        }
    }

    private func write(_ totals: Totals, to json: inout JSONWriter, _ ids: PublicIDs) {
        json.member("customers", totals.customers)
        json.member("orders", totals.orders)
        json.member("historic_clv", amount(totals.historicMinorUnits))
        json.member("average_order_value", totals.orders == 0 ? nil : amount(totals.historicMinorUnits) / Double(totals.orders))
        json.member("customers_with_predictions", totals.predicted)
        json.member("predicted_clv", amount(totals.predictedMinorUnits))
        json.member("orders_given_back_beyond_worth", totals.ordersGivenBackBeyondWorth)
        json.member("model", totals.model.map { ids.id(.model, UInt64($0)) })
    }

    private func write(_ figures: Figures, to json: inout JSONWriter) {
        json.member("number_of_orders", figures.orders)
        json.member("historic_clv", amount(figures.historicMinorUnits))
        json.member("predicted_clv", figures.predictedMinorUnits.map(amount))
        json.member("rfm_group", figures.group?.rawValue)
        json.member("clv_class", figures.clvClass?.rawValue)
        json.member("likelihood_class", figures.likelihoodClass?.rawValue)
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
