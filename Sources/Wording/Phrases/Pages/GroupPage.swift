extension Phrase {
    /// The page of one list or segment, and what is done with it.
    public enum GroupPage {
        package static let edit = Phrase(en: "Edit", fr: "Modifier", pl: "Edytuj")
        package static let export = Phrase(en: "Export", fr: "Exporter", pl: "Eksportuj")
        package static let compare = Phrase(en: "Compare", fr: "Comparer", pl: "Porównaj")
        package static let delete = Phrase(en: "Delete", fr: "Supprimer", pl: "Usuń")
        package static let isStarred = Phrase(en: "starred", fr: "favori", pl: "wyróżniony")
        package static let created = Phrase(
            en: "It was created. Whoever fits enters by itself from now on.",
            fr: "Création effectuée. Désormais, chacun y entre de lui-même dès que cela s'applique.",
            pl: "Utworzono. Od teraz każdy, kto pasuje, trafia tu sam.")
        package static let saved = Phrase(en: "Saved.", fr: "Enregistré.", pl: "Zapisano.")
        package static let added = Phrase(
            en: "The person is on the list.", fr: "La personne est dans la liste.", pl: "Osoba jest na liście.")
        package static let removed = Phrase(
            en: "The person is not on the list any more.", fr: "La personne n'est plus dans la liste.", pl: "Osoby nie ma już na liście.")
        package static let keptCurrent = Phrase(en: "updates itself", fr: "se met à jour seul", pl: "aktualizuje się sam")
        package static let standsStill = Phrase(
            en:
                "The segment stands still: it names something that is not there any more. Edit it to mend that. Its members are those of before.",
            fr:
                "Le segment est à l'arrêt : il nomme quelque chose qui n'existe plus. Modifiez-le pour y remédier. Ses membres sont ceux d'avant.",
            pl: "Segment stoi: wskazuje coś, czego już nie ma. Edytuj go, aby to naprawić. Należą do niego osoby sprzed tej zmiany.")
        package static let processing = Phrase(
            en: "Who is in is being found out. Figures follow in a moment: reload the page.",
            fr: "On détermine qui en fait partie. Les chiffres arrivent dans un instant : rechargez la page.",
            pl: "Trwa ustalanie, kto tu należy. Liczby pojawią się za chwilę: odśwież stronę.")
        package static let stale = Phrase(
            en: "The segment asks for predictions, and there are none now: it keeps the members of the last time there were some.",
            fr: "Le segment demande des prévisions, et il n'y en a pas actuellement : il garde ses derniers membres connus.",
            pl: "Segment wymaga prognoz, a teraz ich nie ma: zachowuje osoby z ostatniego razu, gdy były.")
        package static let emptyList = Phrase(
            en: "Nobody is on the list yet. Add somebody below, or let them subscribe through the API.",
            fr: "La liste est vide. Ajoutez quelqu'un ci-dessous, ou laissez-le s'inscrire par l'API.",
            pl: "Na liście nie ma jeszcze nikogo. Dodaj kogoś poniżej lub pozwól zapisać się przez API.")
        package static let emptySegment = Phrase(
            en: "Nobody fits now. Loosen a condition, or wait: whoever fits enters by themselves.",
            fr: "Personne ne correspond actuellement. Assouplissez une condition, ou patientez : chacun entre dès que cela s'applique.",
            pl: "Teraz nikt nie pasuje. Złagodź warunek albo poczekaj: kto pasuje, trafi tu sam.")
        package static let mostValuable = Phrase(
            en: "By total CLV, highest first.", fr: "Par CLV totale, la plus élevée d'abord.", pl: "Według CLV całkowitej, od najwyższej.")
        package static let newestOrders = Phrase(
            en: "By last order, newest first.", fr: "Par dernière commande, la plus récente d'abord.",
            pl: "Według ostatniego zamówienia, od najnowszego.")
        package static let whoIsMeant = Phrase(en: "Who is meant", fr: "Qui est visé", pl: "O kogo chodzi")
        package static let whyTitle = Phrase(
            en: "Why is somebody in, or not?", fr: "Pourquoi quelqu'un y est-il, ou non ?", pl: "Dlaczego ktoś tu należy lub nie?")
        package static let whyLead = Phrase(
            en: "Ask by e-mail address, phone number or id.", fr: "Demandez par adresse e-mail, téléphone ou identifiant.",
            pl: "Zapytaj, podając adres e-mail, telefon lub identyfikator.")
        package static let person = Phrase(
            en: "E-mail, phone or id", fr: "E-mail, téléphone ou identifiant", pl: "E-mail, telefon lub identyfikator")
        package static let ask = Phrase(en: "Ask", fr: "Demander", pl: "Zapytaj")
        package static let nobodyFound = Phrase(
            en: "Nobody is known by that. Give the whole address, number or id.",
            fr: "Personne n'est connu ainsi. Donnez l'adresse, le numéro ou l'identifiant en entier.",
            pl: "Nikogo takiego nie ma. Podaj cały adres, numer lub identyfikator.")
        package static let isInSegment = Phrase(
            en: "is in the segment", fr: "fait partie du segment", pl: "należy do segmentu")
        package static let isNotInSegment = Phrase(
            en: "is not in the segment", fr: "ne fait pas partie du segment", pl: "nie należy do segmentu")
        package static let isInList = Phrase(en: "is on the list", fr: "est dans la liste", pl: "jest na liście")
        package static let isNotInList = Phrase(en: "is not on the list", fr: "n'est pas dans la liste", pl: "nie ma na liście")
        package static let usedBy = Phrase(en: "What goes by it", fr: "Ce qui s'appuie dessus", pl: "Co z niego korzysta")
        package static let schedule = Phrase(en: "scheduled export", fr: "export planifié", pl: "eksport cykliczny")
        package static let addTitle = Phrase(
            en: "Add or remove somebody", fr: "Ajouter ou retirer quelqu'un", pl: "Dodaj lub usuń kogoś")
        package static let addHelp = Phrase(
            en: "Being on a list is no consent: consent is kept apart, channel by channel.",
            fr: "Être dans une liste ne vaut pas consentement : il est tenu à part, canal par canal.",
            pl: "Obecność na liście to nie zgoda: zgody są przechowywane osobno dla każdego kanału.")
        package static let add = Phrase(en: "Add", fr: "Ajouter", pl: "Dodaj")
        package static let remove = Phrase(en: "Remove", fr: "Retirer", pl: "Usuń z listy")

        package static let expectedSpend = Phrase(
            en: "Expected future spend", fr: "Dépenses attendues", pl: "Oczekiwane wydatki")
        package static let spentSoFar = Phrase(en: "Spent so far", fr: "Dépensé à ce jour", pl: "Dotychczas wydane")
        package static let averageHistoric = Phrase(
            en: "Average historic CLV", fr: "CLV historique moyenne", pl: "Średnia CLV historyczna")
        package static let averageTotal = Phrase(en: "Average total CLV", fr: "CLV totale moyenne", pl: "Średnia CLV całkowita")
        package static let returning = Phrase(
            en: "Expected returning customers", fr: "Clients susceptibles de revenir", pl: "Klienci, którzy prawdopodobnie wrócą")
        package static let byChurn = Phrase(en: "By churn risk", fr: "Par risque d'attrition", pl: "Według ryzyka odejścia")
        package static let tagged = Phrase(en: "The tags were saved.", fr: "Les étiquettes ont été enregistrées.", pl: "Tagi zapisano.")
        package static let knownOn = Phrase(
            en: "At the end of a past day (empty: now)", fr: "À la fin d'un jour passé (vide : maintenant)",
            pl: "Na koniec minionego dnia (puste: teraz)")
        package static let whyLeadDay = Phrase(
            en: "Name somebody, and see each condition with what it saw. With a past day: as it was known then.",
            fr: "Nommez quelqu'un et voyez chaque condition avec ce qu'elle a vu. Avec un jour passé : d'après ce qui était connu alors.",
            pl: "Wskaż osobę i zobacz każdy warunek z tym, co sprawdził. Z minionym dniem: według ówczesnej wiedzy.")
        package static let dayWrong = Phrase(
            en: "Choose today or an earlier day.", fr: "Choisissez aujourd'hui ou un jour antérieur.",
            pl: "Wybierz dzisiaj lub wcześniejszy dzień.")
        package static let notKnownThen = Phrase(
            en:
                "Nothing was known here of this person on that day: this tells what Perennial knew then. What an import brought later, orders of earlier days too, was known from its arrival on.",
            fr:
                "Ce jour-là, rien n'était connu ici de cette personne : il s'agit de ce que Perennial savait alors. Ce qu'un import a apporté plus tard, même des commandes antérieures, est connu depuis son arrivée.",
            pl:
                "Tego dnia nic tu nie wiedziano o tej osobie: liczy się to, co Perennial wtedy wiedział. To, co później przyniósł import, także wcześniejsze zamówienia, jest znane od chwili nadejścia."
        )
        package static let pastIsBusy = Phrase(
            en: "Somebody else looks at the past just now: one at a time. Ask again in a few seconds.",
            fr: "Quelqu'un d'autre consulte le passé : une personne à la fois. Redemandez dans quelques secondes.",
            pl: "Ktoś inny sprawdza właśnie przeszłość: tylko jedna osoba naraz. Zapytaj ponownie za kilka sekund.")
        package static let namesNotThen = Phrase(
            en: "The segment names something that was not there on that day.",
            fr: "Le segment nomme quelque chose qui n'existait pas ce jour-là.",
            pl: "Segment wymienia coś, czego tego dnia nie było.")
        package static let pastUnreadable = Phrase(
            en: "The journal of the shop cannot be read just now.", fr: "Le journal de la boutique ne peut pas être lu pour l'instant.",
            pl: "Dziennika sklepu nie można teraz odczytać.")
        package static let history = Phrase(en: "Size over time", fr: "Taille dans le temps", pl: "Wielkość w czasie")
        package static let historyDescription = Phrase(
            en: "How many people were in at the end of each day.", fr: "Nombre de personnes à la fin de chaque jour.",
            pl: "Ile osób należało na koniec każdego dnia.")
        package static let historyEmpty = Phrase(en: "Nobody yet.", fr: "Personne encore.", pl: "Jeszcze nikogo.")
        package static let entriesAndExits = Phrase(
            en: "Who entered and left, day by day", fr: "Entrées et sorties, jour par jour", pl: "Wejścia i wyjścia, dzień po dniu")
        package static let day = Phrase(en: "Day", fr: "Jour", pl: "Dzień")
        package static let singleOptIn = Phrase(
            en: "single opt-in: joins at once", fr: "opt-in simple : immédiat", pl: "single opt-in (pojedyncza zgoda): od razu")
        package static let doubleOptIn = Phrase(
            en: "double opt-in: joins after a confirmation", fr: "double opt-in : après confirmation",
            pl: "double opt-in (podwójna zgoda): po potwierdzeniu")
        package static let optIn = Phrase(en: "How people join", fr: "Mode d'inscription", pl: "Jak się zapisać")
        package static let optInHelp = Phrase(
            en: "Double opt-in proves that an address belongs to whoever subscribes.",
            fr: "Le double opt-in prouve que l'adresse appartient à la personne qui s'inscrit.",
            pl: "Double opt-in (podwójna zgoda) dowodzi, że adres należy do osoby, która się zapisuje.")
        package static let editList = Phrase(en: "Edit list", fr: "Modifier la liste", pl: "Edytuj listę")

        package static let compareTitle = Phrase(en: "Compare", fr: "Comparaison", pl: "Porównanie")
        package static let compareWith = Phrase(en: "Compare with", fr: "Comparer avec", pl: "Porównaj z")
        package static let nothingToCompare = Phrase(
            en: "There is no other list or segment yet.", fr: "Il n'y a pas encore d'autre liste ni segment.",
            pl: "Nie ma jeszcze innej listy ani segmentu.")
        package static let overlap = Phrase(en: "Overlap", fr: "Recoupement", pl: "Część wspólna")
        package static let averages = Phrase(en: "Averages", fr: "Moyennes", pl: "Średnie")

        package static let deleteSegment = Phrase(
            en: "Delete this segment?", fr: "Supprimer ce segment ?", pl: "Usunąć ten segment?")
        package static let deleteList = Phrase(en: "Delete this list?", fr: "Supprimer cette liste ?", pl: "Usunąć tę listę?")
        package static let deleteSegmentLead = Phrase(
            en: "The definition and the record of who entered and left go. Nobody is erased: people stay as they are.",
            fr: "La définition et l'historique des entrées et sorties disparaissent. Personne n'est effacé : les contacts restent.",
            pl: "Znikną definicja i zapis wejść oraz wyjść. Nikt nie zostanie usunięty: osoby pozostaną.")
        package static let deleteListLead = Phrase(
            en: "Who was on the list is forgotten. Nobody is erased, and consent stays as it is.",
            fr: "On oublie qui était dans la liste. Personne n'est effacé, et les consentements restent.",
            pl: "Lista osób przepadnie. Nikt nie zostanie usunięty, a zgody pozostaną bez zmian.")
        package static let deleteUsed = Phrase(
            en: "These go by it, and will stand still:", fr: "Ceux-ci s'appuient dessus et s'arrêteront :",
            pl: "To na nim polega i się zatrzyma:")
        package static let deleteNow = Phrase(en: "Delete for good", fr: "Supprimer définitivement", pl: "Usuń na stałe")

        package static let exportTitle = Phrase(en: "Export to a file", fr: "Exporter vers un fichier", pl: "Eksport do pliku")
        package static let newFile = Phrase(en: "New file", fr: "Nouveau fichier", pl: "Nowy plik")
        package static let program = Phrase(en: "For which program", fr: "Pour quel programme", pl: "Dla jakiego programu")
        package static let columnsPerson = Phrase(en: "Who they are", fr: "Identité", pl: "Kim są")
        package static let columnsPlace = Phrase(en: "Where they live", fr: "Adresse", pl: "Gdzie mieszkają")
        package static let columnsConsent = Phrase(en: "Consent", fr: "Consentement", pl: "Zgody")
        package static let columnsOrders = Phrase(en: "What they did so far", fr: "À ce jour", pl: "Dotychczas")
        package static let columnsPredictions = Phrase(en: "What is predicted", fr: "Prévisions", pl: "Prognozy")
        package static let exportNote = Phrase(
            en:
                "The file holds personal data. It is kept for 7 days, and each export stands in the activity log. Churn risk is a number from 0 to 1: 0.45 is 45 %.",
            fr:
                "Le fichier contient des données personnelles. Il est gardé 7 jours, et chaque export figure au journal d'activité. Le risque d'attrition est un nombre de 0 à 1 : 0,45 correspond à 45 %.",
            pl:
                "Plik zawiera dane osobowe. Jest przechowywany przez 7 dni, a każdy eksport jest zapisywany w dzienniku. Ryzyko odejścia to liczba od 0 do 1: 0,45 to 45%."
        )
        package static let noColumns = Phrase(
            en: "Tick at least one column.", fr: "Cochez au moins une colonne.", pl: "Zaznacz co najmniej jedną kolumnę.")
        package static let writeFile = Phrase(en: "Write the file", fr: "Créer le fichier", pl: "Utwórz plik")
        package static let files = Phrase(en: "Files", fr: "Fichiers", pl: "Pliki")
        package static let refresh = Phrase(en: "Refresh", fr: "Actualiser", pl: "Odśwież")
        package static let asked = Phrase(en: "Asked for", fr: "Demandé", pl: "Zamówiono")
        package static let rows = Phrase(en: "Rows", fr: "Lignes", pl: "Wiersze")
        package static let columns = Phrase(en: "Columns", fr: "Colonnes", pl: "Kolumny")
        package static let file = Phrase(en: "File", fr: "Fichier", pl: "Plik")
        package static let beingWritten = Phrase(en: "being written …", fr: "en cours …", pl: "w trakcie …")
        package static let fileGone = Phrase(
            en: "not there any more: ask for a new one", fr: "plus disponible : demandez-en un nouveau", pl: "już niedostępny: zamów nowy")
        package static let fileFailed = Phrase(en: "could not be written", fr: "n'a pas pu être créé", pl: "nie udało się utworzyć")

        package static let helpWorth = Phrase(
            en: "What is expected future spend?", fr: "Que sont les dépenses attendues ?", pl: "Czym są oczekiwane wydatki?")
        package static let helpWorthAnswer = Phrase(
            en:
                "What these people together will probably spend within the time that is named. In 8 of 10 such forecasts the truth lies within the range.",
            fr:
                "Ce que ces personnes ensemble dépenseront probablement dans le délai indiqué. Dans 8 prévisions sur 10, la réalité tombe dans la fourchette.",
            pl: "Ile te osoby razem prawdopodobnie wydadzą w podanym czasie. W 8 z 10 takich prognoz rzeczywistość mieści się w przedziale."
        )
        package static let helpReturning = Phrase(
            en: "Who is a returning customer?", fr: "Qui est susceptible de revenir ?", pl: "Kto prawdopodobnie wróci?")
        package static let helpReturningAnswer = Phrase(
            en: "Somebody who bought and has most probably not left. The number is (1 − average churn risk) × customers with a prediction.",
            fr: "Quelqu'un qui a acheté et n'est très probablement pas parti. Le nombre est (1 − risque moyen) × clients avec prévision.",
            pl: "Ktoś, kto kupił i najprawdopodobniej nie odszedł. Liczba to (1 − średnie ryzyko odejścia) × klienci z prognozą.")
        package static let helpAverage = Phrase(
            en: "Of whom are the averages?", fr: "De qui sont les moyennes ?", pl: "Kogo dotyczą średnie?")
        package static let helpAverageAnswer = Phrase(
            en: "Historic CLV: of whoever ever ordered. Total CLV: of whoever has a prediction. Somebody without an order lowers neither.",
            fr:
                "CLV historique : de ceux qui ont déjà commandé. CLV totale : de ceux qui ont une prévision. Qui n'a rien commandé n'en abaisse aucune.",
            pl: "CLV historyczna: osób, które kiedykolwiek zamówiły. CLV całkowita: osób z prognozą. Ktoś bez zamówień żadnej nie obniża.")
    }
}

