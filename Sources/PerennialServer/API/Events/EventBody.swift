import Facts
import JSON
import Population
import Shop

/// An event in a request's body, without whose it is: the same in single and bulk requests.
struct EventBody {
    /// Members that an event's attributes may have, beside what says whose it is.
    static let names = ["properties", "time", "value", "value_currency", "unique_id", "backfill", "metric"]

    private static let mostProperties = 400
    private static let longestText = 100_000
    /// 1990-01-01: nothing was sold by these means before.
    private static let earliest = Instant(secondsSince1970: 631_152_000)
    private static let latestAhead: Int64 = 366 * 86_400

    /// The largest value of an event, in units of its currency; an order may be worth less, see ``OrderRecord/largestMinorUnits``.
    static let largestValue = 1e13

    /// Reads an event's attributes; `nil` where something that is needed is missing. Faults are noted with their place.
    static func read(_ attributes: BodyReader, now: Instant, source: FactSource, _ shop: Shop) -> EventIntake? {
        let metric = attributes.object("metric", isRequired: true)?.object("data", isRequired: true)
        if let metric { _ = metric.checkType("metric") }
        let about = metric?.object("attributes", isRequired: true)
        let name = about?.string("name", isRequired: true, longest: 128, shortest: 1)
        guard let name else { return nil }
        var event = EventIntake(identities: Identities(), metric: name, source: source)
        event.integration = about?.string("service", longest: 64, shortest: 1) ?? event.integration
        event.time = attributes.instant("time")
        if let time = event.time {
            if time < earliest { attributes.fault("'time' must not be before 1990.", at: "time") }
            if time.secondsSince1970 > now.secondsSince1970 + latestAhead {
                attributes.fault("'time' must not be more than a year ahead.", at: "time")
            }
        }
        event.value = attributes.number("value", in: -largestValue...largestValue)
        event.currency = currency(attributes)
        event.uniqueID = attributes.string("unique_id", longest: 1_024, shortest: 1)
        event.isBackfill = attributes.bool("backfill") ?? false
        if let properties = attributes.object("properties", isRequired: true) {
            check(properties)
            event.take(properties: properties.value)
            if let value = event.value, value.magnitude > largestValue {
                properties.fault("'$value' must be from \(-largestValue) to \(largestValue).", at: "$value")
            }
        }
        check(event, attributes, shop)
        return event
    }

    /// The currency; `nil` for the shop's own. ISO 4217's code for no currency, which a shop without one shows as its own, names none.
    private static func currency(_ attributes: BodyReader) -> Currency? {
        if let text = attributes.value["value_currency"]?.string, Currency(code: text) == Currency.none { return nil }
        return attributes.string("value_currency", format: .currency).flatMap { Currency(code: $0) }
    }

    /// Whether an order, or what was given back, is worth no more than an order may be: it would be counted nowhere.
    private static func check(_ event: EventIntake, _ attributes: BodyReader, _ shop: Shop) {
        guard let value = event.value, value.magnitude <= largestValue else { return }
        let most = shop.read { population -> Money? in
            guard population.movesMoney(event.metric), population.isBeyondOrders(value, event.currency) else { return nil }
            return Money(minorUnits: OrderRecord.largestMinorUnits, currency: event.currency ?? population.currency)
        }
        if let most { attributes.fault(IntakeError.moreThanAnOrderDetail(most), at: "value") }
    }

    private static func check(_ properties: BodyReader) {
        let count = properties.value.count
        guard count <= mostProperties else {
            return properties.fault("There are \(count) properties; at most \(mostProperties) are taken.")
        }
        for (name, value) in properties.value.members {
            guard value.withStringBytes({ $0.count }) ?? 0 <= longestText else {
                properties.fault("The text is longer than \(longestText) bytes.", at: String(name.prefix(100)))
                continue
            }
        }
    }
}
