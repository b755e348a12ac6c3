/// Exports that cannot be read: they name customers by their names only, or hold no orders.
///
/// Two people may share a name and one person write it in two ways, so a file without e-mail or customer number is refused
/// with the way to a better one.
enum RefusedExport {
    /// Throws where the header is of such an export.
    static func check(_ header: Header, file: String) throws(ReadingError) {
        // Any e-mail column changes the picture: then somebody added what was missing.
        let hasEmail = header.columns.contains { $0.key.contains("email") || $0.key.contains("courriel") }
        if isShopifyCustomers(header) {
            throw ReadingError(
                .badData, file: file, "This is Shopify's export of customers: it has no orders.",
                advice: "Export the orders instead: Orders > Export > All orders > CSV.", because: .shopifyCustomers)
        }
        if hasEmail { return }
        if isWooCommerceAnalytics(header) {
            throw ReadingError(
                .badData, file: file,
                "This is the download of WooCommerce's Analytics > Orders: it names customers without an e-mail or a number, so orders "
                    + "of different people with the same name cannot be told apart.",
                advice: "Export the orders with the e-mail of the bill instead, for example with the plugin Advanced Order Export For "
                    + "WooCommerce (columns Order Number, Order Status, Order Date, Email (Billing), Order Total Amount) or over the REST "
                    + "interface (id, status, date_created, total, currency, billing.email).", because: .wooAnalytics)
        }
        if isPrestaShopList(header) {
            throw ReadingError(
                .badData, file: file,
                "This is the export of PrestaShop's order list: it names customers without an e-mail or a number, so orders of different "
                    + "people with the same name cannot be told apart.",
                advice:
                    "In PrestaShop open Advanced Parameters > Database > SQL Manager, add this query and export its result (ps_ is your "
                    + "prefix of tables, 1 the number of the language of your statuses):\n" + PrestaShopQuery.sql, because: .prestaShopList)
        }
    }

    private static func isShopifyCustomers(_ header: Header) -> Bool {
        header.hasAll("email", "total spent") && header.hasAny("total orders", "orders count") && !header.has("created at")
    }

    private static func isWooCommerceAnalytics(_ header: Header) -> Bool {
        let hasKind = header.hasAny("customer type", "type de client", "type client", "typ klienta", "rodzaj klienta")
        let hasSales = header.hasAny(
            "net sales", "n revenue", "ventes nettes", "sprzedaz netto", "items sold", "articles vendus", "sprzedane pozycje")
        return hasKind && hasSales
    }

    /// `ID, Reference, New client, Delivery, Customer, Total, Payment, Status, Date` (PrestaShop 1.7 and 8) in three languages.
    private static func isPrestaShopList(_ header: Header) -> Bool {
        let isMarked = header.hasAny("new client", "new customer", "nouveau client", "nowy klient")
        return isMarked && header.hasAny("customer", "client", "klient") && header.hasAny("id", "reference", "indeks", "referencja")
    }
}

/// The query that gives what PrestaShop's own list leaves out.
enum PrestaShopQuery {
    /// For the SQL Manager, whose checker takes plain columns, `JOIN … ON a = b` and one `WHERE` only.
    static let sql = """
        SELECT c.email AS customer_email, o.id_order AS order_id, o.date_add AS ordered_at,
               o.total_paid_tax_incl AS value, cu.iso_code AS currency, s.name AS status, o.valid AS valid,
               o.total_shipping_tax_incl AS shipping, o.total_paid_tax_excl AS value_without_tax,
               o.total_shipping_tax_excl AS shipping_without_tax
        FROM ps_orders o
        LEFT JOIN ps_customer c ON c.id_customer = o.id_customer
        LEFT JOIN ps_currency cu ON cu.id_currency = o.id_currency
        LEFT JOIN ps_order_state_lang s ON s.id_order_state = o.current_state
        WHERE s.id_lang = 1
        """
}
