import CustomerValue
import Facts
import JSON
import Journal
import Markup
import Shop

/// Fills the page of the model.
struct ModelPageQuery {
    let shop: Shop

    /// Models that can be gone back to.
    private static let mostModels = 8

    func model(token: FormToken?) throws(JournalError) -> ModelPageModel {
        let standing = shop.models.standing
        return ModelPageModel(
            hasNoOrders: standing.eligibility == nil, inUse: try HomeQuery(shop: shop).fitted(standing),
            conditions: standing.eligibility?.findings ?? [], forecasts: forecasts,
            model: standing.hasPredictions ? standing.model : nil,
            lookBack: try standing.number.flatMap { number throws(JournalError) in try shop.models.lookBack(of: number, shop) },
            fitted: try fitted(standing), refit: try refit(standing), token: token)
    }

    private var forecasts: [ModelPageModel.Forecast] {
        guard let drift = shop.models.knownDrift(shop) else { return [] }
        func forecast(_ forecast: TotalsForecast, _ madeOn: ShopDay, _ actual: Int64?) -> ModelPageModel.Forecast {
            .init(
                firstDay: forecast.firstDay, lastDay: forecast.lastDay, madeOn: madeOn,
                spend: MoneyEstimate(
                    expected: Int64(clamping: forecast.expectedMinorUnits), low: forecast.rangeMinorUnits.lowerBound,
                    high: forecast.rangeMinorUnits.upperBound), actualMinorUnits: actual)
        }
        let over = drift.checks.map { forecast($0.checked.forecast, $0.madeOn, $0.checked.outcome.minorUnits) }
        return over + drift.pending.map { forecast($0.forecast, $0.madeOn, nil) }
    }

    private func fitted(_ standing: ModelKeeper.Standing) throws(JournalError) -> [ModelPageModel.Fitted] {
        let current = standing.number.map { UInt64($0) }
        return try shop.journal.models().sorted { $0.number > $1.number }.prefix(Self.mostModels).map { row in
            .init(id: shop.ids.id(.model, row.number), fittedAt: row.fittedAt, asOf: row.asOf, isCurrent: row.number == current)
        }
    }

    private func refit(_ standing: ModelKeeper.Standing) throws(JournalError) -> RefitReport? {
        guard let job = try shop.journal.jobs(kind: Refit.jobKind, limit: 1).first else { return nil }
        let detail = try? JSONDocument(job.detail).root
        var report = RefitReport(job, detail, minorUnitsPerMajor: Double(shop.settings.currency?.minorUnitsPerMajor ?? 1))
        guard report.state == .waits, let current = standing.number.map({ shop.ids.id(.model, UInt64($0)) }) else { return report }
        // Put to use since, it waits no more; and a comparison with a model that is not in use any more compares nothing.
        if report.modelID == current { report.state = .adopted }
        return report.state == .waits && detail?["effect"]?["model_before"]?.string != current ? nil : report
    }
}

extension RefitReport {
    init(_ job: JobRow, _ detail: JSONValue?, minorUnitsPerMajor: Double) {
        let state: State =
            switch (job.status, detail?["outcome"]?.string) {
            case (.queued, _), (.processing, _): .running
            case (_, "adopted"): .adopted
            case (_, "fitted"): .waits
            case (_, "not_eligible"): .notEligible
            default: .failed
            }
        let effect = detail?["effect"]
        func sums(_ name: String) -> Sums? {
            guard let json = effect?[name], json.kind == .object else { return nil }
            return Sums(
                spendMinorUnits: (json["predicted_clv"]?.double ?? 0) * minorUnitsPerMajor,
                orders: json["predicted_number_of_orders"]?.double ?? 0, meanChurnProbability: json["mean_churn_probability"]?.double,
                overdue: Int(clamping: json["overdue"]?.int ?? 0))
        }
        let changes = effect?["clv_category_changes"]?.elements.reduce(0) { $0 + Int(clamping: $1["customers"]?.int ?? 0) }
        self.init(
            state: state, askedAt: job.createdAt, who: job.who, modelID: detail?["model"]?.string, before: sums("before"),
            after: sums("after"), customers: Int(clamping: effect?["customers"]?.int ?? 0), changeClass: changes ?? 0)
    }
}
