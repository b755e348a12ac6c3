extension Phrase {
    /// The page on which RFM groups are set up.
    public enum RFMSetup {
        package static let title = Phrase(en: "How groups are made", fr: "Comment les groupes sont faits", pl: "Jak powstają grupy")
        package static let made = Phrase(
            en: "Done. A new model begins with the standard settings.", fr: "Fait. Un nouveau modèle part des réglages standard.",
            pl: "Gotowe. Nowy model zaczyna od ustawień standardowych.")
        package static let refused = Phrase(
            en: "This could not be saved: somebody changed something meanwhile. Look at it again.",
            fr: "Impossible d'enregistrer : quelqu'un a modifié quelque chose entre-temps. Vérifiez à nouveau.",
            pl: "Nie udało się zapisać: ktoś coś w międzyczasie zmienił. Sprawdź jeszcze raz.")
        package static let basics = Phrase(en: "The model", fr: "Le modèle", pl: "Model")
        package static let name = Phrase(en: "Name", fr: "Nom", pl: "Nazwa")
        package static let metric = Phrase(en: "What counts as a purchase", fr: "Ce qui compte comme achat", pl: "Co liczy się jako zakup")
        package static let goesByOrders = Phrase(
            en: "Orders, refunds taken off", fr: "Commandes, remboursements déduits", pl: "Zamówienia po odjęciu zwrotów")
        package static let levels = Phrase(en: "Scores", fr: "Notes", pl: "Oceny")
        package static let showLevels = Phrase(
            en: "Show the fields for these scores", fr: "Afficher les champs pour ces notes", pl: "Pokaż pola dla tych ocen")
        package static let standardNote = Phrase(
            en: "The standard model goes by what counts as an order in this shop. Other models can go by any metric.",
            fr:
                "Le modèle standard suit ce qui compte comme commande dans cette boutique. D'autres modèles peuvent suivre n'importe quel indicateur.",
            pl:
                "Model standardowy opiera się na tym, co w tym sklepie liczy się jako zamówienie. Inne modele mogą opierać się na dowolnej metryce."
        )
        package static let metricNote = Phrase(
            en: "Recency is the last of these events, frequency their number, monetary the sum of their values.",
            fr: "La récence est le dernier de ces événements, la fréquence leur nombre, le montant la somme de leurs valeurs.",
            pl: "Aktualność to ostatnie z tych zdarzeń, częstość ich liczba, a wartość suma ich kwot.")
        package static let method = Phrase(en: "Scored by", fr: "Noté par", pl: "Oceniane według")
        package static let byDays = Phrase(en: "Days: at most", fr: "Jours : au plus", pl: "Dni: najwyżej")
        package static let byOrders = Phrase(en: "Orders: at least", fr: "Commandes : au moins", pl: "Zamówienia: co najmniej")
        package static let byMoney = Phrase(
            en: "Spent, whole units: at least", fr: "Dépensé, unités entières : au moins", pl: "Wydane, pełne jednostki: co najmniej")
        package static let byPercentiles = Phrase(
            en: "Percentiles of customers: above", fr: "Centiles des clients : au-dessus de", pl: "Percentyle klientów: powyżej")
        package static let byParts = Phrase(en: "Equal parts of customers", fr: "Parts égales de clients", pl: "Równe części klientów")
        package static let scaleNote = Phrase(
            en: "Equal parts need no numbers. Whole numbers only.",
            fr: "Les parts égales n'ont pas besoin de nombres. Nombres entiers seulement.",
            pl: "Równe części nie wymagają liczb. Tylko liczby całkowite.")
        package static let recencyMeaning = Phrase(
            en: "How long ago the last order is.", fr: "Ancienneté de la dernière commande.", pl: "Jak dawno było ostatnie zamówienie.")
        package static let frequencyMeaning = Phrase(en: "How many orders.", fr: "Nombre de commandes.", pl: "Ile zamówień.")
        package static let monetaryMeaning = Phrase(
            en: "How much was spent, in the shop's currency.", fr: "Montant dépensé, dans la devise de la boutique.",
            pl: "Ile wydano, w walucie sklepu.")
        package static let map = Phrase(en: "Map", fr: "Grille", pl: "Mapa")
        package static let mapStandard = Phrase(en: "Standard", fr: "Standard", pl: "Standardowa")
        package static let mapCorrected = Phrase(
            en: "Corrected (231 is Needs Attention)", fr: "Corrigée (231 est À surveiller)", pl: "Poprawiona (231 to Wymagają uwagi)")
        package static let mapOwn = Phrase(en: "My own, below", fr: "La mienne, ci-dessous", pl: "Własna, poniżej")
        package static let mapNote = Phrase(
            en:
                "The standard map is Klaviyo's as published. In it 231 is At Risk while 221, with a lower score, is Needs Attention; the corrected map mends that.",
            fr:
                "La grille standard est celle que Klaviyo publie. 231 y est À risque alors que 221, note moins élevée, est À surveiller ; la grille corrigée y remédie.",
            pl:
                "Mapa standardowa jest taka, jak publikuje ją Klaviyo. Klienci z oceną 231 należą w niej do grupy „Zagrożeni odejściem”, a z niższą oceną 221 do grupy „Wymagają uwagi”. Poprawiona mapa usuwa tę sprzeczność."
        )
        package static let mapNoteFive = Phrase(
            en: "The standard map of five scores goes by recency and by the sum of the two others.",
            fr: "La grille standard à cinq notes suit la récence et la somme des deux autres.",
            pl: "Standardowa mapa pięciu ocen opiera się na aktualności i sumie dwóch pozostałych.")
        package static let ownMap = Phrase(
            en: "My own map: a group for every combination", fr: "Ma grille : un groupe par combinaison",
            pl: "Własna mapa: grupa dla każdej kombinacji")
        package static let preview = Phrase(
            en: "See what would change", fr: "Voir ce qui changerait", pl: "Zobacz, co by się zmieniło")
        package static let previewTitle = Phrase(en: "What would change", fr: "Ce qui changerait", pl: "Co by się zmieniło")
        package static let notSavedYet = Phrase(
            en: "Nothing is saved yet.", fr: "Rien n'est encore enregistré.", pl: "Nic jeszcze nie zapisano.")
        package static let before = Phrase(en: "Now", fr: "Maintenant", pl: "Teraz")
        package static let after = Phrase(en: "With these settings", fr: "Avec ces réglages", pl: "Z tymi ustawieniami")
        package static let noGroup = Phrase(en: "No group", fr: "Aucun groupe", pl: "Bez grupy")
        package static let wholeNumber = Phrase(
            en: "A whole number is needed here.", fr: "Un nombre entier est attendu ici.", pl: "Potrzebna jest liczba całkowita.")
        package static let nameMissing = Phrase(en: "A name is needed.", fr: "Un nom est nécessaire.", pl: "Potrzebna jest nazwa.")
        package static let nameTooLong = Phrase(
            en: "This name is too long.", fr: "Ce nom est trop long.", pl: "Ta nazwa jest za długa.")
        package static let nameTaken = Phrase(
            en: "Another model has this name.", fr: "Un autre modèle porte ce nom.", pl: "Inny model ma już tę nazwę.")
        package static let noSuchMetric = Phrase(
            en: "This metric is not there any more: choose another.", fr: "Cet indicateur n'existe plus : choisissez-en un autre.",
            pl: "Tej metryki już nie ma: wybierz inną.")
        package static let mapHasHoles = Phrase(
            en: "Each combination of scores needs one group.", fr: "Chaque combinaison de notes doit avoir un groupe.",
            pl: "Każda kombinacja ocen musi mieć jedną grupę.")
        package static let modelsLead = Phrase(
            en:
                "Several models can stand side by side, each with its own settings and history. The default one is what contacts, segments on \"Current RFM group\" and exports show.",
            fr:
                "Plusieurs modèles peuvent coexister, chacun avec ses réglages et son historique. Celui par défaut est celui que suivent contacts, segments sur « Current RFM group » et exports.",
            pl:
                "Obok siebie może działać kilka modeli, każdy z własnymi ustawieniami i historią. Domyślny jest tym, na którym opierają się kontakty, segmenty po „Current RFM group” i eksporty."
        )
        package static let usedBy = Phrase(en: "Segments that name it", fr: "Segments qui le nomment", pl: "Segmenty, które go wskazują")
        package static let actions = Phrase(en: "What to do", fr: "Que faire", pl: "Działania")
        package static let shownEverywhere = Phrase(en: "shown everywhere", fr: "affiché partout", pl: "widoczny wszędzie")
        package static let makeDefault = Phrase(en: "Make it the default", fr: "Utiliser par défaut", pl: "Ustaw jako domyślny")
        package static let delete = Phrase(en: "Delete…", fr: "Supprimer…", pl: "Usuń…")
        package static let deleteTitle = Phrase(
            en: "Delete this RFM model?", fr: "Supprimer ce modèle RFM ?", pl: "Usunąć ten model RFM?")
        package static let deleteLead = Phrase(
            en: "It is forgotten with its whole history. Groups of the other models stay.",
            fr: "Il est oublié avec tout son historique. Les groupes des autres modèles restent.",
            pl: "Zostanie zapomniany wraz z całą historią. Grupy innych modeli pozostaną.")
        package static let deleteNow = Phrase(en: "Delete", fr: "Supprimer", pl: "Usuń")
        package static let newName = Phrase(en: "Name of a new model", fr: "Nom d'un nouveau modèle", pl: "Nazwa nowego modelu")
        package static let make = Phrase(en: "Make a model", fr: "Créer un modèle", pl: "Utwórz model")
        package static let helpScales = Phrase(
            en:
                "By values, the best score is given up to so many days, or from so many orders or so much money on. By percentiles, 66 means: more than two thirds of the customers have.",
            fr:
                "Par valeurs, la meilleure note est donnée jusqu'à tant de jours, ou à partir de tant de commandes ou d'argent. Par centiles, 66 signifie : plus que les deux tiers des clients.",
            pl:
                "Według wartości najlepsza ocena należy się do tylu dni albo od tylu zamówień lub takiej kwoty. Według percentyli 66 znaczy: więcej niż dwie trzecie klientów."
        )
        package static let helpTies = Phrase(
            en: "Equal values always score alike: where most bought once, nobody may be left for a middle score. The preview says so.",
            fr:
                "Des valeurs égales ont toujours la même note : si la plupart n'ont acheté qu'une fois, une note moyenne peut rester vide. L'aperçu le dit.",
            pl: "Równe wartości mają zawsze tę samą ocenę: gdy większość kupiła raz, środkowa ocena może zostać pusta. Podgląd to pokaże.")
        package static let helpSave = Phrase(
            en: "Saving changes groups at once, everywhere, as changes of the cause \"other settings\". Past days stay as they were told.",
            fr: "Enregistrer change les groupes aussitôt, partout, avec la cause « autres réglages ». Les jours passés restent tels quels.",
            pl: "Zapis zmienia grupy od razu i wszędzie, z przyczyną „inne ustawienia”. Minione dni pozostają bez zmian.")
    }
}

