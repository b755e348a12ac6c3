import BuyTillYouDie
import Facts
import Testing

@testable import CustomerValue

@Suite("A model that is kept")
struct ShopModelTests {
    /// Whether all columns are equal to the last bit.
    private static func expectSame(_ a: Predictions, _ b: Predictions) {
        #expect(a.hasPrediction == b.hasPrediction && a.numberOfOrders == b.numberOfOrders && a.clvMinorUnits == b.clvMinorUnits)
        #expect(a.clvLowMinorUnits == b.clvLowMinorUnits && a.clvHighMinorUnits == b.clvHighMinorUnits)
        #expect(a.spendVariance == b.spendVariance && a.probabilityAlive == b.probabilityAlive)
        #expect(a.probabilityOfOrder == b.probabilityOfOrder && a.daysToNextOrder == b.daysToNextOrder)
        #expect(a.isOverdue == b.isOverdue && a.logIntensity == b.logIntensity)
        #expect(a.clvClass == b.clvClass && a.likelihoodClass == b.likelihoodClass && a.thresholds == b.thresholds)
        #expect(a.asOf == b.asOf && a.horizonInDays == b.horizonInDays && a.course == b.course)
        #expect(a.commonFactors == b.commonFactors && a.commonFactorsOfYear == b.commonFactorsOfYear)
    }

    @Test("Shops hold what they are there for: trees, another horizon, ranges with the error of parameters")
    func shops() throws {
        let trees = try KeptShop.trees.get().model.model
        #expect(trees.adjustment?.orderRanker != nil && trees.adjustment?.spendRanker != nil)
        #expect(try KeptShop.quarter.get().model.model.ofYear.count == 1)
        let tiny = try KeptShop.tiny.get().model.model
        #expect(tiny.includesParameterError && tiny.spend.logCovariance != nil)
        #expect(try KeptShop.named.get().model.model.adjustment == nil)
    }

    @Test("It says of its shop what the analysis said, before and after it was kept", arguments: KeptShop.Kind.allCases)
    func sameNumbers(kind: KeptShop.Kind) throws {
        let shop = try kind.shop()
        let predictions = try #require(shop.analysis.predictions)
        let course = predictions.course.map(\.days)
        Self.expectSame(shop.model.predictions(shop.analysis.summaries, courseInDays: course), predictions)
        let bytes = shop.model.encoded
        let kept = try ShopModel(decoding: bytes)
        Self.expectSame(kept.predictions(shop.analysis.summaries, courseInDays: course), predictions)
        #expect(kept.encoded == bytes)
        #expect(kept.model.steps == shop.model.model.steps && kept.model.triedOn == shop.model.model.triedOn)
        #expect(kept.eligibility.findings == shop.model.eligibility.findings && kept.rfmBorders == shop.model.rfmBorders)
    }

    @Test("One customer alone has the numbers that the whole shop gives", arguments: KeptShop.Kind.allCases)
    func oneAtATime(kind: KeptShop.Kind) throws {
        let shop = try kind.shop()
        var predictor = LivePredictor(shop.model)
        let reasons = Reasons(shop.analysis)
        // On the day of the fit, and when a month has gone by.
        for later in [0, 31] {
            let asOf = SimulatedLog.asOf.advanced(byDays: later)
            let everyone = try CustomerSummaries(
                orders: shop.book.table, refunds: shop.book.refunds, options: KeptShop.summaryOptions(asOf: asOf))
            let together = shop.model.predictions(everyone)
            let scores = RFMScores(everyone, borders: shop.model.rfmBorders)
            #expect(together.asOf == asOf)
            for customer in 0..<UInt32(everyone.count) {
                let summaries = try shop.summaries(ofCustomer: customer, asOf: asOf)
                let alone = predictor.predict(summaries)
                #expect(alone[0] == together[Int(customer)], "customer \(customer)")
                let score = RFMScores(summaries, borders: shop.model.rfmBorders)
                #expect(score.recency[0] == scores.recency[Int(customer)] && score.frequency[0] == scores.frequency[Int(customer)])
                if later == 0 {
                    #expect(reasons.of(summaries, predictions: alone, rfm: score)[0] == reasons[Int(customer)])
                }
                #expect(score.monetary[0] == scores.monetary[Int(customer)] && score.group(0) == scores.group(Int(customer)))
            }
        }
    }

