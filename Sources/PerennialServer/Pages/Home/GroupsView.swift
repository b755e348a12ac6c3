import Charts
import CustomerValue
import Markup
import Reports
import Wording

/// The six RFM groups, drawn and in a table.
struct GroupsView {
    let setting: PageSetting
    let model: HomeModel

    private var words: Words { setting.words }
    private var customers: Int { model.groups.reduce(0) { $0 + $1.customers } }
    private var revenue: Int64 { model.groups.reduce(0) { $0.addingReportingOverflow($1.revenueMinorUnits).partialValue } }

    var node: Node {
        setting.card(words(Phrase.Groups.title), id: "groups", width: 12) {
            if model.groups.isEmpty {
                Node.p("empty", words(Phrase.Home.noCustomers))
            } else {
                setting.figure(chart, id: "figure-groups", width: PageSetting.widest, medium: 700, hasTable: false)
                table
                Node.p("note", words.groupsLead(levels: model.rfmLevels))
            }
        }
    }

    private var chart: ShareBar {
        let parts = model.groups.map { entry in
            ShareBar.Part(
                label: words(entry.group.phrase), value: Double(entry.customers),
                valueText: setting.format.percent(share(entry.customers)), color: entry.group.color)
        }
        return ShareBar(
            words: FigureWords(
                title: words(Phrase.Groups.title), description: words.groupsLead(levels: model.rfmLevels),
                empty: words(Phrase.Home.noCustomers),
                drawsTitle: false),
            partTitle: words(Phrase.Groups.group), valueTitle: words(Phrase.Home.shareOfCustomers), parts: parts)
    }

    private func share(_ customers: Int) -> Double { self.customers > 0 ? Double(customers) / Double(self.customers) : .nan }

    private var table: Node {
        let hasPredictions = model.groups.contains { $0.predicted != nil }
        let counted = [Phrase.Groups.group, Phrase.Page.customers, Phrase.Groups.shareOfRevenue, Phrase.OrderValue.average]
        var headers = counted.map { words($0) }
        if hasPredictions { headers += [setting.expected(model.forecast), words(Phrase.Groups.meanChurn)] }
        headers.append(words(Phrase.Groups.advice))
        let rows = model.groups.map { entry -> [Cell] in
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
