/// What a column of an order or refund file can hold, and the names that say so.
enum ColumnRole: CaseIterable {
    case email, customerID, orderID, orderedAt, value, valueWithoutTax, lineTotal, quantity, unitPrice, currency, status, cancelledAt
    case test, paymentMethod, refunded, shipping, shippingWithoutTax, tax, source, tags, product, discount
    case refundID, refundedAt, refundValue

    /// The names in English, French, Polish and, for what no order can do without, German, Spanish, Italian and Dutch, folded, in tiers: a name of an earlier tier says it more surely.
    var tiers: [[String]] { ColumnRole.tiersByRole[self] ?? [] }

    /// The flag with which the person names the column, where there is one.
    var column: OrderColumn? {
        switch self {
        case .email: .email
        case .customerID: .customer
        case .orderID: .orderID
        case .orderedAt, .refundedAt: .orderedAt
        case .value, .valueWithoutTax, .lineTotal, .refundValue: .value
        case .quantity: .quantity
        case .unitPrice: .unitPrice
        case .currency: .currency
        case .status: .status
        case .refunded: .refunded
        case .shipping, .shippingWithoutTax: .shipping
        case .tax: .tax
        case .source: .source
        case .product: .product
        case .discount: .discount
        case .cancelledAt, .test, .paymentMethod, .tags, .refundID: nil
        }
    }

    private static let tiersByRole: [ColumnRole: [[String]]] = names.mapValues { tiers in
        tiers.map { tier in tier.split { $0 == "," || $0 == "\n" }.map { FoldedText.fold(String($0)) } }
    }

