extension Phrase {
    /// The page of RFM groups.
    public enum RFMPage {
        package static let title = Phrase(en: "RFM groups", fr: "Groupes RFM", pl: "Grupy RFM")
        package static let analytics = Phrase(en: "Analytics", fr: "Analyses", pl: "Analityka")
        package static let note = Phrase(en: "Note", fr: "Remarque", pl: "Uwaga")
        package static let more = Phrase(en: "Moves, medians, map", fr: "Passages, médianes, grille", pl: "Przejścia, mediany, mapa")
        package static let settings = Phrase(en: "Change how groups are made", fr: "Modifier les groupes", pl: "Zmień sposób grupowania")
        package static let models = Phrase(en: "RFM models", fr: "Modèles RFM", pl: "Modele RFM")
        package static let isShown = Phrase(en: "default", fr: "par défaut", pl: "domyślny")
        package static let now = Phrase(
            en: "Who is in which group today", fr: "Qui est dans quel groupe aujourd'hui", pl: "Kto jest dziś w której grupie")
        package static let notShown = Phrase(
            en: "This model is not the default one: lists of contacts, exports and the property \"Current RFM group\" go by the default.",
            fr:
                "Ce modèle n'est pas celui par défaut : contacts, exports et la propriété « Current RFM group » suivent le modèle par défaut.",
            pl: "To nie jest model domyślny: listy kontaktów, eksporty i właściwość „Current RFM group” opierają się na domyślnym.")
        package static let emptyHelp = Phrase(
            en: "Groups appear with the first order: import your orders or connect a shop.",
            fr: "Les groupes apparaissent dès la première commande : importez vos commandes ou connectez une boutique.",
            pl: "Grupy pojawią się z pierwszym zamówieniem: wczytaj zamówienia lub podłącz sklep.")
        package static let twoDays = Phrase(
            en: "How groups changed", fr: "Comment les groupes ont changé", pl: "Jak zmieniły się grupy")
        package static let twoDaysLead = Phrase(
            en: "Any two days beside each other, each as it was known at its end.",
            fr: "Deux jours au choix côte à côte, chacun tel qu'il était connu en fin de journée.",
            pl: "Dowolne dwa dni obok siebie, każdy taki, jaki był znany na jego koniec.")
        package static let from = Phrase(en: "From the end of", fr: "De la fin du", pl: "Od końca dnia")
        package static let to = Phrase(en: "To the end of", fr: "À la fin du", pl: "Do końca dnia")
        package static let compare = Phrase(en: "Compare", fr: "Comparer", pl: "Porównaj")
        package static let noDay = Phrase(
            en: "This is no day. Write one such as 2026-01-31.", fr: "Ce n'est pas un jour. Écrivez par exemple 2026-01-31.",
            pl: "To nie jest dzień. Wpisz na przykład 2026-01-31.")
        package static let stillToCome = Phrase(
            en: "This day is still to come: choose today or an earlier one.",
            fr: "Ce jour n'est pas encore arrivé : choisissez aujourd'hui ou un jour passé.",
            pl: "Ten dzień jeszcze nie nadszedł: wybierz dzisiejszy lub wcześniejszy.")
        package static let notBeforeEnd = Phrase(
            en: "The first day must lie before the second one.", fr: "Le premier jour doit précéder le second.",
            pl: "Pierwszy dzień musi być wcześniejszy niż drugi.")
        package static let movement = Phrase(
            en: "Who went where", fr: "Qui est passé où", pl: "Kto dokąd przeszedł")
        package static let movementNote = Phrase(
            en:
                "Bands are as thick as people are many, in the colour of the group that they come from. Who bought for the first time comes from \"Never purchased\".",
            fr:
                "L'épaisseur d'une bande suit le nombre de personnes, sa couleur est celle du groupe de départ. Qui achète pour la première fois vient de « Jamais acheté ».",
            pl:
                "Grubość pasma odpowiada liczbie osób, a kolor grupie, z której przychodzą. Kto kupił po raz pierwszy, przychodzi z „Nigdy nie kupili”."
        )
        package static let medians = Phrase(
            en: "The customer in the middle of each group", fr: "Le client du milieu de chaque groupe", pl: "Klient w środku każdej grupy")
        package static let mediansLead = Phrase(
            en: "Medians: half of the group has less, half has more. Below each, in grey, the earlier day.",
            fr: "Médianes : la moitié du groupe a moins, l'autre a plus. Dessous, en gris, le premier jour.",
            pl: "Mediany: połowa grupy ma mniej, połowa więcej. Poniżej, na szaro, wcześniejszy dzień.")
        package static let workOutMedians = Phrase(
            en: "Work out medians", fr: "Calculer les médianes", pl: "Oblicz mediany")
        package static let beingCounted = Phrase(
            en: "They are being counted; that takes a few seconds.", fr: "Calcul en cours ; cela prend quelques secondes.",
            pl: "Trwa obliczanie; zajmie to kilka sekund.")
        package static let countedAnew = Phrase(
            en: "They are being counted anew.", fr: "Un nouveau calcul est en cours.", pl: "Trwa ponowne obliczanie.")
        package static let lookAgain = Phrase(en: "Look again", fr: "Réafficher", pl: "Pokaż ponownie")
        package static let daysSince = Phrase(
            en: "Days since the last order", fr: "Jours depuis la dernière commande", pl: "Dni od ostatniego zamówienia")
        package static let orders = Phrase(en: "Orders so far", fr: "Commandes à ce jour", pl: "Dotychczasowe zamówienia")
        package static let spent = Phrase(en: "Spent so far", fr: "Dépensé à ce jour", pl: "Dotychczas wydane")
        package static let map = Phrase(en: "What makes a group", fr: "Ce qui fait un groupe", pl: "Co tworzy grupę")
        package static let mapLead = Phrase(
            en: "Three scores, written together: 321 is recency 3, frequency 2, monetary 1. Each combination belongs to one group.",
            fr: "Trois notes, écrites ensemble : 321 est récence 3, fréquence 2, montant 1. Chaque combinaison appartient à un groupe.",
            pl: "Trzy oceny zapisane razem: 321 to aktualność 3, częstość 2, wartość 1. Każda kombinacja należy do jednej grupy.")
        package static let mapGrid = Phrase(
            en: "Which scores make which group", fr: "Quelles notes forment quel groupe", pl: "Jakie oceny tworzą którą grupę")
        package static let axes = Phrase(en: "F ↓ M →", fr: "F ↓ M →", pl: "F ↓ M →")
        package static let recencyDays = Phrase(
            en: "Recency: days since the last order", fr: "Récence : jours depuis la dernière commande",
            pl: "Aktualność: dni od ostatniego zamówienia")
        package static let frequencyOrders = Phrase(
            en: "Frequency: orders", fr: "Fréquence : commandes", pl: "Częstość: zamówienia")
        package static let monetarySpent = Phrase(en: "Monetary: spent", fr: "Montant : dépensé", pl: "Wartość: wydane")
        package static let helpDays = Phrase(
            en:
                "A customer's group changes the moment an order comes in, and when days go by. Every change is kept with its cause; a past day is told as it was known then.",
            fr:
                "Le groupe d'un client change dès qu'une commande arrive, et quand les jours passent. Chaque changement est gardé avec sa cause ; un jour passé est décrit tel qu'il était connu alors.",
            pl:
                "Grupa klienta zmienia się z chwilą zamówienia i z upływem dni. Każda zmiana jest zachowana wraz z przyczyną; miniony dzień jest opisany tak, jak był wtedy znany."
        )
        package static let helpSegment = Phrase(
            en: "Open a group to see exactly its people. To write to them, make a segment with the property \"Current RFM group\".",
            fr:
                "Ouvrez un groupe pour voir exactement ses membres. Pour leur écrire, créez un segment avec la propriété « Current RFM group ».",
            pl: "Otwórz grupę, aby zobaczyć dokładnie jej osoby. Aby do nich napisać, utwórz segment z właściwością „Current RFM group”.")
    }
}

