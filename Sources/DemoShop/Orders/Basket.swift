import Facts

/// What somebody puts into a basket on a day.
struct Basket {
    private(set) var lines: [OrderLine] = []

    private let person: Person
    private let day: Int
    private let month: Int

    init(of person: Person, day: Int, month: Int) {
        self.person = person
        self.day = day
        self.month = month
    }

    /// Fills the basket by the person's taste; before Christmas with presents.
    ///
    /// - Parameter least: a sum, in minor units, for which sending is worth its price; a few things more are added for it.
    mutating func fill(isGiftSeason: Bool, least: Int64, _ dice: inout Dice) {
        let count = min(1 + dice.poisson(mean: 0.95 * person.appetite), 7)
        let isForOthers = person.habit == .gifts || isGiftSeason && dice.chance(0.3)
        for place in 0..<count + 3 {
            if place >= count, lines.reduce(0, { $0 + $1.sum }) >= least { break }
            let category: DemoProduct.Category =
                isForOthers && dice.chance(0.5)
                ? .gifts
                : dice.chance(0.5)
                    ? person.favourite : DemoProduct.Category.allCases[dice.place(inRunningSums: Catalogue.runningCategoryWeights)]
            guard let product = choose(category, &dice) else { continue }
            add(product, quantity: quantity(of: product, &dice))
        }
        // A category may have nothing to sell on a day; the house's coffee is always there.
        if lines.isEmpty { add(0, quantity: 1) }
    }

    /// Fills it with what a subscriber chose once and for all.
    mutating func fillAsSubscribed(seed: UInt64) {
        var dice = Dice(seed: seed, .baskets, -1 - person.number)
        let kinds = dice.chance(0.3) ? 2 : 1
        for _ in 0..<kinds {
            add(dice.pick([0, 1, 2, 3, 4, 5, 7]), quantity: person.organization == nil ? dice.between(1...3) : dice.between(3...6))
        }
    }

    private func choose(_ category: DemoProduct.Category, _ dice: inout Dice) -> Int? {
        let sold = Catalogue.numbers(of: category, month: month, day: day)
        guard !sold.isEmpty else { return nil }
        let sums = sold.map { Catalogue.products[$0].weight }.runningSums
        let first = sold[dice.place(inRunningSums: sums)]
        let second = sold[dice.place(inRunningSums: sums)]
        let (cheap, dear) =
            Catalogue.products[first].priceInCents <= Catalogue.products[second].priceInCents ? (first, second) : (second, first)
        return dice.chance(person.taste) ? dear : cheap
    }

    private func quantity(of product: Int, _ dice: inout Dice) -> Int {
        let item = Catalogue.products[product]
        var quantity = 1
        switch item.category {
        case .coffee, .tea: while quantity < 4, dice.chance(0.27) { quantity += 1 }
        case .tableware: if item.priceInCents < 2_500, dice.chance(0.4) { quantity = dice.pick([2, 2, 4]) }
        default: if dice.chance(0.06) { quantity = 2 }
        }
        return person.organization == nil || item.priceInCents > 6_000 ? quantity : quantity * dice.between(1...3)
    }

    private mutating func add(_ product: Int, quantity: Int) {
        if let place = lines.firstIndex(where: { $0.product == product }) {
            lines[place] = OrderLine(product: product, quantity: lines[place].quantity + quantity, price: lines[place].price)
        } else {
            lines.append(OrderLine(product: product, quantity: quantity, price: person.price(of: product, onDay: day)))
        }
    }
}

extension Person {
    /// What the person pays in.
    var currency: Currency { paysLocally ? Market.all[market].currency : DemoShop.euro }

    /// What so many cents of a euro are on labels in the person's currency: abroad to five minor units.
    func label(_ cents: Int64) -> Int64 {
        guard paysLocally else { return cents }
        return Int64((Double(cents) * Market.all[market].rate / 5).rounded()) * 5
    }

    /// The price of a product on a day in minor units of the person's currency.
    func price(of product: Int, onDay day: Int) -> Int64 { label(Catalogue.cents(of: product, onDay: day)) }
}
