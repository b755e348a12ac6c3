public import Facts

/// An order as a shop knows it.
public struct KnownOrder: Sendable, Equatable {
    /// Whose.
    public var profile: ProfileNumber
    /// When it was placed, seconds of UTC since 1970.
    public var seconds: UInt32
    /// What it was worth.
    public var value: Double
    /// The currency of ``value``; `nil`: the shop's.
    public var currency: Currency?
}

/// Money given back for an order.
public struct KnownRefund: Sendable, Equatable {
    /// When, seconds of UTC since 1970.
    public var seconds: UInt32
    /// How much; `nil`: all of the order.
    public var value: Double?
    /// The currency of ``value``; `nil`: the shop's.
    public var currency: Currency?
}

extension Population {
    /// Whether there is an order with an id of this ``Fingerprint``.
    public func hasOrder(_ id: UInt64) -> Bool { book.place(id) != nil }

    /// The order with an id of this ``Fingerprint``; `nil` for one that was never met.
    public func order(_ id: UInt64) -> KnownOrder? {
        guard let place = book.place(id) else { return nil }
        var found: KnownOrder?
        for events in counted(.revenue) {
            events.forEachOrder(place.profile, browserFacts) { event in
                guard event.sequence == place.sequence else { return }
                found = KnownOrder(
                    profile: place.profile, seconds: event.seconds, value: event.value,
                    currency: event.currency == 0 ? nil : currencies[Int(event.currency) - 1])
            }
        }
        return found
    }

    /// Whether a browser told any of a profile's events of a metric.
    public func hasEventsOfBrowser(_ metric: MetricNumber, of profile: ProfileNumber) -> Bool {
        guard metric.index < events.count else { return false }
        var isFound = false
        events[metric.index].forEach(profile) { isFound = isFound || browserFacts.contains($0.sequence) }
        return isFound
    }

    /// What was given back for the order with an id of this ``Fingerprint``.
    public func refunds(ofOrder id: UInt64) -> [KnownRefund] {
        book.refunds(id).map { refund in
            KnownRefund(
                seconds: refund.seconds, value: refund.value,
                currency: refund.currency == 0 ? nil : currencies[Int(refund.currency) - 1])
        }
    }
}
