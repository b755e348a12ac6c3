import Markup

/// Any control with its label, what it asks, and what is wrong with it: for what is neither a ``FieldView`` nor a ``ChoiceView``.
struct ControlView {
    let label: String
    let id: String
    var hint: String?
    var problem: String?
    /// The control, told the ids of what explains it and whether what it holds was refused.
    let control: ([String], Bool) -> Node

    init(
        _ label: String, id: String, hint: String? = nil, problem: String? = nil, _ control: @escaping ([String], Bool) -> Node
    ) {
        self.label = label
        self.id = id
        self.hint = hint
        self.problem = problem
        self.control = control
    }

    var node: Node {
        .div("field") {
            Node.label(label, for: id)
            control(ids, problem != nil)
            if let problem { Node.element(.p, [.id(id + "-problem"), .css("problem")], [.text(problem)]) }
            if let hint { Node.element(.p, [.id(id + "-hint"), .css("hint-below")], [.text(hint)]) }
        }
    }

    private var ids: [String] { (problem == nil ? [] : [id + "-problem"]) + (hint == nil ? [] : [id + "-hint"]) }
}
