extension Phrase {
    /// What is expected month by month.
    public enum Months {
        package static let title = Phrase(
            en: "Expected revenue by month", fr: "Chiffre d'affaires attendu par mois", pl: "Oczekiwany przychód według miesięcy")
        package static let lead = Phrase(
            en:
                "What today's customers will probably spend in each month. The band shows where it will lie in 8 cases out of 10. Orders of customers who are still to come are not in it, so total sales will be higher. Months rise and fall as they did in this shop before, as far as the file goes back; apart from that the curve falls with time because some of today's customers leave.",
            fr:
                "Ce que les clients actuels dépenseront probablement chaque mois. La bande indique où se situera le montant dans 8 cas sur 10. Les commandes des clients à venir n'y sont pas : les ventes totales seront plus élevées. Les mois suivent la saison que cette boutique a déjà connue, pour autant que le fichier remonte assez loin ; à part cela, la courbe baisse avec le temps parce qu'une partie des clients actuels s'en va.",
            pl:
                "Tyle prawdopodobnie wydadzą obecni klienci w każdym miesiącu. Pasmo pokazuje, gdzie kwota znajdzie się w 8 przypadkach na 10. Nie ma tu zamówień przyszłych klientów, więc sprzedaż ogółem będzie wyższa. Miesiące rosną i spadają tak, jak dotąd w tym sklepie, na ile sięga plik; poza tym krzywa z czasem opada, bo część obecnych klientów odchodzi."
        )
        package static let empty = Phrase(
            en: "The expected revenue could not be spread over months for this file; the total for the whole horizon stands at the top.",
            fr: "Le chiffre d'affaires attendu n'a pas pu être réparti par mois pour ce fichier ; le total figure en haut de page.",
            pl: "Dla tego pliku nie udało się rozłożyć oczekiwanego przychodu na miesiące; suma dla całego horyzontu jest na górze strony.")
        package static let band = Phrase(en: "8 cases out of 10", fr: "8 cas sur 10", pl: "8 przypadków na 10")
        package static let from = Phrase(en: "From", fr: "De", pl: "Od")
        package static let to = Phrase(en: "To", fr: "À", pl: "Do")
    }
}

extension Words {
    /// A month of which the horizon covers only some days.
    public func partOfMonth(first: String, last: String, expected: String, range: String) -> String {
        text(
            en: "Not drawn, as it is only part of a month: \(first) to \(last), \(expected) (\(range)).",
            fr: "Non représenté, car ce n'est qu'une partie d'un mois : du \(first) au \(last), \(expected) (\(range)).",
            pl: "Poza wykresem, bo to tylko część miesiąca: od \(first) do \(last), \(expected) (\(range)).")
    }
}