extension Words {
    /// When something was changed last; the name of who did it follows.
    public func changedBy(at moment: String) -> String {
        text(en: "changed \(moment) by", fr: "modifié le \(moment) par", pl: "zmieniono \(moment), kto:")
    }

    /// A custom metric among other metrics.
    public func customMetric(_ name: String) -> String {
        text(en: "\(name) (custom)", fr: "\(name) (personnalisé)", pl: "\(name) (własna)")
    }

    /// How many scores there are.
    public func oneTo(_ levels: Int) -> String {
        text(en: "1 to \(levels)", fr: "de 1 à \(levels)", pl: "od 1 do \(levels)")
    }

    /// The border of a score.
    public func borderOfScore(_ score: Int) -> String { text(en: "Score \(score)", fr: "Note \(score)", pl: "Ocena \(score)") }

    /// The group of three scores.
    public func groupOfScores(_ score: Int) -> String {
        text(en: "Group of \(score)", fr: "Groupe de \(score)", pl: "Grupa dla \(score)")
    }

    /// Between which numbers something must lie.
    public func numberFrom(_ least: Int, to most: Int) -> String {
        let (low, high) = (format.number(least), format.number(most))
        return text(
            en: "A whole number from \(low) to \(high) is needed here.", fr: "Un nombre entier de \(low) à \(high) est attendu ici.",
            pl: "Potrzebna jest liczba całkowita od \(low) do \(high).")
    }

    /// A border that crosses that of the next higher score.
    public func moreThanHigherScore(_ number: Int) -> String {
        let number = format.number(number)
        return text(
            en: "Must be more than the \(number) of the next higher score.", fr: "Doit dépasser les \(number) de la note supérieure.",
            pl: "Musi być więcej niż \(number) przy wyższej ocenie.")
    }

    /// A border that crosses that of the next higher score.
    public func lessThanHigherScore(_ number: Int) -> String {
        let number = format.number(number)
        return text(
            en: "Must be less than the \(number) of the next higher score.", fr: "Doit être inférieur aux \(number) de la note supérieure.",
            pl: "Musi być mniej niż \(number) przy wyższej ocenie.")
    }
}
