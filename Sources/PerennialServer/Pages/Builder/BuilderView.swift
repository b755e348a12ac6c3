import Charts
import Markup
import Wording

/// Puts a segment together: conditions that all must hold, each with alternatives, and whom they mean now. Works without script; with it
/// the number of people is counted anew by itself.
struct BuilderView {
    let frame: PageFrame
    let model: BuilderModel
    let token: FormToken

    /// Where the script finds the form, and what it puts in place anew.
    static let formID = "builder"
    static let previewID = "preview"

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var title: String { words(model.id == nil ? Phrase.Audience.createSegment : Phrase.Builder.editTitle) }
    private var path: PagePath { model.id.map { PagePaths.editing(.segment, $0) } ?? PagePaths.newSegment }

    var html: String {
        frame.document(title: title, section: .segments, script: PageAsset.builder) {
            Node.div("page-head") {
                Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.Audience.title), to: PagePaths.groups) }
                Node.make(.h1) { Node.text(title) }
                Node.p("subtitle", words(Phrase.Builder.lead))
            }
            if model.wasDeleted { setting.refused(words(Phrase.Builder.wasDeleted)) }
            Node.form(to: path, token: token, [.id(Self.formID), .css("builder")]) {
                if !model.madeOf.isEmpty { Node.hidden(FormState.field, model.madeOf) }
                // What the enter key does in a field: it looks, and changes nothing.
                Node.button(
                    words(Phrase.Builder.preview), name: SegmentDraft.actionField, value: "preview",
                    [.css("by-enter"), Attribute(name: .tabindex, value: "-1"), Attribute(name: .hidden, value: "true")])
                Node.div("builder-main") {
                    note("no-answer", Phrase.Builder.noAnswer)
                    note("signed-out", Phrase.Builder.signedOut)
                    named
                    problems
                    conditions
                    adding
                }
                Node.div("builder-side") {
                    PreviewView(setting: setting, model: model).node
                    buttons
                }
            }
            setting.help([
                (Phrase.Builder.helpAnd, Phrase.Builder.helpAndAnswer), (Phrase.Builder.helpPredicted, Phrase.Builder.helpPredictedAnswer),
                (Phrase.Builder.helpLow, Phrase.Builder.helpLowAnswer), (Phrase.Builder.helpLive, Phrase.Builder.helpLiveAnswer),
            ])
        }
    }

    private var named: Node {
        .make(.section, [.css("card"), .label(words(Phrase.PagePart.name))]) {
            Node.div("name-row") {
                FieldView(
                    words(Phrase.PagePart.name),
                    Field(SegmentDraft.nameField, .text, value: model.draft.name, isRequired: false, longest: 255),
                    hint: model.hasTwin ? words(Phrase.Builder.sameName) : nil,
                    problem: model.problems.name.map { words($0) }
                ).node
                Node.tick(
                    words(Phrase.Builder.star), name: SegmentDraft.starField, value: "1", id: "star", isTicked: model.draft.isStarred)
            }
        }
    }

    /// What the script shows where no answer comes to what a button asks for.
    private func note(_ id: String, _ phrase: Phrase) -> Node {
        .make(.aside, [.id(id), .css("notice refused no-answer"), Attribute(name: .role, value: "alert")]) { Node.p(words(phrase)) }
    }

    private var problems: Node {
        guard model.showsProblems, !model.problems.isEmpty else { return .nothing }
        return .make(.aside, [.css("notice"), Attribute(name: .role, value: "alert")]) {
            // What is marked may be below what is in view.
            if model.problems.name != nil || !model.problems.fields.isEmpty {
                Node.p(words(model.standsStill ? Phrase.Builder.standsStill : Phrase.PagePart.lookAtMarked))
            }
            for problem in model.problems.general { Node.make(.p) { problem.node(words) } }
        }
    }

    // MARK: Conditions

    private var conditions: Node {
        guard !model.draft.groups.isEmpty else {
            return .make(.section, [.css("card"), .label(words(Phrase.Builder.conditions))]) {
                setting.empty(words(Phrase.Builder.noConditions)) {
                    Node.p(words(Phrase.Builder.noConditionsHelp))
                    Node.make(.p) { Node.link(words(Phrase.Audience.readyMade), to: PagePaths.readyMade) }
                }
            }
        }
        return .make(.ol, [.css("groups"), .label(words(Phrase.Builder.conditions))]) {
            for (number, group) in model.draft.groups.enumerated() {
                Node.make(.li) {
                    if number > 0 { Node.p("joint", words(Phrase.Builder.and)) }
                    Node.div("card") {
                        for (place, condition) in group.enumerated() {
                            if place > 0 { Node.p("joint or", words(Phrase.Builder.or)) }
                            ConditionView(
                                setting: setting, model: model, place: .init(group: number, condition: place), draft: condition
                            ).node
                        }
                        alternative(number)
                    }
                }
            }
        }
    }

    /// Adds a condition of which it is enough that it holds instead.
    private func alternative(_ group: Int) -> Node {
        .make(.details, [.css("data alternative")]) {
            Node.make(.summary) { Node.text(words(Phrase.Builder.addOr)) }
            AddRow(setting: setting, within: .init([group]), label: words.alternativeTo(group + 1)).node
        }
    }

    private var adding: Node {
        .make(.section, [.css("card adding"), .label(words(Phrase.Builder.addCondition))]) {
            if !model.draft.groups.isEmpty { Node.p("joint", words(Phrase.Builder.and)) }
            AddRow(setting: setting, within: nil, label: words(Phrase.Builder.addCondition)).node
        }
    }

    private var buttons: Node {
        .div("builder-buttons") {
            Node.button(words(Phrase.Builder.save), name: SegmentDraft.actionField, value: "save")
            Node.button(words(Phrase.Builder.preview), name: SegmentDraft.actionField, value: "preview", [.css("quiet")])
            Node.link(words(Phrase.PagePart.cancel), to: model.id.map { PagePaths.segment($0) } ?? PagePaths.groups)
        }
    }
}
