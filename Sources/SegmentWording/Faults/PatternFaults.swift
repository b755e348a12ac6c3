import Segments
import Wording

extension Words {
    /// Why something is no regular expression that is taken.
    func fault(_ fault: PatternFault) -> String {
        let why = reason(fault)
        return say(
            en: "This is no regular expression that is taken: \(why).", fr: "Cette expression régulière n'est pas acceptée : \(why).",
            pl: "To wyrażenie regularne nie jest przyjmowane: \(why).")
    }

    private func reason(_ fault: PatternFault) -> String {
        switch fault {
        case .tooLong(let most):
            let most = format.number(most)
            return say(en: "it has more than \(most) bytes", fr: "elle dépasse \(most) octets", pl: "ma ponad \(most) bajtów")
        case .tooLarge: return say(en: "it repeats too much", fr: "elle répète trop", pl: "zawiera za dużo powtórzeń")
        case .badEscape(let part):
            let part = quoted(part)
            return say(
                en: "\(part) has no meaning after the backslash", fr: "\(part) n'a pas de sens après la barre oblique inverse",
                pl: "\(part) nie ma znaczenia po ukośniku wstecznym")
        case .badClass(let part):
            let part = quoted(part)
            return say(
                en: "there is no class of characters \(part)", fr: "il n'y a pas de classe de caractères \(part)",
                pl: "nie ma klasy znaków \(part)")
        case .badRange(let part):
            let part = quoted(part)
            return say(
                en: "the range \(part) ends before it begins", fr: "la plage \(part) finit avant de commencer",
                pl: "zakres \(part) kończy się przed początkiem")
        case .missingBracket(let part):
            let part = quoted(part)
            return say(en: "\(part) has no closing ]", fr: "il manque le ] de \(part)", pl: "w \(part) brakuje ]")
        case .missingParenthesis: return say(en: "a closing ) is missing", fr: "il manque une )", pl: "brakuje )")
        case .unexpectedParenthesis: return say(en: "a ) closes nothing", fr: "une ) ne ferme rien", pl: "jedno ) niczego nie zamyka")
        case .trailingBackslash:
            return say(
                en: "it ends with a backslash that escapes nothing", fr: "elle finit par une barre oblique inverse qui ne protège rien",
                pl: "kończy się ukośnikiem wstecznym, po którym nic nie ma")
        case .nothingToRepeat(let part):
            let part = quoted(part)
            return say(
                en: "there is nothing before \(part) to repeat", fr: "il n'y a rien à répéter avant \(part)",
                pl: "przed \(part) nie ma czego powtarzać")
        case .repeatedTooOften(let part):
            let (part, most) = (quoted(part), format.number(1_000))
            return say(
                en: "\(part) repeats more than \(most) times, or ends below its beginning",
                fr: "\(part) répète plus de \(most) fois, ou finit sous son début",
                pl: "\(part) powtarza ponad \(most) razy albo kończy się poniżej początku")
        case .badRepetition(let part):
            let part = quoted(part)
            return say(
                en: "\(part) repeats what repeats already", fr: "\(part) répète ce qui se répète déjà",
                pl: "\(part) powtarza to, co już się powtarza")
        case .unknownGroup(let part):
            let part = quoted(part)
            return say(
                en: "\(part) is taken by other languages, not here", fr: "\(part) existe dans d'autres langages, pas ici",
                pl: "\(part) istnieje w innych językach, nie tutaj")
        case .badUTF8: return say(en: "it is no UTF-8", fr: "elle n'est pas en UTF-8", pl: "nie jest w UTF-8")
        case .badGroupName(let part):
            let part = quoted(part)
            return say(en: "\(part) names no group", fr: "\(part) ne nomme aucun groupe", pl: "\(part) nie nazywa żadnej grupy")
        }
    }
}
