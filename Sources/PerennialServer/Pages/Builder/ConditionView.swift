import Markup
import SegmentWording
import Segments
import Wording

/// One condition on the form. Fields of what is not chosen stand in the form too; the style shows those that belong to the choice.
struct ConditionView {
    let setting: PageSetting
    let model: BuilderModel
    let place: SegmentDraft.Place
    let draft: ConditionDraft

    var words: Words { setting.words }
    /// Names of dimensions and properties; nothing of the shop is looked up.
    var labels: SegmentWords { SegmentWords(words.language, names: SegmentNames(currency: setting.currency, zone: setting.timeZone)) }
    private var problems: [ConditionDraft.Field: DraftProblem] { model.showsProblems ? model.problems.fields[place] ?? [:] : [:] }
    private var isFirst: Bool { model.first == place }

    var node: Node {
        .make(.fieldset, [.css("condition"), .id(id(.kind))]) {
            Node.make(.legend) { Node.text(words(draft.kind.phrase)) }
            Node.hidden(name(.kind), draft.kind.rawValue)
            Node.button(
                words(Phrase.Builder.remove), name: SegmentDraft.actionField, value: "remove.\(place.group).\(place.condition)",
                [.css("quiet remove"), .label(words.removing(words(draft.kind.phrase), number: place.group + 1))])
            fields
            if let problem = problems[.kind] { said(problem, .kind) }
            if let text = model.words[place] { Node.make(.p, [.css("means")]) { Node.outside(text, longest: 600) } }
        }
    }

    private var fields: Node {
        switch draft.kind {
        case .predicted: predicted
        case .done: done
        case .property: property
        case .group: group
        case .consent: consent
        case .region: region
        case .distance: distance
        case .top: top
        case .sample: sample
        case .other: other
        }
    }

    // MARK: Parts of fields

    func name(_ field: ConditionDraft.Field) -> String { SegmentDraft.field(place.group, place.condition, field) }
    func id(_ field: ConditionDraft.Field) -> String { "c-\(place.group)-\(place.condition)-\(field.rawValue)" }

    private func said(_ problem: DraftProblem, _ field: ConditionDraft.Field) -> Node {
        .make(.p, [.id(id(field) + "-problem"), .css("problem")]) { Node.outside(problem.text(words), longest: 300) }
    }

    /// A selection whose label only they hear who do not see what stands around it.
    func select(
        _ field: ConditionDraft.Field, _ label: Phrase, _ groups: [Choices.Group], isFirst: Bool = false, value: String? = nil
    ) -> Node {
        var groups = groups
        let value = value ?? draft[field]
        // What was chosen stays, also where it is not offered any more.
        if !value.isEmpty, !groups.contains(where: { $0.options.contains { $0.value == value } }) {
            groups.append(Choices.Group("", [Choices.Option(value, Self.bare(value))]))
        }
        let problem = problems[field]
        return .div("part") {
            Node.label(words(label), for: id(field), [.css("unseen")])
            Node.select(
                Choices(
                    name(field), id: id(field), groups: groups, chosen: value, describedBy: problem == nil ? [] : [id(field) + "-problem"],
                    isWrong: problem != nil, isFirst: isFirst && self.isFirst))
            if let problem { said(problem, field) }
        }
    }

    /// What a choice is called that is not there.
    private static func bare(_ value: String) -> String {
        value.hasPrefix("name:") ? String(value.dropFirst(5)) : value.hasPrefix("id:") ? String(value.dropFirst(3)) : value
    }

    func choices(_ entries: [(value: String, phrase: Phrase)], css: (String) -> String = { _ in "" }) -> [Choices.Group] {
        [Choices.Group("", entries.map { Choices.Option($0.value, words($0.phrase), css: css($0.value)) })]
    }

    /// A field of text; `unit` stands after it.
    func text(
        _ field: ConditionDraft.Field, _ label: Phrase, kind: Markup.Field.Kind = .text, hint: String = "", keys: Markup.Field.Keys? = nil,
        longest: Int = 200, css: String = "", unit: [Node] = []
    ) -> Node {
        let problem = problems[field]
        return .div("part" + (css.isEmpty ? "" : " " + css)) {
            Node.label(words(label), for: id(field), [.css("unseen")])
            Node.field(
                Markup.Field(
                    name(field), kind, id: id(field), value: draft[field], hint: hint, isRequired: false, longest: longest,
                    describedBy: problem == nil ? [] : [id(field) + "-problem"], isWrong: problem != nil, keys: keys))
            unit
            if let problem { said(problem, field) }
        }
    }

    func lines(_ field: ConditionDraft.Field, _ label: Phrase, longest: Int, rows: Int = 4) -> Node {
        let problem = problems[field]
        return .div("part wide") {
            Node.label(words(label), for: id(field))
            Node.lines(
                name(field), id: id(field), value: draft[field], rows: rows, longest: longest,
                describedBy: problem == nil ? [] : [id(field) + "-problem"], isWrong: problem != nil)
            if let problem { said(problem, field) }
        }
    }

    /// Boxes of which several may be ticked.
    func ticks(_ field: ConditionDraft.Field, _ label: String, _ choices: [Choices.Option], css: String) -> Node {
        let chosen = draft.all(field)
        return .make(.fieldset, [.css("ticks " + css)]) {
            Node.make(.legend, [.css("unseen")]) { Node.text(label) }
            for choice in choices {
                Node.tick(
                    choice.label, name: name(field), value: choice.value, id: id(field) + "-" + choice.value.replacing(" ", with: "-"),
                    isTicked: chosen.contains(choice.value))
            }
        }
    }

    /// Says what is wrong with boxes, of which none alone is wrong.
    func wrong(_ field: ConditionDraft.Field) -> Node { problems[field].map { said($0, field) } ?? .nothing }

    /// JSON that fields do not show, with what it is for.
    func kept(_ phrase: Phrase) -> Node {
        guard !draft[.kept].isEmpty else { return .nothing }
        return .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(phrase)) }
            lines(.kept, Phrase.Builder.keptLabel, longest: 20_000)
        }
    }
}
