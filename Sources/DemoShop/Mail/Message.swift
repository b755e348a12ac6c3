/// A mail or text message that many get.
struct Message {
    /// What it is called inside the shop.
    let name: String
    /// The line that is read first.
    let subject: String
    /// What it is about.
    let category: DemoProduct.Category
    /// Whether one thing that somebody did sends it, and not a day for all.
    let isFlow: Bool
    /// When it goes out, seconds of UTC since 1970; of a flow 0.
    let seconds: Int64

    /// Its id.
    func id(_ number: Int) -> String { "\(isFlow ? "F" : "C")\(1_001 + number)" }
}

/// All that the shop sends.
struct Messages {
    /// Newsletters in order of time.
    let newsletters: Range<Int>
    /// Text messages in order of time.
    let texts: Range<Int>
    /// The mails that something sets off.
    let welcome: Int
    let abandonedCheckout: Int
    let review: Int

    private let all: [Message]

    subscript(number: Int) -> Message { all[number] }

    /// Every second Thursday a newsletter, every Thursday before Christmas, and one on Black Friday; once a month a text message.
    init(_ calendar: ShopCalendar) {
        var all: [Message] = []
        var issue = 0
        for day in 0..<calendar.days {
            let part = calendar.parts[day]
            let isBlackFriday =
                part.weekday == 4 && Season.isBlackFriday(month: part.month, dayOfMonth: part.dayOfMonth, weekday: part.weekday)
            let isRush = Season.isGiftSeason(month: part.month, dayOfMonth: part.dayOfMonth)
            let isThursday = part.weekday == 3 && (isRush || day / 7 % 2 == 0)
            guard isBlackFriday || isThursday else { continue }
            issue += 1
            let theme =
                isBlackFriday ? Self.blackFriday : isRush ? Self.winter[issue % Self.winter.count] : Self.themes[issue % Self.themes.count]
            let seconds = calendar.seconds(day: day, second: isBlackFriday ? 7 * 3600 : 10 * 3600)
            all.append(
                Message(
                    name: "\(issue). \(theme.name)", subject: theme.subject, category: theme.category, isFlow: false, seconds: seconds))
        }
        newsletters = 0..<all.count
        for day in 0..<calendar.days where calendar.parts[day].dayOfMonth == 12 {
            let seconds = calendar.seconds(day: day, second: 12 * 3600 + 900)
            all.append(
                Message(
                    name: "Text \(all.count - newsletters.count + 1)", subject: "Free delivery until Sunday", category: .coffee,
                    isFlow: false,
                    seconds: seconds))
        }
        texts = newsletters.count..<all.count
        welcome = all.count
        abandonedCheckout = all.count + 1
        review = all.count + 2
        all.append(
            Message(name: "Welcome", subject: "Welcome: ten per cent for your first cup", category: .coffee, isFlow: true, seconds: 0))
        all.append(Message(name: "Abandoned Checkout", subject: "Your basket is still warm", category: .coffee, isFlow: true, seconds: 0))
        all.append(Message(name: "Review Request", subject: "How does it taste?", category: .coffee, isFlow: true, seconds: 0))
        self.all = all
    }

    private typealias Theme = (name: String, subject: String, category: DemoProduct.Category)

    private static let blackFriday: Theme = ("Black Friday", "Four days, twenty per cent", .coffee)

    private static let winter: [Theme] = [
        ("Advent Calendars", "24 mornings, 24 cups", .gifts), ("Presents up to 40 €", "Small parcels, large joy", .gifts),
        ("Last Days to Order", "Order by the 18th, unwrap on the 24th", .gifts),
        ("Teas for Long Evenings", "It is dark. Put the kettle on", .tea),
        ("The Winter Roast", "Cocoa, orange, a little smoke", .coffee),
        ("Cups Worth Wrapping", "For those who have everything but this cup", .tableware),
    ]

    private static let themes: [Theme] = [
        ("New Harvest", "Fresh from Huila: the new harvest is here", .coffee),
        ("The Art of the Dripper", "Three minutes for a better cup", .brewing),
        ("First Flush", "The first leaves of spring", .tea), ("A Table for Sunday", "Slow mornings, good plates", .tableware),
        ("Behind the Roaster", "How Matin got its name", .coffee), ("Iced, Please", "Cold brew without patience", .coffee),
        ("Linen and Light", "For the house: linen, fig and cedar", .home), ("Matcha, Explained", "Whisk, breathe, sip", .tea),
        ("Grind It Yourself", "Why fresh grounds matter", .brewing), ("Back in Stock", "Yirgacheffe is back", .coffee),
        ("Evening Infusions", "Verbena and the end of the day", .tea), ("Handmade in Saône", "A visit at the potter's", .tableware),
    ]
}
