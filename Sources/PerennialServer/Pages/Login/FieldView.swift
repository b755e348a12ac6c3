import Markup

/// A field with its label, what it asks, and what is wrong with it.
struct FieldView {
    let label: String
    let field: Field
    let hint: String?
    let problem: String?

    init(_ label: String, _ field: Field, hint: String? = nil, problem: String? = nil) {
        var field = field
        self.label = label
        self.hint = hint
        self.problem = problem
        if hint != nil { field.describedBy.append(field.id + "-hint") }
        if problem != nil {
            field.describedBy.append(field.id + "-problem")
            field.isWrong = true
        }
        self.field = field
    }

    var node: Node {
        .div("field") {
            Node.label(label, for: field.id)
            Node.field(field)
            if let problem { Node.element(.p, [.id(field.id + "-problem"), .css("problem")], [.text(problem)]) }
            if let hint { Node.element(.p, [.id(field.id + "-hint"), .css("hint-below")], [.text(hint)]) }
        }
    }
}
