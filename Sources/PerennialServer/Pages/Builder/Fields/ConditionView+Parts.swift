import Markup
import Wording

// What stands within a condition, and how something is added to it.
extension ConditionView {
    /// The parts in order, and a row that adds one where there is room.
    var parts: Node {
        guard draft.kind.mostParts > 0 else { return .nothing }
        return .div("parts") {
            for (number, part) in draft.parts.enumerated() {
                if number > 0, let joint { Node.p(draft.kind == .any ? "joint or" : "joint", words(joint)) }
                ConditionView(setting: setting, model: model, place: place.part(number), draft: part).node
            }
            if draft.parts.count < draft.kind.mostParts { adding }
        }
    }

    private var joint: Phrase? {
        switch draft.kind {
        case .any: Phrase.Builder.or
        case .funnel: nil
        default: Phrase.Builder.and
        }
    }

    private var adding: Node {
        switch draft.kind {
        case .funnel: return addButton(Phrase.Builder.addStep)
        case .consent: return addButton(Phrase.Builder.addProof)
        case .done, .step, .counted: return addButton(Phrase.Builder.addEvent)
        default: break
        }
        let label = draft.kind == .top ? Phrase.Builder.amongWhom : Phrase.Builder.addCondition
        let row = AddRow(setting: setting, within: place, label: words.adding(words(label), place: path)).node
        guard draft.kind == .top else { return row }
        return .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.Builder.amongWhom)) }
            row
        }
    }

    private func addButton(_ phrase: Phrase) -> Node {
        .div("add-row") {
            Node.button(
                words(phrase), name: SegmentDraft.actionField, value: "\(SegmentDraft.Action.addName).\(place.text)",
                [.css("quiet"), .label(words.adding(words(phrase), place: path))])
        }
    }
}

/// Chooses what kind of condition is added, and adds it.
struct AddRow {
    let setting: PageSetting
    /// Within what; `nil` for all.
    let within: SegmentDraft.Place?
    let label: String

    var node: Node {
        let (words, name) = (setting.words, SegmentDraft.addField(within: within))
        let id = name.replacing(".", with: "-")
        let action = SegmentDraft.Action.addName + (within.map { ".\($0.text)" } ?? "")
        return .div("add-row") {
            Node.label(label, for: id, [.css("unseen")])
            Node.select(
                Choices(
                    name, id: id, ConditionDraft.Kind.conditions.map { Choices.Option($0.rawValue, words($0.phrase)) },
                    chosen: ConditionDraft.Kind.predicted.rawValue))
            Node.button(words(Phrase.Builder.add), name: SegmentDraft.actionField, value: action, [.css("quiet"), .label(label)])
        }
    }
}
