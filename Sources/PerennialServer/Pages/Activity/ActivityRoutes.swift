import HTTPTypes
import Markup
import Shop

/// Who did what: everybody who signs in sees it.
struct ActivityRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/activity", "Activity") { page in
                let query = page.request.query.text
                let model = try ActivityQuery(shop: desk.shop).model(
                    .init(query), before: query[ActivityModel.beforeParameter].flatMap { Int64($0) })
                return page.html(ActivityView(frame: page.frame, model: model).html)
            },
            desk.page(.get, "/activity/file", "Activity as CSV") { page in
                page.download(try ActivityQuery(shop: desk.shop).file(.init(page.request.query.text)), name: "activity.csv")
            },
        ]
    }
}
