import Facts
import Markup
import Wording

/// The page of exchange rates.
struct RatesView {
    let frame: PageFrame
    let model: RatesModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var mayChange: Bool { frame.signedIn?.role.mayChangeShop ?? false }

    var html: String {
        frame.settings(.rates) {
            if model.isSaved { setting.done(words(Phrase.PagePart.saved)) }
            setting.grid {
                if !model.waiting.isEmpty { waiting }
                setting.card(words(Phrase.Settings.rates), id: "rates", width: 12, download) { rates }
                if mayChange, let token = frame.signedIn?.token {
                    setting.card(words(Phrase.Rates.add), id: "add", width: 6) { add(token) }
                    setting.card(words(Phrase.Rates.replace), id: "replace", width: 6) { replace(token) }
                }
            }
            setting.help {
                Node.p(words(Phrase.Rates.lead))
                Node.p(words(Phrase.Rates.help))
            }
        }
    }

    private var download: Node {
        model.count == 0 ? .nothing : .link(words(Phrase.Rates.download), to: SettingsTab.rates.path.appending("file"))
    }

    private var waiting: Node {
        var table = Table<Served>(
            under: "waiting-heading",
            headers: [Phrase.Intake.currency, Phrase.Page.orders, Phrase.Intake.amount, Phrase.Rates.firstOrder].map { words($0) },
            rows: model.waiting.map { waiting in
                let held = waiting.held
                return [
                    .text(held.currency == .none ? words(Phrase.Intake.noCurrency) : held.currency.code),
                    .number(setting.format.number(held.orders)), .number(setting.format.wholeMoney(held.minorUnits, held.currency)),
                    .number(waiting.firstDay.map { setting.format.date($0) } ?? "–"),
                ]
            })
        table.becomesCards = true
        return setting.card(words(Phrase.Rates.waiting), id: "waiting", width: 12) {
            Node.p("lead", words(Phrase.Rates.waitingHelp))
            table.node
        }
    }

    private var rates: Node {
        guard model.count > 0 else {
            return setting.empty(words(Phrase.Rates.none)) { Node.p(words(Phrase.Rates.noneHelp)) }
        }
        return .group {
            Node.p("lead", words(Phrase.Rates.lead))
            Table<Served>(
                under: "rates-heading",
                headers: [Phrase.Rates.day, Phrase.Rates.from, Phrase.Rates.to, Phrase.Rates.rate].map { words($0) },
                rows: model.newest.map { rate in
                    [.text(setting.format.date(rate.day)), .text(rate.from.code), .text(rate.to.code), .number(rate.rate)]
                }
            ).node
            if model.count > model.newest.count { Node.p("note after", words.newestOf(model.newest.count, model.count)) }
        }
    }

    private func add(_ token: FormToken) -> Node {
        .form(to: SettingsTab.rates.path, token: token) {
            field(
                RatesModel.dayField, Phrase.Rates.day, model.form.day, .date, longest: 10,
                hint: model.waiting.isEmpty ? nil : Phrase.Rates.dayHint)
            Node.div("form-row") {
                field(RatesModel.fromField, Phrase.Rates.from, model.form.from, longest: 3)
                field(RatesModel.toField, Phrase.Rates.to, model.form.to, longest: 3)
            }
            field(RatesModel.rateField, Phrase.Rates.rate, model.form.rate, longest: 20, hint: Phrase.Rates.rateHint)
            Node.button(words(Phrase.Rates.add))
        }
    }

    private func field(
        _ name: String, _ label: Phrase, _ value: String, _ kind: Field.Kind = .text, longest: Int, hint: Phrase? = nil
    ) -> Node {
        FieldView(
            words(label), Field(name, kind, value: value, longest: longest), hint: hint.map { words($0) },
            problem: model.form.problems[name].map { words($0) }
        ).node
    }

    private func replace(_ token: FormToken) -> Node {
        .form(to: SettingsTab.rates.path.appending("table"), token: token) {
            ControlView(
                words(Phrase.Rates.table), id: RatesModel.tableField, hint: words(Phrase.Rates.replaceLead),
                problem: model.tableProblem.map { problem in
                    let place = words.lineWrong(problem.line, column: problem.column.map { OutsideText($0).shown })
                    return ([place] + [reason(problem).text(words)].compactMap { $0 }).joined(separator: " ")
                }
            ) { ids, isWrong in
                Node.lines(
                    RatesModel.tableField, value: model.table, rows: 5, longest: RatesModel.mostBytes,
                    hint: "date,from,to,rate\n2024-12-31,USD,EUR,0.9626",
                    describedBy: ids, isWrong: isWrong)
            }.node
            if let problem = model.tableProblem, reason(problem).text(words) == nil { reason(problem).node(words) }
            Node.button(words(Phrase.Rates.replaceButton), [.css("quiet")])
        }
    }

    private func reason(_ problem: RatesModel.TableProblem) -> FaultWords {
        FaultWords(
            cause: problem.cause, values: problem.values.map { OutsideText($0, longest: 100).shown }, wanted: [], english: problem.english)
    }
}
