import Foundation
import Testing

@testable import BuyTillYouDie

/// Where other libraries return NaN, raise, or call a boundary an optimum.
@Suite struct StabilityTests {
    static func expectHonest<Model: ParametricModel>(_ fit: Fit<Model>, _ comment: Comment) {
        for value in fit.model.parameters { #expect(value.isFinite && value >= 1e-5 * 0.999 && value <= 1e6 * 1.001, comment) }
        #expect(fit.logLikelihood.isFinite, comment)
        #expect(fit.hessianIsUsable == (fit.standardErrors != nil) && fit.hessianIsUsable == (fit.logCovariance != nil), comment)
        if !fit.boundaryParameters.isEmpty || !fit.didConverge { #expect(!fit.hessianIsUsable, comment) }
        let points = fit.parameterPoints()
        #expect(points.count == (fit.hessianIsUsable ? 2 * fit.model.parameters.count + 1 : 1), comment)
        #expect(abs(points.reduce(0) { $0 + $1.weight } - 1) < 1e-12, comment)
    }

    static func fitAll(_ rows: [PurchaseHistory], _ name: String) throws -> [[String]] {
        let histories = PurchaseHistories(rows)
        let bg = try BGNBD.fit(histories)
        let mbg = try MBGNBD.fit(histories)
        let pareto = try ParetoNBD.fit(histories)
        expectHonest(bg, "bg-nbd, \(name)")
        expectHonest(mbg, "mbg-nbd, \(name)")
        expectHonest(pareto, "pareto-nbd, \(name)")
        for row in rows.prefix(20) {
            for model in [bg.model, mbg.model, pareto.model] as [any PurchaseModel] {
                let expected = model.expectedPurchases(row, withinWeeks: 52)
                let once = model.probabilityOfPurchase(row, withinWeeks: 52)
                #expect(expected.isFinite && expected >= once * (1 - 1e-9) && once >= 0 && once <= 1, "\(name) \(row)")
            }
        }
        return [bg.reservations, mbg.reservations, pareto.reservations]
    }

    @Test func nobodyCameBack() throws {
        let rows = (0..<300).map { PurchaseHistory(frequency: 0, recencyInWeeks: 0, ageInWeeks: 10 + Double($0) / 10) }
        // Rates of zero explain everything: no model is identified, and none says it is.
        #expect(try Self.fitAll(rows, "x = 0").allSatisfy { !$0.isEmpty })
    }

    @Test func oneCustomer() throws {
        for row in [
            PurchaseHistory(frequency: 0, recencyInWeeks: 0, ageInWeeks: 30),
            PurchaseHistory(frequency: 4, recencyInWeeks: 20, ageInWeeks: 30),
            PurchaseHistory(frequency: 0, recencyInWeeks: 0, ageInWeeks: 0),
        ] {
            #expect(try Self.fitAll([row], "\(row)").allSatisfy { !$0.isEmpty })
        }
    }

    @Test func purchasesInThousands() throws {
        let rows = (0..<100).map { index in
            PurchaseHistory(frequency: 1_000 + 70 * index, recencyInWeeks: 100 - Double(index % 9), ageInWeeks: 100)
        }
        _ = try Self.fitAll(rows, "x in thousands")
    }

    @Test func noTimeHasPassed() throws {
        let rows = (0..<50).map { PurchaseHistory(frequency: 0, recencyInWeeks: 0, ageInWeeks: $0 < 40 ? 0 : 1) }
        _ = try Self.fitAll(rows, "T = 0")
    }

    @Test func nobodyStops() throws {
        var generator = SeededGenerator(seed: 41)
        let truth = try #require(BGNBD(parameters: [1.5, 4, 1e-4, 10]))
        let drawn = truth.simulate(customers: 800, ageInWeeks: 40, horizonInWeeks: 0, using: &generator)
        let flags = try Self.fitAll(drawn.histories, "nobody stops")
        // Dropout is what the data say nothing about.
        #expect(flags.allSatisfy { !$0.isEmpty })
    }

    @Test func everyoneAlike() throws {
        let rows = [PurchaseHistory](repeating: PurchaseHistory(frequency: 5, recencyInWeeks: 40, ageInWeeks: 52), count: 500)
        _ = try Self.fitAll(rows, "everyone alike")
    }

    @Test func constantSpend() throws {
        let counts = (0..<400).map { Int32(1 + $0 % 6) }
        let fit = try GammaGamma.fit(SpendHistories(count: counts, mean: [Double](repeating: 25, count: 400)))
        Self.expectHonestSpend(fit)
        #expect(!fit.boundaryParameters.isEmpty)
        for n in [0, 1, 5] { #expect(abs(fit.model.expectedSpend(count: n, mean: 25) - 25) < 0.05) }
        let nearly = (0..<400).map { 25 + 0.01 * Double($0 % 7) }
        Self.expectHonestSpend(try GammaGamma.fit(SpendHistories(count: counts, mean: nearly)))
        // The unit of money does not matter.
        let yen = try GammaGamma.fit(SpendHistories(count: counts, mean: nearly.map { $0 * 1e9 }))
        #expect(abs(yen.model.expectedSpend(count: 2, mean: 25e9) / 25e9 - 1) < 0.01)
    }

    static func expectHonestSpend(_ fit: Fit<GammaGamma>) {
        #expect(fit.model.parameters.allSatisfy { $0.isFinite && $0 > 0 } && fit.logLikelihood.isFinite)
        #expect(fit.hessianIsUsable == (fit.standardErrors != nil))
        if !fit.boundaryParameters.isEmpty || !fit.didConverge { #expect(!fit.hessianIsUsable) }
    }

    /// Predictions for impossible customers are those for the nearest possible ones, and finite.
    @Test func impossibleCustomers() throws {
        let models: [any PurchaseModel] = [
            try #require(BGNBD(parameters: [0.24, 4.4, 0.79, 2.4])), try #require(MBGNBD(parameters: [0.52, 6.2, 0.89, 1.6])),
            try #require(ParetoNBD(parameters: [0.55, 10.6, 0.61, 11.7])),
        ]
        let impossible: [(Int, Double, Double)] = [
            (-5, 3, 9), (2, 30, 9), (2, -1, 9), (2, .nan, 9), (2, 3, .nan), (2, 3, -4), (2, .infinity, .infinity), (.max, 3, 9),
        ]
        for model in models {
            for (frequency, recency, age) in impossible {
                let customer = PurchaseHistory(frequency: frequency, recencyInWeeks: recency, ageInWeeks: age)
                let values = [
                    model.logLikelihood(of: customer), model.probabilityAlive(customer),
                    model.expectedPurchases(customer, withinWeeks: 52), model.probabilityOfPurchase(customer, withinWeeks: 52),
                    model.quantileOfNextPurchaseInWeeks(0.5, customer, withinWeeks: 52),
                ]
                #expect(values.allSatisfy { $0.isFinite }, "\(type(of: model).name) \(customer) \(values)")
            }
        }
        let counts = models[2].outlook(frequency: .max, ageInWeeks: 9).purchaseCountDistribution(withinWeeks: 52)
        #expect(abs(counts.reduce(0, +) - 1) < 1e-9)
    }

    @Test func nonsenseIsRefused() {
        let bad = [
            PurchaseHistory(frequency: 1, recencyInWeeks: 9, ageInWeeks: 8),
            PurchaseHistory(frequency: 1, recencyInWeeks: .nan, ageInWeeks: 8),
            PurchaseHistory(frequency: -1, recencyInWeeks: 0, ageInWeeks: 8),
            PurchaseHistory(frequency: 0, recencyInWeeks: 1, ageInWeeks: 8),
            PurchaseHistory(frequency: 1, recencyInWeeks: 0, ageInWeeks: .infinity),
        ]
        for row in bad {
            #expect(throws: FitError.unusableHistory) { try BGNBD.fit(PurchaseHistories([row])) }
            #expect(throws: FitError.unusableHistory) { try ParetoNBD.fit(PurchaseHistories([row])) }
        }
        let good = PurchaseHistory(frequency: 1, recencyInWeeks: 3, ageInWeeks: 8)
        #expect(throws: FitError.unusableHistory) { try MBGNBD.fit(PurchaseHistories([good], weights: [.nan])) }
        #expect(throws: FitError.noCustomers) { try MBGNBD.fit(PurchaseHistories([])) }
        #expect(throws: FitError.noCustomers) { try MBGNBD.fit(PurchaseHistories([good], weights: [0])) }
        #expect(throws: FitError.unusableHistory) { try GammaGamma.fit(SpendHistories(count: [1], mean: [0])) }
        #expect(throws: FitError.unusableHistory) { try GammaGamma.fit(SpendHistories(count: [0], mean: [5])) }
        #expect(throws: FitError.noCustomers) { try GammaGamma.fit(SpendHistories(count: [], mean: [])) }
        var options = FitOptions()
        options.lowerBound = 0
        #expect(throws: FitError.unusableOptions) { try BGNBD.fit(PurchaseHistories([good]), options: options) }
        #expect(BGNBD(parameters: [1, 1, 1]) == nil && ParetoNBD(parameters: [1, 1, 1, 0]) == nil)
        #expect(GammaGamma(parameters: [1, .infinity, 1]) == nil && MBGNBD(parameters: [1, .nan, 1, 1]) == nil)
    }
}

extension Fit {
    /// Why the fit says it is not to be relied on; empty where it says nothing.
    fileprivate var reservations: [String] {
        boundaryParameters + (hessianIsUsable ? [] : ["hessian"]) + (didConverge ? [] : ["search"])
    }
}
