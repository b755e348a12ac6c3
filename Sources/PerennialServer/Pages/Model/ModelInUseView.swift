import CustomerValue
import Facts
import Markup
import Reports
import Wording

/// The model in use: what it is, what it was fitted on, and why it was chosen.
struct ModelInUseView {
    let setting: PageSetting
    let model: ModelPageModel

    private var words: Words { setting.words }

    var node: Node {
        setting.card(words(Phrase.CustomerValuePage.model), id: "model", width: 12) {
            if let fitted = model.inUse, let shopModel = model.model {
                Node.p("lead", why(shopModel.model))
                setting.pairs(FittedModelView(setting: setting, model: fitted).pairs(fitted))
                components(shopModel.model)
                if !shopModel.model.steps.isEmpty { steps(shopModel) }
            } else {
                Node.p("empty", words(Phrase.ModelCard.none))
            }
            ConditionsView(setting: setting, conditions: model.conditions).node
        }
    }

    private func why(_ model: PredictionModel) -> String {
        guard model.choice == .auto else { return words(Phrase.Model.leadNamed) }
        let isWeighted = model.steps.contains { $0.kind == .weights && $0.isUsed }
        return words(Phrase.Model.lead) + " " + words(isWeighted ? Phrase.Model.weighted : Phrase.Model.equalParts)
    }

    private func components(_ model: PredictionModel) -> Node {
        let rows = model.components.map { component -> [Cell] in
            let isGood = component.fit.didConverge && component.fit.boundaryParameters.isEmpty
            return [
                .text(ModelNames.title(component.fit.name)), .number(setting.format.percent(component.weight)),
                .number(component.logScore.map { setting.format.decimal($0, decimals: 4) } ?? "–"),
                .text(words(isGood ? Phrase.Model.fitGood : Phrase.Model.fitRough)),
            ]
        }
        return Table<Served>(
            caption: words(Phrase.Model.componentsTitle),
            headers: [
                words(Phrase.Model.model), words(Phrase.Model.weight), words(Phrase.CustomerValuePage.logScore), words(Phrase.Model.fit),
            ], rows: rows
        ).node
    }

    private func steps(_ shopModel: ShopModel) -> Node {
        let rows = shopModel.model.steps.map { step -> [Cell] in
            [
                .text(words(step.kind.phrase)), .text(words(step.isUsed ? Phrase.Model.yes : Phrase.Model.no)),
                .text(step.reason.text(words)), .number(step.measure.map { setting.format.decimal($0.without, decimals: 3) } ?? "–"),
                .number(step.measure.map { setting.format.decimal($0.with, decimals: 3) } ?? "–"),
            ]
        }
        let days = shopModel.model.triedOn.map { setting.format.date($0) }
        return .make(.details, [.css("data")]) {
            Node.make(.summary) { Node.text(words(Phrase.CustomerValuePage.steps)) }
            if !days.isEmpty {
                Node.p("note", words.triedOn(days, horizonInDays: shopModel.model.triedHorizonInDays, sampled: nil))
            }
            Table<Served>(
                caption: words(Phrase.Model.stepsTitle),
                headers: [Phrase.Model.step, Phrase.Model.used, Phrase.Model.why, Phrase.Model.without, Phrase.Model.with].map {
                    words($0)
                },
                rows: rows
            ).node
        }
    }
}
