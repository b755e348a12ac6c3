import BuyTillYouDie
import Facts

// Bytes from outside become a model only where every number is one that a fit can give: predictions rely on that.

extension StoredModel {
    private static let longestHorizonInDays = 100_000
    private static let largestCount = 1 << 40

    func shopModel() throws(ShopModelError) -> ShopModel {
        try require((1...Self.longestHorizonInDays).contains(horizonInDays), "horizonInDays")
        try require((0...Self.largestCount).contains(customers), "customers")
        guard let currency = Currency(code: currency) else { throw .damaged(part: "currency") }
        return ShopModel(
            model: try model.predictionModel(part: "model"), horizonInDays: horizonInDays,
            fittedAsOf: ShopDay(daysSince1970: fittedAsOf), customers: customers, currency: currency, timeZoneIdentifier: timeZone,
            thresholds: try classes.thresholds(), rfmBorders: try rfm.thresholds(),
            eligibility: Eligibility(findings: try eligibilityFindings(), orderSource: orderSource),
            commonFactors: try commonFactors.customerFactors(part: "commonFactors"),
            commonFactorsOfYear: try commonFactorsOfYear.customerFactors(part: "commonFactorsOfYear"))
    }

    private func eligibilityFindings() throws(ShopModelError) -> [Eligibility.Finding] {
        var result: [Eligibility.Finding] = []
        for finding in findings {
            guard let condition = Eligibility.Condition(rawValue: finding.condition),
                finding.found.magnitude <= Self.largestCount, finding.needed.magnitude <= Self.largestCount
            else { throw .damaged(part: "findings") }
            result.append(
                Eligibility.Finding(
                    condition: condition, found: finding.found, needed: finding.needed, isMet: finding.isMet,
                    isRequired: finding.isRequired))
        }
        return result
    }
}

extension StoredModel.Factors {
    fileprivate func customerFactors(part: String) throws(ShopModelError) -> CustomerFactors {
        try require(isLog(logIntensity) && isLog(logSpend), part)
        return CustomerFactors(logIntensity: logIntensity, logSpend: logSpend)
    }
}

extension StoredModel.Classes {
    fileprivate func thresholds() throws(ShopModelError) -> ClassThresholds {
        let borders = [clvLowUnder, clvHighFrom, likelihoodLowUnder, likelihoodHighFrom]
        try require(borders.allSatisfy { $0.map { !$0.isNaN } ?? true } && (0...100_000).contains(newUnderDays), "classes")
        var thresholds = ClassThresholds()
        thresholds.newUnderDays = newUnderDays
        thresholds.clvLowUnder = clvLowUnder
        thresholds.clvHighFrom = clvHighFrom
        thresholds.likelihoodLowUnder = likelihoodLowUnder
        thresholds.likelihoodHighFrom = likelihoodHighFrom
        return thresholds
    }
}

extension StoredModel.RFM {
    fileprivate func thresholds() throws(ShopModelError) -> RFMBorders {
        let days = days ?? [Int32(clamping: recentDays), Int32(clamping: lapsedDays)]
        try require(RFMLevels.allCases.contains { $0.borders == days.count }, "rfm")
        try require([0, days.count].contains(orders.count) && [0, days.count].contains(historicMinorUnits.count), "rfm")
        return RFMBorders(daysAtMost: days, ordersMoreThan: orders.reversed(), minorUnitsMoreThan: historicMinorUnits.reversed())
    }
}

extension StoredPredictionModel {
    private static let mostComponents = 8

    fileprivate func predictionModel(part: String) throws(ShopModelError) -> PredictionModel {
        guard let choice = ModelChoice(rawValue: choice) else { throw .damaged(part: "\(part).choice") }
        try require((1...Self.mostComponents).contains(components.count), "\(part).components")
        var restored: [PredictionModel.Component] = []
        for component in components { restored.append(try component.component(part: "\(part).components")) }
        try require(restored.reduce(0) { $0 + $1.weight } <= 1 + 1e-9, "\(part).components.weight")
        try require((0...1e6).contains(extraOrdersMean), "\(part).extraOrdersMean")
        try require(extraOrdersShape > 0, "\(part).extraOrdersShape")
        try require((0...1e3).contains(parameterErrorOfTotal), "\(part).parameterErrorOfTotal")
        var model = PredictionModel(
            choice: choice, components: restored, spend: try spend.spendModel(part: "\(part).spend"),
            ordersPerPurchaseDay: OrdersPerPurchaseDay(meanExtra: extraOrdersMean, shape: extraOrdersShape),
            includesParameterError: includesParameterError)
        model.parameterErrorOfTotal = parameterErrorOfTotal
        model.adjustment = try adjustment?.autoAdjustment(part: "\(part).adjustment")
        try require(ofYear.count <= 1 && ofYear.allSatisfy(\.ofYear.isEmpty), "\(part).ofYear")
        for year in ofYear { model.ofYear.append(try year.predictionModel(part: "\(part).ofYear")) }
        for step in steps {
            guard let step = step.modelStep else { throw .damaged(part: "\(part).steps") }
            model.steps.append(step)
        }
        model.triedOn = triedOn.map { ShopDay(daysSince1970: $0) }
        model.triedHorizonInDays = triedHorizonInDays
        return model
    }
}

extension StoredPredictionModel.Fitted {
    /// Fits keep within 1e-5 to 1e6, that of spend in units of the mean amount.
    fileprivate static let bounds = 1e-6...1e7
    fileprivate static let boundsOfMoney = 1e-12...1e20

