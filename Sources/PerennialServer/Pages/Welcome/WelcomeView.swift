import Markup
import Wording

/// What the pages of the first steps say.
struct WelcomeModel: Sendable {
    /// A step of the way.
    enum Step: CaseIterable, Sendable {
        case shop, data
    }

    var step: Step
    /// As typed, or as it is.
    var form: ShopForm
    var problems: [ShopForm.Name: Phrase] = [:]
}

/// The first steps of a new shop: what it is called and counts in, then its orders.
struct WelcomeView {
    let frame: PageFrame
    let model: WelcomeModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.document(title: words(Phrase.Welcome.title), section: .home, hasSearch: false) {
            Node.div("page-head") { Node.make(.h1) { Node.text(words(Phrase.Welcome.title)) } }
            steps
            if !model.problems.isEmpty { setting.refused(words(Phrase.PagePart.lookAtMarked)) }
            if let token = frame.signedIn?.token {
                switch model.step {
                case .shop: shop(token)
                case .data: data(token)
                }
            }
        }
    }

    private var steps: Node {
        .make(.ol, [.css("steps"), .label(words(Phrase.Welcome.steps))]) {
            step(Phrase.Welcome.stepShop, isCurrent: model.step == .shop)
            step(Phrase.Welcome.stepData, isCurrent: model.step == .data)
            step(Phrase.Welcome.stepPicture, isCurrent: false)
        }
    }

    private func step(_ phrase: Phrase, isCurrent: Bool) -> Node {
        .element(.li, isCurrent ? [Attribute(name: .current, value: "step")] : [], [.text(words(phrase))])
    }

    private func shop(_ token: FormToken) -> Node {
        setting.grid {
            setting.card(words(Phrase.Settings.shop), id: "shop", width: 12) {
                Node.p("lead", words(Phrase.Welcome.shopLead))
                Node.form(to: PagePaths.welcome, token: token, [.css("form")]) {
                    ShopFieldsView(setting: setting, form: model.form, problems: model.problems).nodes
                    Node.div("buttons") {
                        Node.button(words(Phrase.Welcome.onward))
                        Node.link(words(Phrase.Welcome.skip), to: PagePaths.home)
                    }
                }
            }
        }
    }

    private func data(_ token: FormToken) -> Node {
        setting.grid {
            setting.card(words(Phrase.Welcome.fileTitle), id: "bring", width: 12) {
                Node.p("lead", words(Phrase.Welcome.fileLead))
                ImportsView.form(setting, token, nil)
            }
            setting.card(words(Phrase.Welcome.apiTitle), id: "api", width: 6) {
                Node.p("lead", words(Phrase.Welcome.apiLead))
                if frame.signedIn?.role.mayLetIn == true {
                    Node.element(.a, [.css("button quiet"), .to(SettingsTab.keys.path)], [.text(words(Phrase.Welcome.toKeys))])
                }
            }
            setting.card(words(Phrase.Welcome.demoTitle), id: "demo", width: 6) {
                Node.p("lead", words(Phrase.Welcome.demoLead))
                Node.make(.p, [.css("secret")]) { Node.make(.code) { Node.text("perennial demo") } }
            }
            Node.make(.p, [.css("w-12")]) { Node.link(words(Phrase.Welcome.skip), to: PagePaths.home) }
        }
    }
}
