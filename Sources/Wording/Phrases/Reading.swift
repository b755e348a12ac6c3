public import Facts

extension Phrase {
    /// What was read, and what was wrong with it.
    public enum Reading {
        package static let title = Phrase(
            en: "What was read, and what was wrong with it", fr: "Ce qui a été lu, et ce qui n'allait pas",
            pl: "Co wczytano i co było nie tak")
        package static let filesTitle = Phrase(en: "Files", fr: "Fichiers", pl: "Pliki")
        package static let file = Phrase(en: "File", fr: "Fichier", pl: "Plik")
        package static let form = Phrase(en: "Understood as", fr: "Compris comme", pl: "Rozpoznano jako")
        package static let rows = Phrase(en: "Rows", fr: "Lignes", pl: "Wiersze")
        package static let brought = Phrase(en: "Orders or refunds", fr: "Commandes ou remboursements", pl: "Zamówienia lub zwroty")
        package static let rowsTitle = Phrase(
            en: "What became of every row", fr: "Ce qu'est devenue chaque ligne", pl: "Co stało się z każdym wierszem")
        package static let countedTitle = Phrase(
            en: "What was counted and what was left out", fr: "Ce qui a été compté et ce qui a été laissé de côté",
            pl: "Co policzono, a co pominięto")
        package static let problemsTitle = Phrase(
            en: "Rows that could not be used", fr: "Lignes inutilisables", pl: "Wiersze, których nie można było użyć")
        package static let kind = Phrase(en: "Kind", fr: "Nature", pl: "Rodzaj")
        package static let reason = Phrase(en: "Reason", fr: "Raison", pl: "Powód")
        package static let number = Phrase(en: "Number", fr: "Nombre", pl: "Liczba")
        package static let amount = Phrase(en: "Amount", fr: "Montant", pl: "Kwota")
        package static let allUsed = Phrase(
            en: "Every row could be used.", fr: "Toutes les lignes ont pu être utilisées.", pl: "Wszystkie wiersze można było wykorzystać.")
        package static let seeRejects = Phrase(
            en: "--rejects FILE writes each of these rows with its line, column and reason.",
            fr: "--rejects FICHIER écrit chacune de ces lignes avec son numéro, sa colonne et la raison.",
            pl: "--rejects PLIK zapisuje każdy z tych wierszy z numerem, kolumną i powodem.")
        package static let standardInput = Phrase(en: "standard input", fr: "entrée standard", pl: "standardowe wejście")
        package static let assumed = Phrase(
            en: "form known from descriptions only", fr: "forme connue seulement par des descriptions",
            pl: "postać znana tylko z opisów")
        package static let statusesTitle = Phrase(
            en: "What each status was taken for", fr: "Comment chaque statut a été compris", pl: "Jak zrozumiano każdy status")
        package static let status = Phrase(en: "Status", fr: "Statut", pl: "Status")
        package static let takenFor = Phrase(en: "Taken for", fr: "Compris comme", pl: "Rozumiany jako")
        package static let notes = Phrase(
            en: "Notes of the reader (in English)", fr: "Notes de lecture (en anglais)", pl: "Uwagi z wczytywania (po angielsku)")
        package static let nothingRead = Phrase(
            en: "It is not recorded how these orders were read.", fr: "La lecture de ces commandes n'a pas été consignée.",
            pl: "Nie zapisano, jak wczytano te zamówienia.")
    }

