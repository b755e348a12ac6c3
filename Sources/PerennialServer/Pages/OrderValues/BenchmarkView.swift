import CustomerValue
import Facts
import Markup
import Shop
import Wording

/// What others have, as somebody read it somewhere, beside the shop's own.
struct BenchmarkView {
    let setting: PageSetting
    let model: OrderValuesModel
    let mayChange: Bool

    private var words: Words { setting.words }
    private var form: BenchmarkForm { model.form }

    var node: Node {
        setting.card(words(Phrase.OrderValues.benchmark), id: "benchmark", width: 12) {
            Node.p("lead", words(Phrase.OrderValues.benchmarkLead))
            if let benchmark = model.benchmark { shown(benchmark) }
            if let token = model.token, mayChange { fields(token) } else { setting.readsOnly }
        }
    }

    private func shown(_ benchmark: OrderValueBenchmark) -> Node {
        let scale = Double(benchmark.currency.minorUnitsPerMajor)
        let amount = setting.format.exactMoney(benchmark.value, benchmark.currency)
        let own = model.months.filter(\.isComplete).suffix(12)
        let orders = own.reduce(0) { $0 + $1.orders }
        var difference: String?
        if orders > 0, benchmark.currency == setting.currency {
            let average = own.reduce(0.0) { $0 + Double($1.revenueMinorUnits) } / Double(orders)
            difference = words.againstBenchmark(setting.format.signedPercent(average / (benchmark.value * scale) - 1))
        }
        return .make(.dl, [.css("tiles")]) {
            Node.div("tile") {
                Node.make(.dt) { Node.outside(benchmark.source, longest: 200) }
                Node.make(.dd) {
                    Node.make(.span, [.css("value")]) { Node.text(amount) }
                    if let difference { Node.small(difference) }
                }
            }
        }
    }

    private func fields(_ token: FormToken) -> Node {
        .group {
            Node.form(to: PagePaths.benchmark, token: token, [.css("fields after")]) {
                FieldView(
                    words(Phrase.OrderValue.average) + (setting.currency == .none ? "" : ", \(setting.currency.code)"),
                    Field(BenchmarkForm.valueField, .text, value: form.value, longest: 20),
                    problem: form.valueProblem.map { words($0.phrase) }
                ).node
                FieldView(
                    words(Phrase.OrderValues.source),
                    Field(BenchmarkForm.sourceField, .text, value: form.source, longest: OrderValueBenchmark.longestSource),
                    problem: form.sourceProblem.map { words($0.phrase) }
                ).node
                Node.button(words(Phrase.PagePart.save), name: "action", value: "save")
            }
            if model.benchmark != nil {
                Node.form(to: PagePaths.benchmark, token: token) {
                    Node.button(words(Phrase.OrderValues.takeAway), name: "action", value: "remove", [.css("quiet")])
                }
            }
        }
    }
}

extension BenchmarkForm.Problem {
    /// What is wrong, and what is expected.
    var phrase: Phrase {
        switch self {
        case .noAmount: Phrase.OrderValues.noAmount
        case .sourceMissing: Phrase.OrderValues.sourceMissing
        case .sourceTooLong: Phrase.OrderValues.sourceTooLong
        }
    }
}

extension Words {
    /// What is wrong with a day or a number of days.
    func problem(_ problem: OrderValueQuestion.Problem) -> String {
        switch problem {
        case .noDay: self(Phrase.RFMPage.noDay)
        case .stillToCome: self(Phrase.RFMPage.stillToCome)
        case .noNumber: numberFrom(1, to: OrderValueQuestion.mostDays)
        }
    }
}
