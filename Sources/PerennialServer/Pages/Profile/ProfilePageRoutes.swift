import HTTPTypes
import Shop

/// The page of one person.
struct ProfilePageRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/profiles/{id}", "Profile") { page in
                guard let profile = desk.shop.ids.profile(page.request.parameters["id"]) else { throw PageFailure.notFound }
                await desk.shop.settleScores(of: [profile])
                guard
                    let model = try ProfileModelQuery(shop: desk.shop, profile: profile, language: page.language)
                        .model(before: page.request.query.text[Timeline.cursorParameter])
                else { throw PageFailure.notFound }
                return page.html(ProfileView(frame: page.frame, model: model).html)
            }
        ]
    }
}
