extension Phrase {
    /// Who is silent for longer than their own rhythm explains.
    public enum Slipping {
        package static let title = Phrase(en: "Who is slipping away", fr: "Qui est en train de s'éloigner", pl: "Kto się oddala")
        package static let lead = Phrase(
            en:
                "These customers have been silent for longer than their own rhythm explains (they are overdue). The money at stake is what is still expected of them times their churn risk: money that may not come because they may have left already. It is highest where a message can still change something, so write from the top.",
            fr:
                "Ces clients se taisent depuis plus longtemps que leur propre rythme ne l'explique (ils sont en retard sur leur rythme). Le montant en jeu, c'est ce que l'on attend encore d'eux multiplié par leur risque d'attrition : l'argent qui pourrait ne pas venir parce qu'ils sont peut-être déjà partis. Il est le plus élevé là où un message peut encore changer les choses : écrivez en commençant par le haut.",
            pl:
                "Od ostatniego zamówienia tych klientów minęło więcej czasu, niż wynikałoby z ich własnego rytmu (są po przewidywanym terminie zamówienia). Zagrożona kwota to oczekiwane jeszcze wydatki klienta pomnożone przez ryzyko odejścia: pieniądze, które mogą nie nadejść, bo klient być może już odszedł. Jest najwyższa tam, gdzie wiadomość może jeszcze coś zmienić, więc pisz od góry listy."
        )
        package static let overdue = Phrase(
            en: "Customers overdue", fr: "Clients en retard sur leur rythme", pl: "Klienci po przewidywanym terminie")
        package static let stillExpected = Phrase(
            en: "Still expected of them", fr: "Encore attendu de leur part", pl: "Wciąż oczekiwane od nich")
        package static let why = Phrase(en: "Why", fr: "Pourquoi", pl: "Dlaczego")
        package static let lastOrder = Phrase(en: "Last order", fr: "Dernière commande", pl: "Ostatnie zamówienie")
        package static let spentSoFar = Phrase(en: "Spent so far", fr: "Dépensé à ce jour", pl: "Dotychczas wydane")
        package static let churnRisk = Phrase(en: "Churn risk", fr: "Risque d'attrition", pl: "Ryzyko odejścia")
        package static let tableTitle = Phrase(
            en: "Overdue customers, most money at stake first", fr: "Clients en retard sur leur rythme, montant en jeu décroissant",
            pl: "Klienci po przewidywanym terminie, od najwyższej zagrożonej kwoty")
        package static let namesHidden = Phrase(
            en:
                "Names are hidden so that this page can be passed on; --show-customers shows them. In the CSV file these are the rows with overdue = true, sorted by predicted_clv × churn_probability.",
            fr:
                "Les noms sont masqués pour que cette page puisse circuler ; --show-customers les affiche. Dans le fichier CSV, ce sont les lignes où overdue = true, triées par predicted_clv × churn_probability.",
            pl:
                "Dane klientów są ukryte, aby stronę można było przekazać dalej; pokazuje je --show-customers. W pliku CSV są to wiersze z overdue = true, posortowane według predicted_clv × churn_probability."
        )
        package static let nobody = Phrase(
            en: "Nobody is overdue: every customer's silence is still within their own rhythm. Look again after the next orders.",
            fr:
                "Personne n'est en retard : le silence de chaque client reste conforme à son rythme. À revoir après les prochaines commandes.",
            pl: "Nikt nie jest po terminie: cisza każdego klienta mieści się w jego rytmie. Sprawdź ponownie po kolejnych zamówieniach.")
        package static let rangeZero = Phrase(
            en: "A range that begins at 0 means: this customer may well order nothing at all.",
            fr: "Une fourchette qui commence à 0 signifie : ce client peut très bien ne rien commander.",
            pl: "Przedział od 0 oznacza: ten klient może w ogóle nic nie zamówić.")
    }
}

extension Words {
    /// Opens the rest of the list.
    public func showMore(_ number: Int) -> String {
        let number = format.number(number)
        return text(en: "Show \(number) more", fr: "Afficher \(number) clients de plus", pl: "Pokaż kolejnych: \(number)")
    }

    /// How many of the list are shown.
    public func shownOf(_ shown: Int, all: Int) -> String {
        let shown = format.number(shown)
        let all = format.number(all)
        return text(en: "The first \(shown) of \(all).", fr: "Les \(shown) premiers sur \(all).", pl: "Pierwszych \(shown) z \(all).")
    }
}
