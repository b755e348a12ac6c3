extension Phrase {
    /// Metrics, custom metrics, and what changes for whom where other events become orders.
    public enum Metrics {
        package static let id = Phrase(en: "id", fr: "identifiant", pl: "id")
        package static let kind = Phrase(en: "kind", fr: "type", pl: "rodzaj")
        package static let metric = Phrase(en: "metric", fr: "indicateur", pl: "metryka")
        package static let custom = Phrase(en: "custom metric", fr: "indicateur personnalisé", pl: "metryka niestandardowa")
        package static let events = Phrase(en: "events", fr: "événements", pl: "zdarzenia")
        package static let means = Phrase(en: "means", fr: "signifie", pl: "znaczy")
        package static let name = Phrase(en: "name", fr: "nom", pl: "nazwa")
        package static let none = Phrase(
            en: "There are no metrics: they come with events.", fr: "Il n'y a pas d'indicateur : ils viennent avec les événements.",
            pl: "Nie ma metryk: pojawiają się wraz ze zdarzeniami.")
        package static let group = Phrase(en: "group", fr: "groupe", pl: "grupa")
        package static let counted = Phrase(en: "counted", fr: "comptés", pl: "policzone")
        package static let filters = Phrase(en: "filters", fr: "filtres", pl: "filtry")
        package static let worthBy = Phrase(en: "worth by", fr: "valeur d'après", pl: "wartość według")
        package static let count = Phrase(en: "counts", fr: "compte", pl: "liczy")
        package static let value = Phrase(en: "counts and adds up", fr: "compte et additionne", pl: "liczy i sumuje")
        package static let before = Phrase(en: "before", fr: "avant", pl: "przed")
        package static let after = Phrase(en: "after", fr: "après", pl: "po")
        package static let customers = Phrase(en: "customers", fr: "clients", pl: "klienci")
        package static let customer = Phrase(en: "customer", fr: "client", pl: "klient")
        package static let orders = Phrase(en: "orders", fr: "commandes", pl: "zamówienia")
        package static let withPredictions = Phrase(en: "with predictions", fr: "avec prévisions", pl: "z prognozami")
        package static let historic = Phrase(en: "historic CLV", fr: "CLV historique", pl: "CLV historyczna")
        package static let average = Phrase(en: "average order value", fr: "panier moyen", pl: "średnia wartość zamówienia")
        package static let predicted = Phrase(en: "predicted CLV", fr: "CLV prévue", pl: "przewidywana CLV")
        package static let model = Phrase(en: "model", fr: "modèle", pl: "model")
        package static let rfmGroup = Phrase(en: "RFM group", fr: "groupe RFM", pl: "grupa RFM")
        package static let clvClass = Phrase(en: "CLV class", fr: "classe de CLV", pl: "klasa CLV")
        package static let likelihoodClass = Phrase(
            en: "purchase likelihood", fr: "probabilité d'achat", pl: "prawdopodobieństwo zakupu")
        package static let nothingChanged = Phrase(
            en: "Nothing changed so far: what an order is stayed as it was.",
            fr: "Rien n'a changé jusqu'ici : ce qui est une commande est resté le même.",
            pl: "Dotąd nic się nie zmieniło: zamówieniem jest to samo co wcześniej.")
        package static let cutOff = Phrase(
            en: """
                The program ended before everybody was compared. The change itself holds, and everybody was counted anew at the next start: all \
                numbers are right. Only what changed for whom was not found out.
                """,
            fr: """
                Le programme s'est arrêté avant que tout le monde soit comparé. Le changement est bien en place et tous ont été recomptés au \
                démarrage suivant : tous les chiffres sont justes. Seul ce qui a changé pour chacun n'a pas été établi.
                """,
            pl: """
                Program zakończył się, zanim porównano wszystkich. Sama zmiana obowiązuje, a po ponownym uruchomieniu wszystkich policzono od nowa: \
                wszystkie liczby są poprawne. Nie ustalono tylko, co się dla kogo zmieniło.
                """)
        package static let proposed = Phrase(
            en: "Preview, nothing is saved. Predictions use today's model; saving fits a new one.",
            fr: "Aperçu, rien n'est enregistré. Les prévisions reposent sur le modèle actuel ; enregistrer en ajuste un nouveau.",
            pl: "Podgląd, nic nie zostało zapisane. Prognozy opierają się na obecnym modelu; zapis dopasuje nowy.")
        package static let month = Phrase(en: "month", fr: "mois", pl: "miesiąc")
        package static let days = Phrase(en: "days", fr: "jours", pl: "dni")
        package static let revenue = Phrase(en: "revenue", fr: "chiffre d'affaires", pl: "przychód")
        package static let averageShort = Phrase(en: "average", fr: "moyenne", pl: "średnia")
    }
}

