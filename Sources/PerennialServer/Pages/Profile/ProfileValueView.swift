import Charts
import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// What one customer has spent and is expected to spend, and the figures behind it.
struct ProfileValueView {
    let setting: PageSetting
    let model: ProfileModel

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.Profile.valueTitle), id: "value", width: 12) {
            switch model.outlook {
            case .predicted(let prediction):
                if let history = model.orders { predicted(history, prediction) }
            case .none(let why):
                if let history = model.orders { counted(history) }
                NoPredictionView(setting: setting, why: why).node
            }
        }
    }

    private func predicted(_ history: OrderHistory, _ prediction: ProfilePrediction) -> [Node] {
        let days = prediction.basis.horizonInDays
        let clv = prediction.clv
        let total = history.historicMinorUnits.addingReportingOverflow(clv.expected).partialValue
        let format = setting.format
        let values: [PageSetting.Tile] = [
            .init(words(Phrase.Profile.historic), setting.money(history.historicMinorUnits), words(Phrase.Profile.spentSoFar)),
            .init(words(Phrase.Profile.predicted), setting.money(clv.expected), setting.probably(clv), words.inTheNext(days: days)),
            .init(words(Phrase.Profile.total), setting.money(total), words(Phrase.Profile.bothTogether), isMain: true),
        ]
        let next: [PageSetting.Tile] = [
            .init(
                words(Phrase.Profile.predictedOrders), format.decimal(prediction.numberOfOrders, decimals: 2), words.inTheNext(days: days)),
            .init(
                words(Phrase.Profile.probabilityOfOrder), format.percent(prediction.probabilityOfOrder), words.inTheNext(days: days),
                words.likelihoodBadge(words(prediction.likelihoodClass.likelihoodPhrase))),
            .init(
                words(Phrase.Profile.nextOrder), format.date(prediction.expectedDateOfNextOrder),
                words(Phrase.Profile.nextOrderMeaning), words(prediction.isOverdue ? Phrase.Profile.overdue : Phrase.Profile.notOverdue)),
        ]
        return [
            setting.tiles(values, "tiles three"),
            setting.figure(bar(history, prediction), id: "figure-value", width: PageSetting.main, hasTable: false),
            note(clv), setting.tiles(next + rhythm(history), "tiles three plain"), .p("basis", prediction.basis.line(words)),
        ]
    }

    private func note(_ clv: MoneyEstimate) -> Node {
        clv.high <= 0
            ? .p("note", words(Phrase.Profile.nothingExpected))
            : clv.low <= 0 ? .p("note", words(Phrase.Profile.mayBuyNothing)) : .nothing
    }

    private func counted(_ history: OrderHistory) -> [Node] {
        [
            setting.tiles(
                [
                    .init(
                        words(Phrase.Profile.historic), setting.money(history.historicMinorUnits), words(Phrase.Profile.spentSoFar),
                        isMain: true)
                ]
                    + rhythm(history), "tiles three"),
            .p("basis", words.historicBasis(asOf: setting.today)),
        ]
    }

    /// The figures of the orders so far.
    private func rhythm(_ history: OrderHistory) -> [PageSetting.Tile] {
        let first = setting.date(history.first)
        let last = setting.date(history.last)
        let gap = history.averageDaysBetweenOrders
        return [
            .init(
                words(Phrase.Profile.orders), setting.format.number(history.numberOfOrders),
                history.numberOfOrders > 1 ? words.firstAndLast(first, last) : first),
            .init(words(Phrase.Profile.averageOrder), setting.mean(history.averageOrderMinorUnits), words(Phrase.Profile.onAverage)),
            .init(
                words(Phrase.Profile.daysBetween), gap.map { setting.format.decimal($0, decimals: $0 < 10 ? 1 : 0) } ?? "–",
                words(gap == nil ? Phrase.Profile.oneOrderShort : Phrase.Profile.onAverage)),
        ]
    }

    private func bar(_ history: OrderHistory, _ prediction: ProfilePrediction) -> ValueBar {
        let clv = prediction.clv
        let major = { (minorUnits: Int64) in setting.major(Double(minorUnits)) }
        return ValueBar(
            words: FigureWords(
                title: words(Phrase.Profile.valueTitle), description: words(Phrase.Value.lead), empty: words(Phrase.Profile.noOrders),
                drawsTitle: false),
            partTitle: words(Phrase.Profile.part),
            known: .init(
                label: words(Phrase.Profile.historic), value: major(history.historicMinorUnits),
                valueText: setting.money(history.historicMinorUnits)),
            expected: .init(label: words(Phrase.Profile.predicted), value: major(clv.expected), valueText: setting.money(clv.expected)),
            range: .init(label: words(Phrase.Profile.range), low: major(clv.low), high: major(clv.high), text: setting.range(clv)),
            valueAxis: setting.moneyAxis(words(Phrase.Profile.value)))
    }
}
