import Charts
import CustomerValue
import Facts
import Markup
import Shop
import Wording

/// The average order value: by month, of everybody or a group, around a day, beside what others have.
struct OrderValuesView {
    let frame: PageFrame
    let model: OrderValuesModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var years: OrderValueYears { OrderValueYears(model.months) }

    var html: String {
        frame.document(title: words(Phrase.OrderValue.average), section: .orderValues) {
            Node.div("page-head") {
                Node.make(.h1) { Node.text(words(Phrase.OrderValue.average)) }
                Node.p("subtitle", words(Phrase.OrderValue.lead))
            }
            if model.isSaved { setting.done(words(Phrase.PagePart.saved)) }
            if model.form.isRefused { setting.refused(words(Phrase.PagePart.lookAtMarked)) }
            setting.grid {
                course
                comparison
                BenchmarkView(setting: setting, model: model, mayChange: frame.signedIn?.role.mayChangePeople ?? false).node
            }
            help
        }
    }

    // MARK: The course

    private var course: Node {
        setting.card(words(Phrase.OrderValue.chartTitle), id: "course", width: 12) {
            form
            if years.complete.count > 1 {
                Node.div("split") {
                    setting.tiles(tiles, "two-figures")
                    setting.figure(chart, id: "figure-order-value", width: PageSetting.main)
                }
                months
                Node.p("note after", words.countedUntil(setting.format.date(model.asOf)))
            } else {
                Node.p("empty", words(Phrase.OrderValue.empty))
            }
        }
    }

    private var form: Node {
        .query(PagePaths.orderValues, [.css("fields")]) {
            ChoiceView(
                words(Phrase.OrderValues.of), Choices(OrderValueQuestion.groupParameter, groupOptions, chosen: model.question.group)
            ).node
            FieldView(
                words(Phrase.OrderValues.around), dayField, problem: model.dayProblem.map { words.problem($0) }
            ).node
            FieldView(
                words(Phrase.OrderValues.days), countField, problem: model.countProblem.map { words.problem($0) }
            ).node
            Node.button(words(Phrase.OrderValues.show), [.css("quiet")])
        }
    }

    private var groupOptions: [Choices.Option] {
        [.init("", words(Phrase.OrderValues.everybody))]
            + model.groups.map { .init($0.id, $0.isSegment ? words.segmentNamed($0.name) : words.listNamed($0.name)) }
    }

    private var dayField: Field {
        var field = Field(OrderValueQuestion.aroundParameter, .date, value: model.question.around, isRequired: false, longest: 10)
        field.most = setting.today.description
        return field
    }

    private var countField: Field {
        Field(OrderValueQuestion.daysParameter, .text, value: model.question.days, isRequired: false, longest: 4)
    }

    private var tiles: [PageSetting.Tile] {
        let last = years.complete.last { $0.averageOrderMinorUnits != nil }
        var tiles: [PageSetting.Tile] = []
        if let lastYear = years.lastYear {
            let before = years.yearBefore.flatMap { before in
                before > 0 ? words.comparedWithYearBefore(setting.format.signedPercent(lastYear / before - 1), setting.mean(before)) : nil
            }
            tiles.append(.init(words(Phrase.OrderValue.lastYear), setting.mean(lastYear), before))
        }
        if let last {
            tiles.append(
                .init(
                    setting.format.month(year: last.month.year, month: last.month.month), setting.mean(last.averageOrderMinorUnits),
                    words(Phrase.OrderValue.lastMonth)))
        }
        return tiles
    }

    private var chart: LineChart {
        let shown = years.complete.suffix(25)
        var lines = [
            LineChart.Line(
                name: words(Phrase.OrderValue.average),
                values: shown.map { $0.averageOrderMinorUnits.map { setting.major($0) } ?? .nan })
        ]
        if let benchmark = model.benchmark, benchmark.currency == setting.currency {
            lines.append(
                .init(name: words(Phrase.OrderValues.benchmark), values: shown.map { _ in benchmark.value }, kind: .forecast))
        }
        return LineChart(
            words: FigureWords(
                title: words(Phrase.OrderValue.chartTitle), description: words(Phrase.OrderValue.lead),
                empty: words(Phrase.OrderValue.empty),
                drawsTitle: false),
            periodTitle: words(Phrase.Page.month),
            periods: shown.map { setting.format.month(year: $0.month.year, month: $0.month.month) }, lines: lines,
            valueAxis: setting.moneyAxis(words(Phrase.OrderValue.average)))
    }

    private var months: Node {
        .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.OrderValues.allMonths)) }
            Table<Served>(
                caption: words(Phrase.OrderValue.chartTitle),
                headers: [
                    words(Phrase.Page.month), words(Phrase.Page.orders), words(Phrase.Page.revenue), words(Phrase.OrderValue.average),
                ], rows: model.months.suffix(60).reversed().map { row($0) }
            ).node
        }
    }

    private func row(_ month: MonthFigures) -> [Cell] {
        let name = setting.format.month(year: month.month.year, month: month.month.month)
        return [
            .text(month.isComplete ? name : name + " (\(words(Phrase.OrderValues.part)))"), .number(setting.format.number(month.orders)),
            .number(setting.whole(month.revenueMinorUnits)), .number(setting.mean(month.averageOrderMinorUnits)),
        ]
    }

    // MARK: Around a day

    private var comparison: Node {
        guard let comparison = model.comparison else { return .nothing }
        func row(_ name: Phrase, _ span: OrderValues.Span) -> [Cell] {
            let days = setting.format.date(span.first) + " – " + setting.format.date(span.last)
            return [
                .node(.group([.text(words(name)), .element(.small, [.css("below")], [.text(days)])])),
                .number(setting.format.number(span.orders)), .number(setting.whole(span.revenueMinorUnits)),
                .number(setting.mean(span.averageMinorUnits)),
            ]
        }
        return setting.card(words.aroundDay(setting.format.date(comparison.after.first)), id: "around-day", width: 12) {
            setting.tiles(
                [
                    .init(
                        words(Phrase.OrderValues.changed), comparison.change.map { setting.format.signedPercent($0, decimals: 1) } ?? "–",
                        setting.mean(comparison.before.averageMinorUnits) + " → " + setting.mean(comparison.after.averageMinorUnits))
                ], "tiles")
            Table<Served>(
                under: "around-day-heading",
                headers: [
                    words(Phrase.CustomerValuePage.days), words(Phrase.Page.orders), words(Phrase.Page.revenue),
                    words(Phrase.OrderValue.average),
                ], rows: [row(Phrase.OrderValues.before, comparison.before), row(Phrase.OrderValues.after, comparison.after)]
            ).node
        }
    }

    private var help: Node {
        setting.help {
            Node.p(words(Phrase.OrderValues.helpMeaning))
            Node.p(words(Phrase.OrderValues.helpBands))
            Node.p(words(Phrase.OrderValues.helpAround))
        }
    }
}
