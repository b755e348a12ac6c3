/// A visit to the website: what was looked at, what was put into the basket.
struct Visit {
    /// When it began, seconds of UTC since 1970.
    var seconds: Int64
    /// 0, or 1 for the person's second browser.
    var browser: Int
    /// The products that were looked at, by number.
    var views: [Int]
    /// What was put into the basket, and how many.
    var additions: [(product: Int, quantity: Int)] = []
    /// Whether the way to the till was begun.
    var isCheckout = false
}

extension Story {
    /// A product that the person may look at on a day.
    func glance(_ person: Person, onDay day: Int, _ dice: inout Dice) -> Int {
        let category =
            dice.chance(0.5) ? person.favourite : DemoProduct.Category.allCases[dice.place(inRunningSums: Catalogue.runningCategoryWeights)]
        let sold = Catalogue.numbers(of: category, month: month(ofDay: day), day: day)
        return sold.isEmpty ? 0 : dice.pick(sold)
    }

    /// A visit of somebody who only looks; one in six fills a basket, some of these begin to pay, and leave.
    func idleVisit(_ person: Person, at seconds: Int64, day: Int, mayCheckOut: Bool, _ dice: inout Dice) -> Visit {
        let count = 1 + dice.poisson(mean: 1.2)
        let views = (0..<count).map { _ in glance(person, onDay: day, &dice) }
        var visit = Visit(seconds: seconds, browser: browser(of: person, &dice), views: views)
        if dice.chance(0.17) {
            visit.additions = [(views[count - 1], 1)]
            visit.isCheckout = mayCheckOut && dice.chance(0.35)
        }
        return visit
    }

    /// The month of a day; of one before the shop that of its first.
    func month(ofDay day: Int) -> Int { calendar.parts[min(max(day, 0), calendar.days - 1)].month }

    /// Which browser is at hand.
    func browser(of person: Person, _ dice: inout Dice) -> Int { person.hasTwoBrowsers && dice.chance(0.3) ? 1 : 0 }
}
