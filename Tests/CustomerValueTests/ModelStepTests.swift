import BuyTillYouDie
import Facts
import Foundation
import Testing

@testable import CustomerValue

@Suite("Steps of auto")
struct ModelStepTests {
    private static let asOf = SimulatedLog.asOf

    /// Two and a half years with a season of half as much again and one wholesale order: every step has something to look at.
    private static func book() throws -> OrderBook {
        var plan = SimulatedLog.Plan()
        plan.customers = 215
        plan.seed = 9
        plan.begins = { _, generator in 30 + Int(generator.next() % 850) }
        plan.factor = { (0..<90).contains(($0 + 3_650) % 365) ? 1.5 : 1 }
        plan.most = 1.5
        var book = try SimulatedLog(plan).book
        book.order("wholesale", asOf.advanced(byDays: -500).description, 25_000)
        return book
    }

    @Test(
        "Each step can be switched off, says so, and then has no effect; all are reported once, in their order",
        arguments: ModelStep.Kind.allCases)
    func switchedOff(kind: ModelStep.Kind) throws {
        let book = try Self.book()
        let summaries = try book.summaries { $0.asOf = Self.asOf }
        let model = try book.autoModel(summaries, horizonInDays: 90, without: [kind])
        #expect(model.steps.map(\.kind) == ModelStep.Kind.allCases)
        let step = try #require(model.steps.first { $0.kind == kind })
        #expect(!step.isUsed && step.reason == .switchedOff && step.measure == nil && step.amount == nil)
        #expect(model.steps.allSatisfy { $0.kind == kind || $0.reason != .switchedOff })
        let adjustment = try #require(model.adjustment)
        switch kind {
        case .weights: #expect(model.components.map(\.weight) == [0.5, 0.5])
        case .prior:
            let plain = try MBGNBD.fit(Buyers(summaries).histories)
            #expect(model.components[0].fit.parameters.map(\.value) == plain.model.parameters)
            #expect(model.components[0].fit.logLikelihood == plain.logLikelihood)
        case .season: #expect(adjustment.logLevel == 0 && adjustment.spendLogLevel == 0)
        case .ranker: #expect(adjustment.orderRanker == nil && adjustment.spendRanker == nil)
        case .calibration: #expect(adjustment.activityPower == 1)
        case .winsorize: #expect(model.spend.limit == nil)
        case .truncation: #expect(exp(adjustment.logLevel) == model.steps.first { $0.kind == .season }?.amount ?? 1)
        }
    }

    @Test("With every step off what remains is the plain average of models in equal parts")
    func allOff() throws {
        let book = try Self.book()
        let all = Set(ModelStep.Kind.allCases)
        let (summaries, predictions) = try book.auto(asOf: Self.asOf, horizonInDays: 90, without: all)
        #expect(predictions.model.steps.map(\.kind) == ModelStep.Kind.allCases)
        #expect(predictions.model.steps.allSatisfy { !$0.isUsed && $0.reason == .switchedOff })
        var options = PredictionOptions()
        options.horizonInDays = 90
        options.withoutSteps = all
        var model = try PredictionModel(summaries, buyers: Buyers(summaries), options: options, sample: nil, stage: { _ in })
        model.includesParameterError = false
        let plain = Predictions(summaries, buyers: Buyers(summaries), model: model, horizonInDays: 90)
        #expect(predictions.model.components.map(\.weight) == [0.5, 0.5])
        for customer in 0..<summaries.count {
            let row = try #require(predictions[customer])
            let same = try #require(plain[customer])
            #expect(abs(row.numberOfOrders - same.numberOfOrders) < 1e-12 * max(1, same.numberOfOrders))
            #expect(row.clvMinorUnits == same.clvMinorUnits && row.probabilityOfOrder == same.probabilityOfOrder)
            #expect(row.churnProbability == same.churnProbability && row.expectedDateOfNextOrder == same.expectedDateOfNextOrder)
        }
    }

    @Test("A step that was compared is used where it made the measure better, and then only")
    func comparisons() throws {
        let book = try Self.book()
        let steps = try book.autoModel(try book.summaries { $0.asOf = Self.asOf }, horizonInDays: 90).steps
        for step in steps {
            switch step.reason {
            case .improvedBacktest:
                #expect(step.isUsed && step.measure.map { $0.with <= $0.without } ?? false || step.kind == .ranker, "\(step)")
            case .didNotImproveBacktest: #expect(!step.isUsed && step.measure.map { $0.with >= $0.without } ?? false, "\(step)")
            case .always, .found: #expect(step.measure == nil, "\(step)")
            case .tooFewFolds, .historyTooShort, .nothingToDo, .measuredBySeason: #expect(!step.isUsed, "\(step)")
            case .switchedOff: Issue.record("nothing was switched off: \(step)")
            }
        }
        let winsorize = try #require(steps.first { $0.kind == .winsorize })
        #expect(winsorize.amount != nil, "an order of 25,000 was found")
    }

    @Test("A young log: no step that needs earlier days, each with how many there were", arguments: [false, true])
    func young(hasSample: Bool) throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 60
        plan.begins = { _, generator in 10 + 5 * Int(generator.next() % 16) }
        let book = try SimulatedLog(plan).book
        let predictions: Predictions
        if hasSample {
            predictions = try book.auto(asOf: Self.asOf, horizonInDays: 365).predictions
        } else {
            predictions = try Predictions(try book.summaries { $0.asOf = Self.asOf }, options: PredictionOptions())
        }
        for step in predictions.model.steps {
            switch step.kind {
            case .prior: #expect(step.isUsed && step.reason == .always)
            case .truncation: #expect(!step.isUsed && step.reason == .nothingToDo)
            default: #expect(!step.isUsed && step.reason == .tooFewFolds(found: 0, needed: FoldDays.needed), "\(step)")
            }
        }
        #expect(predictions.model.components.map(\.weight) == [0.5, 0.5])
    }

    @Test("Named models learn nothing from earlier days and report no steps")
    func named() throws {
        var plan = SimulatedLog.Plan()
        plan.customers = 40
        let book = try SimulatedLog(plan).book
        let summaries = try book.summaries { $0.asOf = Self.asOf }
        var options = PredictionOptions()
        options.model = .paretoNBD
        let with = try Predictions(summaries, options: options, sample: book.sample())
        let without = try Predictions(summaries, options: options)
        #expect(with.model.steps.isEmpty && with.model.adjustment == nil)
        #expect(with.numberOfOrders == without.numberOfOrders && with.clvHighMinorUnits == without.clvHighMinorUnits)
    }
}