extension Words {
    /// That groups were made in another way on the earlier day.
    public func groupsMadeOtherwise(since moment: String) -> String {
        text(
            en: "How groups are made was changed on \(moment): some of this shows the change, not what customers did.",
            fr:
                "La façon de former les groupes a été modifiée le \(moment) : une partie de ceci montre ce changement, et non ce que les clients ont fait.",
            pl: "Sposób tworzenia grup zmieniono \(moment): część tego wynika ze zmiany, a nie z zachowania klientów.")
    }

    /// When groups were counted.
    public func groupsComputed(at moment: String, isProcessing: Bool) -> String {
        let said = text(en: "Counted at \(moment)", fr: "Compté le \(moment)", pl: "Policzono \(moment)")
        guard isProcessing else { return said }
        return said
            + text(
                en: " · groups are still being found out", fr: " · des groupes sont encore en cours de calcul",
                pl: " · grupy są jeszcze ustalane")
    }

    /// Since when borders are used.
    public func bordersSettled(_ moment: String) -> String {
        text(en: "Borders settled at \(moment).", fr: "Seuils fixés le \(moment).", pl: "Progi ustalono \(moment).")
    }

    /// The title of what belongs to a recency score.
    public func recencyScore(_ score: Int) -> String {
        text(en: "Recency \(score)", fr: "Récence \(score)", pl: "Aktualność \(score)")
    }

    /// The title of medians on two days.
    public func mediansOn(_ end: String, before start: String) -> String {
        text(en: "On \(end), and on \(start)", fr: "Au \(end), et au \(start)", pl: "Na dzień \(end) oraz \(start)")
    }
}
