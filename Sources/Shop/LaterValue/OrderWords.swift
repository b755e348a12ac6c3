import Connectors
import Facts
import JSON
import Population

/// What an order's event says in words: the product that stands for it, its discount code, and how it came.
///
/// Under the names that Klaviyo's integrations, Shopify, WooCommerce and imported files use, at the top or within `$extra`, where Klaviyo has the
/// shop's own payload.
struct OrderWords {
    /// The product of the most valuable line, or the first that is named.
    let product: String?
    /// The first code.
    let discountCode: String?
    /// The channel as the shop writes it.
    let channel: String?

    private static let extras = ["$extra", "extra"]
    private static let lines = ["Items", "items", "line_items", "lineItems"]
    private static let lineNames = ["ProductName", "Product Name", "product_name", "title", "name", "Name"]
    private static let lineTotals = ["RowTotal", "Row Total", "row_total", "line_total", "total"]
    private static let linePrices = ["ItemPrice", "Item Price", "item_price", "price", "Price"]
    private static let quantities = ["Quantity", "quantity"]
    private static let products = [
        "ItemNames", "Item Names", "item_names", "Items", "items", "ProductName", "Product Name", "product_name", "Name",
    ]
    private static let codes = [
        "DiscountCodes", "Discount Codes", "discount_codes", "DiscountCode", "Discount Code", "discount_code", "coupon_lines",
        "coupon_code",
    ]
    private static let channels = ["source_name", "Source Name", "SourceName", "channel", "Channel", "created_via"]

    /// Of an event's properties.
    init(_ root: JSONValue) {
        let places = [root] + Self.extras.compactMap { root[$0] }.filter { $0.kind == .object }
        product = Self.first(places) { Self.dearestLine($0) } ?? Self.first(places) { Self.text(Self.products, in: $0) }
        discountCode = Self.first(places) { Self.text(Self.codes, in: $0, member: "code") }
        channel = Self.first(places) { Self.text(Self.channels, in: $0) }
    }

    private static func first(_ places: [JSONValue], _ find: (JSONValue) -> String?) -> String? {
        for place in places { if let text = find(place) { return text } }
        return nil
    }

    /// The first of some members that says something.
    private static func text(_ names: [String], in object: JSONValue, member: String? = nil) -> String? {
        for name in names { if let text = object[name].flatMap({ text($0, member) }) { return text } }
        return nil
    }

    /// A text, or the first one of a list; of objects, as shops list codes, a member.
    private static func text(_ value: JSONValue, _ member: String?) -> String? {
        switch value.kind {
        case .string: return value.string.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
        case .array:
            for element in value.elements where element.kind != .array { if let text = text(element, member) { return text } }
            return nil
        case .object: return member.flatMap { value[$0] }.flatMap { $0.kind == .string ? text($0, nil) : nil }
        default: return nil
        }
    }

    private static func dearestLine(_ object: JSONValue) -> String? {
        for name in lines {
            guard let list = object[name], list.kind == .array else { continue }
            var best: (name: String, worth: Double)?
            for line in list.elements where line.kind == .object {
                guard let name = text(lineNames, in: line) else { continue }
                let worth = worth(line)
                if best.map({ worth > $0.worth }) ?? true { best = (name, worth) }
            }
            if let best { return best.name }
        }
        return nil
    }

    /// A line's total, or its price times its quantity; nothing where neither is a number.
    private static func worth(_ line: JSONValue) -> Double {
        if let total = amount(lineTotals, in: line) { return total }
        return (amount(linePrices, in: line) ?? 0) * (amount(quantities, in: line) ?? 1)
    }

    private static func amount(_ names: [String], in line: JSONValue) -> Double? {
        for name in names {
            guard let value = line[name] else { continue }
            let number = value.double ?? value.withStringBytes { EventSayings.decimal($0) } ?? nil
            if let number, number.isFinite { return number }
        }
        return nil
    }
}
