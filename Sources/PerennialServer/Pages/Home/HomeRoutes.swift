import HTTPTypes
import Shop

/// The first page.
struct HomeRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/", "Home") { page in
                page.html(HomeView(frame: page.frame, model: try HomeQuery(shop: desk.shop).model()).html)
            }
        ]
    }
}