    @Test("An analysis by a kept model says on the day of the fit what the fit said", arguments: [KeptShop.Kind.trees, .quarter])
    func analysis(kind: KeptShop.Kind) throws {
        let shop = try kind.shop()
        let again = Analysis(shop.analysis.summaries, model: shop.model, minimumCustomers: 1, orderSource: "test")
        Self.expectSame(try #require(again.predictions), try #require(shop.analysis.predictions))
        #expect(again.totals == shop.analysis.totals && again.figuresByGroup.map(\.figures) == shop.analysis.figuresByGroup.map(\.figures))
        #expect(again.months.map(\.expectedMinorUnits) == shop.analysis.months.map(\.expectedMinorUnits))
        #expect(again.months.map(\.rangeMinorUnits) == shop.analysis.months.map(\.rangeMinorUnits) && !again.months.isEmpty)
        let notYet = Analysis(shop.analysis.summaries, model: shop.model, orderSource: "test")
        #expect(notYet.predictions == nil && !notYet.eligibility.isEligible && notYet.failure == nil)
        #expect(Analysis(shop.analysis.summaries, model: nil, minimumCustomers: 1, orderSource: "test").predictions == nil)
        // Whoever else is there: scores go by the borders of the fit.
        let first = try shop.summaries(ofCustomer: 0, asOf: SimulatedLog.asOf)
        let one = Analysis(first, model: shop.model, minimumCustomers: 1, orderSource: "test")
        #expect(one.rfm.thresholds == shop.model.rfmBorders && one.rfm.group(0) == shop.analysis.rfm.group(0))
    }

    @Test("By borders of their own shop customers have the scores that its terciles gave; without borders none")
    func scores() throws {
        let shop = try KeptShop.trees.get()
        let scores = RFMScores(shop.analysis.summaries, borders: shop.model.rfmBorders)
        #expect(scores.recency == shop.analysis.rfm.recency && scores.frequency == shop.analysis.rfm.frequency)
        #expect(scores.monetary == shop.analysis.rfm.monetary && scores.thresholds == shop.analysis.rfm.thresholds)
        let none = RFMScores(shop.analysis.summaries, borders: RFMScores.Thresholds())
        #expect(none.recency.allSatisfy { $0 == 0 } && none.group(0) == nil)
    }

    @Test("Without enough customers there is no model, and the analysis can be told a later day than any order's")
    func closed() throws {
        var book = OrderBook()
        for number in 0..<40 { book.order("c\(number)", SimulatedLog.asOf.advanced(byDays: -number).description, 10) }
        let asOf = SimulatedLog.asOf.advanced(byDays: 12)
        let analysis = try Analysis(
            orders: book.table, refunds: [], summary: KeptShop.summaryOptions(asOf: asOf), prediction: PredictionOptions(),
            minimumCustomers: Eligibility.standardMinimumCustomers, orderSource: "test")
        #expect(analysis.summaries.asOf == asOf && analysis.predictions == nil && ShopModel(analysis) == nil)
        #expect(analysis.summaries.daysSinceLastOrder(0) == 12)
    }

    @Test("Nobody, or customers without a purchase, are answered too")
    func nobody() throws {
        let shop = try KeptShop.trees.get()
        let returned = try #require(shop.analysis.summaries.number("returned"))
        let predictions = shop.model.predictions(try shop.summaries(ofCustomer: UInt32(returned)))
        #expect(predictions[0] == nil && predictions.thresholds == shop.model.thresholds)
    }
}
