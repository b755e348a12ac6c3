import CustomerValue
import Markup
import Reports
import Wording

/// How RFM groups are made, with what a change would do before it is saved.
struct RFMSettingsView {
    let frame: PageFrame
    let model: RFMSettingsModel

    private var setting: PageSetting { frame.setting }
    private var words: Words { setting.words }
    private var form: RFMForm { model.form }

    var html: String {
        frame.document(title: words(Phrase.RFMSetup.title), section: .rfm) {
            head
            if model.isMade { setting.done(words(Phrase.RFMSetup.made)) }
            if !form.problems.isEmpty { setting.refused(words(refusal)) }
            Node.form(to: PagePaths.rfmSettings, token: model.token) {
                Node.hidden(RFMQuestion.modelParameter, model.entry.id)
                Node.hidden(FormState.field, model.madeOf)
                setting.grid {
                    if let preview = model.preview { RFMPreviewView(setting: setting, preview: preview).node }
                    basics
                    for dimension in RFMDimension.allCases { scale(dimension) }
                    map
                }
                Node.div("buttons") {
                    Node.button(words(Phrase.RFMSetup.preview), name: RFMForm.actionField, value: RFMForm.Action.preview.rawValue)
                    Node.link(words(Phrase.PagePart.cancel), to: PagePaths.rfm)
                }
            }
            RFMModelsView(setting: setting, model: model).node
            help
        }
    }

    private var refusal: Phrase {
        form.problems.values.contains(.refused) ? Phrase.RFMSetup.refused : Phrase.PagePart.lookAtMarked
    }

    private var head: Node {
        .div("page-head") {
            Node.make(.p, [.css("crumb")]) { Node.link(words(Phrase.RFMPage.title), to: PagePaths.rfm) }
            Node.make(.h1) { Node.text(words(Phrase.RFMSetup.title)) }
            Node.make(.p, [.css("subtitle")]) {
                Node.outside(model.entry.name, longest: 60)
                if let changed = model.changed {
                    Node.text(" · " + words.changedBy(at: setting.moment(changed.at)) + " ")
                    Node.outside(changed.who, longest: 60)
                }
            }
        }
    }

    // MARK: Fields

    private func problem(_ field: String) -> String? { form.problems[field].map { words.problem($0) } }

    private var basics: Node {
        setting.card(words(Phrase.RFMSetup.basics), id: "basics", width: 12) {
            Node.div("fields") {
                FieldView(
                    words(Phrase.RFMSetup.name), Field(RFMForm.nameField, .text, value: form.name), problem: problem(RFMForm.nameField)
                ).node
                if !model.entry.isStandard {
                    ChoiceView(
                        words(Phrase.RFMSetup.metric), Choices(RFMForm.metricField, metricOptions, chosen: form.metric),
                        problem: problem(RFMForm.metricField)
                    ).node
                }
                ChoiceView(words(Phrase.RFMSetup.levels), Choices(RFMForm.levelsField, levelOptions, chosen: "\(form.levels.rawValue)"))
                    .node
                Node.button(
                    words(Phrase.RFMSetup.showLevels), name: RFMForm.actionField, value: RFMForm.Action.levels.rawValue, [.css("quiet")])
            }
            Node.p("note", words(model.entry.isStandard ? Phrase.RFMSetup.standardNote : Phrase.RFMSetup.metricNote))
        }
    }

    private var metricOptions: [Choices.Option] {
        model.metrics.map { metric in
            let name = metric.name.map { metric.isCustom ? words.customMetric($0) : $0 } ?? words(Phrase.RFMSetup.goesByOrders)
            return .init(metric.value, name)
        }
    }

    private var levelOptions: [Choices.Option] {
        RFMLevels.allCases.map { .init("\($0.rawValue)", words.oneTo($0.rawValue)) }
    }

    private func scale(_ dimension: RFMDimension) -> Node {
        let scale = form.scales[dimension] ?? .init(method: .parts, borders: [])
        return setting.card(words(dimension.phrase), id: dimension.rawValue, width: 4) {
            Node.p("lead", words(dimension.meaning))
            ChoiceView(
                words(Phrase.RFMSetup.method),
                Choices(
                    RFMForm.methodField(dimension), RFMForm.Method.allCases.map { .init($0.rawValue, words($0.phrase(dimension))) },
                    chosen: scale.method.rawValue)
            ).node
            for place in 0..<form.levels.borders {
                border(dimension, place, place < scale.borders.count ? scale.borders[place] : "")
            }
            Node.p("note", words(Phrase.RFMSetup.scaleNote))
        }
    }

    private func border(_ dimension: RFMDimension, _ place: Int, _ value: String) -> Node {
        let name = RFMForm.borderField(dimension, place)
        let field = Field(name, .text, value: value, isRequired: false, longest: 12)
        return FieldView(words.borderOfScore(form.levels.rawValue - place), field, problem: problem(name)).node
    }

    private var map: Node {
        setting.card(words(Phrase.RFMPage.mapGrid), id: "map-card", width: 12) {
            Node.div("fields") {
                ChoiceView(
                    words(Phrase.RFMSetup.map),
                    Choices(RFMForm.mapField, mapOptions, chosen: form.mapChoice.rawValue), problem: problem(RFMForm.mapField)
                ).node
            }
            Node.p("note", words(form.levels == .three ? Phrase.RFMSetup.mapNote : Phrase.RFMSetup.mapNoteFive))
            Node.make(.details, [.css("data")] + (form.mapChoice == .own ? [Attribute(name: .open, value: "open")] : [])) {
                Node.make(.summary) { Node.text(words(Phrase.RFMSetup.ownMap)) }
                cells
            }
        }
    }

    private var mapOptions: [Choices.Option] {
        RFMForm.MapChoice.allCases.filter { $0 != .corrected || form.levels == .three }.map { .init($0.rawValue, words($0.phrase)) }
    }

    private var cells: Node {
        RFMMapTables(words: words, levels: form.levels.rawValue) { recency, frequency, monetary in
            let score = recency * 100 + frequency * 10 + monetary
            let group = form.cells.group(recency: UInt8(recency), frequency: UInt8(frequency), monetary: UInt8(monetary))
            let options = RFMGroup.allCases.map { Choices.Option($0.slug, words($0.phrase)) }
            return (
                group, .select(Choices(RFMForm.cellField(score), options, chosen: group.slug), [.label(words.groupOfScores(score))])
            )
        }.node
    }

    private var help: Node {
        setting.help {
            Node.p(words(Phrase.RFMSetup.helpScales))
            Node.p(words(Phrase.RFMSetup.helpTies))
            Node.p(words(Phrase.RFMSetup.helpSave))
        }
    }
}
