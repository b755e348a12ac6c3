import Charts
import Facts
import Markup
import Wording

/// The orders of one customer along time, the expected next one, and the churn risk of each day between.
struct OrdersInTimeView {
    let setting: PageSetting
    let model: ProfileModel

    private var words: Words { setting.words }

    var node: Node {
        guard let history = model.orders, !history.orders.isEmpty else { return .nothing }
        return setting.card(words(Phrase.Profile.timeTitle), id: "orders-in-time", width: 12) {
            setting.figure(axis(history), id: "figure-orders", width: PageSetting.main)
            if history.numberOfOrders > history.orders.count {
                Node.p("note", words.lastOfOrders(history.orders.count, of: history.numberOfOrders))
            }
        }
    }

    private var prediction: ProfilePrediction? {
        if case .predicted(let prediction) = model.outlook { prediction } else { nil }
    }

    private func axis(_ history: OrderHistory) -> EventAxis {
        let format = setting.format
        let marks = history.orders.map { order in
            EventAxis.Moment(
                position: position(setting.day(order.at)), label: "\(setting.date(order.at)): \(setting.money(order.minorUnits))")
        }
        let next = prediction.map { prediction in
            let day = prediction.expectedDateOfNextOrder
            return EventAxis.Moment(position: position(day), label: words.nextExpected(format.date(day)))
        }
        let last = prediction.map { max($0.expectedDateOfNextOrder, setting.today) } ?? setting.today
        return EventAxis(
            words: FigureWords(
                title: words(Phrase.Profile.timeTitle), description: words(Phrase.Profile.timeDescription),
                empty: words(Phrase.Profile.noOrders), drawsTitle: false),
            markTitle: words(Phrase.Profile.order), marks: marks,
            now: .init(position: position(setting.today), label: words.today(format.date(setting.today))), next: next,
            ticks: ticks(from: setting.day(history.first), to: last), course: course)
    }

    private var course: EventAxis.Course? {
        guard let prediction, prediction.pastRisk.count > 1 else { return nil }
        let title = words(Phrase.Profile.churnTitle)
        return EventAxis.Course(
            title: title, ends: (setting.format.percent(0), setting.format.percent(1)),
            meanings: RiskLevel.allCases.map { ($0.color, words.labelled(title, words($0.phrase))) },
            steps: prediction.pastRisk.map { past in
                let label = words.churnOn(setting.format.date(past.day), setting.format.percent(past.churnProbability))
                return EventAxis.Step(
                    position: position(past.day), level: past.churnProbability, label: label, color: RiskLevel(past.churnProbability).color)
            })
    }

    private func position(_ day: ShopDay) -> Double { Double(day.daysSince1970) }

    /// The first days of months, so many apart that at most a dozen stand on the axis.
    private func ticks(from first: ShopDay, to last: ShopDay) -> [EventAxis.Moment] {
        let start = ShopMonth(first).monthsSince1970
        let end = ShopMonth(last).monthsSince1970
        let span = Int(end) - Int(start)
        let stride = [1, 2, 3, 6, 12, 24, 60, 120].first { span / $0 <= 10 } ?? 240
        let begin = (Int(start) / stride) * stride
        return Swift.stride(from: begin, through: Int(end) + 1, by: stride).map { number in
            let month = ShopMonth(monthsSince1970: Int32(clamping: number))
            let label = stride < 12 ? setting.format.month(year: month.year, month: month.month) : "\(month.year)"
            return EventAxis.Moment(position: position(month.firstDay), label: label)
        }
    }
}
