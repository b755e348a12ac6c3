import Foundation

// How mails and text messages are read: gladly while there is interest, most of all before an order, hardly after the end of it.
extension Life {
    /// Agrees to the newsletter on the website, before anything was bought: readers do, and some buyers.
    mutating func signUpByForm(_ story: inout Story) {
        var dice = Dice(seed: seed, .consent, person.number)
        let chance: Double =
            switch person.habit {
            case .reader: 1
            case .subscriber: 0.24
            case .ordinary: 0.18
            case .once, .gifts: 0.12
            case .counter: 0.05
            case .marketplace: 0
            }
        guard person.canBeMailed, dice.chance(chance) else { return }
        let time: Int64
        if let first = course.purchases.first {
            time = calendar.seconds(day: first.day, second: first.second) - 3_600 - Int64(dice.exponential(mean: 9 * 86_400))
        } else {
            time = calendar.seconds(day: person.firstDay, second: Hours.second(Hours.web, &dice))
        }
        guard time >= calendar.start, story.isPlanned(time) else { return }
        firstKnown = time
        knownFrom[0] = time
        let views = (0...dice.below(3)).map { _ in story.glance(person, onDay: calendar.day(of: time), &dice) }
        visits.append(Visit(seconds: max(time - 400, calendar.start), browser: 0, views: views))
        story.add(.signedUp, at: time, person)
        story.add(.askedToConfirm, at: time, person)
        // The link in the mail is clicked within minutes or the next morning, or never.
        guard dice.chance(0.88) else { return }
        let confirmed = time + 45 + Int64(dice.exponential(mean: dice.chance(0.8) ? 400 : 30_000))
        newsletterFrom = confirmed
        story.add(.subscribed, at: confirmed, person)
        story.add(.joinedNewsletter, at: confirmed, person)
    }

    /// Gets and reads newsletters until it is enough.
    mutating func readNewsletters(_ story: inout Story) {
        guard let from = newsletterFrom, let email = person.email, !email.isEmpty else { return }
        var dice = Dice(seed: seed, .mail, person.number)
        if dice.chance(0.01) {
            // The address was mistyped: the first mail comes back.
            return endNewsletter(at: from + 90, .bounced, .bouncedEvent, message: story.messages.welcome, &story)
        }
        get(story.messages.welcome, at: from + 60, opens: 0.45 + 0.5 * person.readiness, clicks: 0.3, &story, &dice)
        var order = 0
        for number in story.messages.newsletters where story.messages[number].seconds > from {
            let sent = story.messages[number].seconds + Int64(dice.below(1_500))
            guard story.isPlanned(sent) else { return }
            while order < orderTimes.count, orderTimes[order] < sent { order += 1 }
            let isBeforeOrder = order < orderTimes.count && orderTimes[order] - sent < 3 * 86_400
            let interest = course.interest(onDay: Double(calendar.day(of: sent)))
            let opens = isBeforeOrder ? 0.9 : person.readiness * interest
            let clicks = isBeforeOrder ? 0.6 : min(0.09 * person.curiosity, 0.4)
            if dice.chance(0.0002) { return endNewsletter(at: sent + 30, .bounced, .bouncedEvent, message: number, &story) }
            guard let opened = get(number, at: sent, opens: opens, clicks: clicks, &story, &dice) else { continue }
            if dice.chance(interest < 0.5 ? 0.07 : 0.006) {
                return endNewsletter(at: opened + 40, .unsubscribed, .unsubscribedEvent, message: number, &story)
            }
            if dice.chance(0.0004) { return endNewsletter(at: opened + 20, .complained, .complainedEvent, message: number, &story) }
        }
    }

    /// Gets text messages, and now and then follows the link in one.
    mutating func readTexts(_ story: inout Story) {
        guard let from = textsFrom else { return }
        var dice = Dice(seed: seed, .mail, -1 - person.number)
        for number in story.messages.texts where story.messages[number].seconds > from {
            let sent = story.messages[number].seconds + Int64(dice.below(300))
            guard story.isPlanned(sent) else { return }
            story.add(.receivedText, at: sent, person, detail: number)
            guard dice.chance(0.11 * course.interest(onDay: Double(calendar.day(of: sent)))) else { continue }
            let clicked = sent + 20 + Int64(dice.exponential(mean: 4_000))
            story.add(.clickedText, at: clicked, person, detail: number)
            follow(number, at: clicked, &story, &dice)
        }
    }

    /// Is asked two weeks after orders how it tasted.
    mutating func readReviewRequests(_ story: inout Story) {
        guard newsletterFrom != nil else { return }
        var dice = Dice(seed: seed, .consent, -1 - person.number)
        for ordered in orderTimes {
            let sent = ordered + 15 * 86_400
            guard isSubscribed(at: sent) else { continue }
            let interest = course.interest(onDay: Double(calendar.day(of: sent)))
            get(
                story.messages.review, at: sent, opens: min(person.readiness * interest * 1.2, 0.9), clicks: 0.12, visits: false, &story,
                &dice)
        }
    }

    /// Whether newsletters may be sent at a moment.
    func isSubscribed(at seconds: Int64) -> Bool { (newsletterFrom.map { $0 < seconds } ?? false) && seconds < newsletterUntil }

    /// One mail: received, perhaps opened (once or twice), perhaps clicked. When it was opened; `nil` if it was not.
    @discardableResult
    mutating func get(
        _ number: Int, at sent: Int64, opens: Double, clicks: Double, visits: Bool = true, _ story: inout Story, _ dice: inout Dice
    ) -> Int64? {
        story.add(.received, at: sent, person, detail: number)
        guard dice.chance(opens) else { return nil }
        // Half of the openings come within three hours, a few after days.
        let opened = sent + 25 + min(Int64(exp(9.2 + 1.4 * dice.normal())), 6 * 86_400)
        story.add(.opened, at: opened, person, detail: number)
        if dice.chance(0.13) {
            story.add(.opened, at: opened + 1_800 + Int64(dice.exponential(mean: 30_000)), person, detail: number, part: 1)
        }
        if dice.chance(clicks) {
            let clicked = opened + 8 + Int64(dice.below(80))
            story.add(.clicked, at: clicked, person, detail: number)
            if visits { follow(number, at: clicked, &story, &dice) }
        }
        return opened
    }

    /// The link leads to the website, and tells its browser who it is.
    private mutating func follow(_ number: Int, at clicked: Int64, _ story: inout Story, _ dice: inout Dice) {
        let day = calendar.day(of: clicked)
        let message = story.messages[number]
        let products = Catalogue.numbers(of: message.category, month: story.month(ofDay: day), day: day)
        var visit = story.idleVisit(person, at: clicked + 4, day: day, mayCheckOut: false, &dice)
        visit.views[0] = products.isEmpty ? 0 : dice.pick(products)
        knownFrom[visit.browser] = min(knownFrom[visit.browser], clicked)
        visits.append(visit)
    }

    private mutating func endNewsletter(
        at seconds: Int64, _ change: Moment.Kind, _ event: Moment.Kind, message: Int, _ story: inout Story
    ) {
        newsletterUntil = seconds
        if change == .bounced { story.add(.received, at: seconds - 20, person, detail: message) }
        story.add(event, at: seconds, person, detail: message)
        story.add(change, at: seconds, person, detail: message)
    }
}
