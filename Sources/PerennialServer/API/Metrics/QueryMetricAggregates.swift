import Facts
import HTTPTypes
import JSON
import Population
import Segments
import Shop

/// POST /api/metric-aggregates: what happened how often, by time.
struct QueryMetricAggregates: RouteGroup {
    let shop: Shop

    private static let longestSpanInDays: Int64 = 366

    /// Properties by which events can be told apart: those of Klaviyo's that are properties of events.
    private static let properties = [
        "$campaign_channel", "$flow", "$flow_channel", "$message", "$message_send_cohort", "$usage_amount", "$value_currency", "$variation",
        "$variation_send_cohort", "Bot Click", "Bounce Type", "Campaign Name", "Client Canonical", "Client Name", "Client Type",
        "Email Domain", "Failure Source", "Failure Type", "From Number", "From Phone Region", "Inbox Provider", "List", "Message Format",
        "Message Name", "Message Type", "Method", "Segment Count", "Subject", "To Number", "To Phone Region", "URL", "form_id",
    ]
    /// To which message Klaviyo puts down an order. Nothing is put down to messages here.
    private static let attributions = ["$attributed_channel", "$attributed_flow", "$attributed_message", "$attributed_variation"]
    private static let measurements = MetricAggregate.Measurement.allCases.map(\.rawValue)
    private static let intervals = TimeBuckets.Interval.allCases.map(\.rawValue)
    private static let names = [
        "metric_id", "page_cursor", "measurements", "interval", "page_size", "by", "return_fields", "filter", "timezone", "sort",
    ]

    private static let body = Schema.document(
        .resource(
            "metric-aggregate",
            attributes: [
                .init("metric_id", .text, isRequired: true),
                .init("measurements", .array(of: .oneOf(measurements), most: 3, least: 1), isRequired: true),
                .init("filter", .array(of: .text, most: 10, least: 2), isRequired: true),
                .init("interval", .nullable(.oneOf(intervals))), .init("timezone", .nullable(.text)),
                .init("by", .nullable(.array(of: .oneOf(properties), most: 5))),
                .init("sort", .nullable(.text)), .init("page_size", .nullable(.integer(least: 1, most: MetricAggregate.mostRows))),
            ]))

    private static let answer = Schema.resource(
        "metric-aggregate", id: true,
        attributes: [
            .init("dates", .array(of: .string(format: .instant))),
            .init(
                "data",
                .array(of: .object([.init("dimensions", .array(of: .text)), .init("measurements", .anyObject)]))),
        ])

    var routes: [Route] {
        [
            Route(
                .post, "/api/metric-aggregates", "Query Metric Aggregates", access: .key(.metricsRead), rate: .small,
                query: QueryRules(fields: ["metric-aggregate": ["id", "data", "dates"]]), body: .json(Self.body),
                answers: [.document(.ok, Self.answer)], handler: measure)
        ]
    }

    /// What is asked for, read and checked.
    private struct Question {
        var metricID = ""
        var measurements: [MetricAggregate.Measurement] = []
        var interval = TimeBuckets.Interval.day
        var timeZone = ShopTimeZone.utc
        var properties: [String] = []
        var from: Int64?
        var until: Int64?
        var sort = ""
    }

