import Facts
import Testing

@testable import Connectors

@Suite("Columns of products and discount codes")
struct LabelColumnsTests {
    private func columns(_ header: String, _ change: (inout ReadingOptions) -> Void = { _ in }) throws -> (
        product: String?, discount: String?, notes: [String]
    ) {
        let plan = try recognize(header, change)
        let names = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return (plan.labels.product.map { names[$0] }, plan.labels.discount.map { names[$0] }, plan.labels.notes.map(\.text))
    }

    @Test(
        "Known by their names in three languages",
        arguments: [
            ("customer_id,ordered_at,value,product_name,coupon", "product_name", "coupon"),
            ("customer_id,date,total,item,voucher", "item", "voucher"),
            ("customer_id,date,total,SKU,discount_code", "SKU", "discount_code"),
            ("id client,date de commande,montant total,Nom du produit,Code promo", "Nom du produit", "Code promo"),
            ("id klienta,data zamówienia,kwota,Nazwa produktu,Kod rabatowy", "Nazwa produktu", "Kod rabatowy"),
            (Headers.shopify, "Lineitem name", "Discount Code"),
            (Headers.advancedOrderExport, "Name", "Coupon Code"),
            ("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country", "Description", nil),
        ] as [(String, String?, String?)])
    func names(header: String, product: String?, discount: String?) throws {
        let found = try columns(header)
        #expect(found.product == product && found.discount == discount && found.notes.isEmpty)
    }

    @Test("Without such columns there are none")
    func none() throws {
        let found = try columns("customer_id,order_id,ordered_at,value,currency,source")
        #expect(found.product == nil && found.discount == nil && found.notes.isEmpty)
        // A description is one of products in Online Retail alone; a discount is mostly an amount.
        let other = try columns("customer_id,ordered_at,value,description,discount")
        #expect(other.product == nil && other.discount == nil)
    }

    @Test("Of two the more specific one is taken and said, of two alike the first")
    func several() throws {
        let specific = try columns("customer_id,ordered_at,value,sku,product_name,coupon,voucher_code")
        #expect(specific.product == "product_name" && specific.discount == "voucher_code")
        #expect(specific.notes.count == 2 && specific.notes[0].contains("--product-column") && specific.notes[1].contains("coupon"))
        let plan = try recognize("customer_id,ordered_at,value,product,product")
        #expect(plan.labels.product == 3 && plan.labels.notes.first?.text.contains("column 4, not 5") == true)
    }

    @Test("Named by hand they win, and take no column away from another role")
    func byHand() throws {
        let found = try columns("customer_id,ordered_at,value,sku,product_name,source,tags") {
            $0.columns = [.product: "sku", .discount: "source"]
        }
        #expect(found.product == "sku" && found.discount == "source" && found.notes.isEmpty)
        let plan = try recognize("customer_id,ordered_at,value,source") { $0.columns = [.discount: "source"] }
        #expect(plan.source == 3 && plan.labels.discount == 3)
        let error = readingError { _ = try recognize("customer_id,ordered_at,value") { $0.columns = [.product: "Artikel"] } }
        #expect(error?.code == .badData && error?.description.contains("--product-column") == true)
    }

    @Test("A column that holds something else is no product")
    func taken() throws {
        let found = try columns("id client,date,montant,article") { $0.columns = [.orderID: "article"] }
        #expect(found.product == nil)
    }

    @Test("No plan changes in anything else for such columns")
    func nothingElse() throws {
        for header in [Headers.shopify, Headers.advancedOrderExport, "customer_id,order_id,date,sku,quantity,unit_price,coupon"] {
            let plan = try recognize(header)
            #expect(plan.value == nil || plan.unitPrice == nil && plan.quantity == nil)
            let columns = OrderColumns(plan, basis: .gross)
            #expect(columns.hasLabels && !columns.used.contains(columns.product) && !columns.used.contains(columns.discount))
        }
    }
}
