import Facts

/// Somebody who buys, or only reads.
struct Person {
    /// How somebody buys.
    enum Habit: UInt8 {
        /// When there is need, until it ends unsaid.
        case ordinary
        /// One order, and that was it.
        case once
        /// The same coffee every few weeks.
        case subscriber
        /// At the till of a boutique only.
        case counter
        /// Presents before Christmas.
        case gifts
        /// Through a marketplace that hides the address.
        case marketplace
        /// Reads the newsletter, and buys nothing.
        case reader
    }

    /// When a guest makes an account.
    enum Account: UInt8 {
        case withFirstOrder
        case withSecondOrder
        case never
    }

    /// The number of the person, from 0.
    let number: Int
    let habit: Habit
    let market: Int
    let city: Int
    let zip: String
    let locale: String
    let first: String
    let last: String
    let organization: String?
    /// Absent where the till asked for a phone number only.
    let email: String?
    /// An address used once by mistake, and joined by the account.
    let otherEmail: String?
    let phone: String?
    let isMobile: Bool
    let birthday: ShopDay?
    let favourite: DemoProduct.Category
    /// Whether the favourite was told to the shop.
    let tellsFavourite: Bool
    let acquisition: String
    /// The day of the first order (of a reader: of the first visit), from 0.
    let firstDay: Int
    let account: Account
    /// How much is bought at a time, about 1.
    let appetite: Double
    /// How often the dearer of two things is taken.
    let taste: Double
    /// How gladly mails are read: the share that is opened in good times.
    let readiness: Double
    /// How much is looked at beside what is bought, about 1.
    let curiosity: Double
    /// Whether orders are paid in the country's own currency.
    let paysLocally: Bool
    /// Whether a second browser is used now and then.
    let hasTwoBrowsers: Bool

    /// The account's number in the shop.
    var customerID: String { String(7_204_000_000_000 + Int64(number) * 32_768 + Int64(number % 61) * 97) }

    /// The number on the loyalty card.
    var externalID: String {
        let digits = String(number + 1)
        return "BG-\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits)"
    }

    /// What a browser of the person was given.
    func anonymousID(seed: UInt64, browser: Int) -> String {
        var dice = Dice(seed: seed, .person, -1 - number * 2 - browser)
        let text = String(dice.bits(), radix: 16)
        return "anon-\(String(repeating: "0", count: 16 - text.count))\(text)"
    }

    /// Whether mails reach a person and not a marketplace.
    var canBeMailed: Bool { email != nil && habit != .marketplace }
}
