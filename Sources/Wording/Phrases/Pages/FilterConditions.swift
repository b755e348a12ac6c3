extension Phrase {
    /// What a property of an event is asked for.
    public enum FilterConditions {
        package static let textEquals = Phrase(en: "is the text", fr: "est le texte", pl: "to tekst")
        package static let textNotEquals = Phrase(en: "is not the text", fr: "n'est pas le texte", pl: "to nie tekst")
        package static let textContains = Phrase(en: "contains", fr: "contient", pl: "zawiera")
        package static let textNotContains = Phrase(en: "does not contain", fr: "ne contient pas", pl: "nie zawiera")
        package static let textStarts = Phrase(en: "starts with", fr: "commence par", pl: "zaczyna się od")
        package static let textNotStarts = Phrase(en: "does not start with", fr: "ne commence pas par", pl: "nie zaczyna się od")
        package static let textEnds = Phrase(en: "ends with", fr: "se termine par", pl: "kończy się na")
        package static let textNotEnds = Phrase(en: "does not end with", fr: "ne se termine pas par", pl: "nie kończy się na")
        package static let textAmong = Phrase(
            en: "is one of (a; b; c)", fr: "est l'un de (a; b; c)", pl: "jest jednym z (a; b; c)")
        package static let textNotAmong = Phrase(
            en: "is none of (a; b; c)", fr: "n'est aucun de (a; b; c)", pl: "nie jest żadnym z (a; b; c)")
        package static let matches = Phrase(
            en: "matches the expression", fr: "correspond à l'expression", pl: "pasuje do wyrażenia")
        package static let notMatches = Phrase(
            en: "does not match the expression", fr: "ne correspond pas à l'expression", pl: "nie pasuje do wyrażenia")
        package static let numberEquals = Phrase(en: "is the number", fr: "est le nombre", pl: "to liczba")
        package static let numberNotEquals = Phrase(en: "is not the number", fr: "n'est pas le nombre", pl: "to nie liczba")
        package static let greater = Phrase(en: "is more than", fr: "est supérieur à", pl: "jest większe niż")
        package static let atLeast = Phrase(en: "is at least", fr: "est au moins", pl: "wynosi co najmniej")
        package static let less = Phrase(en: "is less than", fr: "est inférieur à", pl: "jest mniejsze niż")
        package static let atMost = Phrase(en: "is at most", fr: "est au plus", pl: "wynosi najwyżej")
        package static let isTrue = Phrase(en: "is true", fr: "est vrai", pl: "jest prawdą")
        package static let isFalse = Phrase(en: "is false", fr: "est faux", pl: "jest fałszem")
        package static let listHolds = Phrase(en: "is a list that holds", fr: "est une liste qui contient", pl: "to lista, która zawiera")
        package static let listHoldsNot = Phrase(
            en: "is a list that does not hold", fr: "est une liste qui ne contient pas", pl: "to lista, która nie zawiera")
        package static let isSet = Phrase(en: "is there", fr: "est renseigné", pl: "jest podane")
        package static let isNotSet = Phrase(en: "is not there", fr: "n'est pas renseigné", pl: "nie jest podane")
    }
}
