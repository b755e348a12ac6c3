import HTTPTypes
import Shop

/// The list of people.
struct ProfilesPageRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/profiles", "Profiles") { page in
                let text = page.request.query.text
                var model = ProfilesModelQuery(shop: desk.shop).model(ProfileQuery(text))
                model.isErased = text[PagePaths.erasedParameter] != nil
                model.mayChange = page.mayChange
                return page.html(ProfilesView(frame: page.frame, model: model).html)
            }
        ]
    }
}
