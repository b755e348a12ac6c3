import Facts

/// Which orders there are, across profiles: each id counts once, by whatever path and for whomever it came again.
struct OrderBook: Sendable {
    /// The event that stands for an order.
    struct Place: Sendable, Equatable {
        var profile: ProfileNumber
        var sequence: UInt32
    }

    /// Money given back for an order that is named.
    struct Refund: Sendable {
        var profile: ProfileNumber
        var seconds: UInt32
        var value: Double?
        var currency: UInt8
        var sequence: UInt32
    }

    private var places: [UInt64: Place] = [:]
    private var refunds: [UInt64: [Refund]] = [:]
    private var cancelled: Set<UInt64> = []

    /// How many orders with an id there are.
    var count: Int { places.count }

    /// The event that stands for an order id.
    func place(_ order: UInt64) -> Place? { places[order] }

    /// Whether an order was called off.
    func isCancelled(_ order: UInt64) -> Bool { !cancelled.isEmpty && cancelled.contains(order) }

    /// What was given back for an order.
    func refunds(_ order: UInt64) -> [Refund] { refunds.isEmpty ? [] : refunds[order] ?? [] }

    /// Notes an order; the event with the lowest number stands for its id. `false` where another stands for it.
    @discardableResult
    mutating func note(order: UInt64, at place: Place) -> Bool {
        if let known = places[order], known.sequence <= place.sequence { return known == place }
        places[order] = place
        return true
    }

    /// Notes that an order was called off.
    mutating func cancel(_ order: UInt64) { cancelled.insert(order) }

    /// Notes money given back.
    mutating func refund(_ order: UInt64, _ refund: Refund) { refunds[order, default: []].append(refund) }

    /// Orders and refunds of one profile are another's now.
    mutating func merge(_ orders: [UInt64], from: ProfileNumber, into: ProfileNumber) {
        for order in orders where order != 0 {
            if places[order]?.profile == from { places[order]?.profile = into }
            guard let known = refunds[order] else { continue }
            refunds[order] = known.map { refund in
                var refund = refund
                if refund.profile == from { refund.profile = into }
                return refund
            }
        }
    }

    /// Forgets what a profile gave back of these orders. Orders keep their place: one that is sent again, for whomever, is not a new one.
    mutating func forgetRefunds(_ orders: [UInt64], of profile: ProfileNumber) {
        for order in orders where order != 0 {
            refunds[order]?.removeAll { $0.profile == profile }
            if refunds[order]?.isEmpty == true { refunds[order] = nil }
        }
    }
}
