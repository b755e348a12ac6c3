import Markup
import Segments
import Wording

/// A custom metric, made or changed: which events count, and what they are worth.
struct CustomMetricFormView {
    let frame: PageFrame
    let model: CustomMetricFormModel

    static let formID = "custom-metric"

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var form: CustomMetricForm { model.form }
    private var path: PagePath { model.id.map { PagePaths.editCustomMetric($0) } ?? PagePaths.newCustomMetric }
    private var title: Phrase { model.id == nil ? Phrase.MetricsPage.make : Phrase.MetricsPage.edit }

    var html: String {
        frame.document(title: words(title), section: .metrics) {
            Node.div("page-head") {
                Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.MetricsPage.title), to: PagePaths.metrics) }
                Node.make(.h1) { Node.text(words(title)) }
                Node.p("subtitle", words(Phrase.MetricsPage.formLead))
            }
            if !form.problems.isEmpty { setting.refused(words(Phrase.PagePart.lookAtMarked)) }
            if let refusal = model.refusal {
                RefusalView(setting: setting, refusal: refusal, title: Phrase.MetricsPage.refusedMetric).node
            }
            Node.form(to: path, token: model.token, [.id(Self.formID)]) {
                if !model.madeOf.isEmpty { Node.hidden(FormState.field, model.madeOf) }
                byEnter
                Node.div("builder-main") {
                    setting.grid {
                        if let effect = model.effect { shown(effect) }
                        basics
                    }
                    general
                    groups
                    adding
                }
                buttons
            }
            setting.help {
                Node.p(words(Phrase.MetricsPage.helpCustom))
                Node.p(words(Phrase.MetricsPage.helpMissing))
                Node.p(words(Phrase.MetricsPage.helpWorth))
                Node.p(words(Phrase.MetricsPage.helpRecipes))
            }
        }
    }

    private func shown(_ effect: OrdersEffect) -> Node {
        setting.card(words(Phrase.RFMSetup.previewTitle), id: "effect", width: 12) {
            Node.make(.p, [.css("note"), Attribute(name: .role, value: "status")]) { Node.text(words(Phrase.Metrics.proposed)) }
            OrdersEffectView(setting: setting, effect: effect).node
        }
    }

    private var basics: Node {
        setting.card(words(Phrase.MetricsPage.basics), id: "basics", width: 12) {
            Node.div("fields") {
                FieldView(
                    words(Phrase.RFMSetup.name),
                    Field(SegmentDraft.nameField, .text, value: form.draft.name, isRequired: false, longest: 255),
                    problem: form.problems.name.map { words($0) }
                ).node
                ChoiceView(
                    words(Phrase.MetricsPage.method),
                    Choices(
                        CustomMetricForm.methodField,
                        [.init("value", words(Phrase.Metrics.value).withCapital), .init("count", words(Phrase.Metrics.count).withCapital)],
                        chosen: form.isWorth ? "value" : "count")
                ).node
            }
        }
    }

    /// What the enter key does in a field: what the first of the last buttons does. Others stand before that.
    private var byEnter: Node {
        .button(
            words(model.isOfOrders ? Phrase.RFMSetup.preview : Phrase.PagePart.save), name: SegmentDraft.actionField,
            value: model.isOfOrders ? "preview" : "save",
            [.css("by-enter"), Attribute(name: .tabindex, value: "-1"), Attribute(name: .hidden, value: "true")])
    }

    /// What is wrong, and is of no group.
    private var general: Node {
        guard !form.problems.general.isEmpty else { return .nothing }
        return .make(.aside, [.css("notice"), Attribute(name: .role, value: "alert")]) {
            for problem in form.problems.general { Node.make(.p) { problem.node(words) } }
        }
    }

    // MARK: Groups of events

    private var groups: Node {
        let builder = model.builder
        guard !form.groups.isEmpty else { return .nothing }
        return .make(.ol, [.css("groups"), .label(words(Phrase.MetricsPage.madeOf))]) {
            for (number, group) in form.groups.enumerated() {
                Node.make(.li) {
                    Node.div("card") {
                        ConditionView(setting: setting, model: builder, place: .init(group: 0, condition: number), draft: group).node
                    }
                }
            }
        }
    }

    private var adding: Node {
        guard form.groups.count < CustomMetricDefinition.mostGroups else { return .nothing }
        let place = CustomMetricForm.groupsPlace
        return .div("add-row") {
            Node.hidden(SegmentDraft.addField(within: place), ConditionDraft.Kind.counted.rawValue)
            Node.button(
                words(Phrase.MetricsPage.addGroup), name: SegmentDraft.actionField,
                value: "\(SegmentDraft.Action.addName).\(place.text)", [.css("quiet")])
        }
    }

    private var buttons: Node {
        .div("buttons") {
            if model.isOfOrders {
                Node.button(words(Phrase.RFMSetup.preview), name: SegmentDraft.actionField, value: "preview")
                if model.effect != nil { Node.button(words(Phrase.MetricsPage.keep), name: SegmentDraft.actionField, value: "save") }
            } else {
                Node.button(words(Phrase.PagePart.save), name: SegmentDraft.actionField, value: "save")
            }
            Node.link(words(Phrase.PagePart.cancel), to: model.id.map { PagePaths.metric($0) } ?? PagePaths.metrics)
        }
    }
}
