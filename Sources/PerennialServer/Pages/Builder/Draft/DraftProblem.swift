import JSON
import Markup
import SegmentWording
import Segments
import Wording

/// What is wrong with a field of a condition.
enum DraftProblem: Error, Sendable, Equatable {
    case needsNumber, needsWhole, needsChoice, needsText, needsDate, endBeforeStart, needsPercent, needsCondition, needsStep
    case firstMustHappen, asksForItself, badPattern, badCountries, badPart, tooLarge, tooLong
    /// Of custom metrics: no group of events, or two that say the same.
    case needsGroup, sameGroup
    /// JSON that cannot be read: why and where, and what stands there.
    case badJSON(JSONError, found: Character?)
    /// What the reader of definitions found and, where fields show nothing of it, at which place in what is spelled.
    case found(SegmentFault.Reason, at: String = "")

    /// In the reader's language.
    func node(_ words: Words) -> Node {
        switch self {
        case .found(let reason, let place):
            .outside(words.fault(reason) + (place.isEmpty ? "" : " (\(place))"), longest: 600)
        case .badJSON(let error, let found): .outside(words.fault(error, found: found), longest: 300)
        default: .text(phrase.map { words($0) } ?? "")
        }
    }

    private var phrase: Phrase? {
        switch self {
        case .needsNumber: Phrase.Builder.needsNumber
        case .needsWhole: Phrase.Builder.needsWhole
        case .needsChoice: Phrase.Builder.needsChoice
        case .needsText: Phrase.Builder.needsText
        case .needsDate: Phrase.Builder.needsDate
        case .endBeforeStart: Phrase.Builder.endBeforeStart
        case .needsPercent: Phrase.Builder.needsPercent
        case .needsCondition: Phrase.Builder.needsCondition
        case .needsStep: Phrase.Builder.needsStep
        case .firstMustHappen: Phrase.Builder.firstMustHappen
        case .asksForItself: Phrase.Builder.asksForItself
        case .badPattern: Phrase.Builder.badPattern
        case .badCountries: Phrase.Builder.badCountries
        case .badPart: Phrase.Builder.badPart
        case .tooLarge: Phrase.Builder.tooLarge
        case .tooLong: Phrase.MetricsPage.tooLong
        case .needsGroup: Phrase.MetricsPage.noGroup
        case .sameGroup: Phrase.MetricsPage.sameGroup
        case .badJSON, .found: nil
        }
    }
}
