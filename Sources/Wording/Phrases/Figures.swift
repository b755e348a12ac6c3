extension Phrase {
    /// What a segment shows: labels of figures, and what stands beside them.
    public enum Figures {
        package static let members = Phrase(en: "members", fr: "membres", pl: "osoby")
        package static let lastDay = Phrase(en: "last day", fr: "dernier jour", pl: "ostatni dzień")
        package static let entered = Phrase(en: "entered", fr: "entrées", pl: "doszło")
        package static let left = Phrase(en: "left", fr: "sorties", pl: "ubyło")
        package static let everOrdered = Phrase(en: "ever ordered", fr: "ont déjà commandé", pl: "z zamówieniami")
        package static let orders = Phrase(en: "orders", fr: "commandes", pl: "zamówienia")
        package static let revenue = Phrase(en: "revenue", fr: "chiffre d'affaires", pl: "przychód")
        package static let refundsTakenOff = Phrase(en: "refunds taken off", fr: "remboursements déduits", pl: "po odjęciu zwrotów")
        package static let averageHistoric = Phrase(en: "average historic CLV", fr: "CLV historique moyenne", pl: "średnia CLV historyczna")
        package static let ofThoseWhoOrdered = Phrase(
            en: "of those who ever ordered", fr: "de ceux qui ont déjà commandé", pl: "osób z zamówieniami")
        package static let averageOrder = Phrase(
            en: "average order value", fr: "panier moyen", pl: "średnia wartość zamówienia (AOV)")
        package static let revenuePerOrder = Phrase(
            en: "revenue / orders", fr: "chiffre d'affaires / commandes", pl: "przychód / zamówienia")
        package static let meanOfAverages = Phrase(
            en: "mean of customers' AOVs", fr: "moyenne des paniers moyens", pl: "średnia z AOV klientów")
        package static let eachAlike = Phrase(
            en: "each customer counts alike", fr: "chaque client compte autant", pl: "każdy klient liczy się tak samo")
        package static let nobody = Phrase(en: "Nobody has a prediction.", fr: "Personne n'a de prévision.", pl: "Nikt nie ma prognozy.")
        package static let withPrediction = Phrase(en: "with a prediction", fr: "avec une prévision", pl: "z prognozą")
        package static let averagePredicted = Phrase(en: "average predicted CLV", fr: "CLV prévue moyenne", pl: "średnia CLV przewidywana")
        package static let averageTotal = Phrase(en: "average total CLV", fr: "CLV totale moyenne", pl: "średnia CLV całkowita")
        package static let historicAndPredicted = Phrase(
            en: "historic + predicted", fr: "historique + prévue", pl: "historyczna + przewidywana")
        package static let expectedSpend = Phrase(en: "expected future spend", fr: "dépenses attendues", pl: "oczekiwane wydatki")
        package static let withinHorizon = Phrase(
            en: "within the horizon", fr: "d'ici la fin de l'horizon", pl: "w horyzoncie prognozy")
        package static let probablyFrom = Phrase(en: "probably from", fr: "probablement de", pl: "prawdopodobnie od")
        package static let averageChurn = Phrase(
            en: "average churn probability", fr: "risque d'attrition moyen", pl: "średnie ryzyko odejścia")
        package static let now = Phrase(en: "now", fr: "à ce jour", pl: "teraz")
        package static let returning = Phrase(
            en: "expected returning customers", fr: "clients susceptibles de revenir", pl: "klienci, którzy prawdopodobnie wrócą")
        package static let returningIs = Phrase(
            en: "(1 - average churn) x members", fr: "(1 − risque moyen) × membres", pl: "(1 − średnie ryzyko) × osoby")
        package static let willOrder = Phrase(en: "expected to order", fr: "commanderont probablement", pl: "prawdopodobnie zamówią")
        package static let overdue = Phrase(en: "overdue", fr: "en retard sur leur rythme", pl: "po przewidywanym terminie")
        package static let overdueIs = Phrase(
            en: "silent for longer than is usual for them", fr: "silencieux plus longtemps que d'habitude", pl: "milczą dłużej niż zwykle")
        package static let atStake = Phrase(en: "money at stake", fr: "montant en jeu", pl: "zagrożona kwota")
        package static let atStakeIs = Phrase(
            en: "predicted CLV x churn probability", fr: "CLV prévue × risque d'attrition", pl: "przewidywana CLV × ryzyko odejścia")
        package static let churnRisk = Phrase(en: "churn risk", fr: "risque d'attrition (churn)", pl: "ryzyko odejścia (churn)")
        package static let churnProbability = Phrase(
            en: "churn probability", fr: "risque, par dixièmes", pl: "ryzyko, co dziesiątą część")
        package static let predictedClass = Phrase(en: "predicted CLV", fr: "CLV prévue", pl: "przewidywana CLV")
        package static let likelihoodClass = Phrase(
            en: "purchase likelihood", fr: "probabilité d'achat", pl: "prawdopodobieństwo zakupu")
        package static let rfmGroup = Phrase(en: "RFM group", fr: "groupe RFM", pl: "grupa RFM")
        package static let share = Phrase(en: "share", fr: "part", pl: "udział")
        package static let stale = Phrase(
            en: "It asks for predictions, and there are none now: these are the members of the last time there were.",
            fr: "Ce segment demande des prévisions, et il n'y en a pas à présent : ses membres sont ceux du temps où il y en avait.",
            pl: "Ten segment wymaga prognoz, a teraz ich nie ma: to osoby, które należały do niego, gdy ostatnio były.")
        package static let processing = Phrase(
            en: "Who is in is not found out yet: a running server does that once a segment was made or changed.",
            fr: "On ne sait pas encore qui en fait partie : un serveur en marche le détermine une fois le segment créé ou modifié.",
            pl: "Nie wiadomo jeszcze, kto do niego należy: ustala to działający serwer po utworzeniu lub zmianie segmentu.")
        package static let notYet = Phrase(en: "not yet", fr: "pas encore", pl: "jeszcze nie")
    }

    /// Two groups beside each other.
    public enum Comparison {
        package static let first = Phrase(en: "first", fr: "premier", pl: "pierwsza grupa")
        package static let second = Phrase(en: "second", fr: "second", pl: "druga grupa")
        package static let inBoth = Phrase(en: "in both", fr: "dans les deux", pl: "w obu")
        package static let onlyInFirst = Phrase(en: "only in first", fr: "dans le premier seul", pl: "tylko w pierwszej")
        package static let onlyInSecond = Phrase(en: "only in second", fr: "dans le second seul", pl: "tylko w drugiej")
        package static let figure = Phrase(en: "figure", fr: "chiffre", pl: "wielkość")
        package static let difference = Phrase(en: "difference", fr: "écart", pl: "różnica")
        package static let ratio = Phrase(en: "first / second", fr: "premier / second", pl: "pierwsza / druga")
        package static let ordersPerCustomer = Phrase(
            en: "orders per customer", fr: "commandes par client", pl: "zamówienia na klienta")
        package static let averageProbabilityOfOrder = Phrase(
            en: "average probability of an order", fr: "probabilité moyenne d'une commande", pl: "średnie prawdopodobieństwo zamówienia")
    }

    /// Classes of churn risk. Polish: ryzyko is neuter; French: risque is masculine.
    public enum ChurnClass {
        package static let low = Phrase(en: "low", fr: "faible", pl: "niskie")
        package static let moderate = Phrase(en: "moderate", fr: "modéré", pl: "umiarkowane")
        package static let high = Phrase(en: "high", fr: "élevé", pl: "wysokie")
    }
}

