import Facts
import Markup
import Population
import Wording

/// What happened in the shop, by kind: metrics, what is told of orders by them, and custom metrics.
struct MetricsView {
    let frame: PageFrame
    let model: MetricsModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var mayChange: Bool { frame.signedIn?.role.mayChangePeople ?? false }

    var html: String {
        frame.document(title: words(Phrase.MetricsPage.title), section: .metrics) {
            Node.div("page-head") {
                Node.make(.h1) { Node.text(words(Phrase.MetricsPage.title)) }
                Node.p("subtitle", words(Phrase.MetricsPage.lead))
            }
            if let notice = model.notice { setting.done(words(notice.phrase)) }
            if model.notice == .mapped { Node.p("note", words(Phrase.MetricsPage.staysInHistory)) }
            setting.grid {
                mapped
                metrics
                custom
            }
            setting.help {
                Node.p(words(Phrase.MetricsPage.helpMetric))
                Node.p(words(Phrase.MetricsPage.helpOrders))
                Node.p(words(Phrase.MetricsPage.helpCustom))
            }
        }
    }

    // MARK: What counts as an order

    private var mapped: Node {
        setting.card(words(Phrase.MetricsPage.mapped), id: "mapped", width: 12) {
            Node.p("lead", words(Phrase.MetricsPage.mappedLead))
            Table<Served>(
                under: "mapped-heading",
                headers: [words(Phrase.MetricsPage.meaning), words(Phrase.MetricsPage.isSaidBy), words(Phrase.RFMSetup.actions)],
                rows: model.mappings.map { row($0) }
            ).node
            if let change = model.lastChange { last(change) }
        }
    }

    private func row(_ mapping: MetricsModel.Mapping) -> [Cell] {
        let name: Node =
            mapping.name.map { name in
                .group {
                    if let id = mapping.id {
                        Node.element(.a, [.to(PagePaths.metric(id))], [.outside(name, longest: 80)])
                    } else {
                        Node.outside(name, longest: 80)
                    }
                    if mapping.isCustom { Node.small(" · " + words(Phrase.Metrics.custom)) }
                }
            } ?? .text(words(Phrase.MetricsPage.nothing))
        let action: Node =
            mayChange
            ? .element(
                .a, [.css("button quiet"), .to(PagePaths.mapping(mapping.meaning.rawValue))], [.text(words(Phrase.MetricsPage.change))])
            : .element(.small, [], [.text("–")])
        return [.text(words(mapping.meaning.phrase)), .node(name), .node(action)]
    }

    private func last(_ change: MetricsModel.Change) -> Node {
        .make(.details, [.css("data after")] + (change.isRunning ? [Attribute(name: .open, value: "open")] : [])) {
            Node.make(.summary) { Node.text(words(Phrase.MetricsPage.lastChange)) }
            Node.make(.p, [.css("note")]) {
                Node.text(words.changedBy(at: setting.moment(change.at)).withCapital + " ")
                Node.outside(change.who, longest: 60)
            }
            if change.isRunning { Node.p(words(Phrase.MetricsPage.beingCounted)) }
            if let effect = change.effect { OrdersEffectView(setting: setting, effect: effect).node }
        }
    }

    // MARK: Metrics

    private var metrics: Node {
        setting.card(words(Phrase.MetricsPage.metrics), id: "metrics", width: 12) {
            if model.metrics.isEmpty {
                setting.empty(words(Phrase.Metrics.none)) { Node.p(words(Phrase.MetricsPage.noneHelp)) }
            } else {
                Table<Served>(
                    under: "metrics-heading",
                    headers: [
                        words(Phrase.Metrics.name).withCapital, words(Phrase.Metrics.means).withCapital,
                        words(Phrase.Metrics.events).withCapital, words(Phrase.MetricsPage.last),
                    ], rows: model.metrics.map { row($0) }
                ).node
            }
        }
    }

    private func row(_ metric: MetricsModel.Entry) -> [Cell] {
        let meaning = metric.meaning.map { meaning in
            metric.isInPart ? words.partOf(words(meaning.phrase)) : words(meaning.phrase)
        }
        return [
            .node(.element(.a, [.css("who"), .to(PagePaths.metric(metric.id))], [.outside(metric.name, longest: 80)])),
            .text(meaning ?? ""), .number(setting.format.number(metric.events)),
            metric.last.map { .numberWith(setting.date($0), setting.ago($0)) } ?? .number("–"),
        ]
    }

    // MARK: Custom metrics

    private var custom: Node {
        let button: Node =
            mayChange
            ? .element(.a, [.css("button"), .to(PagePaths.newCustomMetric)], [.text(words(Phrase.MetricsPage.make))]) : .nothing
        return setting.card(words(Phrase.MetricsPage.custom), id: "custom", width: 12, button) {
            Node.p("lead", words(Phrase.MetricsPage.customLead))
            if model.custom.isEmpty {
                Node.p("empty", words(Phrase.MetricsPage.noCustom))
            } else {
                Table<Served>(
                    under: "custom-heading",
                    headers: [
                        words(Phrase.Metrics.name).withCapital, words(Phrase.Metrics.means).withCapital, words(Phrase.MetricsPage.looksAt),
                    ],
                    rows: model.custom.map { metric in
                        [
                            .node(.element(.a, [.css("who"), .to(PagePaths.metric(metric.id))], [.outside(metric.name, longest: 80)])),
                            .text(metric.meanings.map { words($0.phrase) }.joined(separator: ", ")),
                            .number(setting.format.number(metric.counted)),
                        ]
                    }
                ).node
            }
        }
    }
}

extension MetricsModel.Notice {
    /// What was done.
    var phrase: Phrase {
        switch self {
        case .mapped: Phrase.MetricsPage.mappedNow
        case .saved: Phrase.PagePart.saved
        case .deleted: Phrase.MetricsPage.deleted
        }
    }
}

extension MetricMapping.Meaning {
    /// What an event of it means.
    var phrase: Phrase {
        switch self {
        case .revenue: Phrase.MetricsPage.order
        case .refundedSales: Phrase.MetricsPage.refund
        case .cancelledSales: Phrase.MetricsPage.cancellation
        case .orderedProduct: Phrase.MetricsPage.orderedProduct
        case .addedToCart: Phrase.MetricsPage.addedToCart
        case .startedCheckout: Phrase.MetricsPage.startedCheckout
        case .viewedProduct: Phrase.MetricsPage.viewedProduct
        }
    }
}
