import Facts
import HTTPTypes
import Journal
import Markup
import Shop
import Wording

/// The people who sign in. Owners alone see them, let them in, change what they may do, and shut them out.
struct PeopleRoutes: RouteGroup {
    let desk: PageDesk

    private static let mostBytes = 4_096

    var routes: [Route] {
        let body = Route.Body.bytes(mostBytes: Self.mostBytes)
        return [
            desk.page(.get, "/settings/people", "People", show),
            desk.page(.post, "/settings/people", "Let somebody in", body: body, letIn),
            desk.page(.get, "/settings/people/{number}", "Person", showOne),
            desk.page(.post, "/settings/people/{number}", "Change a role", body: body, changeRole),
            desk.page(.post, "/settings/people/{number}/password", "Reset a password", body: body, resetPassword),
            desk.page(.get, "/settings/people/{number}/remove", "Remove a person", askToRemove),
            desk.page(.post, "/settings/people/{number}/remove", "Remove a person", body: body, remove),
        ]
    }

    // MARK: All of them

    private func model(_ page: PageRequest) throws(JournalError) -> PeopleModel {
        var model = PeopleModel(people: try desk.shop.journal.users().filter { $0.disabledAt == nil }.map { Self.person($0, page) })
        model.sendsMail = desk.postman != nil
        return model
    }

    private static func person(_ user: UserRow, _ page: PageRequest) -> PeopleModel.Person {
        PeopleModel.Person(
            number: user.number, name: user.name, email: user.email, role: UserRole(stored: user.role), since: user.createdAt,
            hasPassword: user.password != nil, isYou: user.number == page.visit.user?.number)
    }

    private func show(_ page: PageRequest) throws -> APIResponse {
        _ = try page.user { $0.mayLetIn }
        var model = try model(page)
        model.link = page.secret
        let done = page.request.query.text[PagePaths.savedParameter]
        model.isRemoved = done == "1"
        model.isMailFailed = done == Self.mailFailed
        model.mailedTo = done.flatMap { done in model.people.first { "\(Self.mailedTo)\($0.number)" == done }?.email }
        return page.html(PeopleView(frame: page.frame, model: model).html)
    }

    private func letIn(_ page: PageRequest) async throws -> APIResponse {
        let owner = try page.user { $0.mayLetIn }
        let fields = try await page.form()
        var model = try model(page)
        model.name = (fields[PeopleModel.nameField] ?? "").split(separator: " ").joined(separator: " ")
        model.email = (fields[PeopleModel.emailField] ?? "").lowercased().filter { !$0.isWhitespace }
        model.role = fields[PeopleModel.roleField] ?? ""
        let role = UserRole(rawValue: model.role)
        if model.name.isEmpty || model.name.utf8.count > 200 { model.problems[PeopleModel.nameField] = Phrase.Owner.nameMissing }
        if !TextFormat.matches(model.email, .email) { model.problems[PeopleModel.emailField] = Phrase.Owner.emailWrong }
        if role == nil { model.problems[PeopleModel.roleField] = Phrase.People.roleWrong }
        if model.problems.isEmpty, let role {
            let (name, email, now) = (model.name, model.email, page.request.now)
            let change = try await write(page) { (users, journal) throws(UserChange.Refusal) in
                try UserChange.letIn(
                    email, name: name, role: role, among: users, number: Self.freeNumber(journal, users), by: owner.email, at: now)
            }
            if let change {
                let letter = Letter.invitation(
                    page.frame.setting.words, shop: desk.shop.settings.name, by: owner.name, link: address(change, page))
                return await give(letter, change, page)
            }
            model.problems[PeopleModel.emailField] = Phrase.People.alreadyIn
        }
        return page.html(PeopleView(frame: page.frame, model: model).html, .unprocessableContent)
    }

    private static let mailFailed = "mail-failed"
    private static let mailedTo = "mailed-"

    private func address(_ change: UserChange, _ page: PageRequest) -> String {
        let path = change.link?.path ?? ""
        return desk.postman?.link(path) ?? page.request.baseURL + path
    }

    /// Sends the link of a change where mail is sent, else shows it: also where it could not be sent.
    private func give(_ letter: Letter, _ change: UserChange, _ page: PageRequest) async -> APIResponse {
        let back = SettingsTab.people.path
        let shown = page.showingOnce(address(change, page), on: back)
        guard let postman = desk.postman else { return page.go(to: shown) }
        let failure = await postman.send(letter, to: change.user.email, name: change.user.name, now: page.request.now)
        return page.go(
            to: failure == nil
                ? back.with(PagePaths.savedParameter, "\(Self.mailedTo)\(change.user.number)")
                : shown.with(PagePaths.savedParameter, Self.mailFailed))
    }

