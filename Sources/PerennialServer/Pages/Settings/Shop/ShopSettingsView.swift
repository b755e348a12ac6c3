import Facts
import Markup
import Wording

/// The page of the shop's settings.
struct ShopSettingsView {
    let frame: PageFrame
    let model: ShopSettingsModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.settings(.shop) {
            if model.isSaved { setting.done(words(Phrase.PagePart.saved)) }
            if !model.problems.isEmpty { setting.refused(words(Phrase.PagePart.lookAtMarked)) }
            setting.grid {
                setting.card(words(Phrase.Settings.shop), id: "shop", width: 12) {
                    if let signedIn = frame.signedIn, signedIn.role.mayChangeShop { form(signedIn.token) } else { facts }
                }
                setting.card(words(Phrase.Settings.history), id: "history", width: 12) {
                    SettingsHistoryView(setting: setting, changes: model.history).node
                }
            }
            setting.help {
                Node.p(words(Phrase.Settings.helpShop))
                Node.p(words(Phrase.Settings.helpHistory))
            }
        }
    }

    private func form(_ token: FormToken) -> Node {
        .form(to: PagePaths.settings, token: token, [.css("form")]) {
            ShopFieldsView(setting: setting, form: model.form, problems: model.problems).nodes
            field(.contact, Phrase.Settings.contact, .email, hint: Phrase.Settings.contactHint, longest: 254)
            field(.website, Phrase.Settings.website, .text, hint: Phrase.Settings.websiteHint, longest: 1_000)
            Node.p("note", words(Phrase.Settings.countsAnew))
            Node.button(words(Phrase.PagePart.save))
        }
    }

    private func field(_ name: ShopForm.Name, _ label: Phrase, _ kind: Field.Kind, hint: Phrase, longest: Int) -> Node {
        FieldView(
            words(label), Field(name.rawValue, kind, value: model.form[name], isRequired: false, longest: longest), hint: words(hint),
            problem: model.problems[name].map { words($0) }
        ).node
    }

    private var facts: Node {
        .group {
            setting.pairs([
                (words(Phrase.Settings.name), .outside(model.form[.name])),
                (words(Phrase.Settings.currency), .outside(model.form[.currency])),
                (words(Phrase.Settings.zone), .outside(model.form[.zone])),
                (words(Phrase.Settings.contact), .outside(model.form[.contact])),
                (words(Phrase.Settings.website), .outside(model.form[.website])),
            ])
            setting.readsOnly
        }
    }
}

/// What every shop is asked: its name, currency, zone and language.
struct ShopFieldsView {
    let setting: PageSetting
    let form: ShopForm
    let problems: [ShopForm.Name: Phrase]

    private var words: Words { setting.words }

    var nodes: [Node] {
        [
            FieldView(
                words(Phrase.Settings.name), Field(ShopForm.Name.name.rawValue, .text, value: form[.name]),
                problem: problems[.name].map { words($0) }
            ).node,
            choice(
                .currency, Phrase.Settings.currency,
                (form[.currency].isEmpty ? [("", words(Phrase.Settings.currencyNone))] : []) + Self.currencies.map { ($0, $0) },
                hint: Phrase.Settings.currencyHint),
            choice(.zone, Phrase.Settings.zone, zones.map { ($0, $0) }, hint: Phrase.Settings.zoneHint),
            choice(.language, Phrase.Settings.language, Language.allCases.map { ($0.rawValue, $0.ownName) }),
        ]
    }

    private func choice(_ name: ShopForm.Name, _ label: Phrase, _ answers: [(String, String)], hint: Phrase? = nil) -> Node {
        ChoiceView(
            words(label), Choices(name.rawValue, answers.map { .init($0.0, $0.1) }, chosen: form[name]), hint: hint.map { words($0) },
            problem: problems[name].map { words($0) }
        ).node
    }

    /// Those of the machine, and the one that is.
    private var zones: [String] {
        let own = form[.zone]
        return own.isEmpty || ShopForm.zones.contains(own) ? ShopForm.zones : [own] + ShopForm.zones
    }

    /// Those of shops that this is made for come first.
    private static let currencies: [String] = {
        let first = ["EUR", "PLN", "GBP", "USD", "CHF", "CZK", "SEK", "DKK", "NOK", "HUF", "RON", "CAD", "AUD"]
        return first + Currency.inUse.map(\.code).filter { !first.contains($0) }.sorted()
    }()
}

/// Who changed which setting.
struct SettingsHistoryView {
    let setting: PageSetting
    let changes: [ShopSettingsModel.Change]

    private var words: Words { setting.words }

    var node: Node {
        guard !changes.isEmpty else { return .p("muted", words(Phrase.Settings.noHistory)) }
        let rows = changes.map { change -> [Cell] in
            [
                .node(setting.time(change.at)), .node(.outside(change.who, longest: 60)),
                .node(
                    .group {
                        for field in change.fields {
                            Node.make(.p, [.css("change")]) {
                                Node.text(words.labelled(words(field.name), ""))
                                value(field.before)
                                Node.text(" → ")
                                value(field.after)
                            }
                        }
                    }),
            ]
        }
        return Table<Served>(
            under: "history-heading", headers: [Phrase.Settings.when, Phrase.Settings.who, Phrase.Settings.what].map { words($0) },
            rows: rows
        ).node
    }

    private func value(_ text: String) -> Node {
        text.isEmpty ? .element(.em, [], [.text(words(Phrase.Settings.empty))]) : .outside(text, longest: 60)
    }
}
