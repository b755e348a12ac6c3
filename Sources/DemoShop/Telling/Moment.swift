/// That something happened: enough to tell it later, in sixteen bytes, so that a shop's whole history is sorted in memory.
struct Moment {
    /// What happened; each kind is told as one fact.
    enum Kind: UInt8 {
        // Profiles.
        case signedUp, bought, boughtUnderOtherAddress, openedAccount, gotPoints
        // Consent and lists.
        case askedToConfirm, subscribed, joinedNewsletter, agreedToTexts, joinedTexts, joinedClub, unsubscribed, bounced, complained
        // Orders.
        case placed, ordered, fulfilled, refunded, cancelled
        // The website.
        case active, viewed, added, checkedOut
        // Mail and text messages.
        case received, opened, clicked, unsubscribedEvent, bouncedEvent, complainedEvent, receivedText, clickedText
    }

    /// Beside the kind.
    struct Flags: OptionSet {
        let rawValue: UInt8
        /// Nobody had said yet who sits before the browser.
        static let anonymous = Flags(rawValue: 1)
        /// The person's second browser.
        static let otherBrowser = Flags(rawValue: 2)
        /// The person's second address.
        static let otherEmail = Flags(rawValue: 4)
        /// An account was there by then.
        static let account = Flags(rawValue: 8)
        /// At the till, or after an order: where consent was given.
        static let counter = Flags(rawValue: 16)
        static let checkout = Flags(rawValue: 32)
    }

    /// Seconds of UTC since 1970.
    let seconds: UInt32
    /// Who, as a place among the people.
    let person: UInt32
    let kind: Kind
    let flags: Flags
    /// A line of an order; of what was put into a basket or left at the till how many, 0 where ``detail`` is an order.
    let part: UInt16
    /// An order, a product, a message, points.
    let detail: UInt32
}
