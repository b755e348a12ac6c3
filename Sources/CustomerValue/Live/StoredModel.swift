import BuyTillYouDie
import Facts

/// The form in which a ``ShopModel`` is kept: plain numbers and texts, apart from the types that predict, so that those may change.
///
/// Whatever changes what the numbers mean, the features of the trees included (``CustomerFeatures``), needs a new ``version``.
struct StoredModel: Codable {
    static let format = "perennial shop model"
    static let version = 1

    /// What tells which form follows.
    struct Header: Decodable {
        var format: String
        var version: Int
    }

    struct Factors: Codable {
        var logIntensity: Double
        var logSpend: Double
    }

    struct Classes: Codable {
        var newUnderDays: Int
        var clvLowUnder: Double?
        var clvHighFrom: Double?
        var likelihoodLowUnder: Double?
        var likelihoodHighFrom: Double?
    }

    struct RFM: Codable {
        var recentDays: Int
        var lapsedDays: Int
        /// Two borders, or none; four of five levels. The lowest first.
        var orders: [Int32]
        /// As many, the lowest first.
        var historicMinorUnits: [Int64]
        /// All days, the fewest first, where there are not two.
        var days: [Int32]?
    }

    struct Finding: Codable {
        var condition: String
        var found: Int
        var needed: Int
        var isMet: Bool
        var isRequired: Bool
    }

    var format = Self.format
    var version = Self.version
    /// Days since 1970.
    var fittedAsOf: Int32
    var horizonInDays: Int
    var customers: Int
    var currency: String
    var timeZone: String
    var orderSource: String
    var findings: [Finding]
    var classes: Classes
    var rfm: RFM
    var commonFactors: Factors
    var commonFactorsOfYear: Factors
    var model: StoredPredictionModel

    init(_ shop: ShopModel) {
        fittedAsOf = shop.fittedAsOf.daysSince1970
        horizonInDays = shop.horizonInDays
        customers = shop.customers
        currency = shop.currency.code
        timeZone = shop.timeZoneIdentifier
        orderSource = shop.eligibility.orderSource
        findings = shop.eligibility.findings.map {
            Finding(condition: $0.condition.rawValue, found: $0.found, needed: $0.needed, isMet: $0.isMet, isRequired: $0.isRequired)
        }
        classes = Classes(
            newUnderDays: shop.thresholds.newUnderDays, clvLowUnder: shop.thresholds.clvLowUnder,
            clvHighFrom: shop.thresholds.clvHighFrom, likelihoodLowUnder: shop.thresholds.likelihoodLowUnder,
            likelihoodHighFrom: shop.thresholds.likelihoodHighFrom)
        rfm = RFM(
            recentDays: shop.rfmBorders.recentDays, lapsedDays: shop.rfmBorders.lapsedDays,
            orders: shop.rfmBorders.ordersMoreThan.reversed(), historicMinorUnits: shop.rfmBorders.minorUnitsMoreThan.reversed(),
            days: shop.rfmBorders.daysAtMost.count == 2 ? nil : shop.rfmBorders.daysAtMost)
        commonFactors = Factors(logIntensity: shop.commonFactors.logIntensity, logSpend: shop.commonFactors.logSpend)
        commonFactorsOfYear = Factors(logIntensity: shop.commonFactorsOfYear.logIntensity, logSpend: shop.commonFactorsOfYear.logSpend)
        model = StoredPredictionModel(shop.model)
    }
}

/// The part of a ``StoredModel`` that is a ``PredictionModel``.
struct StoredPredictionModel: Codable {
    /// A fit of a few parameters, and what their error is taken from.
    struct Fitted: Codable {
        var parameters: [Double]
        var didConverge: Bool
        var boundaryParameters: [String]
        var standardErrors: [Double]?
        var logCovariance: [[Double]]?
    }

    struct Component: Codable {
        var name: String
        var fit: Fitted
        var logLikelihood: Double
        var weight: Double
        var logScore: Double?
    }

    struct Spend: Codable {
        var fit: Fitted
        var basis: String
        var customers: Int
        var meanSpend: Double
        var limit: Double?
    }

    /// Trees as columns, node after node: a number that is a `Float` is kept as the `Double` that equals it.
    struct Tree: Codable {
        var feature: [Int32]
        var border: [Double]
        var left: [Int32]
        var value: [Double]
    }

    struct Ranker: Codable {
        var share: Double
        var trees: [Tree]
    }

    struct Adjustment: Codable {
        var orderRanker: Ranker?
        var spendRanker: Ranker?
        var activityPower: Double
        var logLevel: Double
        var spendLogLevel: Double
        var survivalAtHigh: Double
        var sharedError: Double?
    }

