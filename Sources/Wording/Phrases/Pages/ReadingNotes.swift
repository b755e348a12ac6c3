extension Phrase {
    /// What whoever brings a file should know of how it was read. `{0}` and so on stand for names and numbers of the file.
    public enum ReadingNotes {
        private static let all: [String: Phrase] = [
            "other-letters-unread": Phrase(
                en: "The file is not UTF-8, but only in columns that are not read.",
                fr: "Le fichier n'est pas en UTF-8, mais seulement dans des colonnes qui ne sont pas lues.",
                pl: "Plik nie jest w UTF-8, ale tylko w kolumnach, które nie są czytane."),
            "other-letters-in-labels": Phrase(
                en: "The file is not UTF-8, but only in columns on which no order depends.",
                fr: "Le fichier n'est pas en UTF-8, mais seulement dans des colonnes dont aucune commande ne dépend.",
                pl: "Plik nie jest w UTF-8, ale tylko w kolumnach, od których nie zależy żadne zamówienie."),
            "read-as": Phrase(
                en: "The file is not UTF-8; it was read as {0}, judging by its letters.",
                fr: "Le fichier n'est pas en UTF-8 ; d'après ses lettres, il a été lu en {0}.",
                pl: "Plik nie jest w UTF-8; sądząc po literach, odczytano go jako {0}."),
            "other-letters-later": Phrase(
                en: "The file is not UTF-8 throughout (first on line {0}); rows where that matters are not taken in.",
                fr: "Le fichier n'est pas entièrement en UTF-8 (d'abord à la ligne {0}) ; les lignes où cela compte ne sont pas importées.",
                pl: "Plik nie jest w całości w UTF-8 (najpierw w wierszu {0}); wiersze, w których to ważne, nie są wczytywane."),
            "unused-columns": Phrase(
                en: "Columns that are not used: {0}.", fr: "Colonnes non utilisées : {0}.", pl: "Nieużywane kolumny: {0}."),
            "refunds-without-date": Phrase(
                en: "No column holds the date: refunds count from their orders' own time.",
                fr: "Aucune colonne ne contient la date : les remboursements comptent à la date de leurs commandes.",
                pl: "Żadna kolumna nie zawiera daty: zwroty liczą się od daty swoich zamówień."),
            "product-taken": Phrase(
                en: "“{0}” (column {1}) is taken as the product, not “{2}” (column {3}).",
                fr: "« {0} » (colonne {1}) est pris comme produit, et non « {2} » (colonne {3}).",
                pl: "Za produkt uznano „{0}” (kolumna {1}), a nie „{2}” (kolumna {3})."),
            "discount-taken": Phrase(
                en: "“{0}” (column {1}) is taken as the discount code, not “{2}” (column {3}).",
                fr: "« {0} » (colonne {1}) est pris comme code promo, et non « {2} » (colonne {3}).",
                pl: "Za kod rabatowy uznano „{0}” (kolumna {1}), a nie „{2}” (kolumna {3})."),
            "amounts-in": Phrase(
                en: "Amounts are taken as {0}, as the name of the column “{1}” says.",
                fr: "Les montants sont pris en {0}, comme le dit le nom de la colonne « {1} ».",
                pl: "Kwoty uznano za {0}, jak mówi nazwa kolumny „{1}”."),
            "assumed-form": Phrase(
                en: "No published sample of this form is known ({0}): check the totals against the shop's own.",
                fr: "Aucun exemple publié de cette forme n'est connu ({0}) : comparez les totaux à ceux de la boutique.",
                pl: "Nie ma opublikowanego przykładu tej postaci ({0}): porównaj sumy z danymi sklepu."),
            "no-order-number": Phrase(
                en: "No column holds the order's number: each row is an order, and a repeated row cannot be told from a second order.",
                fr:
                    "Aucune colonne ne contient le numéro de commande : chaque ligne est une commande, et une ligne répétée ne se distingue pas d'une seconde commande.",
                pl:
                    "Żadna kolumna nie zawiera numeru zamówienia: każdy wiersz to zamówienie, a powtórzonego wiersza nie da się odróżnić od drugiego zamówienia."
            ),
            "customer-may-be-name": Phrase(
                en: "“{0}” is taken as the customer's number; if it holds names, choose another column.",
                fr: "« {0} » est pris comme numéro du client ; s'il contient des noms, choisissez une autre colonne.",
                pl: "„{0}” uznano za numer klienta; jeśli zawiera nazwiska, wybierz inną kolumnę."),
            "times-in-utc": Phrase(
                en: "Times of “{0}” are read as UTC.", fr: "Les heures de « {0} » sont lues en UTC.",
                pl: "Czasy z „{0}” są czytane jako UTC."),
            "new-number-for-guests": Phrase(
                en: "Guests have a new id_customer each time; a query in the manual gives their e-mail as well.",
                fr: "Les invités ont chaque fois un nouvel id_customer ; une requête du manuel donne aussi leur e-mail.",
                pl: "Goście mają za każdym razem nowy id_customer; zapytanie z podręcznika podaje też ich e-mail."),
            "total-once-per-order": Phrase(
                en: "Rows are lines of orders; “{0}” is taken as the order's total and counts once per order.",
                fr:
                    "Les lignes sont des articles de commandes ; « {0} » est pris comme total de la commande et compte une fois par commande.",
                pl: "Wiersze są pozycjami zamówień; „{0}” uznano za sumę zamówienia, liczoną raz na zamówienie."),
            "shipping-tax-twice": Phrase(
                en: "Where the cost of shipping includes its tax, that tax is taken off twice: with shipping and with the tax.",
                fr:
                    "Si le coût de livraison comprend sa taxe, cette taxe est déduite deux fois : avec la livraison et avec la taxe.",
                pl: "Jeśli koszt dostawy zawiera podatek, jest on odejmowany dwa razy: z dostawą i z podatkiem."),
            "subscribed-by-name": Phrase(
                en: "Its people subscribed, judging by the file's name.",
                fr: "Ses personnes sont inscrites, d'après le nom du fichier.", pl: "Sądząc po nazwie pliku, te osoby się zapisały."),
            "shared-sign": Phrase(
                en: "Amounts carry {0}, which several currencies share: say below which one is meant.",
                fr: "Les montants portent {0}, commun à plusieurs devises : précisez laquelle.",
                pl: "Kwoty mają znak {0}, wspólny dla kilku walut: określ, o którą chodzi."),
            "negative-refunds": Phrase(
                en: "Refunds written as negative amounts and taken as positive: {0}.",
                fr: "Remboursements écrits en négatif et pris en positif : {0}.",
                pl: "Zwroty zapisane jako kwoty ujemne i uznane za dodatnie: {0}."),
            "local-phones": Phrase(
                en:
                    "Phone numbers without an international form such as +48601234567: {0}. They are kept as the property “{1}” and do not tell who somebody is.",
                fr:
                    "Numéros de téléphone sans forme internationale comme +33612345678 : {0}. Ils sont gardés dans la propriété « {1} » et n'identifient personne.",
                pl:
                    "Numery telefonów bez postaci międzynarodowej, takiej jak +48601234567: {0}. Zachowano je jako właściwość „{1}”; nie identyfikują osoby."
            ),
        ]

        /// Orders of which `{0}` are worth more than a thousand times the usual `{2}`, the largest `{1}`.
        package static let farAbove = Phrase(
            en:
                "Far above the others: {0} of more than 1,000 times the usual order ({2}); the largest is {1}. Check the decimal mark and the currency. They are taken in as they are.",
            fr:
                "Bien au-dessus des autres : {0} de plus de 1 000 fois la commande habituelle ({2}) ; la plus élevée est de {1}. Vérifiez la décimale et la devise. Elles sont importées telles quelles.",
            pl:
                "Znacznie powyżej pozostałych: {0} o wartości ponad 1000 razy większej niż zwykle ({2}); największe to {1}. Sprawdź znak dziesiętny i walutę. Zostaną wczytane bez zmian."
        )

        /// The words of a note; `nil` for one that has none yet.
        package static func of(_ code: String) -> Phrase? { all[code] }
    }
}

extension Words {
    /// A phrase with names and numbers in the places that `{0}`, `{1}` and so on keep for them. What they hold is never read again.
    public func filled(_ phrase: Phrase, _ values: [String]) -> String {
        var text = ""
        var rest = Substring(self(phrase))
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            let after = rest[rest.index(after: open)...]
            guard let close = after.firstIndex(of: "}"), let place = Int(after[..<close]) else { return text + rest[open...] }
            text += place < values.count ? values[place] : "–"
            rest = after[after.index(after: close)...]
        }
        return text + rest
    }

    /// A note of how a file was read; `nil` for one that has no words yet.
    public func readingNote(_ code: String, _ values: [String]) -> String? { Phrase.ReadingNotes.of(code).map { filled($0, values) } }

    /// Why a file cannot be read; `nil` for a reason that has no words yet.
    public func readingFault(_ code: String, _ values: [String]) -> String? { Phrase.ReadingFaults.of(code).map { filled($0, values) } }
}
