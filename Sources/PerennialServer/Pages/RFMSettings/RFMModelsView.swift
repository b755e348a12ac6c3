import Markup
import Wording

/// The RFM models that stand side by side: which one is shown, and a new one.
struct RFMModelsView {
    let setting: PageSetting
    let model: RFMSettingsModel

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.RFMPage.models), id: "models", width: 12) {
            Node.p("lead", words(Phrase.RFMSetup.modelsLead))
            Table<Served>(
                under: "models-heading",
                headers: [words(Phrase.RFMSetup.name), words(Phrase.RFMSetup.usedBy), words(Phrase.RFMSetup.actions)],
                rows: model.models.map { row($0) }
            ).node
            new
        }
    }

    private func row(_ entry: RFMSettingsModel.Entry) -> [Cell] {
        [
            .node(
                .group {
                    Node.element(
                        .a, [.to(PagePaths.rfmSettings.with(RFMQuestion.modelParameter, entry.id))], [.outside(entry.name, longest: 60)])
                    if entry.isShown { Node.small(" · " + words(Phrase.RFMPage.isShown)) }
                }),
            .node(uses(entry)), .node(actions(entry)),
        ]
    }

    private func uses(_ entry: RFMSettingsModel.Entry) -> Node {
        guard !entry.segments.isEmpty else { return .text("–") }
        return .make(.ul, [.css("inline")]) { for name in entry.segments.prefix(5) { Node.make(.li) { Node.outside(name, longest: 60) } } }
    }

    private func actions(_ entry: RFMSettingsModel.Entry) -> Node {
        guard !entry.isShown else { return .element(.small, [], [.text(words(Phrase.RFMSetup.shownEverywhere))]) }
        return .div("buttons") {
            Node.form(to: PagePaths.rfmDefault, token: model.token) {
                Node.hidden(RFMQuestion.modelParameter, entry.id)
                Node.button(words(Phrase.RFMSetup.makeDefault), [.css("quiet")])
            }
            if !entry.isStandard, entry.segments.isEmpty {
                Node.element(
                    .a, [.css("button grave"), .to(PagePaths.rfmDelete.with(RFMQuestion.modelParameter, entry.id))],
                    [.text(words(Phrase.RFMSetup.delete))])
            }
        }
    }

    private var new: Node {
        Node.form(to: PagePaths.rfmNew, token: model.token, [.css("fields after")]) {
            FieldView(
                words(Phrase.RFMSetup.newName), Field("new", .text, value: model.newName),
                problem: model.newNameProblem.map { words.problem($0) }
            ).node
            Node.button(words(Phrase.RFMSetup.make), [.css("quiet")])
        }
    }
}
