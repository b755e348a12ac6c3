import Facts
import HTTPTypes
import JSON
import Shop

/// The average order value by month, before and after a day, beside what others have: GET /api/perennial/order-values, and GET and PUT
/// /api/perennial/order-value-benchmark.
struct OrderValueRoutes: RouteGroup {
    let shop: Shop

    private static let path = "/api/perennial/order-values"
    private static let benchmarkPath = "/api/perennial/order-value-benchmark"
    private static let mostDays = 3_660

    private static let attributes: [Schema.Property] = [
        .init("value", .nullable(.number())), .init("currency", .nullable(.string(format: .currency))),
        .init("source", .nullable(.string(longest: OrderValueBenchmark.longestSource))),
    ]
    private static let benchmark = Schema.resource("order-value-benchmark", id: true, attributes: attributes)

    var routes: [Route] {
        let fields = QueryRules(fields: ["order-value-benchmark": ["id", "value", "currency", "source"]])
        return [
            Route(
                .get, Self.path, "Get Order Values", access: .key(.perennialRead, and: [.listsRead, .segmentsRead]), rate: .small,
                query: QueryRules(
                    fields: ["order-values": ["id"] + OrderValues.Part.allCases.map(\.rawValue)],
                    parameters: [
                        .init(
                            name: "group", schema: .string(longest: 100, shortest: 1), isRequired: false,
                            description: "The id of a segment or list; without it everybody."),
                        .init(
                            name: "around", schema: .string(longest: 10, shortest: 10), isRequired: false,
                            description: "A day of the shop, 2026-01-31: what was before it and from it on."),
                        .init(
                            name: "days", schema: .string(longest: 4, shortest: 1), isRequired: false,
                            description: "How many days before it and from it on; by default as many as have passed since."),
                    ]),
                answers: [
                    .document(
                        .ok,
                        .resource(
                            "order-values", id: true,
                            attributes: OrderValues.Part.allCases.map { part in
                                switch part {
                                case .asOf, .currency: .init(part.rawValue, .text)
                                case .months: .init(part.rawValue, .array(of: .anyObject))
                                case .comparison, .benchmark: .init(part.rawValue, .nullable(.anyObject))
                                }
                            }))
                ], handler: values),
            Route(
                .get, Self.benchmarkPath, "Get Order Value Benchmark", access: .key(.perennialRead), rate: .medium, query: fields,
                answers: [.document(.ok, Self.benchmark)]
            ) { answer($0) },
            Route(
                .put, Self.benchmarkPath, "Set Order Value Benchmark", access: .key(.perennialWrite), rate: .small, query: fields,
                body: .json(.document(.resource("order-value-benchmark", attributes: Self.attributes))),
                answers: [.document(.ok, Self.benchmark)], handler: set),
        ]
    }

    private func values(_ request: APIRequest) async throws -> APIResponse {
        let group = try request.query["group"].map { try self.group($0) } ?? .everybody
        let day = try request.query["around"].map { try self.day($0) }
        let days = try request.query["days"].map { try self.days($0, day) }
        let values = shop.orderValues(of: group, around: day, days: days)
        return request.document { document in
            document.one { resources in
                resources.resource("order-values", id: request.query["group"] ?? "shop", path: Self.path) { resource in
                    resource.attributes { attributes in
                        for part in OrderValues.Part.allCases { attributes.value(part.rawValue) { values.write(part, to: &$0) } }
                    }
                }
            }
        }
    }

    private func group(_ id: String) throws(APIError) -> FiguredGroup {
        if let segment = try? shop.segment(id) { return .segment(segment.number) }
        if let list = try? shop.list(id) { return .list(list.number) }
        throw .invalid("There is no segment and no list with the id \(id.prefix(100)).", parameter: "group")
    }

    private func day(_ text: String) throws(APIError) -> ShopDay {
        guard let day = ShopDay(text) else { throw .invalid("'around' must be a day such as 2026-01-31.", parameter: "around") }
        guard day <= shop.today else {
            throw .invalid("\(day) is still to come: today is \(shop.today) in the shop's zone.", parameter: "around")
        }
        return day
    }

    private func days(_ text: String, _ day: ShopDay?) throws(APIError) -> Int {
        guard day != nil else { throw .invalid("'days' goes with 'around'.", parameter: "days") }
        guard let days = Int(text), (1...Self.mostDays).contains(days) else {
            throw .invalid("'days' must be a whole number from 1 to \(Self.mostDays).", parameter: "days")
        }
        return days
    }

    private func answer(_ request: APIRequest) -> APIResponse {
        let known = shop.orderValueBenchmark
        return request.document { document in
            document.one { resources in
                resources.resource("order-value-benchmark", id: "shop", path: Self.benchmarkPath) { resource in
                    resource.attributes { attributes in
                        attributes.member("value", known?.value)
                        attributes.member("currency", known?.currency.code)
                        attributes.member("source", known?.source)
                    }
                }
            }
        }
    }

    /// A value of null takes it away.
    private func set(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "order-value-benchmark")
        body.attributes.allow(only: ["value", "currency", "source"])
        let isGone = body.attributes.given("value") == .null
        let value = body.attributes.number("value", isRequired: !isGone)
        let currency = body.attributes.string("currency", format: .currency).flatMap { Currency(code: $0) }
        let source = body.attributes.string("source", isRequired: !isGone, longest: OrderValueBenchmark.longestSource)
        try body.check()
        var benchmark: OrderValueBenchmark?
        if let value, let source {
            benchmark = OrderValueBenchmark(value: value, currency: currency ?? shop.settings.currency ?? .none, source: source)
        }
        do throws(IntakeError) {
            try await shop.setOrderValueBenchmark(benchmark, by: request.who)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        return answer(request)
    }
}