    /// Writes a change, on the writer's thread so that of two owners who shut each other out one stays; `nil` where it is refused.
    private func write(
        _ page: PageRequest, _ change: @escaping @Sendable ([UserRow], Journal) throws(UserChange.Refusal) -> UserChange
    ) async throws(APIError) -> UserChange? {
        let shop = desk.shop
        return try await shop.take(isAlone: true) { (intake) throws(IntakeError) -> UserChange? in
            let users: [UserRow]
            do throws(JournalError) {
                users = try shop.journal.users()
            } catch {
                throw .unavailable(error)
            }
            guard let change = try? change(users, shop.journal) else { return nil }
            for write in change.writes { intake.write(write) }
            return change
        }
    }

    // MARK: One of them

    private func user(_ page: PageRequest) throws -> (user: UserRow, users: [UserRow]) {
        let number = UInt64(page.request.parameters["number"])
        let users = try desk.shop.journal.users()
        guard let user = users.first(where: { $0.number == number && $0.disabledAt == nil }) else { throw PageFailure.notFound }
        return (user, users)
    }

    private func showOne(_ page: PageRequest) throws -> APIResponse {
        _ = try page.user { $0.mayLetIn }
        return page.html(try one(page, isSaved: page.request.query.text[PagePaths.savedParameter] != nil))
    }

    private func one(_ page: PageRequest, problem: Phrase? = nil, isSaved: Bool = false) throws -> String {
        let (user, users) = try user(page)
        let model = PersonOfShopModel(
            person: Self.person(user, page), isLastOwner: UserChange.isLastOwner(user, among: users), problem: problem, isSaved: isSaved)
        return PersonOfShopView(frame: page.frame, model: model).html
    }

    private func changeRole(_ page: PageRequest) async throws -> APIResponse {
        let owner = try page.user { $0.mayLetIn }
        let fields = try await page.form()
        let number = try user(page).user.number
        guard let role = fields[PeopleModel.roleField].flatMap({ UserRole(rawValue: $0) }) else {
            return page.html(try one(page, problem: Phrase.People.roleWrong), .unprocessableContent)
        }
        let now = page.request.now
        let change = try await write(page) { (users, _) throws(UserChange.Refusal) in
            guard let user = users.first(where: { $0.number == number && $0.disabledAt == nil }) else { throw .lastOwner }
            return try UserChange.role(role, of: user, among: users, by: owner.email, at: now)
        }
        guard change != nil else { return page.html(try one(page, problem: Phrase.People.lastOwner), .conflict) }
        return page.go(to: PeopleView.path(number).with(PagePaths.savedParameter, "1"))
    }

    private func resetPassword(_ page: PageRequest) async throws -> APIResponse {
        let owner = try page.user { $0.mayLetIn }
        _ = try await page.form()
        let number = try user(page).user.number
        let now = page.request.now
        let change = try await write(page) { (users, _) throws(UserChange.Refusal) in
            guard let user = users.first(where: { $0.number == number && $0.disabledAt == nil }) else { throw .lastOwner }
            return UserChange.newPassword(of: user, by: owner.email, at: now)
        }
        guard let change else { throw PageFailure.notFound }
        // Whoever resets their own password is signed out by it: their link is in the answer itself.
        if number == owner.number { return page.go(to: PagePath(requested: change.link?.path ?? "/") ?? .root) }
        let letter = Letter.newPassword(
            page.frame.setting.words, shop: desk.shop.settings.name, link: address(change, page), isAskedFor: false)
        return await give(letter, change, page)
    }

    private func askToRemove(_ page: PageRequest) throws -> APIResponse {
        _ = try page.user { $0.mayLetIn }
        let user = try user(page).user
        let words = page.frame.setting.words
        let view = ConfirmView(
            frame: page.frame, section: .settings, title: words(Phrase.People.removeAsk), what: "\(user.name), \(user.email)",
            lead: [words(Phrase.People.removeLead)], button: words(Phrase.People.removeButton),
            action: PeopleView.path(user.number).appending("remove"), back: PeopleView.path(user.number), token: page.token)
        return page.html(view.html)
    }

    private func remove(_ page: PageRequest) async throws -> APIResponse {
        let owner = try page.user { $0.mayLetIn }
        _ = try await page.form()
        let number = try user(page).user.number
        let now = page.request.now
        let change = try await write(page) { (users, _) throws(UserChange.Refusal) in
            guard let user = users.first(where: { $0.number == number && $0.disabledAt == nil }),
                !UserChange.isLastOwner(user, among: users)
            else { throw .lastOwner }
            return UserChange.remove(user, by: owner.email, at: now)
        }
        guard change != nil else { return page.html(try one(page, problem: Phrase.People.lastOwner), .conflict) }
        return page.go(to: SettingsTab.people.path.with(PagePaths.savedParameter, "1"))
    }

    /// The next number that nobody has: the command line may have let somebody in meanwhile.
    private static func freeNumber(_ journal: Journal, _ users: [UserRow]) -> UInt64 {
        while true {
            let number = journal.nextNumber(.user)
            if !users.contains(where: { $0.number == number }) { return number }
        }
    }
}
