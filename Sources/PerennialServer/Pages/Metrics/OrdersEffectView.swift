import Markup
import Reports
import Wording

/// What changes where other events are orders than before.
struct OrdersEffectView {
    let setting: PageSetting
    let effect: OrdersEffect

    private var words: Words { setting.words }

    var node: Node {
        let format = setting.format
        let (old, new) = (effect.before, effect.after)
        func change(_ before: Double?, _ after: Double?) -> String {
            guard let before, let after, before > 0 else { return "–" }
            return format.signedPercent(after / before - 1, decimals: 1)
        }
        func row(_ name: Phrase, _ before: String, _ after: String, _ change: String) -> [Cell] {
            [.text(words(name).withCapital), .number(before), .number(after), .number(change)]
        }
        let rows = [
            row(
                Phrase.Metrics.customers, format.number(old.customers), format.number(new.customers),
                change(Double(old.customers), Double(new.customers))),
            row(
                Phrase.Metrics.orders, format.number(old.orders), format.number(new.orders), change(Double(old.orders), Double(new.orders))),
            row(
                Phrase.Metrics.historic, format.wholeMoney(old.historicMinorUnits, setting.currency),
                format.wholeMoney(new.historicMinorUnits, setting.currency), change(old.historicMinorUnits, new.historicMinorUnits)),
            row(
                Phrase.Metrics.average, setting.mean(old.averageMinorUnits), setting.mean(new.averageMinorUnits),
                change(old.averageMinorUnits, new.averageMinorUnits)),
            row(
                Phrase.Metrics.withPredictions, format.number(old.predicted), format.number(new.predicted),
                change(Double(old.predicted), Double(new.predicted))),
            row(
                Phrase.Metrics.predicted, setting.estimate(old.predictedMinorUnits), setting.estimate(new.predictedMinorUnits),
                change(old.predictedMinorUnits, new.predictedMinorUnits)),
        ]
        return .group {
            Node.p(
                words.customersChanged(
                    format.number(effect.changed), gained: format.number(effect.gained), lost: format.number(effect.lost)))
            if effect.wouldLeaveNoCustomers {
                Node.make(.aside, [.css("notice refused")]) { Node.p(words(Phrase.MetricsPage.leavesNoCustomers)) }
            } else if !effect.short.isEmpty {
                Node.make(.aside, [.css("notice refused")]) {
                    Node.p(words(Phrase.MetricsPage.nothingPredicted))
                    Node.make(.ul) { for finding in effect.short { Node.make(.li) { Node.text(words.unmet(finding)) } } }
                }
            }
            Table<Served>(
                caption: words(Phrase.CustomerValuePage.figure),
                headers: [
                    words(Phrase.Comparison.figure).withCapital, words(Phrase.Metrics.before).withCapital,
                    words(Phrase.Metrics.after).withCapital, words(Phrase.RFM.change).withCapital,
                ], rows: rows
            ).node
            Node.p("note after", words.groupsChanged(effect.groupsChanged))
        }
    }
}
