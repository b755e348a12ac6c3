import Markup
import Shop
import Wording

/// What is filled in to make or change a list.
struct ListFormModel: Sendable {
    static let nameField = "name"
    static let optInField = "opt-in"

    /// `nil` for a new one.
    var id: String?
    var name = ""
    var optIn = ListResource.OptInProcess.double
    var problem: Phrase?
    /// The state of the list that the form was made of; empty for a new one.
    var madeOf = ""

    /// What a form begins with.
    init(id: String? = nil, name: String = "", optIn: ListResource.OptInProcess = .double) {
        self.id = id
        self.name = name
        self.optIn = optIn
        if id != nil { madeOf = FormState(name: name, optIn).mark }
    }

    /// What was filled in.
    init(_ fields: QueryString) {
        name = (fields[Self.nameField] ?? "").trimmed
        optIn = fields[Self.optInField].flatMap { ListResource.OptInProcess(rawValue: $0) } ?? .double
        problem = NameProblem.of(name)
        madeOf = fields[FormState.field] ?? ""
    }
}

extension FormState {
    /// Of a list.
    init(name: String, _ optIn: ListResource.OptInProcess) { self.init(optIn.rawValue + name) }
}

extension ListResource.OptInProcess {
    /// How somebody joins.
    var phrase: Phrase { self == .double ? Phrase.GroupPage.doubleOptIn : Phrase.GroupPage.singleOptIn }
}

/// What is wrong with the name of a list or segment.
enum NameProblem {
    /// `nil` for a good one.
    static func of(_ name: String) -> Phrase? {
        if name.isEmpty { return Phrase.PagePart.nameMissing }
        guard SegmentDefinition.faultOf(name: name) != nil else { return nil }
        return name.utf8.count > SegmentDefinition.longestName ? Phrase.PagePart.nameTooLong : Phrase.PagePart.nameUnreadable
    }
}

/// Makes or changes a list: its name, and how somebody joins.
struct ListFormView {
    let frame: PageFrame
    let model: ListFormModel
    let token: FormToken

    private var words: Words { frame.setting.words }
    private var title: String { words(model.id == nil ? Phrase.Audience.createList : Phrase.GroupPage.editList) }

    var html: String {
        frame.document(title: title, section: .segments) {
            Node.div("page-head") {
                Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.Audience.title), to: PagePaths.groups) }
                Node.make(.h1) { Node.text(title) }
            }
            Node.make(.section, [.css("card form"), .label(title)]) {
                Node.form(to: model.id.map { PagePaths.editing(.list, $0) } ?? PagePaths.newList, token: token) {
                    if !model.madeOf.isEmpty { Node.hidden(FormState.field, model.madeOf) }
                    FieldView(
                        words(Phrase.PagePart.name),
                        Field(ListFormModel.nameField, .text, value: model.name, longest: SegmentDefinition.longestName),
                        problem: model.problem.map { words($0) }
                    ).node
                    ChoiceView(
                        words(Phrase.GroupPage.optIn),
                        Choices(
                            ListFormModel.optInField,
                            [
                                Choices.Option("double_opt_in", words(Phrase.GroupPage.doubleOptIn)),
                                Choices.Option("single_opt_in", words(Phrase.GroupPage.singleOptIn)),
                            ], chosen: model.optIn.rawValue), hint: words(Phrase.GroupPage.optInHelp)
                    ).node
                    Node.div("links") {
                        Node.button(words(Phrase.PagePart.save))
                        Node.link(words(Phrase.PagePart.cancel), to: model.id.map { PagePaths.list($0) } ?? PagePaths.groups)
                    }
                }
            }
        }
    }
}
