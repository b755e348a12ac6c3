extension Phrase {
    /// The page of one person.
    public enum Profile {
        package static let customer = Phrase(en: "Customer", fr: "Client", pl: "Klient")
        package static let unnamed = Phrase(en: "Profile without a name", fr: "Profil sans nom", pl: "Profil bez nazwy")
        package static let valueTitle = Phrase(en: "Customer lifetime value", fr: "Valeur vie client", pl: "Wartość życiowa klienta")
        package static let historic = Phrase(en: "Historic CLV", fr: "CLV historique", pl: "CLV historyczna")
        package static let predicted = Phrase(en: "Predicted CLV", fr: "CLV prévue", pl: "CLV przewidywana")
        package static let total = Phrase(en: "Total CLV", fr: "CLV totale", pl: "CLV całkowita")
        package static let range = Phrase(en: "8 cases out of 10", fr: "8 cas sur 10", pl: "8 przypadków na 10")
        package static let part = Phrase(en: "Part", fr: "Part", pl: "Część")
        package static let value = Phrase(en: "Value", fr: "Valeur", pl: "Wartość")
        package static let spentSoFar = Phrase(en: "spent so far", fr: "dépensé à ce jour", pl: "dotychczas wydane")
        package static let bothTogether = Phrase(en: "both together", fr: "les deux ensemble", pl: "obie razem")
        package static let nothingExpected = Phrase(
            en: "Most probably this customer buys nothing more in this time, so the range begins and ends at 0.",
            fr: "Très probablement, ce client n'achètera plus rien d'ici là : la fourchette va donc de 0 à 0.",
            pl: "Najprawdopodobniej ten klient nic już w tym czasie nie kupi, dlatego przedział zaczyna się i kończy na 0.")
        package static let mayBuyNothing = Phrase(
            en: "The range begins at 0: this customer may well order nothing at all.",
            fr: "La fourchette commence à 0 : ce client peut très bien ne rien commander.",
            pl: "Przedział zaczyna się od 0: ten klient może w ogóle nic nie zamówić.")
        package static let orders = Phrase(en: "Orders so far", fr: "Commandes à ce jour", pl: "Dotychczasowe zamówienia")
        package static let predictedOrders = Phrase(en: "Expected orders", fr: "Commandes attendues", pl: "Oczekiwane zamówienia")
        package static let averageOrder = Phrase(
            en: "Average order value", fr: "Panier moyen", pl: "Średnia wartość zamówienia")
        package static let daysBetween = Phrase(
            en: "Days between orders", fr: "Jours entre commandes", pl: "Dni między zamówieniami")
        package static let onAverage = Phrase(en: "on average", fr: "en moyenne", pl: "średnio")
        package static let oneOrderShort = Phrase(
            en: "one order short: it takes two", fr: "il manque une commande : il en faut deux",
            pl: "brakuje jednego zamówienia: potrzeba dwóch")
        package static let probabilityOfOrder = Phrase(
            en: "Will order again", fr: "Commandera de nouveau", pl: "Zamówi ponownie")
        package static let nextOrder = Phrase(
            en: "Expected date of next order", fr: "Date prévue de la prochaine commande", pl: "Przewidywana data następnego zamówienia")
        package static let nextOrderMeaning = Phrase(
            en: "if one comes in this time: as likely before this day as after it",
            fr: "s'il en vient une d'ici là : autant de chances avant ce jour qu'après",
            pl: "jeśli w tym czasie nadejdzie: równie prawdopodobne przed tym dniem, jak i po nim")
        package static let overdue = Phrase(en: "Overdue", fr: "En retard sur son rythme", pl: "Po przewidywanym terminie")
        package static let notOverdue = Phrase(en: "not overdue", fr: "dans son rythme", pl: "w swoim rytmie")
        package static let churnTitle = Phrase(en: "Churn risk", fr: "Risque d'attrition", pl: "Ryzyko odejścia")
        package static let why = Phrase(en: "Why", fr: "Pourquoi", pl: "Dlaczego")
        package static let timeTitle = Phrase(en: "Orders over time", fr: "Commandes dans le temps", pl: "Zamówienia w czasie")
        package static let timeDescription = Phrase(
            en:
                "A mark for each order, a line for today, a diamond for the expected next order; below them the churn risk as it would have been predicted on each day.",
            fr:
                "Un trait pour chaque commande, une ligne pour aujourd'hui, un losange pour la prochaine commande prévue ; en dessous, le risque d'attrition tel qu'il aurait été prévu chaque jour.",
            pl:
                "Kreska dla każdego zamówienia, linia dla dnia dzisiejszego, romb dla przewidywanego następnego zamówienia; niżej ryzyko odejścia, jakie byłoby prognozowane każdego dnia."
        )
        package static let noOrders = Phrase(en: "No orders yet.", fr: "Pas encore de commandes.", pl: "Nie ma jeszcze zamówień.")
        package static let order = Phrase(en: "Order", fr: "Commande", pl: "Zamówienie")
        package static let noPredictions = Phrase(
            en: "Nothing is predicted for this person", fr: "Rien n'est prévu pour cette personne", pl: "Dla tej osoby nie ma prognoz")
        package static let neverOrdered = Phrase(
            en: "No order yet: 1 order short. Predictions begin with the first order.",
            fr: "Pas encore de commande : il en manque 1. Les prévisions commencent avec la première commande.",
            pl: "Nie ma jeszcze zamówienia: brakuje 1. Prognozy zaczynają się od pierwszego zamówienia.")
        package static let nothingLeft = Phrase(
            en: "Every order was cancelled or refunded in full: 1 purchase short.",
            fr: "Toutes les commandes ont été annulées ou intégralement remboursées : il manque 1 achat.",
            pl: "Każde zamówienie anulowano lub w całości zwrócono: brakuje 1 zakupu.")
        package static let shopNotEligible = Phrase(
            en: "The shop does not meet every condition yet:", fr: "La boutique ne remplit pas encore toutes les conditions :",
            pl: "Sklep nie spełnia jeszcze wszystkich warunków:")
        package static let notFitted = Phrase(
            en: "The first model is still being fitted. Predictions appear here as soon as it is ready.",
            fr: "Le premier modèle est en cours d'ajustement. Les prévisions apparaîtront ici dès qu'il sera prêt.",
            pl: "Trwa dopasowywanie pierwszego modelu. Prognozy pojawią się tutaj, gdy tylko będzie gotowy.")
        package static let rfmTitle = Phrase(en: "RFM group", fr: "Groupe RFM", pl: "Grupa RFM")
        package static let recency = Phrase(en: "Recency", fr: "Récence", pl: "Aktualność")
        package static let frequency = Phrase(en: "Frequency", fr: "Fréquence", pl: "Częstość")
        package static let monetary = Phrase(en: "Monetary value", fr: "Montant", pl: "Wartość")
        package static let noGroup = Phrase(
            en: "No group: it takes an order. 1 order short.", fr: "Pas de groupe : il faut une commande. Il en manque 1.",
            pl: "Brak grupy: potrzeba zamówienia. Brakuje 1.")
        package static let whatToDo = Phrase(en: "What to do", fr: "Que faire", pl: "Co robić")
        package static let identitiesTitle = Phrase(en: "Identities", fr: "Identités", pl: "Tożsamości")
        package static let masked = Phrase(
            en: "masked address of a marketplace: never mailed", fr: "adresse masquée d'une place de marché : jamais d'envoi",
            pl: "maskowany adres platformy handlowej: bez wysyłek")
        package static let listsTitle = Phrase(en: "Lists", fr: "Listes", pl: "Listy")
        package static let noLists = Phrase(en: "In no list.", fr: "Dans aucune liste.", pl: "Nie należy do żadnej listy.")
        package static let segmentsTitle = Phrase(en: "Segments", fr: "Segments", pl: "Segmenty")
        package static let noSegments = Phrase(en: "In no segment.", fr: "Dans aucun segment.", pl: "Nie należy do żadnego segmentu.")
        package static let holds = Phrase(en: "holds", fr: "vrai", pl: "spełnione")
        package static let holdsNot = Phrase(en: "does not hold", fr: "faux", pl: "niespełnione")
        package static let groupHistory = Phrase(en: "Earlier groups", fr: "Groupes précédents", pl: "Wcześniejsze grupy")
        package static let propertiesTitle = Phrase(
            en: "Custom properties", fr: "Propriétés personnalisées", pl: "Właściwości niestandardowe")
        package static let noProperties = Phrase(en: "None given.", fr: "Aucune.", pl: "Brak.")
    }

    /// Kinds of identity.
    public enum IdentityName {
        package static let email = Phrase(en: "E-mail", fr: "E-mail", pl: "E-mail")
        package static let phone = Phrase(en: "Phone", fr: "Téléphone", pl: "Telefon")
        package static let externalID = Phrase(en: "External id", fr: "Identifiant externe", pl: "Identyfikator zewnętrzny")
        package static let anonymousID = Phrase(en: "Anonymous id", fr: "Identifiant anonyme", pl: "Identyfikator anonimowy")
        package static let customerID = Phrase(en: "Customer number", fr: "Numéro de client", pl: "Numer klienta")
        package static let profileID = Phrase(en: "Profile id", fr: "Identifiant du profil", pl: "Identyfikator profilu")
    }

    /// How sure it is that a customer has left. French: risque is masculine; Polish: ryzyko is neuter.
    public enum RiskLevel {
        package static let low = Phrase(en: "low", fr: "faible", pl: "niskie")
        package static let moderate = Phrase(en: "moderate", fr: "modéré", pl: "umiarkowane")
        package static let high = Phrase(en: "high", fr: "élevé", pl: "wysokie")
        package static let lowMeaning = Phrase(
            en: "Probably still a customer.", fr: "Probablement encore client.", pl: "Prawdopodobnie wciąż jest klientem.")
        package static let moderateMeaning = Phrase(
            en: "It could be either: this is where a message may help most.",
            fr: "Les deux sont possibles : c'est là qu'un message peut aider le plus.",
            pl: "Możliwe jest jedno i drugie: tu wiadomość może pomóc najbardziej.")
        package static let highMeaning = Phrase(
            en: "Has probably left already.", fr: "Ce client est probablement déjà parti.",
            pl: "Ten klient prawdopodobnie już odszedł.")
    }
}

