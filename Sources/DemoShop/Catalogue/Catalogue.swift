/// What the shop sells, and when at which price.
enum Catalogue {
    /// Everything, by category; a product's place is its number.
    static let products: [DemoProduct] = entries.enumerated().map { place, entry in
        let prefix = entry.category.rawValue.uppercased().prefix(3)
        let number = 101 + place
        return DemoProduct(
            id: "70\(10_400 + place * 37)", sku: "\(prefix)-\(number)", name: entry.name, brand: entry.brand, category: entry.category,
            priceInCents: entry.cents, url: "\(DemoShop.website)/products/\(prefix.lowercased())-\(number)", months: entry.months,
            firstDay: entry.firstDay, weight: entry.weight)
    }

    /// The numbers of a category's products that are sold in a month, on a day of the shop's history.
    static func numbers(of category: DemoProduct.Category, month: Int, day: Int) -> [Int] {
        (numbers[category] ?? []).filter { products[$0].months.contains(month) && products[$0].firstDay <= day }
    }

    private static let numbers: [DemoProduct.Category: [Int]] = Dictionary(grouping: products.indices) { products[$0].category }

    /// How often each category is liked, as running sums in the order of the cases.
    static let runningCategoryWeights: [Double] = [0.34, 0.24, 0.13, 0.13, 0.11, 0.05].runningSums

    /// Prices rise twice a year, by about 3 % a year: coffee faster than cups.
    static func cents(of product: Int, onDay day: Int) -> Int64 {
        let item = products[product]
        let steps = Double(day / 182)
        let perStep = item.category == .coffee ? 0.022 : 0.012
        let raised = Double(item.priceInCents) * (1 + perStep * steps)
        // To ten cents, as the shop's labels are.
        return Int64((raised / 10).rounded()) * 10
    }

    private typealias Entry = (
        category: DemoProduct.Category, name: String, brand: String, cents: Int64, weight: Double, months: ClosedRange<Int>, firstDay: Int
    )

    private static let entries: [Entry] =
        coffee.map { all(.coffee, $0) } + tea.map { all(.tea, $0) } + brewing.map { all(.brewing, $0) }
        + tableware.map { all(.tableware, $0) }
        + home.map { all(.home, $0) } + gifts.map { all(.gifts, $0) } + seasonal

    private typealias Line = (name: String, brand: String, cents: Int64, weight: Double)

    private static func all(_ category: DemoProduct.Category, _ line: Line) -> Entry {
        // A weight below nought marks what came into the shop later.
        (category, line.name, line.brand, line.cents, abs(line.weight), 1...12, line.weight < 0 ? 300 : 0)
    }

    private static let coffee: [Line] = [
        ("House Espresso 250 g", "Brume & Grain", 890, 9), ("House Espresso 1 kg", "Brume & Grain", 2990, 6),
        ("Matin Filter Roast 250 g", "Brume & Grain", 950, 7), ("Éthiopie Yirgacheffe 250 g", "Brume & Grain", 1290, 6),
        ("Colombia Huila 250 g", "Brume & Grain", 1190, 5), ("Guatemala Antigua 250 g", "Brume & Grain", 1250, 4),
        ("Kenya Nyeri AA 250 g", "Brume & Grain", 1490, 3), ("Brasil Cerrado 1 kg", "Brume & Grain", 2790, 4),
        ("Décaf Montagne 250 g", "Brume & Grain", 1150, 3), ("Sumatra Gayo 250 g", "Brume & Grain", 1290, 2.5),
        ("Panama Geisha 150 g", "Brume & Grain", 2890, 1), ("Ten Coffee Bags", "Brume & Grain", 1090, -3),
        ("Cold Brew Blend 500 g", "Brume & Grain", 1790, -2.5), ("Barista Oat Drink, Six", "Folle Avoine", 1680, -2),
    ]

