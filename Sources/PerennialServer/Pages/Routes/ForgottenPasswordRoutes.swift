import Facts
import HTTPTypes
import JSON
import Journal
import Logging
import Markup
import Shop
import Wording

/// Asking for a link that sets a new password, by mail.
struct ForgottenPasswordRoutes: RouteGroup {
    let desk: PageDesk

    private static let mostBytes = 4_096

    var routes: [Route] {
        [
            desk.page(.get, "/forgotten-password", "Forgotten password", isOpen: true, show),
            desk.page(.post, "/forgotten-password", "Forgotten password", isOpen: true, body: .bytes(mostBytes: Self.mostBytes), ask),
        ]
    }

    private func show(_ page: PageRequest) throws -> APIResponse {
        if page.visit.user != nil { return page.go(to: SettingsTab.account.path) }
        return page.html(view(page, desk.postman == nil ? .withoutMail : .asks).html)
    }

    private func view(_ page: PageRequest, _ stage: ForgottenPasswordView.Stage, email: String = "") -> ForgottenPasswordView {
        ForgottenPasswordView(frame: page.frame, stage: stage, email: email, token: page.token)
    }

    /// Answers the same, and as soon, whether there is such an account or not: the mail is sent afterwards.
    private func ask(_ page: PageRequest) async throws -> APIResponse {
        let fields = try await page.form()
        guard let postman = desk.postman else { return page.html(view(page, .withoutMail).html) }
        let email = (fields[SignInModel.emailField] ?? "").lowercased().filter { !$0.isWhitespace }
        guard TextFormat.matches(email, .email) else { return page.html(view(page, .isWrong, email: email).html, .unprocessableContent) }
        let now = page.request.now
        switch desk.passwordRequests.begin(email, from: page.request.network, now: now) {
        case .wait(let seconds):
            var response = page.html(view(page, .tooMany(waitSeconds: seconds), email: email).html, .tooManyRequests)
            response.headers[.retryAfter] = String(seconds)
            return response
        case .quiet: break
        case .go:
            let (words, network) = (page.frame.setting.words, page.request.network)
            Task.detached(priority: .utility) { await send(to: email, words, from: network, postman, now: now) }
        }
        return page.html(view(page, .sent).html)
    }

    private func send(to email: String, _ words: Words, from network: Network, _ postman: Postman, now: Instant) async {
        guard let user = try? desk.shop.journal.user(email: email), user.disabledAt == nil else { return }
        let link = PasswordLink(for: user, at: now)
        var detail = JSONWriter()
        detail.object { $0.member("network", network.description) }
        let entry = AuditEntry(
            at: now, who: user.email, action: "user.ask-password", objectKind: "user", objectID: "\(user.number)", detail: detail.text)
        do {
            try await desk.shop.write { (intake) throws(IntakeError) in
                intake.write(.oneTimeLink(link.row))
                intake.write(.audit(entry))
            }
        } catch {
            postman.logger.error("a link for a new password could not be kept", metadata: ["reason": "\(error)"])
            return
        }
        let letter = Letter.newPassword(words, shop: desk.shop.settings.name, link: postman.link(link.path), isAskedFor: true)
        _ = await postman.send(letter, to: user.email, name: user.name, now: now)
    }
}
