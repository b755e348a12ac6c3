import Facts
import HTTPTypes
import JSON
import Journal
import Markup
import Population
import Shop

/// Signing in and out, and the links by which the first owner and others set a password.
struct SignInRoutes: RouteGroup {
    let desk: PageDesk

    private static let mostBytes = 8_192

    var routes: [Route] {
        [
            desk.page(.get, "/sign-in", "Sign in", isOpen: true, show),
            desk.page(.post, "/sign-in", "Sign in", isOpen: true, body: .bytes(mostBytes: Self.mostBytes), signIn),
            desk.page(.post, "/sign-out", "Sign out", body: .bytes(mostBytes: Self.mostBytes), signOut),
            desk.page(.get, "/first-owner/{secret}", "First owner", isOpen: true, showOwner),
            desk.page(.post, "/first-owner/{secret}", "First owner", isOpen: true, body: .bytes(mostBytes: Self.mostBytes), makeOwner),
            desk.page(.get, "/set-password/{secret}", "Set password", isOpen: true, showPassword),
            desk.page(.post, "/set-password/{secret}", "Set password", isOpen: true, body: .bytes(mostBytes: Self.mostBytes), setPassword),
        ]
    }

    // MARK: In and out

    private func show(_ page: PageRequest) async throws -> APIResponse {
        if page.visit.user != nil { return page.go(to: PagePaths.home) }
        guard try !desk.shop.journal.users().isEmpty else { return page.html(LinkView(frame: page.frame, reason: .noOwnerYet).html) }
        var model = SignInModel(token: desk.visits.token(page.visit))
        model.next = PagePaths.next(page.request.query.text[PagePaths.nextParameter])
        if page.request.query.text[SignInModel.signedOutParameter] != nil { model.notice = .signedOut }
        return page.html(SignInView(frame: page.frame, model: model).html)
    }

    private func signIn(_ page: PageRequest) async throws -> APIResponse {
        let fields = try await page.form()
        let now = page.request.now
        var model = SignInModel(token: desk.visits.token(page.visit))
        let email = (fields[SignInModel.emailField] ?? "").lowercased().filter { !$0.isWhitespace }
        model.email = email
        model.next = PagePaths.next(fields[PagePaths.nextParameter])
        let caller = desk.devices.caller(page.request, email: email)
        switch desk.limits.begin(email, from: caller, now: now) {
        case .wait(let seconds): return tooMany(page, model, seconds)
        case .late(let milliseconds): try await Task.sleep(for: .milliseconds(milliseconds))
        case .go: break
        }
        let user = try desk.shop.journal.user(email: email)
        let queue = desk.limits.isKnown(caller, now: now) ? desk.knownQueue : desk.strangersQueue
        guard let isRight = await Self.isRight(fields[SignInModel.passwordField] ?? "", user, queue) else {
            return tooMany(page, model, Self.secondsWhenBusy)
        }
        guard isRight, let user else {
            try? await noteWrong(user, page)
            model.notice = .wrong
            return page.html(SignInView(frame: page.frame, model: model).html, .unprocessableContent)
        }
        desk.limits.noteRight(email, from: caller, network: page.request.network, now: now)
        let visit = try await desk.visits.begin(user, now: now)
        return welcome(user, page, visit, next: model.next)
    }

    /// Seconds after which it is worth trying again where too many passwords are being looked at.
    private static let secondsWhenBusy = 10

    private func tooMany(_ page: PageRequest, _ model: SignInModel, _ seconds: Int) -> APIResponse {
        var model = model
        model.notice = .tooManyAttempts(waitSeconds: seconds)
        var response = page.html(SignInView(frame: page.frame, model: model).html, .tooManyRequests)
        response.headers[.retryAfter] = String(seconds)
        return response
    }

