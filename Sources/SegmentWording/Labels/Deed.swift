import Segments
import Wording

/// Something that people do, as clauses are made of it.
struct Deed {
    /// "opened an email"
    var did: String
    /// "has not opened an email"
    var didNot: String
    /// After "the value": EN "orders placed", FR "des commandes passées", PL "złożonych zamówień".
    var many: String
}

extension SegmentWords {
    /// What a metric is of, and whether its values are money. Those that most shops have are said by what people do, others by their names.
    func deed(_ reference: MetricReference) -> (deed: Deed, isMoney: Bool) {
        guard let metric = names.metric(reference) else {
            let text =
                switch reference {
                case .id(let id): id
                case .name(let name): name
                }
            let name = quoted(text)
            let unknown = say(en: "\(name) (not found)", fr: "\(name) (introuvable)", pl: "\(name) (nie znaleziono)")
            return (event(unknown), false)
        }
        return (known(metric.name) ?? event(quoted(metric.name)), metric.isMoney)
    }

    private func event(_ name: String) -> Deed {
        Deed(
            did: say(en: "did \(name)", fr: "a fait \(name)", pl: "odnotowano zdarzenie \(name)"),
            didNot: say(en: "has not done \(name)", fr: "n'a pas fait \(name)", pl: "nie odnotowano zdarzenia \(name)"),
            many: say(en: "\(name) events", fr: "des événements \(name)", pl: "zdarzeń \(name)"))
    }

    private func known(_ name: String) -> Deed? {
        guard let kind = KnownDeed(metricName: name) else { return nil }
        let (did, didNot, many) = kind.phrases
        return Deed(did: words(did), didNot: words(didNot), many: words(many))
    }
}

/// What most shops' metrics are of.
enum KnownDeed: String, CaseIterable {
    case placedOrder = "placed order"
    case orderedProduct = "ordered product"
    case cancelledOrder = "cancelled order"
    case refundedOrder = "refunded order"
    case startedCheckout = "started checkout"
    case addedToCart = "added to cart"
    case viewedProduct = "viewed product"
    case activeOnSite = "active on site"
    case receivedEmail = "received email"
    case openedEmail = "opened email"
    case clickedEmail = "clicked email"
    case bouncedEmail = "bounced email"
    case markedAsSpam = "marked email as spam"

    /// The deed of a metric with the name, however its words are joined and capitalised.
    init?(metricName: String) {
        self.init(rawValue: metricName.lowercased().replacing("_", with: " "))
    }

