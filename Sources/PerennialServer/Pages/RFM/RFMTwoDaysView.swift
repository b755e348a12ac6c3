import Charts
import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// Groups on two days: how many then and now, who came, who left, and who went where.
struct RFMTwoDaysView {
    let setting: PageSetting
    let model: RFMPageModel

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.RFMPage.twoDays), id: "two-days", width: 12) {
            Node.p("lead", words(Phrase.RFMPage.twoDaysLead))
            form
            if let comparison = model.comparison {
                Node.p("note", words.changedGroup(comparison.report.movement.moved, of: comparison.report.movement.start.customers))
                if let changed = comparison.settingsChangedAt {
                    Node.make(.aside, [.css("notice")]) { Node.p(words.groupsMadeOtherwise(since: setting.moment(changed))) }
                }
                table(comparison.report)
                Node.make(.h3, [.css("after")]) { Node.text(words(Phrase.RFMPage.movement)) }
                setting.figure(sankey(comparison.report), id: "figure-movement", width: PageSetting.widest, medium: 640)
                Node.p("note", words(Phrase.RFMPage.movementNote))
            }
        }
    }

    private var form: Node {
        .query(PagePaths.rfm, [.css("fields")]) {
            if let id = model.question.model { Node.hidden(RFMQuestion.modelParameter, id) }
            field(Phrase.RFMPage.from, RFMQuestion.startParameter, model.question.start, model.start, model.startProblem)
            field(Phrase.RFMPage.to, RFMQuestion.endParameter, model.question.end, model.end, model.endProblem)
            Node.button(words(Phrase.RFMPage.compare), [.css("quiet")])
        }
    }

    private func field(_ label: Phrase, _ name: String, _ asked: String, _ day: ShopDay, _ problem: RFMQuestion.Problem?) -> Node {
        var field = Field(name, .date, value: problem == nil ? day.description : asked, longest: 10)
        field.most = setting.today.description
        return FieldView(words(label), field, problem: problem.map { words($0.phrase) }).node
    }

    private func table(_ report: RFMReport) -> Node {
        let rows = report.rows.map { row -> [Cell] in
            [
                .node(name(row.group)),
                .numberWith(setting.format.number(row.start), row.shareAtStart.map { setting.format.percent($0) } ?? "–"),
                .numberWith(setting.format.number(row.end), row.shareAtEnd.map { setting.format.percent($0) } ?? "–"),
                .number(row.change.map { setting.format.signedPercent($0) } ?? "–"),
                .number("+" + setting.format.number(row.added)), .number("−" + setting.format.number(row.dropped)),
            ]
        }
        let headers = [
            words(Phrase.Groups.group), setting.format.date(report.start), setting.format.date(report.end),
            words(Phrase.RFM.change).withCapital,
            words(Phrase.RFM.added).withCapital, words(Phrase.RFM.dropped).withCapital,
        ]
        return Table<Served>(
            caption: words.rfmGroups(on: setting.format.date(report.end), comparedWith: setting.format.date(report.start)),
            headers: headers, rows: rows
        ).node
    }

    private func name(_ group: RFMGroup) -> Node { setting.badge(words(group.phrase), group.color) }

    private func sankey(_ report: RFMReport) -> Sankey {
        let groups = RFMGroup.allCases
        let places = groups.map { Sankey.Place(name: words($0.phrase), color: $0.color) }
        let sides: [RFMGroup?] = groups + [nil]
        let flows = sides.enumerated().flatMap { from, start in
            sides.enumerated().map { to, end in
                Sankey.Flow(from: from, to: to, value: Double(report.movement.count(from: start, to: end)))
            }
        }
        let format = setting.format
        return Sankey(
            words: FigureWords(
                title: words(Phrase.RFMPage.movement),
                description: words.changedGroup(report.movement.moved, of: report.movement.start.customers),
                empty: words(Phrase.Home.noCustomers), drawsTitle: false),
            startTitle: format.date(report.start), endTitle: format.date(report.end),
            start: places + [.init(name: words(Phrase.RFM.neverPurchased), color: .purple)],
            end: places + [.init(name: words(Phrase.RFM.nothingLeft), color: .purple)], flows: flows,
            valueAxis: ValueAxis(title: words(Phrase.Page.customers), tick: { format.rounded($0) }))
    }
}

extension RFMQuestion.Problem {
    /// What is wrong, and what is expected.
    var phrase: Phrase {
        switch self {
        case .noDay: Phrase.RFMPage.noDay
        case .stillToCome: Phrase.RFMPage.stillToCome
        case .notBeforeEnd: Phrase.RFMPage.notBeforeEnd
        }
    }
}
