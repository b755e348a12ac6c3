import Wording

/// What is wrong with a field of a condition.
enum DraftProblem: Error, Sendable, Equatable {
    case needsNumber, needsWhole, needsChoice, needsText, needsDate, endBeforeStart, needsPercent, needsCondition, needsStep,
        firstMustHappen,
        asksForItself
    /// JSON that cannot be read, and where.
    case badJSON(String)
    /// What the reader of definitions found, in its words.
    case found(String)

    func text(_ words: Words) -> String {
        switch self {
        case .needsNumber: words(Phrase.Builder.needsNumber)
        case .needsWhole: words(Phrase.Builder.needsWhole)
        case .needsChoice: words(Phrase.Builder.needsChoice)
        case .needsText: words(Phrase.Builder.needsText)
        case .needsDate: words(Phrase.Builder.needsDate)
        case .endBeforeStart: words(Phrase.Builder.endBeforeStart)
        case .needsPercent: words(Phrase.Builder.needsPercent)
        case .needsCondition: words(Phrase.Builder.needsCondition)
        case .needsStep: words(Phrase.Builder.needsStep)
        case .firstMustHappen: words(Phrase.Builder.firstMustHappen)
        case .asksForItself: words(Phrase.Builder.asksForItself)
        case .badJSON(let detail): words.labelled(words(Phrase.Builder.badJSON), detail)
        case .found(let detail): words.labelled(words(Phrase.Builder.notUnderstood), detail)
        }
    }
}
