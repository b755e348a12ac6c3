import Facts
import HTTPTypes
import Journal
import Markup
import Segments
import Shop
import Wording

/// Putting a segment together, anew or changing one. The form holds everything: each button sends it back. Owners and managers do it.
struct BuilderRoutes: RouteGroup {
    let desk: PageDesk

    /// A hundred conditions with some hundreds of values each.
    private static let mostBytes = 1_000_000

    private var shop: Shop { desk.shop }

    var routes: [Route] {
        let body = Route.Body.bytes(mostBytes: Self.mostBytes)
        return [
            desk.page(.get, "/segments/new", "New segment", begin),
            desk.page(.post, "/segments/new", "New segment", body: body) { page in try await answer(nil, page) },
            desk.page(.get, "/segments/{id}/edit", "Edit segment", edit),
            desk.page(.post, "/segments/{id}/edit", "Edit segment", body: body) { page in
                // One that was deleted meanwhile becomes a new one: what was put together is not lost.
                guard let segment = try? shop.segment(page.request.parameters["id"]) else {
                    return try await answer(nil, page, wasDeleted: true)
                }
                return try await answer(segment, page)
            },
        ]
    }

    private func query(_ page: PageRequest) -> BuilderQuery { BuilderQuery(shop: shop, language: page.language) }

    // MARK: What the form begins with

    private func begin(_ page: PageRequest) async throws -> APIResponse {
        _ = try page.editor()
        let (text, query) = (page.request.query.text, query(page))
        var model = BuilderModel(draft: SegmentDraft())
        if let ready = text[SegmentSource.readyMadeParameter].flatMap({ ReadyMadeSegment(rawValue: $0) }),
            let condition = ready.condition(shop.segmentProposals)
        {
            model.draft = query.draft(condition)
            model.draft.name = page.frame.setting.words(ready.title)
        } else if let condition = SegmentSource.condition(of: ProfileQuery(text)) {
            model.draft = query.draft(condition)
        }
        return try await show(model, page, counting: !model.draft.groups.isEmpty)
    }

    private func edit(_ page: PageRequest) async throws -> APIResponse {
        _ = try page.editor()
        guard let segment = try? shop.segment(page.request.parameters["id"]) else { throw PageFailure.notFound }
        var model = BuilderModel(id: page.request.parameters["id"], draft: query(page).draft(segment.condition))
        model.draft.name = segment.name
        model.draft.isStarred = segment.isStarred
        model.madeOf = FormState(segment).mark
        // What keeps it from being evaluated is pointed at.
        model.standsStill = shop.segments.standing(segment.number)?.fault != nil
        model.showsProblems = model.standsStill
        return try await show(model, page, counting: true)
    }

    private func show(
        _ model: BuilderModel, _ page: PageRequest, counting: Bool, _ status: HTTPResponse.Status = .ok
    ) async throws -> APIResponse {
        var model = model
        let connection = try await page.request.connection()
        await query(page).fill(&model, counting: counting) { connection.isOver }
        var response = page.html(BuilderView(frame: page.frame, model: model, token: desk.visits.token(page.visit)).html, status)
        response.headers[.contentSecurityPolicy] = PageHeaders.policyWithScript
        return response
    }

    // MARK: What a button asks for

    private func answer(_ segment: SegmentDefinition?, _ page: PageRequest, wasDeleted: Bool = false) async throws -> APIResponse {
        let user = try page.editor()
        let fields = try await page.form(mostFields: SegmentDraft.mostFields)
        var model = BuilderModel(id: segment.map { shop.ids.id($0.number) }, draft: SegmentDraft(fields))
        model.madeOf = wasDeleted ? "" : fields[FormState.field] ?? ""
        model.wasDeleted = wasDeleted
        let action = SegmentDraft.action(fields)
        model.first = model.draft.perform(action)
        switch action {
        case .add, .remove, .raise: return try await show(model, page, counting: false)
        case .preview:
            model.showsProblems = true
            return try await show(model, page, counting: true)
        case .save:
            // Whoever saves is told first.
            guard wasDeleted else { break }
            return try await show(model, page, counting: true, .conflict)
        }
        model.showsProblems = true
        model.problems.name = NameProblem.of(model.draft.name)
        let condition = query(page).condition(&model)
        guard let condition, model.problems.isEmpty else {
            return try await show(model, page, counting: false, .unprocessableContent)
        }
        if let segment, shop.asks(condition, for: segment.number) {
            model.problems.general.append(.asksForItself)
            return try await show(model, page, counting: false, .unprocessableContent)
        }
        switch try await save(condition, model.draft, segment, fields, page, by: user.email) {
        case .saved(let path): return page.go(to: path)
        case .newer(let newer):
            let path = PagePaths.editing(.segment, shop.ids.id(newer.number))
            let view = ConflictView(
                frame: page.frame, section: .segments,
                conflict: EditConflict(newer, mine: model.draft, condition, fields, shop, page.language), action: path, newer: path,
                actionField: SegmentDraft.actionField, saves: "save", showsAgain: "preview", token: page.token)
            return page.html(view.html, .conflict)
        }
    }

    private enum Saved {
        case saved(PagePath)
        /// Another version was saved since the form was made: nothing is changed.
        case newer(SegmentDefinition)
    }

    private func save(
        _ condition: Condition, _ draft: SegmentDraft, _ segment: SegmentDefinition?, _ fields: QueryString, _ page: PageRequest,
        by who: String
    ) async throws(APIError) -> Saved {
        let shop = shop
        let (number, newer) = try await shop.take(isAlone: true) { (intake) throws(IntakeError) -> (SegmentNumber, SegmentDefinition?) in
            guard let segment else {
                return (try shop.newSegment(named: draft.name, condition, isStarred: draft.isStarred, intake, by: who), nil)
            }
            // Looked at here, where nobody else changes definitions.
            if let now = shop.definitions.segment(segment.number), FormState(now).isNewer(than: fields),
                now.name != draft.name || now.condition != condition || now.isStarred != draft.isStarred
            {
                return (segment.number, now)
            }
            try shop.changeSegment(
                segment.number, SegmentChange(name: draft.name, condition: condition, isStarred: draft.isStarred), intake, by: who)
            return (segment.number, nil)
        }
        if let newer { return .newer(newer) }
        if let made = shop.definitions.segment(number) { await page.settle { !shop.isProcessing(made) } }
        let done: GroupModel.Done = segment == nil ? .created : .saved
        return .saved(PagePaths.segment(shop.ids.id(number)).with(PagePaths.doneParameter, done.rawValue))
    }
}
