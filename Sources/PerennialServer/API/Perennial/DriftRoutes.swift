import CustomerValue
import Facts
import HTTPTypes
import JSON
import Shop

/// GET /api/perennial/drift: the forecasts that were kept, what came, and whether the model still fits its shop.
struct DriftRoutes: RouteGroup {
    let shop: Shop

    private static let names = ["day", "drifting", "spend", "orders", "checks", "pending"]

    var routes: [Route] {
        [
            Route(
                .get, "/api/perennial/drift", "Get Drift", access: .key(.perennialRead), rate: .small,
                query: QueryRules(fields: ["drift": ["id"] + Self.names]),
                answers: [
                    .document(
                        .ok,
                        .resource(
                            "drift", id: true,
                            attributes: [
                                .init("day", .text), .init("drifting", .bool), .init("spend", .text), .init("orders", .text),
                                .init("checks", .array(of: .anyObject)), .init("pending", .array(of: .anyObject)),
                            ]))
                ], handler: answer)
        ]
    }

    private func answer(_ request: APIRequest) async throws -> APIResponse {
        let report = try await shop.models.drift(shop)
        let currency = shop.settings.currency ?? .none
        return request.document { document in
            document.one { resources in
                resources.resource("drift", id: "shop", path: "/api/perennial/drift") { resource in
                    resource.attributes { attributes in
                        attributes.member("day", report.day.description)
                        attributes.member("drifting", report.drift.isDrifting)
                        attributes.member("spend", report.drift.spend.code)
                        attributes.member("orders", report.drift.orders.code)
                        attributes.value("checks") { json in
                            json.array { json in for check in report.checks { write(check, currency, to: &json) } }
                        }
                        attributes.value("pending") { json in
                            json.array { json in
                                for one in report.pending {
                                    json.object { write(one.forecast, madeOn: one.madeOn, model: one.model, currency, to: &$0) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func write(_ check: DriftReport.Check, _ currency: Currency, to json: inout JSONWriter) {
        let checked = check.checked
        json.object { json in
            write(checked.forecast, madeOn: check.madeOn, model: check.model, currency, to: &json)
            json.member("actual_orders", checked.outcome.orders)
            json.member("actual_spend", amount(Double(checked.outcome.minorUnits), currency))
            json.member("orders_lie", checked.orders.rawValue)
            json.member("spend_lies", checked.spend.rawValue)
        }
    }

    private func write(
        _ forecast: TotalsForecast, madeOn: ShopDay, model: UInt64, _ currency: Currency, to json: inout JSONWriter
    ) {
        json.member("made_on", madeOn.description)
        json.member("model", shop.ids.id(.model, model))
        json.member("first_day", forecast.firstDay.description)
        json.member("last_day", forecast.lastDay.description)
        json.member("expected_orders", forecast.expectedOrders)
        json.member("expected_orders_low", forecast.rangeOrders.lowerBound)
        json.member("expected_orders_high", forecast.rangeOrders.upperBound)
        json.member("expected_spend", amount(forecast.expectedMinorUnits, currency))
        json.member("expected_spend_low", amount(Double(forecast.rangeMinorUnits.lowerBound), currency))
        json.member("expected_spend_high", amount(Double(forecast.rangeMinorUnits.upperBound), currency))
    }

    private func amount(_ minorUnits: Double, _ currency: Currency) -> Double { minorUnits / Double(currency.minorUnitsPerMajor) }
}

extension ForecastDrift.Verdict {
    fileprivate var code: String {
        switch self {
        case .tooFewChecks: "too_few_checks"
        case .holds: "holds"
        case .tooHigh: "too_high"
        case .tooLow: "too_low"
        }
    }
}
