import Facts
import JSON
import Journal
import Population
import Shop

extension ProfileModelQuery {
    func timeline(_ read: Columns, _ standing: ModelKeeper.Standing, isFirst: Bool) throws -> Timeline {
        let shown = read.events.prefix(Self.eventsOnPage)
        let events = try shown.map { place in try event(place, read) }
        let more = read.events.count > Self.eventsOnPage
        return Timeline(
            events: events, total: read.eventCount, olderCursor: more ? shown.last.map { "\($0.seconds)-\($0.sequence)" } : nil,
            isFirstPage: isFirst)
    }

    fileprivate func event(_ place: EventPlace, _ read: Columns) throws -> Timeline.Event {
        var properties: JSONValue?
        var value: Money?
        let currency = shop.settings.currency ?? .none
        var isOfBrowser = false
        if case .event(let fact)? = try shop.journal.fact(place.sequence) {
            isOfBrowser = fact.source == .client
            properties = fact.properties.isEmpty ? nil : (try? JSONDocument(fact.properties))?.root
            if let amount = fact.value {
                let own = fact.currency ?? currency
                value = Money(minorUnits: Int64(clamping: amount * Double(own.minorUnitsPerMajor)), currency: own)
            }
        }
        let kind: Timeline.Event.Kind =
            // What a browser told says nothing of orders, whatever its metric means by now.
            switch isOfBrowser ? nil : read.meanings[place.metric] {
            case .revenue: .order
            case .refundedSales: .refund
            case .cancelledSales: .cancellation
            default: .other
            }
        return Timeline.Event(
            at: Instant(secondsSince1970: Int64(place.seconds)), metric: read.metricNames[place.metric] ?? "", kind: kind, value: value,
            isHeldAside: kind == .order && value.map { $0.currency != currency } == true, isAhead: Int64(place.seconds) > read.endOfToday,
            summary: Self.summary(properties),
            details: Self.details(properties))
    }

    fileprivate static func summary(_ properties: JSONValue?) -> String? {
        for name in ["OrderId", "order_id", "ProductName", "Product Name", "Subject", "Campaign Name", "List", "URL", "page"] {
            if let text = properties?[name].flatMap({ text($0) }), !text.isEmpty { return text }
        }
        return nil
    }

    fileprivate static let mostDetails = 24

    fileprivate static func details(_ properties: JSONValue?) -> [(name: String, value: String)] {
        guard let properties else { return [] }
        return properties.members.prefix(mostDetails).map { ($0.key, text($0.value) ?? "") }
    }

    /// A value as text: lists and objects as JSON.
    static func text(_ value: JSONValue) -> String? {
        switch value.kind {
        case .string: value.string
        case .null: nil
        default: String(decoding: value.compactBytes, as: UTF8.self)
        }
    }

    static func place(_ cursor: String) -> (seconds: UInt32, sequence: UInt64)? {
        let parts = cursor.split(separator: "-")
        guard parts.count == 2, let seconds = UInt32(parts[0]), let sequence = UInt64(parts[1]) else { return nil }
        return (seconds, sequence)
    }
}
