public import Facts

extension Phrase {
    /// What stands around the sections.
    public enum Page {
        package static let title = Phrase(en: "Customer value report", fr: "Rapport sur la valeur client", pl: "Raport o wartości klientów")
        package static let skip = Phrase(en: "Skip to the content", fr: "Aller au contenu", pl: "Przejdź do treści")
        package static let contents = Phrase(en: "Contents", fr: "Sommaire", pl: "Spis treści")
        package static let behindTheChart = Phrase(
            en: "The figures behind this chart", fr: "Les chiffres de ce graphique", pl: "Liczby, z których powstał wykres")
        package static let toTop = Phrase(en: "Back to the top", fr: "Retour en haut", pl: "Wróć na górę")
        package static let customer = Phrase(en: "Customer", fr: "Client", pl: "Klient")
        package static let customers = Phrase(en: "Customers", fr: "Clients", pl: "Klienci")
        package static let orders = Phrase(en: "Orders", fr: "Commandes", pl: "Zamówienia")
        package static let month = Phrase(en: "Month", fr: "Mois", pl: "Miesiąc")
        package static let revenue = Phrase(en: "Revenue", fr: "Chiffre d'affaires", pl: "Przychód")
        package static let share = Phrase(en: "Share", fr: "Part", pl: "Udział")
        package static let expected = Phrase(en: "Expected", fr: "Attendu", pl: "Oczekiwane")
        package static let range = Phrase(en: "Probable range", fr: "Fourchette probable", pl: "Prawdopodobny przedział")
        package static let total = Phrase(en: "All", fr: "Total", pl: "Razem")
        package static let none = Phrase(en: "none", fr: "aucun", pl: "brak")
        /// Stands before what no figure can be given for.
        package static let noPredictions = Phrase(
            en: "No predictions are made for this shop yet, so this section is empty. What is missing:",
            fr: "Aucune prévision n'est encore faite pour cette boutique ; cette section est donc vide. Ce qui manque :",
            pl: "Dla tego sklepu nie ma jeszcze prognoz, dlatego ta część jest pusta. Czego brakuje:")
    }
}

extension Words {
    /// Which orders the page is about.
    public func ordersFromTo(first: ShopDay?, asOf: ShopDay, currency: Currency) -> String {
        let from = first.map(format.date)
        let to = format.date(asOf)
        let unit = currency == .none ? nil : currency.code
        let period =
            from.map { text(en: "Orders from \($0) to \(to)", fr: "Commandes du \($0) au \(to)", pl: "Zamówienia od \($0) do \(to)") }
            ?? text(en: "Orders until \(to)", fr: "Commandes jusqu'au \(to)", pl: "Zamówienia do \(to)")
        let amounts =
            unit.map { text(en: "amounts in \($0)", fr: "montants en \($0)", pl: "kwoty w \($0)") }
            ?? text(en: "amounts without a named currency", fr: "montants sans devise indiquée", pl: "kwoty bez podanej waluty")
        return "\(period) · \(amounts)"
    }

    /// What amounts are made of.
    public func countedValue(_ basis: CountedValue) -> String {
        switch basis {
        case .gross:
            text(
                en: "what was paid, tax and shipping included, refunds taken off",
                fr: "montants payés, taxes et livraison comprises, remboursements déduits",
                pl: "zapłacone kwoty z podatkiem i dostawą, po odjęciu zwrotów")
        case .net:
            text(
                en: "without tax and shipping, refunds taken off", fr: "hors taxes et hors livraison, remboursements déduits",
                pl: "bez podatku i dostawy, po odjęciu zwrotów")
        case .withoutShipping:
            text(
                en: "without shipping, refunds taken off", fr: "hors livraison, remboursements déduits",
                pl: "bez dostawy, po odjęciu zwrotów")
        }
    }

    /// What all predicted figures of a section have in common.
    public func basis(horizonInDays: Int, asOf: ShopDay, model: String) -> String {
        let day = format.date(asOf)
        return text(
            en: "Horizon: \(days(horizonInDays)) from \(day). Model: \(model). Ranges hold in 8\u{A0}cases out of\u{A0}10.",
            fr:
                "Horizon : \(days(horizonInDays)) à compter du \(day). Modèle : \(model). Fourchettes vérifiées dans 8\u{A0}cas sur\u{A0}10.",
            pl:
                "Horyzont: \(days(horizonInDays)) od \(day). Model: \(model). Przedziały sprawdzają się w\u{A0}8\u{A0}przypadkach na\u{A0}10."
        )
    }

    /// What all historic figures of a section have in common.
    public func historicBasis(asOf: ShopDay) -> String {
        let day = format.date(asOf)
        return text(
            en: "Counted, not predicted: orders until \(day).", fr: "Chiffres constatés, non prévus : commandes jusqu'au \(day).",
            pl: "Policzone, nie prognozowane: zamówienia do \(day).")
    }

    /// "probably €10 to €20".
    public func probably(_ low: String, _ high: String) -> String {
        let between = range(low, high)
        return text(en: "probably \(between)", fr: "probablement \(between)", pl: "prawdopodobnie \(between)")
    }

    /// Several things as a list in a sentence: "a, b and c".
    public func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        let first = parts.dropLast().joined(separator: ", ")
        return text(en: "\(first) and \(last)", fr: "\(first) et \(last)", pl: "\(first) i \(last)")
    }

    /// A customer whose name is hidden, by rank.
    public func customer(number: Int) -> String { "\(self(Phrase.Page.customer))\(Space.noBreak)\(format.number(number))" }

    /// The last line of the page.
    public func madeBy(version: String) -> String {
        text(
            en: "Made by Perennial \(version) where the orders are: nothing was sent anywhere.",
            fr: "Établi par Perennial \(version) là où se trouvent les commandes : rien n'a été envoyé nulle part.",
            pl: "Raport powstał w programie Perennial \(version) tam, gdzie są zamówienia: nic nie zostało nigdzie wysłane.")
    }
}

/// What counts as the value of an order, as pages say it.
public enum CountedValue: Sendable, CaseIterable {
    case gross, net, withoutShipping
}
