import CustomerValue
import Facts
import Population

/// All customers counted and scored, as of a day.
///
/// A class: its columns are not taken up and let go again for each customer.
final class Scoring: Sendable {
    let analysis: Analysis
    private let model: ShopModel?

    /// - Parameter rfm: how customers are scored; without borders these are settled over all of them.
    init(
        _ orders: OrdersOfShop, options: SummaryOptions, minimumCustomers: Int, model: ShopModel?, rfm: RFMScoring
    ) throws(SummaryError) {
        let summaries = try CustomerSummaries(orders: orders.orders, refunds: orders.refunds, options: options)
        let scores =
            rfm.borders.map { RFMScores(summaries, borders: $0, map: rfm.settings.map) } ?? RFMScores(summaries, settings: rfm.settings)
        analysis = Analysis(summaries, model: model, minimumCustomers: minimumCustomers, orderSource: "shop", rfm: scores)
        self.model = model
    }

    var borders: RFMScores.Thresholds { analysis.rfm.thresholds }

    func score(_ row: Int) -> CustomerScore? {
        CustomerScore.of(row, summaries: analysis.summaries, predictions: analysis.predictions, rfm: analysis.rfm)
    }

    /// What gives single customers their reasons. It is made from one customer, so that it does not hold the columns of all.
    func reasons(_ one: OrdersOfShop?, _ options: SummaryOptions) -> Reasons? {
        guard let model, analysis.predictions != nil, let one,
            let summaries = try? CustomerSummaries(orders: one.orders, refunds: one.refunds, options: options)
        else { return nil }
        return Reasons(analysis).of(
            summaries, predictions: model.predictions(summaries), rfm: RFMScores(summaries, borders: borders, map: analysis.rfm.map))
    }
}

extension ModelKeeper.Standing {
    /// No order counts: there are no figures.
    mutating func takeNothing(asOf day: ShopDay, at now: Instant) {
        eligibility = nil
        totals = nil
        months = []
        history = nil
        report = nil
        slipping = nil
        scoredAsOf = day
        scoredAt = now
    }

    /// Customers of whom it is said that they are slipping away.
    private static let mostSlipping = 50

    /// - Parameter profiles: of which profiles the scored customers are, in their order.
    mutating func take(_ scoring: Scoring, profiles: [ProfileNumber], at now: Instant) {
        let analysis = scoring.analysis
        eligibility = analysis.eligibility
        totals = analysis.totals
        months = analysis.months
        history = analysis.history
        report = analysis.summaries.report
        scoredAsOf = analysis.summaries.asOf
        scoredAt = now
        let reasons = Reasons(analysis)
        slipping = SlippingCustomers(analysis, most: Self.mostSlipping).map { slipping in
            ModelKeeper.Slipping(
                figures: slipping.figures, atStakeMinorUnits: slipping.atStakeMinorUnits,
                top: slipping.top.map { (profiles[$0.customer], $0.atStakeMinorUnits, reasons[$0.customer]) })
        }
    }
}
