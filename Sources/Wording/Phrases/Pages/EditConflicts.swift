extension Phrase {
    /// Two people changed one thing at once.
    public enum EditConflicts {
        package static let title = Phrase(
            en: "This was changed meanwhile", fr: "Modifié entre-temps", pl: "W międzyczasie zapisano inną wersję")
        package static let lead = Phrase(
            en: "While you were editing, another version was saved. Yours is not saved yet: nothing is lost. Choose which one stays.",
            fr:
                "Pendant votre modification, une autre version a été enregistrée. La vôtre ne l'est pas encore : rien n'est perdu. Choisissez celle qui reste.",
            pl: "Podczas edycji zapisano inną wersję. Twoja nie jest jeszcze zapisana: nic nie zginęło. Wybierz, która zostaje.")
        package static let newer = Phrase(en: "Saved now", fr: "Enregistrée", pl: "Zapisana wersja")
        package static let mine = Phrase(en: "Yours", fr: "La vôtre", pl: "Twoja wersja")
        package static let differs = Phrase(en: "What differs", fr: "Ce qui diffère", pl: "Co się różni")
        package static let same = Phrase(
            en: "Everything else is the same in both.", fr: "Tout le reste est identique.", pl: "Cała reszta jest taka sama.")
        package static let saveMine = Phrase(en: "Save mine instead", fr: "Enregistrer la mienne", pl: "Zapisz moją wersję")
        package static let goOn = Phrase(en: "Go on editing mine", fr: "Continuer à modifier la mienne", pl: "Edytuj moją dalej")
        package static let takeNewer = Phrase(
            en: "Keep the saved one", fr: "Garder celle qui est enregistrée", pl: "Zostaw zapisaną")
        package static let starred = Phrase(en: "Starred", fr: "En favori", pl: "Wyróżniony")
        package static let yes = Phrase(en: "yes", fr: "oui", pl: "tak")
        package static let no = Phrase(en: "no", fr: "non", pl: "nie")
    }
}

extension Words {
    /// When a version was saved; the name of who did it follows.
    public func savedBy(at moment: String) -> String {
        text(en: "saved \(moment) by", fr: "enregistrée le \(moment) par", pl: "zapisano \(moment), kto:")
    }
}
