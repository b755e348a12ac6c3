import Markup
import Wording

/// The page of the keys.
struct KeysView {
    let frame: PageFrame
    let model: KeysModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var good: [KeysModel.Key] { model.keys.filter { $0.revokedAt == nil } }
    private var revoked: [KeysModel.Key] { model.keys.filter { $0.revokedAt != nil } }

    var html: String {
        frame.settings(.keys) {
            if model.isRevoked { setting.done(words(Phrase.Keys.revokedNow)) }
            SecretView(setting: setting, secret: model.secret, lead: Phrase.Keys.made, gone: Phrase.Keys.gone).node
            if !model.problems.isEmpty { setting.refused(words(Phrase.PagePart.lookAtMarked)) }
            setting.grid {
                setting.card(words(Phrase.Settings.keys), id: "keys", width: 12) {
                    Node.p("lead", words(Phrase.Keys.lead))
                    if good.isEmpty {
                        setting.empty(words(Phrase.Keys.none)) {}
                    } else {
                        table(good, under: "keys-heading")
                    }
                    if !revoked.isEmpty { old }
                }
                if let token = frame.signedIn?.token {
                    setting.card(words(Phrase.Keys.make), id: "make", width: 12) { form(token) }
                }
            }
            setting.help { Node.p(words(Phrase.Keys.help)) }
        }
    }

    private func table(_ keys: [KeysModel.Key], under id: String, isOld: Bool = false) -> Node {
        var headers = [Phrase.Keys.name, Phrase.Keys.may, Phrase.Keys.createdAt, Phrase.Keys.lastUsed].map { words($0) }
        headers.append(isOld ? words(Phrase.Keys.revoked) : words(Phrase.Keys.revokeButton))
        let rows = keys.map { key -> [Cell] in
            [
                .node(.element(.strong, [], [.outside(key.name, longest: 60)])), .node(may(key)),
                .node(
                    .group {
                        setting.time(key.createdAt, shown: setting.date(key.createdAt))
                        Node.element(.small, [.css("below")], [.outside(key.createdBy, longest: 40)])
                    }), key.lastUsedAt.map { .node(setting.time($0, shown: setting.ago($0))) } ?? .text(words(Phrase.Keys.never)),
                isOld
                    ? .text(key.revokedAt.map { setting.date($0) } ?? "")
                    : .node(.link(words(Phrase.Keys.revoke), to: Self.revocation(of: key.number))),
            ]
        }
        return isOld
            ? Table<Served>(caption: words(Phrase.Keys.old), headers: headers, rows: rows).node
            : Table<Served>(under: id, headers: headers, rows: rows).node
    }

    private var old: Node {
        .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.Keys.old)) }
            table(revoked, under: "", isOld: true)
        }
    }

    private func may(_ key: KeysModel.Key) -> Node {
        if key.scopes == [Scope.full.rawValue] { return .text(words(Phrase.Keys.everything)) }
        let reads = KeysModel.Preset.reads.scopes.map { Set($0.map(\.rawValue)) }
        if reads == Set(key.scopes) { return .text(words(Phrase.Keys.reads)) }
        return .make(.span, [Attribute(name: .lang, value: "en")]) {
            for (place, scope) in key.scopes.enumerated() {
                if place > 0 { Node.text(", ") }
                Node.make(.code) { Node.outside(scope, longest: 40) }
            }
        }
    }

    private func form(_ token: FormToken) -> Node {
        .form(to: SettingsTab.keys.path, token: token) {
            Node.div("form") {
                FieldView(
                    words(Phrase.Keys.name), Field(KeysModel.nameField, .text, value: model.name, longest: 100),
                    hint: words(Phrase.Keys.nameHint),
                    problem: model.problems[KeysModel.nameField].map { words($0) }
                ).node
                Node.make(.fieldset) {
                    Node.make(.legend) { Node.text(words(Phrase.Keys.may)) }
                    for preset in KeysModel.Preset.allCases {
                        let id = "may-\(preset.rawValue)"
                        Node.div("tick") {
                            Node.radio(KeysModel.presetField, value: preset.rawValue, id: id, isChecked: preset == model.preset)
                            Node.label(words(preset.phrase), for: id)
                        }
                    }
                    if let problem = model.problems[KeysModel.scopeField] { Node.p("problem", words(problem)) }
                }
            }
            Node.make(.details, [.css("data")] + (model.preset == .chosen ? [Attribute(name: .open, value: "open")] : [])) {
                Node.make(.summary) { Node.text(words(Phrase.Keys.single)) }
                Node.div("scopes") {
                    for scope in Scope.allCases where scope != .full {
                        let id = "scope-" + scope.rawValue.replacing(":", with: "-")
                        Node.div("tick") {
                            Node.checkbox(
                                KeysModel.scopeField, value: scope.rawValue, id: id, isChecked: model.ticked.contains(scope.rawValue))
                            Node.label(scope.rawValue, for: id, [Attribute(name: .lang, value: "en")])
                        }
                    }
                }
            }
            Node.div("buttons") { Node.button(words(Phrase.Keys.make)) }
        }
    }

    /// Where it is asked once more before a key is revoked.
    static func revocation(of number: UInt64) -> PagePath { SettingsTab.keys.path.appending("\(number)").appending("revoke") }
}

extension KeysModel.Preset {
    var phrase: Phrase {
        switch self {
        case .everything: Phrase.Keys.everything
        case .sends: Phrase.Keys.sends
        case .reads: Phrase.Keys.reads
        case .chosen: Phrase.Keys.chosen
        }
    }
}
