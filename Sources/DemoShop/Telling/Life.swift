/// One person's part of the story: orders, then mails, then visits, since each leads to the next.
struct Life {
    let person: Person
    let calendar: ShopCalendar
    let course: Course
    let seed: UInt64

    var visits: [Visit] = []
    /// When each browser was told who sits before it.
    var knownFrom: [Int64] = [.max, .max]
    /// When the shop first heard of the person.
    var firstKnown = Int64.max
    /// When the newsletter was agreed to, and text messages.
    var newsletterFrom: Int64?
    var textsFrom: Int64?
    /// When the agreement ended.
    var newsletterUntil = Int64.max
    /// When orders were made, in order.
    var orderTimes: [Int64] = []

    init(of person: Person, story: Story) {
        self.person = person
        calendar = story.calendar
        seed = story.seed
        course = Course(of: person, story.calendar, seed: story.seed)
    }

    /// Tells all of it to the story.
    mutating func live(_ story: inout Story) {
        signUpByForm(&story)
        buy(&story)
        guard story.isPlanned(firstKnown) else { return }
        readNewsletters(&story)
        readTexts(&story)
        wander(&story)
        tellVisits(&story)
        readReviewRequests(&story)
    }
}

// MARK: Orders

extension Life {
    private mutating func buy(_ story: inout Story) {
        var dice = Dice(seed: seed, .baskets, person.number)
        let checkout = Checkout(calendar: calendar, seed: seed)
        var standing = Checkout.Standing()
        standing.cameByNewsletter = newsletterFrom != nil
        var points = 0.0
        var lastDay = 0
        // One order in the middle is made under the other address; the next one, with the account, shows whose it is.
        let strayOrder = person.otherEmail != nil && course.purchases.count > 2 ? 1 : -1
        for (place, purchase) in course.purchases.enumerated() {
            standing.ordersBefore = place
            standing.daysSince = place == 0 ? nil : purchase.day - lastDay
            standing.points = Int(points)
            standing.usesOtherEmail = place == strayOrder && purchase.source == .web
            let opens =
                !standing.hasAccount
                && (person.account == .withFirstOrder || person.account == .withSecondOrder && place > 0) && purchase.source != .marketplace
            standing.hasAccount = standing.hasAccount || opens
            let order = checkout.order(purchase, of: person, standing, &dice)
            guard story.isPlanned(order.seconds) else { return }
            let joins = strayOrder >= 0 && place == strayOrder + 1
            tell(order, opensAccount: opens, isFirst: place == 0, joins: joins, &story, &dice)
            lastDay = purchase.day
            guard order.hasAccount, order.currency == DemoShop.euro else { continue }
            points += Double(order.value) / 100
            story.add(.gotPoints, at: order.seconds + 60, person, detail: Int(points), .account)
        }
    }

    private mutating func tell(
        _ order: Order, opensAccount: Bool, isFirst: Bool, joins: Bool, _ story: inout Story, _ dice: inout Dice
    ) {
        let place = story.add(order)
        orderTimes.append(order.seconds)
        var flags: Moment.Flags = order.hasAccount ? .account : []
        if order.usesOtherEmail || joins { flags.insert(.otherEmail) }
        // On the website the person is known when the way to the till begins, some minutes before.
        let isOnSite = order.source == .web
        let known = isOnSite ? max(order.seconds - Int64(dice.between(90...420)), calendar.start) : order.seconds
        if isOnSite, story.browser(of: person, &dice) == 1 { flags.insert(.otherBrowser) }
        if isFirst { story.add(.bought, at: known, person, detail: place, flags.intersection(.otherBrowser)) }
        if opensAccount {
            story.add(.openedAccount, at: known, person, .account)
            story.add(.joinedClub, at: known, person, .account)
        }
        if order.usesOtherEmail { story.add(.boughtUnderOtherAddress, at: known, person, .otherEmail) }
        firstKnown = min(firstKnown, known)
        if isOnSite { visit(for: order, checkout: known, &story, flags, place, &dice) }
        story.add(.placed, at: order.seconds, person, detail: place, flags)
        for line in order.lines.indices { story.add(.ordered, at: order.seconds, person, detail: place, part: line, flags) }
        follow(order, place, flags, &story, &dice)
        agree(with: order, isFirst: isFirst, &story, &dice)
    }

    /// What becomes of it.
    private func follow(_ order: Order, _ place: Int, _ flags: Moment.Flags, _ story: inout Story, _ dice: inout Dice) {
        let fate = Checkout(calendar: calendar, seed: seed).fate(of: order, &dice)
        let sent = order.source == .counter ? order.seconds + 45 : order.seconds + Int64(dice.between(15...80)) * 3_600
        switch fate {
        case .cancelled(let after):
            story.add(.cancelled, at: order.seconds + after, person, detail: place, flags)
        case .refunded(let refund, let after):
            story.refund(refund, order: place)
            story.add(.fulfilled, at: sent, person, detail: place, flags)
            story.add(.refunded, at: order.seconds + after, person, detail: place, flags)
        case .kept:
            story.add(.fulfilled, at: sent, person, detail: place, flags)
        }
    }

    /// The visit in which an order was made, and for some an earlier one.
    private mutating func visit(
        for order: Order, checkout: Int64, _ story: inout Story, _ flags: Moment.Flags, _ place: Int, _ dice: inout Dice
    ) {
        // Under the other address a browser was used that nobody knows.
        guard !flags.contains(.otherEmail) else { return story.add(.checkedOut, at: checkout, person, detail: place, flags) }
        let browser = flags.contains(.otherBrowser) ? 1 : 0
        let day = calendar.day(of: order.seconds)
        if dice.chance(0.4) {
            let before = Int64(dice.exponential(mean: 1.7 * 86_400)) + 3_600
            let views = (0...dice.below(3)).map { _ in story.glance(person, onDay: day, &dice) } + [order.lines[0].product]
            visits.append(Visit(seconds: order.seconds - before, browser: story.browser(of: person, &dice), views: views))
        }
        var views = order.lines.prefix(3).map(\.product)
        if dice.chance(0.5 * min(person.curiosity, 1.5)) { views.insert(story.glance(person, onDay: day, &dice), at: 0) }
        let began = checkout - 60 - Int64(views.count) * 75 - Int64(order.lines.count) * 40 - Int64(dice.below(120))
        visits.append(
            Visit(seconds: began, browser: browser, views: views, additions: order.lines.map { ($0.product, $0.quantity) }))
        knownFrom[browser] = min(knownFrom[browser], checkout)
        story.add(.checkedOut, at: checkout, person, detail: place, flags)
    }

    /// Agreement to mails and text messages that is given with an order.
    private mutating func agree(with order: Order, isFirst: Bool, _ story: inout Story, _ dice: inout Dice) {
        guard order.source == .web || order.source == .counter, !order.usesOtherEmail else { return }
        let isAtCounter = order.source == .counter
        let flags: Moment.Flags = isAtCounter ? .counter : .checkout
        if newsletterFrom == nil, person.canBeMailed, dice.chance(isFirst ? (isAtCounter ? 0.3 : 0.42) : 0.12) {
            newsletterFrom = order.seconds + 5
            story.add(.subscribed, at: order.seconds + 5, person, flags)
            story.add(.joinedNewsletter, at: order.seconds + 5, person, flags)
        }
        if isFirst, person.phone != nil, person.isMobile, dice.chance(0.32) {
            story.add(.agreedToTexts, at: order.seconds + 6, person, flags)
            story.add(.joinedTexts, at: order.seconds + 6, person, flags)
            textsFrom = order.seconds + 6
        }
    }
}
