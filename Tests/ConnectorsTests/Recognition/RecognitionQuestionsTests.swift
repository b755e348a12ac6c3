import Facts
import Foundation
import Testing

@testable import Connectors

@Suite("Headers that raise questions")
struct RecognitionQuestionsTests {
    private func failure(_ header: String, separator: Character = ",", _ change: (inout ReadingOptions) -> Void = { _ in }) throws
        -> ReadingError
    {
        try #require(throws: ReadingError.self) { _ = try recognize(header, separator: separator, change) }
    }

    @Test("WooCommerce Analytics is refused with the export to use instead")
    func wooCommerceAnalytics() throws {
        let header = "Date,Order #,Status,Customer,Customer type,Payment method,Product(s),Items sold,Coupon(s),Net sales,Attribution"
        let error = try failure(header)
        #expect(error.code == .badData && error.message.contains("Analytics"))
        #expect(error.advice?.contains("Email (Billing)") == true)
        let byHand = try recognize(header) { $0.columns = [.customer: "Customer", .value: "Net sales"] }
        #expect(byHand.customerID == 3 && byHand.value == 9, "a flag wins")
    }

    @Test(
        "PrestaShop's own list is refused with the query",
        arguments: [
            "ID;Reference;New client;Delivery;Customer;Total;Payment;Status;Date",
            "ID;Référence;Nouveau client;Livraison;Client;Total;Paiement;État;Date",
            "ID;Indeks;Nowy klient;Dostawa;Klient;Razem;Płatność;Status;Data",
        ])
    func prestaShopList(header: String) throws {
        let error = try failure(header, separator: ";")
        #expect(error.code == .badData)
        #expect(error.advice?.contains("SQL Manager") == true)
        for table in ["ps_orders", "ps_customer", "ps_currency", "ps_order_state_lang"] { #expect(error.advice?.contains(table) == true) }
    }

    @Test("the columns of the query are the ones that are recognised")
    func queryNamesItsColumns() throws {
        let names = PrestaShopQuery.sql.split { $0 == " " || $0 == "\n" }.map { $0.trimmingSuffix(",") }
        let columns = zip(names, names.dropFirst()).filter { $0.0 == "AS" }.map(\.1)
        let plan = try recognize(columns.joined(separator: ";"), separator: ";")
        #expect(plan.dialect == .prestaShop && columns.count == 10)
        let net = try recognize(columns.joined(separator: ";"), separator: ";") { $0.valueBasis = .net }
        #expect(net.value == 8 && net.shipping == 9 && net.tax == nil)
    }

    @Test("the query among the examples is the one that is advised")
    func queryAmongExamples() throws {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let example = try String(contentsOf: folder.appendingPathComponent("Examples/shops/prestashop-orders.sql"), encoding: .utf8)
        #expect(words(example) == words(PrestaShopQuery.sql))
    }

    private func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" } }

    @Test("Shopify's customers are no orders")
    func shopifyCustomers() throws {
        #expect(
            try failure("First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders,Tags").message.contains("customers"))
    }

