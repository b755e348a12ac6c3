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
    /// What the days mean for mailings, where customers have had a year to come back.
    public func whenToWrite(quarterDays: Int, medianDays: Int, threeQuartersDays: Int) -> String {
        let early = days(quarterDays)
        let middle = days(medianDays)
        let late = days(threeQuartersDays)
        return text(
            en:
                "Write for the first time before \(early) have passed, once more around \(middle). Three quarters of those who came back had done so within \(late); the others took longer.",
            fr:
                "Écrivez une première fois avant \(early), une deuxième fois vers \(middle). Trois quarts de ceux qui sont revenus l'ont fait en \(late) au plus ; les autres ont mis plus longtemps.",
            pl:
                "Napisz pierwszy raz przed upływem \(ofDays(quarterDays)) i ponownie po około \(count(medianDays, .afterDays)). Trzy czwarte tych, którzy wrócili, zrobiło to w ciągu \(ofDays(threeQuartersDays)); pozostali potrzebowali więcej czasu."
        )
    }

    /// The same where too few customers have had a year to come back: who returns late is not among those who came back.
    public func returnsTooShort(medianDays: Int, threeQuartersDays: Int) -> String {
        let middle = days(medianDays)
        let late = days(threeQuartersDays)
        return text(
            en:
                "Of those who have come back so far, half did so within \(middle) and three quarters within \(late). These times are too short: too few customers placed their first order a year ago or earlier, so later returns cannot be seen yet.",
            fr:
                "Parmi ceux qui sont déjà revenus, la moitié l'ont fait en \(middle) au plus et trois quarts en \(late) au plus. Ces délais sont trop courts : trop peu de clients ont passé leur première commande il y a un an ou plus, et les retours plus tardifs ne se voient pas encore.",
            pl:
                "Spośród tych, którzy już wrócili, połowa zrobiła to w ciągu \(ofDays(medianDays)), a trzy czwarte w ciągu \(ofDays(threeQuartersDays)). Te czasy są zaniżone: zbyt mało klientów złożyło pierwsze zamówienie co najmniej rok temu, więc późniejszych powrotów jeszcze nie widać."
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
