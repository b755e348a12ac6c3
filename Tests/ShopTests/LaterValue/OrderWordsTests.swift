import JSON
import Testing

@testable import Shop

@Suite("What an order's event says in words")
struct OrderWordsTests {
    private func words(_ json: String) throws -> [String?] {
        let words = OrderWords(try JSONDocument(Array(json.utf8)).root)
        return [words.product, words.discountCode, words.channel]
    }

    @Test("Klaviyo's own names: the dearest line by its total, or by price and quantity")
    func klaviyo() throws {
        let totals = """
            {"OrderId":"1","source_name":"web","DiscountCodes":["WELCOME","X"],"ItemNames":["Mug","Tea"],
             "Items":[{"ProductName":"Mug","ItemPrice":9,"Quantity":1,"RowTotal":9},{"ProductName":"Tea","ItemPrice":5,"Quantity":3,"RowTotal":15}]}
            """
        #expect(try words(totals) == ["Tea", "WELCOME", "web"])
        let prices =
            #"{"DiscountCode":"SUMMER","Items":[{"ProductName":"Mug","ItemPrice":9},{"ProductName":"Tea","ItemPrice":5,"Quantity":3}]}"#
        #expect(try words(prices) == ["Tea", "SUMMER", nil])
        // Equal lines: the first.
        #expect(try words(#"{"Items":[{"ProductName":"A","RowTotal":5},{"ProductName":"B","RowTotal":5}]}"#) == ["A", nil, nil])
    }

    @Test("Shopify's order, as Klaviyo has it and as it is")
    func shopify() throws {
        let kept = """
            {"Items":["Mug","Tea"],"Discount Codes":["HI"],"Source Name":"pos",
             "$extra":{"line_items":[{"title":"Mug","price":"9.00","quantity":1},{"title":"Tea","price":"5.00","quantity":2}]}}
            """
        #expect(try words(kept) == ["Tea", "HI", "pos"])
        let raw = """
            {"source_name":"subscription_contract","discount_codes":[{"code":"TEN","amount":"1.00"}],
             "line_items":[{"title":"Tea","name":"Tea - Green","price":"5.00","quantity":2}]}
            """
        #expect(try words(raw) == ["Tea", "TEN", "subscription_contract"])
        #expect(try words(#"{"Items":["Mug","Tea"]}"#) == ["Mug", nil, nil])
    }

    @Test("WooCommerce's order, and a line alone")
    func wooCommerce() throws {
        let order = """
            {"created_via":"checkout","coupon_lines":[{"id":1,"code":"five"}],
             "line_items":[{"name":"Mug","total":"9.00"},{"name":"Pot","total":"29.50"}]}
            """
        #expect(try words(order) == ["Pot", "five", "checkout"])
        #expect(try words(#"{"ProductName":"Pot","OrderId":"1"}"#) == ["Pot", nil, nil])
    }

    @Test("What says nothing, and what has another shape than expected")
    func odd() throws {
        #expect(try words("{}") == [nil, nil, nil])
        let odd = #"{"Items":[1,null,[["x"]],{"ProductName":7}],"DiscountCodes":[],"discount_code":" ","source_name":4,"$extra":[1]}"#
        #expect(try words(odd) == [nil, nil, nil])
        #expect(try words(#"{"Items":"Tea","DiscountCodes":[{"amount":"1"}],"line_items":{"title":"Mug"}}"#) == ["Tea", nil, nil])
        #expect(try words(#"{"Items":[{"ProductName":"A","RowTotal":"nothing"},{"ProductName":"B","RowTotal":1}]}"#) == ["B", nil, nil])
    }
}
