import Facts
import Foundation
import Journal
import Shop
import Testing
import Wording

@testable import PerennialServer

@Suite("Settings, people, keys, imports and exports on pages: who may what, and what it does", .serialized)
struct SettingsPagesTests {
    private static let addresses: [UserRole: String] = [
        .owner: "ada@example.com", .manager: "max@example.com", .analyst: "eve@example.com",
    ]

    private static func browser(_ pages: PagesOfAShop, _ role: UserRole) async throws -> TestBrowser {
        let address = addresses[role] ?? ""
        if try pages.shop.journal.user(email: address) == nil { try await pages.letIn(address, as: role) }
        let browser = TestBrowser(pages, from: "203.0.113.\(role == .owner ? 1 : role == .manager ? 2 : 3)")
        #expect(try await browser.signIn(address).status == 303)
        return browser
    }

    private static func token(_ browser: TestBrowser) async throws -> String {
        let text = try await browser.get("/settings/account").text
        let start = try #require(text.firstRange(of: "name=\"csrf_token\" value=\""))
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }

    /// Every form, and the role that it needs at least.
    private static let forms: [(path: String, body: String, isOwners: Bool)] = [
        ("/settings", "name=Linden&currency=EUR&time_zone=Europe%2FParis&language=fr", false),
        ("/settings/predictions", "minimum_customers=400&horizon_days=180", false),
        ("/settings/rates", "date=2025-01-02&from=USD&to=EUR&rate=0.9", false),
        ("/settings/rates/table", "table=date%2Cfrom%2Cto%2Crate%0A2025-01-02%2CPLN%2CEUR%2C0.23", false),
        ("/welcome", "name=Linden&currency=EUR&time_zone=Europe%2FParis&language=fr", false), ("/exports", "of=&program=plain", false),
        ("/settings/people", "name=Bob&email=bob%40example.com&role=analyst", true), ("/settings/keys", "name=Plug-in&may=reads", true),
    ]

    @Test("Each form answers by role: who may not is refused and nothing is changed; without its token nobody may")
    func roles() async throws {
        try await PagesOfAShop.run { pages in
            for role in [UserRole.analyst, .manager, .owner] {
                let browser = try await Self.browser(pages, role)
                let token = try await Self.token(browser)
                for form in Self.forms {
                    let before = try pages.shop.journal.audit().count
                    #expect(try await browser.post(form.path, form.body).status == 403, "\(role) \(form.path) without a token")
                    #expect(try await browser.post(form.path, form.body + "&csrf_token=" + token.reversed()).status == 403)
                    #expect(try pages.shop.journal.audit().count == before)
                    let mayDo = form.isOwners ? role == .owner : role != .analyst
                    let answer = try await browser.post(form.path, form.body + "&csrf_token=\(token)")
                    #expect(answer.status == (mayDo ? 303 : 403), "\(role) \(form.path)")
                }
                for path in ["/settings/people", "/settings/keys"] {
                    #expect(try await browser.get(path).status == (role == .owner ? 200 : 403), "\(role) \(path)")
                }
                for path in [
                    "/settings", "/settings/predictions", "/settings/rates", "/activity", "/activity/file", "/intake", "/imports",
                    "/exports",
                ] {
                    #expect(try await browser.get(path).status == 200, "\(role) \(path)")
                }
            }
            #expect(pages.shop.settings.name == "Linden" && pages.shop.settings.horizonInDays == 180)
            #expect(pages.shop.exchangeRates.all.map(\.from.code) == ["PLN"])
            #expect(try pages.audit("settings.update").map(\.who).last == Self.addresses[.manager])
        }
    }

