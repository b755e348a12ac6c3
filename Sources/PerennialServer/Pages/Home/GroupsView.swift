import Charts
import CustomerValue
import Markup
import Reports
import Wording

/// The six RFM groups, drawn and in a table.
struct GroupsView {
    let setting: PageSetting
    let title: String
    let groups: [HomeModel.Group]
    /// How many scores there are of each kind.
    let levels: Int
    /// The title of what groups are expected to bring; `nil` without predictions.
    let expectedTitle: String?
    /// What stands beside the title.
    var beside = Node.nothing

    private var words: Words { setting.words }
    private var customers: Int { groups.reduce(0) { $0 + $1.customers } }
    private var revenue: Int64 { groups.reduce(0) { $0.addingReportingOverflow($1.revenueMinorUnits).partialValue } }

    var node: Node {
        setting.card(title, id: "groups", width: 12, beside) {
            if groups.isEmpty {
                Node.p("empty", words(Phrase.Home.noCustomers))
            } else {
                setting.figure(chart, id: "figure-groups", width: PageSetting.widest, medium: 700, hasTable: false)
                table
                Node.p("note", words.groupsLead(levels: levels))
            }
        }
    }

    private var chart: ShareBar {
        let parts = groups.map { entry in
            ShareBar.Part(
                label: words(entry.group.phrase), value: Double(entry.customers),
                valueText: setting.format.percent(share(entry.customers)), color: entry.group.color)
        }
        return ShareBar(
            words: FigureWords(
                title: title, description: words.groupsLead(levels: levels),
                empty: words(Phrase.Home.noCustomers),
                drawsTitle: false),
            partTitle: words(Phrase.Groups.group), valueTitle: words(Phrase.Home.shareOfCustomers), parts: parts)
    }

    private func share(_ customers: Int) -> Double { self.customers > 0 ? Double(customers) / Double(self.customers) : .nan }

    private var table: Node {
        let hasPredictions = groups.contains { $0.predicted != nil }
        let counted = [Phrase.Groups.group, Phrase.Page.customers, Phrase.Groups.shareOfRevenue, Phrase.OrderValue.average]
        var headers = counted.map { words($0) }
        if hasPredictions { headers += [expectedTitle ?? words(Phrase.Page.expected), words(Phrase.Groups.meanChurn)] }
        headers.append(words(Phrase.Groups.advice))
        let rows = groups.map { entry -> [Cell] in
            let part = revenue > 0 ? Double(entry.revenueMinorUnits) / Double(revenue) : .nan
            var cells: [Cell] = [
                .node(name(entry.group)),
                .numberWith(setting.format.number(entry.customers), setting.format.percent(share(entry.customers))),
                .number(setting.format.percent(part)), .number(setting.mean(entry.averageOrderMinorUnits)),
            ]
            if hasPredictions {
                cells.append(
                    entry.predicted.map { .numberWith(setting.estimate(Double($0.expected)), setting.range($0)) } ?? .number("–"))
                cells.append(.number(entry.meanChurnProbability.map { setting.format.percent($0) } ?? "–"))
            }
            return cells + [.text(words(entry.group.advice))]
        }
        return Table<Served>(under: "groups-heading", headers: headers, rows: rows).node
    }

    private func name(_ group: RFMGroup) -> Node {
        .element(.a, [.css("badge c-\(group.color.rawValue)"), .to(PagePaths.profiles(in: group))], [.text(words(group.phrase))])
    }
}
