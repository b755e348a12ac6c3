import Facts

/// An export whose header is known: its dialect, and what its columns mean where the general names would mislead.
struct KnownExport {
    var dialect: Dialect
    /// Names, the best first, that hold a role in this export; tried before the general ones.
    var names: [ColumnRole: [String]] = [:]
    /// Roles that no column of this export holds, whatever it is called.
    var withheld: Set<ColumnRole> = []
    /// Whether only ``names`` count.
    var isClosed = false
    var rows: RowMeaning?
    var defaultCurrency: Currency?
    var dateOrder: DateOrder?
    /// Whether times without an offset are UTC in this export.
    var timesAreUTC = false
    var notes: [ReadingNote] = []

    /// The export that the header shows, or a general table.
    static func of(_ header: Header) -> KnownExport {
        if header.hasAll("financial status", "created at", "total"), header.hasAny("lineitem name", "lineitem quantity", "paid at") {
            return shopify(header)
        }
        if header.hasAll("stock code", "quantity", "invoice date"), header.hasAny("invoice", "invoice no") { return onlineRetail }
        if header.hasAll("customer email", "ordered at", "value", "valid") { return prestaShopQuery }
        if header.hasAll("id order", "id customer", "total paid tax incl", "date add") { return prestaShopTable }
        if header.hasAny("order total inc tax", "order total ex tax"), header.has("order id") { return KnownExport(dialect: .bigCommerce) }
        if header.has("increment id"), header.hasAny("grand total", "base grand total") { return magentoTable }
        if header.hasAny("grand total purchased", "grand total base", "purchase point") { return magentoGrid }
        if isWooCommerce(header) { return wooCommerce(header) }
        if isBaseLinker(header) { return baseLinker }
        if isShoper(header) { return shoper }
        if header.hasAll("customer id", "ordered at", "value") { return plain }
        return KnownExport(dialect: .generic)
    }

    private static let plain = KnownExport(
        dialect: .plain,
        names: [
            .customerID: ["customer id"], .orderID: ["order id"], .orderedAt: ["ordered at"], .value: ["value"], .currency: ["currency"],
            .source: ["source"],
        ])

    // MARK: - Shopify

    /// One row per line item; the order's own cells stand on its first row, `Name` on all.
    private static func shopify(_ header: Header) -> KnownExport {
        KnownExport(
            dialect: .shopify,
            names: [
                .email: ["email"], .orderID: ["name", "id"], .orderedAt: ["created at"], .value: ["total"], .currency: ["currency"],
                .status: ["financial status"], .cancelledAt: ["cancelled at"], .paymentMethod: ["payment method"],
                .refunded: ["refunded amount"], .shipping: ["shipping"], .tax: ["taxes"], .source: ["source"], .tags: ["tags"],
                .product: ["lineitem name"], .discount: ["discount code"], .unitPrice: ["lineitem price"], .quantity: ["lineitem quantity"],
            ],
            isClosed: true,
            rows: header.hasAny("lineitem name", "lineitem quantity", "lineitem price") ? .lineWithTotalOnFirst : .order)
    }

    // MARK: - UCI Online Retail

    private static let onlineRetail = KnownExport(
        dialect: .onlineRetail,
        names: [
            .customerID: ["customer id"], .orderID: ["invoice no", "invoice"], .orderedAt: ["invoice date"], .quantity: ["quantity"],
            .unitPrice: ["unit price", "price"], .product: ["description"],
        ],
        isClosed: true, rows: .lineToSum, defaultCurrency: Currency(code: "GBP"), dateOrder: .monthFirst)

    // MARK: - WooCommerce

    private static let emailWords: Set<String> = ["email", "courriel"]
    private static let billingWords: Set<String> = [
        "billing", "facturation", "rozliczeniowy", "rozliczeniowe", "rozliczeniowa", "rozliczenia", "platnosci",
    ]

    /// Exports of the plugins (Advanced Order Export, WebToffee) and of the flattened REST resource: all keep billing and
    /// shipping apart and name a status.
    private static func isWooCommerce(_ header: Header) -> Bool {
        guard header.hasWords([emailWords, billingWords]) else { return false }
        return header.hasAny("order status", "status", "statut de la commande", "statut de commande", "statut", "status zamowienia")
    }

    private static func wooCommerce(_ header: Header) -> KnownExport {
        let isUTC = !header.hasAny("order date", "date created", "order date and time", "date de commande", "data zamowienia")
        var export = KnownExport(dialect: .wooCommerce)
        export.names = [
            .email: ColumnRole.email.tiers[2],
            .orderID: ["order number", "order id", "number", "id"],
            .orderedAt: ["order date", "date created", "date created gmt"],
            .value: ["order total amount", "order total", "total"],
            .shipping: ["order shipping amount", "shipping total", "order shipping"],
            .tax: ["order total tax amount", "tax total", "total tax", "order tax amount"],
        ]
        // WooCommerce writes 0 for all guests: the e-mail, which every order has, is who they are.
        export.withheld = [.customerID]
        export.timesAreUTC = isUTC && header.has("date created gmt")
        if isUTC, header.has("date created gmt") {
            export.notes.append(ReadingNote(.timesInUTC, ["date_created_gmt"], "date_created_gmt is read as UTC."))
        }
        let isByLine = header.hasAny(
            "item number", "item cost", "order line total", "sku", "item name", "product name", "quantity refund", "line item name")
        export.rows = isByLine ? .lineRepeatingTotal : .order
        // Advanced Order Export calls the product of a line simply by its name.
        if header.hasAny("item number", "item cost") { export.names[.product] = ["item name", "product name", "name"] }
        return export
    }

