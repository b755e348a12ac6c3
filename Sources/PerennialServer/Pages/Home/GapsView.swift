import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// What the data lacks, and how to mend it.
struct GapsView {
    let setting: PageSetting
    let model: HomeModel

    private var words: Words { setting.words }
    private var intake: IntakeHealth { model.intake }
    private var unmet: [Eligibility.Finding] { model.conditions.filter { !$0.isMet } }

    var node: Node {
        setting.card(words(Phrase.Gaps.title), id: "gaps", width: 6) {
            if unmet.isEmpty, model.outlier == nil, intake.refusals.isEmpty, intake.heldAside.isEmpty, intake.unconfirmed == 0 {
                Node.p("empty", words(Phrase.Gaps.nothing))
            } else {
                Node.make(.ul, [.css("gaps")]) {
                    if let outlier = model.outlier { one(outlier) }
                    for finding in unmet { gap(words.unmet(finding), help: words(finding.condition.help)) }
                    if !intake.heldAside.isEmpty { heldAside }
                    if intake.unconfirmed > 0 {
                        gap(words.unconfirmed(intake.unconfirmed), help: words(Phrase.Intake.unconfirmedHelp))
                    }
                    if !intake.refusals.isEmpty { refusals }
                }
            }
            ConditionsView(setting: setting, conditions: model.conditions).node
        }
    }

    private func gap(_ what: String, help: String, _ more: Node = .nothing) -> Node {
        .make(.li) {
            Node.strong(what)
            Node.p(help)
            more
        }
    }

    private func one(_ outlier: HomeModel.Outlier) -> Node {
        gap(
            words.oneBrings(
                setting.format.percent(outlier.share), spent: setting.whole(outlier.historicMinorUnits), orders: outlier.orders),
            help: words(Phrase.Gaps.outlierHelp), .make(.p) { outlier.profile.link(words) })
    }

    private var heldAside: Node {
        let orders = intake.heldAside.reduce(0) { $0 + $1.orders }
        let rows = intake.heldAside.map { held -> [Cell] in
            [
                .text(held.currency == .none ? words(Phrase.Intake.noCurrency) : held.currency.code),
                .number(setting.format.number(held.orders)), .number(setting.format.wholeMoney(held.minorUnits, held.currency)),
            ]
        }
        let headers = [Phrase.Intake.currency, Phrase.Page.orders, Phrase.Intake.amount]
        return gap(
            words.withoutRate(orders), help: words(Phrase.Intake.heldAsideHelp),
            .group {
                Node.make(.p) { Node.link(words(Phrase.Refusals.toRates), to: SettingsTab.rates.path) }
                more(Table<Served>(caption: words(Phrase.Intake.heldAsideTitle), headers: headers.map { words($0) }, rows: rows).node)
            })
    }

    private var refusals: Node {
        let rows = intake.refusals.map { refusal -> [Cell] in
            [
                .node(
                    .group {
                        if let phrase = Phrase.Refusals.of(refusal.code) {
                            Node.text(words(phrase))
                        } else {
                            Node.make(.code) { Node.outside(refusal.code, longest: 60) }
                        }
                        Node.make(.small, [.css("below")]) { Node.outside(refusal.door, longest: 60) }
                    }),
                .numberWith(setting.format.number(refusal.count), setting.ago(refusal.last)),
            ]
        }
        return gap(
            words.refused(intake.refused), help: words(Phrase.Gaps.refusedHelp),
            .group {
                Node.make(.p) { Node.link(words(Phrase.Refusals.toAll), to: PagePaths.intake) }
                more(
                    Table<Served>(
                        caption: words(Phrase.Intake.refusedTitle), headers: [words(Phrase.Intake.reason), words(Phrase.Intake.number)],
                        rows: rows
                    ).node)
            })
    }

    private func more(_ table: Node) -> Node {
        .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.Timeline.details)) }
            table
        }
    }
}
