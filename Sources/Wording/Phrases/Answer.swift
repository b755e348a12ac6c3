public import Facts

extension Phrase {
    /// The first screen.
    public enum Answer {
        package static let title = Phrase(en: "The answer in short", fr: "L'essentiel", pl: "W skrócie")
        package static let expectedRevenue = Phrase(
            en: "Expected revenue from today's customers", fr: "Chiffre d'affaires attendu des clients actuels",
            pl: "Oczekiwany przychód od obecnych klientów")
        package static let returning = Phrase(
            en: "Customers likely to return", fr: "Clients susceptibles de revenir", pl: "Klienci, którzy prawdopodobnie wrócą")
        package static let returningMeaning = Phrase(
            en: "probably not gone for good",
            fr: "probablement pas partis pour de bon",
            pl: "prawdopodobnie nie odeszli na dobre")
        package static let atStake = Phrase(en: "Money at stake", fr: "Montant en jeu", pl: "Zagrożona kwota")
        package static let revenueSoFar = Phrase(en: "Revenue so far", fr: "Chiffre d'affaires à ce jour", pl: "Dotychczasowy przychód")
        package static let customersSoFar = Phrase(en: "Customers so far", fr: "Clients à ce jour", pl: "Dotychczasowi klienci")
        package static let withoutNewCustomers = Phrase(
            en: "without customers who are still to come", fr: "sans les clients à venir", pl: "bez klientów, którzy dopiero przyjdą")
        package static let whatNext = Phrase(en: "What to do next", fr: "Que faire maintenant", pl: "Co zrobić teraz")
        package static let inTheFile = Phrase(en: "In the CSV file:", fr: "Dans le fichier CSV :", pl: "W pliku CSV:")
        package static let winBack = Phrase(
            en: "Write to those who are slipping away.", fr: "Écrivez à ceux qui s'éloignent.", pl: "Napisz do tych, którzy się oddalają.")
        package static let secondOrder = Phrase(
            en: "Ask for the second order while it is likely.", fr: "Sollicitez la deuxième commande tant qu'elle est probable.",
            pl: "Zachęć do drugiego zamówienia, póki jest prawdopodobne.")
        package static let thankTheBest = Phrase(
            en: "Thank your best customers.", fr: "Remerciez vos meilleurs clients.", pl: "Podziękuj najlepszym klientom.")
        package static let saveOnTheLost = Phrase(
            en: "Spend nothing more on those who are gone.", fr: "Ne dépensez plus rien pour ceux qui sont partis.",
            pl: "Nie wydawaj już nic na tych, którzy odeszli.")
        package static let nothingToDo = Phrase(
            en: "Nothing stands out today. Come back when there are more orders.",
            fr: "Rien de particulier aujourd'hui. Revenez quand il y aura plus de commandes.",
            pl: "Dziś nic się nie wyróżnia. Wróć, gdy będzie więcej zamówień.")
        package static let notYet = Phrase(
            en: "There is not enough data for predictions yet. Everything that is known stands below.",
            fr: "Il n'y a pas encore assez de données pour des prévisions. Tout ce qui est connu figure ci-dessous.",
            pl: "Danych jest jeszcze za mało na prognozy. Wszystko, co wiadomo, znajduje się poniżej.")
        package static let dependsOnFit = Phrase(
            en: "The shop meets the conditions, but no prediction could be made.",
            fr: "La boutique remplit les conditions, mais aucune prévision n'a pu être faite.",
            pl: "Sklep spełnia warunki, ale nie udało się sporządzić prognozy.")
    }
}

extension Words {
    /// Under the expected revenue.
    public func inTheNext(days: Int) -> String {
        text(
            en: "within \(self.days(days))", fr: "d'ici \(self.days(days))", pl: "w ciągu \(ofDays(days))")
    }

    /// The orders end long before today.
    public func isOld(asOf day: ShopDay) -> String {
        let date = format.date(day)
        return text(
            en:
                "Old data: the orders end on \(date), and everything on this page is as of that day. Export a newer file before acting.",
            fr:
                "Données anciennes : les commandes s'arrêtent le \(date) et tout ce qui figure sur cette page vaut à cette date. Exportez un fichier plus récent avant d'agir.",
            pl:
                "Stare dane: zamówienia kończą się \(date) i wszystko na tej stronie odnosi się do tego dnia. Przed działaniem wyeksportuj nowszy plik."
        )
    }

