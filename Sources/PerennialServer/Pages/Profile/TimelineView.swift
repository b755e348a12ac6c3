import Charts
import Facts
import Markup
import Wording

/// What happened to a person, newest first.
struct TimelineView {
    let setting: PageSetting
    let timeline: Timeline
    /// The page of the person.
    let path: PagePath

    private static let id = "timeline"

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.Timeline.title), id: Self.id, width: 12, .small(words.count(timeline.total, .events))) {
            if timeline.events.isEmpty {
                Node.p("empty", words(Phrase.Timeline.empty))
            } else {
                Node.make(.ol, [.css("timeline")]) {
                    for event in timeline.events { Node.make(.li, [.css(event.kind.css)]) { entry(event) } }
                }
            }
            pager
        }
    }

    private func entry(_ event: Timeline.Event) -> [Node] {
        [
            setting.time(event.at),
            .div("event") {
                if event.details.isEmpty {
                    Node.div("event-head") { head(event) }
                } else {
                    Node.make(.details, [.css("data")]) {
                        Node.make(.summary, [.css("event-head")]) { head(event) }
                        details(event)
                    }
                }
                if event.isHeldAside { Node.p("note", words(Phrase.Timeline.heldAside)) }
                if event.isAhead { Node.p("note", words(Phrase.Timeline.ahead)) }
            },
        ]
    }

    private func head(_ event: Timeline.Event) -> [Node] {
        [
            .make(.span, [.css("metric")]) { Node.outside(event.metric) },
            event.kind.phrase.map { .element(.span, [.css("kind")], [.text(words($0))]) } ?? .nothing,
            about(event.summary),
            event.value.map { value in
                .make(.span, [.css("amount")]) { Node.text(setting.format.money(value.minorUnits, value.currency)) }
            } ?? .nothing,
        ]
    }

    private func about(_ summary: String?) -> Node {
        guard let summary, !summary.isEmpty else { return .nothing }
        return .element(.span, [.css("about")], [.outside(summary, longest: 160)])
    }

    private func details(_ event: Timeline.Event) -> Node {
        .make(.dl, [.css("pairs stacked")]) {
            for detail in event.details {
                Node.make(.dt) { Node.outside(detail.name) }
                Node.make(.dd) { Node.outside(detail.value, longest: 200) }
            }
        }
    }

    private var pager: Node {
        guard timeline.olderCursor != nil || !timeline.isFirstPage else { return .nothing }
        return .make(.nav, [.css("pager"), .label(words(Phrase.Timeline.title))]) {
            if !timeline.isFirstPage { Node.link(words(Phrase.Timeline.newest), to: path.at(Self.id)) }
            if let cursor = timeline.olderCursor {
                Node.link(words(Phrase.Timeline.older), to: path.with(Timeline.cursorParameter, cursor).at(Self.id))
            }
        }
    }
}

extension Timeline.Event.Kind {
    fileprivate var css: String {
        switch self {
        case .order: "order"
        case .refund: "refund"
        case .cancellation: "cancellation"
        case .other: "other"
        }
    }

    /// What it means, where the metric's own name may not say it.
    fileprivate var phrase: Phrase? {
        switch self {
        case .order: Phrase.Timeline.order
        case .refund: Phrase.Timeline.refund
        case .cancellation: Phrase.Timeline.cancellation
        case .other: nil
        }
    }
}
