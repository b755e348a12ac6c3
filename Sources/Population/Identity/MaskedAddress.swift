/// Addresses that a marketplace puts in place of its buyers' own. What they buy is revenue; nobody may write marketing to them.
public enum MaskedAddress {
    /// The domains, and domains whose subdomains count.
    public static let domains = [
        "marketplace.amazon.com", "marketplace.amazon.fr", "marketplace.amazon.de", "marketplace.amazon.pl", "marketplace.amazon.it",
        "marketplace.amazon.es", "marketplace.amazon.nl", "marketplace.amazon.se", "marketplace.amazon.co.uk", "marketplace.amazon.ca",
        "members.ebay.com", "allegromail.pl", "user.allegrogroup.pl", "relay.walmart.com", "message.manomano.com",
        "notification.mirakl.net",
        "anonymised.invalid", "scs.tiktokw.us", "chat-seller-eu.shop.tiktok.com", "cdiscount.com.invalid", "reply.fnacdarty.com",
        "customer.zalando.com",
    ]

    private static let known = Set(domains)

    /// Whether an e-mail address (in its normal form) is masked.
    public static func isMasked(_ email: String) -> Bool {
        guard let at = email.lastIndex(of: "@") else { return false }
        let domain = email[email.index(after: at)...]
        if known.contains(String(domain)) { return true }
        return domain.hasPrefix("marketplace.amazon.")
    }
}
