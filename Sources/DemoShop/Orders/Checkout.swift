import Facts

/// Turns a purchase into an order: basket, discount, sending, and what comes back of it.
struct Checkout {
    let calendar: ShopCalendar
    let seed: UInt64

    /// What is known of the buyer before the order.
    struct Standing {
        /// The number of orders before it.
        var ordersBefore = 0
        /// Days since the order before it.
        var daysSince: Int?
        /// Whether the newsletter came before the first order.
        var cameByNewsletter = false
        /// Points on the loyalty card.
        var points = 0
        /// Whether there is an account by now.
        var hasAccount = false
        /// Whether the other address is used.
        var usesOtherEmail = false
    }

    /// The order of a purchase.
    func order(_ purchase: Purchase, of person: Person, _ standing: Standing, _ dice: inout Dice) -> Order {
        let part = calendar.parts[purchase.day]
        let isGiftSeason = Season.isGiftSeason(month: part.month, dayOfMonth: part.dayOfMonth)
        let isSubscribed = purchase.source == .subscription || purchase.beginsSubscription
        let market = Market.all[person.market]
        let least = purchase.source == .web ? person.label(market.shipping.cents) * 5 / 2 : 0
        var basket = Basket(of: person, day: purchase.day, month: part.month)
        if isSubscribed { basket.fillAsSubscribed(seed: seed) } else { basket.fill(isGiftSeason: isGiftSeason, least: least, &dice) }
        let goods = basket.lines.reduce(0) { $0 + $1.sum }
        let code = purchase.source == .web && !purchase.beginsSubscription ? code(purchase, standing, &dice) : nil
        // Subscribers pay a tenth less, without a code.
        let percent = code?.percent ?? (isSubscribed ? 10 : 0)
        let discount = (goods * percent + 50) / 100
        let isSent = purchase.source == .web && !purchase.beginsSubscription && percent < 100
        let isFree = goods - discount >= person.label(market.shipping.freeFromCents)
        return Order(
            person: person.number, seconds: calendar.seconds(day: purchase.day, second: purchase.second), source: purchase.source,
            currency: person.currency, lines: basket.lines, code: code, discount: discount,
            shipping: isSent && !isFree ? person.label(market.shipping.cents) : 0, beginsSubscription: purchase.beginsSubscription,
            hasAccount: standing.hasAccount && !standing.usesOtherEmail, usesOtherEmail: standing.usesOtherEmail, refund: nil)
    }

    private func code(_ purchase: Purchase, _ standing: Standing, _ dice: inout Dice) -> DiscountCode? {
        let part = calendar.parts[purchase.day]
        if dice.chance(0.006) { return .present }
        if Season.isBlackFriday(month: part.month, dayOfMonth: part.dayOfMonth, weekday: part.weekday) {
            return dice.chance(0.75) ? .blackFriday : nil
        }
        if standing.ordersBefore == 0, standing.cameByNewsletter, dice.chance(0.7) { return .welcome }
        if Season.isSummerSale(month: part.month, dayOfMonth: part.dayOfMonth), dice.chance(0.4) { return .summer }
        if let days = standing.daysSince, days > 120, dice.chance(0.3) { return .comeback }
        if LoyaltyTier(points: standing.points) == .gold, dice.chance(0.25) { return .gold }
        return dice.chance(0.04) ? .friend : nil
    }

    /// What becomes of an order afterwards.
    enum Fate {
        case kept
        case cancelled(after: Int64)
        case refunded(OrderRefund, after: Int64)
    }

    /// About 1.5 of a hundred are cancelled before they are sent; about 5 come back in part or whole: cups and machines more than coffee.
    func fate(of order: Order, _ dice: inout Dice) -> Fate {
        guard order.value > 0 else { return .kept }
        if order.source == .web || order.source == .marketplace, dice.chance(0.019) {
            return .cancelled(after: Int64(dice.between(600...64_000)))
        }
        let breaks = order.lines.contains { !Catalogue.products[$0.product].category.isConsumable }
        let chance: Double =
            switch order.source {
            case .web: breaks ? 0.078 : 0.034
            case .counter: 0.022
            case .subscription: 0.016
            case .marketplace: 0.08
            }
        guard dice.chance(chance) else { return .kept }
        let days = 4 + Int(dice.gamma(shape: 2.2, mean: 9))
        let after = Int64(days) * 86_400 + Int64(dice.between(-7_000...7_000))
        let isSingle = order.lines.count == 1 && order.lines[0].quantity == 1
        if dice.chance(isSingle ? 0.8 : 0.3) { return .refunded(.whole, after: after) }
        let line = dice.below(order.lines.count)
        return .refunded(.part(line: line, quantity: dice.between(1...order.lines[line].quantity)), after: after)
    }
}

/// The rungs of the loyalty programme: a point for each euro.
enum LoyaltyTier: String {
    case bronze = "Bronze"
    case silver = "Silver"
    case gold = "Gold"

    /// The rung of so many points.
    init(points: Int) {
        self = points >= 400 ? .gold : points >= 150 ? .silver : .bronze
    }
}
