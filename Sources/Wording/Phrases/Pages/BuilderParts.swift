extension Phrase.Builder {
    // What stands within conditions.
    package static let funnel = Phrase(
        en: "One thing after another (funnel)", fr: "Une chose après une autre (entonnoir)", pl: "Jedno po drugim (lejek)")
    package static let allOf = Phrase(
        en: "All of several conditions", fr: "Toutes les conditions d'un ensemble", pl: "Wszystkie z kilku warunków")
    package static let anyOf = Phrase(
        en: "At least one of several conditions", fr: "Au moins une condition d'un ensemble", pl: "Co najmniej jeden z kilku warunków")
    package static let opposite = Phrase(
        en: "The opposite of a condition", fr: "Le contraire d'une condition", pl: "Przeciwieństwo warunku")
    package static let addEvent = Phrase(
        en: "Only events that say …", fr: "Seulement les événements qui disent …", pl: "Tylko zdarzenia, które mówią …")
    package static let addStep = Phrase(en: "Add a step", fr: "Ajouter une étape", pl: "Dodaj krok")
    package static let onlyConsent = Phrase(en: "only consent that …", fr: "seulement un consentement qui …", pl: "tylko zgoda, która …")
    package static let addProof = Phrase(
        en: "Only consent that …", fr: "Seulement un consentement qui …", pl: "Tylko zgoda, która …")
    package static let amongWhom = Phrase(en: "Only among some …", fr: "Seulement parmi certains …", pl: "Tylko spośród niektórych …")
    package static let earlier = Phrase(en: "Move up", fr: "Monter", pl: "W górę")
    package static let keptAsItIs = Phrase(
        en: "No fields show this exactly. It stays as it is spelled here.",
        fr: "Aucun champ ne le montre exactement. Cela reste tel qu'écrit ici.",
        pl: "Żadne pola nie pokazują tego dokładnie. Pozostaje tak, jak tu zapisano.")

    // A funnel.
    package static let begins = Phrase(en: "First step", fr: "Première étape", pl: "Pierwszy krok")
    package static let complete = Phrase(
        en: "Time for all steps", fr: "Délai pour toutes les étapes", pl: "Czas na wszystkie kroki")
    package static let anyWindow = Phrase(en: "with no time limit", fr: "sans limite de temps", pl: "bez ograniczenia czasu")
    package static let thenDid = Phrase(en: "then did", fr: "puis a fait", pl: "potem nastąpiło")
    package static let thenDidNot = Phrase(en: "then did not", fr: "puis n'a pas fait", pl: "potem nie nastąpiło")

    // Consent.
    package static let consentQuestion = Phrase(
        en: "What is asked of the consent", fr: "Ce qui est demandé du consentement", pl: "Pytanie o zgodę")
    package static let consentMethod = Phrase(en: "how it was said", fr: "la façon dont c'était dit", pl: "sposób wyrażenia")
    package static let doubleOptIn = Phrase(
        en: "confirmed by double opt-in", fr: "confirmé par double opt-in", pl: "potwierdzenie (double opt-in)")
    package static let customSource = Phrase(en: "the source is", fr: "la source est", pl: "źródło to")
    package static let methodNames = Phrase(
        en: "Only these forms, pages, files or keys: one per line. Empty: any.",
        fr: "Seulement ces formulaires, pages, fichiers ou clés : un par ligne. Vide : tous.",
        pl: "Tylko te formularze, strony, pliki lub klucze: po jednym w wierszu. Puste: dowolne.")
    package static let isKnown = Phrase(en: "is known", fr: "est connue", pl: "jest znana")

    // Comparisons of texts and lists.
    package static let matches = Phrase(
        en: "matches the pattern (RE2)", fr: "correspond au motif (RE2)", pl: "pasuje do wzorca (RE2)")
    package static let notMatches = Phrase(
        en: "does not match the pattern (RE2)", fr: "ne correspond pas au motif (RE2)", pl: "nie pasuje do wzorca (RE2)")
    package static let phoneOf = Phrase(
        en: "is a phone number of the countries (codes)", fr: "est un numéro des pays (codes)", pl: "to numer telefonu z krajów (kody)")
    package static let phoneNotOf = Phrase(
        en: "is a phone number of other countries than (codes)", fr: "est un numéro d'autres pays que (codes)",
        pl: "to numer telefonu z krajów innych niż (kody)")
    package static let listContainsAny = Phrase(
        en: "has at least one of the elements", fr: "comporte au moins un des éléments", pl: "ma co najmniej jeden z elementów")
    package static let listContainsNone = Phrase(
        en: "has none of the elements", fr: "ne comporte aucun des éléments", pl: "nie ma żadnego z elementów")
    package static let listContainsAll = Phrase(
        en: "has all of the elements", fr: "comporte tous les éléments", pl: "ma wszystkie elementy")
    package static let listLacksSome = Phrase(
        en: "lacks at least one of the elements", fr: "manque au moins un des éléments", pl: "nie ma co najmniej jednego z elementów")
    package static let listHasText = Phrase(
        en: "has an element that contains", fr: "a un élément qui contient", pl: "ma element, który zawiera")
    package static let listHasNoText = Phrase(
        en: "has no element that contains", fr: "n'a pas d'élément qui contient", pl: "nie ma elementu, który zawiera")
    package static let listHasStart = Phrase(
        en: "has an element that begins with", fr: "a un élément qui commence par", pl: "ma element, który zaczyna się od")
    package static let listHasNoStart = Phrase(
        en: "has no element that begins with", fr: "n'a pas d'élément qui commence par", pl: "nie ma elementu, który zaczyna się od")
    package static let listHasEnd = Phrase(
        en: "has an element that ends with", fr: "a un élément qui finit par", pl: "ma element, który kończy się na")
    package static let listHasNoEnd = Phrase(
        en: "has no element that ends with", fr: "n'a pas d'élément qui finit par", pl: "nie ma elementu, który kończy się na")
    package static let listHasNumber = Phrase(en: "has the number", fr: "comporte le nombre", pl: "ma liczbę")
    package static let listHasNotNumber = Phrase(en: "lacks the number", fr: "ne comporte pas le nombre", pl: "nie ma liczby")
    package static let lengthEquals = Phrase(
        en: "number of elements is", fr: "le nombre d'éléments est", pl: "liczba elementów to")
    package static let lengthLess = Phrase(
        en: "number of elements is less than", fr: "le nombre d'éléments est de moins de", pl: "liczba elementów jest mniejsza niż")
    package static let lengthAtMost = Phrase(
        en: "number of elements is at most", fr: "le nombre d'éléments est d'au plus", pl: "liczba elementów to co najwyżej")
    package static let lengthMore = Phrase(
        en: "number of elements is more than", fr: "le nombre d'éléments dépasse", pl: "liczba elementów jest większa niż")
    package static let lengthAtLeast = Phrase(
        en: "number of elements is at least", fr: "le nombre d'éléments est d'au moins", pl: "liczba elementów to co najmniej")

    // What is wrong.
    package static let badPattern = Phrase(
        en: "This is no pattern that is taken: RE2, at most 1,000 bytes, such as ^(web|app)$.",
        fr: "Ce motif n'est pas accepté : RE2, au plus 1 000 octets, par exemple ^(web|app)$.",
        pl: "Ten wzorzec nie jest przyjmowany: RE2, najwyżej 1000 bajtów, na przykład ^(web|app)$.")
    package static let badCountries = Phrase(
        en: "Write codes of countries, one per line, such as FR.", fr: "Écrivez des codes de pays, un par ligne, par exemple FR.",
        pl: "Wpisz kody krajów, po jednym w wierszu, na przykład PL.")
    package static let badPart = Phrase(
        en: "Write more than 0, and 100 at most.", fr: "Écrivez plus de 0, et 100 au plus.", pl: "Wpisz więcej niż 0, najwyżej 100.")
    package static let tooLarge = Phrase(
        en: "This number is too large.", fr: "Ce nombre est trop grand.", pl: "Ta liczba jest za duża.")
    package static let needsStep = Phrase(en: "Add a step first.", fr: "Ajoutez d'abord une étape.", pl: "Najpierw dodaj krok.")
    package static let firstMustHappen = Phrase(
        en: "The first step must have happened.", fr: "La première étape doit avoir eu lieu.", pl: "Pierwszy krok musi nastąpić.")
}

extension Words {
    /// The label of a button that takes a condition, or a part of one, away.
    public func removing(_ what: String, place: String) -> String {
        text(en: "Remove: \(what) (\(place))", fr: "Retirer : \(what) (\(place))", pl: "Usuń: \(what) (\(place))")
    }

    /// The label of a button that puts a step before the one before it.
    public func earlier(_ what: String, place: String) -> String {
        text(en: "Move up: \(what) (\(place))", fr: "Monter : \(what) (\(place))", pl: "W górę: \(what) (\(place))")
    }

    /// The label of a button that adds something within a condition.
    public func adding(_ what: String, place: String) -> String {
        text(en: "\(what) (\(place))", fr: "\(what) (\(place))", pl: "\(what) (\(place))")
    }

    /// The title of a step.
    public func step(_ number: Int) -> String { text(en: "Step \(number)", fr: "Étape \(number)", pl: "Krok \(number)") }

    /// In which time all steps must come.
    public func within(seconds: Int) -> String {
        let time = seconds % 86_400 == 0 ? ofDays(seconds / 86_400) : count(seconds / 3_600, .ofHours)
        return text(en: "all within \(time)", fr: "le tout en moins de \(time)", pl: "wszystko w ciągu \(time)")
    }
}
