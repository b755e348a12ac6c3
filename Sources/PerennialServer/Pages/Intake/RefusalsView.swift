import Facts
import Markup
import Wording

/// The page of the data that arrives: how much came by which path, what was refused and why, what waits for a rate.
struct RefusalsView {
    let frame: PageFrame
    let model: RefusalsModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }

    var html: String {
        frame.document(title: words(Phrase.Refusals.title), section: .activity) {
            Node.div("page-head") { Node.make(.h1) { Node.text(words(Phrase.Refusals.title)) } }
            setting.grid {
                IntakeView(setting: setting, intake: model.intake).node
                setting.card(words(Phrase.Refusals.counts), id: "counts", width: 6) { counts }
                if !model.intake.heldAside.isEmpty { waiting }
                setting.card(words(Phrase.Refusals.list), id: "refusals", width: 12, all) { list }
            }
            setting.help { Node.p(words(Phrase.Refusals.help)) }
        }
    }

    private var counts: Node {
        guard !model.intake.refusals.isEmpty else { return .p("empty", words(Phrase.Intake.nothingRefused)) }
        return Table<Served>(
            under: "counts-heading", headers: [Phrase.Intake.reason, Phrase.Refusals.rows].map { words($0) },
            rows: model.intake.refusals.map { refusal in
                [
                    .node(
                        .group {
                            Node.link(reason(refusal.code), to: path(refusal.code))
                            Node.element(.small, [.css("below")], [.outside(refusal.door, longest: 60)])
                        }), .numberWith(setting.format.number(refusal.count), setting.ago(refusal.last)),
                ]
            }
        ).node
    }

    private func reason(_ code: String) -> String { Phrase.Refusals.of(code).map { words($0) } ?? OutsideText(code, longest: 60).shown }

    private func path(_ code: String?) -> PagePath {
        (code.map { PagePaths.intake.with(RefusalsModel.codeParameter, $0) } ?? PagePaths.intake).at("refusals")
    }

    private var waiting: Node {
        setting.card(words(Phrase.Intake.heldAsideTitle), id: "waiting", width: 12) {
            Table<Served>(
                under: "waiting-heading", headers: [Phrase.Intake.currency, Phrase.Page.orders, Phrase.Intake.amount].map { words($0) },
                rows: model.intake.heldAside.map { held in
                    [
                        .text(held.currency == .none ? words(Phrase.Intake.noCurrency) : held.currency.code),
                        .number(setting.format.number(held.orders)), .number(setting.format.wholeMoney(held.minorUnits, held.currency)),
                    ]
                }
            ).node
            Node.make(.p, [.css("after")]) { Node.link(words(Phrase.Refusals.toRates), to: SettingsTab.rates.path) }
        }
    }

    private var all: Node { model.code == nil ? .nothing : .link(words(Phrase.Refusals.allReasons), to: path(nil)) }

    private var list: Node {
        guard !model.refusals.isEmpty else { return .p("empty", words(Phrase.Intake.nothingRefused)) }
        return .group {
            Table<Served>(
                under: "refusals-heading",
                headers: [Phrase.Settings.when, Phrase.Intake.reason, Phrase.Refusals.door, Phrase.Refusals.rows].map { words($0) },
                rows: model.refusals.map { refusal in
                    [
                        .node(setting.time(refusal.at)), .node(why(refusal)), .node(.outside(refusal.door, longest: 60)),
                        .number(setting.format.number(refusal.rows)),
                    ]
                }
            ).node
            Node.make(.nav, [.css("pager"), .label(words(Phrase.Shell.pages))]) {
                if model.isLater { Node.link(words(Phrase.Activity.newest), to: path(model.code)) }
                if let older = model.older {
                    Node.link(words(Phrase.Activity.older), to: path(model.code).with(RefusalsModel.beforeParameter, "\(older)"))
                }
            }
        }
    }

    private func why(_ refusal: RefusalsModel.Refusal) -> Node {
        .group {
            Node.text(reason(refusal.code))
            // Programs are mended by what the interface answers, which is in English.
            Node.make(.small, [.css("below")]) {
                Node.text(words.labelled(words(Phrase.Refusals.answer), ""))
                Node.element(.span, [Attribute(name: .lang, value: "en")], [.outside(refusal.detail, longest: 300)])
            }
            if let original = refusal.original {
                Node.make(.details, [.css("data")]) {
                    Node.make(.summary) { Node.text(words(Phrase.Refusals.original)) }
                    Node.make(.code) { Node.outside(original, longest: RefusalsModel.longestOriginal) }
                }
            }
        }
    }
}
