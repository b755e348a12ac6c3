/// Which column of a file of events holds what.
struct EventColumnPlan: Sendable {
    /// The customer's e-mail.
    var email: Int?
    /// The customer's number. One of e-mail and number is there.
    var customerID: Int?
    /// The kind of event.
    var metric: Int
    /// When.
    var occurredAt: Int
    /// What it was worth.
    var value: Int?
    /// The currency of the value.
    var currency: Int?
    /// What makes it one event for ever.
    var uniqueID: Int?
    /// A JSON object.
    var properties: Int?
    /// The order of day and month that the header's language implies.
    var dateOrder: DateOrder?
    /// Columns that are not used.
    var unused: [String] = []

    /// Every column that is read.
    var used: [Int] { [email, customerID, metric, occurredAt, value, currency, uniqueID, properties].compactMap { $0 } }

    /// What a file of events looks like, for messages.
    static let expected =
        "Expected is a CSV file with the header customer_id,metric,occurred_at,value,unique_id,properties, of which the last three may be "
        + "missing; email may stand for customer_id or beside it."

    /// Understands the header of a file of events.
    static func recognize(header names: [String], file: String) throws(ReadingError) -> EventColumnPlan {
        let header = Header(names)
        func column(_ names: String...) -> Int? { names.lazy.compactMap { header.columns(named: $0).first }.first }
        let email = column("email", "email address", "customer email")
        let customerID = column("customer id", "customer", "profile id", "client id")
        let metric = column("metric", "metric name", "event", "event name", "event type")
        let occurredAt = column("occurred at", "time", "timestamp", "event time", "datetime", "date")
        guard let metric, let occurredAt, email != nil || customerID != nil else {
            throw ReadingError(
                .badData, file: file, line: 1,
                "A file of events needs who (customer_id or email), what (metric) and when (occurred_at). The header has \(header.listing()).",
                advice: expected, because: .eventsNeed)
        }
        var plan = EventColumnPlan(
            email: email, customerID: customerID, metric: metric, occurredAt: occurredAt, value: column("value"),
            currency: column("currency", "value currency", "currency code"), uniqueID: column("unique id", "event id"),
            properties: column("properties", "event properties"), dateOrder: header.impliedDateOrder)
        let used = Set(plan.used)
        plan.unused = header.columns.filter { !used.contains($0.index) }.map(\.text)
        return plan
    }
}
