// Visits to the website: those around orders and mails, and those without a reason.
extension Life {
    /// Looks around without a reason, as long as there is interest.
    mutating func wander(_ story: inout Story) {
        var dice = Dice(seed: seed, .browsing, person.number)
        let perDay: Double =
            switch person.habit {
            case .ordinary, .subscriber: 0.016
            case .reader, .gifts: 0.012
            case .once: 0.010
            case .counter: 0.004
            case .marketplace: 0
            }
        let rate = perDay * person.curiosity
        guard rate > 0.0001 else { return }
        var time = firstKnown
        for _ in 0..<2_000 {
            time += 7_200 + Int64(dice.exponential(mean: 1 / rate) * 86_400)
            guard story.isPlanned(time) else { return }
            let day = calendar.day(of: time)
            guard dice.chance(course.interest(onDay: Double(day))) else { continue }
            let hour = Hours.second(Hours.web, &dice)
            let seconds = calendar.seconds(day: day, second: (hour - Market.all[person.market].hoursFromParis * 3_600) % 86_400)
            guard seconds > firstKnown else { continue }
            let visit = story.idleVisit(person, at: seconds, day: day, mayCheckOut: person.canBeMailed, &dice)
            visits.append(visit)
            // Whoever begins to pay gives an address: some minutes into the visit.
            if visit.isCheckout { knownFrom[visit.browser] = min(knownFrom[visit.browser], seconds + 600) }
        }
    }

    /// Tells the visits; on browsers that never learned who it was nothing is known to be the person's.
    mutating func tellVisits(_ story: inout Story) {
        var dice = Dice(seed: seed, .telling, person.number)
        for visit in visits where story.isPlanned(knownFrom[visit.browser]) {
            var time = visit.seconds
            let flags = { [knownFrom] (time: Int64) -> Moment.Flags in
                let browser: Moment.Flags = visit.browser == 1 ? .otherBrowser : []
                return time < knownFrom[visit.browser] ? browser.union(.anonymous) : browser
            }
            story.add(.active, at: time, person, flags(time))
            for product in visit.views {
                time += 20 + Int64(dice.below(55))
                story.add(.viewed, at: time, person, detail: product, flags(time))
            }
            for addition in visit.additions {
                time += 10 + Int64(dice.below(30))
                story.add(.added, at: time, person, detail: addition.product, part: addition.quantity, flags(time))
            }
            guard visit.isCheckout, let left = visit.additions.first else { continue }
            leave(left, at: visit.seconds + 600, flags(visit.seconds + 600), &story, &dice)
        }
    }

    /// The way to the till was begun and not ended; some hours later a mail asks why.
    private mutating func leave(
        _ left: (product: Int, quantity: Int), at seconds: Int64, _ flags: Moment.Flags, _ story: inout Story, _ dice: inout Dice
    ) {
        story.add(.checkedOut, at: seconds, person, detail: left.product, part: left.quantity, flags)
        let sent = seconds + 4 * 3_600
        guard isSubscribed(at: sent), !orderTimes.contains(where: { $0 > seconds && $0 < sent }) else { return }
        get(story.messages.abandonedCheckout, at: sent, opens: 0.35 + 0.5 * person.readiness, clicks: 0.2, visits: false, &story, &dice)
    }
}
