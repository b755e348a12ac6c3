import Charts
import Facts
import Markup
import Population
import Wording

/// One metric, or custom metric: how often it happened, and what it is made of.
struct MetricPageView {
    let frame: PageFrame
    let model: MetricPageModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var mayChange: Bool { frame.signedIn?.role.mayChangePeople ?? false }

    var html: String {
        frame.document(title: OutsideText(model.name).shown, section: .metrics) {
            head
            if model.isInUse { setting.refused(words(Phrase.MetricsPage.notDeleted)) }
            if model.isSaved { setting.done(words(Phrase.PagePart.saved)) }
            setting.grid {
                course
                if let custom = model.custom {
                    CustomMetricCard(setting: setting, custom: custom).node
                } else if !model.properties.isEmpty {
                    properties
                }
            }
            setting.help {
                Node.p(words(Phrase.MetricsPage.helpMetric))
                if model.custom != nil { Node.p(words(Phrase.MetricsPage.helpMissing)) }
            }
        }
    }

    private var head: Node {
        .div("page-head head-row") {
            Node.make(.div) {
                Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.MetricsPage.title), to: PagePaths.metrics) }
                Node.make(.h1) { Node.outside(model.name) }
                Node.p("subtitle", subtitle)
            }
            if model.custom != nil, mayChange { actions }
        }
    }

    private var subtitle: String {
        var parts = [words.count(model.events, .events)]
        if model.custom != nil { parts.append(words(Phrase.Metrics.custom)) }
        if let last = model.last { parts.append(words.lastOn(setting.date(last))) }
        return (parts + model.meanings.map { words.countsAs(words($0.phrase)) }).joined(separator: " · ")
    }

    private var actions: Node {
        .div("actions") {
            Node.element(.a, [.css("button quiet"), .to(PagePaths.editCustomMetric(model.id))], [.text(words(Phrase.MetricsPage.edit))])
            if model.custom?.uses.isEmpty == true {
                Node.element(
                    .a, [.css("button grave"), .to(PagePaths.deleteCustomMetric(model.id))], [.text(words(Phrase.RFMSetup.delete))])
            }
        }
    }

    // MARK: The course

    private var course: Node {
        setting.card(words(Phrase.MetricsPage.course), id: "course", width: 12) {
            TabsView(
                label: words(Phrase.MetricsPage.course),
                tabs: MetricPageModel.Interval.allCases.map { interval in
                    .init(
                        title: words(interval.phrase), path: PagePaths.metric(model.id).with("by", interval.rawValue),
                        isCurrent: interval == model.interval)
                }
            ).node
            if model.parts.contains(where: { $0.events > 0 }) {
                setting.figure(chart, id: "figure-course", width: PageSetting.widest, medium: 640, hasTable: false)
                table
            } else {
                Node.p("empty", words(Phrase.MetricsPage.nothingLately))
            }
        }
    }

    private func name(_ part: MetricPageModel.Part) -> String {
        model.interval == .month ? setting.format.month(of: part.first) : setting.format.date(part.first)
    }

    private var chart: BarChart {
        let format = setting.format
        return BarChart(
            words: FigureWords(
                title: words(Phrase.MetricsPage.course), description: words(Phrase.MetricsPage.courseMeaning),
                empty: words(Phrase.MetricsPage.nothingLately), drawsTitle: false),
            binTitle: words(model.interval.unit), bins: model.parts.map { .init(label: name($0), value: Double($0.events)) },
            valueAxis: ValueAxis(title: words(Phrase.Metrics.events).withCapital, smallestStep: 1, tick: { format.rounded($0) }))
    }

    private var table: Node {
        let isWorth = model.parts.contains { $0.worth != nil }
        var headers = [
            words(model.interval.unit), words(Phrase.Metrics.events).withCapital, words(Phrase.MetricsPage.people),
        ]
        if isWorth { headers.append(words(Phrase.MetricsPage.worth)) }
        let rows = model.parts.reversed().map { part -> [Cell] in
            var cells: [Cell] = [
                .text(name(part)), .number(setting.format.number(part.events)), .number(setting.format.number(part.people)),
            ]
            if isWorth { cells.append(.number(part.worth.map { setting.format.exact($0) } ?? "–")) }
            return cells
        }
        return .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.Page.behindTheChart)) }
            Table<Served>(caption: words(Phrase.MetricsPage.course), headers: headers, rows: rows).node
        }
    }

    private var properties: Node {
        setting.card(words(Phrase.MetricsPage.properties), id: "properties", width: 12) {
            Node.p("lead", words(Phrase.MetricsPage.propertiesLead))
            Table<Served>(
                under: "properties-heading", headers: [words(Phrase.Metrics.name).withCapital, words(Phrase.MetricsPage.type)],
                rows: model.properties.map { property in
                    [
                        .node(.make(.code) { Node.outside(property.name, longest: 100) }),
                        Phrase.MetricsPage.of(type: property.type).map { Cell.text(words($0)) }
                            ?? .node(.outside(property.type, longest: 30)),
                    ]
                }
            ).node
        }
    }
}

extension MetricPageModel.Interval {
    /// How the course is cut.
    var phrase: Phrase {
        switch self {
        case .day: Phrase.MetricsPage.byDay
        case .week: Phrase.MetricsPage.byWeek
        case .month: Phrase.MetricsPage.byMonth
        }
    }

    /// What a part is.
    var unit: Phrase {
        switch self {
        case .day: Phrase.MetricsPage.day
        case .week: Phrase.MetricsPage.weekFrom
        case .month: Phrase.Page.month
        }
    }
}
