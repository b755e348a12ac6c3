import CustomerValue
import Wording

extension RFMForm.Method {
    /// How a dimension is scored.
    func phrase(_ dimension: RFMDimension) -> Phrase {
        switch (self, dimension) {
        case (.values, .recency): Phrase.RFMSetup.byDays
        case (.values, .frequency): Phrase.RFMSetup.byOrders
        case (.values, .monetary): Phrase.RFMSetup.byMoney
        case (.percentiles, _): Phrase.RFMSetup.byPercentiles
        case (.parts, _): Phrase.RFMSetup.byParts
        }
    }
}

extension RFMForm.MapChoice {
    /// Which map it is.
    var phrase: Phrase {
        switch self {
        case .standard: Phrase.RFMSetup.mapStandard
        case .corrected: Phrase.RFMSetup.mapCorrected
        case .own: Phrase.RFMSetup.mapOwn
        }
    }
}

extension RFMDimension {
    /// What it measures.
    var meaning: Phrase {
        switch self {
        case .recency: Phrase.RFMSetup.recencyMeaning
        case .frequency: Phrase.RFMSetup.frequencyMeaning
        case .monetary: Phrase.RFMSetup.monetaryMeaning
        }
    }
}

extension Words {
    /// What is wrong with a field of RFM settings, and what may stand there.
    func problem(_ problem: RFMForm.Problem) -> String {
        switch problem {
        case .noWholeNumber: self(Phrase.RFMSetup.wholeNumber)
        case .outside(let least, let most): numberFrom(least, to: most)
        case .notMore(let number): moreThanHigherScore(number)
        case .notLess(let number): lessThanHigherScore(number)
        case .nameMissing: self(Phrase.RFMSetup.nameMissing)
        case .nameTooLong: self(Phrase.RFMSetup.nameTooLong)
        case .nameTaken: self(Phrase.RFMSetup.nameTaken)
        case .noSuchMetric: self(Phrase.RFMSetup.noSuchMetric)
        case .mapHasHoles: self(Phrase.RFMSetup.mapHasHoles)
        case .refused: self(Phrase.RFMSetup.refused)
        }
    }
}
