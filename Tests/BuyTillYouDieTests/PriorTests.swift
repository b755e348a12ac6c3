import CVectorMath
import Foundation
import Testing

@testable import BuyTillYouDie

/// A prior decides where customers are few, vanishes where they are many, and never enters the log-likelihood that is reported.
@Suite struct PriorTests {
    static func prior() throws -> ParameterPrior {
        try #require(ParameterPrior(logMeans: [log(0.8), log(6), log(0.5), log(1.5)], logDeviations: [0.7, 1, 0.8, 0.8]))
    }

    static func rows(customers: Int, seed: UInt64) throws -> [PurchaseHistory] {
        let model = try #require(MBGNBD(parameters: [0.6, 8, 0.6, 2.5]))
        var generator = SeededGenerator(seed: seed)
        return model.simulate(customers: customers, ageInWeeks: 60, horizonInWeeks: 0, using: &generator).histories
    }

    @Test("The penalised value has the penalised gradient", arguments: GradientTests.points) func gradient(point: [Double]) throws {
        let columns = PurchaseHistories(GradientTests.histories(seed: 5))
        let prior = try Self.prior()
        for weight in [200.0, 3] {
            let objective = PenalisedObjective(
                data: BetaGeometricObjective<MBGNBD>(histories: columns, path: CVM_PATH_SCALAR), prior: prior, totalWeight: weight)
            GradientTests.check(objective, at: point, "mbg-nbd with a prior at \(point)")
            let pareto = PenalisedObjective(
                data: ParetoObjective(histories: columns, path: CVM_PATH_SCALAR), prior: prior, totalWeight: weight)
            GradientTests.check(pareto, at: point, "pareto-nbd with a prior at \(point)")
            var unused = [0.0, 0, 0, 0]
            let penalty = objective.value(at: point, gradient: &unused) - objective.data.value(at: point, gradient: &unused)
            #expect(abs(penalty - prior.penalty(at: point) / weight) < 1e-9 * max(1, penalty))
        }
    }

    @Test("The penalty is zero at the prior's centre and a half at one deviation") func penalty() throws {
        let prior = try Self.prior()
        #expect(prior.penalty(at: prior.logMeans) == 0)
        var moved = prior.logMeans
        moved[1] += prior.logDeviations[1]
        #expect(abs(prior.penalty(at: moved) - 0.5) < 1e-12)
    }

    @Test("The more customers, the nearer to maximum likelihood: ten times as many, a tenth of the way") func vanishes() throws {
        let rows = try Self.rows(customers: 300, seed: 1)
        var distances: [Double] = []
        for times in [1.0, 10, 100] {
            let histories = PurchaseHistories(rows, weights: rows.map { _ in times })
            let plain = try MBGNBD.fit(histories)
            var options = FitOptions()
            options.prior = try Self.prior()
            let drawn = try MBGNBD.fit(histories, options: options)
            #expect(plain.didConverge && drawn.didConverge)
            distances.append(zip(plain.model.parameters, drawn.model.parameters).map { abs(log($0 / $1)) }.max() ?? 0)
        }
        #expect(distances[2] > 0 && distances[2] < 0.01, "\(distances)")
        #expect((7...13).contains(distances[1] / distances[2]), "\(distances)")
        #expect(distances[0] > 3 * distances[1], "\(distances)")
    }

    @Test("Three customers: the prior decides, where maximum likelihood runs to its bounds") func few() throws {
        let rows = [
            PurchaseHistory(frequency: 2, recencyInWeeks: 20, ageInWeeks: 30),
            PurchaseHistory(frequency: 2, recencyInWeeks: 18, ageInWeeks: 28),
            PurchaseHistory(frequency: 2, recencyInWeeks: 25, ageInWeeks: 33),
        ]
        let histories = PurchaseHistories(rows)
        let prior = try Self.prior()
        var options = FitOptions()
        options.prior = prior
        let drawn = try MBGNBD.fit(histories, options: options)
        let plain = try MBGNBD.fit(histories)
        #expect(drawn.didConverge && drawn.boundaryParameters.isEmpty && drawn.hessianIsUsable)
        for index in 0..<4 {
            let deviations = (log(drawn.model.parameters[index]) - prior.logMeans[index]) / prior.logDeviations[index]
            #expect(abs(deviations) < 1.5, "\(MBGNBD.parameterNames[index]) \(drawn.model.parameters[index])")
        }
        let furthest = (0..<4).map { abs(log(plain.model.parameters[$0]) - prior.logMeans[$0]) / prior.logDeviations[$0] }.max() ?? 0
        #expect(furthest > 4, "\(plain.model.parameters)")
    }

    @Test("The log-likelihood is that of the data alone, and so never above that of maximum likelihood") func logLikelihood() throws {
        let histories = PurchaseHistories(try Self.rows(customers: 40, seed: 3))
        var options = FitOptions()
        options.prior = try Self.prior()
        let drawn = try MBGNBD.fit(histories, options: options)
        #expect(abs(drawn.logLikelihood - drawn.model.logLikelihood(of: histories)) < 1e-8 * abs(drawn.logLikelihood))
        let pareto = try ParetoNBD.fit(histories, options: options)
        #expect(abs(pareto.logLikelihood - pareto.model.logLikelihood(of: histories)) < 1e-8 * abs(pareto.logLikelihood))
        #expect(try MBGNBD.fit(histories).logLikelihood >= drawn.logLikelihood)
    }

    @Test("A prior of another model's length is not taken up, an unusable one cannot be made") func unusable() throws {
        let histories = PurchaseHistories(try Self.rows(customers: 40, seed: 3))
        var options = FitOptions()
        options.prior = ParameterPrior(logMeans: [0, 0, 0], logDeviations: [1, 1, 1])
        #expect(try MBGNBD.fit(histories, options: options).model.parameters == MBGNBD.fit(histories).model.parameters)
        #expect(ParameterPrior(logMeans: [0, 0], logDeviations: [1]) == nil)
        #expect(ParameterPrior(logMeans: [.nan], logDeviations: [1]) == nil)
        #expect(ParameterPrior(logMeans: [0], logDeviations: [0]) == nil)
        #expect(ParameterPrior(logMeans: [0], logDeviations: [.infinity]) == nil)
    }
}
