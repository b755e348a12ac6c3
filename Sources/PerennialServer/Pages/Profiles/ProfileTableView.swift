import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// People in a table, by chosen columns: the same wherever people are listed.
struct ProfileTableView {
    let setting: PageSetting
    let columns: [ProfileColumn]
    let rows: [ProfilesModel.Row]
    /// The heading that names the table.
    let heading: String

    private var words: Words { setting.words }

    var node: Node {
        Table<Served>(
            under: heading, headers: [words(Phrase.Profiles.profile)] + columns.map { words($0.phrase) },
            rows: rows.map { row in [.node(row.profile.link(words))] + columns.map { cell($0, row) } }
        ).node
    }

    private func cell(_ column: ProfileColumn, _ row: ProfilesModel.Row) -> Cell {
        switch column {
        case .group: .node(row.group.map { setting.badge(words($0.phrase), $0.color) } ?? .text("–"))
        case .orders: .number(setting.format.number(row.numberOfOrders))
        case .lastOrder: moment(row.lastOrder)
        case .historic: .number(setting.money(row.historicMinorUnits))
        case .predicted: row.predicted.map { .numberWith(setting.estimate(Double($0.expected)), setting.range($0)) } ?? .number("–")
        case .total: .number(row.totalMinorUnits.map { setting.estimate(Double($0)) } ?? "–")
        case .churn: churn(row)
        case .likelihood: .text(row.likelihood.map { words($0.likelihoodPhrase) } ?? "–")
        case .nextOrder: .number(row.nextOrder.map { setting.format.date($0) } ?? "–")
        case .averageOrder: .number(setting.mean(row.averageOrderMinorUnits))
        case .atStake: .number(row.atStakeMinorUnits.map { setting.estimate($0) } ?? "–")
        case .lastActive: moment(row.lastActive)
        case .created: moment(row.created)
        case .customerID: .node(row.profile.customerID.map { .outside($0, longest: 40) } ?? .text("–"))
        }
    }

    private func moment(_ moment: Instant?) -> Cell {
        moment.map { .numberWith(setting.date($0), setting.ago($0)) } ?? .number("–")
    }

    private func churn(_ row: ProfilesModel.Row) -> Cell {
        guard let churn = row.churnProbability else { return .number("–") }
        return .numberWith(
            setting.format.percent(churn), words(row.isOverdue ? Phrase.Profile.overdue : RiskLevel(churn).phrase))
    }
}
