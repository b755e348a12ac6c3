import Markup
import SegmentWording
import Segments
import Wording

/// One condition on the form, or a part of one. Fields of what is not chosen stand in the form too; the style shows those that belong to
/// the choice.
struct ConditionView {
    let setting: PageSetting
    let model: BuilderModel
    let place: SegmentDraft.Place
    let draft: ConditionDraft

    var words: Words { setting.words }
    /// Names of dimensions and properties; nothing of the shop is looked up.
    var labels: SegmentWords { SegmentWords(words.language, names: SegmentNames(currency: setting.currency, zone: setting.timeZone)) }
    private var isPart: Bool { place.path.count > 2 }
    /// Its number among those that stand beside it, from 1.
    private var number: Int { (place.path.last ?? 0) + 1 }

    var node: Node {
        .make(.fieldset, [.css(isPart ? "condition piece" : "condition"), .id(id(.kind))]) {
            Node.make(.legend) { Node.text(title) }
            Node.hidden(name(.kind), draft.kind.rawValue)
            Node.div("tools-of") {
                if draft.kind == .step, number > 1 {
                    button(Phrase.Builder.earlier, SegmentDraft.Action.raiseName, words.earlier(title, place: path))
                }
                button(Phrase.Builder.remove, SegmentDraft.Action.removeName, words.removing(title, place: path))
            }
            fields
            wrong(.kind)
            if let text = model.words[place] { Node.make(.p, [.css("means")]) { Node.outside(text, longest: 600) } }
            parts
        }
    }

    private var title: String {
        switch draft.kind {
        case .step: words.step(number)
        case .counted: words.groupOfEvents(number)
        default: words(draft.kind.phrase)
        }
    }
    /// Where it stands, as people count.
    var path: String { place.path.map { "\($0 + 1)" }.joined(separator: ".") }

    private func button(_ phrase: Phrase, _ action: String, _ label: String) -> Node {
        Node.button(
            words(phrase), name: SegmentDraft.actionField, value: "\(action).\(place.text)",
            [.css(action == SegmentDraft.Action.removeName ? "quiet remove" : "quiet"), .label(label)])
    }

    private var fields: Node {
        switch draft.kind {
        case .predicted: predicted
        case .done: done
        case .funnel: funnel
        case .step: step
        case .event: event
        case .counted: counted
        case .property: property
        case .group: group
        case .consent: consent
        case .proof: proof
        case .region: region
        case .distance: distance
        case .top: top
        case .sample: sample
        case .all, .any, .not: .nothing
        case .other: other
        }
    }
}

extension ConditionDraft.Kind {
    /// As people choose it.
    var phrase: Phrase {
        switch self {
        case .predicted: Phrase.Builder.predicted
        case .done: Phrase.Builder.done
        case .funnel: Phrase.Builder.funnel
        case .property: Phrase.Builder.property
        case .group: Phrase.Builder.group
        case .consent: Phrase.Builder.consent
        case .region: Phrase.Builder.region
        case .distance: Phrase.Builder.distance
        case .top: Phrase.Builder.top
        case .sample: Phrase.Builder.sample
        case .all: Phrase.Builder.allOf
        case .any: Phrase.Builder.anyOf
        case .not: Phrase.Builder.opposite
        case .other: Phrase.Builder.other
        case .event: Phrase.Builder.onlyEvents
        case .step: Phrase.Builder.addStep
        case .proof: Phrase.Builder.onlyConsent
        case .counted: Phrase.MetricsPage.addGroup
        }
    }
}
