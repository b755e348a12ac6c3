import Facts
import Markup
import Wording

/// Fitting anew, what that would change, and going back to a model of before.
struct RefitView {
    let setting: PageSetting
    let model: ModelPageModel
    let mayChange: Bool

    private var words: Words { setting.words }
    private var isRunning: Bool { model.refit?.state == .running }

    var node: Node {
        setting.card(words(Phrase.CustomerValuePage.refit), id: "refit", width: 12) {
            Node.p("lead", words(Phrase.CustomerValuePage.refitLead))
            if let refit = model.refit { report(refit) }
            if let token = model.token, mayChange {
                if !isRunning {
                    Node.form(to: PagePaths.refit, token: token) {
                        Node.button(words(Phrase.CustomerValuePage.fitNow), [.css("quiet")])
                    }
                }
            } else {
                setting.readsOnly
            }
            kept
        }
    }

    private func report(_ refit: RefitReport) -> [Node] {
        [
            .make(.p, [Attribute(name: .role, value: "status")]) {
                Node.strong(words(refit.state.phrase))
                Node.text(" ")
                Node.make(.small) {
                    Node.text(words.askedFor(at: setting.moment(refit.askedAt)) + " ")
                    Node.outside(refit.who, longest: 60)
                }
            },
            isRunning ? .make(.p) { Node.link(words(Phrase.CustomerValuePage.again), to: PagePaths.model.at("refit")) } : .nothing,
            effect(refit), adopt(refit),
        ]
    }

    private func effect(_ refit: RefitReport) -> Node {
        guard refit.state == .waits, let before = refit.before, let after = refit.after else { return .nothing }
        func change(_ old: Double, _ new: Double) -> String { old > 0 ? setting.format.signedPercent(new / old - 1, decimals: 1) : "–" }
        let rows: [[Cell]] = [
            [
                .text(words(Phrase.Answer.expectedRevenue)), .number(setting.estimate(before.spendMinorUnits)),
                .number(setting.estimate(after.spendMinorUnits)), .number(change(before.spendMinorUnits, after.spendMinorUnits)),
            ],
            [
                .text(words(Phrase.Home.expectedOrders)), .number(setting.format.rounded(before.orders)),
                .number(setting.format.rounded(after.orders)), .number(change(before.orders, after.orders)),
            ],
            [
                .text(words(Phrase.Home.averageChurn)),
                .number(before.meanChurnProbability.map { setting.format.percent($0, decimals: 1) } ?? "–"),
                .number(after.meanChurnProbability.map { setting.format.percent($0, decimals: 1) } ?? "–"),
                .number(points(before.meanChurnProbability, after.meanChurnProbability)),
            ],
            [
                .text(words(Phrase.CustomerValuePage.overdue)), .number(setting.format.number(before.overdue)),
                .number(setting.format.number(after.overdue)), .number(change(Double(before.overdue), Double(after.overdue))),
            ],
        ]
        return .group {
            Table<Served>(
                caption: words(Phrase.CustomerValuePage.effect),
                headers: [
                    words(Phrase.CustomerValuePage.figure), words(Phrase.CustomerValuePage.inUse), words(Phrase.CustomerValuePage.newModel),
                    words(Phrase.RFM.change).withCapital,
                ], rows: rows
            ).node
            Node.p("note after", words.changeClass(refit.changeClass, of: refit.customers))
        }
    }

    /// What lies between two shares.
    private func points(_ before: Double?, _ after: Double?) -> String {
        guard let before, let after else { return "–" }
        return (after > before ? "+" : "") + words.points(after - before)
    }

    private func adopt(_ refit: RefitReport) -> Node {
        guard refit.state == .waits, mayChange, let id = refit.modelID, let token = model.token else { return .nothing }
        return .form(to: PagePaths.adoptModel, token: token, [.css("after")]) {
            Node.hidden("model", id)
            Node.button(words(Phrase.CustomerValuePage.putToUse))
        }
    }

    private var kept: Node {
        guard model.fitted.count > 1 else { return .nothing }
        return .make(.details, [.css("data after")]) {
            Node.make(.summary) { Node.text(words(Phrase.CustomerValuePage.kept)) }
            Node.make(.ul, [.css("news")]) {
                for fitted in model.fitted {
                    Node.make(.li) {
                        Node.make(.span) {
                            Node.text(words.fittedOn(setting.moment(fitted.fittedAt), asOf: setting.format.date(fitted.asOf)))
                        }
                        if fitted.isCurrent {
                            Node.strong(words(Phrase.CustomerValuePage.inUse))
                        } else if mayChange, let token = model.token {
                            Node.form(to: PagePaths.adoptModel, token: token) {
                                Node.hidden("model", fitted.id)
                                Node.button(words(Phrase.CustomerValuePage.goBack), [.css("quiet")])
                            }
                        }
                    }
                }
            }
        }
    }
}

extension RefitReport.State {
    /// How far it has come.
    var phrase: Phrase {
        switch self {
        case .running: Phrase.CustomerValuePage.running
        case .waits: Phrase.CustomerValuePage.waits
        case .adopted: Phrase.CustomerValuePage.adopted
        case .notEligible: Phrase.CustomerValuePage.notEligible
        case .failed: Phrase.CustomerValuePage.failed
        }
    }
}
