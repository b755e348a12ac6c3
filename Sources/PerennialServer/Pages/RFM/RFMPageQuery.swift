import CustomerValue
import Facts
import Journal
import Population
import Shop

/// Fills the page of RFM groups: with what `GET /api/perennial/rfm` and `rfm-report` answer.
struct RFMPageQuery {
    let shop: Shop
    let medians: RFMMedianCounts
    let queue: WorkQueue

    /// Up to so many customers medians are worked out for every look: all their orders are read.
    var mostForMedians = 50_000

    func model(_ question: RFMQuestion) throws(PageFailure) -> RFMPageModel {
        let shown = shop.shownRFMModel
        var chosen = shown
        if let asked = question.model {
            guard let number = shop.ids.rfmModel(asked), let entry = shop.rfmModel(number) else { throw .notFound }
            chosen = entry
        }
        let days = question.days(today: shop.today)
        let inUse = shop.rfmInUse(by: chosen)
        var comparison: RFMPageModel.Comparison?
        let hasMedians = inUse.groups.customers <= mostForMedians
        if days.startProblem == nil, days.endProblem == nil,
            let report = shop.rfmReport(from: days.start, to: days.end, by: chosen, hasMedians: hasMedians)
        {
            let zone = shop.settings.timeZone
            let change = try? shop.lastChangeOfRFMSettings(of: chosen.number)?.at
            comparison = RFMPageModel.Comparison(
                report: report.report, hasMedians: hasMedians,
                medians: hasMedians
                    ? .init()
                    : medians.standing(
                        .init(model: chosen.number, start: days.start, end: days.end), chosen, shop, isAsked: question.wantsMedians,
                        on: queue),
                settingsChangedAt: change.flatMap { (days.start.advanced(byDays: 1)...days.end).contains(zone.day(of: $0)) ? $0 : nil })
        }
        let standing = shop.models.standing
        let models = shop.rfmModels.map { entry in
            RFMPageModel.Choice(
                id: shop.ids.id(entry.number), name: entry.name, isChosen: entry.number == chosen.number,
                isShown: entry.number == shown.number)
        }
        return RFMPageModel(
            question: question, models: models, groups: inUse.groups,
            figures: HomeQuery.groups(shop.figuresByRFMGroup(by: chosen.number), PredictionBasis(standing)),
            horizonInDays: PredictionBasis(standing)?.horizonInDays, start: days.start, end: days.end, startProblem: days.startProblem,
            endProblem: days.endProblem, comparison: comparison, settings: inUse.settings, borders: inUse.borders,
            bordersSettledAt: inUse.settledAt, computedAt: inUse.computedAt, isProcessing: inUse.isProcessing)
    }
}
