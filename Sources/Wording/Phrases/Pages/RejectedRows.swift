extension Phrase {
    /// Why rows of files are not understood.
    public enum RejectedRows {
        private static let reasons: [String: Phrase] = [
            "no-customer": Phrase(en: "no customer", fr: "pas de client", pl: "brak klienta"),
            "no-order-id": Phrase(en: "no order number", fr: "pas de numéro de commande", pl: "brak numeru zamówienia"),
            "no-date": Phrase(en: "no date", fr: "pas de date", pl: "brak daty"),
            "date": Phrase(en: "the date is not understood", fr: "date non comprise", pl: "data niezrozumiała"),
            "sheet-date": Phrase(
                en: "the date is a spreadsheet's number of days: format the column as a date there, and save as CSV UTF-8 again",
                fr:
                    "la date est un nombre de jours du tableur : mettez la colonne au format date, puis enregistrez de nouveau en CSV UTF-8",
                pl: "data jest liczbą dni z arkusza: nadaj kolumnie format daty i zapisz ponownie jako CSV UTF-8"),
            "unknown-currency": Phrase(
                en: "no currency has this code: ISO 4217 has EUR, PLN, USD and so on",
                fr: "aucune devise n'a ce code : l'ISO 4217 connaît EUR, PLN, USD, etc.",
                pl: "żadna waluta nie ma tego kodu: w ISO 4217 są EUR, PLN, USD i tak dalej"),
            "too-far-ahead": Phrase(
                en: "dated more than a year ahead: the date may have been misread",
                fr: "datées de plus d'un an dans le futur : la date a peut-être été mal lue",
                pl: "z datą ponad rok naprzód: być może źle odczytano datę"),
            "too-large": Phrase(
                en: "worth more than an order may be", fr: "montant supérieur au maximum d'une commande",
                pl: "kwota większa, niż może mieć zamówienie"),
            "no-value": Phrase(en: "no amount", fr: "pas de montant", pl: "brak kwoty"),
            "value": Phrase(en: "the amount is not understood", fr: "montant non compris", pl: "kwota niezrozumiała"),
            "negative-value": Phrase(
                en: "the amount is negative: refunds belong in a file of their own",
                fr: "montant négatif : les remboursements vont dans leur propre fichier",
                pl: "kwota ujemna: zwroty należą do osobnego pliku"),
            "quantity": Phrase(en: "the quantity is not understood", fr: "quantité non comprise", pl: "ilość niezrozumiała"),
            "currency": Phrase(en: "the currency is not understood", fr: "devise non comprise", pl: "waluta niezrozumiała"),
            "refunded-amount": Phrase(
                en: "the refunded amount is not understood", fr: "montant remboursé non compris", pl: "zwrócona kwota niezrozumiała"),
            "too-few-columns": Phrase(
                en: "fewer columns than the header", fr: "moins de colonnes que l'en-tête", pl: "mniej kolumn niż w nagłówku"),
            "too-many-columns": Phrase(
                en: "more columns than the header", fr: "plus de colonnes que l'en-tête", pl: "więcej kolumn niż w nagłówku"),
            "not-text": Phrase(
                en: "other characters than the rest of the file", fr: "autres caractères que le reste du fichier",
                pl: "inne znaki niż reszta pliku"),
            "too-long": Phrase(en: "too long", fr: "trop long", pl: "za długie"),
            "status-too-long": Phrase(
                en: "longer than any status: the column holds something else",
                fr: "plus long qu'un statut : la colonne contient autre chose",
                pl: "dłuższe niż jakikolwiek status: kolumna zawiera coś innego"),
            "too-many-statuses": Phrase(
                en: "more statuses than any shop has: the column holds something else",
                fr: "plus de statuts que n'en a une boutique : la colonne contient autre chose",
                pl: "więcej statusów niż w jakimkolwiek sklepie: kolumna zawiera coś innego"),
            "conflicting-order": Phrase(
                en: "an order number met before with other content", fr: "numéro de commande déjà vu avec un autre contenu",
                pl: "numer zamówienia wystąpił już z inną treścią"),
            "conflicting-refund": Phrase(
                en: "a refund number met before with other content", fr: "numéro de remboursement déjà vu avec un autre contenu",
                pl: "numer zwrotu wystąpił już z inną treścią"),
            "refund-of-unknown-customer": Phrase(
                en: "a refund of a customer without any order", fr: "remboursement d'un client sans commande",
                pl: "zwrot klienta bez żadnego zamówienia"),
            "nobody": Phrase(
                en: "nobody is named: no e-mail and no number of a customer", fr: "personne n'est nommé : ni e-mail ni numéro de client",
                pl: "nikogo nie wskazano: brak e-maila i numeru klienta"),
            "email": Phrase(en: "no e-mail address", fr: "pas une adresse e-mail", pl: "to nie adres e-mail"),
            "metric": Phrase(en: "no name of an event", fr: "pas de nom d'événement", pl: "brak nazwy zdarzenia"),
            "properties": Phrase(
                en: "the properties are no JSON object", fr: "les propriétés ne sont pas un objet JSON",
                pl: "właściwości nie są obiektem JSON"),
            "too-many-metrics": Phrase(
                en: "a metric more than the shop may have: events of one kind share a name",
                fr: "un indicateur de plus que la boutique ne peut en avoir : les événements d'un même type portent le même nom",
                pl: "o jedną metrykę za dużo: zdarzenia jednego rodzaju mają wspólną nazwę"),
            "too-many-properties": Phrase(
                en: "one property more than a shop may have", fr: "une propriété de plus que le maximum d'une boutique",
                pl: "o jedną właściwość więcej, niż może mieć sklep"),
            "consent": Phrase(en: "the consent is not understood", fr: "consentement non compris", pl: "zgoda niezrozumiała"),
        ]

        /// What a reason is called; `nil` for one that has no words yet.
        package static func of(_ code: String) -> Phrase? { reasons[code] }
    }

    /// What a column of a file of orders holds.
    public enum OrderColumns {
        package static let customer = Phrase(en: "Customer's number", fr: "Numéro du client", pl: "Numer klienta")
        package static let email = Phrase(en: "Customer's e-mail", fr: "E-mail du client", pl: "E-mail klienta")
        package static let order = Phrase(en: "Order number", fr: "Numéro de commande", pl: "Numer zamówienia")
        package static let date = Phrase(en: "Date", fr: "Date", pl: "Data")
        package static let value = Phrase(en: "Amount", fr: "Montant", pl: "Kwota")
        package static let currency = Phrase(en: "Currency", fr: "Devise", pl: "Waluta")
        package static let status = Phrase(en: "Status", fr: "Statut", pl: "Status")
        package static let refunded = Phrase(en: "Refunded", fr: "Remboursé", pl: "Zwrócono")
        package static let shipping = Phrase(en: "Shipping", fr: "Livraison", pl: "Dostawa")
        package static let tax = Phrase(en: "Tax", fr: "Taxe", pl: "Podatek")
        package static let quantity = Phrase(en: "Quantity", fr: "Quantité", pl: "Ilość")
        package static let unitPrice = Phrase(en: "Price of one", fr: "Prix unitaire", pl: "Cena jednostkowa")
        package static let source = Phrase(en: "Where it came from", fr: "Origine", pl: "Skąd")
        package static let product = Phrase(en: "Product", fr: "Produit", pl: "Produkt")
        package static let discount = Phrase(en: "Discount code", fr: "Code promo", pl: "Kod rabatowy")
    }
}