    fileprivate func check(_ bounds: [ClosedRange<Double>], part: String) throws(ShopModelError) {
        try require(
            parameters.count == bounds.count && zip(parameters, bounds).allSatisfy { $1.contains($0) }, "\(part).parameters")
        if let standardErrors {
            try require(standardErrors.count == parameters.count && standardErrors.allSatisfy { $0 >= 0 }, "\(part).standardErrors")
        }
        if let logCovariance {
            let isSquare = logCovariance.count == parameters.count && logCovariance.allSatisfy { $0.count == parameters.count }
            try require(isSquare && logCovariance.allSatisfy { $0.allSatisfy { isLog($0) } }, "\(part).logCovariance")
        }
    }
}

extension StoredPredictionModel.Component {
    fileprivate func component(part: String) throws(ShopModelError) -> PredictionModel.Component {
        try fit.check(Array(repeating: StoredPredictionModel.Fitted.bounds, count: 4), part: part)
        try require((0...1).contains(weight) && (logScore?.isFinite ?? true) && logLikelihood.isFinite, part)
        func restored<Model: PurchaseModel>(_: Model.Type) -> AnyPurchaseFit? {
            Model(parameters: fit.parameters).map {
                AnyPurchaseFit(
                    $0, logLikelihood: logLikelihood, didConverge: fit.didConverge, boundaryParameters: fit.boundaryParameters,
                    standardErrors: fit.standardErrors, logCovariance: fit.logCovariance)
            }
        }
        let known: AnyPurchaseFit? =
            switch name {
            case BGNBD.name: restored(BGNBD.self)
            case MBGNBD.name: restored(MBGNBD.self)
            case ParetoNBD.name: restored(ParetoNBD.self)
            default: nil
            }
        guard let known else { throw .damaged(part: "\(part).name") }
        return PredictionModel.Component(fit: known, weight: weight, logScore: logScore)
    }
}

extension StoredPredictionModel.Spend {
    fileprivate func spendModel(part: String) throws(ShopModelError) -> SpendModel {
        let bounds = StoredPredictionModel.Fitted.bounds
        try fit.check([bounds, bounds, StoredPredictionModel.Fitted.boundsOfMoney], part: part)
        try require(meanSpend.magnitude <= 1e18 && (limit.map { (0...1e18).contains($0) } ?? true), part)
        guard let basis = SpendModel.Basis(rawValue: basis), let gammaGamma = GammaGamma(parameters: fit.parameters) else {
            throw .damaged(part: part)
        }
        return SpendModel(
            gammaGamma: gammaGamma, basis: basis, customers: customers, didConverge: fit.didConverge,
            boundaryParameters: fit.boundaryParameters, standardErrors: fit.standardErrors, meanSpend: meanSpend, limit: limit,
            logCovariance: fit.logCovariance)
    }
}

extension StoredPredictionModel.Adjustment {
    fileprivate func autoAdjustment(part: String) throws(ShopModelError) -> AutoAdjustment {
        try require((0.01...100).contains(activityPower), "\(part).activityPower")
        try require(isLog(logLevel) && isLog(spendLogLevel), "\(part).logLevel")
        try require((1e-6...0.5).contains(survivalAtHigh), "\(part).survivalAtHigh")
        try require(sharedError.map { (0...1e3).contains($0) } ?? true, "\(part).sharedError")
        return AutoAdjustment(
            orderRanker: try orderRanker?.ranker(part: "\(part).orderRanker"),
            spendRanker: try spendRanker?.ranker(part: "\(part).spendRanker"), activityPower: activityPower, logLevel: logLevel,
            spendLogLevel: spendLogLevel, survivalAtHigh: survivalAtHigh, sharedError: sharedError)
    }
}

extension StoredPredictionModel.Ranker {
    fileprivate func ranker(part: String) throws(ShopModelError) -> AutoAdjustment.Ranker {
        try require((0...1).contains(share), "\(part).share")
        var restored: [RegressionTree] = []
        for tree in trees { restored.append(try tree.regressionTree(part: "\(part).trees")) }
        return AutoAdjustment.Ranker(trees: BoostedTrees(trees: restored), share: share)
    }
}

extension StoredPredictionModel.Tree {
    /// A tree whose every path ends: children come after their parents.
    fileprivate func regressionTree(part: String) throws(ShopModelError) -> RegressionTree {
        let count = feature.count
        try require(count > 0 && border.count == count && left.count == count && value.count == count, part)
        var nodes: [RegressionTree.Node] = []
        for place in 0..<count {
            let isLeaf = feature[place] < 0
            try require(isLeaf || Int(feature[place]) < CustomerFeatures.count, part)
            try require(isLeaf || Int(left[place]) > place && Int(left[place]) + 1 < count, part)
            try require(!border[place].isNaN && value[place].isFinite, part)
            nodes.append(
                RegressionTree.Node(
                    feature: feature[place], border: Float(border[place]), left: left[place], value: Float(value[place])))
        }
        return RegressionTree(nodes: nodes)
    }
}

extension StoredPredictionModel.Step {
    fileprivate var modelStep: ModelStep? {
        guard let kind = ModelStep.Kind(rawValue: kind), let reason = ModelStep.Reason(stored: reason, figures: figures) else { return nil }
        var comparison: ModelStep.Comparison?
        if let measure, let without, let with { comparison = ModelStep.Comparison(name: measure, without: without, with: with) }
        return ModelStep(kind: kind, isUsed: isUsed, reason: reason, measure: comparison, amount: amount)
    }
}

/// Whether a number can be the logarithm of a factor, or of its error.
private func isLog(_ value: Double) -> Bool { value.magnitude <= 100 }

private func require(_ condition: Bool, _ part: String) throws(ShopModelError) {
    if !condition { throw .damaged(part: part) }
}
