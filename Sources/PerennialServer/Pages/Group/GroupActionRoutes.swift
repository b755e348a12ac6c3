import Facts
import HTTPTypes
import Journal
import Markup
import Population
import Shop
import Wording

/// What changes lists and segments from their pages: making, renaming, deleting them, and who is on a list. Owners and managers do it.
struct GroupActionRoutes: RouteGroup {
    let desk: PageDesk

    static let personField = "person"
    static let actionField = "action"

    private static let mostBytes = 8_192
    /// All tags of a shop may be ticked.
    private static let mostTagBytes = 65_536

    private var shop: Shop { desk.shop }

    var routes: [Route] {
        let body = Route.Body.bytes(mostBytes: Self.mostBytes)
        return [
            desk.page(.post, "/segments/ready-made", "Create", body: body, makeReady),
            desk.page(.get, "/lists/new", "New list") { page in try newList(page, ListFormModel(), .ok) },
            desk.page(.post, "/lists/new", "New list", body: body, makeList),
            desk.page(.get, "/lists/{id}/edit", "Edit list") { page in
                let list = try self.list(page)
                return try newList(page, ListFormModel(id: list.id, name: list.name, optIn: list.optIn), .ok)
            },
            desk.page(.post, "/lists/{id}/edit", "Edit list", body: body, changeList),
            desk.page(.post, "/lists/{id}/members", "Members", body: body, changeMembers),
        ]
            + [ProfileGroup.segment, .list].flatMap { kind in
                [
                    desk.page(.get, "/\(kind.rawValue)s/{id}/delete", "Delete") { page in try ask(kind, page) },
                    desk.page(.post, "/\(kind.rawValue)s/{id}/delete", "Delete", body: body) { page in try await delete(kind, page) },
                    desk.page(.post, "/\(kind.rawValue)s/{id}/tags", "Tags", body: .bytes(mostBytes: Self.mostTagBytes)) { page in
                        try await tag(kind, page)
                    },
                ]
            }
    }

    // MARK: Making