    private static let tea: [Line] = [
        ("Earl Grey Bleu 100 g", "Maison Brisel", 990, 7), ("Sencha Yame 100 g", "Kirishade", 1490, 5),
        ("Jasmin Pearls 75 g", "Kirishade", 1690, 3.5), ("Breakfast Assam 100 g", "Maison Brisel", 890, 6),
        ("Rooibos Vanille 100 g", "Maison Brisel", 790, 5), ("Verveine Entière 40 g", "Maison Brisel", 690, 4),
        ("Darjeeling First Flush 75 g", "Kirishade", 1990, 2), ("Chai Maison 125 g", "Brume & Grain", 1090, 4),
        ("Pu-erh Cake 200 g", "Kirishade", 2690, 1), ("Matcha Ceremonial 30 g", "Kirishade", 2490, 4),
        ("Hojicha 80 g", "Kirishade", 1190, -2.5), ("Infusion du Soir 20 Bags", "Maison Brisel", 850, -4),
    ]

    private static let brewing: [Line] = [
        ("Paper Filters, 100", "Brume & Grain", 690, 9), ("Pour-over Dripper", "Osmelle", 2490, 4),
        ("Glass Server 600 ml", "Osmelle", 2990, 3),
        ("Hand Grinder", "Moulvent", 8900, 2.5), ("Gooseneck Kettle", "Osmelle", 6900, 2), ("French Press 1 l", "Osmelle", 3990, 2.5),
        ("Moka Pot, Three Cups", "Ferrolo", 3450, 3), ("Coffee Scale", "Osmelle", 4590, 1.5), ("Matcha Whisk", "Kirishade", 1890, 2.5),
        ("Cast Iron Teapot", "Kirishade", 7900, 1), ("Tea Strainer", "Osmelle", 1190, 3), ("Electric Grinder", "Moulvent", 14900, -0.8),
    ]

    private static let tableware: [Line] = [
        ("Espresso Cup, Grey", "Atelier Nuaj", 1400, 6), ("Cappuccino Cup, Grey", "Atelier Nuaj", 1800, 5),
        ("Mug, Sand", "Atelier Nuaj", 1950, 6), ("Breakfast Bowl", "Atelier Nuaj", 2200, 4), ("Cake Plate", "Atelier Nuaj", 1650, 3),
        ("Serving Board, Oak", "Hêtre & Fils", 3900, 2), ("Carafe 1 l", "Osmelle", 3200, 2), ("Travel Cup 340 ml", "Osmelle", 2690, 4),
        ("Milk Jug", "Atelier Nuaj", 1700, 2.5), ("Tea Set for Two", "Atelier Nuaj", 5800, -1.2),
    ]

    private static let home: [Line] = [
        ("Linen Tea Towel, Pair", "Lin des Dunes", 1890, 5), ("Tablecloth, Linen", "Lin des Dunes", 6900, 1),
        ("Candle, Fig", "Lueur", 2400, 5),
        ("Candle, Cedar", "Lueur", 2400, 4), ("Storage Tin 250 g", "Brume & Grain", 1290, 4),
        ("Storage Jar, Oak Lid", "Hêtre & Fils", 2190, 3),
        ("Apron, Washed Linen", "Lin des Dunes", 4500, 1.5), ("Tote Bag", "Brume & Grain", 1500, 3),
    ]

    private static let gifts: [Line] = [
        ("Discovery Box, Coffee", "Brume & Grain", 3400, 6), ("Discovery Box, Tea", "Brume & Grain", 3200, 5),
        ("Breakfast for Two", "Brume & Grain", 5900, 3), ("Honey & Speculoos", "Brume & Grain", 1690, 4),
    ]

    private static let seasonal: [Entry] = [
        (.gifts, "Advent Calendar, Tea", "Brume & Grain", 3900, 14, 10...12, 0),
        (.gifts, "Advent Calendar, Coffee", "Brume & Grain", 4500, 12, 10...12, 0),
        (.tea, "Iced Tea Pitcher Blend 150 g", "Maison Brisel", 1290, 6, 5...8, 0),
    ]
}