extension Words {
    /// A risk as a number of people: of 100 such customers, so many have left.
    public func ofHundred(_ probability: Double) -> String {
        let number = probability * 100
        if number < 0.5 {
            return text(
                en: "Of 100 such customers, fewer than 1 has left for good.",
                fr: "Sur 100 clients semblables, moins de 1 est parti pour de bon.",
                pl: "Spośród 100 podobnych klientów na dobre odszedł mniej niż 1.")
        }
        let shown = format.rounded(min(99, number))
        return text(
            en: "Of 100 such customers, about \(shown) have left for good.",
            fr: "Sur 100 clients semblables, environ \(shown) sont partis pour de bon.",
            pl: "Spośród 100 podobnych klientów na dobre odeszło około \(shown).")
    }

    /// What a churn risk is: it is of today and has no horizon.
    public func churnBasis(asOf day: String, model: String) -> String {
        text(
            en: "The probability of having left for good by \(day). Model: \(model).",
            fr: "Probabilité d'être parti pour de bon au \(day). Modèle : \(model).",
            pl: "Prawdopodobieństwo, że do \(day) klient odszedł na dobre. Model: \(model).")
    }

    /// "High predicted value", "new customer".
    public func valueBadge(_ level: String) -> String {
        text(en: "\(level) predicted value", fr: "valeur prévue \(level)", pl: "\(level) przewidywana wartość")
    }

