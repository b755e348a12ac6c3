import CustomerValue
import Facts
import JSON
import Journal
import Reports
import Shop
import Wording

/// What changes for whom where other events are orders, in words for a terminal.
struct OrdersChangeText {
    private let effect: JSONValue
    private let figures: FigureText
    private let currency: Currency
    /// Customers who are shown.
    private static let mostShown = 20

    private init(_ effect: JSONValue, _ words: Words) {
        self.effect = effect
        currency = effect["currency"]?.string.flatMap { Currency(code: $0) } ?? .none
        figures = FigureText(words: words, currency: currency)
    }

    private var words: Words { figures.words }

    /// Waits for a job, and prints it.
    static func print(_ job: JobRow?, _ shop: Shop, _ words: Words, _ progress: Progress) async throws {
        guard let job else { return }
        progress.stage("Fitting a model")
        while let row = try shop.journal.job(job.number) {
            guard row.status.isUnfinished else {
                progress.end()
                return Swift.print(text(row, shop.ids, words))
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// What a change did.
    static func text(_ job: JobRow, _ ids: PublicIDs, _ words: Words) -> String {
        let id = ids.id(.job, job.number)
        let detail = try? JSONDocument(job.detail).root
        guard let effect = detail?["effect"], !effect.isNull else {
            return job.status.isUnfinished ? words.orderChangeNotOver(id) : "\(id)  \(words(Phrase.Metrics.cutOff))"
        }
        let changes = detail?["changes"].map { Array($0.elements) } ?? []
        let named = changes.map { visible("\($0["cause"]?.string ?? "") (\($0["name"]?.string ?? ""))") }
        let what = named.isEmpty ? visible(detail?["cause"]?.string ?? "") : named.joined(separator: ", ")
        return ([words.orderChange(id, what, asOf: effect["as_of"]?.string ?? "-")] + OrdersChangeText(effect, words).parts)
            .joined(separator: "\n\n")
    }

    /// What would change.
    static func text(_ effect: JSONValue, _ words: Words) -> String {
        let head = words.orderChangePreview(asOf: effect["as_of"]?.string ?? "-")
        return ([head] + OrdersChangeText(effect, words).parts + [words(Phrase.Metrics.proposed)]).joined(separator: "\n\n")
    }

    private var parts: [String] {
        var parts = [totals, changed]
        parts += movements(Phrase.Metrics.rfmGroup, "rfm_group") { RFMGroup(rawValue: $0)?.phrase }
        parts += movements(Phrase.Metrics.clvClass, "clv_class") { CustomerClass(rawValue: $0)?.valuePhrase }
        parts += movements(Phrase.Metrics.likelihoodClass, "likelihood_class") { CustomerClass(rawValue: $0)?.likelihoodPhrase }
        let customers = effect["customers"].map { Array($0.elements.prefix(Self.mostShown)) } ?? []
        if !customers.isEmpty { parts.append(table(of: customers)) }
        let warnings = effect["warnings"].map { Array($0.elements) } ?? []
        return parts + warnings.compactMap { $0.string.map { words.note(visible($0)) } }
    }

    private func money(_ value: JSONValue?) -> String { figures.money(value?.double.map { $0 * Double(currency.minorUnitsPerMajor) }) }

    private func count(_ value: JSONValue?) -> String { figures.count(Int(value?.int ?? 0)) }

    private var totals: String {
        func row(_ phrase: Phrase, _ text: (JSONValue?) -> String) -> [String] {
            [words(phrase)] + ["before", "after"].map { text(effect[$0]) }
        }
        return aligned([
            ["", words(Phrase.Metrics.before), words(Phrase.Metrics.after)], row(.Metrics.customers) { count($0?["customers"]) },
            row(.Metrics.orders) { count($0?["orders"]) }, row(.Metrics.withPredictions) { count($0?["customers_with_predictions"]) },
            row(.Metrics.historic) { money($0?["historic_clv"]) }, row(.Metrics.average) { money($0?["average_order_value"]) },
            row(.Metrics.predicted) { money($0?["predicted_clv"]) }, row(.Metrics.model) { $0?["model"]?.string ?? "-" },
        ])
    }

    private var changed: String {
        words.customersChanged(
            count(effect["customers_changed"]), gained: count(effect["customers_gained"]), lost: count(effect["customers_lost"]))
    }

    /// Who goes from which group to which; none where nobody does.
    private func movements(_ title: Phrase, _ key: String, _ phrase: (String) -> Phrase?) -> [String] {
        let moved = effect["\(key)_changes"].map { Array($0.elements) } ?? []
        guard !moved.isEmpty else { return [] }
        let header = [[words(title), words(Phrase.Metrics.customers), words(Phrase.Metrics.after)]]
        let rows = moved.map { [name($0["before"], phrase), count($0["customers"]), name($0["after"], phrase)] }
        return [aligned(header + rows, leftLast: true)]
    }

    /// A group or class in words.
    private func name(_ value: JSONValue?, _ phrase: (String) -> Phrase?) -> String {
        guard let text = value?.string else { return "-" }
        return phrase(text).map { words($0) } ?? text
    }

    private func table(of customers: [JSONValue]) -> String {
        let header = [
            Phrase.Metrics.customer, .Metrics.orders, .Metrics.historic, .Metrics.predicted, .Metrics.rfmGroup,
        ].map { words($0) }
        let rows = customers.map { customer in
            func pair(_ text: (JSONValue?) -> String) -> String { "\(text(customer["before"])) → \(text(customer["after"]))" }
            return [
                customer["profile"]?.string ?? "", pair { count($0?["number_of_orders"]) }, pair { money($0?["historic_clv"]) },
                pair { money($0?["predicted_clv"]) }, pair { name($0?["rfm_group"]) { RFMGroup(rawValue: $0)?.phrase } },
            ]
        }
        return aligned([header] + rows, leftLast: true)
    }
}
