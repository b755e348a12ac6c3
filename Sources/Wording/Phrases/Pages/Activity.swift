extension Phrase {
    /// Who did what, when.
    public enum Activity {
        package static let title = Phrase(en: "Activity", fr: "Activité", pl: "Historia działań")
        package static let lead = Phrase(
            en: "Who did what, and when. Nothing of it is ever changed or taken away.",
            fr: "Qui a fait quoi, et quand. Rien n'y est jamais modifié ni retiré.",
            pl: "Kto co zrobił i kiedy. Nic tu nigdy nie jest zmieniane ani usuwane.")
        package static let subject = Phrase(en: "Item", fr: "Concerne", pl: "Czego dotyczy")
        package static let kind = Phrase(en: "Kind", fr: "Type", pl: "Rodzaj")
        package static let everything = Phrase(en: "Everything", fr: "Tout", pl: "Wszystko")
        package static let everybody = Phrase(en: "Everybody", fr: "Tout le monde", pl: "Wszyscy")
        package static let from = Phrase(en: "From", fr: "Du", pl: "Od")
        package static let until = Phrase(en: "To", fr: "Au", pl: "Do")
        package static let filter = Phrase(en: "Show", fr: "Afficher", pl: "Pokaż")
        package static let all = Phrase(en: "Show everything", fr: "Tout afficher", pl: "Pokaż wszystko")
        package static let none = Phrase(en: "Nothing was done that fits", fr: "Rien ne correspond", pl: "Nie ma pasujących działań")
        package static let noneHelp = Phrase(
            en: "Choose other days, another person or another kind.", fr: "Choisissez d'autres jours, une autre personne ou un autre type.",
            pl: "Wybierz inne dni, inną osobę lub inny rodzaj.")
        package static let file = Phrase(en: "Download as CSV", fr: "Télécharger en CSV", pl: "Pobierz jako CSV")
        package static let older = Phrase(en: "Older", fr: "Plus ancien", pl: "Starsze")
        package static let newest = Phrase(en: "Newest", fr: "Plus récent", pl: "Najnowsze")
        package static let aPerson = Phrase(en: "a customer", fr: "un client", pl: "klient")
        package static let help = Phrase(
            en:
                "Every sign-in, every change of settings, keys and people, every file that left the shop, and every erasure stands here, whether it was done on these pages, by a program or on the command line. Programs appear by the number of their key.",
            fr:
                "Chaque connexion, chaque modification de paramètres, de clés et d'accès, chaque fichier sorti de la boutique et chaque effacement figure ici, que ce soit par ces pages, par un programme ou en ligne de commande. Les programmes apparaissent par le numéro de leur clé.",
            pl:
                "Każde logowanie, każda zmiana ustawień, kluczy i osób, każdy plik, który opuścił sklep, i każde usunięcie danych jest tu zapisane, niezależnie od tego, czy zrobiono to na tych stronach, programem czy w wierszu poleceń. Programy widać po numerze ich klucza."
        )

        package static let signIn = Phrase(en: "Signing in", fr: "Connexions", pl: "Logowanie")
        package static let access = Phrase(en: "People and keys", fr: "Accès et clés", pl: "Osoby i klucze")
        package static let customers = Phrase(en: "Customers", fr: "Clients", pl: "Klienci")
        package static let audience = Phrase(en: "Lists and segments", fr: "Listes et segments", pl: "Listy i segmenty")
        package static let settings = Phrase(en: "Settings", fr: "Paramètres", pl: "Ustawienia")
        package static let models = Phrase(en: "Models", fr: "Modèles", pl: "Modele")
        package static let data = Phrase(en: "Imports and exports", fr: "Imports et exports", pl: "Importy i eksporty")
    }

    /// What came in, and what was refused.
    public enum Refusals {
        package static let title = Phrase(en: "Data arriving", fr: "Données entrantes", pl: "Napływ danych")
        package static let counts = Phrase(en: "What was refused, by reason", fr: "Refus, par raison", pl: "Co odrzucono, według powodu")
        package static let list = Phrase(
            en: "One by one, the newest first", fr: "Un par un, les plus récents d'abord", pl: "Po kolei, od najnowszych")
        package static let rows = Phrase(en: "Rows", fr: "Lignes", pl: "Wiersze")
        package static let door = Phrase(en: "Came by", fr: "Arrivé par", pl: "Droga")
        package static let last = Phrase(en: "Last", fr: "Dernier", pl: "Ostatnio")
        package static let answer = Phrase(
            en: "In the words of the API", fr: "Dans les mots de l'API", pl: "Słowami API")
        package static let original = Phrase(en: "What came", fr: "Ce qui est arrivé", pl: "Co nadeszło")
        package static let allReasons = Phrase(en: "All reasons", fr: "Toutes les raisons", pl: "Wszystkie powody")
        package static let help = Phrase(
            en:
                "What cannot be understood is never guessed: it is refused, kept here with its reason, and counted nowhere. Correct it where it comes from and send it again. The newest 20,000 are kept.",
            fr:
                "Ce qui n'est pas compris n'est jamais deviné : c'est refusé, conservé ici avec sa raison, et compté nulle part. Corrigez à la source et renvoyez. Les 20 000 plus récents sont conservés.",
            pl:
                "To, czego nie można zrozumieć, nigdy nie jest zgadywane: zostaje odrzucone, zapisane tu z powodem i nigdzie nie jest liczone. Popraw u źródła i wyślij ponownie. Przechowywanych jest 20 000 najnowszych."
        )
        package static let toRates = Phrase(en: "Add exchange rates", fr: "Ajouter des taux de change", pl: "Dodaj kursy walut")
        package static let toAll = Phrase(en: "What was refused, one by one", fr: "Les refus, un par un", pl: "Odrzucone, jedno po drugim")

        private static let codes: [String: Phrase] = [
            "order_of_another_customer": Phrase(
                en: "A known order came again for another customer: it counts once, for the first",
                fr: "Une commande connue est revenue pour un autre client : elle compte une fois, pour le premier",
                pl: "Znane zamówienie nadeszło ponownie dla innego klienta: liczy się raz, dla pierwszego"),
            "order_told_otherwise": Phrase(
                en: "A known order came again with another amount or customer: the first telling counts",
                fr: "Une commande connue est revenue avec un autre montant ou client : la première version compte",
                pl: "Znane zamówienie nadeszło ponownie z inną kwotą lub klientem: liczy się pierwsze"),
            "too_far_ahead": Phrase(
                en: "Dated more than a year ahead: the date may be misread",
                fr: "Daté de plus d'un an dans le futur : la date est peut-être mal lue",
                pl: "Data o ponad rok w przyszłości: mogła zostać źle odczytana"),
            "too_large": Phrase(
                en: "Worth more than an order may be", fr: "Montant supérieur à ce qu'une commande peut valoir",
                pl: "Kwota większa, niż może mieć zamówienie"),
            "consent_in_future": Phrase(
                en: "Consent dated in the future", fr: "Consentement daté du futur", pl: "Zgoda z datą w przyszłości"),
            "money_told_by_browser": Phrase(
                en: "Told by a browser, which anybody can make say anything: orders come from the shop alone",
                fr: "Venu d'un navigateur, à qui l'on peut tout faire dire : les commandes ne viennent que de la boutique",
                pl: "Nadeszło z przeglądarki, której każdy może kazać powiedzieć cokolwiek: zamówienia przychodzą tylko ze sklepu"),
            "duplicate_profile": Phrase(
                en: "Another profile has one of its identities", fr: "Un autre profil a l'une de ces identités",
                pl: "Inny profil ma jedną z tych tożsamości"),
            "not_found": Phrase(
                en: "What it names is not there", fr: "Ce qui y est nommé n'existe pas", pl: "Nie ma tego, na co wskazuje"),
            "conflict": Phrase(
                en: "It clashes with what is there", fr: "Cela contredit ce qui existe déjà", pl: "Jest sprzeczne z tym, co już jest"),
            "unavailable": Phrase(
                en: "Nothing could be stored just then", fr: "Rien ne pouvait être enregistré à ce moment",
                pl: "Nic nie dało się wtedy zapisać"),
            "invalid": Phrase(en: "Something in it is not valid", fr: "Un élément n'est pas valide", pl: "Coś jest w tym nieprawidłowe"),
        ]

        /// What a reason is called; `nil` for one that has no words yet.
        package static func of(_ code: String) -> Phrase? { codes[code] }
    }
}

