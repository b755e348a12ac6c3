import CustomerValue
import Eventually
import Facts
import Journal
import Population
import Segments
import Shop
import Testing

@testable import PerennialServer

@Suite("The pages of metrics, of a real shop")
struct MetricsPageTests {
    /// Signs in and gives back what posts a form with the token of a page.
    private static func signIn(_ pages: PagesOfAShop, as role: UserRole) async throws -> TestBrowser {
        try await pages.letIn("\(role.rawValue)@example.com", as: role)
        let browser = TestBrowser(pages, from: "203.0.113.\(20 + (UserRole.allCases.firstIndex(of: role) ?? 0))")
        _ = try await browser.signIn("\(role.rawValue)@example.com")
        return browser
    }

    @Test("The list has each metric with its events and its last one, and the course of one is what the API aggregates")
    func list() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 40)
            let desk = PageDesk(
                shop: shop, visits: Visits(shop: shop, isSecure: false), devices: KnownDevice(shop: shop, isSecure: false), version: "test")
            let model = try MetricsQuery(desk: desk).model()
            let number = try #require(shop.read { $0.metric(named: "Placed Order") })
            let placed = try #require(model.metrics.first { $0.name == "Placed Order" })
            #expect(placed.events == shop.read { $0.eventCount(number) } && placed.meaning == .revenue)
            var query = Population.EventQuery()
            query.metric = number
            query.limit = 1
            let latest = try #require(shop.read { $0.events(query) }.first)
            #expect(placed.last?.secondsSince1970 == Int64(latest.seconds))
            let page = try MetricPageQuery(desk: desk).model(placed.id, by: .month)
            #expect(page.parts.count == 12 && page.parts.last?.first.daysSince1970 ?? 0 <= shop.today.daysSince1970)
            let from = try #require(page.parts.first).first
            let start = UInt32(clamping: shop.settings.timeZone.start(of: from).secondsSince1970)
            var counted = 0
            shop.read { $0.forEachEvent(number, from: start, through: .max) { _ in counted += 1 } }
            #expect(page.parts.reduce(0) { $0 + $1.events } == counted && counted > 0)
            let analyst = try await Self.signIn(pages, as: .analyst)
            let shown = try await analyst.get("/shop-metrics")
            #expect(shown.status == 200 && shown.text.contains("Placed Order") && !shown.text.contains("/shop-metrics/mapping/revenue"))
            #expect(try await analyst.get("/shop-metrics/\(placed.id)?by=week").status == 200)
            #expect(try await analyst.get("/shop-metrics/nobody").status == 404)
            #expect(try await analyst.get("/shop-metrics/mapping/revenue").status == 403)
            #expect(try await analyst.get("/shop-metrics/custom/new").status == 403)
        }
    }

    @Test("A custom metric is made, wrong fields are said in place, changed after a look at what that does, and deleted after a question")
    func custom() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 30)
            let mia = try await Self.signIn(pages, as: .manager)
            let number = try #require(shop.read { $0.metric(named: "Placed Order") })
            let placed = shop.ids.id(number)
            let wrong = try await mia.submit(
                "/shop-metrics/custom/new",
                [
                    "action": "save", "name": "Placed Order", "method": "value", "c.0.0.kind": "counted", "c.0.0.what": "id:\(placed)",
                    "c.0.0.0.kind": "event", "c.0.0.0.op": "numeric:greater-than", "c.0.0.0.n": "a lot", "c.0.1.kind": "counted",
                ])
            #expect(wrong.status == 422)
            for said in ["A metric has this name already", "Write something here", "Write a number", "Choose one."] {
                #expect(wrong.text.contains(said), "\(said)")
            }
            #expect(wrong.text.contains("value=\"a lot\"") && shop.definitions.customMetrics.isEmpty)
            let nothing = try await mia.submit("/shop-metrics/custom/new", ["action": "save", "name": "A", "method": "value"])
            #expect(nothing.status == 422 && nothing.text.contains("At least one group of events is needed"))
            let nobody = [
                "action": "save", "name": "A", "method": "value", "c.0.0.kind": "counted", "c.0.0.what": "id:nobody",
            ]
            let unknown = try await mia.submit("/shop-metrics/custom/new", nobody)
            #expect(unknown.status == 422 && unknown.text.contains("id=\"c-0-0-what-problem\""))
            let twice = nobody.merging([
                "c.0.0.what": "id:\(placed)", "c.0.1.kind": "counted", "c.0.1.what": "name:Placed Order",
            ]) { $1 }
            let same = try await mia.submit("/shop-metrics/custom/new", twice)
            #expect(same.status == 422 && same.text.contains("id=\"c-0-1-kind-problem\"") && same.text.contains("the same as an earlier"))

            let made = try await mia.submit(
                "/shop-metrics/custom/new",
                [
                    "action": "save", "name": "Large <b>orders</b>", "method": "value", "c.0.0.kind": "counted",
                    "c.0.0.what": "id:\(placed)", "c.0.0.0.kind": "event", "c.0.0.0.text": "$value",
                    "c.0.0.0.op": "numeric:greater-than-or-equal", "c.0.0.0.n": "50,5",
                ])
            #expect(made.status == 303)
            let entry = try #require(shop.definitions.customMetrics.first)
            let wanted = CustomMetricDefinition(
                method: .value,
                groups: [.init(metric: .id(placed), filters: [.init(property: "$value", filter: .number(.greaterThanOrEqual(50.5)))])])
            #expect(entry.name == "Large <b>orders</b>" && entry.definition == wanted)
            let id = shop.ids.id(entry.number)
            let page = try await mia.get("/shop-metrics/\(id)")
            #expect(page.status == 200 && page.text.contains("Large &lt;b&gt;orders&lt;/b&gt;") && page.text.contains("is at least"))

            // As orders: looked at first, and nothing of that is kept.
            let before = shop.rfmInUse().groups.customers
            let looked = try await mia.submit("/shop-metrics/mapping/revenue", ["action": "preview", "target": "custom:\(id)"])
            #expect(looked.status == 200 && looked.text.contains("nothing is saved") && looked.text.contains("value=\"save\""))
            #expect(shop.mapped(.revenue).custom == nil && shop.rfmInUse().groups.customers == before)
            let kept = try await mia.submit("/shop-metrics/mapping/revenue", ["action": "save", "target": "custom:\(id)"])
            #expect(kept.status == 303 && shop.mapped(.revenue).custom?.number == entry.number)
            try await eventually { shop.rfmInUse().groups.customers != before }
            #expect(shop.rfmInUse().groups.customers < before)

            // A change by which nothing would count is looked at with a warning.
            let none = [
                "action": "preview", "name": "Large orders", "method": "value", "c.0.0.kind": "counted", "c.0.0.what": "id:\(placed)",
                "c.0.0.0.kind": "event", "c.0.0.0.text": "$value", "c.0.0.0.op": "numeric:greater-than-or-equal", "c.0.0.0.n": "9999999",
            ]
            let warned = try await mia.submit("/shop-metrics/custom/\(id)/edit?lang=en", none).text
            #expect(warned.contains("With these orders nobody would be a customer") && !warned.contains("nothing would be predicted"))
            #expect(!looked.text.contains("nobody would be a customer"))

            // It is used, so it is not deleted, and a change of it is looked at.
            #expect(!(try await mia.get("/shop-metrics/\(id)").text.contains("/delete")))
            let form = [
                "name": "Large orders", "method": "value", "c.0.0.kind": "counted", "c.0.0.what": "id:\(placed)",
                "c.0.0.0.kind": "event", "c.0.0.0.text": "$value", "c.0.0.0.op": "numeric:greater-than-or-equal", "c.0.0.0.n": "30",
            ]
            let change = try await mia.submit("/shop-metrics/custom/\(id)/edit", form.merging(["action": "preview"]) { $1 })
            #expect(change.status == 200 && change.text.contains("What would change"))
            #expect(shop.definitions.customMetric(entry.number)?.definition == wanted)
            #expect(try await mia.submit("/shop-metrics/custom/\(id)/edit", form.merging(["action": "save"]) { $1 }).status == 303)
            #expect(shop.definitions.customMetric(entry.number)?.name == "Large orders")
            // Saved over another state than the form was made of: both are shown, nothing changes.
            let stale = form.merging(["action": "save", "name": "Huge orders", "made-of": "older"]) { $1 }
            let asked = try await mia.submit("/shop-metrics/custom/\(id)/edit?lang=en", stale)
            #expect(asked.status == 409 && asked.text.contains("<bdi>Huge orders</bdi>") && asked.text.contains("<bdi>Large orders</bdi>"))
            #expect(asked.text.contains("Everything else is the same") && asked.text.contains("<bdi>manager@example.com</bdi>"))
            #expect(shop.definitions.customMetric(entry.number)?.name == "Large orders")
            let usual = ["action": "save", "target": "usual", "made-of": "older"]
            let mapped = try await mia.submit("/shop-metrics/mapping/revenue?lang=en", usual)
            #expect(mapped.status == 409 && mapped.text.contains("Large orders (custom)") && shop.mapped(.revenue).custom != nil)
            // Whoever asks for its deletion, or was asked before it was used, is told that something goes by it.
            let asks = try await mia.get("/shop-metrics/custom/\(id)/delete")
            #expect(asks.status == 303 && asks.headers["location"] == "/shop-metrics/\(id)?in-use=1#made-of")
            let old = try await mia.submit("/shop-metrics/custom/\(id)/edit", [:], to: "/shop-metrics/custom/\(id)/delete")
            #expect(old.status == 303 && old.headers["location"] == asks.headers["location"])
            #expect(try await mia.get("/shop-metrics/\(id)?in-use=1&lang=pl").text.contains("Nie usunięto"))
            #expect(try await !mia.get("/shop-metrics/\(id)?lang=pl").text.contains("Nie usunięto"))
            #expect(shop.definitions.customMetric(entry.number) != nil, "what is used stays")
            #expect(try await mia.submit("/shop-metrics/mapping/revenue", ["action": "save", "target": "usual"]).status == 303)
            #expect(try await mia.submit("/shop-metrics/custom/\(id)/delete", [:]).status == 303)
            #expect(shop.definitions.customMetrics.isEmpty)
        }
    }

    @Test("What cannot be what an order is, is refused with the reason, and nothing changes")
    func refused() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 10)
            let ada = try await Self.signIn(pages, as: .owner)
            let number = try #require(shop.read { $0.metric(named: "Placed Order") })
            let answer = try await ada.submit(
                "/shop-metrics/mapping/refunded_sales", ["action": "save", "target": "metric:\(shop.ids.id(number))"])
            #expect(answer.status == 422 && answer.text.contains("an event means one of them"))
            #expect(shop.mapped(.refundedSales).metric?.name != "Placed Order")
            #expect(try await ada.submit("/shop-metrics/mapping/revenue", ["action": "save", "target": "metric:none"]).status == 404)
            #expect(try await ada.get("/shop-metrics/mapping/viewed_product").status == 404)
        }
    }

    @Test("A custom metric that no plain field says is changed on its page, and stays what it is but for the change")
    func everyFilter() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 10)
            let mia = try await Self.signIn(pages, as: .manager)
            let placed = shop.ids.id(try #require(shop.read { $0.metric(named: "Placed Order") }))
            let definition = CustomMetricDefinition(
                method: .count,
                groups: [
                    .init(
                        metric: .id(placed),
                        filters: [
                            .init(property: "$value", filter: .number(.between(1.0 / 3, 1e21))),
                            .init(property: "note", filter: .text(.among(["a;b", "line\nbreak"]))),
                        ])
                ])
            let number = try await shop.makeCustomMetric(named: "Odd", definition, by: "ada@example.com")
            let id = shop.ids.id(number)
            #expect(try await mia.get("/shop-metrics/\(id)").text.contains("/shop-metrics/custom/\(id)/edit"))
            let page = try await mia.get("/shop-metrics/custom/\(id)/edit?lang=en")
            #expect(page.status == 200 && page.text.contains("value=\"0.3333333333333333\"") && page.text.contains("line\\nbreak"))
            var fields = [
                "action": "add.0.0", "name": "Odd", "method": "count", "c.0.0.kind": "counted", "c.0.0.what": "id:\(placed)",
                "c.0.0.0.kind": "event", "c.0.0.0.text": "$value", "c.0.0.0.op": "numeric:between", "c.0.0.0.n": "0.3333333333333333",
                "c.0.0.0.n2": "1e+21", "c.0.0.1.kind": "other",
                "c.0.0.1.json": #"{"property":"note","filter":{"type":"string","operator":"in","value":["a;b","line\nbreak"]}}"#,
            ]
            // A row more for what events must say, and one away again; nothing is saved by that.
            let more = try await mia.submit("/shop-metrics/custom/\(id)/edit", fields)
            #expect(more.status == 200 && more.text.contains("name=\"c.0.0.2.text\""))
            fields["action"] = "remove.0.0.0"
            let less = try await mia.submit("/shop-metrics/custom/\(id)/edit", fields)
            #expect(less.status == 200 && !less.text.contains("name=\"c.0.0.1.kind\"") && less.text.contains("name=\"c.0.0.0.json\""))
            fields["action"] = "add.0"
            fields["add-0"] = "counted"
            let group = try await mia.submit("/shop-metrics/custom/\(id)/edit", fields)
            #expect(group.status == 200 && group.text.contains("name=\"c.0.1.what\""))
            #expect(shop.definitions.customMetric(number)?.definition == definition)
            fields["action"] = "save"
            fields["name"] = "Odder"
            #expect(try await mia.submit("/shop-metrics/custom/\(id)/edit", fields).status == 303)
            let saved = try #require(shop.definitions.customMetric(number))
            #expect(saved.name == "Odder" && saved.definition == definition)
        }
    }
}
