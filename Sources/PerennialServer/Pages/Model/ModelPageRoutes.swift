import CustomerValue
import Facts
import HTTPTypes
import Journal
import Markup
import Shop
import Wording

/// The page of the model, and the fits that are asked for on it.
struct ModelPageRoutes: RouteGroup {
    let desk: PageDesk

    private static let mostBytes = 1_024
    private var shop: Shop { desk.shop }

    var routes: [Route] {
        let body = Route.Body.bytes(mostBytes: Self.mostBytes)
        return [
            desk.page(.get, "/customer-value/model", "Model", show),
            desk.page(.post, "/customer-value/refits", "Refit", body: body, refit),
            desk.page(.post, "/customer-value/adopt", "Adopt model", body: body, adopt),
        ]
    }

    private func show(_ page: PageRequest) throws -> APIResponse {
        let model = try ModelPageQuery(shop: shop).model(token: desk.visits.token(page.visit))
        var view = ModelPageView(frame: page.frame, model: model)
        switch page.request.query.text[PagePaths.savedParameter] {
        case "adopted": view.notice = Phrase.CustomerValuePage.adoptedNow
        case "asked": view.notice = model.refit?.state == .running ? Phrase.CustomerValuePage.asked : nil
        default: break
        }
        return page.html(view.html)
    }

    /// Fits a model to look at; one at a time.
    private func refit(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        _ = try await page.form()
        let back = PagePaths.model.with(PagePaths.savedParameter, "asked").at("refit")
        let isRunning = try shop.journal.unfinishedJobs().contains { $0.kind == Refit.jobKind }
        guard !isRunning else { return page.go(to: back) }
        do throws(IntakeError) {
            _ = try await shop.models.refit(shop, isPreview: true, by: user.email)
        } catch {
            try page.rethrow(error)
            throw PageFailure.failed
        }
        return page.go(to: back)
    }

    private func adopt(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let fields = try await page.form()
        guard let id = fields["model"], let number = shop.ids.number(.model, id), try shop.journal.model(number) != nil else {
            throw PageFailure.notFound
        }
        do throws(IntakeError) {
            try await shop.models.adopt(UInt32(clamping: number), shop, by: user.email)
        } catch {
            try page.rethrow(error)
            throw PageFailure.notFound
        }
        return page.go(to: PagePaths.model.with(PagePaths.savedParameter, "adopted"))
    }
}
