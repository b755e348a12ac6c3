import CustomerValue
import Facts
import SeededDice
import Testing

@testable import Population

@Suite("The figures of some profiles")
struct ProfileFiguresTests {
    private func score(
        orders: Int32, historic: Int64, predicted: Int64? = nil, churn: Double = 0, order: Double = 0, variance: Double = 0,
        overdue: Bool = false, clv: CustomerClass = .low, likelihood: CustomerClass = .low, rfm: RFMGroup? = nil
    ) -> CustomerScore {
        let day = ShopDay(daysSince1970: 20_000)
        let moment = orders > 0 ? Instant(secondsSince1970: 1_700_000_000) : nil
        return CustomerScore(
            asOf: day, numberOfOrders: orders, historicMinorUnits: historic, firstOrder: moment, lastOrder: moment,
            averageOrderMinorUnits: orders > 0 ? Double(historic) / Double(orders) : nil, averageDaysBetweenOrders: nil,
            prediction: predicted.map {
                CustomerScore.Prediction(
                    numberOfOrders: order, clvMinorUnits: $0, clvLowMinorUnits: 0, clvHighMinorUnits: 2 * $0, spendVariance: variance,
                    churnProbability: churn, probabilityOfOrder: order, expectedDateOfNextOrder: day, isOverdue: overdue, clvClass: clv,
                    likelihoodClass: likelihood)
            },
            rfm: rfm.map { CustomerScore.RFM(recency: 1, frequency: 1, monetary: 1, group: $0) })
    }

    /// A shop of so many people with these scores, in order.
    private func shop(_ scores: [CustomerScore?]) throws -> Population {
        let population = Population(currency: try #require(Currency(code: "EUR")), timeZone: .utc)
        for (row, score) in scores.enumerated() {
            let profile = ProfileNumber(UInt32(row))
            population.apply(
                .profile(ProfileFact(profile: profile, isNew: true, seconds: 1, change: Array("{}".utf8)[...])),
                sequence: UInt64(row + 1), recordedAt: Instant(secondsSince1970: 0))
            population.set(score: score, of: profile)
        }
        return population
    }

    private func near(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-9 * max(1, abs(b)) } ?? false }

    /// 000-36, 000-37 and 000-38 (002-20 to 002-22) on five people of a segment, by hand.
    @Test("Average CLV, future spend and returning customers are the article's")
    func article() throws {
        let population = try shop([
            score(orders: 1, historic: 2_000, predicted: 143, churn: 0.9, order: 0.1, variance: 100),
            score(orders: 1, historic: 1_000, predicted: 25, churn: 0.8, order: 0.1, variance: 100),
            score(orders: 2, historic: 5_000, predicted: 312, churn: 0.7, order: 0.2, variance: 200),
            score(orders: 1, historic: 1_500, predicted: 78, churn: 0.6, order: 0.2, variance: 200),
            score(orders: 4, historic: 8_000, predicted: 297, churn: 0.5, order: 0.3, variance: 300),
        ])
        let figures = population.figures(of: population.everybody, sharedError: 0.2)
        // 20 + 10 + 50 + 15 + 80 = 175 EUR of five people.
        #expect(figures.averageHistoricMinorUnits == 3_500)
        // 1.43 + 0.25 + 3.12 + 0.78 + 2.97 = 8.55 EUR.
        #expect(figures.predictedMinorUnits == 855)
        #expect(figures.averagePredictedMinorUnits == 171)
        #expect(figures.averageTotalMinorUnits == 3_671)
        // The mean churn risk is 0.7: of five people 30 % return.
        #expect(near(figures.averageChurnProbability, 0.7))
        #expect(near(figures.expectedReturningCustomers, 1.5))
        #expect(near(figures.sumOfProbabilityOfOrder, 0.9))
        // Nine orders brought 175 EUR; the customers' own averages are 20, 10, 25, 15 and 20 EUR.
        #expect(near(figures.averageOrderMinorUnits, 17_500.0 / 9))
        #expect(near(figures.meanOfAverageOrderMinorUnits, 1_800))
        // Chance: 1.2815 x the root of 900 = 38.4; the shared error: 20 % of 855 = 171; together 175.3. Ranges of single people, added up,
        // would go from 0 to 1,710.
        #expect(figures.predictedRangeMinorUnits == 680...1_030)
        #expect(figures.mix.churnTenths == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
        #expect(figures.mix.byChurnRisk.map(\.count) == [0, 2, 3])
    }

