import Markup
import Segments
import Wording

// What someone has done, or not done; one thing after another.
extension ConditionView {
    var done: Node {
        let operators = [
            (ConditionDraft.DoneOperator.atLeastOnce, Phrase.Builder.atLeastOnce),
            (ConditionDraft.DoneOperator.never, Phrase.Builder.never),
        ]
        return .div("fields done") {
            metric
            Node.div("number") {
                select(
                    .op, Phrase.Builder.howOften,
                    choices(operators + Self.comparisons) {
                        $0 == ConditionDraft.DoneOperator.atLeastOnce || $0 == ConditionDraft.DoneOperator.never
                            ? "is-fixed" : $0 == "between" ? "is-two" : "is-one"
                    })
                text(.n, Phrase.Builder.number, keys: .decimal, longest: 40, css: "short for-one")
                text(.n2, Phrase.Builder.upTo, keys: .decimal, longest: 40, css: "short for-two")
                Node.div("for-one") {
                    select(
                        .measure, Phrase.Builder.measure,
                        choices([
                            ("count", Phrase.Builder.times), ("sum", Phrase.Builder.sum), ("average", Phrase.Builder.average),
                        ]), value: draft[.measure].isEmpty ? "count" : nil)
                }
            }
            time(.events)
        }
    }

    private var metric: Node {
        select(.what, Phrase.Builder.metric, [Choices.Group("", choose + entries(model.choices.metrics))], isFirst: true)
    }

    /// What one property of the events must say.
    var event: Node {
        .div("fields properties") {
            text(.text, Phrase.Builder.eventProperty, hint: words(Phrase.Builder.eventProperty), longest: 255, isFirst: true)
            value
        }
    }

    /// Which events count, and what they are worth.
    var counted: Node {
        .div("fields") {
            metric
            text(.text, Phrase.MetricsPage.worthProperty, hint: "$value", longest: 255, css: "wide", isNamed: true)
        }
    }

    // MARK: A funnel

    /// When it begins, and in which time it must be complete.
    var funnel: Node {
        let windows = FunnelTest.windows.map { Choices.Option($0.name, words.within(seconds: Int($0.seconds))) }
        return .div("fields funnel") {
            Node.element(.span, [.css("unit")], [.text(words(Phrase.Builder.begins))])
            time(.funnels)
            select(.within, Phrase.Builder.complete, [Choices.Group("", [Choices.Option("", words(Phrase.Builder.anyWindow))] + windows)])
        }
    }

    /// The first step must have happened: only the others ask whether they did.
    var step: Node {
        .div("fields") {
            if place.path.last ?? 0 > 0 || draft[.yes] == "no" {
                either(Phrase.Builder.thenDid, Phrase.Builder.thenDidNot, label: Phrase.Builder.comparison)
            }
            metric
        }
    }
}
