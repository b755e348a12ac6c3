import Markup

/// A choice with its label, what it asks, and what is wrong with it: ``FieldView`` for values that are chosen.
struct ChoiceView {
    let label: String
    let choices: Choices
    let hint: String?
    let problem: String?

    init(_ label: String, _ choices: Choices, hint: String? = nil, problem: String? = nil) {
        var choices = choices
        self.label = label
        self.hint = hint
        self.problem = problem
        if hint != nil { choices.describedBy.append(choices.id + "-hint") }
        if problem != nil {
            choices.describedBy.append(choices.id + "-problem")
            choices.isWrong = true
        }
        self.choices = choices
    }

    var node: Node {
        .div("field") {
            Node.label(label, for: choices.id)
            Node.select(choices)
            if let problem { Node.element(.p, [.id(choices.id + "-problem"), .css("problem")], [.text(problem)]) }
            if let hint { Node.element(.p, [.id(choices.id + "-hint"), .css("hint-below")], [.text(hint)]) }
        }
    }
}
