import Wording

extension KnownDeed {
    /// What is done in the shop.
    var ofShop: Phrases? {
        switch self {
        case .placedOrder:
            (
                Phrase(en: "placed an order", fr: "a passé commande", pl: "złożono zamówienie"),
                Phrase(en: "has not placed an order", fr: "n'a pas passé commande", pl: "nie złożono zamówienia"),
                Phrase(en: "orders placed", fr: "des commandes passées", pl: "złożonych | zamówień")
            )
        case .orderedProduct:
            (
                Phrase(en: "ordered a product", fr: "a commandé un produit", pl: "zamówiono produkt"),
                Phrase(en: "has not ordered a product", fr: "n'a pas commandé de produit", pl: "nie zamówiono produktu"),
                Phrase(en: "products ordered", fr: "des produits commandés", pl: "zamówionych | produktów")
            )
        case .fulfilledOrder:
            (
                Phrase(en: "had an order fulfilled", fr: "a eu une commande expédiée", pl: "zrealizowano zamówienie"),
                Phrase(en: "has not had an order fulfilled", fr: "n'a pas eu de commande expédiée", pl: "nie zrealizowano zamówienia"),
                Phrase(en: "orders fulfilled", fr: "des commandes expédiées", pl: "zrealizowanych | zamówień")
            )
        case .cancelledOrder:
            (
                Phrase(en: "cancelled an order", fr: "a annulé une commande", pl: "anulowano zamówienie"),
                Phrase(en: "has not cancelled an order", fr: "n'a pas annulé de commande", pl: "nie anulowano zamówienia"),
                Phrase(en: "orders cancelled", fr: "des commandes annulées", pl: "anulowanych | zamówień")
            )
        case .refundedOrder:
            (
                Phrase(en: "had an order refunded", fr: "a été remboursée d'une commande", pl: "zwrócono pieniądze za zamówienie"),
                Phrase(
                    en: "has not had an order refunded", fr: "n'a pas été remboursée d'une commande",
                    pl: "nie zwrócono pieniędzy za zamówienie"),
                Phrase(en: "orders refunded", fr: "des commandes remboursées", pl: "zwróconych | zamówień")
            )
        case .startedCheckout:
            (
                Phrase(en: "started a checkout", fr: "a commencé un paiement", pl: "rozpoczęto płatność"),
                Phrase(en: "has not started a checkout", fr: "n'a pas commencé de paiement", pl: "nie rozpoczęto płatności"),
                Phrase(en: "checkouts started", fr: "des paiements commencés", pl: "rozpoczętych | płatności")
            )
        case .addedToCart:
            (
                Phrase(en: "put something into the cart", fr: "a ajouté un article au panier", pl: "dodano coś do koszyka"),
                Phrase(
                    en: "has not put anything into the cart", fr: "n'a rien ajouté au panier", pl: "nie dodano niczego do koszyka"),
                Phrase(en: "additions to the cart", fr: "des ajouts au panier", pl: "dodanych | do koszyka produktów")
            )
        case .viewedProduct:
            (
                Phrase(en: "viewed a product", fr: "a consulté un produit", pl: "obejrzano produkt"),
                Phrase(en: "has not viewed a product", fr: "n'a pas consulté de produit", pl: "nie obejrzano produktu"),
                Phrase(en: "products viewed", fr: "des produits consultés", pl: "obejrzanych | produktów")
            )
        case .activeOnSite:
            (
                Phrase(en: "was active on the site", fr: "a visité le site", pl: "odwiedzono stronę sklepu"),
                Phrase(en: "has not been active on the site", fr: "n'a pas visité le site", pl: "nie odwiedzono strony sklepu"),
                Phrase(en: "visits to the site", fr: "des visites du site", pl: "odwiedzin strony sklepu")
            )
        default: nil
        }
    }
}