    /// "high purchase likelihood".
    public func likelihoodBadge(_ level: String) -> String {
        text(en: "\(level) purchase likelihood", fr: "probabilité d'achat \(level)", pl: "\(level) prawdopodobieństwo zakupu")
    }

    /// The line on the axis that stands for today.
    public func today(_ date: String) -> String { text(en: "today, \(date)", fr: "aujourd'hui, \(date)", pl: "dziś, \(date)") }

    /// The diamond on the axis.
    public func nextExpected(_ date: String) -> String {
        text(en: "next expected \(date)", fr: "prochaine prévue le \(date)", pl: "następne przewidywane \(date)")
    }

    /// The churn risk that would have been predicted on a day.
    public func churnOn(_ date: String, _ risk: String) -> String {
        text(en: "\(date): churn risk \(risk)", fr: "\(date) : risque d'attrition \(risk)", pl: "\(date): ryzyko odejścia \(risk)")
    }

    /// A score of recency, frequency or monetary value.
    public func score(_ score: Int, of levels: Int) -> String {
        let (score, levels) = (format.number(score), format.number(levels))
        return text(en: "\(score) of \(levels)", fr: "\(score) sur \(levels)", pl: "\(score) z \(levels)")
    }

    /// Since when a profile is known.
    public func profileSince(_ date: String) -> String {
        text(en: "known since \(date)", fr: "dans la base depuis le \(date)", pl: "w bazie od \(date)")
    }

