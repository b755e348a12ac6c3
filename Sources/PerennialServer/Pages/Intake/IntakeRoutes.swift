import HTTPTypes
import Journal
import Markup
import Shop

/// What came in, and what was refused: everybody who signs in sees it.
struct IntakeRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/intake", "Data arriving") { page in
                let query = page.request.query.text
                let code = query[RefusalsModel.codeParameter].flatMap { $0.isEmpty ? nil : $0 }
                let before = query[RefusalsModel.beforeParameter].flatMap { Int64($0) }
                let most = RefusalsModel.perPage
                let found = try desk.shop.journal.refusals(code: code, before: before ?? .max, limit: most + 1)
                let model = RefusalsModel(
                    intake: try HomeQuery(shop: desk.shop).intake(), code: code,
                    refusals: found.prefix(most).map { id, refusal in
                        .init(
                            id: id, at: refusal.at, door: refusal.door, code: refusal.code, detail: refusal.detail, rows: refusal.rowCount,
                            original: refusal.original.map { String(decoding: $0.prefix(4 * RefusalsModel.longestOriginal), as: UTF8.self) }
                        )
                    }, older: found.count > most ? found[most - 1].id : nil, isLater: before != nil)
                return page.html(RefusalsView(frame: page.frame, model: model).html)
            }
        ]
    }
}
