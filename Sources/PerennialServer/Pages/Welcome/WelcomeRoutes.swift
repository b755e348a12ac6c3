import HTTPTypes
import Journal
import Markup
import Shop

/// The first steps of a new shop. Owners and managers take them.
struct WelcomeRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/welcome", "First steps") { page in try show(.shop, page) },
            desk.page(.post, "/welcome", "First steps", body: .bytes(mostBytes: 16_384), save),
            desk.page(.get, "/welcome/orders", "First steps: orders") { page in try show(.data, page) },
        ]
    }

    private func show(_ step: WelcomeModel.Step, _ page: PageRequest) throws -> APIResponse {
        _ = try page.user { $0.mayChangeShop }
        return page.html(WelcomeView(frame: page.frame, model: WelcomeModel(step: step, form: ShopForm(desk.shop.settings))).html)
    }

    private func save(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayChangeShop }
        // What these steps do not ask stays.
        let form = ShopForm(desk.shop.settings).answered(try await page.form(), [.name, .currency, .zone, .language])
        let problems = form.problems
        guard problems.isEmpty else {
            return page.html(
                WelcomeView(frame: page.frame, model: .init(step: .shop, form: form, problems: problems)).html, .unprocessableContent)
        }
        try await page.taking { () throws(IntakeError) in
            try await desk.shop.changeSettings(by: user.email) { form.applied(to: $0) }
        }
        return page.go(to: PagePaths.welcome.appending("orders"))
    }
}