    /// When something of a profile was last heard.
    public func lastActive(_ ago: String) -> String {
        text(en: "last active \(ago)", fr: "dernière activité \(ago)", pl: "ostatnia aktywność \(ago)")
    }

    /// Of many orders only the last are drawn.
    public func lastOfOrders(_ shown: Int, of all: Int) -> String {
        let (shown, all) = (format.number(shown), count(all, .ofOrders))
        return text(
            en: "The last \(shown) of \(all) are drawn.", fr: "Sont dessinées les \(shown) dernières sur \(all).",
            pl: "Pokazano ostatnie \(shown) z \(all).")
    }

    /// The first and the last order.
    public func firstAndLast(_ first: String, _ last: String) -> String {
        text(en: "first \(first), last \(last)", fr: "première le \(first), dernière le \(last)", pl: "pierwsze \(first), ostatnie \(last)")
    }

    /// Since when somebody is in a group, and in which one before.
    public func inGroupSince(_ date: String, before: String?) -> String {
        let since = self.since(date)
        guard let before else { return since }
        return text(en: "\(since), before that \(before)", fr: "\(since), auparavant \(before)", pl: "\(since), wcześniej \(before)")
    }

    /// After a condition: what it saw.
    public func seen(_ what: String) -> String {
        text(en: " · seen: \(what)", fr: " · constaté : \(what)", pl: " · stwierdzono: \(what)")
    }

    /// After a condition: when time alone may change it.
    public func mayChange(_ when: String) -> String {
        text(en: " · may change on \(when)", fr: " · peut changer le \(when)", pl: " · może się zmienić \(when)")
    }

    /// Since when somebody belongs to a list.
    public func joined(_ date: String) -> String { text(en: "joined \(date)", fr: "depuis le \(date)", pl: "od \(date)") }

    /// A person who objected to profiling.
    public func objected(_ date: String) -> String {
        text(
            en: "This person objected to profiling on \(date): nothing is predicted, and no predictive segment takes them in.",
            fr: "Cette personne s'est opposée au profilage le \(date) : rien n'est prévu et aucun segment prédictif ne l'inclut.",
            pl: "Ta osoba sprzeciwiła się profilowaniu \(date): nic się nie prognozuje i nie obejmuje jej żaden segment predykcyjny.")
    }

    /// A person whose orders are all dated in the future.
    public func orderedAhead(_ date: String) -> String {
        text(
            en: "No order yet until today: the first is dated in the future, \(date), and counts from that day on.",
            fr: "Pas encore de commande à ce jour : la première est datée dans le futur, le \(date), et compte à partir de ce jour.",
            pl: "Do dziś nie ma zamówienia: pierwsze ma datę w przyszłości, \(date), i liczy się od tego dnia.")
    }

    /// Orders of a person that no figure counts.
    public func heldAside(orders: Int, currency: String) -> String {
        let orders = count(orders, .orders)
        return text(
            en: "\(orders) in \(currency) held aside: there is no exchange rate. With a rate they count.",
            fr: "\(orders) en \(currency) mises de côté, faute de taux de change. Avec un taux, elles comptent.",
            pl: "\(orders) w \(currency) odłożono, bo brakuje kursu wymiany. Gdy będzie kurs, zaczną się liczyć.")
    }
}
