import Facts

/// Draws the people of a shop one after another.
struct Crowd {
    private let shop: DemoShop
    private let calendar: ShopCalendar
    private var addresses = MailAddresses()
    private var phones = PhoneBook()

    init(of shop: DemoShop, _ calendar: ShopCalendar) {
        self.shop = shop
        self.calendar = calendar
    }

    /// How many readers come with so many customers: about one with seven.
    static func readers(beside customers: Int) -> Int { customers * 3 / 20 }

    private static let habits: [Person.Habit] = [.ordinary, .once, .subscriber, .counter, .gifts, .marketplace]
    private static let habitShares: [Double] = [0.57, 0.18, 0.05, 0.105, 0.06, 0.035].runningSums
    private static let acquisitions = ["Search", "Instagram", "Recommendation", "Press", "Advertisement", "Blog"]
    private static let acquisitionShares: [Double] = [0.38, 0.22, 0.16, 0.05, 0.14, 0.05].runningSums
    private static let organizations = ["Café", "Studio", "Atelier", "Cabinet", "Hôtel", "Agence"]

    /// The person of a number: customers first, then readers.
    mutating func next(number: Int) -> Person {
        var dice = Dice(seed: shop.seed, .person, number)
        let habit: Person.Habit = number < shop.customers ? Self.habits[dice.place(inRunningSums: Self.habitShares)] : .reader
        let market =
            switch habit {
            case .counter: 0
            case .marketplace: dice.place(inRunningSums: Market.marketplaceShares)
            default: dice.place(inRunningSums: Market.shares)
            }
        let city = habit == .counter ? dice.below(2) : dice.place(inRunningSums: Market.cityWeights[market])
        let place = Market.all[market].cities[city]
        let locales = Market.all[market].locales
        let locale = locales[dice.place(inRunningSums: locales.map(\.weight).runningSums)].tag
        let isWoman = dice.chance(0.62)
        let name = Names.of(locale: locale).draw(isWoman: isWoman, &dice)
        let birthYear = calendar.firstDay.civil.year - 19 - Int(dice.gamma(shape: 5, mean: 24))
        let birthday = ShopDay(year: birthYear, month: dice.between(1...12), day: dice.between(1...28))
        let firstDay = arrival(habit, &dice)
        let account = account(habit, &dice)
        let asksForPhoneOnly = habit == .counter && dice.chance(0.15)
        let email: String? =
            switch habit {
            case .marketplace: MailAddresses.masked(country: Market.all[market].code, &dice)
            case _ where asksForPhoneOnly: nil
            default: addresses.next(first: name.first, last: name.last, birthYear: birthYear, number: number, &dice)
            }
        let hasOther = account == .withFirstOrder && habit == .ordinary && dice.chance(0.025)
        let other =
            hasOther ? addresses.next(first: name.first, last: name.last, birthYear: birthYear + 1, number: number, &dice) : nil
        let givesPhone = dice.chance(0.34) || asksForPhoneOnly
        let phone = givesPhone && habit != .marketplace && habit != .reader ? place.phone.flatMap { phones.next(of: $0) } : nil
        let isCompany = habit == .ordinary && dice.chance(0.03) || habit == .subscriber && dice.chance(0.06)
        let organization = isCompany ? "\(dice.pick(Self.organizations)) \(name.last)" : nil
        return Person(
            number: number, habit: habit, market: market, city: city, zip: dice.pick(place.zips), locale: locale, first: name.first,
            last: name.last, organization: organization,
            // Whom nothing at all would name has an address after all: ranges of phone numbers end.
            email: email == nil && phone == nil
                ? addresses.next(first: name.first, last: name.last, birthYear: birthYear, number: number, &dice) : email,
            otherEmail: other, phone: phone, isMobile: place.phone?.isMobile ?? false, birthday: dice.chance(0.45) ? birthday : nil,
            favourite: favourite(habit, &dice), tellsFavourite: dice.chance(0.6), acquisition: acquisition(habit, &dice),
            firstDay: firstDay,
            account: account, appetite: (isCompany ? 2.2 : 1) * dice.gamma(shape: 5, mean: 1), taste: dice.beta(mean: 0.5, strength: 4),
            readiness: dice.beta(mean: 0.42, strength: 3), curiosity: dice.gamma(shape: 1.5, mean: 1),
            paysLocally: habit != .marketplace && dice.chance(Market.all[market].paysLocally), hasTwoBrowsers: dice.chance(0.15))
    }

    private func arrival(_ habit: Person.Habit, _ dice: inout Dice) -> Int {
        var day = dice.place(inRunningSums: calendar.arrivals)
        guard habit == .gifts else { return day }
        // Two whole seasons lie in 28 months: a few tries find one.
        for _ in 0..<60 where !Season.isGiftSeason(month: calendar.parts[day].month, dayOfMonth: calendar.parts[day].dayOfMonth) {
            day = dice.place(inRunningSums: calendar.arrivals)
        }
        return day
    }

    private func account(_ habit: Person.Habit, _ dice: inout Dice) -> Person.Account {
        let (first, second): (Double, Double) =
            switch habit {
            case .ordinary: (0.56, 0.16)
            case .once: (0.38, 0)
            case .subscriber: (1, 0)
            case .counter: (0.5, 0.2)
            case .gifts: (0.3, 0.1)
            case .marketplace, .reader: (0, 0)
            }
        let chance = dice.uniform()
        return chance < first ? .withFirstOrder : chance < first + second ? .withSecondOrder : .never
    }

    private func favourite(_ habit: Person.Habit, _ dice: inout Dice) -> DemoProduct.Category {
        switch habit {
        case .subscriber: .coffee
        case .gifts: .gifts
        default: DemoProduct.Category.allCases[dice.place(inRunningSums: Catalogue.runningCategoryWeights)]
        }
    }

    private func acquisition(_ habit: Person.Habit, _ dice: inout Dice) -> String {
        switch habit {
        case .counter: "Boutique"
        case .marketplace: "Marketplace"
        default: Self.acquisitions[dice.place(inRunningSums: Self.acquisitionShares)]
        }
    }
}