    /// Writes a failure down: the first of each quarter of an hour, and how many there were since the last one.
    private func noteWrong(_ user: UserRow?, _ page: PageRequest) async throws {
        guard let count = desk.limits.noteWrong(now: page.request.now) else { return }
        var detail = JSONWriter()
        detail.object { detail in
            detail.member("network", page.request.network.description)
            detail.member("failures_since_last_entry", count)
        }
        // What was typed in place of an address may be anything, a password among it.
        let entry = AuditEntry(
            at: page.request.now, who: user?.email ?? "unknown", action: "sign-in.fail", objectKind: "user",
            objectID: user.map { "\($0.number)" } ?? "-", detail: detail.text)
        try await desk.shop.write { (intake) throws(IntakeError) in intake.write(.audit(entry)) }
    }

    /// On to the pages, with a session and the mark of a browser that is known from now on.
    private func welcome(_ user: UserRow, _ page: PageRequest, _ visit: Visits.Visit, next: PagePath? = nil) -> APIResponse {
        var response = page.finish(page.go(to: next ?? PagePaths.home), visit: visit)
        response.headers.append(HTTPField(name: .setCookie, value: desk.devices.header(email: user.email)))
        return response
    }

    /// Takes as long whether there is such a user or not; `nil` where too many wait.
    private static func isRight(_ password: String, _ user: UserRow?, _ queue: WorkQueue) async -> Bool? {
        guard password.utf8.count <= 4 * FirstOwnerModel.longestPassword else { return false }
        let kept = user?.password
        guard let isRight = await queue.perform({ Passwords.isRight(password, kept: kept ?? Passwords.nobodys) }) else { return nil }
        return isRight && kept != nil && user?.disabledAt == nil
    }

    private func signOut(_ page: PageRequest) async throws -> APIResponse {
        _ = try await page.form()
        try await desk.visits.end(page.visit)
        return page.go(to: PagePaths.signIn.with(SignInModel.signedOutParameter, "1"))
    }

    // MARK: The first owner

    private func showOwner(_ page: PageRequest) async throws -> APIResponse {
        guard let secret = try usable(page) else { return page.html(LinkView(frame: page.frame, reason: .linkUsed).html, .gone) }
        let model = FirstOwnerModel(secret: secret, token: desk.visits.token(page.visit))
        return page.html(FirstOwnerView(frame: page.frame, model: model).html)
    }

    /// The link's secret, where it still works.
    private func usable(_ page: PageRequest) throws -> String? {
        let secret = page.request.parameters["secret"]
        guard let link = try desk.shop.journal.oneTimeLink(hash: OneTimeSecret.hash(secret)), link.purpose == OwnerLink.purpose,
            link.usedAt == nil,
            link.expiresAt > page.request.now, try desk.shop.journal.users().isEmpty
        else { return nil }
        return secret
    }

    private func makeOwner(_ page: PageRequest) async throws -> APIResponse {
        let fields = try await page.form()
        guard let secret = try usable(page) else { return page.html(LinkView(frame: page.frame, reason: .linkUsed).html, .gone) }
        var model = FirstOwnerModel(secret: secret, token: desk.visits.token(page.visit))
        model.name = (fields[FirstOwnerModel.nameField] ?? "").split(separator: " ").joined(separator: " ")
        model.email = (fields[FirstOwnerModel.emailField] ?? "").lowercased().filter { !$0.isWhitespace }
        let password = fields[FirstOwnerModel.passwordField] ?? ""
        model.problems = Self.problems(model, password, again: fields[FirstOwnerModel.repeatedField] ?? "")
        guard model.problems.isEmpty else { return page.html(FirstOwnerView(frame: page.frame, model: model).html, .unprocessableContent) }
        guard let hash = await Task.detached(priority: .utility, operation: { Passwords.hashed(password) }).value else {
            throw PageFailure.failed
        }
        // Of several who use the link at once, one becomes the owner.
        guard try desk.shop.journal.useOneTimeLink(hash: OneTimeSecret.hash(secret), at: page.request.now) != nil else {
            return page.html(LinkView(frame: page.frame, reason: .linkUsed).html, .gone)
        }
        let number = desk.shop.journal.nextNumber(.user)
        let user = UserRow(
            number: number, email: model.email, name: model.name, role: "owner", password: hash, createdAt: page.request.now)
        let entry = AuditEntry(at: page.request.now, who: model.email, action: "owner.create", objectKind: "user", objectID: "\(number)")
        try await desk.shop.write { (intake) throws(IntakeError) in
            intake.write(.user(user))
            intake.write(.audit(entry))
        }
        let visit = try await desk.visits.begin(user, now: page.request.now)
        // A shop that has nothing yet is set up first; a demo shop, or one that was imported, is there to be looked at.
        let isNew = desk.shop.read { $0.eventCount == 0 }
        return welcome(user, page, visit, next: isNew ? PagePaths.welcome : nil)
    }