    struct Step: Codable {
        var kind: String
        var isUsed: Bool
        var reason: String
        /// The figures of the reason, where it has any.
        var figures: [Int]
        var measure: String?
        var without: Double?
        var with: Double?
        var amount: Double?
    }

    var choice: String
    var components: [Component]
    var spend: Spend
    var extraOrdersMean: Double
    var extraOrdersShape: Double
    var includesParameterError: Bool
    var parameterErrorOfTotal: Double
    var adjustment: Adjustment?
    /// One model at most.
    var ofYear: [StoredPredictionModel]
    var steps: [Step]
    /// Days since 1970.
    var triedOn: [Int32]
    var triedHorizonInDays: Int

    init(_ model: PredictionModel) {
        choice = model.choice.rawValue
        components = model.components.map { component in
            let fit = component.fit
            return Component(
                name: fit.name,
                fit: Fitted(
                    parameters: fit.parameters.map(\.value), didConverge: fit.didConverge, boundaryParameters: fit.boundaryParameters,
                    standardErrors: fit.standardErrors, logCovariance: fit.logCovariance),
                logLikelihood: fit.logLikelihood, weight: component.weight, logScore: component.logScore)
        }
        let spend = model.spend
        self.spend = Spend(
            fit: Fitted(
                parameters: spend.gammaGamma.parameters, didConverge: spend.didConverge, boundaryParameters: spend.boundaryParameters,
                standardErrors: spend.standardErrors, logCovariance: spend.logCovariance),
            basis: spend.basis.rawValue, customers: spend.customers, meanSpend: spend.meanSpend, limit: spend.limit)
        extraOrdersMean = model.ordersPerPurchaseDay.meanExtra
        extraOrdersShape = model.ordersPerPurchaseDay.shape
        includesParameterError = model.includesParameterError
        parameterErrorOfTotal = model.parameterErrorOfTotal
        adjustment = model.adjustment.map { adjustment in
            Adjustment(
                orderRanker: adjustment.orderRanker.map { Ranker($0) }, spendRanker: adjustment.spendRanker.map { Ranker($0) },
                activityPower: adjustment.activityPower, logLevel: adjustment.logLevel, spendLogLevel: adjustment.spendLogLevel,
                survivalAtHigh: adjustment.survivalAtHigh, sharedError: adjustment.sharedError)
        }
        ofYear = model.ofYear.map { StoredPredictionModel($0) }
        steps = model.steps.map { Step($0) }
        triedOn = model.triedOn.map(\.daysSince1970)
        triedHorizonInDays = model.triedHorizonInDays
    }
}

extension StoredPredictionModel.Ranker {
    init(_ ranker: AutoAdjustment.Ranker) {
        share = ranker.share
        trees = ranker.trees.trees.map { tree in
            StoredPredictionModel.Tree(
                feature: tree.nodes.map(\.feature), border: tree.nodes.map { Double($0.border) }, left: tree.nodes.map(\.left),
                value: tree.nodes.map { Double($0.value) })
        }
    }
}

extension StoredPredictionModel.Step {
    init(_ step: ModelStep) {
        kind = step.kind.rawValue
        isUsed = step.isUsed
        (reason, figures) = step.reason.stored
        measure = step.measure?.name
        without = step.measure?.without
        with = step.measure?.with
        amount = step.amount
    }
}

extension ModelStep.Reason {
    /// A word for the reason, and its figures.
    var stored: (word: String, figures: [Int]) {
        switch self {
        case .improvedBacktest: ("improved-backtest", [])
        case .didNotImproveBacktest: ("did-not-improve-backtest", [])
        case .tooFewFolds(let found, let needed): ("too-few-folds", [found, needed])
        case .historyTooShort(let days, let neededDays): ("history-too-short", [days, neededDays])
        case .nothingToDo: ("nothing-to-do", [])
        case .always: ("always", [])
        case .found: ("found", [])
        case .measuredBySeason: ("measured-by-season", [])
        case .switchedOff: ("switched-off", [])
        }
    }

    /// The reason of a word and its figures; `nil` where there is none.
    init?(stored word: String, figures: [Int]) {
        let known: [ModelStep.Reason] = [
            .improvedBacktest, .didNotImproveBacktest, .nothingToDo, .always, .found, .measuredBySeason, .switchedOff,
        ]
        switch (word, figures.count) {
        case ("too-few-folds", 2): self = .tooFewFolds(found: figures[0], needed: figures[1])
        case ("history-too-short", 2): self = .historyTooShort(days: figures[0], neededDays: figures[1])
        default:
            guard figures.isEmpty, let reason = known.first(where: { $0.stored.word == word }) else { return nil }
            self = reason
        }
    }
}
