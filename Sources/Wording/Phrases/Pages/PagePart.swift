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
    }
}
