import BuyTillYouDie
import CustomerValue
import Facts

extension AnalysisDocument.ModelPart {
    init(_ model: PredictionModel, sharedError: Double) {
        self.sharedError = sharedError
        learnt = model.learnt.map {
            AnalysisDocument.LearntPart(
                orderRankerShare: $0.orderRankerShare, spendRankerShare: $0.spendRankerShare, activityPower: $0.activityPower,
                orderFactor: $0.orderFactor, spendFactor: $0.spendFactor, shareAboveHigh: $0.shareAboveHigh)
        }
        candidates = model.components.map { component in
            let fit = component.fit
            return AnalysisDocument.Component(
                name: fit.name, weight: component.weight, parameters: named(fit.parameters.map(\.value), fit.parameters.map(\.name)),
                standardErrors: fit.standardErrors.map { named($0, fit.parameters.map(\.name)) }, logLikelihood: fit.logLikelihood,
                logScore: component.logScore, converged: fit.didConverge, parametersAtBound: fit.boundaryParameters,
                hessianUsable: fit.standardErrors != nil)
        }
        name = model.choice.rawValue
        if !model.triedOn.isEmpty {
            triedOn = model.triedOn.map(\.description)
            triedHorizonDays = model.triedHorizonInDays
        }
        if !model.steps.isEmpty { steps = model.steps.map { AnalysisDocument.Step($0) } }
        converged = candidates.allSatisfy(\.converged)
        ordersPerPurchaseDay = 1 + model.ordersPerPurchaseDay.meanExtra
        rangesIncludeParameterError = model.includesParameterError
        if candidates.count == 1, let only = candidates.first {
            parameters = only.parameters
            standardErrors = only.standardErrors
            logLikelihood = only.logLikelihood
        }
        note = model.choice.note
    }
}

extension AnalysisDocument.Step {
    init(_ step: ModelStep) {
        name = step.kind.rawValue
        used = step.isUsed
        reason = step.reason.words
        measure = step.measure?.name
        without = step.measure?.without
        with = step.measure?.with
        amount = step.amount
    }
}

extension ModelStep.Reason {
    /// The reason as one sentence.
    var words: String {
        switch self {
        case .improvedBacktest: "forecasts of earlier days were better with it"
        case .didNotImproveBacktest: "forecasts of earlier days were not better with it"
        case .tooFewFolds(let found, let needed): "\(found) earlier days could be tried, \(needed) are needed"
        case .historyTooShort(let days, let neededDays): "the orders go back \(days) days, \(neededDays) are needed"
        case .nothingToDo: "there was nothing to correct"
        case .always: "always done"
        case .found: "what calls for it was found"
        case .measuredBySeason: "found, and measured by the season's correction already"
        case .switchedOff: "switched off"
        }
    }
}

extension AnalysisDocument.SpendPart {
    init(_ spend: SpendModel) {
        p = spend.gammaGamma.p
        q = spend.gammaGamma.q
        v = spend.gammaGamma.v
        fittedOn = spend.basis.rawValue
        customers = spend.customers
        converged = spend.didConverge
        parametersAtBound = spend.boundaryParameters
        standardErrors = spend.standardErrors.map { named($0, ["p", "q", "v"]) }
    }
}

private func named(_ values: [Double], _ names: [String]) -> [String: Double] {
    Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first })
}

extension ModelChoice {
    /// What a reader of this model's numbers must know.
    var note: String? {
        switch self {
        case .bgNBD:
            "BG/NBD lets customers leave only after a repeat purchase: everyone who bought once has a churn probability of 0, however long ago."
        case .auto, .mbgNBD, .paretoNBD: nil
        }
    }
}