    // MARK: - PrestaShop

    /// What ``PrestaShopQuery`` gives.
    private static let prestaShopQuery = KnownExport(
        dialect: .prestaShop,
        names: [
            .email: ["customer email"], .orderID: ["order id"], .orderedAt: ["ordered at"], .value: ["value"], .currency: ["currency"],
            .status: ["status"], .shipping: ["shipping"], .valueWithoutTax: ["value without tax"],
            .shippingWithoutTax: ["shipping without tax"],
        ],
        isClosed: true, rows: .order)

    /// The table `ps_orders` as it is.
    private static let prestaShopTable = KnownExport(
        dialect: .prestaShop,
        names: [
            .email: ["email", "customer email"], .customerID: ["id customer"], .orderID: ["id order"], .orderedAt: ["date add"],
            .value: ["total paid tax incl"], .valueWithoutTax: ["total paid tax excl"], .shipping: ["total shipping tax incl"],
            .shippingWithoutTax: ["total shipping tax excl"], .currency: ["iso code", "currency"], .status: ["current state", "status"],
        ],
        isClosed: true, rows: .order,
        notes: [
            ReadingNote(
                .newNumberForGuests, "Guests have a new id_customer each time; the query in the manual gives their e-mail as well.")
        ])

    // MARK: - Adobe Commerce

    /// The table `sales_order`, whose times are UTC.
    private static let magentoTable = KnownExport(
        dialect: .magento,
        names: [
            .email: ["customer email"], .customerID: ["customer id"], .orderID: ["increment id"], .orderedAt: ["created at"],
            .value: ["grand total", "base grand total"], .currency: ["order currency code", "base currency code"],
            .status: ["status", "state"], .refunded: ["total refunded"], .shipping: ["shipping incl tax", "shipping amount"],
            .tax: ["tax amount"],
        ],
        rows: .order, timesAreUTC: true,
        notes: [ReadingNote(.timesInUTC, ["created_at"], "created_at is read as UTC, as Magento stores it.")])

    /// The export of the order grid in the administration.
    private static let magentoGrid = KnownExport(
        dialect: .magento,
        names: [
            .orderID: ["id", "order number", "increment id"], .orderedAt: ["purchase date"],
            .value: ["grand total purchased", "grand total base"],
        ],
        rows: .order)

    // MARK: - Polish shops, by assumption

    // No published sample of these two exports was found: the names are those of the panels and of the interfaces' fields.

    private static func isBaseLinker(_ header: Header) -> Bool {
        if header.hasAll("order source", "date confirmed"), header.hasAny("payment done", "delivery price") { return true }
        let isPolish = header.hasAny("zrodlo", "zrodlo zamowienia") && header.hasAny("nr zamowienia", "numer zamowienia", "id zamowienia")
        return isPolish && header.hasAny("login", "login kupujacego", "login klienta", "zaplacono", "wplacono", "koszt przesylki")
    }

    private static let baseLinker = KnownExport(
        dialect: .baseLinker,
        names: [
            .orderID: ["nr zamowienia", "numer zamowienia", "id zamowienia", "order id"],
            .orderedAt: ["data zlozenia", "data zamowienia", "data dodania", "date add", "date confirmed"],
            .value: ["wartosc zamowienia", "kwota", "kwota zamowienia", "suma", "zaplacono", "wplacono", "payment done"],
            .shipping: ["koszt przesylki", "koszt dostawy", "delivery price"],
        ],
        rows: .order)

    private static func isShoper(_ header: Header) -> Bool {
        if header.hasAll("order id", "user id", "sum", "shipping cost"), header.hasAny("status id", "status") { return true }
        return header.has("data zlozenia") && header.hasAny("koszt dostawy", "koszt wysylki") && header.hasAny("email", "email klienta")
            && header.hasAny("wartosc zamowienia", "suma", "wartosc")
    }

    private static let shoper = KnownExport(
        dialect: .shoper,
        names: [
            .orderID: ["numer zamowienia", "nr zamowienia", "id zamowienia", "order id"], .orderedAt: ["data zlozenia", "date"],
            .value: ["wartosc zamowienia", "suma", "wartosc", "sum"], .shipping: ["koszt dostawy", "koszt wysylki", "shipping cost"],
        ],
        rows: .order)
}
