extension Phrase {
    /// The average order value over time.
    public enum OrderValue {
        package static let title = Phrase(
            en: "Average order value over time", fr: "Panier moyen au fil du temps", pl: "Średnia wartość zamówienia w czasie")
        package static let lead = Phrase(
            en: "Average order value (AOV) is revenue divided by the number of orders.",
            fr: "Le panier moyen (AOV) est le chiffre d'affaires divisé par le nombre de commandes.",
            pl: "Średnia wartość zamówienia (AOV) to przychód podzielony przez liczbę zamówień.")
        package static let chartTitle = Phrase(
            en: "Average order value by month", fr: "Panier moyen par mois", pl: "Średnia wartość zamówienia według miesięcy")
        package static let average = Phrase(en: "Average order value", fr: "Panier moyen", pl: "Średnia wartość zamówienia")
        package static let ofCustomers = Phrase(
            en: "Mean of the customers' own averages", fr: "Moyenne des paniers moyens des clients",
            pl: "Średnia ze średnich poszczególnych klientów")
        package static let lastYear = Phrase(
            en: "Last 12 complete months", fr: "12 derniers mois complets", pl: "Ostatnie 12 pełnych miesięcy")
        package static let lastMonth = Phrase(en: "last complete month", fr: "dernier mois complet", pl: "ostatni pełny miesiąc")
        package static let empty = Phrase(
            en: "No month is complete yet, so there is no course to show. Come back when one has passed.",
            fr: "Aucun mois n'est encore complet ; il n'y a pas d'évolution à montrer. Revenez quand un mois sera écoulé.",
            pl: "Żaden miesiąc nie jest jeszcze pełny, więc nie ma przebiegu do pokazania. Wróć, gdy minie cały miesiąc.")
        package static let completeOnly = Phrase(
            en: "Months that the file holds only in part are left out of the chart.",
            fr: "Les mois que le fichier ne couvre qu'en partie ne figurent pas sur le graphique.",
            pl: "Na wykresie nie ma miesięcy, które plik obejmuje tylko częściowo.")
    }
}

extension Words {
    /// The last year against the one before.
    public func comparedWithYearBefore(_ change: String, _ before: String) -> String {
        text(
            en: "\(change) against the 12 months before (\(before))", fr: "\(change) par rapport aux 12 mois précédents (\(before))",
            pl: "\(change) względem poprzednich 12 miesięcy (\(before))")
    }
}
