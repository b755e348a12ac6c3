import CustomerValue
import Eventually
import Facts
import Foundation
import Journal
import Population
import Shop
import Testing

@testable import PerennialServer

@Suite("Who is shown on pages, and what may be done about them, over real sockets", .serialized)
struct PeopleOnPagesTests {
    private static let email = "ada@example.com"

    /// Some hundred customers with orders over two years, and a model where one is wanted.
    private static func fill(_ shop: Shop, fits: Bool) async throws {
        var random = SeededRandom(seed: 77)
        let now = shop.clock().secondsSince1970
        var events: [EventIntake] = []
        for customer in 0..<620 {
            var at = now - Int64.random(in: 86_400...(700 * 86_400), using: &random)
            let gap = Int64.random(in: 9...110, using: &random) * 86_400
            while at < now {
                var identities = Identities()
                identities[.email] = "c\(customer)@example.com"
                var event = EventIntake(identities: identities, metric: "Placed Order", source: .api)
                event.time = Instant(secondsSince1970: at)
                event.value = Double(Int.random(in: 900...9_000, using: &random)) / 100
                event.currency = Currency(code: "EUR")
                event.orderID = "\(events.count)"
                event.uniqueID = "order-\(events.count)"
                events.append(event)
                if Int.random(in: 0..<10, using: &random) < 3 { break }
                at += Int64.random(in: gap / 2...gap * 2, using: &random)
            }
        }
        let all = events
        try await shop.write { (intake) throws(IntakeError) in for event in all { _ = try intake.event(event) } }
        guard fits else { return }
        _ = await withCheckedContinuation { continuation in
            shop.models.requestFit(adopts: true) { continuation.resume(returning: $0) }
        }
    }

    @Test("A group on the first page opens exactly as many people as it says, which is what the API says")
    func groups() async throws {
        try await PagesOfAShop.run { pages in
            try await Self.fill(pages.shop, fits: true)
            try await pages.letIn(Self.email)
            let browser = TestBrowser(pages, from: "203.0.113.1")
            #expect(try await browser.signIn(Self.email).status == 303)
            let home = try await browser.get("/?lang=en").text
            let figures = pages.shop.report(on: .everybody, name: nil).figures
            #expect(figures.predicted > 500)
            let mix = figures.mix
            let expected =
                mix.byCLVCategory.map { ("value=\($0.category.rawValue)", $0.count) }
                + mix.byPurchaseLikelihood.map { ("likelihood=\($0.likelihood.rawValue)", $0.count) }
                + mix.byChurnRisk.map { ("churn=\($0.risk.rawValue)", $0.count) }
                + mix.byRFMGroup.filter { $0.count > 0 }.map { ("group=\($0.group.slug)", $0.count) }
            #expect(Set(expected.map(\.1)).count > 6)
            for (query, count) in expected {
                let link = try #require(home.firstRange(of: "href=\"/profiles?\(query)\""), "\(query)")
                #expect(home[link.upperBound...].prefix(700).contains(">\(count)<"), "\(query)")
                let list = try await browser.get("/profiles?\(query)").text
                let total = try #require(list.firstRange(of: "id=\"total\">"))
                #expect(list[total.upperBound...].prefix { $0.isNumber } == "\(count)", "\(query)")
                #expect(list.components(separatedBy: "class=\"who\"").count - 1 == min(count, ProfileQuery.rowsPerPage), "\(query)")
            }
        }
    }

    @Test("Owners and managers give out the file, note an objection and erase; who reads only is refused; no form goes without its token")
    func rights() async throws {
        try await PagesOfAShop.run { pages in
            try await Self.fill(pages.shop, fits: false)
            ShopServer.registerJobs(pages.shop)
            try pages.shop.jobs.start(pages.shop)
            try await pages.letIn(Self.email, as: .manager)
            try await pages.letIn("eve@example.com", as: .analyst)
            let profile = ProfileNumber(5)
            let id = pages.shop.ids.id(profile)
            let page = "/profiles/\(id)"
            let reader = TestBrowser(pages, from: "203.0.113.2")
            #expect(try await reader.signIn("eve@example.com").status == 303)
            #expect(try await reader.get(page).text.contains("csrf_token"))
            let token = try await Self.token(reader, page)
            for path in ["/file", "/objection", "/erase"] {
                #expect(try await reader.post(page + path, "csrf_token=\(token)&objected=yes").status == 403, "\(path)")
            }
            #expect(try await reader.get(page + "/erase").status == 403)

            let manager = TestBrowser(pages, from: "203.0.113.3")
            #expect(try await manager.signIn(Self.email).status == 303)
            for path in ["/file", "/objection", "/erase"] {
                #expect(try await manager.post(page + path, "objected=yes").status == 403, "\(path)")
            }
            let own = try await Self.token(manager, page)
            let file = try await manager.post(page + "/file", "csrf_token=\(own)")
            #expect(file.status == 200 && file.text.contains("c5@example.com"))
            #expect(file.headers["content-disposition"]?.hasPrefix("attachment") == true)
            #expect(try pages.audit("profile.file").map(\.objectID) == [id])

            #expect(try await manager.post(page + "/objection", "csrf_token=\(own)&objected=perhaps").status == 400)
            #expect(try await manager.post(page + "/objection", "csrf_token=\(own)&objected=yes").status == 303)
            #expect(pages.shop.read { $0.hasObjected(profile) })
            #expect(try await manager.get(page + "?lang=en").text.contains("objected to profiling"))
            #expect(try await manager.post(page + "/objection", "csrf_token=\(own)&objected=no").status == 303)
            #expect(!pages.shop.read { $0.hasObjected(profile) })

            #expect(try await manager.get(page + "/erase?lang=en").text.contains("Erase this person for good?"))
            #expect(try await manager.post(page + "/erase", "csrf_token=\(own)").headers["location"] == "/profiles?erased=1")
            try await eventually { !pages.shop.read { $0.isLive(profile) } }
            #expect(try await manager.get(page).status == 404)
            #expect(try pages.audit("profile.erase").map(\.who) == [Self.email])
        }
    }

    private static func token(_ browser: TestBrowser, _ path: String) async throws -> String {
        let text = try await browser.get(path).text
        let start = try #require(text.firstRange(of: "name=\"csrf_token\" value=\""))
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}
