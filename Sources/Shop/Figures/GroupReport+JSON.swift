import CustomerValue
import Facts
public import JSON
import Population

extension GroupReport {
    /// What a report says, in the order in which it is written.
    public enum Part: String, CaseIterable, Sendable {
        case name
        case group
        case computedAt = "computed_at"
        case asOf = "as_of"
        case currency
        case horizonDays = "horizon_days"
        case isStale = "is_stale"
        case isProcessing = "is_processing"
        case members
        case changes
        case historic
        case predicted
        case churnProbability = "churn_probability"
        case clvCategory = "clv_category"
        case purchaseLikelihood = "purchase_likelihood"
        case rfmGroup = "rfm_group"
    }

    /// Writes one part as a JSON value; amounts in major units.
    public func write(_ part: Part, to json: inout JSONWriter) {
        let writer = FigureWriter(figures, currency)
        switch part {
        case .name: if let name { json.string(name) } else { json.null() }
        case .group: json.string(kind)
        case .computedAt: json.string(Timestamp.text(computedAt))
        case .asOf: if let asOf { json.string(asOf.description) } else { json.null() }
        case .currency: json.string(currency.code)
        case .horizonDays: if let horizonInDays { json.int(horizonInDays) } else { json.null() }
        case .isStale: json.bool(isStale)
        case .isProcessing: json.bool(isProcessing)
        case .members: json.int(figures.members)
        case .changes: writeChanges(to: &json)
        case .historic: writer.writeHistoric(to: &json)
        case .predicted: writer.writePredicted(to: &json)
        case .churnProbability: writer.writeChurn(to: &json)
        case .clvCategory: FigureWriter.write(figures.mix.byCLVCategory.map { ($0.category.rawValue, $0.count) }, to: &json)
        case .purchaseLikelihood: FigureWriter.write(figures.mix.byPurchaseLikelihood.map { ($0.likelihood.rawValue, $0.count) }, to: &json)
        case .rfmGroup: FigureWriter.write(figures.mix.byRFMGroup.map { ($0.group.rawValue, $0.count) }, to: &json)
        }
    }

    /// Writes all of it as a JSON object; `more` writes members before.
    public func write(to json: inout JSONWriter, more: (inout JSONWriter) -> Void = { _ in }) {
        json.object { json in
            more(&json)
            for part in Part.allCases {
                json.key(part.rawValue)
                write(part, to: &json)
            }
        }
    }

    private var kind: String {
        switch group {
        case .everybody: "everybody"
        case .list: "list"
        case .segment: "segment"
        }
    }

    private func writeChanges(to json: inout JSONWriter) {
        guard let changes else { return json.null() }
        json.array { json in
            for change in changes {
                json.object { json in
                    json.member("days", change.days)
                    json.member("members_added", change.changes.added)
                    json.member("members_removed", change.changes.removed)
                    json.member("net_members_changed", change.changes.net)
                }
            }
        }
    }
}