    @Test("nothing that can be read: what was looked for, what there is, which flags help")
    func nothingUsable() throws {
        let error = try failure("apples,pears,plums")
        #expect(error.code == .badData && error.line == 1)
        for text in ["e-mail", "date", "apples", "plums"] { #expect(error.message.contains(text)) }
        for flag in ["--customer-column", "--date-column", "--value-column"] { #expect(error.advice?.contains(flag) == true) }
    }

    @Test("only what is missing is asked for, and a typing mistake is suggested")
    func typo() throws {
        let error = try failure("custmer_id,order_id,ordered_at,totla")
        #expect(error.advice?.contains("--customer-column custmer_id") == true)
        #expect(error.advice?.contains("--value-column totla") == true)
        #expect(error.advice?.contains("--date-column") == false)
    }

    @Test("a first line of data is said to be one")
    func headerless() throws {
        #expect(try failure("anna@example.com,2024-01-31,12.50").message.contains("data"))
        #expect(try failure("17850,2024-01-31,12.50").message.contains("data"))
    }

    @Test("two equally good columns are asked about, by name and flag")
    func twoValues() throws {
        let error = try failure("email,date,grand_total,order_total")
        #expect(error.code == .needsAnswer)
        #expect(error.message.contains("grand_total") && error.message.contains("order_total"))
        #expect(error.advice?.contains("--value-column grand_total or --value-column order_total") == true)
        #expect(try recognize("email,date,grand_total,order_total") { $0.columns[.value] = "grand_total" }.value == 2)
    }

    @Test("columns of the same name are told apart by number")
    func sameName() throws {
        let error = try failure("email,date,Total,Note,Total")
        #expect(error.message.contains("columns 3 and 5"))
        #expect(error.advice?.contains("--value-column '#3' or --value-column '#5'") == true)
        #expect(try recognize("email,date,Total,Note,Total") { $0.columns[.value] = "#5" }.value == 4)
        let byHand = try failure("email,date,Total,Note,Total") { $0.columns[.value] = "Total" }
        #expect(byHand.code == .needsAnswer && byHand.advice?.contains("#3") == true)
        #expect(try recognize("email,date,total,note,note").value == 2, "a repeated name that nothing reads is no matter")
    }

    @Test("a flag that names no column suggests the nearest")
    func unknownByHand() throws {
        let error = try failure("email,date,total,net_total") { $0.columns[.value] = "totl" }
        #expect(error.code == .badData && error.message.contains("--value-column"))
        #expect(error.advice?.contains("--value-column total") == true)
        let far = try failure("email,date,total") { $0.columns[.value] = "zzzzzz" }
        #expect(far.advice?.contains("“email”, “date”, “total”") == true)
        #expect(try failure("email,date,total") { $0.columns[.value] = "#4" }.code == .badData)
    }

    @Test("columns by hand win, are found in any spelling, and overrule the e-mail")
    func byHand() throws {
        let plan = try recognize("who,email,when,total,paid") {
            $0.columns = [.customer: "WHO", .orderedAt: "when", .value: "paid"]
        }
        #expect(plan.customerID == 0 && plan.email == nil && plan.orderedAt == 2 && plan.value == 4)
        let both = try recognize("who,mailbox,when,total") {
            $0.columns = [.customer: "who", .email: "mailbox", .orderedAt: "when"]
        }
        #expect(both.customerID == 0 && both.email == 1)
        let lines = try recognize("id,email,date,total,menge,preis") {
            $0.columns = [.quantity: "menge", .unitPrice: "preis"]
        }
        #expect(lines.rows == .lineToSum && lines.value == nil && lines.quantity == 4 && lines.unitPrice == 5)
    }

    @Test("a bare Client or Klient may hold names: asked", arguments: ["Client;Date;Montant", "Klient;Data;Kwota"])
    func bareClient(header: String) throws {
        let error = try failure(header, separator: ";")
        #expect(error.code == .needsAnswer && error.message.contains("names"))
        let name = String(header.prefix(6))
        #expect(error.advice?.contains("--customer-column \(name)") == true)
        #expect(try recognize(header, separator: ";") { $0.columns[.customer] = name }.customerID == 0)
    }

    @Test("customer names alone are not enough")
    func namesAlone() throws {
        #expect(try failure("Customer Name,Date,Total").code == .badData)
        #expect(try failure("Imię i nazwisko;Data;Kwota", separator: ";").code == .badData)
    }

    @Test("a total that may be the line's is asked about")
    func lineOrOrder() throws {
        let header = "order_id,customer_id,date,sku,quantity,price,total"
        let error = try failure(header)
        #expect(error.code == .needsAnswer && error.advice?.contains("--quantity-column quantity --unit-price-column price") == true)
        let repeated = try recognize(header) { $0.columns[.value] = "total" }
        #expect(repeated.value == 6 && repeated.rows == .lineRepeatingTotal)
        let summed = try recognize(header) { $0.columns = [.quantity: "quantity", .unitPrice: "price"] }
        #expect(summed.rows == .lineToSum && summed.value == nil)
    }

    @Test("net and without shipping need their columns")
    func bases() throws {
        let header = "email,order_id,date,total,tax_total,shipping_total"
        let net = try recognize(header) { $0.valueBasis = .net }
        #expect(net.value == 3 && net.tax == 4 && net.shipping == 5)
        let withTax = try recognize(header) { $0.valueBasis = .withoutShipping }
        #expect(withTax.value == 3 && withTax.tax == nil && withTax.shipping == 5)
        let error = try failure("email,date,total") { $0.valueBasis = .net }
        #expect(error.code == .needsAnswer && error.message.contains("--value net") && error.advice?.contains("--tax-column") == true)
        #expect(try failure("email,date,total,tax") { $0.valueBasis = .net }.advice?.contains("--shipping-column") == true)
        let shopify = try recognize(Headers.shopify) { $0.valueBasis = .net }
        #expect(shopify.value == 11 && shopify.tax == 10 && shopify.shipping == 9)
        let french = try recognize("email;date;Total TTC;Total HT;Frais de port", separator: ";") { $0.valueBasis = .net }
        #expect(french.value == 3 && french.tax == nil && french.shipping == 4)
    }

    @Test("a total without tax is not what was paid")
    func exclusiveTotalOnly() throws {
        let error = try failure("email;date;Total HT", separator: ";")
        #expect(error.code == .needsAnswer && error.advice?.contains("--value net") == true)
        #expect(try recognize("email;date;Total HT", separator: ";") { $0.columns[.value] = "Total HT" }.value == 2)
    }

    @Test("a header of two thousand long names stays a short message")
    func longHeader() throws {
        let header = (0..<2_000).map { "column \($0) " + String(repeating: "x", count: 300) }.joined(separator: ",")
        let error = try failure(header)
        #expect(error.description.count < 3_000)
        #expect(error.message.contains("and 1976 more"))
    }

    @Test("no message quotes a name whole that is long", arguments: ["\u{07}", "é", "a"])
    func longNames(letter: String) throws {
        let error = try failure("email,date,total") { $0.columns[.value] = String(repeating: letter, count: 10_000) }
        #expect(error.message.count < 200 && !error.message.contains("\u{07}"))
    }
}

@Suite("Headers of refund files")
struct RefundColumnPlanTests {
    private func refunds(_ header: String, _ change: (inout ReadingOptions) -> Void = { _ in }) throws -> RefundColumnPlan {
        var options = ReadingOptions()
        change(&options)
        return try RefundColumnPlan.recognize(header: header.split(separator: ",").map(String.init), file: "refunds.csv", options: options)
    }

    @Test("the plain form, with and without the order")
    func plain() throws {
        let plan = try refunds("customer_id,refund_id,refunded_at,value,currency,order_id")
        #expect(
            plan.customerID == 0 && plan.refundID == 1 && plan.refundedAt == 2 && plan.value == 3 && plan.currency == 4 && plan.orderID == 5
        )
        #expect(try refunds("customer_id,refund_id,refunded_at,value,currency").orderID == nil)
    }

    @Test("other names")
    func synonyms() throws {
        let french = try refunds("Adresse e-mail,Numéro de commande,Date de remboursement,Montant remboursé (EUR)")
        #expect(french.email == 0 && french.orderID == 1 && french.refundedAt == 2 && french.value == 3 && french.dateOrder == .dayFirst)
        #expect(french.defaultCurrency == Currency(code: "EUR"))
        let polish = try refunds("Nr zamówienia,Data zwrotu,Kwota zwrotu")
        #expect(polish.email == nil && polish.customerID == nil && polish.orderID == 0 && polish.value == 2)
        #expect(try refunds("order_id,refund_amount").notes.count == 1)
    }

    @Test("flags of order files win where they fit and are not missed where they do not")
    func flags() throws {
        let plan = try refunds("who,value,other,refunded_at") { $0.columns = [.customer: "who", .orderedAt: "when", .value: "other"] }
        #expect(plan.customerID == 0 && plan.value == 2)
    }

    @Test("a file of orders, and one that says neither when nor of what, are not refunds")
    func notRefunds() throws {
        let orders = try #require(throws: ReadingError.self) { _ = try refunds("customer_id,order_id,ordered_at,value,currency") }
        #expect(orders.message.contains("file of orders"))
        let nothing = try #require(throws: ReadingError.self) { _ = try refunds("customer_id,refund_id,value") }
        #expect(nothing.message.contains("needs a date"))
        #expect(try refunds("order_id,ordered_at,refund_id,refunded_at,value").refundedAt == 3)
    }

    @Test(
        "without an amount or without anyone it belongs to there is no refund", arguments: ["customer_id,refunded_at", "refunded_at,value"])
    func missing(header: String) throws {
        let error = try #require(throws: ReadingError.self) { _ = try refunds(header) }
        #expect(error.code == .badData && error.advice?.contains("refund_id") == true)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        last == suffix ? String(dropLast()) : String(self)
    }
}
