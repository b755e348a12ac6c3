import HTTPTypes
import Journal
import Markup
import Shop
import Wording

/// The keys by which programs call the API. Owners alone see, make and revoke them.
struct KeysRoutes: RouteGroup {
    let desk: PageDesk

    var routes: [Route] {
        [
            desk.page(.get, "/settings/keys", "API keys", show),
            desk.page(.post, "/settings/keys", "Make an API key", body: .bytes(mostBytes: 16_384), make),
            desk.page(.get, "/settings/keys/{number}/revoke", "Revoke an API key", ask),
            desk.page(.post, "/settings/keys/{number}/revoke", "Revoke an API key", body: .bytes(mostBytes: 1_024), revoke),
        ]
    }

    private func model() throws(JournalError) -> KeysModel {
        KeysModel(
            keys: try desk.shop.journal.apiKeys().reversed().map { row in
                KeysModel.Key(
                    number: row.number, name: row.name, scopes: row.scopes.sorted(), createdBy: row.createdBy, createdAt: row.createdAt,
                    lastUsedAt: row.lastUsedAt, revokedAt: row.revokedAt)
            })
    }

    private func show(_ page: PageRequest) throws -> APIResponse {
        _ = try page.user { $0.mayLetIn }
        var model = try model()
        model.secret = page.secret
        model.isRevoked = page.request.query.text[PagePaths.savedParameter] != nil
        return page.html(KeysView(frame: page.frame, model: model).html)
    }

    private func make(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayLetIn }
        let fields = try await page.form()
        var model = try model()
        model.name = (fields[KeysModel.nameField] ?? "").split(separator: " ").joined(separator: " ")
        model.preset = fields[KeysModel.presetField].flatMap { KeysModel.Preset(rawValue: $0) } ?? .chosen
        model.ticked = Set(fields.pairs.filter { $0.name == KeysModel.scopeField }.map(\.value)).intersection(
            Scope.allCases.map(\.rawValue))
        let scopes = model.preset.scopes.map { Set($0.map(\.rawValue)) } ?? model.ticked
        if model.name.isEmpty || model.name.count > 100 { model.problems[KeysModel.nameField] = Phrase.Keys.nameWrong }
        if scopes.isEmpty { model.problems[KeysModel.scopeField] = Phrase.Keys.noneTicked }
        guard model.problems.isEmpty else { return page.html(KeysView(frame: page.frame, model: model).html, .unprocessableContent) }
        let secret = try APIKey.make(name: model.name, scopes: scopes, by: user.email, at: page.request.now, in: desk.shop.journal)
        return page.go(to: page.showingOnce(secret, on: SettingsTab.keys.path))
    }

    private func key(_ page: PageRequest) throws -> APIKeyRow {
        let number = UInt64(page.request.parameters["number"])
        guard let key = try desk.shop.journal.apiKeys().first(where: { $0.number == number }) else { throw PageFailure.notFound }
        return key
    }

    private func ask(_ page: PageRequest) throws -> APIResponse {
        _ = try page.user { $0.mayLetIn }
        let key = try key(page)
        guard key.revokedAt == nil else { return page.go(to: SettingsTab.keys.path) }
        let words = page.frame.setting.words
        let view = ConfirmView(
            frame: page.frame, section: .settings, title: words(Phrase.Keys.revokeTitle), what: key.name,
            lead: [words(Phrase.Keys.revokeLead)], button: words(Phrase.Keys.revokeButton), action: KeysView.revocation(of: key.number),
            back: SettingsTab.keys.path, token: page.token)
        return page.html(view.html)
    }

    private func revoke(_ page: PageRequest) async throws -> APIResponse {
        let user = try page.user { $0.mayLetIn }
        _ = try await page.form()
        _ = try desk.shop.journal.revokeKey(try key(page).number, by: user.email, at: page.request.now)
        return page.go(to: SettingsTab.keys.path.with(PagePaths.savedParameter, "1"))
    }
}

extension PageRequest {
    /// A page with something on it that is shown once.
    func showingOnce(_ secret: String, on path: PagePath) -> PagePath {
        path.with(PagePaths.madeParameter, desk.shownOnce.keep(secret, for: visit, now: request.now))
    }

    /// What the address names to be shown once.
    var secret: KeysModel.Secret {
        guard let ticket = request.query.text[PagePaths.madeParameter] else { return .none }
        return desk.shownOnce.take(ticket, for: visit, now: request.now).map { .shown($0) } ?? .gone
    }
}