    var phrases: (did: Phrase, didNot: Phrase, many: Phrase) {
        switch self {
        case .placedOrder:
            (
                Phrase(en: "placed an order", fr: "a passé commande", pl: "złożono zamówienie"),
                Phrase(en: "has not placed an order", fr: "n'a pas passé commande", pl: "nie złożono zamówienia"),
                Phrase(en: "orders placed", fr: "des commandes passées", pl: "złożonych zamówień")
            )
        case .orderedProduct:
            (
                Phrase(en: "ordered a product", fr: "a commandé un produit", pl: "zamówiono produkt"),
                Phrase(en: "has not ordered a product", fr: "n'a pas commandé de produit", pl: "nie zamówiono produktu"),
                Phrase(en: "products ordered", fr: "des produits commandés", pl: "zamówionych produktów")
            )
        case .cancelledOrder:
            (
                Phrase(en: "cancelled an order", fr: "a annulé une commande", pl: "anulowano zamówienie"),
                Phrase(en: "has not cancelled an order", fr: "n'a pas annulé de commande", pl: "nie anulowano zamówienia"),
                Phrase(en: "orders cancelled", fr: "des commandes annulées", pl: "anulowanych zamówień")
            )
        case .refundedOrder:
            (
                Phrase(en: "had an order refunded", fr: "a été remboursé(e) d'une commande", pl: "zwrócono pieniądze za zamówienie"),
                Phrase(
                    en: "has not had an order refunded", fr: "n'a pas été remboursé(e) d'une commande",
                    pl: "nie zwrócono pieniędzy za zamówienie"),
                Phrase(en: "orders refunded", fr: "des commandes remboursées", pl: "zwróconych zamówień")
            )
        case .startedCheckout:
            (
                Phrase(en: "started a checkout", fr: "a commencé un paiement", pl: "rozpoczęto płatność"),
                Phrase(en: "has not started a checkout", fr: "n'a pas commencé de paiement", pl: "nie rozpoczęto płatności"),
                Phrase(en: "checkouts started", fr: "des paiements commencés", pl: "rozpoczętych płatności")
            )
        case .addedToCart:
            (
                Phrase(en: "put something into the cart", fr: "a ajouté un article au panier", pl: "dodano coś do koszyka"),
                Phrase(
                    en: "has not put anything into the cart", fr: "n'a rien ajouté au panier", pl: "nie dodano niczego do koszyka"),
                Phrase(en: "additions to the cart", fr: "des ajouts au panier", pl: "produktów dodanych do koszyka")
            )
        case .viewedProduct:
            (
                Phrase(en: "viewed a product", fr: "a consulté un produit", pl: "obejrzano produkt"),
                Phrase(en: "has not viewed a product", fr: "n'a pas consulté de produit", pl: "nie obejrzano produktu"),
                Phrase(en: "products viewed", fr: "des produits consultés", pl: "obejrzanych produktów")
            )
        case .activeOnSite:
            (
                Phrase(en: "was active on the site", fr: "a visité le site", pl: "odwiedzono stronę sklepu"),
                Phrase(en: "has not been active on the site", fr: "n'a pas visité le site", pl: "nie odwiedzono strony sklepu"),
                Phrase(en: "visits to the site", fr: "des visites du site", pl: "odwiedzin strony sklepu")
            )
        case .receivedEmail:
            (
                Phrase(en: "received an email", fr: "a reçu un e-mail", pl: "dostarczono e-mail"),
                Phrase(en: "has not received an email", fr: "n'a pas reçu d'e-mail", pl: "nie dostarczono e-maila"),
                Phrase(en: "emails received", fr: "des e-mails reçus", pl: "dostarczonych e-maili")
            )
        case .openedEmail:
            (
                Phrase(en: "opened an email", fr: "a ouvert un e-mail", pl: "otwarto e-mail"),
                Phrase(en: "has not opened an email", fr: "n'a pas ouvert d'e-mail", pl: "nie otwarto e-maila"),
                Phrase(en: "emails opened", fr: "des e-mails ouverts", pl: "otwartych e-maili")
            )
        case .clickedEmail:
            (
                Phrase(en: "clicked in an email", fr: "a cliqué dans un e-mail", pl: "kliknięto w e-mailu"),
                Phrase(en: "has not clicked in an email", fr: "n'a pas cliqué dans un e-mail", pl: "nie kliknięto w e-mailu"),
                Phrase(en: "clicks in emails", fr: "des clics dans des e-mails", pl: "kliknięć w e-mailach")
            )
        case .bouncedEmail:
            (
                Phrase(en: "had an email bounce", fr: "a renvoyé un e-mail en erreur", pl: "odrzucono e-mail"),
                Phrase(en: "has not had an email bounce", fr: "n'a pas renvoyé d'e-mail en erreur", pl: "nie odrzucono e-maila"),
                Phrase(en: "emails bounced", fr: "des e-mails renvoyés en erreur", pl: "odrzuconych e-maili")
            )
        case .markedAsSpam:
            (
                Phrase(en: "marked an email as spam", fr: "a signalé un e-mail comme spam", pl: "oznaczono e-mail jako spam"),
                Phrase(
                    en: "has not marked an email as spam", fr: "n'a pas signalé d'e-mail comme spam", pl: "nie oznaczono e-maila jako spam"),
                Phrase(en: "emails marked as spam", fr: "des e-mails signalés comme spam", pl: "e-maili oznaczonych jako spam")
            )
        }
    }
}