extension Words {
    /// A meaning that some events of a metric have.
    public func partOf(_ meaning: String) -> String { text(en: "part of \(meaning)", fr: "partie de \(meaning)", pl: "część \(meaning)") }

    /// What a custom metric counts.
    public func counted(_ events: String, of people: String) -> String {
        text(
            en: "Counted: \(events) events of \(people) people", fr: "Comptés : \(events) événements de \(people) personnes",
            pl: "Policzono: zdarzenia \(events), osoby \(people)")
    }

    /// What events are worth.
    public func worth(_ amount: String, in events: String) -> String {
        text(
            en: "Worth: \(amount) in \(events) events", fr: "Valeur : \(amount) en \(events) événements",
            pl: "Wartość: \(amount), zdarzenia \(events)")
    }

    /// What goes by a custom metric.
    public func usedBy(_ use: String) -> String { text(en: "Used by: \(use)", fr: "Utilisé par : \(use)", pl: "Używa jej: \(use)") }

    /// Something that looks odd.
    public func note(_ note: String) -> String { text(en: "Note: \(note)", fr: "Remarque : \(note)", pl: "Uwaga: \(note)") }

    /// The head of what changed.
    public func orderChange(_ id: String, _ what: String, asOf day: String) -> String {
        text(
            en: "Change \(id) of \(what), as of \(day)", fr: "Changement \(id) de \(what), au \(day)",
            pl: "Zmiana \(id): \(what), stan na \(day)")
    }

    /// The head of what would change.
    public func orderChangePreview(asOf day: String) -> String {
        text(en: "What would change, as of \(day)", fr: "Ce qui changerait, au \(day)", pl: "Co by się zmieniło, stan na \(day)")
    }

    /// A change that has nothing to tell yet.
    public func orderChangeNotOver(_ id: String) -> String {
        text(en: "Change \(id) is not over yet.", fr: "Le changement \(id) n'est pas encore terminé.", pl: "Zmiana \(id) jeszcze trwa.")
    }

    /// For how many something changes.
    public func customersChanged(_ changed: String, gained: String, lost: String) -> String {
        text(
            en: "Customers whose orders change: \(changed). New customers: \(gained). No longer customers: \(lost).",
            fr: "Clients dont les commandes changent : \(changed). Nouveaux : \(gained). Ne le sont plus : \(lost).",
            pl: "Klienci, których zamówienia się zmieniają: \(changed). Nowi: \(gained). Już nie klienci: \(lost).")
    }

    /// A month that is not whole.
    public func part(of month: String) -> String { text(en: "\(month) (part)", fr: "\(month) (en partie)", pl: "\(month) (część)") }

    /// A change in percent.
    public func changeOf(_ change: String) -> String { text(en: "Change: \(change)", fr: "Évolution : \(change)", pl: "Zmiana: \(change)") }

    /// An average that others have.
    public func benchmark(_ amount: String, from source: String) -> String {
        text(
            en: "Benchmark: \(amount), from \(source)", fr: "Référence : \(amount), d'après \(source)",
            pl: "Punkt odniesienia: \(amount), źródło: \(source)")
    }
}
