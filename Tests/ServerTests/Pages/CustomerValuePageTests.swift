import CustomerValue
import Eventually
import Facts
import Journal
import Shop
import Testing

@testable import PerennialServer

@Suite("The pages of customer value and of order values, of a real shop")
struct CustomerValuePageTests {
    @Test("A shop without enough data is told what is missing, and later value and second orders all the same")
    func notEligible() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 60)
            try await pages.letIn("ada@example.com")
            let ada = TestBrowser(pages, from: "203.0.113.9")
            _ = try await ada.signIn("ada@example.com")
            let first = try await ada.get("/customer-value?by=month")
            #expect(first.status == 200 && first.text.contains("Predictions need a little more data"))
            // What is counted in the background is what the API answers.
            let told = try await shop.laterValues()
            try await eventually { shop.knownLaterValues() != nil }
            let model = try CustomerValuePageQuery(shop: shop).model(by: .month)
            #expect(model.later?.values == told.values && model.second == shop.models.standing.history?.secondPurchase)
            #expect(model.examples.isEmpty && model.histogram == nil)
            #expect(try await ada.get("/customer-value?by=nothing").status == 200)
        }
    }

    @Test("A fit is asked for by owners and managers, one at a time, and said what came of it; a model that is not there is not put to use")
    func refit() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 20)
            try await pages.letIn("ada@example.com")
            try await pages.letIn("eva@example.com", as: .analyst)
            let (ada, eva) = (TestBrowser(pages, from: "203.0.113.9"), TestBrowser(pages, from: "203.0.113.10"))
            _ = try await ada.signIn("ada@example.com")
            _ = try await eva.signIn("eva@example.com")
            let reads = try await eva.get("/customer-value/model")
            #expect(!reads.text.contains("/customer-value/refits") && reads.text.contains("reads only"))
            #expect(try await eva.post("/customer-value/refits", "").status == 403)
            #expect(try await ada.post("/customer-value/refits", "").status == 403, "without a token")
            let asked = try await ada.submit("/customer-value/model", [:])
            #expect(asked.status == 405 || asked.status == 404)
            let page = try await ada.get("/customer-value/model")
            let start = try #require(page.text.firstRange(of: "name=\"csrf_token\" value=\""))
            let token = String(page.text[start.upperBound...].prefix { $0 != "\"" })
            #expect(try await ada.post("/customer-value/refits", "csrf_token=\(token)").status == 303)
            try await eventually { try shop.journal.unfinishedJobs().isEmpty }
            #expect(try shop.journal.jobs(kind: Refit.jobKind).count == 1)
            #expect(try await ada.get("/customer-value/model").text.contains("There was not enough to fit a model on."))
            #expect(try await ada.post("/customer-value/adopt", "model=nobody&csrf_token=\(token)").status == 404)
        }
    }

    @Test("Order values are those of the API, around a day too; what is written wrongly is said in place")
    func orderValues() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 60)
            let day = shop.today.advanced(byDays: -100)
            let question = OrderValueQuestion { ["around": day.description, "days": "50"][$0] }
            let desk = PageDesk(
                shop: shop, visits: Visits(shop: shop, isSecure: false), devices: KnownDevice(shop: shop, isSecure: false), version: "test")
            let model = try await OrderValuesQuery(desk: desk).model(question, token: nil)
            let told = shop.orderValues(of: .everybody, around: day, days: 50)
            #expect(model.months == told.months && model.comparison == told.comparison)
            try await pages.letIn("mia@example.com", as: .manager)
            let mia = TestBrowser(pages, from: "203.0.113.9")
            _ = try await mia.signIn("mia@example.com")
            let wrong = try await mia.get("/order-values?around=2099-01-01&days=many")
            #expect(wrong.status == 200 && wrong.text.contains("still to come") && wrong.text.contains("from 1 to 3,660"))
            #expect(wrong.text.contains("value=\"many\""))
            #expect(try await mia.get("/order-values?group=nobody").status == 404)
        }
    }

    @Test("A benchmark is kept with its source, by a comma or a point, refused without, and taken away")
    func benchmark() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await pages.letIn("mia@example.com", as: .manager)
            let mia = TestBrowser(pages, from: "203.0.113.9")
            _ = try await mia.signIn("mia@example.com")
            func save(_ fields: [String: String]) async throws -> Answer {
                let page = try await mia.get("/order-values")
                let start = try #require(page.text.firstRange(of: "name=\"csrf_token\" value=\""))
                let token = page.text[start.upperBound...].prefix { $0 != "\"" }
                let pairs = fields.map { "\($0.key)=\(PercentCoding.encode($0.value))" } + ["csrf_token=\(token)"]
                return try await mia.post("/order-values/benchmark", pairs.joined(separator: "&"))
            }
            for (fields, said) in [
                (["value": "0", "source": "A paper"], "above nothing"), (["value": "12", "source": " "], "without a source"),
                (["value": "a lot", "source": "A paper"], "value=\"a lot\""),
            ] {
                let answer = try await save(fields)
                #expect(answer.status == 422 && answer.text.contains(said), "\(said)")
            }
            #expect(shop.orderValueBenchmark == nil)
            #expect(try await save(["value": "1 059,90", "source": "A <b>paper</b>"]).status == 303)
            #expect(shop.orderValueBenchmark?.value == 1_059.9 && shop.orderValueBenchmark?.source == "A <b>paper</b>")
            #expect(try await mia.get("/order-values").text.contains("A &lt;b&gt;paper&lt;/b&gt;"))
            #expect(try pages.audit("order-value-benchmark.set").first?.who == "mia@example.com")
            #expect(try await save(["action": "remove"]).status == 303)
            #expect(shop.orderValueBenchmark == nil)
        }
    }
}
