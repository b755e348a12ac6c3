import Facts
import HTTPTypes
import JSON
import Shop

/// What other currencies are worth in the shop's: GET and PUT /api/perennial/exchange-rates.
struct ExchangeRateRoutes: RouteGroup {
    let shop: Shop

    /// Rates that one request may carry; more go by the command line.
    private static let most = 10_000
    private static let rate = Schema.object([
        .init("date", .string(longest: 10, shortest: 10), isRequired: true), .init("from", .string(format: .currency), isRequired: true),
        .init("to", .string(format: .currency), isRequired: true), .init("rate", .string(longest: 20, shortest: 1), isRequired: true),
    ])
    private static let attributes: [Schema.Property] = [.init("rates", .array(of: rate, most: most), isRequired: true)]
    private static let schema = Schema.resource("exchange-rates", id: true, attributes: attributes)

    var routes: [Route] {
        let query = QueryRules(fields: ["exchange-rates": ["id", "rates"]])
        return [
            Route(
                .get, "/api/perennial/exchange-rates", "Get Exchange Rates", access: .key(.perennialRead), rate: .medium, query: query,
                answers: [.document(.ok, Self.schema)]
            ) { answer(shop.exchangeRates, $0) },
            Route(
                .put, "/api/perennial/exchange-rates", "Set Exchange Rates", access: .key(.perennialWrite), rate: .small, query: query,
                body: .json(.document(.resource("exchange-rates", attributes: Self.attributes)), mostBytes: 1_000_000),
                answers: [.document(.ok, Self.schema)], handler: set),
        ]
    }

    private func answer(_ rates: ExchangeRates, _ request: APIRequest) -> APIResponse {
        request.document { document in
            document.one { resources in
                resources.resource("exchange-rates", id: "shop", path: "/api/perennial/exchange-rates") { resource in
                    resource.attributes { attributes in
                        attributes.value("rates") { json in
                            json.array { list in
                                for rate in rates.all {
                                    list.object { object in
                                        object.member("date", rate.day.description)
                                        object.member("from", rate.from.code)
                                        object.member("to", rate.to.code)
                                        object.member("rate", rate.rate.text)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func set(_ request: APIRequest) async throws -> APIResponse {
        let body = try await request.resource(type: "exchange-rates")
        body.attributes.allow(only: ["rates"])
        var rates = ExchangeRates()
        for entry in body.attributes.array("rates", isRequired: true, most: Self.most) ?? [] {
            guard entry.isObject() else { continue }
            entry.allow(only: ["date", "from", "to", "rate"])
            let date = entry.string("date", isRequired: true, longest: 10)
            let from = entry.string("from", isRequired: true, format: .currency).flatMap { Currency(code: $0) }
            let to = entry.string("to", isRequired: true, format: .currency).flatMap { Currency(code: $0) }
            let text = entry.string("rate", isRequired: true, longest: 20)
            guard let date, let from, let to, let text else { continue }
            if from == to { entry.fault("A rate is between two currencies; both are \(from.code).", at: "to") }
            guard let day = ShopDay(date) else {
                entry.fault("'date' must be a day such as 2026-01-31.", at: "date")
                continue
            }
            guard let rate = ExchangeRates.Rate(text) else {
                entry.fault("'rate' must be a decimal above zero of at most 18 digits, as text: \"4.35\".", at: "rate")
                continue
            }
            if let given = rates.rateGiven(from: from, to: to, for: day), !given.isWorth(rate) {
                entry.fault("For this day and pair \(given.text) is given before: keep the right one.", at: "rate")
                continue
            }
            rates.add(rate, from: from, to: to, on: day)
        }
        try body.check()
        do throws(IntakeError) {
            try await shop.setExchangeRates(rates, by: request.who)
        } catch {
            throw APIError(error, ids: shop.ids)
        }
        return answer(shop.exchangeRates, request)
    }
}