    @Test("What is wrong stands beside its field, keeps what was typed, and changes nothing")
    func wrong() async throws {
        try await PagesOfAShop.run { pages in
            let browser = try await Self.browser(pages, .owner)
            let before = pages.shop.settings
            let answers = [
                try await browser.submit(
                    "/settings?lang=en",
                    [
                        "name": "", "currency": "QQQ", "time_zone": "Mars", "language": "xx", "contact_email": "a<b>",
                        "website": "javascript:1",
                    ]),
                try await browser.submit("/settings/predictions", ["minimum_customers": "-3", "horizon_days": "many"]),
                try await browser.submit("/settings/rates", ["date": "2025-02-31", "from": "USD", "to": "USD", "rate": "0"]),
                try await browser.submit("/settings/people", ["name": "", "email": "bob", "role": "king"]),
                try await browser.submit("/settings/keys", ["name": "", "may": "chosen"]),
            ]
            for answer in answers {
                #expect(answer.status == 422)
                #expect(answer.text.components(separatedBy: "aria-invalid").count > 1, "\(answer.text.prefix(200))")
            }
            #expect(answers[0].text.contains("value=\"a&lt;b&gt;\""))
            #expect(pages.shop.settings == before && pages.shop.exchangeRates.isEmpty)
            #expect(try pages.shop.journal.users().count == 1 && pages.shop.journal.apiKeys().isEmpty)
        }
    }

