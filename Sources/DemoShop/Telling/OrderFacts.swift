import Facts
import JSON

// Orders and what becomes of them, in the property names of Klaviyo's guide and of Shopify's connection to it.
extension Telling {
    func orderEvent(_ moment: Moment, _ person: Person) -> DemoEvent {
        let order = story.orders[Int(moment.detail)]
        let (metric, uniqueID, value, properties): (DemoMetric, String, Int64, [UInt8]) =
            switch moment.kind {
            case .ordered:
                (
                    .orderedProduct, "\(order.id):\(moment.part)", order.lines[Int(moment.part)].sum,
                    orderedProperties(order, line: Int(moment.part))
                )
            case .fulfilled: (.fulfilledOrder, order.id, order.value, fulfilledProperties(order))
            case .refunded: (.refundedOrder, "\(order.id):R1", order.refunded, refundedProperties(order))
            case .cancelled: (.cancelledOrder, order.id, order.value, cancelledProperties(order))
            default: (.placedOrder, order.id, order.value, placedProperties(order, person))
            }
        return DemoEvent(
            metric: metric, time: moment.time, profile: identities(moment, person), uniqueID: uniqueID,
            value: Money(minorUnits: value, currency: order.currency), properties: properties)
    }

    private func placedProperties(_ order: Order, _ person: Person) -> [UInt8] {
        let market = Market.all[person.market]
        let city = market.cities[person.city]
        return object { writer in
            writer.member("OrderId", order.id)
            writer.member("source_name", order.source.rawValue)
            writer.member("country", market.code)
            writer.texts("ItemNames", order.lines.map { Catalogue.products[$0.product].name })
            let categories = order.lines.map { Catalogue.products[$0.product].category.rawValue }.withoutRepetition
            writer.texts("Categories", categories)
            writer.texts("Collections", categories + (order.hasSeasonal ? ["Christmas"] : []))
            writer.texts("Brands", order.lines.map { Catalogue.products[$0.product].brand }.withoutRepetition)
            writer.member("ItemCount", order.lines.reduce(0) { $0 + $1.quantity })
            writer.texts("DiscountCodes", order.code.map { [$0.rawValue] } ?? [])
            writer.member("DiscountValue", order.discount.amount)
            writer.member("Subtotal", order.goods.amount)
            writer.member("ShippingValue", order.shipping.amount)
            if order.beginsSubscription { writer.texts("tags", ["Subscription First Order"]) }
            if order.source == .subscription { writer.texts("tags", ["Subscription Recurring Order"]) }
            if order.source == .counter {
                writer.member("Location", "Boutique \(boutique(of: person))")
            } else {
                writer.object("ShippingAddress") { writer in
                    writer.member("City", city.name)
                    writer.member("Region", city.region)
                    writer.member("Country", market.country)
                    writer.member("CountryCode", market.code)
                    writer.member("Zip", person.zip)
                }
            }
            writer.array("Items") { writer in for line in order.lines { writer.object { $0.item(line) } } }
        }
    }

    private func orderedProperties(_ order: Order, line: Int) -> [UInt8] {
        object { writer in
            writer.member("OrderId", order.id)
            writer.member("source_name", order.source.rawValue)
            writer.item(order.lines[line])
        }
    }

    private func fulfilledProperties(_ order: Order) -> [UInt8] {
        object { writer in
            writer.member("OrderId", order.id)
            writer.member("source_name", order.source.rawValue)
            writer.texts("ItemNames", order.lines.map { Catalogue.products[$0.product].name })
        }
    }

    private func refundedProperties(_ order: Order) -> [UInt8] {
        object { writer in
            writer.member("OrderId", order.id)
            writer.member("RefundId", "\(order.id):R1")
            writer.member("source_name", order.source.rawValue)
            var lines = order.lines
            if case .part(let line, let quantity) = order.refund {
                lines = [OrderLine(product: lines[line].product, quantity: quantity, price: lines[line].price)]
            }
            writer.member("IsPartial", order.refunded < order.value)
            writer.member("Reason", Self.refundReasons[order.number % Self.refundReasons.count])
            writer.array("Items") { writer in for line in lines { writer.object { $0.item(line) } } }
        }
    }

    private func cancelledProperties(_ order: Order) -> [UInt8] {
        object { writer in
            writer.member("OrderId", order.id)
            writer.member("source_name", order.source.rawValue)
            writer.member("Reason", Self.cancelReasons[order.number % Self.cancelReasons.count])
        }
    }

    private static let refundReasons = ["Damaged on the way", "Not as expected", "Changed mind", "Wrong item", "Late"]
    private static let cancelReasons = ["customer", "customer", "inventory", "fraud"]
}

extension Order {
    /// Whether something of it is sold before Christmas only.
    fileprivate var hasSeasonal: Bool { lines.contains { Catalogue.products[$0.product].months == 10...12 } }
}

extension JSONWriter {
    /// A line of an order.
    mutating func item(_ line: OrderLine) {
        let product = Catalogue.products[line.product]
        member("ProductID", product.id)
        member("SKU", product.sku)
        member("ProductName", product.name)
        member("Quantity", line.quantity)
        member("ItemPrice", line.price.amount)
        member("RowTotal", line.sum.amount)
        member("ProductURL", product.url)
        texts("Categories", [product.category.rawValue])
        member("Brand", product.brand)
    }

    /// A member that is a list of texts.
    mutating func texts(_ key: String, _ list: [String]) {
        array(key) { writer in for text in list { writer.string(text) } }
    }
}

extension [String] {
    /// Each text once, in order.
    fileprivate var withoutRepetition: [String] {
        var result: [String] = []
        for text in self where !result.contains(text) { result.append(text) }
        return result
    }
}
