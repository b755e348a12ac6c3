import Facts
import HTTPTypes
import Markup
import Shop

/// What can be read of lists and segments: the table of all, what is offered ready, the page of one, and one beside another.
struct GroupPageRoutes: RouteGroup {
    let desk: PageDesk

    static let personParameter = "person"
    static let dayParameter = "known_on"
    static let otherParameter = "with"

    var routes: [Route] {
        [
            desk.page(.get, "/segments", "Lists and segments") { page in
                let text = page.request.query.text
                var model = GroupsModelQuery(shop: desk.shop).model(GroupsQuery { text[$0] }, mayChange: page.mayChange)
                model.isDeleted = text[PagePaths.doneParameter] != nil
                return page.html(GroupTableView(frame: page.frame, model: model).html)
            },
            desk.page(.get, "/segments/ready-made", "Ready-made segments") { page in
                let model = ReadyMadeQuery(shop: desk.shop, language: page.language).model(mayChange: page.mayChange)
                return page.html(ReadyMadeView(frame: page.frame, model: model, token: desk.visits.token(page.visit)).html)
            },
            desk.page(.get, "/lists", "Lists") { page in page.go(to: PagePaths.groups.with(GroupsQuery.kindParameter, "list")) },
        ]
            + [ProfileGroup.segment, .list].flatMap { kind in
                [
                    desk.page(.get, "/\(kind.rawValue)s/{id}", kind.title) { page in try await show(kind, page) },
                    desk.page(.get, "/\(kind.rawValue)s/{id}/compare", "Compare") { page in try compare(kind, page) },
                ]
            }
    }

    private func show(_ kind: ProfileGroup, _ page: PageRequest) async throws -> APIResponse {
        let text = page.request.query.text
        let query = GroupModelQuery(shop: desk.shop, kind: kind, id: page.request.parameters["id"], language: page.language)
        var model = try await query.model(
            asked: text[Self.personParameter].map { String($0.prefix(200)) },
            knownOn: text[Self.dayParameter].map { String($0.prefix(20)) },
            mayChange: page.mayChange)
        model.done = text[PagePaths.doneParameter].flatMap { GroupModel.Done(rawValue: $0) }
        return page.html(GroupView(frame: page.frame, model: model, token: desk.visits.token(page.visit)).html)
    }

    private func compare(_ kind: ProfileGroup, _ page: PageRequest) throws -> APIResponse {
        let id = page.request.parameters["id"]
        let model = try ComparisonQuery(shop: desk.shop, kind: kind, id: id).model(with: page.request.query.text[Self.otherParameter])
        return page.html(ComparisonView(frame: page.frame, model: model).html)
    }
}
