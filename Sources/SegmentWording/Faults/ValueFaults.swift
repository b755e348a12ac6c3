import Segments
import Wording

extension Words {
    /// A value that cannot be.
    func fault(_ value: SegmentFault.Value) -> String {
        switch value {
        case .unknownWord(let word, let near):
            let (word, advice) = (quoted(word), advice(near))
            return say(
                en: "\(word) is not known here. \(advice)", fr: "\(word) n'est pas connu ici. \(advice)",
                pl: "\(word) nie jest tu znane. \(advice)")
        case .noMoment(let text):
            let text = quoted(text)
            return say(
                en: "\(text) is no date and time such as 2026-03-01T00:00:00Z.",
                fr: "\(text) n'est pas une date et heure comme 2026-03-01T00:00:00Z.",
                pl: "\(text) nie jest datą i godziną, jak 2026-03-01T00:00:00Z.")
        case .outsideYears(let text):
            let text = quoted(text)
            return say(
                en: "\(text) lies outside of the years 1970 to 2105.", fr: "\(text) est hors des années 1970 à 2105.",
                pl: "\(text) leży poza latami 1970–2105.")
        case .endBeforeStart, .endBelowStart, .endNearerThanStart:
            return say(
                en: "The end lies before the start.", fr: "La fin précède le début.", pl: "Koniec jest przed początkiem.")
        case .noPercentage:
            return say(
                en: "This must be more than 0, and 100 at most.", fr: "Il faut plus de 0, et 100 au plus.",
                pl: "Musi być więcej niż 0 i najwyżej 100.")
        case .noDistance:
            let most = format.number(DefinitionLimits.distance)
            return say(
                en: "A distance is from 0 to \(most).", fr: "Une distance va de 0 à \(most).", pl: "Odległość wynosi od 0 do \(most).")
        case .badPattern(let why): return fault(why)
        case .noCountry(let text):
            let text = quoted(text)
            return say(
                en: "\(text) is no country code such as US or GB.", fr: "\(text) n'est pas un code de pays comme US ou GB.",
                pl: "\(text) nie jest kodem kraju, jak US lub GB.")
        case .noRFMGroup(let word, let near):
            let (word, advice) = (quoted(word), advice(near))
            return say(
                en: "\(word) is no RFM group. \(advice)", fr: "\(word) n'est pas un groupe RFM. \(advice)",
                pl: "\(word) nie jest grupą RFM. \(advice)")
        case .noOperatorOfWords:
            return say(
                en: "Such words are compared by equals, not-equals, in or not-in.",
                fr: "Ces mots se comparent par equals, not-equals, in ou not-in.",
                pl: "Takie słowa porównuje się przez equals, not-equals, in lub not-in.")
        case .emptyPropertyName:
            return say(en: "This must name a property.", fr: "Il faut nommer une propriété.", pl: "Trzeba podać nazwę właściwości.")
        case .emptyWorthName:
            return say(
                en: "This must name a property, or be null for the events' own value.",
                fr: "Il faut nommer une propriété, ou null pour la valeur propre des événements.",
                pl: "Trzeba podać nazwę właściwości albo null dla własnej wartości zdarzeń.")
        case .noModelName:
            return say(
                en: "This must be the id or the name of an RFM model.", fr: "Il faut l'identifiant ou le nom d'un modèle RFM.",
                pl: "Tu musi być identyfikator albo nazwa modelu RFM.")
        }
    }
}
