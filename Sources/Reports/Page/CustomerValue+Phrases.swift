package import Charts
package import CustomerValue
package import Wording

extension RFMGroup {
    /// The group's name.
    package var phrase: Phrase {
        switch self {
        case .champions: Phrase.Group.champions
        case .loyal: Phrase.Group.loyal
        case .recent: Phrase.Group.recent
        case .needsAttention: Phrase.Group.needsAttention
        case .atRisk: Phrase.Group.atRisk
        case .inactive: Phrase.Group.inactive
        }
    }

    /// What marketers do for it.
    package var advice: Phrase {
        switch self {
        case .champions: Phrase.GroupAdvice.champions
        case .loyal: Phrase.GroupAdvice.loyal
        case .recent: Phrase.GroupAdvice.recent
        case .needsAttention: Phrase.GroupAdvice.needsAttention
        case .atRisk: Phrase.GroupAdvice.atRisk
        case .inactive: Phrase.GroupAdvice.inactive
        }
    }

    /// Its colour in every figure of the page.
    package var color: ChartColor {
        switch self {
        case .champions: .green
        case .loyal: .blue
        case .recent: .sky
        case .needsAttention: .orange
        case .atRisk: .vermillion
        case .inactive: .grey
        }
    }
}

extension CustomerClass {
    /// The class of predicted value.
    package var valuePhrase: Phrase {
        switch self {
        case .low: Phrase.ValueClass.low
        case .moderate: Phrase.ValueClass.moderate
        case .high: Phrase.ValueClass.high
        case .new: Phrase.ValueClass.new
        }
    }

    /// The class of purchase likelihood: in Polish of another gender.
    package var likelihoodPhrase: Phrase {
        switch self {
        case .low: Phrase.LikelihoodClass.low
        case .moderate: Phrase.LikelihoodClass.moderate
        case .high: Phrase.LikelihoodClass.high
        case .new: Phrase.LikelihoodClass.new
        }
    }
}

extension ModelStep.Kind {
    /// What was done or tried.
    package var phrase: Phrase {
        switch self {
        case .weights: Phrase.Step.weights
        case .prior: Phrase.Step.prior
        case .season: Phrase.Step.season
        case .ranker: Phrase.Step.ranker
        case .calibration: Phrase.Step.calibration
        case .winsorize: Phrase.Step.winsorize
        case .truncation: Phrase.Step.truncation
        }
    }
}

extension ModelStep.Reason {
    /// Why it was done or not.
    package func text(_ words: Words) -> String {
        switch self {
        case .improvedBacktest: words(Phrase.StepReason.improved)
        case .didNotImproveBacktest: words(Phrase.StepReason.notImproved)
        case .tooFewFolds(let found, let needed): words.tooFewFolds(found: found, needed: needed)
        case .historyTooShort(let days, let needed): words.historyTooShort(days: days, needed: needed)
        case .nothingToDo: words(Phrase.StepReason.nothingToDo)
        case .always: words(Phrase.StepReason.always)
        case .found: words(Phrase.StepReason.found)
        case .measuredBySeason: words(Phrase.StepReason.measuredBySeason)
        case .switchedOff: words(Phrase.StepReason.switchedOff)
        }
    }
}

extension PredictionFailure {
    /// Why an eligible shop has no predictions.
    package var phrase: Phrase {
        switch self {
        case .noPurchases: Phrase.Eligibility.failedNoPurchases
        case .noFit: Phrase.Eligibility.failedNoFit
        case .noSpend: Phrase.Eligibility.failedNoSpend
        }
    }
}
