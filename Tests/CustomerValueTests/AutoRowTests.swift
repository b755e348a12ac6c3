import BuyTillYouDie
import Facts
import Foundation
import Testing

@testable import CustomerValue

@Suite("What auto says of every customer")
struct AutoRowTests {
    private static let cases = ShopKind.allCases.flatMap { kind in [1, 30, 90, 365, 1_000].map { (kind, $0) } }

    @Test("Shops of every kind, horizons from a day to years: every row keeps its promises, or there is a reason", arguments: cases)
    func promises(kind: ShopKind, horizon: Int) throws {
        let book = try kind.book()
        let asOf = kind.asOf
        let course = MonthForecast.endsInDays(asOf: asOf, horizonInDays: horizon)
        let (summaries, predictions) = try book.auto(
            asOf: asOf, horizonInDays: horizon, course: course, withParameterError: horizon == 90 && kind.isSmall)
        #expect(predictions.model.steps.map(\.kind) == ModelStep.Kind.allCases)
        for customer in 0..<summaries.count {
            let row = try #require(predictions[customer])
            let name: Comment = "customer \(customer): \(row)"
            #expect(row.numberOfOrders.isFinite && row.probabilityOfOrder.isFinite && row.spendVariance.isFinite, name)
            #expect((0...1).contains(row.churnProbability) && (0...1).contains(row.probabilityOfOrder), name)
            #expect(row.probabilityOfOrder <= 1 - row.churnProbability + 1e-12, name)
            #expect(row.numberOfOrders >= row.probabilityOfOrder - 1e-9, name)
            #expect(row.clvLowMinorUnits >= 0 && row.clvLowMinorUnits <= row.clvHighMinorUnits, name)
            #expect(row.clvMinorUnits >= 0 && row.spendVariance >= 0, name)
            #expect(row.expectedDateOfNextOrder > asOf && row.expectedDateOfNextOrder <= asOf.advanced(byDays: horizon), name)
        }
        let figures = GroupFigures(0..<summaries.count, summaries: summaries, predictions: predictions)
        let range = try #require(figures.predictedRangeMinorUnits)
        #expect(figures.predictedOrders.isFinite && range.contains(figures.predictedMinorUnits))
        // The course ends at the horizon's totals, and never falls.
        let last = try #require(predictions.course.last)
        #expect(last.days == horizon && abs(last.orders - predictions.totalOrders) <= 1e-9 * max(1, predictions.totalOrders))
        #expect(
            zip(predictions.course, predictions.course.dropFirst()).allSatisfy { $0.orders <= $1.orders && $0.minorUnits <= $1.minorUnits })
    }

    @Test("Churn rises strictly with silence at any power of P(active)", arguments: [0.3, 0.45, 0.75, 1.15, 1.3])
    func silence(power: Double) throws {
        let shop = try SimulatedShop(customers: 150, seed: 8)
        var model = try PredictionModel.averaged(shop.summaries)
        var adjustment = AutoAdjustment()
        adjustment.activityPower = power
        model.adjustment = adjustment
        for (frequency, recency) in [(0, 0.0), (1, 12), (5, 30), (40, 60)] {
            let histories = (0..<40).map {
                PurchaseHistory(frequency: frequency, recencyInWeeks: recency, ageInWeeks: recency + 2 * Double($0))
            }
            var forecaster = GroupForecaster(model, histories: PurchaseHistories(histories), horizon: Horizon(days: 90))
            var before = -1.0
            for group in histories.indices {
                forecaster.prepare(group: group)
                let forecast = forecaster.forecast(logIntensity: 0.3)
                let churn = 1 - forecast.probabilityAlive
                #expect(churn > before && churn < 1, "\(frequency) purchases, \(group * 2) weeks")
                #expect(forecast.probabilityOfOrder <= forecast.probabilityAlive)
                before = churn
            }
        }
    }

    @Test("Of customers alike in all but their silence the more silent one has the higher churn, as printed")
    func silenceAsPrinted() throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 150
        plan.seed = 12
        var book = try SimulatedLog(plan).book
        // Three purchases thirty days apart, and then nothing for longer and longer.
        let silences = Array(stride(from: 0, through: 700, by: 20))
        for silence in silences {
            for back in [0, 30, 60] {
                book.order("silent \(silence)", SimulatedLog.asOf.advanced(byDays: -silence - back).description, 25)
            }
        }
        let (summaries, predictions) = try book.auto(asOf: SimulatedLog.asOf, horizonInDays: 90)
        let churn = try silences.map { silence in
            try #require(summaries.number("silent \(silence)").flatMap { predictions[$0] }).churnProbability
        }
        #expect(zip(churn, churn.dropFirst()).allSatisfy { $0 < $1 }, "\(churn)")
    }

    @Test("A weekly buyer silent for eight weeks is less likely to buy than a yearly buyer silent for longer")
    func rhythms() throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 200
        plan.seed = 77
        plan.begins = { _, generator in 100 + Int(generator.next() % 1_300) }
        var book = try SimulatedLog(plan).book
        let asOf = SimulatedLog.asOf
        for week in 8..<60 { book.order("weekly", asOf.advanced(byDays: -7 * week).description, 20) }
        for year in 0..<4 { book.order("yearly", asOf.advanced(byDays: -150 - 365 * year).description, 20) }
        let (summaries, predictions) = try book.auto(asOf: asOf, horizonInDays: 365)
        let weekly = try #require(summaries.number("weekly").flatMap { predictions[$0] })
        let yearly = try #require(summaries.number("yearly").flatMap { predictions[$0] })
        #expect(weekly.churnProbability > yearly.churnProbability, "\(weekly.churnProbability) \(yearly.churnProbability)")
        #expect(weekly.probabilityOfOrder < yearly.probabilityOfOrder, "\(weekly.probabilityOfOrder) \(yearly.probabilityOfOrder)")
        #expect(weekly.likelihoodClass == .low && yearly.likelihoodClass != .low, "\(weekly.probabilityOfOrder) \(predictions.thresholds)")
        #expect(weekly.isOverdue && !yearly.isOverdue)
    }
}