    /// Names of people (`client`, `klient`, `customer name`) are in no tier: a name never tells who a customer is.
    private static let names: [ColumnRole: [String]] = [
        .email: [
            """
            kunden email, email kunde, kundenemail, email cliente, correo del cliente, correo electronico del cliente, klant email, email klant
            customer email, email customer, customer email address, client email, email client, email du client, adresse email client
            adresse email du client, email klienta, adres email klienta, e-mail kupującego, adres e-mail kupującego, buyer email
            email acheteur
            """,
            "email, email address, adresse email, adres email, courriel, adresse courriel, user email, poczta elektroniczna",
            """
            billing email, email billing, billing address email, billing email address, email address billing, email facturation
            email de facturation, adresse email facturation, adresse email de facturation, email rozliczeniowy, email rozliczeniowe
            adres email rozliczeniowy, adres email rozliczeniowe, email płatności, adres email płatności
            """,
            "contact email, shipping email, email shipping, email livraison, email dostawy",
        ],
        .customerID: [
            // Olist gives each order a customer_id of its own; the person is customer_unique_id.
            "customer unique id",
            """
            kundennummer, kundennr, kunden nr, kunden id, kundenid, id cliente, codigo cliente, numero cliente, codice cliente, klantnummer, klantnr, klant id, klantid
            customer id, customerid, client id, clientid, id client, idclient, id du client, id customer, id klienta, klient id
            customer number, customer no, client number, numéro client, numéro de client, no client, n client, numer klienta, nr klienta
            customer code, client code, code client, kod klienta, customer key, customer ref, customer reference, référence client
            identifiant client, identyfikator klienta, cust id, custid, client no
            """,
            """
            user id, userid, id user, id użytkownika, użytkownik id, id utilisateur, utilisateur id, buyer id, id kupującego, id acheteur
            member id, account id, shopper id, profile id, contact id
            """,
            "login, buyer login, login kupującego, login klienta, username, nazwa użytkownika, nom d'utilisateur",
            "customer",
        ],
        .orderID: [
            """
            bestellnummer, bestellnr, bestell nr, bestellung id, bestell id, auftragsnummer, auftragsnr, id pedido, numero de pedido, numero pedido, nº pedido
            order id, orderid, id order, order identifier, id commande, id de commande, id de la commande, identifiant commande
            id zamówienia, zamówienie id
            """,
            """
            bestellung, auftrag, pedido, ordine, numero ordine, numero d'ordine, id ordine, bestelnummer, bestelnr, ordernummer, bestelling
            order number, order no, order nr, ordernumber, order, numéro de commande, numéro commande, numéro de la commande, n commande
            n de commande, no commande, no de commande, commande number, commande, numer zamówienia, nr zamówienia, zamówienie nr
            zamówienie number, zamówienie
            """,
            """
            rechnungsnummer, rechnungsnr, factura, numero factura, fattura, numero fattura, factuurnummer
            order reference, order ref, reference order, référence commande, référence de commande, référence de la commande, order name
            order code, increment id, invoice, invoice no, invoice number, invoice id, invoiceno, facture, numéro de facture, numer faktury
            nr faktury, receipt number, transaction id, transaction number, id transakcji, numer transakcji, numéro de transaction
            """,
            "id, number, numer, numéro, reference, ref, nr, no, n",
        ],
        .orderedAt: [
            """
            bestelldatum, auftragsdatum, fecha de pedido, fecha del pedido, fecha pedido, data ordine, data dell'ordine, besteldatum, orderdatum
            ordered at, order date, orderdate, date order, date ordered, order created at, order created, order placed at, order time
            order datetime, order date time, order timestamp, order purchase timestamp, date commande, date de commande, date de la commande
            date et heure de commande, data zamówienia, data złożenia, data złożenia zamówienia, data utworzenia zamówienia
            data i godzina zamówienia
            """,
            """
            erstellt am, kaufdatum, fecha de compra, fecha de creacion, data di acquisto, data creazione, aankoopdatum, aangemaakt op
            created at, date created, creation date, created, placed at, date placed, purchase date, purchased at, purchased on
            purchase timestamp, date de création, date d'achat, date achat, date add, data utworzenia, data dodania, data zakupu
            """,
            """
            datum, fecha, rechnungsdatum, fecha y hora, factuurdatum
            date, data, datetime, timestamp, date time, date heure, date et heure, data i godzina, transaction date, sale date, date de vente
            date vente, data sprzedaży, data transakcji, invoice date, date facture, date de facture, date de facturation, data faktury
            """,
            "date created gmt, day, jour, dzień, time",
            """
            paid at, date paid, date paid gmt, payment date, processed at, date paiement, date de paiement, data płatności, data wpłaty
            date confirmed, data potwierdzenia
            """,
        ],
        .value: [
            """
            bestellwert, gesamtbetrag, gesamtsumme, rechnungsbetrag, bruttobetrag, bestellsumme, importe total, total pedido, total del pedido, importo totale, totale ordine, totaalbedrag, orderbedrag, besteltotaal
            order total, ordertotal, order total amount, total order amount, order value, order amount, grand total, grand total purchased
            total amount, total price, total paid, total paid tax incl, total inc tax, total incl tax, total including tax
            total tax included, order total inc tax, order total incl tax, amount paid, gross total, total gross, gross amount, gross value
            total ttc, montant ttc, montant total ttc, total commande, total de la commande, montant commande, montant de la commande
            montant total, montant total de la commande, montant payé, wartość zamówienia, kwota zamówienia, suma zamówienia
            wartość zamówienia brutto, kwota brutto, wartość brutto, suma brutto, razem brutto, total brutto, wartość całkowita
            kwota całkowita, całkowita kwota zamówienia, kwota całkowita zamówienia, łączna kwota, łączna wartość
            """,
            """
            betrag, summe, umsatz, importe, importo, totale, bedrag, totaal, gesamt, brutto
            total, value, amount, sum, montant, kwota, wartość, suma, razem, łącznie, revenue, order revenue, payment value, gross sales
            total sales, sales, chiffre d'affaires, ca ttc, prix total, prix ttc, price paid, przychód, sprzedaż, do zapłaty
            """,
            "grand total base, base grand total, zapłacono, wpłacono, payment done, paid amount",
        ],
        .valueWithoutTax: [
            """
            order total ex tax, order total excl tax, total ex tax, total excl tax, total excluding tax, total tax excluded
            total paid tax excl, net total, total net, net amount, net value, net sales, net revenue, total ht, montant ht, montant total ht
            total hors taxe, total hors taxes, montant hors taxes, ca ht, wartość netto, kwota netto, suma netto, razem netto, total netto
            wartość zamówienia netto
            """
        ],
        .lineTotal: [
            """
            line total, order line total, row total, line amount, line item total, item total, total ligne, total de la ligne, montant ligne
            wartość pozycji, wartość linii
            """
        ],
        .quantity: [
            """
            menge, anzahl, stuckzahl, cantidad, unidades, quantita, aantal
            quantity, qty, item quantity, quantity ordered, qty ordered, units, quantité, qté, qte, ilość, liczba sztuk, sztuk, szt
            lineitem quantity
            """
        ],
        .unitPrice: [
            "unit price, unitprice, price per unit, price each, item price, item cost, prix unitaire, cena jednostkowa, lineitem price",
            "price, prix, cena",
        ],
        .currency: [
            """
            wahrung, moneda, divisa, valuta, munteenheid
            order currency, order currency code, currency, currency code, currencycode, currency iso, devise, devise de la commande, code devise
            waluta, waluta zamówienia, kod waluty
            """
        ],
        .status: [
            """
            bestellstatus, auftragsstatus, estado del pedido, stato ordine, stato dell'ordine, bestelstatus, orderstatus
            order status, status order, statut de la commande, statut commande, statut de commande, état de la commande, état commande
            status zamówienia, stan zamówienia
            """,
            "status, statut, état, etat",
            """
            financial status, payment status, statut du paiement, statut de paiement, statut paiement, status płatności, stan płatności
            """,
            "state, current state, order state, status name, stan",
        ],
        .cancelledAt: [
            """
            cancelled at, canceled at, cancelled on, date cancelled, cancellation date, date annulation, date d'annulation, data anulowania
            """
        ],
        .test: ["test, is test, test order, commande test, zamówienie testowe"],
        .paymentMethod: [
            """
            payment method title, payment method, payment gateway, gateway, moyen de paiement, mode de paiement, méthode de paiement
            metoda płatności, sposób płatności, forma płatności, titre du mode de paiement
            """
        ],
        .refunded: [
            """
            refunded amount, refund amount, amount refunded, total refunded, order refund amount, refund total, montant remboursé
            total remboursé, kwota zwrotu, kwota zwrócona, wartość zwrotu
            """,
            "refunded, refund, remboursé, remboursement, zwrot, zwrócono",
        ],
        .shipping: [
            """
            shipping total, order shipping amount, shipping amount, shipping cost inc tax, shipping cost, shipping price, shipping and handling
            total shipping, total shipping tax incl, frais de port, frais de livraison, montant livraison, livraison ttc, coût de livraison
            koszt dostawy, koszt wysyłki, koszt przesyłki, cena dostawy, koszt dostawy brutto
            """,
            "shipping, livraison, port, dostawa, przesyłka, wysyłka, freight, delivery cost",
        ],
        .shippingWithoutTax: [
            """
            shipping cost ex tax, shipping ex tax, shipping excl tax, total shipping tax excl, frais de port ht, frais de livraison ht
            livraison ht, koszt dostawy netto, dostawa netto
            """
        ],
        .tax: [
            """
            total tax, tax total, order total tax amount, tax amount, total taxes, taxes, montant tva, total tva, montant de la tva, kwota vat
            kwota podatku, suma vat, podatek vat
            """,
            "tax, vat, tva, taxe, podatek, order tax amount",
        ],
        .source: [
            "order source, source name, source de la commande, źródło zamówienia",
            "source, channel, sales channel, canal, canal de vente, kanał, kanał sprzedaży, źródło, created via, origin, origine",
        ],
        .product: [
            """
            product name, product title, product names, lineitem name, line item name, item name, item title, item description
            product description, nom du produit, nom produit, nom de l'article, libellé produit, libellé article, désignation produit
            désignation article, nazwa produktu, nazwa towaru, nazwa przedmiotu, nazwa pozycji
            """,
            "product, item, produit, article, désignation, produkt, towar, przedmiot",
            """
            sku, product sku, item sku, lineitem sku, variant sku, product code, product id, stock code, item number, item code, référence produit
            référence article, code produit, code article, id produit, kod produktu, kod towaru, id produktu, symbol produktu
            """,
        ],
        .discount: [
            """
            discount code, discount codes, coupon code, coupon codes, coupon code s, voucher code, voucher codes, promo code, promocode
            promotion code, code promo, code promotionnel, code de réduction, code réduction, code de remise, code remise, code coupon
            kod rabatowy, kody rabatowe, kod rabatu, kod promocyjny, kod promocji, kod kuponu, kupon rabatowy
            """,
            "coupon, coupons, coupon s, voucher, vouchers, bon de réduction, bons de réduction, kupon, kupony",
        ],
        .tags: ["tags, order tags, étiquettes, tagi, etykiety"],
        .refundID: [
            "refund id, refund number, id remboursement, numéro de remboursement, numéro remboursement, id zwrotu, numer zwrotu, nr zwrotu",
            "credit memo, credit memo number, credit note, credit note number, avoir, numéro d'avoir, numer korekty, nr korekty, return id",
        ],
        .refundedAt: [
            """
            refunded at, refund date, date refunded, refund created at, date remboursement, date de remboursement, date du remboursement
            data zwrotu, data zwrotu środków
            """,
            "created at, date created, creation date, date de création, data utworzenia, processed at",
            "date, data, datetime, timestamp, date heure, data i godzina, date avoir, data korekty, return date, date retour",
        ],
        .refundValue: [
            """
            refund amount, refunded amount, amount refunded, refund value, refund total, total refunded, montant remboursé
            montant du remboursement, kwota zwrotu, kwota zwrócona, wartość zwrotu
            """,
            "value, amount, total, sum, montant, kwota, wartość, suma, razem, total ttc, montant ttc, kwota brutto, wartość brutto",
            "refund, refunded, remboursement, remboursé, zwrot",
        ],
    ]
}
