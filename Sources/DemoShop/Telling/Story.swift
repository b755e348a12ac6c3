/// A shop's whole history: who, what was ordered, and every moment that will be told.
struct Story {
    let calendar: ShopCalendar
    let messages: Messages
    let seed: UInt64
    /// Customers, then readers.
    private(set) var people: [Person] = []
    /// All orders, in the order of people.
    private(set) var orders: [Order] = []
    /// All moments, in the order of people; within a person what must be told first stands first.
    private(set) var moments: [Moment] = []

    init(of shop: DemoShop) {
        calendar = ShopCalendar(shop: shop)
        messages = Messages(calendar)
        seed = shop.seed
        var crowd = Crowd(of: shop, calendar)
        let count = shop.customers + Crowd.readers(beside: shop.customers)
        people.reserveCapacity(count)
        for number in 0..<count {
            let person = crowd.next(number: number)
            people.append(person)
            var life = Life(of: person, story: self)
            life.live(&self)
        }
        numberOrders()
    }

    /// Whether a moment lies in the days of the history: what depends on it is decided alike at any hour of the last one.
    func isPlanned(_ seconds: Int64) -> Bool { seconds <= calendar.lastSecond }

    /// Adds a moment, unless it is yet to come or was before the shop.
    mutating func add(
        _ kind: Moment.Kind, at seconds: Int64, _ person: Person, detail: Int = 0, part: Int = 0, _ flags: Moment.Flags = []
    ) {
        guard seconds >= calendar.start, seconds <= calendar.end else { return }
        moments.append(
            Moment(
                seconds: UInt32(clamping: seconds), person: UInt32(person.number), kind: kind, flags: flags, part: UInt16(clamping: part),
                detail: UInt32(clamping: detail)))
    }

    /// Adds an order, and gives its place.
    mutating func add(_ order: Order) -> Int {
        orders.append(order)
        return orders.count - 1
    }

    /// Says what came back of an order.
    mutating func refund(_ refund: OrderRefund, order: Int) { orders[order].refund = refund }

    /// The places of the moments in order of time; of the same second in the order in which they were added.
    func placesInTime() -> [Int] {
        // One word for both, so that sorting compares whole numbers.
        let keys = moments.indices.map { UInt64(moments[$0].seconds) << 32 | UInt64($0) }.sorted()
        return keys.map { Int($0 & 0xFFFF_FFFF) }
    }

    private mutating func numberOrders() {
        let inTime = orders.indices.sorted { (orders[$0].seconds, $0) < (orders[$1].seconds, $1) }
        for (place, order) in inTime.enumerated() { orders[order].number = 10_001 + place }
    }
}
