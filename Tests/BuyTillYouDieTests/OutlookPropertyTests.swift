import Foundation
import Testing

@testable import BuyTillYouDie

/// What must hold of every model, customer and horizon.
@Suite struct OutlookPropertyTests {
    /// 60 draws of three models, a customer and a horizon.
    static func forEachDraw(
        seed: UInt64, _ body: (any PurchaseModel, PurchaseHistory, Double, Comment) throws -> Void
    ) rethrows {
        var draws = Draws(seed: seed)
        for _ in 0..<60 {
            let history = draws.history()
            let weeks = draws.weeks()
            for model in draws.models() {
                try body(model, history, weeks, "\(type(of: model).name) \(model.parameters) \(history) \(weeks)")
            }
        }
    }

    @Test func probabilitiesAreProbabilitiesInTheirOrder() {
        Self.forEachDraw(seed: 1) { model, history, weeks, comment in
            let alive = model.probabilityAlive(history)
            let once = model.probabilityOfPurchase(history, withinWeeks: weeks)
            let expected = model.expectedPurchases(history, withinWeeks: weeks)
            #expect(alive >= 0 && alive <= 1, comment)
            #expect(once >= 0 && once <= alive, comment)
            #expect(expected >= once * (1 - 1e-12) && expected.isFinite, comment)
            #expect(model.logLikelihood(of: history).isFinite, comment)
        }
    }

    @Test func moreTimeBringsMore() {
        Self.forEachDraw(seed: 2) { model, history, weeks, comment in
            let outlook = model.outlook(of: history)
            // Both level off where everyone has stopped or bought: equal then, but for the rounding of two quadratures.
            let fewer = outlook.expectedPurchases(withinWeeks: weeks)
            let less = outlook.probabilityOfPurchase(withinWeeks: weeks)
            #expect(outlook.expectedPurchases(withinWeeks: 2 * weeks) >= fewer * (1 - 1e-11), comment)
            #expect(outlook.probabilityOfPurchase(withinWeeks: 2 * weeks) >= less * (1 - 1e-11), comment)
        }
    }

    @Test func countsSumToOneAndHaveTheExpectedMean() {
        Self.forEachDraw(seed: 3) { model, history, weeks, comment in
            let outlook = model.outlook(of: history)
            let counts = outlook.purchaseCountDistribution(withinWeeks: weeks)
            var sum = 0.0
            var mean = 0.0
            for n in counts.indices {
                #expect(counts[n] >= 0, comment)
                sum += counts[n]
                mean += Double(n) * counts[n]
            }
            #expect(abs(sum - 1) < 1e-10, comment)
            #expect(abs(1 - counts[0] - outlook.probabilityOfPurchase(withinWeeks: weeks)) < 1e-7, comment)
            let expected = outlook.expectedPurchases(withinWeeks: weeks)
            if counts.count < Outlook.longestDistribution {
                #expect(abs(mean - expected) <= 1e-7 * expected + 1e-12, "\(mean) for \(expected): \(comment)")
            } else {
                #expect(mean <= expected * (1 + 1e-9), comment)
            }
        }
    }

    @Test func nextPurchaseComesWithinTheHorizonInOrder() {
        Self.forEachDraw(seed: 4) { model, history, weeks, comment in
            let outlook = model.outlook(of: history)
            let reached = outlook.probabilityOfPurchase(withinWeeks: weeks)
            var previous = 0.0
            for q in [0.01, 0.2, 0.5, 0.8, 0.99] {
                let time = outlook.quantileOfNextPurchaseInWeeks(q, withinWeeks: weeks)
                #expect(time >= previous && time <= weeks, comment)
                #expect(abs(outlook.probabilityOfPurchase(withinWeeks: time) - q * reached) < 1e-9, comment)
                previous = time
            }
            #expect(outlook.quantileOfNextPurchaseInWeeks(1, withinWeeks: weeks) == weeks)
            #expect(outlook.quantileOfNextPurchaseInWeeks(0, withinWeeks: weeks) == 0)
        }
    }

    @Test func silenceMakesInactive() throws {
        let models: [any PurchaseModel] = [
            try #require(BGNBD(parameters: [0.24, 4.4, 0.79, 2.4])), try #require(MBGNBD(parameters: [0.52, 6.2, 0.89, 1.6])),
            try #require(ParetoNBD(parameters: [0.55, 10.6, 0.61, 11.7])),
        ]
        for model in models {
            for frequency in [1, 4, 40] {
                let alive = [20.0, 30, 50, 90].map {
                    model.probabilityAlive(PurchaseHistory(frequency: frequency, recencyInWeeks: 20, ageInWeeks: $0))
                }
                #expect(alive == alive.sorted(by: >) && Set(alive).count == alive.count)
            }
        }
        // What plain BG/NBD says of one-time buyers, and why `auto` does not use it for churn.
        #expect(models[0].probabilityAlive(PurchaseHistory(frequency: 0, recencyInWeeks: 0, ageInWeeks: 500)) == 1)
        #expect(models[1].probabilityAlive(PurchaseHistory(frequency: 0, recencyInWeeks: 0, ageInWeeks: 500)) < 0.5)
    }

    @Test(arguments: [0, -1, Double.nan, -Double.infinity])
    func noHorizonNoPurchase(weeks: Double) throws {
        for parameters in [[0.24, 4.4, 0.79, 2.4], [1, 1, 1, 1]] {
            for model in [
                BGNBD(parameters: parameters)?.outlook(frequency: 2, ageInWeeks: 9),
                ParetoNBD(parameters: parameters)?.outlook(frequency: 2, ageInWeeks: 9),
            ] {
                let outlook = try #require(model)
                #expect(outlook.expectedPurchases(withinWeeks: weeks) == 0)
                #expect(outlook.probabilityOfPurchase(withinWeeks: weeks) == 0)
                #expect(outlook.purchaseCountDistribution(withinWeeks: weeks) == [1])
                #expect(outlook.quantileOfNextPurchaseInWeeks(0.5, withinWeeks: weeks) == 0)
            }
        }
    }
}
