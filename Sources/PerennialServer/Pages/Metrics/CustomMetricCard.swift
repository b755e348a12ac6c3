import Facts
import Markup
import Population
import SegmentWording
import Segments
import Wording

/// What a custom metric is made of, what looks odd about it, and what goes by it.
struct CustomMetricCard {
    let setting: PageSetting
    let custom: MetricPageModel.Custom

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.MetricsPage.madeOf), id: "made-of", width: 12) {
            Node.p("lead", words(custom.isWorth ? Phrase.MetricsPage.countsValue : Phrase.MetricsPage.countsOnly))
            Table<Served>(
                under: "made-of-heading",
                headers: [
                    words(Phrase.Metrics.metric).withCapital, words(Phrase.MetricsPage.filters), words(Phrase.Metrics.events).withCapital,
                    words(Phrase.Metrics.counted).withCapital,
                ], rows: custom.groups.map { row($0) }
            ).node
            odd
            uses
        }
    }

    private func row(_ group: MetricPageModel.Custom.Group) -> [Cell] {
        [
            .node(
                .group {
                    Node.outside(group.metric, longest: 80)
                    if let property = group.valueProperty {
                        Node.make(.small, [.css("below")]) {
                            Node.text(words(Phrase.Metrics.worthBy).withCapital + " ")
                            Node.make(.code) { Node.outside(property, longest: 100) }
                        }
                    }
                }), .node(filters(group.filters)), .number(setting.format.number(group.events)),
            .number(setting.format.number(group.counted)),
        ]
    }

    private func filters(_ filters: [EventPropertyTest]) -> Node {
        guard !filters.isEmpty else { return .text(words(Phrase.MetricsPage.noFilters)) }
        // Nothing of the shop is looked up: a filter names a property and values alone.
        let said = SegmentWords(words.language, names: SegmentNames(currency: setting.currency, zone: setting.timeZone))
        return .make(.ul, [.css("inline")]) {
            for filter in filters { Node.make(.li) { Node.outside(said.clause(filter), longest: 600) } }
        }
    }

    private var odd: Node {
        var lines: [Node] = []
        for group in custom.groups {
            if group.events == 0 {
                lines.append(line(Phrase.MetricsPage.noEvents, group.metric))
            } else if group.counted == 0 {
                lines.append(line(Phrase.MetricsPage.noneCounts, group.metric))
            } else if group.withoutValue > 0 {
                lines.append(
                    .group([
                        .outside(group.metric, longest: 80),
                        .text(words.labelled("", words.withoutWorth(group.withoutValue, of: group.counted))),
                    ]))
            }
            for property in group.unseen { lines.append(line(Phrase.MetricsPage.unseen, property)) }
        }
        for foreign in custom.currenciesWithoutRate {
            lines.append(.text(words.eventsWithoutRate(foreign.events, currency: foreign.currency.code)))
        }
        guard !lines.isEmpty else { return .p("note after", words(Phrase.MetricsPage.nothingOdd)) }
        return .group {
            Node.make(.h3, [.css("after")]) { Node.text(words(Phrase.MetricsPage.odd)) }
            Node.make(.ul, [.css("gaps")]) { for line in lines { Node.make(.li) { line } } }
        }
    }

    private func line(_ phrase: Phrase, _ name: String) -> Node {
        .group([.outside(name, longest: 80), .text(words.labelled("", words(phrase)))])
    }

    private var uses: Node {
        guard !custom.uses.isEmpty else { return .nothing }
        return .group {
            Node.make(.h3, [.css("after")]) { Node.text(words(Phrase.MetricsPage.usedBy)) }
            Node.make(.ul, [.css("plain")]) {
                for use in custom.uses {
                    Node.make(.li) {
                        switch use.kind {
                        case .meaning: Node.text(MetricMapping.Meaning(rawValue: use.name).map { words($0.phrase) } ?? "")
                        case .segment, .rfmModel: Node.outside(use.name, longest: 80)
                        }
                        Node.small(words(use.kind.phrase))
                    }
                }
            }
        }
    }
}

extension MetricPageModel.UseKind {
    /// What goes by it.
    var phrase: Phrase {
        switch self {
        case .segment: Phrase.CustomerValuePage.segment
        case .meaning: Phrase.MetricsPage.useMeaning
        case .rfmModel: Phrase.MetricsPage.useModel
        }
    }
}
