import BuyTillYouDie
import CustomerValue
import Facts
import Markup
import Wording

/// Which models predict, how they did on earlier days, and what else was tried.
struct ModelView {
    let page: PageContext

    private static let scoresHeading = PageContext.Heading(text: Phrase.Model.scoresTitle, id: "model-scores")
    private static let stepsHeading = PageContext.Heading(text: Phrase.Model.stepsTitle, id: "model-steps")

    private var words: Words { page.words }

    var content: Node {
        guard let predictions = page.analysis.predictions else { return page.noPredictions }
        return .group([
            .p(lead(predictions.model)), components(predictions.model),
            page.heading(Self.scoresHeading), comparison,
            page.record.steps.isEmpty ? .nothing : .group([page.heading(Self.stepsHeading), steps]),
        ])
    }

    private func lead(_ model: PredictionModel) -> String {
        guard model.choice == .auto else { return words(Phrase.Model.leadNamed) }
        let isWeighted = page.record.steps.contains { $0.kind == .weights && $0.isUsed }
        return words(Phrase.Model.lead) + " " + words(isWeighted ? Phrase.Model.weighted : Phrase.Model.equalParts)
    }

    private func components(_ model: PredictionModel) -> Node {
        var rows = model.components.map { component -> [Cell] in
            let isGood = component.fit.didConverge && component.fit.boundaryParameters.isEmpty
            return [
                .text(ModelNames.title(component.fit.name)), .number(page.format.percent(component.weight)),
                .text(list(component.fit.parameters)), .text(words(isGood ? Phrase.Model.fitGood : Phrase.Model.fitRough)),
            ]
        }
        let spend = model.spend
        let isGood = spend.didConverge && spend.boundaryParameters.isEmpty
        let parameters = [("p", spend.gammaGamma.p), ("q", spend.gammaGamma.q), ("v", spend.gammaGamma.v)]
        rows.append([
            .text(words(Phrase.Model.spend)), .number("–"), .text(list(parameters)),
            .text(words(isGood ? Phrase.Model.fitGood : Phrase.Model.fitRough)),
        ])
        let headers = [Phrase.Model.model, Phrase.Model.weight, Phrase.Model.parameters, Phrase.Model.fit]
        return page.table(words(Phrase.Model.componentsTitle), headers: headers.map { words($0) }, rows: rows)
    }

    private func list(_ parameters: [(name: String, value: Double)]) -> String {
        parameters.map { "\($0.name)\u{A0}\(page.format.decimal($0.value, decimals: abs($0.value) < 100 ? 3 : 0))" }.joined(
            separator: " · ")
    }

    private var comparison: Node {
        guard let backtest = page.record.backtest, !backtest.folds.isEmpty else {
            let needed = page.record.backtest?.daysNeeded.map { " " + words.daysNeededForTrial($0) } ?? ""
            return page.empty(words(Phrase.Model.noBacktest) + needed)
        }
        let table = TrialTable(backtest, words) { page.estimate($0 * Double(page.currency.minorUnitsPerMajor)) }
        let rows = table.rows.map { row in [Cell.text(row.name)] + row.figures.map { .number($0) } }
        return .group([
            page.basisLine(page.trialBasis),
            page.table(under: Self.scoresHeading, headers: table.headers, rows: rows),
            .p("note", words(Phrase.Model.scoresMeaning)),
        ])
    }

    /// Why a step was taken or not, and for the season by how much it moves totals.
    private func why(_ step: ModelStep) -> String {
        let reason = step.reason.text(words)
        guard step.kind == .season, step.isUsed, let factor = step.amount, factor.isFinite, factor > 0 else { return reason }
        return words.withSize(reason, page.format.signedPercent(factor - 1))
    }

    private var steps: Node {
        let rows = page.record.steps.map { step -> [Cell] in
            [
                .text(words(step.kind.phrase)), .text(words(step.isUsed ? Phrase.Model.yes : Phrase.Model.no)),
                .text(why(step)), .number(step.measure.map { page.format.decimal($0.without, decimals: 3) } ?? "–"),
                .number(step.measure.map { page.format.decimal($0.with, decimals: 3) } ?? "–"),
            ]
        }
        let headers = [Phrase.Model.step, Phrase.Model.used, Phrase.Model.why, Phrase.Model.without, Phrase.Model.with]
        return page.table(under: Self.stepsHeading, headers: headers.map { words($0) }, rows: rows)
    }
}
