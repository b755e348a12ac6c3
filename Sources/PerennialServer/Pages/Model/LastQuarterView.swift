import Charts
import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// The forecast that the method would have made a quarter ago, week by week beside what came.
struct LastQuarterView {
    let setting: PageSetting
    let check: ForecastCheck?

    private var words: Words { setting.words }

    var node: Node {
        guard let check, !check.weeks.isEmpty else { return .nothing }
        return setting.card(words(Phrase.LastQuarter.title), id: "quarter", width: 12) {
            Node.p(
                "lead",
                words.lastQuarterLead(
                    cutoff: setting.format.date(check.cutoff), days: check.horizonInDays, customers: check.customers))
            setting.tiles([
                .init(words(Phrase.LastQuarter.forecast), setting.estimate(check.expectedMinorUnits), setting.probably(check.estimate)),
                .init(words(Phrase.LastQuarter.actual), setting.whole(check.actualMinorUnits), words(check.verdict)),
                .init(
                    words(Phrase.LastQuarter.orders),
                    setting.format.rounded(check.expectedOrders) + " / " + setting.format.number(check.actualOrders)),
            ])
            setting.figure(
                check.chart(
                    words, minorUnitsPerMajor: setting.currency.minorUnitsPerMajor,
                    valueAxis: setting.moneyAxis(words(Phrase.Page.revenue))),
                id: "figure-quarter", width: PageSetting.widest)
        }
    }
}

extension ForecastCheck {
    /// What was expected, with its range.
    var estimate: MoneyEstimate {
        MoneyEstimate(
            expected: Int64(clamping: expectedMinorUnits), low: rangeMinorUnits.lowerBound, high: rangeMinorUnits.upperBound)
    }
}
