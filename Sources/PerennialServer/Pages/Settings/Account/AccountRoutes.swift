import Facts
import HTTPTypes
import Journal
import Markup
import Shop
import Wording

/// One's own account: whoever is signed in changes their name, language and password, and ends their other sessions.
struct AccountRoutes: RouteGroup {
    let desk: PageDesk

    private static let mostBytes = 8_192

    var routes: [Route] {
        let body = Route.Body.bytes(mostBytes: Self.mostBytes)
        return [
            desk.page(.get, "/settings/account", "Your account", show),
            desk.page(.post, "/settings/account", "Your account", body: body, save),
            desk.page(.post, "/settings/account/password", "Change your password", body: body, changePassword),
            desk.page(.post, "/settings/account/sessions", "End your other sessions", body: body, endOthers),
        ]
    }

    private func model(_ user: UserRow, _ page: PageRequest) throws(JournalError) -> AccountModel {
        let here = desk.visits.hash(page.visit)
        let sessions = try desk.shop.journal.sessions(at: page.request.now).filter { $0.user == user.number }
        return AccountModel(
            name: user.name, language: user.language,
            sessions: sessions.map { .init(since: $0.createdAt, until: $0.expiresAt, isHere: $0.hash == here) }
                .sorted { ($1.isHere ? 1 : 0, $1.since) < ($0.isHere ? 1 : 0, $0.since) })
    }

    private func show(_ page: PageRequest) throws -> APIResponse {
        var model = try model(page.user { _ in true }, page)
        model.notice = page.request.query.text[PagePaths.savedParameter].flatMap { AccountModel.Notice(rawValue: $0) }
        return page.html(AccountView(frame: page.frame, model: model).html)
    }

    private func done(_ notice: AccountModel.Notice, _ page: PageRequest) -> APIResponse {
        page.go(to: SettingsTab.account.path.with(PagePaths.savedParameter, notice.rawValue))
    }

    private func save(_ page: PageRequest) async throws -> APIResponse {
        var user = try page.user { _ in true }
        let fields = try await page.form()
        user.name = (fields[AccountModel.nameField] ?? "").split(separator: " ").joined(separator: " ")
        user.language = fields[AccountModel.languageField].flatMap { Language(rawValue: $0) }
        guard !user.name.isEmpty, user.name.utf8.count <= 200 else {
            var model = try model(user, page)
            model.problems[AccountModel.nameField] = page.frame.setting.words(Phrase.Owner.nameMissing)
            return page.html(AccountView(frame: page.frame, model: model).html, .unprocessableContent)
        }
        let changed = user
        try await change(changed, page) { users in
            // Name and language alone: what somebody else changed meanwhile stays.
            guard var row = users.first(where: { $0.number == changed.number && $0.disabledAt == nil }) else { return nil }
            (row.name, row.language) = (changed.name, changed.language)
            return (row, "user.update", [])
        }
        var response = done(.saved, page)
        // What was chosen in this browser before gives way to what was chosen now.
        let age = changed.language == nil ? 0 : 31_536_000
        response.headers.append(
            HTTPField(
                name: .setCookie,
                value: "\(PageRequest.languageCookie)=\(changed.language?.rawValue ?? ""); Path=/; Max-Age=\(age); SameSite=Lax"))
        return response
    }

    private func changePassword(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { _ in true }
        let fields = try await page.form()
        let words = page.frame.setting.words
        var model = try model(user, page)
        // Whoever found an open session must not find out the password by trying: it is counted as signing in is.
        let caller = desk.devices.caller(page.request, email: user.email)
        if case .wait(let seconds) = desk.limits.begin(user.email, from: caller, now: page.request.now) {
            model.waitSeconds = seconds
            return page.html(AccountView(frame: page.frame, model: model).html, .tooManyRequests)
        }
        let (current, password) = (fields[AccountModel.currentField] ?? "", fields[FirstOwnerModel.passwordField] ?? "")
        let kept = user.password ?? Passwords.nobodys
        guard current.utf8.count <= 4 * FirstOwnerModel.longestPassword, password.utf8.count <= 4 * FirstOwnerModel.longestPassword else {
            throw PageFailure.tooLarge
        }
        guard let isRight = await desk.knownQueue.perform({ Passwords.isRight(current, kept: kept) }) else {
            model.waitSeconds = 10
            return page.html(AccountView(frame: page.frame, model: model).html, .tooManyRequests)
        }
        if !isRight {
            model.problems[AccountModel.currentField] = words(Phrase.Account.currentWrong)
        } else {
            desk.limits.noteRight(user.email, from: caller, network: page.request.network, now: page.request.now)
        }
        for problem in NewPassword.problems(password, again: fields[FirstOwnerModel.repeatedField] ?? "", email: user.email) {
            switch problem {
            case .passwordsDiffer: model.problems[FirstOwnerModel.repeatedField] = words(Phrase.Owner.passwordsDiffer)
            case .passwordTooShort:
                model.problems[FirstOwnerModel.passwordField] = words.passwordTooShort(shortest: FirstOwnerModel.shortestPassword)
            default: model.problems[FirstOwnerModel.passwordField] = words(Phrase.Owner.passwordCommon)
            }
        }
        guard model.problems.isEmpty else { return page.html(AccountView(frame: page.frame, model: model).html, .unprocessableContent) }
        guard let hash = await desk.knownQueue.perform({ Passwords.hashed(password) }) ?? nil else { throw PageFailure.failed }
        try await change(user, page) { users in
            // Reset or shut out meanwhile: then the session has ended, and with it what it may do.
            guard var row = users.first(where: { $0.number == user.number && $0.disabledAt == nil && $0.password == user.password }) else {
                return nil
            }
            row.password = hash
            return (row, "user.password", [.endSessions(user: row.number)])
        }
        let visit = try await desk.visits.begin(user, now: page.request.now)
        return page.finish(done(.password, page), visit: visit)
    }

    private func endOthers(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { _ in true }
        _ = try await page.form()
        let here = desk.visits.hash(page.visit)
        let own = try desk.shop.journal.session(hash: here)
        try await change(user, page) { users in
            guard let row = users.first(where: { $0.number == user.number && $0.disabledAt == nil }) else { return nil }
            return (row, "user.end-sessions", [.endSessions(user: row.number)] + (own.map { [.session($0)] } ?? []))
        }
        return done(.sessions, page)
    }

    /// Writes somebody anew, with the row as it is when its turn comes; 403 where they may not sign in any more.
    private func change(
        _ user: UserRow, _ page: PageRequest,
        _ change: @escaping @Sendable ([UserRow]) -> (user: UserRow, action: String, more: [JournalWrite])?
    ) async throws {
        let (shop, now) = (desk.shop, page.request.now)
        let isDone = try await shop.take(isAlone: true) { (intake) throws(IntakeError) -> Bool in
            let users: [UserRow]
            do throws(JournalError) {
                users = try shop.journal.users()
            } catch {
                throw .unavailable(error)
            }
            guard let (row, action, more) = change(users) else { return false }
            intake.write(.user(row))
            for write in more { intake.write(write) }
            intake.write(
                .audit(AuditEntry(at: now, who: row.email, action: action, objectKind: "user", objectID: "\(row.number)")))
            return true
        }
        if !isDone { throw PageFailure.forbidden }
    }
}
