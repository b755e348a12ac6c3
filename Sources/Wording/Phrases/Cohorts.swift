extension Phrase {
    /// Customers by the month of their first order.
    public enum Cohorts {
        package static let title = Phrase(
            en: "What customers became, by month of first order", fr: "Ce que sont devenus les clients, par mois de première commande",
            pl: "Co stało się z klientami, według miesiąca pierwszego zamówienia")
        package static let lead = Phrase(
            en:
                "What each customer brought on average within so many days of the first order. Newer months are compared at the same age; a dash means that not everybody is old enough yet. Where a row is weaker than those above it, look at what was different in that month.",
            fr:
                "Ce que chaque client a rapporté en moyenne dans les jours suivant sa première commande. Les mois récents sont comparés au même âge ; un tiret signifie que tous n'ont pas encore cet âge. Si une ligne est plus faible que celles du dessus, cherchez ce qui a changé ce mois-là.",
            pl:
                "Ile średnio przyniósł każdy klient w podanym czasie od pierwszego zamówienia. Nowsze miesiące porównuje się w tym samym wieku; kreska oznacza, że nie wszyscy osiągnęli jeszcze ten wiek. Jeśli wiersz jest słabszy od poprzednich, sprawdź, co w tym miesiącu było inne."
        )
        package static let tableTitle = Phrase(
            en: "How many came back for a second order", fr: "Combien sont revenus pour une deuxième commande",
            pl: "Ilu wróciło po drugie zamówienie")
        package static let firstMonth = Phrase(en: "First order", fr: "Première commande", pl: "Pierwsze zamówienie")
        package static let empty = Phrase(
            en: "There are no customers to follow yet.", fr: "Il n'y a pas encore de clients à suivre.",
            pl: "Nie ma jeszcze klientów do śledzenia.")
        package static let chartTitle = Phrase(
            en: "Value per customer, by month of first order", fr: "Valeur par client, selon le mois de la première commande",
            pl: "Wartość na klienta według miesiąca pierwszego zamówienia")
        package static let daysAfter = Phrase(
            en: "Time since the first order", fr: "Temps écoulé depuis la première commande", pl: "Czas od pierwszego zamówienia")
        package static let valuePerCustomer = Phrase(en: "Value per customer", fr: "Valeur par client", pl: "Wartość na klienta")
    }

    /// Customers by what they began with.
    public enum FirstOrder {
        package static let title = Phrase(
            en: "What customers began with", fr: "Par quoi les clients ont commencé", pl: "Od czego zaczęli klienci")
        package static let byProduct = Phrase(
            en: "By product of the first order", fr: "Selon le produit de la première commande",
            pl: "Według produktu z pierwszego zamówienia")
        package static let byDiscount = Phrase(
            en: "By discount code of the first order", fr: "Selon le code de réduction de la première commande",
            pl: "Według kodu rabatowego z pierwszego zamówienia")
        package static let product = Phrase(en: "Product", fr: "Produit", pl: "Produkt")
        package static let code = Phrase(en: "Code", fr: "Code", pl: "Kod")
        package static let laterValue = Phrase(
            en: "Spent later, per customer", fr: "Dépensé ensuite, par client", pl: "Wydane później, na klienta")
        package static let cameBack = Phrase(en: "Came back", fr: "Sont revenus", pl: "Wrócili")
        package static let others = Phrase(en: "all others", fr: "tous les autres", pl: "wszystkie inne")
        package static let noProduct = Phrase(en: "no product named", fr: "aucun produit indiqué", pl: "bez podanego produktu")
        package static let noCode = Phrase(en: "no code", fr: "sans code", pl: "bez kodu")
        package static let caution = Phrase(
            en: "It shows what went together, not what caused it: who chooses a product may be another kind of customer.",
            fr:
                "Cela montre ce qui va ensemble, pas ce qui en est la cause : qui choisit un produit est peut-être un autre type de client.",
            pl: "To pokazuje, co występuje razem, a nie co jest przyczyną: kto wybiera dany produkt, może być innym typem klienta.")
        package static let noProducts = Phrase(
            en: "The files name no products. An export with one row per line of an order (such as Shopify's) has them.",
            fr: "Les fichiers n'indiquent pas de produits. Un export avec une ligne par article (comme celui de Shopify) les contient.",
            pl: "Pliki nie zawierają nazw produktów. Ma je eksport z wierszem na każdą pozycję zamówienia (na przykład z Shopify).")
        package static let noCodes = Phrase(
            en: "The files have no discount codes. An export with the code's column has them.",
            fr: "Les fichiers ne contiennent pas de codes de réduction. Un export avec cette colonne les contient.",
            pl: "Pliki nie zawierają kodów rabatowych. Ma je eksport z taką kolumną.")
        package static let tooFew = Phrase(
            en: "No first order is long enough ago to say what came later.",
            fr: "Aucune première commande n'est assez ancienne pour dire ce qui a suivi.",
            pl: "Żadne pierwsze zamówienie nie jest dość dawne, by powiedzieć, co było później.")
    }
}

extension Words {
    /// A window within which customers came back, as a column's title.
    public func backWithin(days: Int) -> String {
        text(en: "back within \(self.days(days))", fr: "revenus en \(self.days(days))", pl: "wrócili w \(self.days(days))")
    }

    /// How customers of different ages are made comparable.
    public func laterValueLead(days: Int) -> String {
        text(
            en:
                "What customers spent in the \(self.days(days)) after their first purchase day, by what was in the first order. Only customers whose first order is at least \(self.days(days)) old are counted, so that all had the same time.",
            fr:
                "Ce que les clients ont dépensé dans les \(self.days(days)) suivant leur premier jour d'achat, selon le contenu de la première commande. Seuls comptent les clients dont la première commande remonte à au moins \(self.days(days)), pour que tous aient eu le même temps.",
            pl:
                "Ile klienci wydali w ciągu \(ofDays(days)) po pierwszym dniu zakupów, w zależności od zawartości pierwszego zamówienia. Liczą się tylko klienci, których pierwsze zamówienie ma co najmniej \(self.days(days)), aby wszyscy mieli tyle samo czasu."
        )
    }
}