    private func makeReady(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let fields = try await page.form()
        guard let ready = fields[SegmentSource.readyMadeParameter].flatMap({ ReadyMadeSegment(rawValue: $0) }) else {
            throw PageFailure.unreadable
        }
        guard let condition = ready.condition(shop.segmentProposals) else { return page.go(to: PagePaths.readyMade) }
        let (shop, who, name) = (shop, user.email, page.frame.setting.words(ready.title))
        let number = try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            try shop.newSegment(named: name, condition, intake, by: who)
        }
        return page.go(to: PagePaths.segment(shop.ids.id(number)).with(PagePaths.doneParameter, GroupModel.Done.created.rawValue))
    }

    private func newList(_ page: PageRequest, _ model: ListFormModel, _ status: HTTPResponse.Status) throws -> APIResponse {
        _ = try page.editor()
        return page.html(ListFormView(frame: page.frame, model: model, token: desk.visits.token(page.visit)).html, status)
    }

    private func makeList(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let model = ListFormModel(try await page.form())
        guard model.problem == nil else { return try newList(page, model, .unprocessableContent) }
        let (shop, who) = (shop, user.email)
        let number = try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            try shop.newList(named: model.name, model.optIn, intake, by: who)
        }
        return page.go(to: PagePaths.list(shop.ids.id(number)).with(PagePaths.doneParameter, GroupModel.Done.created.rawValue))
    }

    private func changeList(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let list = try self.list(page)
        let fields = try await page.form()
        var model = ListFormModel(fields)
        model.id = list.id
        guard model.problem == nil else { return try newList(page, model, .unprocessableContent) }
        let state = FormState(name: list.name, list.optIn)
        if state.isNewer(than: fields), (list.name, list.optIn) != (model.name, model.optIn) {
            return conflict(list.name, list.optIn, model, state, fields, page)
        }
        let (shop, who, changed) = (shop, user.email, model)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            try shop.changeList(list.number, name: changed.name, changed.optIn, intake, by: who)
        }
        return page.go(to: PagePaths.list(list.id).with(PagePaths.doneParameter, GroupModel.Done.saved.rawValue))
    }

    /// Another version of the list was saved meanwhile.
    private func conflict(
        _ name: String, _ optIn: ListResource.OptInProcess, _ mine: ListFormModel, _ state: FormState, _ fields: QueryString,
        _ page: PageRequest
    ) -> APIResponse {
        let (words, id) = (page.frame.setting.words, page.request.parameters["id"])
        let conflict = EditConflict(
            name: name, last: EditConflict.lastChange(of: DefinitionKind.list.rawValue, id, shop),
            facts: [
                .init(words(Phrase.PagePart.name), newer: name, mine: mine.name),
                .init(words(Phrase.GroupPage.optIn), newer: words(optIn.phrase), mine: words(mine.optIn.phrase)),
            ], state: state, fields: fields.pairs)
        let path = PagePaths.editing(.list, id)
        let view = ConflictView(
            frame: page.frame, section: .segments, conflict: conflict, action: path, newer: path, actionField: Self.actionField,
            saves: "save", token: page.token)
        return page.html(view.html, .conflict)
    }

    private func list(_ page: PageRequest) throws(PageFailure) -> (
        id: String, number: ListNumber, name: String, optIn: ListResource.OptInProcess
    ) {
        let id = page.request.parameters["id"]
        guard let list = try? shop.list(id) else { throw .notFound }
        return (id, list.number, list.name, list.optInProcess)
    }

    // MARK: Members

    /// Puts somebody on a list, or takes them off; whoever is nobody is said beside the field.
    private func changeMembers(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let list = try self.list(page)
        let fields = try await page.form()
        let typed = String((fields[Self.personField] ?? "").prefix(200))
        guard let profile = shop.profile(known: typed) else {
            let query = GroupModelQuery(shop: shop, kind: .list, id: list.id, language: page.language)
            var model = try await query.model(asked: nil, mayChange: true)
            model.unknownMember = typed
            let view = GroupView(frame: page.frame, model: model, token: desk.visits.token(page.visit))
            return page.html(view.html, .unprocessableContent)
        }
        let isMember = fields[Self.actionField] != "remove"
        let (shop, who, number) = (shop, user.email, list.number)
        try await shop.take { (intake) throws(IntakeError) in
            guard let profile = intake.canonical(profile), intake.isMember(profile, of: number) != isMember else { return }
            intake.membership(profile, in: number, isMember: isMember)
            intake.audit(isMember ? "list.add" : "list.remove", "list", list.id, by: who)
        }
        let done: GroupModel.Done = isMember ? .added : .removed
        return page.go(to: PagePaths.list(list.id).with(PagePaths.doneParameter, done.rawValue))
    }

    // MARK: Tags

    /// Has a list or segment carry what was ticked, and a new tag where one was typed; what keeps that from being is said at the field.
    private func tag(_ kind: ProfileGroup, _ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        let fields = try await page.form()
        let query = GroupModelQuery(shop: shop, kind: kind, id: page.request.parameters["id"], language: page.language)
        let number = UInt64(try query.group.number)
        let wanted = Set(fields.pairs.filter { $0.name == TaggingModel.tagField }.compactMap { desk.shop.ids.number(.tag, $0.value) })
        let typed = (fields[TaggingModel.newField] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let (shop, who) = (shop, user.email)
        let fault = try await shop.take(isAlone: true) { (intake) throws(IntakeError) -> TagFault? in
            do throws(TagFault) {
                try shop.setTags(wanted, newName: typed.isEmpty ? nil : typed, on: kind.taggable, number, intake, by: who)
                return nil
            } catch {
                return error
            }
        }
        guard let fault else { return page.go(to: PagePaths.group(kind, query.id).with(PagePaths.doneParameter, "tagged")) }
        var model = try await query.model(asked: nil, mayChange: true)
        model.tagging?.fault = fault
        model.tagging?.newName = typed
        for place in model.tagging?.tags.indices ?? 0..<0 {
            guard let id = model.tagging?.tags[place].id, let tag = shop.ids.number(.tag, id) else { continue }
            model.tagging?.tags[place].isOn = wanted.contains(tag)
        }
        return page.html(
            GroupView(frame: page.frame, model: model, token: desk.visits.token(page.visit)).html, .unprocessableContent)
    }

    // MARK: Deleting

    private func ask(_ kind: ProfileGroup, _ page: PageRequest) throws -> APIResponse {
        _ = try page.editor()
        let id = page.request.parameters["id"]
        let group = try GroupModelQuery(shop: shop, kind: kind, id: id, language: page.language).group
        let uses = shop.uses(of: group.figured)
        return page.html(
            DeletionView(frame: page.frame, kind: kind, id: id, name: group.name, uses: uses, token: desk.visits.token(page.visit)).html)
    }

    private func delete(_ kind: ProfileGroup, _ page: PageRequest) async throws -> APIResponse {
        let user = try page.editor()
        _ = try await page.form()
        let id = page.request.parameters["id"]
        let group = try GroupModelQuery(shop: shop, kind: kind, id: id, language: page.language).group.figured
        let (shop, who) = (shop, user.email)
        try await shop.take(isAlone: true) { (intake) throws(IntakeError) in
            switch group {
            case .everybody: break
            case .list(let list): try shop.removeList(list, intake, by: who)
            case .segment(let segment): try shop.removeSegment(segment, intake, by: who)
            }
        }
        return page.go(to: PagePaths.groups.with(PagePaths.doneParameter, "deleted"))
    }
}
