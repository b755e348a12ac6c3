import CustomerValue
import HTTPTypes
import Shop

/// The list of people.
struct ProfilesPageRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/profiles", "Profiles") { page in
                let text = page.request.query.text
                var query = ProfileQuery()
                query.text = String((text[ProfileQuery.textParameter] ?? "").prefix(200))
                query.group = text[ProfileQuery.groupParameter].flatMap { RFMGroup(slug: $0) }
                query.order = text[ProfileQuery.orderParameter].flatMap { ProfileQuery.Order(rawValue: $0) } ?? .newest
                query.page = min(1_000_000, max(1, text[ProfileQuery.pageParameter].flatMap { Int($0) } ?? 1))
                let model = ProfilesModelQuery(shop: desk.shop).model(query)
                return page.html(ProfilesView(frame: page.frame, model: model).html)
            }
        ]
    }
}
