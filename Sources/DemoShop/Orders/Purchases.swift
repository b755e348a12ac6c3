/// When somebody buys, and where.
struct Purchase {
    /// The day, from 0.
    var day: Int
    /// The second of the day on the shop's clock.
    var second: Int
    /// Through which door.
    var source: OrderSource
    /// Whether a subscription begins with it.
    var beginsSubscription = false
}

/// Through which door an order came, as `source_name` says it.
enum OrderSource: String {
    case web
    case counter = "pos"
    case subscription
    case marketplace
}

/// What somebody's interest in the shop comes to: purchases, and the day on which it ends unsaid.
struct Course {
    /// In order of time, the first on the person's first day.
    var purchases: [Purchase] = []
    /// The day on which interest ends; it may lie beyond the last.
    var lastDay: Double
    /// The day on which a subscription ends.
    var subscriptionEnds: Double?

    /// Draws a person's course.
    ///
    /// Times between purchases are gamma variates of shape 1.5 (steadier than chance), their rate a gamma variate of the person, and how
    /// long it lasts is exponential with a gamma rate: Pareto/NBD, but for the steadiness. Time passes as fast as the shop is busy, so that
    /// seasons need no further chance.
    init(of person: Person, _ calendar: ShopCalendar, seed: UInt64) {
        var dice = Dice(seed: seed, .purchases, person.number)
        let first = person.firstDay
        switch person.habit {
        case .reader:
            lastDay = Double(first) + dice.exponential(mean: 260)
        case .once:
            lastDay = Double(first) + dice.exponential(mean: 45)
            add(first, .web, person, calendar, &dice)
        case .marketplace:
            lastDay = Double(first) + dice.exponential(mean: 120)
            add(first, .marketplace, person, calendar, &dice)
            if dice.chance(0.14) { add(first + dice.between(10...160), .marketplace, person, calendar, &dice) }
        case .gifts:
            lastDay = Double(first) + dice.exponential(mean: 700)
            giveEveryYear(person, calendar, &dice)
        case .ordinary, .counter:
            let rate = dice.gamma(shape: 1.5, mean: 1 / 105.0)
            lastDay = Double(first) + dice.exponential(mean: 1 / dice.gamma(shape: 1.6, mean: 1 / 340.0))
            buyAtChance(person, rate: rate, calendar, &dice)
        case .subscriber:
            lastDay = Double(first)
            subscribe(person, calendar, &dice)
        }
        purchases.sort { ($0.day, $0.second) < ($1.day, $1.second) }
    }

    /// How closely the person follows the shop on a day, from 0.1 to 1: it fades before the end, and is not quite nothing after it.
    func interest(onDay day: Double) -> Double {
        let fading = (lastDay + 50 - day) / 110
        return min(max(fading, 0.1), 1)
    }

    private mutating func buyAtChance(_ person: Person, rate: Double, _ calendar: ShopCalendar, _ dice: inout Dice) {
        let boutique = Market.all[person.market].cities[person.city].boutique
        var demand = calendar.demandBefore[person.firstDay]
        var day = person.firstDay
        for _ in 0..<400 {
            let isAtCounter = person.habit == .counter || boutique != nil && dice.chance(0.22)
            add(day, isAtCounter ? .counter : .web, person, calendar, &dice)
            demand += dice.gamma(shape: 1.5, mean: 1 / rate)
            guard let next = calendar.day(atDemand: demand), Double(next) < lastDay else { return }
            day = next
        }
    }

    private mutating func giveEveryYear(_ person: Person, _ calendar: ShopCalendar, _ dice: inout Dice) {
        var day = person.firstDay
        for _ in 0..<4 {
            add(day, .web, person, calendar, &dice)
            day += 365 + dice.between(-12...12)
            guard Double(day) < lastDay, dice.chance(0.7) else { return }
        }
    }

    /// The first order is made on the website; the others come by themselves, now and then a little late or left out.
    private mutating func subscribe(_ person: Person, _ calendar: ShopCalendar, _ dice: inout Dice) {
        let interval = Double(dice.pick([28, 28, 42, 56]))
        var day = Double(person.firstDay)
        add(person.firstDay, .web, person, calendar, &dice, beginsSubscription: true)
        for cycle in 0..<60 {
            day += max(interval + dice.normal() * 1.1, 7)
            if dice.chance(0.05) { day += interval }
            guard day < Double(calendar.days) else { break }
            let quits = cycle == 0 ? 0.10 : cycle == 1 ? 0.07 : 0.035
            if dice.chance(quits) {
                subscriptionEnds = day
                break
            }
            add(Int(day), .subscription, person, calendar, &dice)
        }
        // Beside and after it some is bought by hand.
        let after = dice.exponential(mean: subscriptionEnds == nil ? 400 : 120)
        lastDay = min(day, Double(calendar.days)) + after
        for _ in 0..<dice.poisson(mean: (lastDay - Double(person.firstDay)) / 170) {
            let extra = Double(person.firstDay) + 1 + dice.uniform() * (lastDay - Double(person.firstDay))
            if extra < Double(calendar.days) { add(Int(extra), .web, person, calendar, &dice) }
        }
    }

    private mutating func add(
        _ day: Int, _ source: OrderSource, _ person: Person, _ calendar: ShopCalendar, _ dice: inout Dice, beginsSubscription: Bool = false
    ) {
        var day = day
        // A boutique is closed for two days at most.
        if source == .counter { for _ in 0..<3 where day < calendar.days && !calendar.isOpen(day: day) { day += 1 } }
        guard day < calendar.days else { return }
        let second: Int
        switch source {
        case .counter: second = Hours.second(Hours.counter, &dice)
        case .subscription: second = 6 * 3600 + dice.below(1_500)
        case .web, .marketplace:
            let local = Hours.second(Hours.web, &dice)
            second = (local - Market.all[person.market].hoursFromParis * 3600) % 86_400
        }
        purchases.append(Purchase(day: day, second: second, source: source, beginsSubscription: beginsSubscription))
    }
}
