extension Phrase {
    /// The six groups and the grid of scores.
    public enum Groups {
        package static let title = Phrase(en: "Customer groups (RFM)", fr: "Groupes de clients (RFM)", pl: "Grupy klientów (RFM)")
        package static let pastOnly = Phrase(
            en:
                "The groups look at the past alone, while churn risk is a forecast: where the two differ, act on the forecast.",
            fr:
                "Les groupes ne regardent que le passé, alors que le risque d'attrition est une prévision : en cas de désaccord, fiez-vous à la prévision.",
            pl:
                "Grupy opisują wyłącznie przeszłość, a ryzyko odejścia jest prognozą: gdy się różnią, kieruj się prognozą."
        )
        package static let group = Phrase(en: "Group", fr: "Groupe", pl: "Grupa")
        package static let shareOfRevenue = Phrase(en: "Share of revenue", fr: "Part du CA", pl: "Udział w przychodzie")
        package static let meanChurn = Phrase(en: "Avg. churn risk", fr: "Risque moyen", pl: "Śr. ryzyko odejścia")
        package static let advice = Phrase(en: "What to do", fr: "Que faire", pl: "Co robić")
        package static let gridTitle = Phrase(
            en: "Number of customers by score", fr: "Nombre de clients par notes", pl: "Liczba klientów według ocen")
        package static let recency = Phrase(en: "Recency", fr: "Récence", pl: "Aktualność")
        package static let frequency = Phrase(en: "Orders", fr: "Commandes", pl: "Zamówienia")
        package static let monetary = Phrase(en: "Spent", fr: "Dépensé", pl: "Wydane")
        package static let tableTitle = Phrase(en: "The six groups", fr: "Les six groupes", pl: "Sześć grup")
    }
}

extension Words {
    /// The recency of the best score: a last order not longer ago than so many days.
    public func recencyWithin(days: Int) -> String {
        text(
            en: "Last order within \(self.days(days))", fr: "Dernière commande il y a \(self.days(days)) au plus",
            pl: "Ostatnie zamówienie w ciągu \(ofDays(days))")
    }

    /// The recency of the middle score.
    public func recencyBetween(days low: Int, and high: Int) -> String {
        let from = format.number(low)
        return text(
            en: "Last order \(from) to \(days(high)) ago", fr: "Dernière commande il y a \(from) à \(days(high))",
            pl: "Ostatnie zamówienie \(from)–\(days(high)) temu")
    }

    /// The recency of the lowest score.
    public func recencyBeyond(days: Int) -> String {
        text(
            en: "Last order more than \(self.days(days)) ago", fr: "Dernière commande il y a plus de \(self.days(days))",
            pl: "Ostatnie zamówienie ponad \(self.days(days)) temu")
    }

    /// One of the nine cells of a grid, for who cannot see its place.
    public func score(_ score: Int) -> String { text(en: "score \(score)", fr: "note \(score)", pl: "ocena \(score)") }
}

extension Words {
    /// What scores and groups are, where there are so many scores.
    public func groupsLead(levels: Int = 3) -> String {
        let best = format.number(levels)
        return text(
            en:
                "Each customer gets a score from 1 to \(best), \(best) being best, for recency (how long ago the last order is), frequency (how many orders) and monetary value (how much was spent). The three scores make six groups.",
            fr:
                "Chaque client reçoit une note de 1 à \(best), \(best) étant la meilleure, pour la récence (ancienneté de la dernière commande), la fréquence (nombre de commandes) et le montant (total dépensé). Les trois notes forment six groupes.",
            pl:
                "Każdy klient otrzymuje ocenę od 1 do \(best) (\(best) jest najlepsza) za aktualność (jak dawno było ostatnie zamówienie), częstość (ile zamówień) i wartość (ile wydał). Trzy oceny tworzą sześć grup."
        )
    }
}