extension Phrase.Done {
    /// What else is done on these pages, by programs and by command.
    static let others: [String: Phrase] = [
        "sign-in": Phrase(en: "Signed in", fr: "Connexion", pl: "Zalogowano"),
        "sign-in.fail": Phrase(en: "A sign-in failed", fr: "Échec de connexion", pl: "Nieudane logowanie"),
        "user.role": Phrase(en: "A role was changed", fr: "Un rôle a été modifié", pl: "Zmieniono rolę"),
        "user.update": Phrase(en: "An account was changed", fr: "Un compte a été modifié", pl: "Zmieniono konto"),
        "user.end-sessions": Phrase(
            en: "Signed out everywhere else", fr: "Déconnexion partout ailleurs", pl: "Wylogowano wszędzie indziej"),
        "list.create": Phrase(en: "A list was made", fr: "Une liste a été créée", pl: "Utworzono listę"),
        "list.update": Phrase(en: "A list was changed", fr: "Une liste a été modifiée", pl: "Zmieniono listę"),
        "list.delete": Phrase(en: "A list was deleted", fr: "Une liste a été supprimée", pl: "Usunięto listę"),
        "segment.create": Phrase(en: "A segment was made", fr: "Un segment a été créé", pl: "Utworzono segment"),
        "segment.update": Phrase(en: "A segment was changed", fr: "Un segment a été modifié", pl: "Zmieniono segment"),
        "segment.delete": Phrase(en: "A segment was deleted", fr: "Un segment a été supprimé", pl: "Usunięto segment"),
        "tag.create": Phrase(en: "A tag was made", fr: "Une étiquette a été créée", pl: "Utworzono znacznik"),
        "tag.update": Phrase(en: "A tag was changed", fr: "Une étiquette a été modifiée", pl: "Zmieniono znacznik"),
        "tag.delete": Phrase(en: "A tag was deleted", fr: "Une étiquette a été supprimée", pl: "Usunięto znacznik"),
        "tag-group.create": Phrase(
            en: "A group of tags was made", fr: "Un groupe d'étiquettes a été créé", pl: "Utworzono grupę znaczników"),
        "tag-group.update": Phrase(
            en: "A group of tags was changed", fr: "Un groupe d'étiquettes a été modifié", pl: "Zmieniono grupę znaczników"),
        "tag-group.delete": Phrase(
            en: "A group of tags was deleted", fr: "Un groupe d'étiquettes a été supprimé", pl: "Usunięto grupę znaczników"),
        "mapped-metric.create": Phrase(
            en: "What counts as an order was changed", fr: "Ce qui compte comme commande a changé",
            pl: "Zmieniono to, co liczy się jako zamówienie"),
        "mapped-metric.delete": Phrase(
            en: "What counts as an order was set back", fr: "Ce qui compte comme une commande a été rétabli",
            pl: "Przywrócono to, co liczy się jako zamówienie"),
        "mapped-metric.update": Phrase(
            en: "What counts as an order was changed", fr: "Ce qui compte comme commande a changé",
            pl: "Zmieniono to, co liczy się jako zamówienie"),
        "custom-metric.create": Phrase(en: "A metric was made", fr: "Un indicateur a été créé", pl: "Utworzono metrykę"),
        "custom-metric.update": Phrase(en: "A metric was changed", fr: "Un indicateur a été modifié", pl: "Zmieniono metrykę"),
        "custom-metric.delete": Phrase(en: "A metric was deleted", fr: "Un indicateur a été supprimé", pl: "Usunięto metrykę"),
        "export-schedule.create": Phrase(en: "An export was scheduled", fr: "Un export a été planifié", pl: "Zaplanowano eksport"),
        "export-schedule.delete": Phrase(
            en: "A scheduled export was ended", fr: "Un export planifié a été arrêté", pl: "Zakończono eksport cykliczny"),
        "rfm-model.create": Phrase(en: "An RFM model was made", fr: "Un modèle RFM a été créé", pl: "Utworzono model RFM"),
        "rfm-model.update": Phrase(en: "An RFM model was changed", fr: "Un modèle RFM a été modifié", pl: "Zmieniono model RFM"),
        "rfm-model.delete": Phrase(en: "An RFM model was deleted", fr: "Un modèle RFM a été supprimé", pl: "Usunięto model RFM"),
        "rfm-model.make-default": Phrase(
            en: "Another RFM model is shown", fr: "Un autre modèle RFM est affiché", pl: "Pokazywany jest inny model RFM"),
        "postal-codes.load": Phrase(en: "Postal codes were loaded", fr: "Des codes postaux ont été chargés", pl: "Wczytano kody pocztowe"),
        "import.upload": Phrase(en: "A file was uploaded", fr: "Un fichier a été téléversé", pl: "Przesłano plik"),
        "import.fail": Phrase(en: "An import failed", fr: "Un import a échoué", pl: "Import się nie powiódł"),
        "import.start": Phrase(en: "An import was started", fr: "Un import a été lancé", pl: "Rozpoczęto import"),
        "import.finish": Phrase(en: "A file was imported", fr: "Un fichier a été importé", pl: "Zaimportowano plik"),
        "import.discard": Phrase(
            en: "An upload was discarded", fr: "Un fichier téléversé a été abandonné", pl: "Odrzucono przesłany plik"),
        "import.cancel": Phrase(en: "An import was stopped", fr: "Un import a été arrêté", pl: "Zatrzymano import"),
        "export.download": Phrase(en: "An export was downloaded", fr: "Un export a été téléchargé", pl: "Pobrano eksport"),
    ]
}

extension Words {
    /// What came by a path.
    public func refusedRows(_ number: Int) -> String { count(number, .rows) }
}
