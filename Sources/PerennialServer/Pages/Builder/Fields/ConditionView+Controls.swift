import Markup
import Wording

// Fields with their labels, and what is wrong beside each.
extension ConditionView {
    private var problems: [ConditionDraft.Field: DraftProblem] { model.showsProblems ? model.problems.fields[place] ?? [:] : [:] }

    func name(_ field: ConditionDraft.Field) -> String { SegmentDraft.field(place, field) }
    func id(_ field: ConditionDraft.Field) -> String { "c-\(place.text.replacing(".", with: "-"))-\(field.rawValue)" }

    /// Says what is wrong with a field, or with boxes, of which none alone is wrong.
    func wrong(_ field: ConditionDraft.Field) -> Node {
        guard let problem = problems[field] else { return .nothing }
        return .make(.p, [.id(id(field) + "-problem"), .css("problem")]) { problem.node(words) }
    }

    private func describedBy(_ field: ConditionDraft.Field) -> [String] { problems[field] == nil ? [] : [id(field) + "-problem"] }

    /// A selection whose label only they hear who do not see what stands around it.
    func select(
        _ field: ConditionDraft.Field, _ label: Phrase, _ groups: [Choices.Group], isFirst: Bool = false, value: String? = nil
    ) -> Node {
        let value = value ?? draft[field]
        return .div("part") {
            Node.label(words(label), for: id(field), [.css("unseen")])
            Node.select(
                Choices(
                    name(field), id: id(field), groups: Self.offered(groups, value), chosen: value, describedBy: describedBy(field),
                    isWrong: problems[field] != nil, isFirst: isFirst && model.first == place))
            wrong(field)
        }
    }

    /// What was chosen stays, also where it is not offered any more.
    static func offered(_ groups: [Choices.Group], _ value: String) -> [Choices.Group] {
        guard !value.isEmpty, !groups.contains(where: { $0.options.contains { $0.value == value } }) else { return groups }
        let bare = value.hasPrefix("name:") ? value.dropFirst(5) : value.hasPrefix("id:") ? value.dropFirst(3) : value[...]
        return groups + [Choices.Group("", [Choices.Option(value, String(bare))])]
    }

    func choices(_ entries: [(value: String, phrase: Phrase)], css: (String) -> String = { _ in "" }) -> [Choices.Group] {
        [Choices.Group("", entries.map { Choices.Option($0.value, words($0.phrase), css: css($0.value)) })]
    }

    /// Nothing chosen yet.
    var choose: [Choices.Option] { [Choices.Option("", words(Phrase.Builder.choose))] }

    func entries(_ entries: [(value: String, name: String)]) -> [Choices.Option] { entries.map { Choices.Option($0.value, $0.name) } }

    /// A field of text; `unit` stands after it. Its label is seen where it is named.
    func text(
        _ field: ConditionDraft.Field, _ label: Phrase, kind: Markup.Field.Kind = .text, hint: String = "", keys: Markup.Field.Keys? = nil,
        longest: Int = 200, step: String = "", css: String = "", unit: [Node] = [], isFirst: Bool = false, isNamed: Bool = false
    ) -> Node {
        var control = Markup.Field(
            name(field), kind, id: id(field), value: draft[field], hint: hint, isRequired: false, longest: longest,
            describedBy: describedBy(field), isWrong: problems[field] != nil, keys: keys)
        control.step = step
        control.isFirst = isFirst && model.first == place
        return .div("part" + (css.isEmpty ? "" : " " + css)) {
            Node.label(words(label), for: id(field), isNamed ? [] : [.css("unseen")])
            Node.field(control)
            unit
            wrong(field)
        }
    }

    func lines(_ field: ConditionDraft.Field, _ label: Phrase, longest: Int, rows: Int = 4) -> Node {
        .div("part wide") {
            Node.label(words(label), for: id(field))
            Node.lines(
                name(field), id: id(field), value: draft[field], rows: rows, longest: longest, describedBy: describedBy(field),
                isWrong: problems[field] != nil)
            wrong(field)
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

    /// Yes or no, said by what each means.
    func either(_ yes: Phrase, _ no: Phrase, label: Phrase, isFirst: Bool = false) -> Node {
        select(.yes, label, choices([("yes", yes), ("no", no)]), isFirst: isFirst, value: draft[.yes].isEmpty ? "yes" : nil)
    }
}
