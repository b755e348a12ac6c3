import Facts
import Testing

@testable import Connectors

@Suite("Statuses and sources")
struct StatusWordsTests {
    @Test(
        "the words of each shop",
        arguments: [
            (Dialect.shopify, "paid", OrderStatus.paid), (.shopify, "partially_refunded", .paid), (.shopify, "partially_paid", .paid),
            (.shopify, "refunded", .refunded), (.shopify, "voided", .cancelled), (.shopify, "pending", .ignored),
            (.shopify, "authorized", .ignored), (.shopify, "expired", .ignored),
            (.wooCommerce, "wc-completed", .paid), (.wooCommerce, "completed", .paid), (.wooCommerce, "wc-processing", .paid),
            (.wooCommerce, "on-hold", .ignored), (.wooCommerce, "wc-on-hold", .ignored), (.wooCommerce, "Pending payment", .ignored),
            (.wooCommerce, "wc-cancelled", .cancelled), (.wooCommerce, "Failed", .ignored), (.wooCommerce, "wc-checkout-draft", .ignored),
            (.wooCommerce, "Terminée", .paid), (.wooCommerce, "En cours", .paid), (.wooCommerce, "En attente", .ignored),
            (.wooCommerce, "Attente paiement", .ignored), (.wooCommerce, "Annulée", .cancelled), (.wooCommerce, "Remboursée", .refunded),
            (.wooCommerce, "Échouée", .ignored), (.wooCommerce, "Zrealizowane", .paid), (.wooCommerce, "W trakcie realizacji", .paid),
            (.wooCommerce, "Oczekujące na płatność", .ignored), (.wooCommerce, "Wstrzymane", .ignored),
            (.wooCommerce, "Anulowane", .cancelled),
            (.wooCommerce, "Zwrócone", .refunded), (.wooCommerce, "Nieudane", .ignored),
            (.magento, "complete", .paid), (.magento, "processing", .paid), (.magento, "closed", .refunded),
            (.magento, "canceled", .cancelled),
            (.magento, "holded", .ignored), (.magento, "pending_payment", .ignored), (.magento, "payment_review", .ignored),
            (.bigCommerce, "Awaiting Fulfillment", .paid), (.bigCommerce, "11", .paid), (.bigCommerce, "5", .cancelled),
            (.bigCommerce, "4", .refunded), (.bigCommerce, "6", .ignored), (.bigCommerce, "Manual Verification Required", .ignored),
            (.prestaShop, "Payment accepted", .paid), (.prestaShop, "Processing in progress", .paid), (.prestaShop, "Shipped", .paid),
            (.prestaShop, "Awaiting bank wire payment", .ignored), (.prestaShop, "Payment error", .ignored), (.prestaShop, "6", .cancelled),
            (.prestaShop, "Paiement accepté", .paid), (.prestaShop, "En cours de préparation", .paid), (.prestaShop, "Livré", .paid),
            (.prestaShop, "En attente de réapprovisionnement (payé)", .paid), (.prestaShop, "Remboursé", .refunded),
            (.prestaShop, "En attente de réapprovisionnement (non payé)", .ignored), (.prestaShop, "Annulé", .cancelled),
            (.prestaShop, "En attente du paiement par chèque", .ignored), (.prestaShop, "Płatność zaakceptowana", .paid),
            (.prestaShop, "Przygotowanie w toku", .paid), (.prestaShop, "Dostarczone", .paid),
            (.prestaShop, "Zwróconych pieniędzy", .refunded),
            (.prestaShop, "Oczekiwanie płatności czekiem", .ignored), (.prestaShop, "Błąd płatności", .ignored),
            (.shoper, "Wysłane", .paid), (.shoper, "Anulowane przez klienta", .cancelled), (.baseLinker, "Do wysłania", .paid),
            (.baseLinker, "Opłacone", .paid), (.generic, "delivered", .paid), (.generic, "Cancelled", .cancelled),
            (.generic, "OPŁACONE", .paid), (.generic, "  payée ", .paid), (.generic, "remboursee", .refunded),
            (.generic, "annulee", .cancelled),
            (.generic, "returned", .refunded), (.generic, "draft", .ignored), (.generic, "Test", .ignored), (.generic, "OnHold", .ignored),
        ])
    func words(dialect: Dialect, text: String, status: OrderStatus) {
        #expect(StatusWords.meaning(of: text, dialect: dialect) == status)
    }

    @Test(
        "what is not certain is not known",
        arguments: [
            (Dialect.generic, "new"), (.generic, "Nowe zamówienie"), (.generic, "closed"), (.generic, "En cours"), (.generic, "disputed"),
            (.generic, ""), (.generic, "42"), (.generic, "unpaid?paid"), (.bigCommerce, "13"), (.bigCommerce, "Disputed"),
            (.prestaShop, "12"),
            (.shopify, "5"), (.generic, "not shipped"), (.generic, "niezrealizowane"),
        ])
    func unknown(dialect: Dialect, text: String) {
        #expect(StatusWords.meaning(of: text, dialect: dialect) == nil)
    }

    @Test("a not-paid word is never a part of a paid one")
    func opposites() {
        #expect(StatusWords.meaning(of: "unpaid", dialect: .generic) == .ignored)
        #expect(StatusWords.meaning(of: "non payée", dialect: .generic) == .ignored)
        #expect(StatusWords.meaning(of: "nieopłacone", dialect: .generic) == .ignored)
    }

    @Test("no word stands under two meanings")
    func noWordTwice() {
        #expect(StatusWords.wordsListedTwice.isEmpty, "\(StatusWords.wordsListedTwice)")
    }

    @Test(
        "sources",
        arguments: [
            ("web", nil, OrderSource.web), ("pos", nil, .pos), ("POS", "vip", .pos), ("subscription_contract", nil, .subscription),
            ("subscription_contract_checkout_one", nil, .subscription), ("web", "vip, Subscription Recurring Order", .subscription),
            ("web", "Subscription First Order", .web), ("shopify_draft_order", nil, .draft), ("580111", nil, .other),
            ("iphone", nil, .other),
            ("checkout", nil, .web), ("", nil, .other), (nil, nil, .other), (nil, "Subscription Recurring Order", .subscription),
        ] as [(String?, String?, OrderSource)])
    func sources(source: String?, tags: String?, kind: OrderSource) {
        #expect(OrderSource.of(source: source, tags: tags) == kind)
    }
}
