import Facts
import Markup
import Wording

/// The one figure first: what today's customers will bring, how sure that is, whether the last forecast held, and month by month.
struct HeroView {
    let setting: PageSetting
    let model: HomeModel

    private var words: Words { setting.words }

    var node: Node {
        guard let forecast = model.forecast else { return MonthsView(setting: setting, model: model).node }
        return .make(.section, [.id("expected"), .css("card hero w-12"), .labelledBy("expected-heading")]) {
            Node.div("hero-head") {
                figure(forecast)
                check
            }
            MonthsView(setting: setting, model: model).content
        }
    }

    private func figure(_ forecast: HomeModel.Forecast) -> Node {
        .div("hero-figure") {
            Node.make(.h2, [.id("expected-heading"), .css("name")]) { Node.text(words(Phrase.Answer.expectedRevenue)) }
            Node.make(.p) {
                Node.make(.span, [.css("amount")]) { Node.text(setting.estimate(Double(forecast.revenue.expected))) }
                Node.make(.span, [.css("range")]) { Node.text(setting.probably(forecast.revenue)) }
            }
            Node.p(words.inTheNext(days: forecast.basis.horizonInDays) + ", " + words(Phrase.Answer.withoutNewCustomers))
        }
    }

    private var check: Node {
        .div("hero-check") {
            Node.make(.h3) { Node.text(words(Phrase.Home.lastForecast)) }
            Node.p(model.model?.check.map { setting.said($0) } ?? words(Phrase.ModelCard.noCheck))
        }
    }
}

extension PageSetting {
    /// A forecast beside what came.
    func said(_ check: FittedModel.Check) -> String {
        let verdict =
            check.actualMinorUnits < check.expected.low
            ? Phrase.ModelCard.below : check.actualMinorUnits > check.expected.high ? Phrase.ModelCard.above : Phrase.ModelCard.within
        let said = words.forecastCheck(
            from: format.date(check.cutoff), days: check.days, expected: estimate(Double(check.expected.expected)),
            range: range(check.expected), actual: whole(check.actualMinorUnits), verdict: words(verdict))
        return check.isAfterwards ? said + " " + words(Phrase.ModelCard.afterwards) : said
    }
}
