extension Phrase {
    /// How soon customers come back after the first order.
    public enum SecondOrder {
        package static let title = Phrase(
            en: "When to write after a first order", fr: "Quand écrire après une première commande",
            pl: "Kiedy pisać po pierwszym zamówieniu")
        package static let median = Phrase(
            en: "Half of those who came back did so within", fr: "La moitié de ceux qui sont revenus l'ont fait en moins de",
            pl: "Połowa tych, którzy wrócili, zrobiła to w ciągu")
        package static let quarter = Phrase(en: "A quarter within", fr: "Un quart en moins de", pl: "Jedna czwarta w ciągu")
        package static let threeQuarters = Phrase(en: "Three quarters within", fr: "Trois quarts en moins de", pl: "Trzy czwarte w ciągu")
        package static let cameBack = Phrase(
            en: "Came back for a second order", fr: "Sont revenus commander", pl: "Wrócili po drugie zamówienie")
        package static let chartTitle = Phrase(
            en: "Days from the first to the second order", fr: "Jours entre la première et la deuxième commande",
            pl: "Dni od pierwszego do drugiego zamówienia")
        package static let weekAxis = Phrase(
            en: "weeks after the first order", fr: "semaines après la première commande", pl: "tygodnie po pierwszym zamówieniu")
        package static let nobody = Phrase(
            en:
                "Nobody has come back for a second order yet, so there is no usual time. Write to every first-time buyer two to four weeks after the order and see who answers.",
            fr:
                "Personne n'est encore revenu commander ; il n'y a donc pas de délai habituel. Écrivez à chaque nouvel acheteur deux à quatre semaines après sa commande et voyez qui répond.",
            pl:
                "Nikt jeszcze nie wrócił po drugie zamówienie, więc zwykły odstęp nie jest znany. Napisz do każdego po dwóch–czterech tygodniach od pierwszego zamówienia i zobacz, kto odpowie."
        )
    }
}

extension Words {
    /// What the days mean for mailings.
    public func whenToWrite(quarterDays: Int, medianDays: Int, threeQuartersDays: Int) -> String {
        let early = days(quarterDays)
        let middle = days(medianDays)
        let late = days(threeQuartersDays)
        return text(
            en:
                "Write for the first time before \(early) have passed, once more around \(middle). After \(late) a second order seldom comes by itself: that is the moment for an offer.",
            fr:
                "Écrivez une première fois avant \(early), une deuxième fois vers \(middle). Après \(late), une deuxième commande vient rarement d'elle-même : c'est le moment d'une offre.",
            pl:
                "Napisz pierwszy raz przed upływem \(ofDays(quarterDays)) i ponownie po około \(count(medianDays, .afterDays)). Po \(count(threeQuartersDays, .afterDays)) drugie zamówienie rzadko pojawia się samo: to chwila na ofertę."
        )
    }

    /// Who came back after the weeks that are drawn.
    public func cameBackLater(_ customers: Int, weeks: Int) -> String {
        let who = count(customers, .customers)
        return text(
            en: "Not drawn: \(who) who came back after more than \(count(weeks, .weeks)).",
            fr: "Non représentés : \(who), revenus après plus de \(count(weeks, .weeks)).",
            pl: "Poza wykresem: \(who) z drugim zamówieniem po ponad \(count(weeks, .afterWeeks)).")
    }

    /// Of how many customers it is known.
    public func ofCustomersAtLeastOld(_ number: Int, days: Int) -> String {
        let who = count(number, .ofCustomers)
        return text(
            en: "of \(who) whose first order is at least \(self.days(days)) old",
            fr: "sur \(who) dont la première commande remonte à au moins \(self.days(days))",
            pl: "klienci z pierwszym zamówieniem sprzed co najmniej \(ofDays(days)): \(format.number(number))")
    }
}
