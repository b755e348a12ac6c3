import Markup
import Segments
import Wording

/// A custom metric, made or changed: which events count, and what they are worth.
struct CustomMetricFormView {
    let frame: PageFrame
    let model: CustomMetricFormModel

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
            Node.form(to: path, token: model.token) {
                if !model.madeOf.isEmpty { Node.hidden(FormState.field, model.madeOf) }
                setting.grid {
                    if let effect = model.effect { shown(effect) }
                    basics
                    for place in 0..<groupCount { group(place) }
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

    private func problem(_ field: String) -> String? { form.problems[field].map { words($0.phrase) } }

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
                    words(Phrase.RFMSetup.name), Field(CustomMetricForm.nameField, .text, value: form.name, longest: 255),
                    problem: problem(CustomMetricForm.nameField)
                ).node
                ChoiceView(
                    words(Phrase.MetricsPage.method),
                    Choices(
                        CustomMetricForm.methodField,
                        [.init("value", words(Phrase.Metrics.value).withCapital), .init("count", words(Phrase.Metrics.count).withCapital)],
                        chosen: form.isWorth ? "value" : "count"), problem: problem(CustomMetricForm.methodField)
                ).node
            }
        }
    }

    // MARK: Groups

    /// Those that are filled in, and empty ones to fill in.
    private var groupCount: Int {
        min(CustomMetricDefinition.mostGroups, form.groups.count + (form.groups.last?.isEmpty == true ? model.spare - 1 : model.spare))
    }

    private func group(_ place: Int) -> Node {
        let group = place < form.groups.count ? form.groups[place] : CustomMetricForm.Group()
        let metric = CustomMetricForm.metricField(place)
        let worth = CustomMetricForm.worthField(place)
        return setting.card(words.groupOfEvents(place + 1), id: "group-\(place)", width: 12) {
            if place > 0 { Node.p("note", words(Phrase.MetricsPage.leaveEmpty)) }
            Node.div("fields") {
                ChoiceView(
                    words(Phrase.Metrics.metric).withCapital,
                    Choices(
                        metric, [.init("", words(Phrase.MetricsPage.chooseMetric))] + model.metrics.map { .init($0.id, $0.name) },
                        chosen: group.metric), problem: problem(metric)
                ).node
                FieldView(
                    words(Phrase.MetricsPage.worthProperty),
                    Field(worth, .text, value: group.valueProperty, hint: "$value", isRequired: false, longest: 255),
                    problem: problem(worth)
                ).node
            }
            Node.make(.h3) { Node.text(words(Phrase.MetricsPage.onlyWhere)) }
            for filter in 0..<min(CustomMetricDefinition.mostFilters, group.filters.count + model.spare) {
                row(place, filter, filter < group.filters.count ? group.filters[filter] : CustomMetricForm.Filter())
            }
        }
    }

    private func row(_ group: Int, _ place: Int, _ filter: CustomMetricForm.Filter) -> Node {
        let (property, value) = (CustomMetricForm.propertyField(group, place), CustomMetricForm.valueField(group, place))
        return .div("fields filter-row") {
            FieldView(
                words(Phrase.MetricsPage.property), Field(property, .text, value: filter.property, isRequired: false, longest: 255),
                problem: problem(property)
            ).node
            ChoiceView(
                words(Phrase.MetricsPage.condition),
                Choices(
                    CustomMetricForm.conditionField(group, place), FilterCondition.allCases.map { .init($0.rawValue, words($0.phrase)) },
                    chosen: filter.condition.rawValue)
            ).node
            FieldView(
                words(Phrase.MetricsPage.value),
                Field(value, .text, value: filter.value, isRequired: false, longest: CustomMetricForm.longestText), problem: problem(value)
            ).node
        }
    }

    private var buttons: Node {
        .div("buttons") {
            if model.isOfOrders {
                Node.button(words(Phrase.RFMSetup.preview), name: CustomMetricForm.actionField, value: "preview")
                if model.effect != nil { Node.button(words(Phrase.MetricsPage.keep), name: CustomMetricForm.actionField, value: "save") }
            } else {
                Node.button(words(Phrase.PagePart.save), name: CustomMetricForm.actionField, value: "save")
            }
            Node.button(words(Phrase.MetricsPage.moreRows), name: CustomMetricForm.actionField, value: "more", [.css("quiet")])
            Node.link(words(Phrase.PagePart.cancel), to: model.id.map { PagePaths.metric($0) } ?? PagePaths.metrics)
        }
    }
}

extension CustomMetricForm.Problem {
    /// What is wrong, and what is expected.
    var phrase: Phrase {
        switch self {
        case .nameMissing: Phrase.RFMSetup.nameMissing
        case .nameTooLong: Phrase.RFMSetup.nameTooLong
        case .nameTaken: Phrase.MetricsPage.nameTaken
        case .metricMissing: Phrase.MetricsPage.metricMissing
        case .noGroup: Phrase.MetricsPage.noGroup
        case .sameGroup: Phrase.MetricsPage.sameGroup
        case .propertyMissing: Phrase.MetricsPage.propertyMissing
        case .valueMissing: Phrase.MetricsPage.valueMissing
        case .noNumber: Phrase.MetricsPage.noNumber
        case .noPattern: Phrase.MetricsPage.noPattern
        case .tooLong: Phrase.MetricsPage.tooLong
        case .mustBeWorth: Phrase.MetricsPage.mustBeWorth
        }
    }
}

extension FilterCondition {
    /// What is asked.
    var phrase: Phrase {
        switch self {
        case .textEquals: Phrase.FilterConditions.textEquals
        case .textNotEquals: Phrase.FilterConditions.textNotEquals
        case .textContains: Phrase.FilterConditions.textContains
        case .textNotContains: Phrase.FilterConditions.textNotContains
        case .textStarts: Phrase.FilterConditions.textStarts
        case .textNotStarts: Phrase.FilterConditions.textNotStarts
        case .textEnds: Phrase.FilterConditions.textEnds
        case .textNotEnds: Phrase.FilterConditions.textNotEnds
        case .textAmong: Phrase.FilterConditions.textAmong
        case .textNotAmong: Phrase.FilterConditions.textNotAmong
        case .matches: Phrase.FilterConditions.matches
        case .notMatches: Phrase.FilterConditions.notMatches
        case .numberEquals: Phrase.FilterConditions.numberEquals
        case .numberNotEquals: Phrase.FilterConditions.numberNotEquals
        case .greater: Phrase.FilterConditions.greater
        case .atLeast: Phrase.FilterConditions.atLeast
        case .less: Phrase.FilterConditions.less
        case .atMost: Phrase.FilterConditions.atMost
        case .isTrue: Phrase.FilterConditions.isTrue
        case .isFalse: Phrase.FilterConditions.isFalse
        case .listHolds: Phrase.FilterConditions.listHolds
        case .listHoldsNot: Phrase.FilterConditions.listHoldsNot
        case .isSet: Phrase.FilterConditions.isSet
        case .isNotSet: Phrase.FilterConditions.isNotSet
        }
    }
}