    @Test("A key is shown once, works with its scopes, and is refused once it is revoked")
    func keys() async throws {
        try await PagesOfAShop.run { pages in
            let browser = try await Self.browser(pages, .owner)
            let made = try await browser.submit("/settings/keys", ["name": "Plug-in", "may": "sends"])
            let place = try #require(made.headers["location"])
            let page = try await browser.get(place).text
            let start = try #require(page.firstRange(of: "pk_"))
            let secret = "pk_" + page[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            #expect(!(try await browser.get(place).text.contains("pk_")))
            let key = try #require(try pages.shop.journal.apiKeys().first)
            #expect(key.hash == KeyHash(secret: secret).bytes && key.scopes.contains("events:write") && !key.scopes.contains("full"))
            #expect(key.createdBy == Self.addresses[.owner])
            let other = try await Self.browser(pages, .manager)
            #expect(try await other.post("/settings/keys/\(key.number)/revoke", "csrf_token=\(try await Self.token(other))").status == 403)
            #expect(try await browser.get("/settings/keys/\(key.number)/revoke?lang=en").text.contains("Revoke this key?"))
            #expect(try await browser.submit("/settings/keys/\(key.number)/revoke", [:]).status == 303)
            #expect(try pages.shop.journal.apiKeys().first?.revokedAt != nil)
            #expect(try pages.audit("key.revoke").map(\.who) == [Self.addresses[.owner]])
            // Neither the log of what was done nor any page holds the secret.
            #expect(try pages.shop.journal.audit().allSatisfy { !$0.entry.detail.contains(secret) })
        }
    }

    @Test("Somebody is let in by a link, gets another role, and is shut out; the last owner stays")
    func people() async throws {
        try await PagesOfAShop.run { pages in
            let browser = try await Self.browser(pages, .owner)
            let invited = try await browser.submit("/settings/people", ["name": "Bob", "email": "Bob@Example.com", "role": "analyst"])
            let page = try await browser.get(try #require(invited.headers["location"])).text
            let start = try #require(page.firstRange(of: "/set-password/"))
            let link = "/set-password/" + page[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            let bob = TestBrowser(pages, from: "203.0.113.9")
            #expect(try await bob.submit(link, ["password": "quiet-harbour-38", "password_again": "quiet-harbour-38"]).status == 303)
            #expect(try await bob.get("/settings").status == 200)
            #expect(try await bob.get("/settings/people").status == 403)
            #expect(try await browser.submit("/settings/people", ["name": "B", "email": "bob@example.com", "role": "owner"]).status == 422)

            let number = try #require(try pages.shop.journal.user(email: "bob@example.com")?.number)
            let own = try #require(try pages.shop.journal.user(email: "ada@example.com")?.number)
            for (path, fields) in [("/settings/people/\(own)", ["role": "manager"]), ("/settings/people/\(own)/remove", [:])] {
                #expect(try await browser.submit(path, fields).status == 409, "\(path)")
            }
            #expect(try await browser.submit("/settings/people/\(number)", ["role": "owner"]).status == 303)
            #expect(try await bob.get("/settings/people").status == 200)
            // Now there are two: one may go.
            let token = try await Self.token(browser)
            #expect(try await browser.post("/settings/people/\(number)/password", "csrf_token=\(token)").status == 303)
            #expect(try await bob.get("/settings").headers["location"]?.hasPrefix("/sign-in") == true)
            #expect(try await browser.submit("/settings/people/\(number)/remove", [:]).status == 303)
            #expect(try pages.shop.journal.user(email: "bob@example.com")?.disabledAt != nil)
            #expect(try await bob.signIn("bob@example.com", "quiet-harbour-38").status == 422)
        }
    }

    @Test("A changed password ends all other sessions and keeps this one; the wrong one until now changes nothing, and is counted")
    func account() async throws {
        try await PagesOfAShop.run { pages in
            let browser = try await Self.browser(pages, .manager)
            let elsewhere = try await Self.browser(pages, .manager)
            let fields = ["password": "rosehip-lantern-27", "password_again": "rosehip-lantern-27"]
            func change(_ current: String) async throws -> Answer {
                var all = fields.map { "\($0.key)=\($0.value)" }
                all.append("password_until_now=" + PercentCoding.encode(current))
                all.append("csrf_token=" + (try await Self.token(browser)))
                return try await browser.post("/settings/account/password", all.joined(separator: "&"))
            }
            #expect(try await change("seven red umbrellas").status == 422)
            #expect(try await elsewhere.get("/settings").status == 200)
            #expect(try await change(PagesOfAShop.password).status == 303)
            #expect(try await browser.get("/settings").status == 200)
            #expect(try await elsewhere.get("/settings").status == 303)
            for _ in 0..<SignInLimits.mostOfDevice { _ = try await change("wrong") }
            #expect(try await change("rosehip-lantern-27").status == 429)

            #expect(try await browser.submit("/settings/account", ["name": "Max M.", "language": "pl"]).status == 303)
            #expect(try await browser.get("/settings/account").text.contains("lang=\"pl\""))
            #expect(try pages.shop.journal.user(email: "max@example.com")?.language == .pl)
        }
    }

    @Test("The activity finds by person, kind and day, page by page, and as a file")
    func activity() async throws {
        try await PagesOfAShop.run { pages in
            let browser = try await Self.browser(pages, .analyst)
            try await pages.shop.write { (intake) throws(IntakeError) in
                for number in 0..<120 {
                    let at = Instant(secondsSince1970: intake.now.secondsSince1970 - Int64(number) * 3_600)
                    intake.write(
                        .audit(
                            AuditEntry(
                                at: at, who: number % 3 == 0 ? "=cmd()" : "bob", action: number % 2 == 0 ? "list.create" : "key.create",
                                objectKind: "thing", objectID: "\(number)")))
                }
            }
            let page = try await browser.get("/activity?who=bob&kind=audience&lang=en").text
            let expected = (0..<120).count { $0 % 3 != 0 && $0 % 2 == 0 }
            #expect(page.components(separatedBy: "<td data-label=\"What\">A list was made").count - 1 == expected)
            let first = try await browser.get("/activity?lang=en").text
            let older = try #require(first.firstRange(of: "/activity?before="))
            let second = try await browser.get("/activity?before=" + first[older.upperBound...].prefix { $0.isNumber }).text
            #expect(second.components(separatedBy: "<tr>").count > 40)
            let file = try await browser.get("/activity/file?kind=audience&who=%3Dcmd()")
            #expect(file.headers["content-type"]?.hasPrefix("text/csv") == true)
            #expect(file.text.split(separator: "\n").count == 1 + 20 && file.text.contains(",'=cmd(),"))
            #expect(
                try await browser.get("/activity?from=2001-01-01&to=x&until=2001-01-02&lang=en").text.contains("Nothing was done that fits")
            )
        }
    }
}
