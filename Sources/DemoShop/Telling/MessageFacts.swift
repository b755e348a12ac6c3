import Facts
import JSON

// Mails and text messages: what was sent, opened, clicked, and joining the lists they go to.
extension Telling {
    func messageEvent(_ moment: Moment, _ person: Person) -> DemoEvent {
        let number = Int(moment.detail)
        let properties: [UInt8]
        switch moment.kind {
        case .joinedNewsletter: properties = object { $0.member("List", DemoShop.newsletter.name) }
        case .joinedTexts: properties = object { $0.member("List", DemoShop.textMessages.name) }
        default: properties = messageProperties(number, moment, person)
        }
        return DemoEvent(
            metric: metric(moment.kind), time: moment.time, profile: identities(moment, person), uniqueID: uniqueID("m", moment),
            value: nil, properties: properties)
    }

    private func metric(_ kind: Moment.Kind) -> DemoMetric {
        switch kind {
        case .opened: .openedEmail
        case .clicked: .clickedEmail
        case .unsubscribedEvent: .unsubscribedFromEmail
        case .bouncedEvent: .bouncedEmail
        case .complainedEvent: .markedAsSpam
        case .receivedText: .receivedSMS
        case .clickedText: .clickedSMS
        case .joinedNewsletter, .joinedTexts: .subscribedToList
        default: .receivedEmail
        }
    }

    private func messageProperties(_ number: Int, _ moment: Moment, _ person: Person) -> [UInt8] {
        let message = story.messages[number]
        return object { writer in
            writer.member("$message", message.id(number))
            writer.member(message.isFlow ? "$flow" : "Campaign Name", message.name)
            writer.member("Subject", message.subject)
            if moment.kind != .receivedText, moment.kind != .clickedText, let email = person.email {
                writer.member("Email Domain", String(email.drop { $0 != "@" }.dropFirst()))
            }
            if moment.kind == .opened || moment.kind == .clicked {
                let device = Self.devices[person.number % Self.devices.count]
                writer.member("Client OS", device.system)
                writer.member("Client Type", device.browser.contains("Mobile") ? "mobile" : "desktop")
            }
            if moment.kind == .clicked || moment.kind == .clickedText {
                writer.member("URL", "\(DemoShop.website)/collections/\(message.category.rawValue.lowercased())")
            }
            if moment.kind == .bouncedEvent { writer.member("Bounce Type", "Hard") }
        }
    }
}
