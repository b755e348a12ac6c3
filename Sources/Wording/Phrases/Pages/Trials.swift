extension Phrase {
    /// How forecasts of earlier days turned out, on the page of customer value.
    public enum Trials {
        package static let title = Phrase(
            en: "How far this can be trusted", fr: "Jusqu'où s'y fier", pl: "Na ile można temu ufać")
        package static let lead = Phrase(
            en:
                "The same method was put back to earlier days of this shop, knowing nothing of what followed. This is how it did.",
            fr:
                "La même méthode a été replacée à des dates passées de cette boutique, sans rien savoir de la suite. Voici ce qu'elle aurait donné.",
            pl:
                "Tę samą metodę cofnięto do wcześniejszych dni tego sklepu, bez wiedzy o tym, co było potem. Oto jak sobie poradziła.")
        package static let notYet = Phrase(
            en: "Earlier days are being tried. Look again in a minute.",
            fr: "Des dates passées sont en cours d'essai. Revenez dans une minute.",
            pl: "Trwa sprawdzanie wcześniejszych dni. Zajrzyj tu za minutę.")
        package static let already = Phrase(
            en: "What these days teach is in today's forecast already: nothing is to be taken off once more.",
            fr: "Ce que ces dates enseignent est déjà dans la prévision d'aujourd'hui : rien n'est à déduire une fois de plus.",
            pl: "To, czego uczą te dni, jest już w dzisiejszej prognozie: niczego nie trzeba jeszcze raz odejmować.")
        package static let bestTenth = Phrase(
            en: "What the best tenth by forecast brought", fr: "Ce qu'a rapporté le meilleur dixième selon la prévision",
            pl: "Ile przyniosła najlepsza dziesiąta część według prognozy")
        package static let bestTenthNote = Phrase(
            en: "of all that came; chosen by chance it would be 10%",
            fr: "de tout ce qui est venu ; au hasard, ce serait 10 %", pl: "wszystkiego, co nadeszło; losowo byłoby to 10%")
        package static let inRange = Phrase(
            en: "Customers within their range", fr: "Clients dans leur fourchette", pl: "Klienci w swoim przedziale")
        package static let inRangeNote = Phrase(
            en: "8 in 10 or more is right", fr: "8 sur 10 ou plus : c'est juste", pl: "8 na 10 lub więcej to dobry wynik")
        package static let totalHigh = Phrase(
            en: "more revenue was expected than came, on average over these days",
            fr: "on attendait plus de chiffre d'affaires qu'il n'en est venu, en moyenne sur ces dates",
            pl: "oczekiwano więcej przychodu, niż nadeszło, średnio z tych dni")
        package static let totalLow = Phrase(
            en: "less revenue was expected than came, on average over these days",
            fr: "on attendait moins de chiffre d'affaires qu'il n'en est venu, en moyenne sur ces dates",
            pl: "oczekiwano mniej przychodu, niż nadeszło, średnio z tych dni")
        package static let tenths = Phrase(
            en: "Per customer: expected and what came, by tenths of customers",
            fr: "Par client : attendu et réalisé, par dixièmes de clients",
            pl: "Na klienta: oczekiwania i rzeczywistość, według dziesiątych części klientów")
        package static let tenthsReading = Phrase(
            en: "Tenth 1 holds the customers with the highest forecast. Bars of a pair of equal height: the forecast came true.",
            fr: "Le dixième 1 réunit les clients à la prévision la plus haute. Deux barres de même hauteur : la prévision s'est réalisée.",
            pl: "Część 1 to klienci z najwyższą prognozą. Dwa słupki równej wysokości: prognoza się sprawdziła.")
        package static let tenth = Phrase(
            en: "Tenth of customers", fr: "Dixième de clients", pl: "Dziesiąta część klientów")
        package static let perCustomer = Phrase(en: "Per customer", fr: "Par client", pl: "Na klienta")
        package static let ordersPerCustomer = Phrase(
            en: "Orders per customer", fr: "Commandes par client", pl: "Zamówienia na klienta")
    }
}
