extension Phrase {
    /// What changed lately.
    public enum News {
        package static let title = Phrase(en: "What changed", fr: "Ce qui a changé", pl: "Co się zmieniło")
        package static let nothing = Phrase(
            en: "Nothing yet. Moves between groups and segments appear here as customers order or fall silent.",
            fr:
                "Rien pour l'instant. Les passages d'un groupe ou d'un segment à l'autre apparaissent ici dès que des clients commandent ou se taisent.",
            pl: "Na razie nic. Przejścia między grupami i segmentami pojawią się tu, gdy klienci zamówią lub zamilkną.")
        package static let segments = Phrase(
            en: "Segments, last 7 days", fr: "Segments, 7 derniers jours", pl: "Segmenty, ostatnie 7 dni")
        package static let segment = Phrase(en: "Segment", fr: "Segment", pl: "Segment")
        package static let entered = Phrase(en: "entered", fr: "entrés", pl: "weszło")
        package static let left = Phrase(en: "left", fr: "sortis", pl: "wyszło")
        package static let members = Phrase(en: "members", fr: "membres", pl: "należy")
        package static let done = Phrase(en: "Recent activity", fr: "Dernières actions", pl: "Ostatnie działania")
    }

    /// What somebody did, as the audit log names it.
    public enum Done {
        private static let phrases: [String: Phrase] = [
            "model.refit": Phrase(en: "A model was fitted", fr: "Un modèle a été ajusté", pl: "Dopasowano model"),
            "model.adopt": Phrase(en: "Another model was put to use", fr: "Un autre modèle est utilisé", pl: "Zmieniono używany model"),
            "settings.update": Phrase(en: "Settings were changed", fr: "Réglages modifiés", pl: "Zmieniono ustawienia"),
            "rfm-settings.update": Phrase(en: "RFM settings were changed", fr: "Réglages RFM modifiés", pl: "Zmieniono ustawienia RFM"),
            "order-value-benchmark.set": Phrase(
                en: "The benchmark was changed", fr: "Valeur de comparaison modifiée", pl: "Zmieniono wartość porównawczą"),
            "exchange-rates.set": Phrase(en: "Exchange rates were set", fr: "Taux de change saisis", pl: "Ustawiono kursy wymiany"),
            "retention.set": Phrase(
                en: "Retention was changed", fr: "Durée de conservation modifiée", pl: "Zmieniono okres przechowywania"),
            "owner.create": Phrase(
                en: "The first owner signed in", fr: "Premier propriétaire créé", pl: "Utworzono pierwszego właściciela"),
            "user.add": Phrase(en: "Somebody was let in", fr: "Un accès a été ouvert", pl: "Dodano użytkownika"),
            "user.remove": Phrase(en: "Somebody was shut out", fr: "Un accès a été fermé", pl: "Usunięto użytkownika"),
            "user.password": Phrase(en: "A password was set", fr: "Un mot de passe a été défini", pl: "Ustawiono hasło"),
            "user.reset-password": Phrase(
                en: "A password was taken away", fr: "Un mot de passe a été réinitialisé", pl: "Zresetowano hasło"),
            "user.ask-password": Phrase(
                en: "A link for a new password was asked for", fr: "Un lien pour un nouveau mot de passe a été demandé",
                pl: "Poproszono o link do nowego hasła"),
            "key.create": Phrase(en: "An API key was made", fr: "Une clé d'API a été créée", pl: "Utworzono klucz API"),
            "key.revoke": Phrase(en: "An API key was revoked", fr: "Une clé d'API a été révoquée", pl: "Unieważniono klucz API"),
            "profile.erase": Phrase(en: "A person was erased", fr: "Une personne a été effacée", pl: "Usunięto dane osoby"),
            "profile.export": Phrase(en: "Profiles were exported", fr: "Des profils ont été exportés", pl: "Wyeksportowano profile"),
            "profile.file": Phrase(
                en: "A person's file was written", fr: "Le dossier d'une personne a été remis", pl: "Wydano plik z danymi osoby"),
            "profile.object": Phrase(
                en: "An objection to profiling was noted", fr: "Une opposition au profilage a été notée", pl: "Odnotowano sprzeciw"),
            "profile.unobject": Phrase(
                en: "An objection was taken back", fr: "Une opposition a été levée", pl: "Cofnięto sprzeciw"),
        ]