extension Words {
    /// When figures were found out, and what day the numbers of customers are as of.
    public func computed(at moment: String, numbersAsOf day: String?) -> String {
        let start = text(en: "Computed at \(moment)", fr: "Calculé le \(moment)", pl: "Obliczono \(moment)")
        return start + (day.map { text(en: ", numbers as of \($0)", fr: ", chiffres au \($0)", pl: ", liczby na dzień \($0)") } ?? "") + "."
    }

    /// The label of a change over several days.
    public func lastDays(_ days: Int) -> String {
        text(en: "last \(days) days", fr: "\(days) derniers jours", pl: "ostatnie \(days) dni")
    }

    /// By how many customers orders were placed.
    public func boughtBy(_ number: Int) -> String {
        let customers = count(number, .ofCustomers)
        return text(en: "of \(customers)", fr: "de \(customers)", pl: "od \(customers)")
    }

    /// Until when something is expected.
    public func within(days: Int) -> String {
        text(en: "within \(self.days(days))", fr: "d'ici \(self.days(days))", pl: "w ciągu \(ofDays(days))")
    }

    /// The upper end of a range of eight in ten.
    public func probablyTo(_ amount: String) -> String {
        text(en: "to \(amount) (8 times in 10)", fr: "à \(amount) (8 fois sur 10)", pl: "do \(amount) (8 razy na 10)")
    }

    /// That a group has the members of the last time that predictions were there.
    public func isStale(_ name: String) -> String {
        say(
            en: "\(name) has the members of the last time there were predictions.",
            fr: "\(name) a les membres de la dernière fois où il y avait des prévisions.",
            pl: "\(name): osoby z czasu, gdy ostatnio były prognozy.")
    }

    /// That it is not found out yet who is in a group.
    public func isProcessing(_ name: String) -> String {
        say(
            en: "\(name): who is in is not found out yet; a running server does that.",
            fr: "\(name) : on ne sait pas encore qui en fait partie ; un serveur en marche le détermine.",
            pl: "\(name): nie wiadomo jeszcze, kto do niego należy; ustala to działający serwer.")
    }

    /// What lies between two shares.
    public func points(_ difference: Double) -> String {
        let number = format.decimal(difference * 100, decimals: 1)
        return text(en: "\(number) points", fr: "\(number) points", pl: "\(number) p.p.")
    }
}
