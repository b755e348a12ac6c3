import Facts
import HTTPTypes
import Journal
import Markup
import Shop

/// Signing in and out, and the first owner's link.
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
        ]
    }

    // MARK: In and out

    private func show(_ page: PageRequest) async throws -> APIResponse {
        if page.visit.user != nil { return page.go(to: PagePaths.home) }
        guard try !desk.shop.journal.users().isEmpty else { return page.html(LinkView(frame: page.frame, reason: .noOwnerYet).html) }
        var model = SignInModel(token: desk.visits.token(page.visit))
        model.next = page.request.query.text[PagePaths.nextParameter].flatMap { PagePath(requested: $0) }
        if page.request.query.text[SignInModel.signedOutParameter] != nil { model.notice = .signedOut }
        return page.html(SignInView(frame: page.frame, model: model).html)
    }

    private func signIn(_ page: PageRequest) async throws -> APIResponse {
        let fields = try await page.form()
        var model = SignInModel(token: desk.visits.token(page.visit))
        let email = (fields[SignInModel.emailField] ?? "").lowercased().filter { !$0.isWhitespace }
        model.email = email
        model.next = fields[PagePaths.nextParameter].flatMap { PagePath(requested: $0) }
        let wait = desk.limits.wait(for: email, now: page.request.now)
        guard wait == 0 else {
            model.notice = .tooManyAttempts(waitSeconds: wait)
            return page.html(SignInView(frame: page.frame, model: model).html, .tooManyRequests)
        }
        let password = fields[SignInModel.passwordField] ?? ""
        let user = try desk.shop.journal.user(email: email)
        guard await Self.isRight(password, user), let user else {
            desk.limits.noteWrong(email, now: page.request.now)
            model.notice = .wrong
            return page.html(SignInView(frame: page.frame, model: model).html, .unprocessableContent)
        }
        desk.limits.noteRight(email)
        let visit = try await desk.visits.begin(user, now: page.request.now)
        return page.finish(page.go(to: model.next ?? PagePaths.home), visit: visit)
    }

    /// Takes as long whether there is such a user or not. Away from the threads that serve: it is slow on purpose.
    private static func isRight(_ password: String, _ user: UserRow?) async -> Bool {
        guard password.utf8.count <= 4 * FirstOwnerModel.longestPassword else { return false }
        let kept = user?.password
        let isRight = await Task.detached(priority: .utility) { Passwords.isRight(password, kept: kept ?? Passwords.nobodys) }.value
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
        guard let link = try desk.shop.journal.oneTimeLink(hash: OwnerLink.hash(secret)), link.purpose == OwnerLink.purpose,
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
        guard try desk.shop.journal.useOneTimeLink(hash: OwnerLink.hash(secret), at: page.request.now) != nil else {
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
        return page.finish(page.go(to: PagePaths.home), visit: visit)
    }

    private static func problems(_ model: FirstOwnerModel, _ password: String, again: String) -> [FirstOwnerModel.Problem] {
        var problems: [FirstOwnerModel.Problem] = []
        if model.name.isEmpty || model.name.utf8.count > 200 { problems.append(.nameMissing) }
        if !TextFormat.matches(model.email, .email) { problems.append(.emailWrong) }
        if password.count < FirstOwnerModel.shortestPassword {
            problems.append(.passwordTooShort)
        } else if isCommon(password, model) {
            problems.append(.passwordCommon)
        }
        if password != again { problems.append(.passwordsDiffer) }
        return problems
    }

    /// What is tried first: one character or a short run again and again, the address, words that everybody takes.
    private static func isCommon(_ password: String, _ model: FirstOwnerModel) -> Bool {
        let lowered = password.lowercased()
        if Set(lowered).count < 5 { return true }
        let name = model.email.prefix { $0 != "@" }
        if name.count >= 4, lowered.contains(name), lowered.count < name.count + 6 { return true }
        let words = [
            "password", "passwort", "motdepasse", "azertyuiop", "qwertyuiop", "qwertzuiop", "letmein", "haslo", "123456789", "perennial",
        ]
        return words.contains { lowered.contains($0) && lowered.count < $0.count + 6 }
    }
}