        /// What an action is called; `nil` for one that has no words yet.
        package static func of(_ action: String) -> Phrase? { phrases[action] ?? others[action] }
    }

    /// What the data lacks.
    public enum Gaps {
        package static let title = Phrase(
            en: "What the data lacks", fr: "Ce qui manque aux données", pl: "Czego brakuje w danych")
        package static let nothing = Phrase(
            en: "Nothing: every condition holds, nothing was refused, and every order counts.",
            fr: "Rien : toutes les conditions sont remplies, rien n'a été refusé et chaque commande compte.",
            pl: "Niczego: wszystkie warunki są spełnione, nic nie zostało odrzucone i każde zamówienie się liczy.")
        package static let outlierHelp = Phrase(
            en:
                "Every average and every forecast leans on this customer. If an order is a mistake (a comma in the wrong place, a test), refund or cancel it where it comes from: all figures follow.",
            fr:
                "Chaque moyenne et chaque prévision dépend de ce client. Si une commande est une erreur (une virgule mal placée, un test), remboursez-la ou annulez-la à la source : tous les chiffres suivront.",
            pl:
                "Każda średnia i każda prognoza opiera się na tym kliencie. Jeśli zamówienie to pomyłka (przecinek w złym miejscu, test), zwróć je lub anuluj u źródła: wszystkie liczby się dostosują."
        )
        package static let refusedHelp = Phrase(
            en: "Each says what was wrong. Correct it where it comes from and send it again: nothing is counted twice.",
            fr: "Chaque refus dit ce qui n'allait pas. Corrigez à la source et renvoyez : rien n'est compté deux fois.",
            pl: "Każde odrzucenie mówi, co było nie tak. Popraw u źródła i wyślij ponownie: nic nie liczy się dwa razy.")
    }
}

extension Words {
    /// The title of moves between groups.
    public func movedSince(_ date: String) -> String {
        text(en: "RFM groups since \(date)", fr: "Groupes RFM depuis le \(date)", pl: "Grupy RFM od \(date)")
    }

    /// Orders that no figure counts for want of a rate.
    public func withoutRate(_ orders: Int) -> String {
        let orders = count(orders, .orders)
        return text(
            en: "\(orders) in a currency without a rate", fr: "\(orders) dans une devise sans taux", pl: "\(orders) w walucie bez kursu")
    }

    /// Subscriptions that nobody confirmed.
    public func unconfirmed(_ number: Int) -> String {
        let number = format.number(number)
        return text(
            en: "Subscriptions not confirmed: \(number)", fr: "Inscriptions non confirmées : \(number)",
            pl: "Niepotwierdzone zapisy: \(number)")
    }

    /// Rows and requests that were refused.
    public func refused(_ number: Int) -> String {
        let number = format.number(number)
        return text(en: "Refused: \(number)", fr: "Refusés : \(number)", pl: "Odrzucone: \(number)")
    }

    /// Over how many customers a mean is.
    public func averageOf(customers number: Int) -> String {
        let number = count(number, .ofCustomers)
        return text(en: "average of \(number)", fr: "moyenne de \(number)", pl: "średnia z \(number)")
    }

    /// Some customers of all.
    public func someOfCustomers(_ some: Int, of all: Int) -> String {
        let (some, all) = (format.number(some), count(all, .ofCustomers))
        return text(en: "\(some) of \(all)", fr: "\(some) sur \(all)", pl: "\(some) z \(all)")
    }

    /// How soon half of those came back who did.
    public func halfReturnWithin(days: Int) -> String {
        text(
            en: "Half of those who came back did so within \(self.days(days)).",
            fr: "La moitié de ceux qui sont revenus l'ont fait en \(self.days(days)) au plus.",
            pl: "Połowa tych, którzy wrócili, zrobiła to w ciągu \(ofDays(days)).")
    }
}

extension Words {
    /// That one customer brought much of everything.
    public func oneBrings(_ share: String, spent: String, orders: Int) -> String {
        let told = count(orders, .orders)
        return text(
            en: "One customer brought \(share) of all revenue: \(spent) with \(told)",
            fr: "Un seul client représente \(share) du chiffre d'affaires : \(spent) en \(told)",
            pl: "Jeden klient przyniósł \(share) całego przychodu: \(spent), liczba zamówień: \(format.number(orders))")
    }
}
