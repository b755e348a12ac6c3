import BuyTillYouDie
import Facts
import Foundation
import Testing

@testable import CustomerValue

@Suite("Forecasts at any intensity")
struct GroupForecasterTests {
    private static func model() throws -> PredictionModel {
        try PredictionModel.averaged(try SimulatedShop(customers: 150, seed: 33).summaries)
    }

    private static let histories: [PurchaseHistory] = [
        PurchaseHistory(frequency: 0, recencyInWeeks: 0, ageInWeeks: 3), PurchaseHistory(frequency: 0, recencyInWeeks: 0, ageInWeeks: 60),
        PurchaseHistory(frequency: 1, recencyInWeeks: 8, ageInWeeks: 30), PurchaseHistory(frequency: 6, recencyInWeeks: 50, ageInWeeks: 52),
        PurchaseHistory(frequency: 30, recencyInWeeks: 90, ageInWeeks: 91),
    ]

    @Test("Intensity one is exactly the plain average of distributions", arguments: [30, 365])
    func plain(days: Int) throws {
        let model = try Self.model()
        var forecaster = GroupForecaster(model, histories: PurchaseHistories(Self.histories), horizon: Horizon(days: days))
        let weeks = Double(days) / 7
        for (group, history) in Self.histories.enumerated() {
            forecaster.prepare(group: group)
            let forecast = forecaster.forecast(logIntensity: 0)
            let base = forecaster.base()
            var expected = 0.0
            var alive = 0.0
            var any = 0.0
            for component in model.components {
                let fitted = component.fit.model
                expected += component.weight * fitted.expectedPurchases(history, withinWeeks: weeks)
                alive += component.weight * fitted.probabilityAlive(history)
                any += component.weight * fitted.probabilityOfPurchase(history, withinWeeks: weeks)
            }
            #expect(abs(forecast.expectedPurchases - expected) < 1e-12 * max(1, expected))
            #expect(abs(forecast.probabilityAlive - alive) < 1e-12 && abs(forecast.probabilityOfOrder - any) < 1e-12)
            #expect(base.expectedPurchases == forecast.expectedPurchases && base.probabilityAlive == forecast.probabilityAlive)
        }
    }

    @Test("Between nodes expected purchases are within a thousandth of the exact value, probabilities within a hundredth")
    func interpolation() throws {
        let model = try Self.model()
        var generator = SeededGenerator(seed: 3)
        for days in [30, 365] {
            var forecaster = GroupForecaster(model, histories: PurchaseHistories(Self.histories), horizon: Horizon(days: days))
            for (group, history) in Self.histories.enumerated() {
                forecaster.prepare(group: group)
                for _ in 0..<12 {
                    let logIntensity = Double.random(in: -2...1.5, using: &generator)
                    let forecast = forecaster.forecast(logIntensity: logIntensity)
                    var expected = 0.0
                    var any = 0.0
                    for component in model.components {
                        let fitted = component.fit.model
                        let outlook = fitted.outlook(of: history).scaled(intensity: exp(logIntensity))
                        let share = component.weight * fitted.probabilityAlive(history)
                        expected += share * outlook.expectedPurchases(withinWeeks: Double(days) / 7)
                        any += share * outlook.probabilityOfPurchase(withinWeeks: Double(days) / 7)
                    }
                    let name: Comment = "\(history) at \(logIntensity), \(days) days: \(forecast)"
                    #expect(abs(forecast.probabilityOfOrder / any - 1) < 0.01, name)
                    #expect(abs(forecast.expectedPurchases / expected - 1) < 1e-3, name)
                    #expect(forecast.expectedPurchases >= forecast.probabilityOfOrder, name)
                }
            }
        }
    }

    @Test("More intensity: more purchases, likelier and sooner orders, higher points of spend; nobody more alive")
    func rises() throws {
        let model = try Self.model()
        var forecaster = GroupForecaster(model, histories: PurchaseHistories(Self.histories), horizon: Horizon(days: 180))
        for group in Self.histories.indices {
            forecaster.prepare(group: group)
            var before: (forecast: GroupForecaster.Forecast, high: Double)?
            for step in -12...12 {
                let logIntensity = Double(step) * 0.17
                let forecast = forecaster.forecast(logIntensity: logIntensity)
                let range = forecaster.spendRange((count: 2, mean: 30), logIntensity: logIntensity)
                #expect(range.low >= 0 && range.low <= range.high)
                if let before {
                    #expect(forecast.expectedPurchases > before.forecast.expectedPurchases)
                    #expect(forecast.probabilityOfOrder > before.forecast.probabilityOfOrder)
                    #expect(forecast.daysToNextOrder <= before.forecast.daysToNextOrder)
                    #expect(forecast.probabilityAlive == before.forecast.probabilityAlive && range.high >= before.high)
                }
                #expect(forecast.probabilityOfOrder < forecast.probabilityAlive)
                before = (forecast, range.high)
            }
        }
    }

    @Test("The probability to spend more than the high point is a tenth, than the low point nine tenths")
    func survival() throws {
        let model = try Self.model()
        var forecaster = GroupForecaster(model, histories: PurchaseHistories(Self.histories), horizon: Horizon(days: 365))
        var checked = 0
        for group in Self.histories.indices {
            forecaster.prepare(group: group)
            for logIntensity in [0, 0.5, -0.25] {
                let observed = (count: Self.histories[group].frequency + 1, mean: 42.0)
                let range = forecaster.spendRange(observed, logIntensity: logIntensity)
                for (point, level) in [(range.low, 0.9), (range.high, 0.1)] where point > 0 {
                    checked += 1
                    #expect(abs(forecaster.probabilityAbove(point, observed, logIntensity: logIntensity) - level) < 2e-3)
                }
                #expect(
                    abs(
                        forecaster.probabilityAbove(1e-9, observed, logIntensity: logIntensity)
                            - forecaster.forecast(logIntensity: logIntensity).probabilityOfOrder) < 1e-6)
            }
        }
        #expect(checked > 12)
    }

    @Test("A level of the high point learnt from earlier days is the level that is printed")
    func level() throws {
        var model = try Self.model()
        var highs: [Double] = []
        for level in [0.06, 0.1, 0.16] {
            var adjustment = AutoAdjustment()
            adjustment.survivalAtHigh = level
            model.adjustment = adjustment
            var forecaster = GroupForecaster(model, histories: PurchaseHistories(Self.histories), horizon: Horizon(days: 365))
            forecaster.prepare(group: 3)
            let range = forecaster.spendRange((count: 7, mean: 42), logIntensity: 0)
            #expect(abs(forecaster.probabilityAbove(range.high, (count: 7, mean: 42), logIntensity: 0) - level) < 1e-3)
            highs.append(range.high)
        }
        #expect(highs[0] > highs[1] && highs[1] > highs[2])
    }
}
