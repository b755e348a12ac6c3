import HTTPTypes
import Journal
import Markup
import Shop

/// The shop's settings: everybody sees them, owners and managers change them.
struct ShopSettingsRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/settings", "Settings", show),
            desk.page(.post, "/settings", "Settings", body: .bytes(mostBytes: 16_384), save),
        ]
    }

    private func show(_ page: PageRequest) throws -> APIResponse {
        let model = ShopSettingsModel(
            form: ShopForm(desk.shop.settings), isSaved: page.request.query.text[PagePaths.savedParameter] != nil,
            history: try SettingsHistoryQuery(shop: desk.shop).changes())
        return page.html(ShopSettingsView(frame: page.frame, model: model).html)
    }

    private func save(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        let form = ShopForm(try await page.form())
        let problems = form.problems
        guard problems.isEmpty else {
            let model = ShopSettingsModel(form: form, problems: problems, history: try SettingsHistoryQuery(shop: desk.shop).changes())
            return page.html(ShopSettingsView(frame: page.frame, model: model).html, .unprocessableContent)
        }
        try await page.taking { () throws(IntakeError) in
            try await desk.shop.changeSettings(by: user.email) { form.applied(to: $0) }
        }
        return page.go(to: PagePaths.settings.with(PagePaths.savedParameter, "1"))
    }
}

extension PageRequest {
    /// Does what writes: a shop that cannot take it now is said as everywhere.
    @discardableResult
    func taking<Result>(_ body: () async throws(IntakeError) -> Result) async throws(APIError) -> Result {
        do throws(IntakeError) {
            return try await body()
        } catch {
            throw APIError(error, ids: desk.shop.ids)
        }
    }
}
