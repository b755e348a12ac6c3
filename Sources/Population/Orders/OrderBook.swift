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

    private var places = FingerprintMap<Place>()
    private var refunds: [UInt64: [Refund]] = [:]
    private var cancelled: Set<UInt64> = []

    /// How many orders with an id there are.
    var count: Int { places.count }

    /// The event that stands for an order id.
    func place(_ order: UInt64) -> Place? { places[order] }

    /// Lets an order's place be brought near.
    func prefetch(_ order: UInt64) { places.prefetch(order) }

    /// Whether an order was called off.
    func isCancelled(_ order: UInt64) -> Bool { !cancelled.isEmpty && cancelled.contains(order) }

    /// What was given back for an order.
    func refunds(_ order: UInt64) -> [Refund] { refunds.isEmpty ? [] : refunds[order] ?? [] }

    /// Calls a function with each order and the event that stands for it.
    func forEach(_ body: (UInt64, Place) -> Void) {
        places.forEach(body)
    }

    /// Calls a function with all that was given back, and for which order.
    func forEachRefund(_ body: (UInt64, Refund) -> Void) {
        for (order, refunds) in refunds {
            for refund in refunds { body(order, refund) }
        }
    }

    /// Calls a function with each order that was called off.
    func forEachCancelled(_ body: (UInt64) -> Void) {
        for order in cancelled { body(order) }
    }

    /// Notes an order; the event with the lowest number stands for its id. `false` where another stands for it.
    @discardableResult
    mutating func note(order: UInt64, at place: Place) -> Bool {
        if let known = places[order], known.sequence <= place.sequence { return known == place }
        places.set(place, for: order)
        return true
    }

    /// Notes that an order was called off.
    mutating func cancel(_ order: UInt64) { cancelled.insert(order) }

    /// Notes money given back. Refunds of one order stand in the order of their facts, in whatever order they are noted.
    mutating func refund(_ order: UInt64, _ refund: Refund) {
        var known = refunds[order] ?? []
        let place = known.lastIndex { $0.sequence < refund.sequence }.map { $0 + 1 } ?? 0
        known.insert(refund, at: place)
        refunds[order] = known
    }

    /// Orders and refunds of one profile are another's now.
    mutating func merge(_ orders: [UInt64], from: ProfileNumber, into: ProfileNumber) {
        for order in orders where order != 0 {
            if var place = places[order], place.profile == from {
                place.profile = into
                places.set(place, for: order)
            }
            guard let known = refunds[order] else { continue }
            refunds[order] = known.map { refund in
                var refund = refund
                if refund.profile == from { refund.profile = into }
                return refund
            }
        }
    }

    /// Forgets what a profile gave back of an order; `false` where that is nothing. Orders keep their place: one that is sent again, for
    /// whomever, is not a new one.
    mutating func forgetRefunds(_ order: UInt64, of profile: ProfileNumber) -> Bool {
        guard let known = refunds[order] else { return false }
        let left = known.filter { $0.profile != profile }
        refunds[order] = left.isEmpty ? nil : left
        return left.count < known.count
    }
}
