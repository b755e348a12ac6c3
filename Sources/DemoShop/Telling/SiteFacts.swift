import Facts
import JSON

// What the script on the website tells.
extension Telling {
    func siteEvent(_ moment: Moment, _ person: Person) -> DemoEvent {
        let day = story.calendar.day(of: Int64(moment.seconds))
        let product = Int(moment.detail)
        let (metric, value, properties): (DemoMetric, Int64?, [UInt8]) =
            switch moment.kind {
            case .viewed: (.viewedProduct, nil, viewedProperties(product, price: person.price(of: product, onDay: day)))
            case .added:
                (
                    .addedToCart, person.price(of: product, onDay: day) * Int64(moment.part),
                    addedProperties(product, quantity: Int(moment.part), price: person.price(of: product, onDay: day))
                )
            case .checkedOut: checkout(moment, person, day)
            default: (.activeOnSite, nil, activeProperties(moment, person))
            }
        return DemoEvent(
            metric: metric, time: moment.time, profile: identities(moment, person), uniqueID: uniqueID("w", moment),
            value: value.map { Money(minorUnits: $0, currency: person.currency) }, properties: properties)
    }

    private func viewedProperties(_ number: Int, price: Int64) -> [UInt8] {
        let product = Catalogue.products[number]
        return object { writer in
            writer.member("ProductName", product.name)
            writer.member("ProductID", product.id)
            writer.member("SKU", product.sku)
            writer.texts("Categories", [product.category.rawValue])
            writer.member("Brand", product.brand)
            writer.member("Price", price.amount)
            writer.member("URL", product.url)
        }
    }

    private func addedProperties(_ number: Int, quantity: Int, price: Int64) -> [UInt8] {
        let product = Catalogue.products[number]
        return object { writer in
            writer.member("AddedItemProductName", product.name)
            writer.member("AddedItemProductID", product.id)
            writer.member("AddedItemSKU", product.sku)
            writer.texts("AddedItemCategories", [product.category.rawValue])
            writer.member("AddedItemPrice", price.amount)
            writer.member("AddedItemQuantity", quantity)
            writer.member("AddedItemURL", product.url)
        }
    }

    /// The way to the till: of an order that follows, or of a thing that is left.
    private func checkout(_ moment: Moment, _ person: Person, _ day: Int) -> (DemoMetric, Int64?, [UInt8]) {
        let product = Int(moment.detail)
        let lines =
            moment.part == 0
            ? story.orders[product].lines
            : [OrderLine(product: product, quantity: Int(moment.part), price: person.price(of: product, onDay: day))]
        let properties = object { writer in
            writer.texts("ItemNames", lines.map { Catalogue.products[$0.product].name })
            writer.member("ItemCount", lines.reduce(0) { $0 + $1.quantity })
            writer.member("CheckoutURL", "\(DemoShop.website)/checkout")
            writer.array("Items") { writer in for line in lines { writer.object { $0.item(line) } } }
        }
        return (.startedCheckout, lines.reduce(0) { $0 + $1.sum }, properties)
    }

    private func activeProperties(_ moment: Moment, _ person: Person) -> [UInt8] {
        let pages = ["/", "/", "/collections/coffee", "/collections/tea", "/journal", "/collections/new"]
        let device = Self.devices[(person.number &* 7 &+ person.zip.utf8.count) % Self.devices.count]
        return object { writer in
            writer.member("page", DemoShop.website + pages[Int(moment.seconds) % pages.count])
            writer.member("browser", device.browser)
            writer.member("os", device.system)
        }
    }

    /// What people read and look with.
    static let devices: [(browser: String, system: String)] = [
        ("Mobile Safari", "iOS"), ("Chrome Mobile", "Android"), ("Chrome", "Windows"), ("Safari", "macOS"), ("Firefox", "Windows"),
        ("Mobile Safari", "iOS"), ("Chrome Mobile", "Android"), ("Edge", "Windows"), ("Chrome", "macOS"), ("Firefox", "Linux"),
    ]
}
