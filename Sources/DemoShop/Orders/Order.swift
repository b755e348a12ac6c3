import Facts

/// An order: amounts are minor units of its currency.
struct Order {
    /// The place of who bought among the people.
    let person: Int
    /// When, seconds of UTC since 1970.
    let seconds: Int64
    let source: OrderSource
    let currency: Currency
    let lines: [OrderLine]
    let code: DiscountCode?
    let discount: Int64
    let shipping: Int64
    let beginsSubscription: Bool
    /// Whether it was made with an account.
    let hasAccount: Bool
    /// Whether it was made under the person's other address.
    let usesOtherEmail: Bool
    /// What came back of it; `nil` for nothing.
    var refund: OrderRefund?
    /// From 10001, in order of time; 0 until all orders are known.
    var number = 0

    /// The number under which every event names it.
    var id: String { "BG\(number)" }

    /// The lines' sum, before any discount.
    var goods: Int64 { lines.reduce(0) { $0 + $1.sum } }

    /// What was paid.
    var value: Int64 { goods - discount + shipping }

    /// What was given back.
    var refunded: Int64 {
        switch refund {
        case nil: return 0
        case .whole: return value
        case .part(let line, let quantity):
            let part = lines[line].price * Int64(quantity)
            // The discount of the part is given back as little as it was paid.
            let share = goods == 0 ? 0 : (Double(discount) * Double(part) / Double(goods)).rounded()
            return part - Int64(share)
        }
    }
}

/// So many of a product.
struct OrderLine {
    /// The product's number.
    let product: Int
    let quantity: Int
    /// Of one, in minor units of the order's currency.
    let price: Int64

    /// Of all.
    var sum: Int64 { price * Int64(quantity) }
}

/// What came back of an order.
enum OrderRefund {
    case whole
    /// So many of the line of a place.
    case part(line: Int, quantity: Int)
}

/// A code that makes an order cheaper.
enum DiscountCode: String {
    case welcome = "WELCOME10"
    case friend = "AMI10"
    case gold = "GOLD10"
    case summer = "ETE15"
    case comeback = "COMEBACK15"
    case blackFriday = "BLACKFRIDAY20"
    /// A present of the shop: nothing is paid.
    case present = "CADEAU100"

    /// How many of a hundred are taken off.
    var percent: Int64 {
        switch self {
        case .welcome, .friend, .gold: 10
        case .summer, .comeback: 15
        case .blackFriday: 20
        case .present: 100
        }
    }
}
