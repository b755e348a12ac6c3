extension Phrase {
    /// Whether probabilities came true.
    public enum Calibration {
        package static let title = Phrase(
            en: "Can the probabilities be trusted?", fr: "Peut-on se fier aux probabilités ?", pl: "Czy prawdopodobieństwom można ufać?")
        package static let chartTitle = Phrase(
            en: "Probability of an order, and how many really ordered", fr: "Probabilité de commande et part de ceux qui ont commandé",
            pl: "Prawdopodobieństwo zamówienia i udział tych, którzy naprawdę zamówili")
        package static let predicted = Phrase(en: "Said", fr: "Annoncé", pl: "Zapowiedziane")
        package static let happened = Phrase(en: "Ordered", fr: "Ont commandé", pl: "Zamówili")
        package static let reading = Phrase(
            en: "On the line, what was said is what came. Above it more customers ordered than was said, below it fewer.",
            fr: "Sur la ligne, ce qui était annoncé est arrivé. Au-dessus, davantage de clients ont commandé ; en dessous, moins.",
            pl: "Na linii: stało się to, co zapowiedziano. Powyżej zamówiło więcej klientów, poniżej mniej.")
        package static let asSaid = Phrase(en: "as said", fr: "comme annoncé", pl: "jak zapowiedziano")
        package static let moreCame = Phrase(en: "more ordered", fr: "plus ont commandé", pl: "zamówiło więcej")
        package static let fewerCame = Phrase(en: "fewer ordered", fr: "moins ont commandé", pl: "zamówiło mniej")
        package static let empty = Phrase(
            en:
                "No earlier day could be tried yet, so the probabilities have no track record in this shop. Take them as an ordering of customers.",
            fr:
                "Aucune date passée n'a encore pu être essayée : les probabilités n'ont pas encore fait leurs preuves dans cette boutique. Prenez-les comme un classement des clients.",
            pl:
                "Nie można było jeszcze sprawdzić żadnego wcześniejszego dnia, więc prawdopodobieństwa nie zostały w tym sklepie zweryfikowane. Traktuj je jako uszeregowanie klientów."
        )
    }

    /// The forecast of a quarter ago against what came.
    public enum LastQuarter {
        package static let title = Phrase(
            en: "Last quarter: what was forecast and what came", fr: "Dernier trimestre : prévision et réalité",
            pl: "Ostatni kwartał: prognoza a rzeczywistość")
        package static let forecast = Phrase(en: "Forecast", fr: "Prévu", pl: "Prognoza")
        package static let actual = Phrase(en: "What came", fr: "Réalisé", pl: "Rzeczywistość")
        package static let orders = Phrase(
            en: "Orders, forecast / real", fr: "Commandes, prévues / réelles", pl: "Zamówienia, prognoza / rzeczywistość")
        package static let week = Phrase(en: "Week from", fr: "Semaine du", pl: "Tydzień od")
        package static let chartTitle = Phrase(
            en: "Revenue by week: forecast and what came", fr: "Chiffre d'affaires par semaine : prévu et réalisé",
            pl: "Przychód tygodniowo: prognoza i rzeczywistość")
        package static let within = Phrase(
            en: "What came lies within the range that was given.", fr: "Le réalisé se situe dans la fourchette annoncée.",
            pl: "Rzeczywisty przychód mieści się w podanym przedziale.")
        package static let above = Phrase(
            en: "More came than the range had allowed for: a good quarter, or a season the forecast did not know.",
            fr: "Il en est venu plus que la fourchette ne le prévoyait : un bon trimestre, ou une saison que la prévision ignorait.",
            pl: "Nadeszło więcej, niż dopuszczał przedział: dobry kwartał albo sezon, którego prognoza nie znała.")
        package static let below = Phrase(
            en: "Less came than the range had allowed for. Ask what was different: stock, prices, mailings, season.",
            fr: "Il en est venu moins que la fourchette ne le prévoyait. Qu'est-ce qui a changé : stock, prix, envois, saison ?",
            pl: "Nadeszło mniej, niż dopuszczał przedział. Sprawdź, co było inne: zapasy, ceny, wysyłki, sezon.")
        package static let empty = Phrase(
            en: "The orders do not reach back far enough to repeat the forecast of a quarter ago.",
            fr: "Les commandes ne remontent pas assez loin pour refaire la prévision d'il y a un trimestre.",
            pl: "Zamówienia nie sięgają dość daleko, by powtórzyć prognozę sprzed kwartału.")
    }
}

extension Words {
    /// Calibration in a sentence: the fullest bin.
    public func calibrationSentence(said: Double, ordered: Double, missedBy: Double) -> String {
        let said = format.percent(said)
        let ordered = format.percent(ordered)
        let missed = count(missedBy * 100, decimals: 1, .percentagePoints)
        return text(
            en:
                "When a forecast said “\(said)” of a customer, \(ordered) of such customers really ordered. Over all customers the probabilities missed by \(missed) on average.",
            fr:
                "Quand une prévision annonçait « \(said) » pour un client, \(ordered) de ces clients ont réellement commandé. Sur l'ensemble des clients, les probabilités s'écartent en moyenne de \(missed).",
            pl:
                "Gdy prognoza podawała dla klienta „\(said)”, naprawdę zamówiło \(ordered) takich klientów. Dla wszystkich klientów prawdopodobieństwa różniły się średnio o \(missed)."
        )
    }

    /// What came, as a change against the forecast.
    public func comparedWithForecast(_ change: String) -> String {
        text(en: "\(change) against the forecast", fr: "\(change) par rapport à la prévision", pl: "\(change) względem prognozy")
    }

    /// What the check of the last quarter is.
    public func lastQuarterLead(cutoff: String, days: Int, customers: Int) -> String {
        text(
            en:
                "On \(cutoff) the same method, knowing nothing later, would have forecast this for the next \(self.days(days)). It is about the \(count(customers, .customers)) of that day; later new customers are not in it.",
            fr:
                "Le \(cutoff), la même méthode, sans rien savoir de la suite, aurait prévu ceci pour les \(self.days(days)) suivants. Il s'agit des \(count(customers, .customers)) de ce jour-là, sans les nouveaux clients venus ensuite.",
            pl:
                "\(cutoff) ta sama metoda, nie znając dalszego ciągu, dałaby taką prognozę na kolejne \(self.days(days)). Dotyczy ówczesnych klientów (\(format.number(customers))), bez nowych, którzy przyszli później."
        )
    }
}
