extension Phrase {
    /// Words that people put on lists and segments.
    public enum Tags {
        package static let title = Phrase(en: "Tags", fr: "Étiquettes", pl: "Tagi")
        package static let edit = Phrase(en: "Edit tags", fr: "Modifier les étiquettes", pl: "Edytuj tagi")
        package static let new = Phrase(en: "New tag", fr: "Nouvelle étiquette", pl: "Nowy tag")
        package static let newHelp = Phrase(
            en: "A word of your own, to find lists and segments again.", fr: "Un mot à vous, pour retrouver listes et segments.",
            pl: "Własne słowo, aby odnaleźć listy i segmenty.")
        package static let tooManyOnOne = Phrase(
            en: "That would be more than 100 tags, the most on one list or segment.",
            fr: "Cela ferait plus de 100 étiquettes, le maximum d'une liste ou d'un segment.",
            pl: "To byłoby ponad 100 tagów, a tyle może mieć najwyżej lista lub segment.")
        package static let tooManyOfShop = Phrase(
            en: "The shop has 500 tags, the most there may be. Choose one of them.",
            fr: "La boutique a 500 étiquettes, le maximum. Choisissez-en une.",
            pl: "Sklep ma 500 tagów, czyli maksimum. Wybierz jeden z nich.")
        package static let nameTooLong = Phrase(
            en: "At most 255 characters.", fr: "255 caractères au maximum.", pl: "Najwyżej 255 znaków.")
    }
}

extension Words {
    /// Only one tag of a group may be chosen.
    public func oneTagOf(_ group: String, other: String) -> String {
        text(
            en: "Of “\(group)” only one tag may be chosen; “\(other)” is one of them.",
            fr: "Une seule étiquette de « \(group) » peut être choisie ; « \(other) » en est une.",
            pl: "Z grupy „\(group)” można wybrać tylko jeden tag; „\(other)” do niej należy.")
    }

    /// A past day by whose end something was so, as it was known then.
    public func asKnownOn(_ day: String) -> String {
        text(
            en: "at the end of \(day), as known then", fr: "à la fin du \(day), d'après ce qui était connu alors",
            pl: "na koniec dnia \(day), według ówczesnej wiedzy")
    }
}
