import HTTPTypes
import Shop

/// The page of RFM groups.
struct RFMPageRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/rfm", "RFM groups") { page in
                let text = page.request.query.text
                var model = try RFMPageQuery(shop: desk.shop, medians: desk.rfmMedians, queue: desk.countQueue).model(
                    RFMQuestion { text[$0] })
                model.isSaved = text[PagePaths.savedParameter] != nil
                return page.html(RFMPageView(frame: page.frame, model: model, mayChange: page.mayChange).html)
            }
        ]
    }
}