    private static func problems(_ model: FirstOwnerModel, _ password: String, again: String) -> [FirstOwnerModel.Problem] {
        var problems: [FirstOwnerModel.Problem] = []
        if model.name.isEmpty || model.name.utf8.count > 200 { problems.append(.nameMissing) }
        if !TextFormat.matches(model.email, .email) { problems.append(.emailWrong) }
        return problems + NewPassword.problems(password, again: again, email: model.email)
    }

    // MARK: A password for somebody who is let in, or forgot it

    private func showPassword(_ page: PageRequest) async throws -> APIResponse {
        guard let (secret, user) = try passwordLink(page) else {
            return page.html(LinkView(frame: page.frame, reason: .passwordLinkUsed).html, .gone)
        }
        let model = SetPasswordModel(secret: secret, email: user.email, token: desk.visits.token(page.visit))
        return page.html(SetPasswordView(frame: page.frame, model: model).html)
    }

    /// The link's secret and its user, where it still works.
    private func passwordLink(_ page: PageRequest) throws -> (secret: String, user: UserRow)? {
        let secret = page.request.parameters["secret"]
        guard let link = try desk.shop.journal.oneTimeLink(hash: OneTimeSecret.hash(secret)), link.usedAt == nil,
            link.expiresAt > page.request.now, let number = PasswordLink.user(of: link),
            let user = try desk.shop.journal.users().first(where: { $0.number == number && $0.disabledAt == nil }),
            PasswordLink.isCurrent(link, of: user)
        else { return nil }
        return (secret, user)
    }

    private func setPassword(_ page: PageRequest) async throws -> APIResponse {
        let fields = try await page.form()
        let gone = LinkView(frame: page.frame, reason: .passwordLinkUsed)
        guard let link = try passwordLink(page) else { return page.html(gone.html, .gone) }
        var user = link.user
        var model = SetPasswordModel(secret: link.secret, email: user.email, token: desk.visits.token(page.visit))
        let password = fields[FirstOwnerModel.passwordField] ?? ""
        model.problems = NewPassword.problems(password, again: fields[FirstOwnerModel.repeatedField] ?? "", email: user.email)
        guard model.problems.isEmpty else { return page.html(SetPasswordView(frame: page.frame, model: model).html, .unprocessableContent) }
        guard let hash = await desk.strangersQueue.perform({ Passwords.hashed(password) }) ?? nil else { throw PageFailure.failed }
        guard try desk.shop.journal.useOneTimeLink(hash: OneTimeSecret.hash(link.secret), at: page.request.now) != nil else {
            return page.html(gone.html, .gone)
        }
        user.password = hash
        let changed = user
        let entry = AuditEntry(
            at: page.request.now, who: user.email, action: "user.password", objectKind: "user", objectID: "\(user.number)")
        try await desk.shop.write { (intake) throws(IntakeError) in
            intake.write(.user(changed))
            intake.write(.endSessions(user: changed.number))
            intake.write(.audit(entry))
        }
        let visit = try await desk.visits.begin(user, now: page.request.now)
        return welcome(user, page, visit)
    }
}
