package import Facts
package import Wording

extension RFMFact.Cause {
    /// Why a group changed.
    package var phrase: Phrase {
        switch self {
        case .order: Phrase.RFM.causeOrder
        case .time: Phrase.RFM.causeTime
        case .borders: Phrase.RFM.causeBorders
        case .settings: Phrase.RFM.causeSettings
        case .profiling: Phrase.RFM.causeProfiling
        }
    }
}
