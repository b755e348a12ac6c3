extension Phrase {
    /// How value is spread over customers.
    public enum Value {
        package static let title = Phrase(en: "How value is spread", fr: "Répartition de la valeur", pl: "Jak rozkłada się wartość")
        package static let lead = Phrase(
            en:
                "Customer lifetime value (CLV): historic is what a customer has spent so far, predicted is what is expected within the horizon, total is both together.",
            fr:
                "Valeur vie client (CLV) : historique, ce que le client a dépensé à ce jour ; prévue, ce que l'on attend d'ici la fin de l'horizon ; totale, les deux ensemble.",
            pl:
                "Wartość życiowa klienta (CLV): historyczna to dotychczasowe wydatki klienta, przewidywana to oczekiwane wydatki w horyzoncie prognozy, całkowita to suma obu."
        )
        package static let meanHistoric = Phrase(
            en: "Average historic CLV", fr: "CLV historique moyenne", pl: "Średnia CLV historyczna")
        package static let meanPredicted = Phrase(
            en: "Average predicted CLV", fr: "CLV prévue moyenne", pl: "Średnia CLV przewidywana")
        package static let meanTotal = Phrase(en: "Average total CLV", fr: "CLV totale moyenne", pl: "Średnia CLV całkowita")
        package static let median = Phrase(
            en: "Half of all customers spent less than", fr: "La moitié des clients a dépensé moins de",
            pl: "Połowa klientów wydała mniej niż")
        package static let topTenth = Phrase(
            en: "Revenue of the best tenth of customers", fr: "CA du meilleur dixième des clients",
            pl: "Przychód od najlepszej dziesiątej części klientów")
        package static let ofAllRevenue = Phrase(en: "of all revenue", fr: "du chiffre d'affaires", pl: "całego przychodu")
        package static let historicChart = Phrase(
            en: "Customers by what they have spent so far", fr: "Clients selon leurs dépenses à ce jour",
            pl: "Klienci według dotychczasowych wydatków")
        package static let predictedChart = Phrase(
            en: "Customers by what they are expected to spend", fr: "Clients selon les dépenses attendues",
            pl: "Klienci według oczekiwanych wydatków")
        package static let amount = Phrase(en: "Amount", fr: "Montant", pl: "Kwota")
        package static let valueClassesTitle = Phrase(
            en: "By predicted value", fr: "Selon la valeur prévue", pl: "Według przewidywanej wartości")
        package static let likelihoodTitle = Phrase(
            en: "By purchase likelihood", fr: "Selon la probabilité d'achat", pl: "Według prawdopodobieństwa zakupu")
        package static let valueClass = Phrase(en: "Predicted CLV class", fr: "Classe de CLV prévue", pl: "Klasa przewidywanej CLV")
        package static let likelihood = Phrase(en: "Purchase likelihood", fr: "Probabilité d'achat", pl: "Prawdopodobieństwo zakupu")
        package static let meaning = Phrase(en: "Meaning", fr: "Signification", pl: "Znaczenie")
        package static let noAmounts = Phrase(
            en: "Every order has the value zero, so there is no value to spread. Check which column holds the amount (--value-column).",
            fr:
                "Toutes les commandes ont une valeur nulle ; il n'y a rien à répartir. Vérifiez quelle colonne contient le montant (--value-column).",
            pl: "Każde zamówienie ma wartość zero, więc nie ma czego rozkładać. Sprawdź, która kolumna zawiera kwotę (--value-column).")
    }
}

extension Words {
    /// The class of values under a border, within 365 days.
    public func under(_ border: String) -> String { text(en: "under \(border)", fr: "moins de \(border)", pl: "poniżej \(border)") }

    /// The class between two borders.
    public func between(_ low: String, _ high: String) -> String {
        text(en: "\(low) to \(high)", fr: "de \(low) à \(high)", pl: "od \(low) do \(high)")
    }

    /// The class of values from a border on.
    public func from(_ border: String) -> String { text(en: "\(border) or more", fr: "\(border) ou plus", pl: "co najmniej \(border)") }

    /// What `new` means.
    public func newMeans(underDays days: Int) -> String {
        text(
            en: "one purchase, less than \(self.days(days)) ago", fr: "un seul achat, il y a moins de \(self.days(days))",
            pl: "jeden zakup, mniej niż \(self.days(days)) temu")
    }

    /// On what classes are judged.
    public var classBasis: String {
        text(
            en: "Classes are always judged on the next 365 days and compare a customer with this shop's average.",
            fr: "Les classes portent toujours sur les 365 prochains jours et comparent le client à la moyenne de cette boutique.",
            pl: "Klasy zawsze dotyczą najbliższych 365 dni i porównują klienta ze średnią tego sklepu.")
    }
}
