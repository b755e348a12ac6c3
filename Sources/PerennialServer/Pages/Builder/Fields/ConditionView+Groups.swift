import Markup
import SegmentWording
import Segments
import Wording

// Lists and segments; who may be written to.
extension ConditionView {
    var group: Node {
        // One field for each that is chosen, and one more: it is enough to be in any.
        let chosen = draft.all(.groups).filter { !$0.isEmpty }
        let groups = [
            Choices.Group("", choose), Choices.Group(words(Phrase.Profile.listsTitle), entries(model.choices.lists)),
            Choices.Group(words(Phrase.Profile.segmentsTitle), entries(model.choices.segments)),
        ]
        return .div("fields membership") {
            either(Phrase.Builder.isIn, Phrase.Builder.isNotIn, label: Phrase.Builder.comparison, isFirst: true)
            for (number, value) in (chosen + [""]).enumerated() {
                if number > 0 { Node.element(.span, [.css("unit")], [.text(words(Phrase.Builder.or))]) }
                Node.div("part") {
                    Node.label(words(Phrase.Builder.listOrSegment), for: id(.groups) + "-\(number)", [.css("unseen")])
                    Node.select(
                        Choices(name(.groups), id: id(.groups) + "-\(number)", groups: Self.offered(groups, value), chosen: value))
                }
            }
            Node.div("for-members") {
                Node.element(.span, [.css("unit")], [.text(words(Phrase.Builder.joined))])
                time(.joining)
            }
            wrong(.groups)
        }
    }

    var consent: Node {
        .div("fields") {
            either(Phrase.Builder.canReceive, Phrase.Builder.cannotReceive, label: Phrase.Builder.comparison, isFirst: true)
            select(
                .channel, Phrase.Builder.channel,
                choices([
                    ("email", Phrase.Builder.byEmail), ("sms", Phrase.Builder.bySMS), ("push", Phrase.Builder.byPush),
                ]))
            select(
                .status, Phrase.Builder.because,
                choices([
                    ("any", Phrase.Builder.anyStatus), ("subscribed", Phrase.Builder.subscribed),
                    ("unsubscribed", Phrase.Builder.unsubscribed), ("never_subscribed", Phrase.Builder.neverSubscribed),
                ]))
        }
    }

    /// What else must be so of consent.
    var proof: Node {
        let moments = ConsentTest.Moment.allCases.map { Choices.Option($0.rawValue, labels.label($0), css: "is-moment") }
        let others = [
            Choices.Option("method", words(Phrase.Builder.consentMethod), css: "is-method"),
            Choices.Option("is_double_opt_in", words(Phrase.Builder.doubleOptIn), css: "is-either"),
            Choices.Option("custom_source", words(Phrase.Builder.customSource), css: "is-text"),
        ]
        let methods = ConsentTest.methods.map { Choices.Option($0, labels.label(method: $0)) }
        return .div("fields proof") {
            select(.what, Phrase.Builder.consentQuestion, [Choices.Group("", moments + others)], isFirst: true)
            time(.consents, css: "for-moment")
            Node.div("for-either") { either(Phrase.Builder.isSo, Phrase.Builder.isNotSo, label: Phrase.Builder.comparison) }
            text(.value, Phrase.Builder.customSource, longest: 1_000, css: "for-text")
            Node.div("for-method") {
                select(
                    .method, Phrase.Builder.consentMethod, [Choices.Group("", methods)], value: draft[.method].isEmpty ? "form" : nil)
                lines(.lines, Phrase.Builder.methodNames, longest: 100_000, rows: 2)
            }
        }
    }
}
