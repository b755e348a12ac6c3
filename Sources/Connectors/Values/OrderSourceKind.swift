/// Where an order came from, as far as predictions and reports tell apart.
enum OrderSourceKind: String, CaseIterable, Sendable {
    case web
    /// A till in a shop.
    case pos
    /// A renewal that no one decided upon: the first order of a subscription is `web`.
    case subscription
    /// Typed in by the staff.
    case draft
    /// Other apps (Shopify writes their numbers), market places, imports.
    case other

    /// The kind of a source as shops write it (Shopify `source_name`, WooCommerce `created_via`) and of an order's tags.
    static func of(source text: String?, tags: String?) -> OrderSourceKind {
        if let tags, FoldedText.fold(tags).contains("subscription recurring order") { return .subscription }
        let source = FoldedText.fold(text ?? "")
        if source.hasPrefix("subscription") { return .subscription }
        switch source {
        case "web", "www", "online", "online store", "website", "site", "site web", "internet", "checkout", "store api", "shop",
            "sklep", "sklep internetowy", "boutique en ligne":
            return .web
        case "pos", "point of sale", "shopify pos", "pos rest api", "retail", "kasa", "sklep stacjonarny", "caisse", "point de vente":
            return .pos
        case "shopify draft order", "draft order", "draft orders", "draft":
            return .draft
        default:
            return .other
        }
    }
}
