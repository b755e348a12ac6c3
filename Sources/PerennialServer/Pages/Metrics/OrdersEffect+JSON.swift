import Facts
import JSON
import Journal
import Shop

extension OrdersEffect {
    /// Of what the API tells; `nil` for anything else.
    init?(_ json: JSONValue?, minorUnitsPerMajor: Double) {
        guard let json, json.kind == .object, let before = json["before"], let after = json["after"] else { return nil }
        func count(_ name: String, in json: JSONValue) -> Int { Int(clamping: json[name]?.int ?? 0) }
        func totals(_ json: JSONValue) -> Totals {
            Totals(
                customers: count("customers", in: json), orders: count("orders", in: json),
                historicMinorUnits: (json["historic_clv"]?.double ?? 0) * minorUnitsPerMajor,
                averageMinorUnits: json["average_order_value"]?.double.map { $0 * minorUnitsPerMajor },
                predicted: count("customers_with_predictions", in: json),
                predictedMinorUnits: (json["predicted_clv"]?.double ?? 0) * minorUnitsPerMajor)
        }
        self.init(
            changed: count("customers_changed", in: json), gained: count("customers_gained", in: json),
            lost: count("customers_lost", in: json), before: totals(before), after: totals(after),
            groupsChanged: count("rfm_groups_changed", in: json))
    }

    /// Of a change that was tried.
    init?(_ change: OrdersChange, _ shop: Shop) {
        var json = JSONWriter()
        change.write(to: &json, shop.ids)
        self.init(try? JSONDocument(json.bytes).root, minorUnitsPerMajor: Double(shop.settings.currency?.minorUnitsPerMajor ?? 1))
        if after.predicted == 0 { short = change.shortAfter }
        wouldLeaveNoCustomers = before.customers > 0 && after.customers == 0
    }
}

extension MetricsModel.Change {
    /// The last one that was made.
    init?(_ shop: Shop) throws(JournalError) {
        guard let job = try shop.journal.jobs(kind: OrdersChange.jobKind, limit: 1).first else { return nil }
        let detail = try? JSONDocument(job.detail).root
        self.init(
            who: job.who, at: job.createdAt, isRunning: job.status.isUnfinished,
            effect: OrdersEffect(detail?["effect"], minorUnitsPerMajor: Double(shop.settings.currency?.minorUnitsPerMajor ?? 1)))
    }
}
