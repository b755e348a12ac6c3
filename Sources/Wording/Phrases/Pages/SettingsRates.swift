extension Phrase {
    /// What other currencies are worth in the shop's.
    public enum Rates {
        package static let lead = Phrase(
            en: "An order takes the latest rate on or before its day.", fr: "Une commande prend le dernier taux connu à sa date.",
            pl: "Zamówienie przyjmuje ostatni kurs z jego dnia lub wcześniejszy.")
        package static let none = Phrase(en: "There are no rates yet", fr: "Il n'y a pas encore de taux", pl: "Nie ma jeszcze kursów")
        package static let noneHelp = Phrase(
            en: "They are needed only where orders come in another currency than the shop's.",
            fr: "Ils ne servent que si des commandes arrivent dans une autre devise que celle de la boutique.",
            pl: "Są potrzebne tylko wtedy, gdy zamówienia przychodzą w innej walucie niż waluta sklepu.")
        package static let waiting = Phrase(
            en: "Orders that wait for a rate", fr: "Commandes en attente d'un taux", pl: "Zamówienia czekające na kurs")
        package static let waitingHelp = Phrase(
            en: "They are in no figure until there is a rate of their day or of an earlier one.",
            fr: "Elles ne figurent dans aucun chiffre tant qu'il n'existe pas de taux à leur date ou avant.",
            pl: "Nie ma ich w żadnej liczbie, dopóki nie ma kursu z ich dnia lub wcześniejszego.")
        package static let add = Phrase(en: "Add a rate", fr: "Ajouter un taux", pl: "Dodaj kurs")
        package static let day = Phrase(en: "From the day", fr: "À partir du", pl: "Od dnia")
        package static let from = Phrase(en: "One unit of", fr: "Une unité de", pl: "Jednostka waluty")
        package static let to = Phrase(en: "is worth, in", fr: "vaut, en", pl: "jest warta w walucie")
        package static let rate = Phrase(en: "Rate", fr: "Taux", pl: "Kurs")
        package static let rateHint = Phrase(
            en: "With a point: 4.35", fr: "Avec un point : 4.35", pl: "Z kropką: 4.35")
        package static let firstOrder = Phrase(en: "First order", fr: "Première commande", pl: "Pierwsze zamówienie")
        package static let dayHint = Phrase(
            en: "Orders from before this day go on waiting.", fr: "Les commandes antérieures à cette date restent en attente.",
            pl: "Zamówienia sprzed tego dnia nadal będą czekać.")
        package static let dayWrong = Phrase(
            en: "This is no day. Write it as 2026-01-31.", fr: "Ce n'est pas une date. Écrivez-la comme 2026-01-31.",
            pl: "To nie jest data. Zapisz ją jako 2026-01-31.")
        package static let rateWrong = Phrase(
            en: "A number above zero of at most 18 digits is needed, such as 4.35.",
            fr: "Il faut un nombre supérieur à zéro d'au plus 18 chiffres, par exemple 4.35.",
            pl: "Potrzebna jest liczba większa od zera, najwyżej 18 cyfr, na przykład 4.35.")
        package static let same = Phrase(
            en: "The two currencies are the same.", fr: "Les deux devises sont identiques.", pl: "Obie waluty są takie same.")
        package static let replace = Phrase(
            en: "Replace all rates", fr: "Remplacer tous les taux", pl: "Zastąp wszystkie kursy")
        package static let replaceLead = Phrase(
            en: "Paste a table with the header date,from,to,rate. It takes the place of all rates that are there.",
            fr: "Collez un tableau avec l'en-tête date,from,to,rate. Il remplace tous les taux existants.",
            pl: "Wklej tabelę z nagłówkiem date,from,to,rate. Zastąpi ona wszystkie obecne kursy.")
        package static let table = Phrase(en: "Table of rates", fr: "Tableau des taux", pl: "Tabela kursów")
        package static let replaceButton = Phrase(en: "Replace all", fr: "Tout remplacer", pl: "Zastąp wszystkie")
        package static let download = Phrase(en: "Download as CSV", fr: "Télécharger en CSV", pl: "Pobierz jako CSV")
        package static let newest = Phrase(en: "The latest rates", fr: "Les taux les plus récents", pl: "Najnowsze kursy")
        package static let help = Phrase(
            en:
                "Rates are never fetched from anywhere: they are yours, so that a figure is the same tomorrow. With new rates every customer is counted anew, and the model is fitted again.",
            fr:
                "Les taux ne sont jamais téléchargés : ce sont les vôtres, si bien qu'un chiffre reste le même demain. Avec de nouveaux taux, chaque client est recompté et le modèle est réajusté.",
            pl:
                "Kursy nie są znikąd pobierane: są Twoje, dzięki czemu liczba jutro będzie taka sama. Po zmianie kursów każdy klient jest liczony od nowa, a model dopasowywany ponownie."
        )
    }
}

extension Words {
    /// How many rates there are.
    public func ratesKept(_ number: Int) -> String { count(number, .rates) }

    /// Of a long list only the newest are shown.
    public func newestOf(_ shown: Int, _ all: Int) -> String {
        let (some, every) = (format.number(shown), format.number(all))
        return text(
            en: "The newest \(some) of \(every) are shown.", fr: "Les \(some) plus récents sur \(every) sont affichés.",
            pl: "Pokazano najnowsze \(some) z \(every).")
    }

    /// A fault in a table that was pasted.
    public func lineWrong(_ line: Int?, column: String?) -> String {
        guard let line else {
            return text(
                en: "The table cannot be read. It has the header date,from,to,rate and rows such as 2024-12-31,USD,EUR,0.9626.",
                fr: "Le tableau est illisible. Il a l'en-tête date,from,to,rate et des lignes comme 2024-12-31,USD,EUR,0.9626.",
                pl: "Nie można odczytać tabeli. Ma ona nagłówek date,from,to,rate i wiersze takie jak 2024-12-31,USD,EUR,0.9626.")
        }
        let number = format.number(line)
        let place = column.map { text(en: ", column \($0)", fr: ", colonne \($0)", pl: ", kolumna \($0)") } ?? ""
        return text(
            en: "Nothing was changed. Line \(number)\(place) is wrong.",
            fr: "Rien n'a été modifié. La ligne \(number)\(place) est erronée.",
            pl: "Niczego nie zmieniono. Wiersz \(number)\(place) jest błędny.")
    }
}

extension CountedNoun {
    /// Exchange rates.
    public static let rates = CountedNoun(en: ("rate", "rates"), fr: ("taux", "taux"), pl: ("kurs", "kursy", "kursów", "kursu"))
}
