import Markup
import Shop
import Wording

/// Segments that are offered ready, by what they are for: each can be taken as it is, or changed first.
struct ReadyMadeView {
    let frame: PageFrame
    let model: ReadyMadeModel
    let token: FormToken

    private var words: Words { frame.setting.words }

    var html: String {
        frame.document(title: words(Phrase.Audience.readyMadeTitle), section: .segments) {
            Node.div("page-head") {
                Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.Audience.title), to: PagePaths.groups) }
                Node.make(.h1) { Node.text(words(Phrase.Audience.readyMadeTitle)) }
                Node.p("subtitle", words(Phrase.Audience.readyMadeLead))
            }
            frame.setting.grid {
                for theme in ReadyMadeSegment.Theme.allCases { card(theme) }
            }
        }
    }

    private func card(_ theme: ReadyMadeSegment.Theme) -> Node {
        frame.setting.card(words(theme.phrase), id: theme.rawValue, width: 12) {
            Node.make(.ul, [.css("offers")]) {
                for offer in model.offers where offer.segment.theme == theme { Node.make(.li) { entry(offer) } }
            }
        }
    }

    private func entry(_ offer: ReadyMadeModel.Offer) -> [Node] {
        let id = offer.segment.rawValue
        return [
            .div("offer") {
                Node.make(.h3) { Node.text(words(offer.segment.title)) }
                Node.p(words(offer.segment.purpose))
                for line in offer.lines { Node.make(.p, [.css("means")]) { Node.outside(line, longest: 600) } }
                for need in offer.missing { Node.p("note", words(need.lack)) }
            },
            offer.lines.isEmpty || !model.mayChange
                ? .nothing
                : .div("actions") {
                    Node.element(
                        .a, [.css("button quiet"), .to(PagePaths.newSegment.with(SegmentSource.readyMadeParameter, id))],
                        [
                            .text(words(Phrase.Audience.changeFirst)),
                            .element(.span, [.css("unseen")], [.text(": " + words(offer.segment.title))]),
                        ])
                    Node.form(to: PagePaths.readyMade, token: token) {
                        Node.hidden(SegmentSource.readyMadeParameter, id)
                        Node.button(
                            words(Phrase.Audience.takeIt),
                            [.css("quiet"), .label(words(Phrase.Audience.takeIt) + ": " + words(offer.segment.title))])
                    }
                },
        ]
    }
}

extension ReadyMadeSegment.Theme {
    /// What it is called.
    fileprivate var phrase: Phrase {
        switch self {
        case .now: Phrase.Audience.themeNow
        case .value: Phrase.Audience.themeValue
        case .orderValue: Phrase.Audience.themeOrderValue
        case .classes: Phrase.Audience.themeClasses
        case .activity: Phrase.Audience.themeActivity
        case .groups: Phrase.Audience.themeGroups
        }
    }
}
