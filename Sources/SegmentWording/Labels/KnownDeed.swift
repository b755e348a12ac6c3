import Wording

/// What most shops' metrics are of.
enum KnownDeed: String, CaseIterable {
    case placedOrder = "placed order"
    case orderedProduct = "ordered product"
    case fulfilledOrder = "fulfilled order"
    case cancelledOrder = "cancelled order"
    case refundedOrder = "refunded order"
    case startedCheckout = "started checkout"
    case addedToCart = "added to cart"
    case viewedProduct = "viewed product"
    case activeOnSite = "active on site"
    case receivedEmail = "received email"
    case openedEmail = "opened email"
    case clickedEmail = "clicked email"
    case bouncedEmail = "bounced email"
    case droppedEmail = "dropped email"
    case markedAsSpam = "marked email as spam"
    case subscribedToEmail = "subscribed to email marketing"
    case unsubscribedFromEmail = "unsubscribed from email marketing"
    case subscribedToList = "subscribed to list"
    case unsubscribedFromList = "unsubscribed from list"
    case receivedSMS = "received sms"
    case clickedSMS = "clicked sms"
    case subscribedToSMS = "subscribed to sms marketing"
    case unsubscribedFromSMS = "unsubscribed from sms marketing"

    /// The deed of a metric with the name, however its words are joined and capitalised.
    init?(metricName: String) {
        let name = metricName.lowercased().replacing("_", with: " ")
        self.init(rawValue: Self.otherNames[name] ?? name)
    }

    /// Names that some shops' systems give instead, in small letters.
    private static let otherNames = [
        "checkout started": startedCheckout.rawValue, "canceled order": cancelledOrder.rawValue,
        "unsubscribed": unsubscribedFromEmail.rawValue,
    ]

    /// "placed an order", "has not placed an order", "orders placed".
    typealias Phrases = (did: Phrase, didNot: Phrase, many: Phrase)

    var phrases: Phrases? { ofShop ?? ofEmail ?? ofOthers }
}
