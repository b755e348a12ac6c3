import CustomerValue
import HTTPTypes
import Journal
import Markup
import Shop
import Wording

/// The conditions for predictions: everybody sees them, owners and managers change what they are.
struct GateRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/settings/predictions", "Predictions", show),
            desk.page(.post, "/settings/predictions", "Predictions", body: .bytes(mostBytes: 4_096), save),
        ]
    }

    private var model: GateModel {
        let (standing, settings) = (desk.shop.models.standing, desk.shop.settings)
        return GateModel(
            conditions: standing.eligibility?.findings ?? [], isEligible: standing.eligibility?.isEligible,
            minimum: String(settings.minimumCustomers), horizon: String(settings.horizonInDays))
    }

    private func show(_ page: PageRequest) throws -> APIResponse {
        var model = model
        model.isSaved = page.request.query.text[PagePaths.savedParameter] != nil
        return page.html(GateView(frame: page.frame, model: model).html)
    }

    private func save(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        let fields = try await page.form()
        var model = model
        model.minimum = fields[GateModel.minimumField] ?? ""
        model.horizon = fields[GateModel.horizonField] ?? ""
        let minimum = Self.number(model.minimum, GateModel.minimums)
        let horizon = Self.number(model.horizon, GateModel.horizons)
        guard let minimum, let horizon else {
            if minimum == nil { model.problems[GateModel.minimumField] = Phrase.Settings.minimumWrong }
            if horizon == nil { model.problems[GateModel.horizonField] = Phrase.Settings.horizonWrong }
            return page.html(GateView(frame: page.frame, model: model).html, .unprocessableContent)
        }
        try await page.taking { () throws(IntakeError) in
            try await desk.shop.changeSettings(by: user.email) { settings in
                var settings = settings
                settings.minimumCustomers = minimum
                settings.horizonInDays = horizon
                return settings
            }
        }
        return page.go(to: SettingsTab.predictions.path.with(PagePaths.savedParameter, "1"))
    }

    private static func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
        Int(text.filter { !$0.isWhitespace }).flatMap { range.contains($0) ? $0 : nil }
    }
}
