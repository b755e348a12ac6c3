import Segments
import Wording

extension Words {
    /// How JSON is built that is no definition.
    func fault(_ shape: SegmentFault.Shape) -> String {
        switch shape {
        case .noDefinition: return say(en: "This is no definition.", fr: "Ce n'est pas une définition.", pl: "To nie jest definicja.")
        case .noObject:
            return say(en: "This must be an object { }.", fr: "Il faut ici un objet { }.", pl: "Tu musi być obiekt { }.")
        case .noArray: return say(en: "This must be an array [ ].", fr: "Il faut ici une liste [ ].", pl: "Tu musi być tablica [ ].")
        case .noText: return say(en: "This must be a text.", fr: "Il faut ici un texte.", pl: "Tu musi być tekst.")
        case .noNumber: return say(en: "This must be a number.", fr: "Il faut ici un nombre.", pl: "Tu musi być liczba.")
        case .noBool:
            return say(en: "This must be true or false.", fr: "Il faut ici true ou false.", pl: "Tu musi być true albo false.")
        case .noTextOrNumber:
            return say(
                en: "This must be a text or a number.", fr: "Il faut ici un texte ou un nombre.", pl: "Tu musi być tekst albo liczba.")
        case .noShortText(let most):
            let most = format.number(most)
            return say(
                en: "This must be a text of at most \(most) bytes.", fr: "Il faut ici un texte de \(most) octets au plus.",
                pl: "Tu musi być tekst o długości do \(most) bajtów.")
        case .noWhole(let range):
            let (low, high) = (format.number(range.lowerBound), format.number(range.upperBound))
            return say(
                en: "This must be a whole number from \(low) to \(high).", fr: "Il faut ici un nombre entier de \(low) à \(high).",
                pl: "Tu musi być liczba całkowita od \(low) do \(high).")
        case .longerThan(let bytes):
            let bytes = format.number(bytes)
            return say(
                en: "This is longer than \(bytes) bytes.", fr: "Ceci dépasse \(bytes) octets.", pl: "To jest dłuższe niż \(bytes) bajtów.")
        case .missing(let name):
            let name = quoted(name)
            return say(en: "\(name) is required.", fr: "\(name) manque.", pl: "Brakuje \(name).")
        case .meansNothing(let name, let near):
            let (name, advice) = (quoted(name), advice(near))
            return say(
                en: "\(name) means nothing here. \(advice)", fr: "\(name) ne veut rien dire ici. \(advice)",
                pl: "\(name) nic tu nie znaczy. \(advice)")
        case .elements(let count, let taken):
            let (count, low, high) = (format.number(count), format.number(taken.lowerBound), format.number(taken.upperBound))
            return say(
                en: "There are \(count) elements; \(low) to \(high) are taken.",
                fr: "Nombre d'éléments : \(count) ; il en faut de \(low) à \(high).",
                pl: "Liczba elementów: \(count); może być od \(low) do \(high).")
        case .tooManyConditions(let most):
            let most = format.number(most)
            return say(
                en: "A segment has at most \(most) conditions.", fr: "Un segment a \(most) conditions au plus.",
                pl: "Segment ma najwyżej \(most) warunków.")
        case .tooDeep(let most):
            let most = format.number(most)
            return say(
                en: "Conditions stand in each other, at most \(most) deep.", fr: "Les conditions s'imbriquent sur \(most) niveaux au plus.",
                pl: "Warunki mogą być zagnieżdżone najwyżej na \(most) poziomów.")
        case .oneOf(let one, let other):
            return say(
                en: "Give either \(one) or \(other).", fr: "Donnez soit \(one), soit \(other).", pl: "Podaj albo \(one), albo \(other).")
        }
    }
}
