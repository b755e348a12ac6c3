package import CustomerValue
package import Wording

extension RFMDimension {
    /// The dimension's name.
    package var phrase: Phrase {
        switch self {
        case .recency: Phrase.RFM.recency
        case .frequency: Phrase.RFM.frequency
        case .monetary: Phrase.RFM.monetary
        }
    }
}

extension RFMHistory.Cause {
    /// Why a group changed.
    package var phrase: Phrase {
        switch self {
        case .order: Phrase.RFM.causeOrder
        case .time: Phrase.RFM.causeTime
        case .borders: Phrase.RFM.causeBorders
        case .settings: Phrase.RFM.causeSettings
        }
    }
}

extension RFMWarning {
    /// What is warned of, in a sentence.
    package func text(_ words: Words) -> String {
        switch self {
        case .everybodyAlike(let dimension, let score): words.everybodyAlike(words(dimension.phrase), score: score)
        case .nobodyHas(let dimension, let scores, let isTie):
            words.nobodyHas(words(dimension.phrase), scores: scores, isTie: isTie)
        case .nobodyIn(let group): words.nobodyIsIn(words(group.phrase))
        case .oddPair(let pair):
            words.oddPair(
                lower: pair.lower, words(pair.groupOfLower.phrase), higher: pair.higher, words(pair.groupOfHigher.phrase))
        case .nobodyToSettleOver(let dimension): words.nobodyToSettleOver(words(dimension.phrase))
        }
    }
}
