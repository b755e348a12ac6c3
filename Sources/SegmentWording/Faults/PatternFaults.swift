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
        case .tooLarge:
            return say(
                en: "it is too large once it is written out", fr: "une fois développée, elle est trop grande",
                pl: "po rozwinięciu jest za duże")
        case .badEscape(let part):
            let part = quoted(part)
            return say(
                en: "there is no escape \(part)", fr: "il n'y a pas de séquence \(part)", pl: "nie ma sekwencji \(part)")
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
        case .unexpectedParenthesis: return say(en: "a ) closes nothing", fr: "une ) ne ferme rien", pl: "nawias ) niczego nie zamyka")
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
                en: "with \(part) something repeats more than \(most) times in all, or its maximum is below its minimum",
                fr: "avec \(part), quelque chose se répète plus de \(most) fois en tout, ou le maximum est inférieur au minimum",
                pl: "przez \(part) coś powtarza się łącznie ponad \(most) razy albo maksimum jest mniejsze od minimum")
        case .badRepetition(let part):
            let part = quoted(part)
            return say(
                en: "\(part) repeats what repeats already", fr: "\(part) répète ce qui se répète déjà",
                pl: "\(part) powtarza to, co już się powtarza")
        case .unknownGroup(let part):
            let part = quoted(part)
            return say(
                en: "a group that begins with \(part) is not known here", fr: "un groupe qui commence par \(part) n'est pas connu ici",
                pl: "grupa, która zaczyna się od \(part), nie jest tu znana")
        case .badUTF8:
            // A text always is UTF-8: it can only mean an escape that is not finished.
            return say(en: "an escape is not finished", fr: "une séquence n'est pas terminée", pl: "jedna sekwencja nie jest dokończona")
        case .badGroupName(let part):
            let part = quoted(part)
            return say(
                en: "the name of a group is not finished in \(part)", fr: "dans \(part), le nom d'un groupe n'est pas terminé",
                pl: "w \(part) nazwa grupy nie jest dokończona")
        }
    }
}
