extension Phrase {
    /// Words that pages share.
    public enum PagePart {
        package static let help = Phrase(en: "What does this mean?", fr: "Que signifie cela ?", pl: "Co to oznacza?")
        package static let save = Phrase(en: "Save", fr: "Enregistrer", pl: "Zapisz")
        package static let cancel = Phrase(en: "Cancel", fr: "Annuler", pl: "Anuluj")
        package static let saved = Phrase(en: "Saved.", fr: "Enregistré.", pl: "Zapisano.")
        package static let lookAtMarked = Phrase(
            en: "Nothing was saved yet: look at the marked fields.",
            fr: "Rien n'a encore été enregistré : voyez les champs signalés.",
            pl: "Nic jeszcze nie zapisano: sprawdź zaznaczone pola.")
        package static let name = Phrase(en: "Name", fr: "Nom", pl: "Nazwa")
        package static let nameMissing = Phrase(en: "Give it a name.", fr: "Donnez-lui un nom.", pl: "Podaj nazwę.")
        package static let nameTooLong = Phrase(
            en: "The name is too long: at most 255 letters; those with accents count twice, pictures four times.",
            fr: "Le nom est trop long : 255 lettres au plus ; celles avec accent comptent double, les images quadruple.",
            pl: "Nazwa jest za długa: najwyżej 255 liter; te z ogonkami liczą się podwójnie, obrazki poczwórnie.")
        package static let nameUnreadable = Phrase(
            en: "The name needs something to read, without control characters.",
            fr: "Le nom doit contenir du texte lisible, sans caractères de contrôle.",
            pl: "Nazwa musi zawierać czytelny tekst, bez znaków sterujących.")
    }
}