    /// Orders in another currency without a rate, and what brings them in.
    public func inNoFigure(orders: Int, _ currency: Currency) -> String {
        let orders = count(orders, .orders)
        let code = currency == .none ? nil : currency.code
        return text(
            en:
                "\(orders) \(code.map { "in \($0)" } ?? "without a currency"): not counted in any figure of this page, because there is no exchange rate. Give rates with --rates to count them.",
            fr:
                "\(orders) \(code.map { "en \($0)" } ?? "sans devise") : absentes de tous les chiffres de cette page, faute de taux de change. Pour les compter, fournissez des taux avec --rates.",
            pl:
                "\(orders) \(code.map { "w \($0)" } ?? "bez waluty"): poza wszystkimi liczbami na tej stronie, bo brakuje kursu wymiany. Aby je uwzględnić, podaj kursy opcją --rates."
        )
    }

    /// How many customers the likely ones are of.
    public func ofCustomers(_ all: Int) -> String {
        let of = count(all, .ofCustomers)
        return text(en: "of \(of)", fr: "sur \(of)", pl: "z \(of)")
    }

    /// How many of them will order.
    public func willOrder(_ between: String, withinDays days: Int) -> String {
        text(
            en: "\(between) will order within \(self.days(days))", fr: "\(between) commanderont d'ici \(self.days(days))",
            pl: "\(between) zamówi w ciągu \(ofDays(days))")
    }

    /// Whom the money at stake hangs on.
    public func overdueCustomers(_ number: Int) -> String {
        let who = count(number, .customers)
        return text(
            en: "\(who) silent for longer than usual for them", fr: "\(who) en retard sur leur rythme",
            pl: "\(who) po przewidywanym terminie zamówienia")
    }

    /// The first action: the top of the list.
    public func startWithTheTop(customers: Int, atStake: String) -> String {
        customers == 1
            ? text(
                en: "One customer is on the list; \(atStake) hangs on them.", fr: "Un client est sur la liste ; \(atStake) en dépendent.",
                pl: "Na liście jest jeden klient; zależy od niego \(atStake).")
            : text(
                en: "Start with the first \(count(customers, .customers)) of the list: \(atStake) hangs on them.",
                fr: "Commencez par les \(format.number(customers)) premiers clients de la liste : \(atStake) en dépendent.",
                pl: "Zacznij od pierwszych \(count(customers, .ofCustomers)) z listy: zależy od nich \(atStake).")
    }

    /// The second action: first-time buyers at the right age.
    public func boughtOnceBetween(customers: Int, fromDays: Int, toDays: Int) -> String {
        let who = count(customers, .customers)
        let from = format.number(fromDays)
        let to = days(toDays)
        return text(
            en: "\(who) bought once, \(from) to \(to) ago: half of those who came back did so at that age.",
            fr:
                "Un seul achat il y a \(from) à \(to) : \(who). C'est dans cet intervalle qu'est revenue la moitié des clients ayant passé une deuxième commande.",
            pl:
                "Jeden zakup od \(from) do \(ofDays(toDays)) temu: \(who). W tym czasie wróciła połowa tych, którzy złożyli drugie zamówienie."
        )
    }

    /// The third action: the best group.
    public func championsBrought(customers: Int, shareOfRevenue: Double) -> String {
        let who = count(customers, .customers)
        let share = format.percent(shareOfRevenue)
        return text(
            en: "Champions: \(who), \(share) of all revenue. Ask them for reviews and show them new products first; they need no discount.",
            fr:
                "Champions : \(who), \(share) du chiffre d'affaires. Demandez-leur des avis, montrez-leur les nouveautés en premier ; une remise est inutile.",
            pl:
                "Czempioni: \(who), \(share) całego przychodu. Poproś ich o opinie i pokaż im nowości jako pierwszym; rabat nie jest potrzebny."
        )
    }

    /// The fourth action: the lost.
    public func surelyGone(customers: Int, share: Double) -> String {
        let who = count(customers, .customers)
        let part = format.percent(share)
        return text(
            en: "Churn risk of 90% or more: \(who), \(part) of all. Leave them out of mailings that cost money per address.",
            fr:
                "Risque d'attrition d'au moins \(format.percent(0.9)) : \(who), soit \(part) de tous. Excluez\u{2011}les des envois payés à l'adresse.",
            pl: "Ryzyko odejścia co najmniej 90%: \(who), \(part) wszystkich. Pomiń ich w wysyłkach płatnych za adres.")
    }

    /// The same where nothing is predicted.
    public func inactiveGroup(customers: Int, share: Double) -> String {
        let who = count(customers, .customers)
        let part = format.percent(share)
        return text(
            en: "Inactive: \(who), \(part) of all. Leave them out of mailings that cost money per address.",
            fr: "Inactifs : \(who), soit \(part) de tous. Excluez\u{2011}les des envois payés à l'adresse.",
            pl: "Nieaktywni: \(who), \(part) wszystkich. Pomiń ich w wysyłkach płatnych za adres.")
    }
}
