import Facts
import JSON

/// Tells a story: each moment as one fact.
struct Telling {
    let story: Story
    let shop: DemoShop

    init(of story: Story, in shop: DemoShop) {
        self.story = story
        self.shop = shop
    }

    /// All facts in order of time.
    func forEach(_ body: (DemoFact) throws -> Void) rethrows {
        for place in story.placesInTime() {
            let moment = story.moments[place]
            try body(fact(moment, story.people[Int(moment.person)]))
        }
    }

    private func fact(_ moment: Moment, _ person: Person) -> DemoFact {
        switch moment.kind {
        case .signedUp, .bought, .boughtUnderOtherAddress, .openedAccount, .gotPoints:
            .profile(profile(moment, person))
        case .askedToConfirm, .subscribed, .agreedToTexts, .unsubscribed, .bounced, .complained:
            .subscription(subscription(moment, person))
        case .joinedClub:
            .membership(
                DemoMembership(
                    time: moment.time, profile: identities(moment, person), list: DemoShop.loyaltyClub.name, isMember: true))
        case .placed, .ordered, .fulfilled, .refunded, .cancelled:
            .event(orderEvent(moment, person))
        case .active, .viewed, .added, .checkedOut:
            .event(siteEvent(moment, person))
        case .joinedNewsletter, .joinedTexts, .received, .opened, .clicked, .unsubscribedEvent, .bouncedEvent, .complainedEvent,
            .receivedText,
            .clickedText:
            .event(messageEvent(moment, person))
        }
    }

    /// By what the system that tells a moment knows the person.
    func identities(_ moment: Moment, _ person: Person) -> DemoIdentities {
        let browser = person.anonymousID(seed: shop.seed, browser: moment.flags.contains(.otherBrowser) ? 1 : 0)
        if moment.flags.contains(.anonymous) { return DemoIdentities(anonymousID: browser) }
        var result = DemoIdentities()
        switch moment.kind {
        case .agreedToTexts, .joinedTexts, .receivedText, .clickedText:
            result.phone = person.phone
            return result
        default:
            result.email = moment.flags.contains(.otherEmail) ? person.otherEmail : person.email
            if result.email == nil { result.phone = person.phone }
        }
        if moment.flags.contains(.account) { result.customerID = person.customerID }
        switch moment.kind {
        case .active, .viewed, .added: result.anonymousID = browser
        case .checkedOut where !moment.flags.contains(.otherEmail): result.anonymousID = browser
        case .placed where story.orders[Int(moment.detail)].source == .counter:
            // Whoever types at a till types as it comes.
            if moment.seconds % 25 == 0 { result.email = result.email?.capitalizedAsTyped }
        default: break
        }
        return result
    }

    /// An id that says what happened: told again on the same day by a shop of a later moment, it is the same event.
    func uniqueID(_ prefix: String, _ moment: Moment) -> String {
        let second = String(moment.seconds, radix: 36)
        return "\(prefix)\(String(moment.person, radix: 36))-\(second)-\(moment.detail).\(moment.part)"
    }

    /// A JSON object.
    func object(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.object(write)
        return writer.bytes
    }
}

extension Moment {
    /// When.
    var time: Instant { Instant(secondsSince1970: Int64(seconds)) }
}

extension String {
    /// An address with a capital letter before and after the sign: the same address, typed by somebody in a hurry.
    fileprivate var capitalizedAsTyped: String {
        split(separator: "@").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "@")
    }
}

extension Int64 {
    /// Minor units of a currency of two decimals as a number of JSON.
    var amount: Double { Double(self) / 100 }
}
