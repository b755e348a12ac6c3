/// What the statuses of shops mean.
///
/// Only words that always mean the same are listed; a word that means different things in different shops (`new`, `open`,
/// `closed` outside Magento) is unknown, and the person is asked.
enum StatusWords {
    /// The meaning of a status as a shop writes it; `nil` when it is not known for this kind of file.
    ///
    /// Case, spaces, punctuation and diacritics do not matter; `wc-` before a WooCommerce status neither.
    static func meaning(of text: String, dialect: Dialect) -> OrderStatus? {
        var key = FoldedText.fold(text)
        if key.hasPrefix("wc ") { key.removeFirst(3) }
        return particular[dialect]?[key] ?? common[key]
    }

    private static let common = table([
        .paid: """
        paid, partially paid, fully paid, payment accepted, payment received, payment complete, payment completed
        remote payment accepted, paid out of stock, captured, settled, succeeded, success, approved, invoiced, processing
        complete, completed, fulfilled, partially fulfilled, shipped, partially shipped, dispatched, sent, in transit
        out for delivery, delivered, picked up, collected, finished, processing in progress, preparation in progress
        awaiting fulfillment, awaiting fulfilment, awaiting shipment, awaiting pickup, awaiting collection, ready for pickup
        ready to ship, partially refunded, partial refund, on backorder paid
        payé, payée, payés, payées, réglé, réglée, paiement accepté, paiement à distance accepté, paiement reçu, paiement effectué
        en cours de préparation, en préparation, préparation en cours, en cours de traitement, en cours d'expédition
        en cours de livraison, expédié, expédiée, envoyé, envoyée, livré, livrée, terminé, terminée, traitée, achevée
        partiellement remboursé, partiellement remboursée, remboursement partiel, remboursée partiellement
        en attente de réapprovisionnement payé, prête à expédier, en attente d'expédition, en attente de retrait
        opłacone, opłacony, opłacona, zapłacone, zapłacono, płatność zaakceptowana, płatność przyjęta, płatność otrzymana
        płatność zakończona, zrealizowane, zrealizowany, zrealizowana, zakończone, w realizacji, w trakcie realizacji
        przyjęte do realizacji, przekazane do realizacji, przygotowanie w toku, w przygotowaniu, spakowane, gotowe do wysyłki
        gotowe do odbioru, do wysłania, do wysyłki, wysłane, wysłany, wysłana, wysłano, przesyłka wysłana, w drodze, dostarczane
        w dostawie, w doręczeniu, dostarczone, dostarczony, dostarczona, doręczone, odebrane, zamówienie zrealizowane
        zamówienie wysłane, częściowo zwrócone, częściowy zwrot, zamówienie oczekujące opłacone, brak towaru opłacone
        """,
        .cancelled: """
        cancelled, canceled, cancelled by customer, canceled by customer, voided, void, rejected, cancelled reversal
        annulé, annulée, annulés, annulées, commande annulée, annulée par le client, rejetée
        anulowane, anulowany, anulowana, anulowano, zamówienie anulowane, anulowane przez klienta, anulowane przez sklep, odrzucone
        """,
        .refunded: """
        refunded, fully refunded, returned, charged back, chargeback, reversed
        remboursé, remboursée, remboursés, remboursées, retourné, retournée
        zwrócone, zwrócony, zwrócona, zwrot, zwroty, zwrot środków, zwrot pieniędzy, zwróconych pieniędzy, zwrot przyjęty
        """,
        .ignored: """
        pending, pending payment, payment pending, awaiting payment, waiting for payment, waiting payment, unpaid, not paid
        on hold, hold, onhold, failed, payment failed, payment error, declined, expired, authorized, payment review, incomplete
        awaiting check payment, awaiting cheque payment, awaiting bank wire payment, awaiting bank wire, awaiting paypal payment
        awaiting cash on delivery validation, on backorder not paid, manual verification required, abandoned
        draft, checkout draft, auto draft, test, trash, suspected fraud, fraud
        en attente, en attente de paiement, attente paiement, attente de paiement, en attente du paiement, paiement en attente
        en attente du paiement par chèque, en attente de paiement par chèque, en attente de virement bancaire
        en attente du virement bancaire, en attente du paiement par virement bancaire, en attente de paiement paypal
        en attente du paiement paypal, en attente de paiement à la livraison, en attente du paiement à la livraison
        en attente de réapprovisionnement non payé, non payé, non payée, impayé, impayée, échoué, échouée, échec, échec du paiement
        erreur de paiement, refusé, refusée, brouillon, expiré, expirée, corbeille
        oczekujące, oczekujące na płatność, oczekuje na płatność, oczekiwanie na płatność, oczekiwanie na płatność czekiem
        oczekiwanie płatności czekiem, oczekiwanie na płatność przelewem, oczekiwanie na płatność przelewem bankowym
        oczekiwanie na płatność paypal, oczekiwanie na płatność przy odbiorze, oczekuje na wpłatę, oczekiwanie na wpłatę
        oczekujące na wpłatę, nieopłacone, niezapłacone, nieopłacony, wstrzymane, wstrzymano, nieudane, nie powiodło się
        niepowodzenie, błąd płatności, płatność odrzucona, płatność nieudana, szkic, robocze, wersja robocza, testowe, testowy, kosz
        zamówienie oczekujące nieopłacone, wygasłe
        """,
    ])

    private static let particular: [Dialect: Table] = [
        // WooCommerce calls an order that is paid and not yet sent "processing": En cours, W trakcie realizacji.
        .wooCommerce: table([
            .paid: "en cours, w toku, przetwarzane, przetwarzanie",
            .ignored: "attente, w oczekiwaniu",
        ]),
        // The ids of PrestaShop's first ten default states are the same in every version; later ones differ, so they are asked about.
        .prestaShop: table([
            .paid: "2, 3, 4, 5, en cours, dostawa w toku",
            .cancelled: "6",
            .refunded: "7",
            .ignored: "1, 8, 10",
        ]),
        // The v2 orders resource's status ids. 13, disputed, may end either way.
        .bigCommerce: table([
            .paid: "2, 3, 8, 9, 10, 11, 14",
            .cancelled: "5",
            .refunded: "4",
            .ignored: "0, 1, 6, 7, 12",
        ]),
        // A Magento order is closed by a credit memo for all of it.
        .magento: table([
            .refunded: "closed",
            .ignored: "new, pending paypal, payment review, holded",
        ]),
        .baseLinker: table([
            .paid: "do spakowania, do realizacji, spakowane do wysyłki"
        ]),
        .shoper: table([
            .paid: "oczekiwanie na dostawę, przygotowane do wysyłki",
            .ignored: "złożone nieopłacone",
        ]),
    ]

    /// Words that an edit has put under two meanings of one table; always empty, or the meaning would depend on the order of lines.
    static var wordsListedTwice: [String] {
        common.repeated + particular.values.flatMap(\.repeated)
    }

    /// Folded words with their meaning.
    private struct Table {
        var meanings: [String: OrderStatus] = [:]
        var repeated: [String] = []

        subscript(word: String) -> OrderStatus? { meanings[word] }
    }

    private static func table(_ words: KeyValuePairs<OrderStatus, String>) -> Table {
        var table = Table()
        for (status, text) in words {
            for word in text.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
                let key = FoldedText.fold(String(word))
                let earlier = table.meanings.updateValue(status, forKey: key)
                if let earlier, earlier != status { table.repeated.append(key) }
            }
        }
        return table
    }
}