    /// What can become of a row.
    public enum RowOutcome {
        package static let orders = Phrase(en: "orders", fr: "commandes", pl: "zamówienia")
        package static let linesMerged = Phrase(
            en: "further lines of an order", fr: "autres lignes d'une commande", pl: "kolejne pozycje zamówienia")
        package static let duplicates = Phrase(
            en: "seen before, counted once", fr: "déjà lues, comptées une fois", pl: "powtórzone, policzone raz")
        package static let cancelled = Phrase(en: "cancelled orders", fr: "commandes annulées", pl: "anulowane zamówienia")
        package static let notPaid = Phrase(
            en: "not paid, failed or draft", fr: "non payées, échouées ou brouillons", pl: "nieopłacone, nieudane lub robocze")
        package static let tests = Phrase(en: "test orders", fr: "commandes de test", pl: "zamówienia testowe")
        package static let credits = Phrase(en: "lines of credit notes", fr: "lignes d'avoirs", pl: "pozycje korekt")
        package static let free = Phrase(en: "free lines", fr: "lignes gratuites", pl: "darmowe pozycje")
        package static let adjustments = Phrase(en: "adjustments", fr: "ajustements", pl: "korekty ręczne")
        package static let rejected = Phrase(en: "could not be used", fr: "inutilisables", pl: "nie można było użyć")
        package static let refunds = Phrase(en: "refunds", fr: "remboursements", pl: "zwroty")
        package static let refundsOfSetAside = Phrase(
            en: "refunds of orders that are not counted", fr: "remboursements de commandes non comptées",
            pl: "zwroty zamówień, których nie policzono")
        package static let duplicateRefunds = Phrase(
            en: "refunds seen before", fr: "remboursements déjà lus", pl: "powtórzone zwroty")
        package static let conflicts = Phrase(
            en: "order numbers met again with other content: the first was kept",
            fr: "numéros de commande revus avec un autre contenu : le premier a été gardé",
            pl: "numery zamówień powtórzone z inną treścią: zachowano pierwsze")
    }

    /// What was counted, netted and left out after reading.
    public enum Counted {
        package static let purchases = Phrase(en: "orders that count", fr: "commandes comptées", pl: "policzone zamówienia")
        package static let sameDay = Phrase(
            en: "orders on a day with another of the same customer (one purchase day each)",
            fr: "commandes passées le même jour qu'une autre du même client (un seul jour d'achat)",
            pl: "zamówienia w tym samym dniu co inne tego klienta (jeden dzień zakupu)")
        package static let zeroValue = Phrase(
            en: "orders of value zero, left out", fr: "commandes de montant nul, écartées", pl: "zamówienia o wartości zero, pominięte")
        package static let afterAsOf = Phrase(
            en: "orders after the last day that counts, left out", fr: "commandes après le dernier jour compté, écartées",
            pl: "zamówienia po ostatnim liczonym dniu, pominięte")
        package static let inFuture = Phrase(
            en: "of them dated in the future", fr: "dont datées dans le futur", pl: "w tym z datą w przyszłości")
        package static let refunded = Phrase(
            en: "refunds taken off their orders", fr: "remboursements déduits de leurs commandes", pl: "zwroty odjęte od zamówień")
        package static let fullyRefunded = Phrase(
            en: "orders given back in full: no purchases", fr: "commandes remboursées en totalité : pas des achats",
            pl: "zamówienia zwrócone w całości: nie są zakupami")
        package static let unmatchedRefunds = Phrase(
            en: "refunds without an order to take them off: they lower the customer's past value only",
            fr: "remboursements sans commande correspondante : ils réduisent seulement la valeur passée du client",
            pl: "zwroty bez zamówienia, od którego można je odjąć: obniżają tylko dotychczasową wartość klienta")
        package static let unknownRefunds = Phrase(
            en: "refunds of people without an order: not counted", fr: "remboursements de personnes sans commande : non comptés",
            pl: "zwroty osób bez zamówienia: nie policzone")
        package static let refundsAfterAsOf = Phrase(
            en: "refunds after the last day that counts, left out", fr: "remboursements après le dernier jour compté, écartés",
            pl: "zwroty po ostatnim liczonym dniu, pominięte")
        package static let refundsHeldAside = Phrase(
            en: "refunds in another currency, held aside", fr: "remboursements dans une autre devise, mis de côté",
            pl: "zwroty w innej walucie, odłożone")
        package static let withoutPurchase = Phrase(
            en: "customers whose orders were all given back or free",
            fr: "clients dont toutes les commandes ont été remboursées ou gratuites",
            pl: "klienci, których wszystkie zamówienia zwrócono lub były darmowe")
        package static let withoutCustomer = Phrase(
            en: "orders without a customer: in no figure", fr: "commandes sans client : dans aucun chiffre",
            pl: "zamówienia bez klienta: nieuwzględnione w żadnej liczbie")
        package static let overflow = Phrase(
            en: "a sum was too large to count and was held at its limit", fr: "une somme trop grande a été plafonnée",
            pl: "jedna z sum była za duża i zatrzymano ją na granicy")
    }
}