extension Words {
    /// When something was made and changed.
    public func madeAndEdited(_ made: String, _ edited: String) -> String {
        text(
            en: "created \(made), edited \(edited)", fr: "créé le \(made), modifié le \(edited)",
            pl: "utworzono \(made), edytowano \(edited)")
    }

    /// How long something took.
    public func took(milliseconds: Double) -> String {
        "\(format.decimal(milliseconds, decimals: milliseconds < 10 ? 1 : 0))\(Space.noBreak)ms"
    }

    /// When everybody was looked at last, and how long that took.
    public func lookedAtAll(_ moment: String, milliseconds: Double) -> String {
        let took = took(milliseconds: milliseconds)
        return text(
            en: "Everybody was last looked at on \(moment), which took \(took).",
            fr: "Tout le monde a été examiné le \(moment), en \(took).", pl: "Wszystkich sprawdzono ostatnio \(moment); trwało to \(took).")
    }

    /// The link to all members.
    public func allMembers(_ number: Int) -> String {
        let all = format.number(number)
        return text(en: "All \(all) members", fr: "Les \(all) membres", pl: "Wszystkie osoby: \(all)")
    }

    /// A part of all profiles.
    public func ofAllProfiles(_ share: String) -> String {
        text(en: "\(share) of all profiles", fr: "\(share) de tous les profils", pl: "\(share) wszystkich profili")
    }

    /// Of whom an average is.
    public func ofThoseWhoOrdered(_ number: Int) -> String {
        let shown = format.number(number)
        return text(
            en: "of the \(shown) who ever ordered", fr: "des \(shown) ayant déjà commandé", pl: "tych, którzy zamówili: \(shown)")
    }

    /// Of whom a number is expected.
    public func ofThoseWithPrediction(_ number: Int) -> String {
        let shown = format.number(number)
        return text(
            en: "of the \(shown) with a prediction", fr: "sur \(shown) avec prévision", pl: "spośród osób z prognozą: \(shown)")
    }

    /// For how many something is predicted, of how many.
    public func withPrediction(_ number: Int, of all: Int) -> String {
        let (shown, whole) = (format.number(number), format.number(all))
        return text(
            en: "\(shown) of \(whole) members have a prediction", fr: "\(shown) membres sur \(whole) ont une prévision",
            pl: "prognozę ma \(shown) z \(whole) osób")
    }

    /// Who came and went within a week.
    public func inSevenDays(entered: String, left: String) -> String {
        text(
            en: "last 7 days: +\(entered) −\(left)", fr: "7 derniers jours : +\(entered) −\(left)",
            pl: "ostatnie 7 dni: +\(entered) −\(left)")
    }
}