    @Test("Averages are over those who have the value: who never bought lowers none of them")
    func whoHasTheValue() throws {
        let population = try shop([
            nil, score(orders: 0, historic: 0), score(orders: 2, historic: 4_000),
            score(orders: 1, historic: 2_000, predicted: 500, churn: 0.25),
        ])
        let figures = population.figures(of: population.everybody, sharedError: 0.2)
        #expect([figures.members, figures.withHistory, figures.customers, figures.predicted] == [4, 3, 2, 1])
        #expect(figures.averageHistoricMinorUnits == 2_000)
        #expect(figures.averageTotalMinorUnits == 2_500)
        #expect(figures.expectedReturningCustomers == 0.75)
        #expect(figures.averageOrderMinorUnits == 2_000)
    }

    @Test("Nobody has no averages")
    func nobody() throws {
        let population = try shop([nil])
        let figures = population.figures(of: ProfileSet(capacity: 1), sharedError: 0.2)
        #expect(figures.members == 0 && figures.averageHistoricMinorUnits == nil && figures.averageOrderMinorUnits == nil)
        #expect(figures.averageTotalMinorUnits == nil && figures.expectedReturningCustomers == nil)
        #expect(figures.predictedRangeMinorUnits == nil)
    }

    @Test("Sets of random shops, against plain sums over their scores", arguments: 1...30 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        let shop = try RandomShop(seed: seed)
        shop.go(on: 400)
        let population = shop.population
        var some = ProfileSet(capacity: population.profileCount)
        population.everybody.forEach { profile in if shop.dice.chance(70) { some.set(profile, true) } }
        var scores: [CustomerScore] = []
        some.forEach { profile in population.scores[profile].map { scores.append($0) } }
        let predictions = scores.compactMap(\.prediction)
        let figures = population.figures(of: some, sharedError: 0.3)

        #expect(figures.members == some.count && figures.withHistory == scores.count && figures.predicted == predictions.count)
        #expect(figures.historicMinorUnits == scores.reduce(0) { $0 + $1.historicMinorUnits })
        #expect(figures.orders == scores.reduce(0) { $0 + Int($1.numberOfOrders) })
        #expect(figures.customers == scores.filter { $0.numberOfOrders > 0 }.count)
        let averages = scores.compactMap(\.averageOrderMinorUnits)
        if !averages.isEmpty { #expect(near(figures.meanOfAverageOrderMinorUnits, averages.reduce(0, +) / Double(averages.count))) }
        #expect(figures.predictedMinorUnits == predictions.reduce(0) { $0 + $1.clvMinorUnits })
        #expect(figures.totalMinorUnits == scores.compactMap(\.totalMinorUnits).reduce(0, +))
        #expect(near(figures.predictedOrders, predictions.reduce(0) { $0 + $1.numberOfOrders }))
        #expect(near(figures.sumOfProbabilityOfOrder, predictions.reduce(0) { $0 + $1.probabilityOfOrder }))
        #expect(near(figures.atStakeMinorUnits, predictions.reduce(0) { $0 + $1.churnProbability * Double($1.clvMinorUnits) }))
        #expect(figures.overdue == predictions.filter(\.isOverdue).count)
        if !predictions.isEmpty {
            let churn = predictions.reduce(0) { $0 + $1.churnProbability } / Double(predictions.count)
            #expect(near(figures.averageChurnProbability, churn))
            #expect(near(figures.expectedReturningCustomers, (1 - churn) * Double(predictions.count)))
            let variance = predictions.reduce(0) { $0 + $1.spendVariance }
            #expect(
                figures.predictedRangeMinorUnits
                    == GroupFigures.range(ofMinorUnits: figures.predictedMinorUnits, variance: variance, sharedError: 0.3))
        }
        for (risk, count) in figures.mix.byChurnRisk {
            #expect(count == predictions.filter { ChurnRisk($0.churnProbability) == risk }.count)
        }
        for (tenth, count) in figures.mix.churnTenths.enumerated() {
            let low = Double(tenth) / 10
            #expect(
                count == predictions.filter { $0.churnProbability >= low && ($0.churnProbability < low + 0.1 || tenth == 9) }.count)
        }
        for (category, count) in figures.mix.byCLVCategory { #expect(count == predictions.filter { $0.clvClass == category }.count) }
        for (likelihood, count) in figures.mix.byPurchaseLikelihood {
            #expect(count == predictions.filter { $0.likelihoodClass == likelihood }.count)
        }
        for (group, count) in figures.mix.byRFMGroup { #expect(count == scores.filter { $0.rfm?.group == group }.count) }
    }
}