extension Words {
    /// Orders in another currency, converted.
    public func converted(_ currency: Currency) -> String {
        text(
            en: "orders in \(currency.code), converted by the given rates",
            fr: "commandes en \(currency.code), converties aux taux fournis",
            pl: "zamówienia w \(currency.code), przeliczone po podanych kursach")
    }

    /// Orders in another currency without a rate.
    public func heldAside(_ currency: Currency) -> String {
        if currency == .none {
            return text(
                en: "orders without a currency, held aside (--rates gives rates)",
                fr: "commandes sans devise, mises de côté (--rates donne les taux)",
                pl: "zamówienia bez waluty, odłożone (--rates podaje kursy)")
        }
        return text(
            en: "orders in \(currency.code), held aside: no rate (--rates gives one)",
            fr: "commandes en \(currency.code), mises de côté : pas de taux (--rates en donne un)",
            pl: "zamówienia w \(currency.code), odłożone: brak kursu (podaje go --rates)")
    }

    /// Which days count as days.
    public func daysOf(zone: String) -> String {
        text(en: "Days are those of \(zone).", fr: "Les jours sont ceux de \(zone).", pl: "Dni według strefy \(zone).")
    }
}

extension Phrase {
    /// What a status of an order was taken for.
    public enum StatusMeaning {
        package static let paid = Phrase(en: "paid", fr: "payée", pl: "opłacone")
        package static let cancelled = Phrase(en: "cancelled", fr: "annulée", pl: "anulowane")
        package static let refunded = Phrase(en: "refunded", fr: "remboursée", pl: "zwrócone")
        package static let ignored = Phrase(en: "not counted", fr: "non comptée", pl: "nieliczone")
    }
}

extension Phrase {
    /// What a file can be understood as.
    public enum FileForm {
        package static let plain = Phrase(
            en: "Perennial's own form", fr: "forme propre à Perennial", pl: "własna postać programu Perennial")
        package static let generic = Phrase(en: "a table of orders", fr: "tableau de commandes", pl: "tabela zamówień")
        package static let refunds = Phrase(en: "a table of refunds", fr: "tableau de remboursements", pl: "tabela zwrotów")
        package static let onlineRetail = Phrase(
            en: "UCI Online Retail invoices", fr: "factures UCI Online Retail", pl: "faktury UCI Online Retail")
        package static let prestaShop = Phrase(
            en: "PrestaShop orders (SQL Manager)", fr: "commandes PrestaShop (SQL Manager)", pl: "zamówienia z PrestaShop (SQL Manager)")
        package static let shopify = Phrase(en: "Shopify orders", fr: "commandes Shopify", pl: "zamówienia z Shopify")
        package static let wooCommerce = Phrase(en: "WooCommerce orders", fr: "commandes WooCommerce", pl: "zamówienia z WooCommerce")
        package static let shoper = Phrase(en: "Shoper orders", fr: "commandes Shoper", pl: "zamówienia z Shoper")
        package static let baseLinker = Phrase(en: "BaseLinker orders", fr: "commandes BaseLinker", pl: "zamówienia z BaseLinker")
        package static let bigCommerce = Phrase(en: "BigCommerce orders", fr: "commandes BigCommerce", pl: "zamówienia z BigCommerce")
        package static let magento = Phrase(
            en: "Adobe Commerce (Magento) orders", fr: "commandes Adobe Commerce (Magento)", pl: "zamówienia z Adobe Commerce (Magento)")
        package static let klaviyo = Phrase(en: "Klaviyo profiles", fr: "profils Klaviyo", pl: "profile z Klaviyo")
        package static let mailchimp = Phrase(en: "a Mailchimp audience", fr: "audience Mailchimp", pl: "odbiorcy z Mailchimp")

        private static let all: [String: Phrase] = [
            "plain": plain, "shopify": shopify, "wooCommerce": wooCommerce, "onlineRetail": onlineRetail, "prestaShop": prestaShop,
            "shoper": shoper, "baseLinker": baseLinker, "magento": magento, "bigCommerce": bigCommerce, "generic": generic,
        ]

        /// The form of a file of orders, by the name that its reader gives it.
        package static func of(_ name: String) -> Phrase? { all[name] }
    }
}
