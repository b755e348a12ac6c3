import Facts
import Testing

@testable import Connectors

/// Recognises a header written as one line.
func recognize(_ header: String, separator: Character = ",", _ change: (inout ReadingOptions) -> Void = { _ in }) throws(ReadingError)
    -> ColumnPlan
{
    var options = ReadingOptions()
    change(&options)
    let names = header.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    return try ColumnPlan.recognize(header: names, file: "orders.csv", options: options)
}

@Suite("Headers of order files")
struct RecognizeOrdersTests {
    @Test("the plain form")
    func plain() throws {
        let plan = try recognize("customer_id,order_id,ordered_at,value,currency,source")
        #expect(plan.dialect == .plain && plan.rows == .order)
        #expect(
            plan.customerID == 0 && plan.orderID == 1 && plan.orderedAt == 2 && plan.value == 3 && plan.currency == 4 && plan.source == 5)
        #expect(plan.email == nil && plan.status == nil && plan.notes.isEmpty && plan.dateOrder == nil && plan.defaultCurrency == nil)
    }

    @Test("Shopify, complete and in an old short form")
    func shopify() throws {
        let plan = try recognize(Headers.shopify)
        #expect(plan.dialect == .shopify && plan.rows == .lineWithTotalOnFirst)
        #expect(plan.orderID == 0 && plan.email == 1 && plan.status == 2 && plan.currency == 7)
        #expect(plan.shipping == 9 && plan.tax == 10 && plan.value == 11 && plan.orderedAt == 15)
        #expect(plan.customerID == nil && plan.unitPrice == nil && plan.quantity == nil)
        let names = Headers.shopify.split(separator: ",").map(String.init)
        #expect(plan.cancelledAt.map { names[$0] } == "Cancelled at")
        #expect(plan.refunded.map { names[$0] } == "Refunded Amount")
        #expect(plan.source.map { names[$0] } == "Source")
        #expect(plan.tags.map { names[$0] } == "Tags")
        #expect(plan.paymentMethod.map { names[$0] } == "Payment Method")

        let short = try recognize("Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name")
        #expect(short.dialect == .shopify && short.cancelledAt == nil && short.source == nil && short.value == 5)
    }

    @Test("WooCommerce: the titles of Advanced Order Export")
    func wooCommerceTitles() throws {
        let plan = try recognize(Headers.advancedOrderExport)
        let names = Headers.advancedOrderExport.split(separator: ",").map(String.init)
        #expect(plan.dialect == .wooCommerce && plan.rows == .lineRepeatingTotal)
        #expect(plan.email.map { names[$0] } == "Email (Billing)")
        #expect(plan.orderID.map { names[$0] } == "Order Number")
        #expect(names[plan.orderedAt] == "Order Date")
        #expect(plan.value.map { names[$0] } == "Order Total Amount")
        #expect(plan.refunded.map { names[$0] } == "Order Refund Amount")
        #expect(plan.shipping.map { names[$0] } == "Order Shipping Amount")
        #expect(plan.status.map { names[$0] } == "Order Status")
        #expect(plan.customerID == nil)
    }

    @Test("WooCommerce: WebToffee's names and the flattened REST resource")
    func wooCommerceOthers() throws {
        let toffee = try recognize(
            "order_id,order_number,order_date,status,shipping_total,tax_total,order_total,order_currency,billing_email,customer_email,customer_id"
        )
        #expect(toffee.dialect == .wooCommerce && toffee.rows == .order && !toffee.zonelessTimesAreUTC)
        #expect(toffee.email == 8 && toffee.orderedAt == 2 && toffee.value == 6 && toffee.currency == 7 && toffee.customerID == nil)

        for separator in [".", "_"] {
            let rest = try recognize("id,status,date_created_gmt,total,currency,billing\(separator)email,customer_id,refunds")
            #expect(rest.dialect == .wooCommerce && rest.email == 5 && rest.orderID == 0 && rest.orderedAt == 2 && rest.value == 3)
            #expect(rest.zonelessTimesAreUTC && rest.refunded == nil)
        }
        let both = try recognize("id,status,date_created,date_created_gmt,total,currency,billing.email,created_via")
        #expect(both.orderedAt == 2 && !both.zonelessTimesAreUTC && both.source == 7)
    }

    @Test("WooCommerce in French and Polish")
    func wooCommerceLanguages() throws {
        let french = try recognize(
            "Numéro de commande;Statut de la commande;Date de commande;E-mail (facturation);Montant total de la commande;Devise",
            separator: ";")
        #expect(french.dialect == .wooCommerce && french.email == 3 && french.value == 4 && french.dateOrder == .dayFirst)
        let polish = try recognize(
            "Numer zamówienia;Status zamówienia;Data zamówienia;E-mail (rozliczeniowy);Kwota całkowita zamówienia", separator: ";")
        #expect(polish.dialect == .wooCommerce && polish.email == 3 && polish.value == 4 && polish.dateOrder == .dayFirst)
    }

    @Test("both layouts of UCI Online Retail")
    func onlineRetail() throws {
        let first = try recognize("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country")
        let second = try recognize("Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country")
        for plan in [first, second] {
            #expect(plan.dialect == .onlineRetail && plan.rows == .lineToSum && plan.dateOrder == .monthFirst)
            #expect(plan.orderID == 0 && plan.quantity == 3 && plan.orderedAt == 4 && plan.unitPrice == 5 && plan.customerID == 6)
            #expect(plan.value == nil && plan.defaultCurrency == Currency(code: "GBP"))
        }
        let told = try recognize("Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country") {
            $0.dateOrder = .dayFirst
        }
        #expect(told.dateOrder == .dayFirst)
    }

    @Test("PrestaShop: what the query gives, and the table itself")
    func prestaShop() throws {
        let query = try recognize(
            "customer_email;order_id;ordered_at;value;currency;status;valid;shipping;value_without_tax;shipping_without_tax", separator: ";"
        )
        #expect(query.dialect == .prestaShop && query.rows == .order && query.email == 0 && query.value == 3 && query.status == 5)
        let table = try recognize("id_order,reference,id_customer,current_state,total_paid,total_paid_tax_incl,valid,date_add")
        #expect(table.dialect == .prestaShop && table.customerID == 2 && table.value == 5 && table.orderedAt == 7 && table.status == 3)
    }

    @Test("Shoper and BaseLinker by assumption")
    func polishShops() throws {
        let shoper = try recognize(
            "Numer zamówienia;Data złożenia;Status;Klient;E-mail;Wartość zamówienia;Koszt dostawy;Waluta", separator: ";")
        #expect(shoper.dialect == .shoper && shoper.email == 4 && shoper.value == 5 && shoper.shipping == 6 && shoper.customerID == nil)
        #expect(shoper.notes.contains { $0.text.contains("assumed") })
        let base = try recognize(
            "Nr zamówienia;Data złożenia;Status;Źródło;Login;E-mail;Imię i nazwisko;Kwota;Waluta;Koszt przesyłki;Zapłacono", separator: ";")
        #expect(base.dialect == .baseLinker && base.email == 5 && base.customerID == 4 && base.value == 7 && base.source == 3)
    }

    @Test("Magento and BigCommerce")
    func otherShops() throws {
        let table = try recognize("increment_id,customer_email,created_at,grand_total,order_currency_code,status,total_refunded")
        #expect(table.dialect == .magento && table.zonelessTimesAreUTC && table.refunded == 6 && table.value == 3)
        let grid = try recognize(
            "ID,Purchase Point,Purchase Date,Bill-to Name,Grand Total (Base),Grand Total (Purchased),Status,Customer Email")
        #expect(grid.dialect == .magento && grid.email == 7 && grid.value == 5 && grid.orderID == 0 && !grid.zonelessTimesAreUTC)
        let big = try recognize(
            "Order ID,Customer ID,Customer Name,Customer Email,Order Date,Order Status,Order Total (inc tax),Order Total (ex tax),Tax Total"
        )
        #expect(big.dialect == .bigCommerce && big.email == 3 && big.customerID == 1 && big.value == 6 && big.status == 5)
    }

    @Test("Olist: the person, not the order's customer")
    func olist() throws {
        let plan = try recognize("order_id,customer_id,customer_unique_id,order_status,order_purchase_timestamp,payment_value")
        #expect(plan.dialect == .generic && plan.customerID == 2 && plan.orderedAt == 4 && plan.value == 5 && plan.status == 3)
    }

    @Test(
        "tables of orders in three languages",
        arguments: [
            "email,order,date,total,currency", "Customer Email;Order No;Order Date;Amount;Currency Code",
            "E-Mail;Invoice;Timestamp;Revenue;Currency",
            "Courriel;N° de commande;Date de commande;Montant TTC;Devise", "Adresse e-mail;Commande;Date;Montant total;Devise",
            "ID client;Référence commande;Date d'achat;Total TTC;Devise", "Adres e-mail;Nr zamówienia;Data zamówienia;Kwota brutto;Waluta",
            "Id klienta;Numer zamówienia;Data;Wartość;Waluta", "E-mail klienta;Zamówienie;Data zakupu;Razem;Waluta",
            "client_id;order_number;created_at;order_total;currency",
        ])
    func generic(header: String) throws {
        let plan = try recognize(header, separator: header.contains(";") ? ";" : ",")
        #expect((plan.email ?? plan.customerID) == 0 && plan.orderID == 1 && plan.orderedAt == 2 && plan.value == 3 && plan.currency == 4)
        #expect(plan.rows == .order)
    }

    @Test("French and Polish headers imply the day first; English implies nothing; a flag wins")
    func dateOrder() throws {
        #expect(try recognize("email,date,montant").dateOrder == .dayFirst)
        #expect(try recognize("email,data,kwota").dateOrder == .dayFirst)
        #expect(try recognize("email,date,total").dateOrder == nil)
        #expect(try recognize("email,data,kwota") { $0.dateOrder = .monthFirst }.dateOrder == .monthFirst)
    }

    @Test("a currency in the name of the value")
    func currencyInName() throws {
        #expect(try recognize("email,date,Total (EUR)").defaultCurrency == Currency(code: "EUR"))
        #expect(try recognize("email,data,Kwota [zł]").defaultCurrency == Currency(code: "PLN"))
        #expect(try recognize("email,date,Montant TTC (€)").defaultCurrency == Currency(code: "EUR"))
        #expect(try recognize("email,data,Wartość w PLN").defaultCurrency == Currency(code: "PLN"))
        #expect(try recognize("email,date,total").defaultCurrency == nil)
    }

    @Test("lines of orders: price times quantity, line totals, repeated totals")
    func lines() throws {
        let product = try recognize("order_id,customer_id,date,sku,quantity,unit_price")
        #expect(product.rows == .lineToSum && product.value == nil && product.quantity == 4 && product.unitPrice == 5)
        let line = try recognize("order_id,customer_id,date,sku,line_total")
        #expect(line.rows == .lineToSum && line.value == 4)
        let repeated = try recognize("order_id,customer_id,date,sku,order_total")
        #expect(repeated.rows == .lineRepeatingTotal && repeated.value == 4)
        let single = try recognize("customer_id,date,quantity,price")
        #expect(single.rows == .order && single.quantity == 2 && single.unitPrice == 3)
        let price = try recognize("customer_id,order_id,date,price")
        #expect(price.rows == .order && price.value == 3)
    }

    @Test("names of people are never who the customer is")
    func names() throws {
        let plan = try recognize("Client;Email;Date;Montant;Nom;Prénom", separator: ";")
        #expect(plan.email == 1 && plan.customerID == nil)
        let both = try recognize("Customer,Email,Date,Total")
        #expect(both.email == 1 && both.customerID == nil)
        let alone = try recognize("customer,date,total")
        #expect(alone.customerID == 0)
        #expect(alone.notes.contains { $0.text.contains("--customer-column") })
    }

    @Test("a byte order mark, quotes and empty names are no obstacle")
    func untidyHeader() throws {
        let plan = try recognize("\u{FEFF}\"Email\", Date ,TOTAL,,,")
        #expect(plan.email == 0 && plan.orderedAt == 1 && plan.value == 2)
    }
}

/// Headers too long for a line of a test.
enum Headers {
    static let shopify = """
        Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,\
        Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,\
        Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,\
        Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,\
        Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,\
        Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,\
        Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Duties
        """

    static let advancedOrderExport = """
        Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),\
        Address 1&2 (Billing),City (Billing),Email (Billing),Phone (Billing),First Name (Shipping),Item #,SKU,Name,Quantity,\
        Quantity (- Refund),Item Cost,Order Line (w/o tax),Order Line Tax,Order Line Total,Coupon Code,Discount Amount,\
        Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Order Tax Amount,Order Shipping Amount,Order Refund Amount,\
        Order Total Amount,Order Total Tax Amount,Total items,Total products
        """
}
