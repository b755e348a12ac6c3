import Facts

/// The first line of a file, each name beside its folded form.
struct Header {
    /// One column's name.
    struct Column {
        /// The place, from 0.
        let index: Int
        /// As written, without outer spaces, quotes and byte order mark.
        let text: String
        /// Folded by ``FoldedText``.
        let key: String
        /// The folded name without a currency at its end: `total` for `Total (EUR)`.
        let amountKey: String
        /// The currency that the name tells.
        let currency: Currency?
    }

    /// The languages whose shops write headers of their own, as far as they are told apart.
    enum Language {
        case english, french, polish
        /// German, Spanish, Italian, Dutch.
        case other
    }

    let columns: [Column]
    /// By folded name, the columns that bear it.
    private let indices: [String: [Int]]

    init(_ names: [String]) {
        let columns = names.enumerated().map { Header.column($0.offset, $0.element) }
        var indices: [String: [Int]] = [:]
        for column in columns where !column.key.isEmpty {
            indices[column.key, default: []].append(column.index)
            if column.amountKey != column.key { indices[column.amountKey, default: []].append(column.index) }
        }
        self.columns = columns
        self.indices = indices
    }

    /// Whether some column bears the folded name.
    func has(_ key: String) -> Bool { indices[key] != nil }

    /// Whether every folded name is borne by a column.
    func hasAll(_ keys: String...) -> Bool { keys.allSatisfy(has) }

    /// Whether one of the folded names is borne by a column.
    func hasAny(_ keys: String...) -> Bool { keys.contains(where: has) }

    /// The columns that bear a folded name, also those that add a currency to it.
    func columns(named key: String) -> [Int] { indices[key] ?? [] }

    /// Whether a column's words hold one of each list.
    func hasWords(_ lists: [Set<String>]) -> Bool {
        columns.contains { column in
            let words = Set(column.key.split(separator: " ").map(String.init))
            return lists.allSatisfy { !$0.isDisjoint(with: words) }
        }
    }

    /// The language that most names show; words that French or Polish share with English show nothing.
    var language: Language {
        var french = 0
        var polish = 0
        var other = 0
        for column in columns {
            let words = column.key.split(separator: " ").map(String.init)
            if words.contains(where: Header.frenchWords.contains) { french += 1 }
            if words.contains(where: Header.polishWords.contains) { polish += 1 }
            if words.contains(where: Header.otherWords.contains) { other += 1 }
        }
        if other > max(french, polish) { return .other }
        if polish > french { return .polish }
        return french > 0 ? .french : .english
    }

    /// The names as they may stand in a message: at most so many, each cut short.
    func listing(limit: Int = 24) -> String {
        let shown = columns.prefix(limit).map { QuotedValue.quote($0.text) }.joined(separator: ", ")
        return columns.count > limit ? "\(shown) and \(columns.count - limit) more" : shown
    }

    // MARK: - One name

    private static func column(_ index: Int, _ name: String) -> Column {
        var text = Substring(name)
        let isOuter: (Character) -> Bool = { $0.isWhitespace || $0 == "\"" || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
        while let first = text.first, isOuter(first) { text.removeFirst() }
        while let last = text.last, isOuter(last) { text.removeLast() }
        let key = FoldedText.fold(String(text))
        var words = key.split(separator: " ").map(String.init)
        var currency = Header.currencySigns.first { text.contains($0.sign) }.flatMap { Currency(code: $0.code) }
        if words.count > 1, let last = words.last, let code = Header.currencyWords[last] {
            currency = currency ?? Currency(code: code)
            words.removeLast()
            if words.count > 1, let joint = words.last, ["w", "in", "en"].contains(joint) { words.removeLast() }
        }
        return Column(index: index, text: String(text), key: key, amountKey: words.joined(separator: " "), currency: currency)
    }

    private static let currencySigns: [(sign: String, code: String)] = [("€", "EUR"), ("zł", "PLN"), ("£", "GBP")]

    private static let currencyWords: [String: String] = [
        "eur": "EUR", "euro": "EUR", "euros": "EUR", "pln": "PLN", "zl": "PLN", "gbp": "GBP", "usd": "USD", "chf": "CHF", "cad": "CAD",
        "czk": "CZK", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "huf": "HUF", "ron": "RON", "aud": "AUD",
    ]

    private static let otherWords: Set<String> = [
        "datum", "betrag", "kunde", "kunden", "kundennummer", "bestellnummer", "bestellnr", "bestelldatum", "bestellung", "gesamtbetrag",
        "wahrung",
        "menge", "umsatz", "fecha", "pedido", "importe", "moneda", "cliente", "ordine", "importo", "totale", "bedrag", "klant",
        "klantnummer",
        "bestelnummer", "besteldatum", "totaalbedrag", "rechnungsdatum", "auftrag", "summe",
    ]

    private static let frenchWords: Set<String> = [
        "commande", "commandes", "montant", "devise", "statut", "etat", "livraison", "courriel", "numero", "remise", "nom", "prenom",
        "adresse", "facturation", "tva", "ttc", "ht", "paiement", "reglement", "rembourse", "heure", "quantite", "prix", "achat", "client",
        "acheteur", "ville",
    ]

    private static let polishWords: Set<String> = [
        "zamowienia", "zamowienie", "kwota", "waluta", "klient", "klienta", "data", "dostawa", "dostawy", "wartosc", "razem", "suma",
        "imie", "nazwisko", "numer", "platnosc", "platnosci", "zwrot", "zwrotu", "ilosc", "cena", "zrodlo", "kupujacego", "brutto", "netto",
        "zlozenia", "miasto", "lacznie",
    ]
}
