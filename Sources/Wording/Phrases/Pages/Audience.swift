extension Phrase {
    /// Lists and segments in one table, and what is offered ready.
    public enum Audience {
        package static let title = Phrase(en: "Lists & segments", fr: "Listes et segments", pl: "Listy i segmenty")
        package static let createSegment = Phrase(en: "Create segment", fr: "Créer un segment", pl: "Utwórz segment")
        package static let createList = Phrase(en: "Create list", fr: "Créer une liste", pl: "Utwórz listę")
        package static let readyMade = Phrase(en: "Ready-made segments", fr: "Segments prêts à l'emploi", pl: "Gotowe segmenty")
        package static let searchHint = Phrase(en: "Part of a name", fr: "Partie d'un nom", pl: "Fragment nazwy")
        package static let kind = Phrase(en: "Type", fr: "Type", pl: "Rodzaj")
        package static let everyKind = Phrase(en: "all", fr: "tous", pl: "wszystkie")
        package static let lists = Phrase(en: "lists", fr: "listes", pl: "listy")
        package static let segments = Phrase(en: "segments", fr: "segments", pl: "segmenty")
        package static let list = Phrase(en: "List", fr: "Liste", pl: "Lista")
        package static let segment = Phrase(en: "Segment", fr: "Segment", pl: "Segment")
        package static let name = Phrase(en: "Name", fr: "Nom", pl: "Nazwa")
        package static let members = Phrase(en: "Members", fr: "Membres", pl: "Osoby")
        package static let lastDay = Phrase(en: "Last 24 hours", fr: "24 dernières heures", pl: "Ostatnie 24 godziny")
        package static let lastWeek = Phrase(en: "Last 7 days", fr: "7 derniers jours", pl: "Ostatnie 7 dni")
        package static let computed = Phrase(en: "Computed", fr: "Calculé", pl: "Obliczono")
        package static let changed = Phrase(en: "Edited", fr: "Modifié", pl: "Edytowano")
        package static let starred = Phrase(en: "Starred: ", fr: "Favori : ", pl: "Wyróżniony: ")
        package static let byName = Phrase(en: "name, starred first", fr: "nom, favoris d'abord", pl: "nazwa, najpierw wyróżnione")
        package static let byMembers = Phrase(en: "most members", fr: "plus de membres", pl: "najwięcej osób")
        package static let byChange = Phrase(en: "most movement", fr: "plus de mouvement", pl: "największy ruch")
        package static let byUpdated = Phrase(en: "edited last", fr: "modifiés récemment", pl: "ostatnio edytowane")
        package static let inactive = Phrase(
            en: "switched off: keeps the members it had", fr: "désactivé : garde les membres qu'il avait",
            pl: "wyłączony: zachowuje dotychczasowe osoby")
        package static let standsStill = Phrase(
            en: "stands still: it names something that is gone", fr: "à l'arrêt : il nomme quelque chose qui n'existe plus",
            pl: "zatrzymany: wskazuje coś, czego już nie ma")
        package static let processing = Phrase(
            en: "being found out …", fr: "calcul en cours …", pl: "trwa ustalanie …")
        package static let stale = Phrase(
            en: "waits for predictions: members of the last time there were some",
            fr: "attend des prévisions : membres de la dernière fois qu'il y en avait",
            pl: "czeka na prognozy: osoby z ostatniego razu, gdy były")
        package static let none = Phrase(
            en: "No lists and no segments yet", fr: "Pas encore de listes ni de segments", pl: "Nie ma jeszcze list ani segmentów")
        package static let noneHelp = Phrase(
            en: "A segment gathers people by itself, by what is known of them. The quickest way is to take a ready-made one.",
            fr: "Un segment réunit des personnes de lui-même, selon ce que l'on sait d'elles. Le plus rapide : partir d'un segment prêt.",
            pl: "Segment sam zbiera osoby według tego, co o nich wiadomo. Najszybciej jest wziąć gotowy.")
        package static let noMatch = Phrase(en: "Nothing found by that name", fr: "Aucun résultat pour ce nom", pl: "Nic o takiej nazwie")
        package static let showAll = Phrase(
            en: "Show all lists and segments", fr: "Afficher toutes les listes et tous les segments", pl: "Pokaż wszystkie listy i segmenty"
        )
        package static let deleted = Phrase(en: "It was deleted.", fr: "Suppression effectuée.", pl: "Usunięto.")

        package static let helpDifference = Phrase(
            en: "List or segment?", fr: "Liste ou segment ?", pl: "Lista czy segment?")
        package static let helpDifferenceAnswer = Phrase(
            en:
                "People are put on a list: they subscribe, you add them. A segment fills itself: you say whom you mean, and people come and go as that becomes true or false.",
            fr:
                "Une liste se remplit à la main : on s'y inscrit, vous y ajoutez. Un segment se remplit seul : vous dites qui vous visez, et chacun entre ou sort selon que c'est vrai ou non.",
            pl:
                "Na listę ktoś się zapisuje albo go dodajesz. Segment wypełnia się sam: mówisz, o kogo chodzi, a osoby wchodzą i wychodzą, gdy to się zmienia."
        )
        package static let helpChange = Phrase(
            en: "What do +12 and −3 say?", fr: "Que disent +12 et −3 ?", pl: "Co mówią +12 i −3?")
        package static let helpChangeAnswer = Phrase(
            en: "How many people entered and left within the time. The number above is the difference.",
            fr: "Combien de personnes sont entrées et sorties pendant la période. Le nombre du dessus est la différence.",
            pl: "Ile osób weszło i wyszło w tym czasie. Liczba powyżej to różnica.")
        package static let helpFresh = Phrase(
            en: "How fresh is it?", fr: "Est-ce à jour ?", pl: "Czy to jest aktualne?")
        package static let helpFreshAnswer = Phrase(
            en: "To the second. Each order, opened e-mail or changed property moves people at once; nothing has to be refreshed.",
            fr: "À la seconde. Chaque commande, e-mail ouvert ou propriété modifiée déplace les personnes aussitôt ; rien à actualiser.",
            pl: "Co do sekundy. Każde zamówienie, otwarty e-mail i zmiana właściwości przenosi osoby od razu; niczego nie trzeba odświeżać."
        )

        package static let readyMadeTitle = Phrase(
            en: "Ready-made segments", fr: "Segments prêts à l'emploi", pl: "Gotowe segmenty")
        package static let readyMadeLead = Phrase(
            en: "Amounts, lists and events are proposed from your own data. Take one as it is, or change it first.",
            fr: "Montants, listes et événements sont proposés d'après vos propres données. Prenez-en un tel quel, ou modifiez-le d'abord.",
            pl: "Kwoty, listy i zdarzenia są dobrane na podstawie Twoich danych. Weź segment bez zmian albo najpierw go zmień.")
        package static let takeIt = Phrase(en: "Create it", fr: "Créer", pl: "Utwórz")
        package static let changeFirst = Phrase(en: "Preview and edit", fr: "Voir et modifier", pl: "Zobacz i zmień")
        package static let themeNow = Phrase(en: "Whom to write to now", fr: "À qui écrire maintenant", pl: "Do kogo napisać teraz")
        package static let themeValue = Phrase(en: "By value", fr: "Par valeur", pl: "Według wartości")
        package static let themeOrderValue = Phrase(en: "By order value", fr: "Par panier moyen", pl: "Według wartości zamówienia")
        package static let themeClasses = Phrase(en: "By class", fr: "Par classe", pl: "Według klasy")
        package static let themeActivity = Phrase(
            en: "By purchase history", fr: "Selon leurs achats", pl: "Według historii zakupów")
        package static let themeGroups = Phrase(en: "By RFM group", fr: "Par groupe RFM", pl: "Według grupy RFM")
    }
}

extension Words {
    /// How many lists and segments are shown.
    public func listsAndSegments(_ number: Int) -> String {
        let shown = format.number(number)
        return text(
            en: number == 1 ? "1 list or segment" : "\(shown) lists and segments",
            fr: number == 1 ? "1 liste ou segment" : "\(shown) listes et segments",
            pl: "Listy i segmenty: \(shown)")
    }
}