    private func measure(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "metric-aggregate")
        let question = read(body.attributes)
        try body.check()
        let what = try what(question)
        guard let from = question.from, let until = question.until else { return .empty }
        let buckets = TimeBuckets(
            from: Instant(secondsSince1970: from), until: Instant(secondsSince1970: until), by: question.interval, in: question.timeZone)
        var aggregate: MetricAggregate
        do throws(MetricAggregate.Refusal) {
            aggregate = try MetricAggregate(
                what, from: UInt32(clamping: from), until: UInt32(clamping: max(1, until)), buckets, by: question.properties, shop)
        } catch {
            throw try Self.error(error)
        }
        let isDescending = question.sort.hasPrefix("-")
        aggregate.sort(
            by: isDescending ? String(question.sort.dropFirst()) : question.sort, isDescending: isDescending,
            properties: question.properties)
        return write(aggregate.rows, question, buckets, request)
    }

    /// A metric, or a custom metric: their ids never read as each other where both are there.
    private func what(_ question: Question) throws(APIError) -> MetricAggregate.What {
        guard let custom = try? shop.customMetric(question.metricID) else { return .metric(try shop.metric(question.metricID).number) }
        if custom.definition.method == .count, question.measurements.contains(.sum) {
            throw .invalid(
                "\"\(custom.name.prefix(64))\" only counts, so that there is no sum of it.", pointer: "/data/attributes/measurements")
        }
        return .custom(custom.number)
    }

    private static func error(_ refusal: MetricAggregate.Refusal) throws -> APIError {
        switch refusal {
        case .tooManyEvents(let count):
            .invalid(
                "\(count) events lie in this span; their properties are read for at most \(MetricAggregate.mostRead). Ask for a shorter one.",
                pointer: "/data/attributes/by")
        case .tooManyRows:
            .invalid(
                "There are more than \(MetricAggregate.mostRows) different values. Ask for a shorter span, or another property.",
                pointer: "/data/attributes/by")
        case .unreadable(let failure): throw failure
        }
    }

    private func write(
        _ rows: [MetricAggregate.Row], _ question: Question, _ buckets: TimeBuckets, _ request: APIRequest
    ) -> APIResponse {
        request.document { document in
            document.one { resources in
                resources.resource("metric-aggregate", id: question.metricID, path: "/api/metric-aggregates") { resource in
                    resource.attributes { attributes in
                        attributes.value("dates") { json in json.array { json in for date in buckets.dates { json.string(date) } } }
                        attributes.value("data") { json in
                            json.array { json in for row in rows { Self.write(row, question.measurements, &json) } }
                        }
                    }
                }
            }
        }
    }

    private static func write(_ row: MetricAggregate.Row, _ measurements: [MetricAggregate.Measurement], _ json: inout JSONWriter) {
        json.object { json in
            json.array("dimensions") { json in for value in row.dimensions { json.string(value) } }
            json.object("measurements") { json in
                for measurement in measurements {
                    json.array(measurement.rawValue) { json in for value in row.values(measurement) { json.double(value) } }
                }
            }
        }
    }

    // Reading

    private func read(_ attributes: BodyReader) -> Question {
        attributes.allow(only: Self.names)
        var question = Question()
        question.metricID = attributes.string("metric_id", isRequired: true, longest: 200) ?? ""
        for (place, element) in (attributes.array("measurements", isRequired: true, least: 1, most: 3) ?? []).enumerated() {
            guard let name = element.ownString() else { continue }
            if let measurement = MetricAggregate.Measurement(rawValue: name) {
                if !question.measurements.contains(measurement) { question.measurements.append(measurement) }
            } else {
                element.fault(
                    "Measurement \(place + 1) cannot be \"\(name.prefix(60))\".\(NearestNames.advice(name, among: Self.measurements))")
            }
        }
        question.interval = attributes.oneOf("interval", as: TimeBuckets.Interval.self) ?? .day
        if let zone = attributes.string("timezone", longest: 100) {
            if let known = ShopTimeZone(identifier: zone) {
                question.timeZone = known
            } else {
                attributes.fault("'timezone' must be a name of the IANA time zone database, such as Europe/Paris.", at: "timezone")
            }
        }
        readGroups(attributes, &question)
        readSpan(attributes, &question)
        _ = attributes.integer("page_size", in: 1...Int64(MetricAggregate.mostRows))
        for (name, detail) in [
            ("page_cursor", "All rows come on one page: there is no cursor."),
            ("return_fields", "Use fields[metric-aggregate] in the query to choose what is returned."),
        ] where attributes.given(name) == .value { attributes.fault(detail, at: name) }
        return question
    }

    private func readGroups(_ attributes: BodyReader, _ question: inout Question) {
        for element in attributes.array("by", most: 5) ?? [] {
            guard let name = element.ownString() else { continue }
            if Self.properties.contains(name) {
                if !question.properties.contains(name) { question.properties.append(name) }
            } else if Self.attributions.contains(name) {
                element.fault("Events are not put down to messages here, so they cannot be grouped by \(name).")
            } else {
                element.fault("Events cannot be grouped by \"\(name.prefix(60))\".\(NearestNames.advice(name, among: Self.properties))")
            }
        }
        guard let sort = attributes.string("sort", longest: 100) else { return }
        let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
        let names = Self.measurements + question.properties
        if names.contains(name) {
            question.sort = sort
        } else {
            attributes.fault("Rows cannot be sorted by \"\(sort.prefix(60))\".\(NearestNames.advice(name, among: names))", at: "sort")
        }
    }

    private static let spanRules = FilterRules(.init("datetime", .instant, .greaterOrEqual, .lessThan))

    private func readSpan(_ attributes: BodyReader, _ question: inout Question) {
        guard let texts = attributes.strings("filter", isRequired: true, most: 10, longest: 500) else { return }
        for text in texts {
            do throws(APIError) {
                guard case .term(let term) = try Self.spanRules.parse(text), let instant = term.value.instant else {
                    attributes.fault("Each text of 'filter' is one condition.", at: "filter")
                    continue
                }
                // A time without an offset is one of the zone that was asked for.
                let seconds =
                    Self.hasOffset(text)
                    ? instant.secondsSince1970
                    : question.timeZone.instant(localSecondsSince1970: instant.secondsSince1970).secondsSince1970
                if term.comparison == .lessThan {
                    question.until = min(question.until ?? .max, seconds)
                } else {
                    question.from = max(question.from ?? .min, seconds)
                }
            } catch {
                attributes.fault(error.errors.first?.detail ?? "The filter cannot be read.", at: "filter")
            }
        }
        guard !attributes.hasFaults else { return }
        guard let from = question.from, let until = question.until else {
            return attributes.fault("'filter' needs greater-or-equal(datetime,...) and less-than(datetime,...).", at: "filter")
        }
        guard from < until else { return attributes.fault("The span in 'filter' ends before it begins.", at: "filter") }
        guard until - from <= Self.longestSpanInDays * 86_400 else {
            return attributes.fault("The span in 'filter' may have at most \(Self.longestSpanInDays) days.", at: "filter")
        }
        question.from = max(0, from)
        question.until = min(max(1, until), Int64(UInt32.max))
    }

    /// Whether the time in a filter such as `less-than(datetime,2022-12-08T00:00:00Z)` says how far it is from UTC.
    private static func hasOffset(_ filter: String) -> Bool {
        guard let comma = filter.utf8.firstIndex(of: UInt8(ascii: ",")) else { return false }
        let value = filter.utf8[comma...]
        guard let end = value.lastIndex(of: UInt8(ascii: ")")), let time = value.firstIndex(where: { $0 == 0x54 || $0 == 0x74 }) else {
            return false
        }
        return value[time..<end].dropFirst().contains {
            [UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains($0)
        }
    }
}
