import CustomerValue
import HTTPTypes
import Shop

/// The page of customer value.
struct CustomerValuePageRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] { [desk.page(.get, "/customer-value", "Customer value", show)] }

    private func show(_ page: PageRequest) throws -> APIResponse {
        let text = page.request.query.text
        let dimension = text[CustomerValuePageQuery.dimensionParameter].flatMap(LaterValues.Dimension.init(rawValue:)) ?? .product
        let model = try CustomerValuePageQuery(shop: desk.shop).model(by: dimension)
        return page.html(CustomerValuePageView(frame: page.frame, model: model).html)
    }
}
