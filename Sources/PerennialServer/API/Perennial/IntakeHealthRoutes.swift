import CustomerValue
import Facts
import HTTPTypes
import JSON
import Journal
import Population
import Shop

/// What came in, by which door, and what did not: /api/perennial/intake-health, and what was refused one by one.
struct IntakeHealthRoutes: RouteGroup {
    let shop: Shop

    private static let names = [
        "facts", "facts_in_last_day", "last_fact_at", "profiles", "events", "events_by_door", "refused", "orders_held_aside",
        "refunds_held_aside", "orders_after_today", "refunds_unmatched", "subscriptions_unconfirmed", "sends_confirmations",
    ]
    private static let refusalNames = ["at", "door", "code", "detail", "pointer", "rows", "original", "original_is_cut"]

    var routes: [Route] {
        [
            Route(
                .get, "/api/perennial/intake-health", "Get Intake Health", access: .key(.perennialRead), rate: .large,
                query: QueryRules(fields: ["intake-health": ["id"] + Self.names]),
                answers: [
                    .document(
                        .ok,
                        .resource(
                            "intake-health", id: true,
                            attributes: [
                                .init("facts", .integer()), .init("facts_in_last_day", .integer()),
                                .init("last_fact_at", .nullable(.string(format: .instant))), .init("profiles", .integer()),
                                .init("events", .integer()), .init("events_by_door", .array(of: .anyObject)),
                                .init("refused", .array(of: .anyObject)), .init("orders_held_aside", .array(of: .anyObject)),
                                .init("refunds_held_aside", .integer()), .init("orders_after_today", .integer()),
                                .init("refunds_unmatched", .integer()), .init("subscriptions_unconfirmed", .integer()),
                                .init("sends_confirmations", .bool),
                            ]))
                ], handler: health),
            Route(
                .get, "/api/perennial/refusals", "Get Refusals", access: .key(.perennialRead), rate: .medium,
                query: QueryRules(
                    fields: ["refusal": ["id"] + Self.refusalNames], filter: FilterRules(.init("code", .text, .equals)),
                    page: .init(standard: 50, most: 200)),
                answers: [
                    .collection(
                        .resource(
                            "refusal", id: true,
                            attributes: [
                                .init("at", .string(format: .instant)), .init("door", .text), .init("code", .text), .init("detail", .text),
                                .init("pointer", .text), .init("rows", .integer()), .init("original", .nullable(.text)),
                                .init("original_is_cut", .bool),
                            ]))
                ], handler: refusals),
        ]
    }

    private func health(_ request: APIRequest) async throws -> APIResponse {
        let counts = try shop.journal.refusalCounts()
        let report = shop.models.standing.report
        let aside = shop.ordersAside()
        let now = request.now
        let (facts, profiles, events, tally) = shop.read { ($0.sequence, $0.liveProfileCount, $0.eventCount, $0.tally) }
        let unconfirmed = shop.read { population in Channel.allCases.reduce(0) { $0 + population.pendingCount($1) } }
        return request.document { document in
            document.one { resources in
                resources.resource("intake-health", id: "shop", path: "/api/perennial/intake-health") { resource in
                    resource.attributes { attributes in
                        attributes.member("facts", facts)
                        attributes.member("facts_in_last_day", tally.lastDay(before: now))
                        attributes.member("last_fact_at", tally.last)
                        attributes.member("profiles", profiles)
                        attributes.member("events", events)
                        attributes.value("events_by_door") { Self.write(tally, to: &$0) }
                        attributes.value("refused") { json in json.array { json in for count in counts { Self.write(count, to: &json) } } }
                        attributes.value("orders_held_aside") { json in
                            json.array { json in for held in aside.byCurrency { Self.write(held, to: &json) } }
                        }
                        attributes.member("refunds_held_aside", report?.refundsHeldAside ?? 0)
                        attributes.member("orders_after_today", aside.afterToday)
                        attributes.member("refunds_unmatched", report?.refundsUnmatched ?? 0)
                        attributes.member("subscriptions_unconfirmed", unconfirmed)
                        // No mail that asks for a confirmation is sent: whoever sends one elsewhere says here what came of it.
                        attributes.member("sends_confirmations", false)
                    }
                }
            }
        }
    }

    private static func write(_ tally: IntakeTally, to json: inout JSONWriter) {
        json.array { json in
            for (source, door) in tally.doors.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                json.object { json in
                    json.member("door", source.door)
                    json.member("events", door.events)
                    json.member("last_at", door.last.map { Timestamp.text($0) })
                }
            }
        }
    }

    private static func write(_ count: RefusalCount, to json: inout JSONWriter) {
        json.object { json in
            json.member("door", count.door)
            json.member("code", count.code)
            json.member("rows", count.rowCount)
            json.member("last_at", Timestamp.text(count.lastAt))
        }
    }

    /// Orders in a currency to which no rate is known: they count nowhere until there is one.
    private static func write(_ held: (currency: Currency, orders: OrdersAside.Held), to json: inout JSONWriter) {
        json.object { json in
            json.member("currency", held.currency.code)
            json.member("orders", held.orders.orders)
            json.member("value", Double(held.orders.minorUnits) / Double(held.currency.minorUnitsPerMajor))
        }
    }

    private func refusals(_ request: APIRequest) async throws -> APIResponse {
        let size = request.query.pageSize
        let code = request.query.filter?.terms.last?.value.text
        let found = try shop.journal.refusals(code: code, before: request.query.cursor?.number(0) ?? .max, limit: size + 1)
        return request.document { document in
            document.many(request.pageLinks(next: found.count > size ? Cursor(.number(found[size - 1].id)) : nil)) { resources in
                for (id, refusal) in found.prefix(size) {
                    resources.resource("refusal", id: String(id)) { resource in
                        resource.attributes { attributes in
                            attributes.member("at", refusal.at)
                            attributes.member("door", refusal.door)
                            attributes.member("code", refusal.code)
                            attributes.member("detail", refusal.detail)
                            attributes.member("pointer", refusal.pointer)
                            attributes.member("rows", refusal.rowCount)
                            attributes.member("original", refusal.original.map { String(decoding: $0, as: UTF8.self) })
                            attributes.member("original_is_cut", refusal.isCut)
                        }
                    }
                }
            }
        }
    }
}

extension OrdersAside {
    /// The currencies without a rate, most orders first.
    var byCurrency: [(currency: Currency, orders: Held)] {
        held.sorted { ($1.value.orders, $0.key.code) < ($0.value.orders, $1.key.code) }.map { ($0.key, $0.value) }
    }
}
