import Facts

extension OrderSource {
    /// The kind of a source as shops write it (Shopify `source_name`, WooCommerce `created_via`) and of an order's tags.
    static func of(source text: String?, tags: String?) -> OrderSource {
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
