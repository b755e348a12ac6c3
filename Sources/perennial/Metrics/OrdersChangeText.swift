import Facts
import JSON
import Journal
import Shop
import Wording

/// What changed for whom where other events are orders, in words for a terminal.
struct OrdersChangeText {
    private let job: JobRow
    private let id: String
    /// Customers who are shown.
    private static let mostShown = 20

    init(_ job: JobRow, _ ids: PublicIDs) {
        self.job = job
        id = ids.id(.job, job.number)
    }

    /// Waits for a job, and prints it.
    static func print(_ job: JobRow?, _ shop: Shop, _ progress: Progress) async throws {
        guard let job else { return }
        progress.stage("Fitting a model")
        while let row = try shop.journal.job(job.number) {
            guard row.status.isUnfinished else {
                progress.end()
                return Swift.print(OrdersChangeText(row, shop.ids).text)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    var text: String {
        guard let detail = try? JSONDocument(job.detail).root, let effect = detail["effect"], !effect.isNull else {
            return "Change \(id) is \(job.status.isUnfinished ? "not over yet" : "cancelled")."
        }
        let currency = effect["currency"]?.string.flatMap { Currency(code: $0) } ?? .none
        let figures = FigureText(words: Words(.en), currency: currency)
        func money(_ value: JSONValue?) -> String { figures.money(value?.double.map { $0 * Double(currency.minorUnitsPerMajor) }) }
        var lines = ["Change \(id) of \(visible(detail["cause"]?.string ?? "")), as of \(effect["as_of"]?.string ?? "-")", ""]
        var rows = [["", "before", "after"]]
        for (name, key) in [("customers", "customers"), ("orders", "orders"), ("with predictions", "customers_with_predictions")] {
            rows.append([name] + ["before", "after"].map { grouped(effect[$0]?[key]?.int ?? 0) })
        }
        for (name, key) in [
            ("historic CLV", "historic_clv"), ("average order value", "average_order_value"), ("predicted CLV", "predicted_clv"),
        ] { rows.append([name] + ["before", "after"].map { money(effect[$0]?[key]) }) }
        rows.append(["model"] + ["before", "after"].map { effect[$0]?["model"]?.string ?? "-" })
        lines += [aligned(rows), ""]
        lines.append(
            "Changed   \(grouped(effect["customers_changed"]?.int ?? 0)) customers: \(grouped(effect["customers_gained"]?.int ?? 0)) are new, "
                + "\(grouped(effect["customers_lost"]?.int ?? 0)) are none any more")
        let moved = effect["rfm_group_changes"].map { Array($0.elements) } ?? []
        if !moved.isEmpty {
            let header = [["RFM group before", "customers", "after"]]
            let table = moved.map { [$0["before"]?.string ?? "-", grouped($0["customers"]?.int ?? 0), $0["after"]?.string ?? "-"] }
            lines += ["", aligned(header + table, leftLast: true)]
        }
        let customers = effect["customers"].map { Array($0.elements) } ?? []
        if !customers.isEmpty {
            var table = [["customer", "orders", "historic CLV", "predicted CLV", "RFM group"]]
            for customer in customers.prefix(Self.mostShown) {
                func pair(_ text: (JSONValue?) -> String) -> String { "\(text(customer["before"])) → \(text(customer["after"]))" }
                table.append([
                    customer["profile"]?.string ?? "", pair { grouped($0?["number_of_orders"]?.int ?? 0) },
                    pair { money($0?["historic_clv"]) },
                    pair { money($0?["predicted_clv"]) }, pair { $0?["rfm_group"]?.string ?? "-" },
                ])
            }
            lines += ["", aligned(table, leftLast: true)]
        }
        return lines.joined(separator: "\n")
    }
}
