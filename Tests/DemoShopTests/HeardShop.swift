import DemoShop
import Facts
import JSON

/// A demo shop as somebody hears it who only listens at the front door.
struct HeardShop {
    /// An order as its events tell it.
    struct HeardOrder {
        var time: Instant
        var value: Money
        var source: String
        var customer: String
        var refunded: Int64 = 0
        var isCancelled = false
    }

    private(set) var times: [Instant] = []
    private(set) var counts: [DemoMetric: Int] = [:]
    private(set) var orders: [String: HeardOrder] = [:]
    /// Complaints: what should not have been heard.
    private(set) var faults: [String] = []
    /// After each fact a fingerprint of all until then, byte for byte.
    private(set) var fingerprints: [UInt64] = []
    private(set) var profiles = 0
    private(set) var emails: Set<String> = []
    private(set) var phones: Set<String> = []
    private(set) var countries: [String: Int] = [:]

    private var fingerprint: UInt64 = 0
    private var uniqueIDs: Set<String> = []
    /// Who is one person: each identity's customer, the first identity that was heard of them.
    private var customers: [String: String] = [:]
    private var anonymous: Set<String> = []

    init(_ shop: DemoShop) {
        shop.forEach { hear($0, shop) }
        for id in anonymous where customers["a:\(id)"] == nil { faults.append("nobody ever was \(id)") }
    }

    /// Orders by customer, without those that are cancelled, free or in another currency.
    func ordersByCustomer(currency: Currency) -> [String: [HeardOrder]] {
        Dictionary(grouping: orders.values.filter { !$0.isCancelled && $0.value.minorUnits > 0 && $0.value.currency == currency }) {
            root($0.customer)
        }
    }

    private mutating func hear(_ fact: DemoFact, _ shop: DemoShop) {
        defer { fingerprints.append(fingerprint) }
        if let last = times.last, fact.time < last { faults.append("\(fact.time) after \(last)") }
        if fact.time > shop.asOf { faults.append("\(fact.time) is later than \(shop.asOf)") }
        times.append(fact.time)
        add("\(fact.time)\(fact.identities)")
        let keys = keys(fact.identities)
        if keys.isEmpty { faults.append("nobody did something at \(fact.time)") }
        switch fact {
        case .profile(let profile):
            profiles += 1
            join(keys)
            if let country = profile.location?.country { countries[country, default: 0] += 1 }
            add("\(profile.firstName ?? "")\(profile.lastName ?? "")\(profile.organization ?? "")\(profile.locale ?? "")")
            check(profile.properties)
        case .event(let event):
            let isAnonymous = keys.allSatisfy { $0.hasPrefix("a:") }
            if isAnonymous { anonymous.formUnion(fact.identities.anonymousID.map { [$0] } ?? []) } else { known(keys, fact) }
            counts[event.metric, default: 0] += 1
            if !uniqueIDs.insert("\(event.metric.rawValue) \(event.uniqueID)").inserted { faults.append("\(event.uniqueID) twice") }
            add("\(event.metric.rawValue)\(event.uniqueID)\(event.value.map(\.description) ?? "")")
            check(event.properties)
            hear(event, keys)
        case .subscription(let subscription):
            known(keys, fact)
            if let list = subscription.list, !shop.lists.contains(where: { $0.name == list }) { faults.append("no list \(list)") }
            add("\(subscription.change)\(subscription.method)\(subscription.wording ?? "")")
        case .membership(let membership):
            known(keys, fact)
            add(membership.list)
        }
    }

    private mutating func hear(_ event: DemoEvent, _ keys: [String]) {
        guard let json = try? JSONDocument(event.properties).root else { return }
        switch event.metric {
        case .placedOrder: hearOrder(event, json, keys)
        case .refundedOrder, .cancelledOrder:
            guard let id = json["OrderId"]?.string, let value = event.value, let order = orders[id], order.time < event.time,
                order.value.currency == value.currency
            else { return faults.append("\(event.metric.rawValue) of no order: \(event.uniqueID)") }
            if event.metric == .cancelledOrder {
                orders[id]?.isCancelled = true
            } else {
                orders[id]?.refunded += value.minorUnits
                if value.minorUnits <= 0 || value.minorUnits > order.value.minorUnits {
                    faults.append("\(value) of \(order.value) refunded")
                }
            }
        case .orderedProduct, .fulfilledOrder:
            if json["OrderId"]?.string.flatMap({ orders[$0] }) == nil { faults.append("\(event.metric.rawValue) of no order") }
        default: break
        }
    }

    private mutating func hearOrder(_ event: DemoEvent, _ json: JSONValue, _ keys: [String]) {
        guard let id = json["OrderId"]?.string, let value = event.value, let source = json["source_name"]?.string,
            let items = json["Items"],
            let shipping = json["ShippingValue"]?.double, let discount = json["DiscountValue"]?.double
        else { return faults.append("an order without its parts: \(event.uniqueID)") }
        var sum = 0.0
        for item in items.elements {
            guard let price = item["ItemPrice"]?.double, let quantity = item["Quantity"]?.double, item["ProductName"]?.string != nil else {
                faults.append("an item without its parts: \(id)")
                continue
            }
            sum += price * quantity
        }
        let cents = Int64(((sum + shipping - discount) * 100).rounded())
        if cents != value.minorUnits { faults.append("\(id): \(cents) cents of items, \(value)") }
        orders[id] = HeardOrder(time: event.time, value: value, source: source, customer: keys.first ?? "")
    }

    private mutating func check(_ properties: [UInt8]) {
        properties.withUnsafeBytes { fold(Fingerprint($0).value) }
        if (try? JSONDocument(properties).root.kind) != .object {
            faults.append("no object: \(String(decoding: properties, as: UTF8.self))")
        }
    }

    /// Somebody already heard of: by one of the identities at least. Identities that come together are one person's from then on.
    private mutating func known(_ keys: [String], _ fact: DemoFact) {
        if !keys.contains(where: { customers[$0] != nil }) { faults.append("unknown: \(fact.identities) at \(fact.time)") }
        join(keys)
    }

    private mutating func join(_ keys: [String]) {
        guard let first = keys.first else { return }
        let target = root(keys.first { customers[$0] != nil } ?? first)
        for key in keys {
            let old = root(key)
            customers[old] = target
            customers[key] = target
        }
        customers[target] = target
    }

    private func root(_ key: String) -> String {
        var key = key
        while let next = customers[key], next != key { key = next }
        return key
    }

    private mutating func keys(_ identities: DemoIdentities) -> [String] {
        var keys: [String] = []
        if let email = identities.email?.lowercased() {
            emails.insert(email)
            keys.append("e:\(email)")
        }
        if let phone = identities.phone {
            phones.insert(phone)
            keys.append("p:\(phone)")
        }
        if let id = identities.customerID { keys.append("c:\(id)") }
        if let id = identities.externalID { keys.append("x:\(id)") }
        if let id = identities.anonymousID { keys.append("a:\(id)") }
        return keys
    }

    private mutating func add(_ text: String) { fold(Fingerprint(text).value) }

    private mutating func fold(_ value: UInt64) { fingerprint = (fingerprint ^ value) &* 0x100_0000_01B3 }
}
