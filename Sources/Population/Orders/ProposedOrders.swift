import Facts

/// What would be orders, refunds and cancellations if other events had these meanings: to be counted beside what is.
///
/// It is made in pieces, so that nobody who writes waits for long: see ``Population/take(_:into:)``.
public struct ProposedOrders: Sendable {
    /// Which events would have which meaning.
    public let mapping: MetricMapping
    let sources: [MetricMapping.Meaning: [CountedSource]]
    var book = OrderBook()

    var areChosen: Bool { mapping.custom[.revenue] != nil }
}

extension Population {
    /// What would be orders by another mapping. What its custom metrics need to know of events must have been told: see ``prepare(_:)``.
    public func proposedOrders(_ mapping: MetricMapping) -> ProposedOrders {
        var proposed = ProposedOrders(mapping: mapping, sources: sources(mapping))
        for remnant in remnants where !browserFacts.contains(remnant.sequence) {
            proposed.book.note(remnant, mapping.meaning(remnant.metric))
        }
        return proposed
    }

    /// Takes up what the events of some profiles would say of orders. All profiles must be taken up before orders are counted.
    public func take(_ rows: Range<Int>, into proposed: inout ProposedOrders) {
        for meaning in MetricMapping.Meaning.allCases where meaning.isOfOrders {
            for source in proposed.sources[meaning] ?? [] {
                let events = CountedEvents(source, self.events[source.metric.index].look)
                for row in rows.clamped(to: 0..<profiles.count) {
                    let profile = ProfileNumber(UInt32(row))
                    events.forEach(profile) { event in
                        if event.order != 0, !browserFacts.contains(event.sequence) { proposed.book.note(event, meaning, profile: profile) }
                    }
                }
            }
        }
    }

    /// How many orders of some profiles are worth less than was given back for them by their id, of those in one currency.
    public func ordersGivenBackBeyondWorth(of rows: Range<Int>, by proposed: ProposedOrders? = nil) -> Int {
        let reader = OrderReader(self, proposed)
        return rows.clamped(to: 0..<profiles.count).reduce(0) { count, row in
            let profile = ProfileNumber(UInt32(row))
            return profiles.isLive(profile) ? count + reader.ordersGivenBackBeyondWorth(profile) : count
        }
    }

    /// The events that have a meaning by a mapping.
    func sources(_ mapping: MetricMapping) -> [MetricMapping.Meaning: [CountedSource]] {
        var all: [MetricMapping.Meaning: [CountedSource]] = [:]
        for meaning in MetricMapping.Meaning.allCases where meaning.isOfOrders {
            if let custom = mapping.custom[meaning] {
                all[meaning] = sources(custom).filter { mapping.meaning($0.metric) == meaning }.map { source in
                    var source = source
                    source.areLines = meaning == .revenue && mapping.metricOfLines == source.metric
                    return source
                }
            } else if let metric = mapping[meaning], metric.index < events.count {
                all[meaning] = [.all(metric)]
            }
        }
        return all
    }
}

extension OrderBook {
    /// Takes up what an event that names an order says of it, if its metric has a meaning.
    mutating func note(_ event: EventColumns.Event, _ meaning: MetricMapping.Meaning, profile: ProfileNumber) {
        switch meaning {
        case .revenue: note(order: event.order, at: Place(profile: profile, sequence: event.sequence))
        case .refundedSales:
            refund(
                event.order,
                Refund(profile: profile, seconds: event.seconds, value: event.amount, currency: event.currency, sequence: event.sequence))
        case .cancelledSales: cancel(event.order)
        default: break
        }
    }

    /// Takes up what is left of an event of somebody who was erased: that its order is known, and whether it was called off.
    mutating func note(_ remnant: Remnant, _ meaning: MetricMapping.Meaning?) {
        switch meaning {
        case .revenue: note(order: remnant.order, at: Place(profile: remnant.profile, sequence: remnant.sequence))
        case .cancelledSales: cancel(remnant.order)
        default: break
        }
    }
}
