import CustomerValue
import Eventually
import Facts
import Foundation
import JSON
import Journal
import Markup
import Population
import Segments
import Shop
import Testing
import Wording

@testable import PerennialServer

@Suite("Lists and segments on pages, over real sockets", .serialized)
struct AudiencePagesTests {
    private static let email = "ada@example.com"

    /// A shop with people, orders, opened e-mails and a list, a manager who is signed in, and the jobs that write files.
    private static func run(_ body: @Sendable (PagesOfAShop, TestBrowser) async throws -> Void) async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            let now = shop.clock().secondsSince1970
            try await shop.write { (intake) throws(IntakeError) in
                for n in 0..<60 {
                    var identities = Identities()
                    identities[.email] = "p\(n)@example.com"
                    for order in 0..<(n % 4) {
                        var event = EventIntake(identities: identities, metric: "Placed Order", source: .api)
                        event.time = Instant(secondsSince1970: now - Int64(order + 1) * 864_000)
                        event.value = Double(10 + n)
                        event.currency = Currency(code: "EUR")
                        event.orderID = "\(n).\(order)"
                        event.uniqueID = "order-\(n).\(order)"
                        _ = try intake.event(event)
                    }
                    var open = EventIntake(identities: identities, metric: "Opened Email", source: .api)
                    open.time = Instant(secondsSince1970: now - Int64(n) * 864_000)
                    open.uniqueID = "open-\(n)"
                    _ = try intake.event(open)
                }
            }
            let list = try await shop.write(isAlone: true) { (intake) throws(IntakeError) in
                try shop.newList(named: "Newsletter", .single, intake, by: "test")
            }
            try await shop.write { (intake) throws(IntakeError) in
                for n in 0..<30 { intake.membership(ProfileNumber(UInt32(n)), in: list, isMember: true) }
            }
            ShopServer.registerJobs(shop)
            try shop.jobs.start(shop)
            try await pages.letIn(email, as: .manager)
            let browser = TestBrowser(pages, from: "203.0.113.9")
            #expect(try await browser.signIn(email).status == 303)
            try await body(pages, browser)
        }
    }

    private static func metric(_ name: String, _ shop: Shop) throws -> String {
        let metric = try #require(shop.read { $0.allMetrics }.first { $0.name == name })
        return "id:" + shop.ids.id(.metric, UInt64(metric.number.value))
    }

    private static func list(_ shop: Shop) throws -> String { shop.ids.id(try #require(shop.definitions.lists.first).number) }

    /// The fields of a segment of two conditions.
    private static func fields(_ shop: Shop, name: String, action: String = "save", days: String = "90") throws -> [String: String] {
        [
            "name": name, "action": action, "c.0.0.kind": "group", "c.0.0.yes": "yes", "c.0.0.when": "alltime",
            "c.0.0.groups": "id:" + (try list(shop)), "c.1.0.kind": "done", "c.1.0.what": try metric("Opened Email", shop),
            "c.1.0.op": "at-least-once", "c.1.0.when": "in-the-last", "c.1.0.q": days, "c.1.0.unit": "day",
        ]
    }

    private static func id(_ answer: Answer) throws -> String {
        let location = try #require(answer.headers["location"])
        return String(try #require(location.split(separator: "?").first?.split(separator: "/").last))
    }

    @Test("A form makes the segment that the API would, previews it, and changes it")
    func builder() async throws {
        try await Self.run { pages, browser in
            let shop = pages.shop
            // Looking keeps nothing, and says how many there are.
            let look = try await browser.submit("/segments/new?lang=en", Self.fields(shop, name: "", action: "preview"))
            #expect(look.status == 200 && look.text.contains("id=\"preview-count\">9<") && shop.definitions.segments.isEmpty)
            #expect(look.headers["content-security-policy"]?.contains("script-src 'self'") == true)
            // Without a name it is not saved, and everything stays in the form.
            let nameless = try await browser.submit("/segments/new?lang=en", Self.fields(shop, name: " "))
            #expect(nameless.status == 422 && nameless.text.contains("value=\"90\"") && nameless.text.contains("id=\"name-problem\""))
            // A long form is shown from its top, so there it is said that something below is marked.
            #expect(nameless.text.contains("role=\"alert\"><p>Nothing was saved yet: look at the marked fields"))
            let wrong = try await browser.submit("/segments/new", Self.fields(shop, name: "A", days: "soon"))
            #expect(wrong.status == 422 && wrong.text.contains("id=\"c-1-0-q-problem\"") && wrong.text.contains("value=\"soon\""))

            // Who those are of whom some are the first is a condition of its own, and can be taken away.
            var top = [
                "name": "", "action": "preview", "c.0.0.kind": "top", "c.0.0.what": "total_clv", "c.0.0.order": "greatest", "c.0.0.n": "10",
                "c.0.0.size": "percent", "c.0.0.0.kind": "region", "c.0.0.0.yes": "yes", "c.0.0.0.what": "european_union",
            ]
            let told = try await browser.submit("/segments/new?lang=en", top).text
            #expect(told.contains("depth-1\"><bdi>lives in the European Union</bdi>") && told.contains("name=\"c.0.0.0.what\""))
            top["action"] = "remove.0.0.0"
            let wide = try await browser.submit("/segments/new?lang=en", top).text
            #expect(wide.contains("value=\"total_clv\"") && !wide.contains("lives in the European Union") && !wide.contains("c.0.0.0.what"))

            let made = try await browser.submit("/segments/new", Self.fields(shop, name: "Engaged <b>"))
            #expect(made.status == 303)
            let id = try Self.id(made)
            let segment = try shop.segment(id)
            let metric = try Self.metric("Opened Email", shop).dropFirst(3)
            let spelled = """
                {"condition_groups":[{"conditions":[{"type":"profile-group-membership","is_member":true,"group_ids":["\(try Self.list(shop))"]}]},\
                {"conditions":[{"type":"profile-metric","metric_id":"\(metric)","measurement":"count","measurement_filter":\
                {"type":"numeric","operator":"greater-than-or-equal","value":1},"timeframe_filter":\
                {"type":"date","operator":"in-the-last","unit":"day","quantity":90}}]}]}
                """
            let meant = try Condition(definition: JSONDocument(spelled).root)
            #expect(segment.condition == meant && segment.name == "Engaged <b>")
            #expect(try pages.audit("segment.create").map(\.who) == [Self.email])

            let page = "/segments/\(id)"
            let changed = try await browser.submit(
                page + "/edit", Self.fields(shop, name: "Engaged", days: "30").merging(["star": "1"]) { $1 })
            let after = try shop.segment(id)
            #expect(changed.status == 303 && after.isStarred && after.condition != segment.condition)
            #expect(try pages.audit("segment.update").count == 1)
            // Asking for itself is refused.
            let circle = [
                "name": "Engaged", "action": "save", "c.0.0.kind": "group", "c.0.0.yes": "yes", "c.0.0.when": "alltime",
                "c.0.0.groups": "id:" + id,
            ]
            #expect(try await browser.submit(page + "/edit", circle).status == 422)
            // A second one of its name may be, and its page says so; that of a single one does not.
            let said = "Another segment has this name"
            #expect(try await !browser.get(page + "/edit?lang=en").text.contains(said))
            let twin = try Self.id(try await browser.submit("/segments/new", Self.fields(shop, name: "engaged")))
            for one in [page, "/segments/\(twin)"] { #expect(try await browser.get(one + "/edit?lang=en").text.contains(said)) }
        }
    }

    @Test("Whoever saves over what somebody else saved meanwhile is asked first, and nothing of either is lost")
    func conflict() async throws {
        try await Self.run { pages, browser in
            let shop = pages.shop
            let id = try Self.id(try await browser.submit("/segments/new", Self.fields(shop, name: "Engaged")))
            let path = "/segments/\(id)/edit"
            try await pages.letIn("bob@example.com", as: .manager)
            let bob = TestBrowser(pages, from: "203.0.113.11")
            #expect(try await bob.signIn("bob@example.com").status == 303)
            // Both open it; Bob saves.
            let mine = try await browser.madeOf(path)
            let theirs = try await bob.madeOf(path)
            #expect(mine == theirs)
            let saved = try await bob.submit(path, Self.fields(shop, name: "Bob <i>", days: "30").merging(["made-of": theirs]) { $1 })
            #expect(saved.status == 303)
            var fields = try Self.fields(shop, name: "Engaged", days: "60")
            fields["made-of"] = mine
            let asked = try await browser.submit(path + "?lang=en", fields)
            #expect(asked.status == 409 && asked.text.contains("Bob &lt;i&gt;") && asked.text.contains("<bdi>bob@example.com</bdi>"))
            #expect(asked.text.contains("in the last 30 days") && asked.text.contains("in the last 60 days"))
            #expect(asked.text.contains("name=\"c.1.0.q\" value=\"60\"") && !asked.text.contains("Starred"))
            #expect(try shop.segment(id).name == "Bob <i>")
            // Going on shows what was typed, made of what is there now; saving it is no surprise any more.
            let now = try Self.madeOf(asked)
            let other = try await bob.madeOf(path)
            #expect(now == other && now != mine)
            fields["made-of"] = now
            let again = try await browser.submit(path + "?lang=en", fields.merging(["action": "preview"]) { $1 })
            #expect(try again.status == 200 && again.text.contains("value=\"60\"") && Self.madeOf(again) == now)
            #expect(try await browser.submit(path, fields).status == 303)
            #expect(try shop.segment(id).name == "Engaged")
            // Who saves the same as the other has nothing to choose.
            fields["made-of"] = mine
            #expect(try await browser.submit(path, fields).status == 303)
        }
    }

    private static func madeOf(_ answer: Answer) throws -> String {
        let start = try #require(answer.text.firstRange(of: "name=\"made-of\" value=\""))
        return String(answer.text[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test("A segment's page says what the API says, explains, compares, and lists its members")
    func page() async throws {
        try await Self.run { pages, browser in
            let shop = pages.shop
            let id = try Self.id(try await browser.submit("/segments/new", Self.fields(shop, name: "Engaged")))
            let number = try shop.segment(id).number
            #expect(shop.segments.waitUntilFound(number, seconds: 120))
            try await eventually { shop.read { $0.memberCount(of: number) } >= 9 }
            let report = shop.report(on: .segment(number), name: nil)
            #expect(report.figures.members == 9)
            let page = try await browser.get("/segments/\(id)?lang=en&person=p3%40example.com").text
            let setting = PageSetting(
                language: .en, timeZone: shop.settings.timeZone, currency: shop.settings.currency ?? .none, now: shop.clock())
            for text in ["All 9 members", setting.mean(report.figures.averageHistoricMinorUnits), "is in the segment", "opened an email"] {
                #expect(page.contains(text), "\(text)")
            }
            // A heading over one condition is left out.
            #expect(page.contains("met depth-1") && !page.contains("met depth-2") && !page.contains("At least one of these holds"))
            #expect(try await browser.get("/segments/\(id)?lang=en&person=p20%40example.com").text.contains("is not in the segment"))
            #expect(try await browser.get("/segments/\(id)?lang=en&person=zzz").text.contains("Nobody is known by that"))
            let members = try await browser.get("/profiles?in=\(id)&lang=en").text
            #expect(members.contains("id=\"total\">9") && members.components(separatedBy: "class=\"who\"").count == 10)
            let list = try Self.list(shop)
            #expect(try await browser.get("/segments/\(id)/compare?with=\(list)&lang=en").text.contains("In both"))
            #expect(try await browser.get("/segments/\(id)/compare?with=zzz").status == 404)
            let table = try await browser.get("/segments?lang=en&q=ENG").text
            #expect(table.contains("/segments/\(id)") && table.contains("1 list or segment"))
            #expect(try await browser.get("/segments/zzz").status == 404)
            // What the contacts show becomes a definition.
            let start = try await browser.get("/segments/new?group=champions&in=\(id)&order=at-stake").text
            #expect(start.contains("value=\"rfm_group:Champions\"") && start.contains("selected=\"selected\">Engaged"))
        }
    }

    @Test("A file is written by the job of the API with the columns that were ticked, and fetched; deleting says who goes by it")
    func exportAndDeletion() async throws {
        try await Self.run { pages, browser in
            let shop = pages.shop
            let id = try Self.id(try await browser.submit("/segments/new", Self.fields(shop, name: "Engaged")))
            let number = try shop.segment(id).number
            #expect(shop.segments.waitUntilFound(number, seconds: 120))
            try await eventually { shop.read { $0.memberCount(of: number) } >= 9 }
            let page = "/segments/\(id)/export"
            #expect(try await browser.submit(page, ["preset": "excel-fr"]).status == 422)
            #expect(try await browser.submit(page, ["preset": "excel-fr", "column": "email"]).status == 303)
            var path: Substring = ""
            try await eventually {
                let text = try await browser.get(page).text
                guard let link = text.firstRange(of: "class=\"download\" href=\"") else { return false }
                path = text[link.upperBound...].prefix { $0 != "\"" }
                return true
            }
            #expect(path.hasPrefix(page + "/"))
            let file = try await browser.get(String(path))
            let day = shop.settings.timeZone.day(of: shop.clock())
            let name = "attachment; filename=\"Engaged \(day).csv"
            #expect(file.status == 200 && file.headers["content-disposition"]?.hasPrefix(name + ".gz\"") == true)
            // Who takes what is packed gets it unpacked: a file that Excel opens.
            let unpacked = try await browser.get(String(path), ["Accept-Encoding: gzip"])
            #expect(unpacked.headers["content-disposition"]?.hasPrefix(name + "\"") == true)
            #expect(unpacked.headers["content-encoding"] == "gzip" && unpacked.headers["content-type"]?.hasPrefix("text/csv") == true)
            #expect(try pages.audit("profile.export").map(\.who) == [Self.email])
            #expect(try await browser.get("/lists/\(try Self.list(shop))/export/\(path.split(separator: "/").last ?? "")").status == 404)

            let user = ["name": "Both", "action": "save", "c.0.0.kind": "group", "c.0.0.yes": "no", "c.0.0.groups": "id:" + id]
            #expect(try await browser.submit("/segments/new", user).status == 303)
            #expect(try await browser.get("/segments/\(id)/delete").text.contains("Both"))
            #expect(try await browser.submit("/segments/\(id)/delete", [:]).status == 303)
            #expect(try await browser.get("/segments/\(id)").status == 404)
            #expect(try pages.audit("segment.delete").map(\.objectID) == [id])
            // Whoever looks up who deleted it finds it by the name that it had.
            let activity = try await browser.get("/activity?kind=audience&lang=en").text
            #expect(activity.contains("<bdi>Engaged</bdi>"))
        }
    }

    @Test("The builder of a segment that stands still marks at once what keeps it from being evaluated")
    func standstill() async throws {
        try await Self.run { pages, browser in
            let shop = pages.shop
            let id = try Self.id(try await browser.submit("/segments/new", Self.fields(shop, name: "Engaged")))
            let number = try shop.segment(id).number
            #expect(shop.segments.waitUntilFound(number, seconds: 120))
            #expect(try await !browser.get("/segments/\(id)/edit?lang=en").text.contains("-problem\""))
            let list = try Self.list(shop)
            #expect(try await browser.submit("/lists/\(list)/delete", [:]).status == 303)
            try await eventually { shop.segments.standing(number)?.fault != nil }
            let text = try await browser.get("/segments/\(id)/edit?lang=en").text
            #expect(text.contains("id=\"c-0-0-groups-problem\""))
            #expect(text.contains("What keeps it from being evaluated is marked below") && !text.contains("Nothing was saved yet"))
        }
    }

    @Test("An export that could not be written keeps why, and the page says it in the reader's language")
    func failedExport() async throws {
        try await Self.run { pages, browser in
            let shop = pages.shop
            // A file where the folder of exports should be.
            let folder = (shop.exportFile(ofJob: 1) as NSString).deletingLastPathComponent
            try? FileManager.default.removeItem(atPath: folder)
            #expect(FileManager.default.createFile(atPath: folder, contents: nil))
            let page = "/lists/\(try Self.list(shop))/export"
            #expect(try await browser.submit(page, ["preset": "plain", "column": "email"]).status == 303)
            try await eventually { try shop.journal.unfinishedJobs().isEmpty }
            let job = try #require(try shop.journal.jobs(kind: JobKind.exportName, limit: 1).first)
            #expect(job.status == .cancelled && job.exportNotes.cause == .notWritable && job.exportNotes.fault?.contains(folder) == true)
            let text = try await browser.get("/exports?lang=fr").text
            #expect(text.contains("Le disque est plein, ou le dossier") && !text.contains("cannot be"))
        }
    }

    @Test("A list is made, renamed, filled by address, and deleted")
    func lists() async throws {
        try await Self.run { pages, browser in
            let shop = pages.shop
            #expect(try await browser.submit("/lists/new", ["name": "", "opt-in": "single_opt_in"]).status == 422)
            let id = try Self.id(try await browser.submit("/lists/new", ["name": "VIP", "opt-in": "single_opt_in"]))
            let list = try shop.list(id)
            #expect(list.name == "VIP" && list.optInProcess == .single)
            let page = "/lists/\(id)"
            let nobody = try await browser.submit(page, ["person": "nobody@example.com", "action": "add"], to: page + "/members")
            #expect(nobody.status == 422 && nobody.text.contains("value=\"nobody@example.com\""))
            #expect(try await browser.submit(page, ["person": "P7@Example.com", "action": "add"], to: page + "/members").status == 303)
            #expect(shop.read { $0.members(of: list.number) }.map(\.profile) == [ProfileNumber(7)])
            #expect(try await browser.submit(page, ["person": "p7@example.com", "action": "remove"], to: page + "/members").status == 303)
            #expect(shop.read { $0.memberCount(of: list.number) } == 0)
            #expect(try await browser.submit(page + "/edit", ["name": "VIPs", "opt-in": "double_opt_in"]).status == 303)
            #expect(try shop.list(id).name == "VIPs")
            // Who edits what was renamed meanwhile is asked.
            var fields = ["name": "VVIPs", "opt-in": "double_opt_in", "made-of": try await browser.madeOf(page + "/edit")]
            #expect(try await browser.submit(page + "/edit", ["name": "Best", "opt-in": "single_opt_in"]).status == 303)
            let asked = try await browser.submit(page + "/edit?lang=fr", fields)
            #expect(asked.status == 409 && asked.text.contains("<bdi>Best</bdi>") && asked.text.contains("<bdi>VVIPs</bdi>"))
            fields["made-of"] = try Self.madeOf(asked)
            #expect(try await browser.submit(page + "/edit", fields).status == 303)
            #expect(try shop.list(id).name == "VVIPs" && shop.list(id).optInProcess == .double)
            #expect(try await browser.submit(page + "/delete", [:]).status == 303)
            #expect(shop.definitions.lists.map(\.name) == ["Newsletter"])
        }
    }

    @Test("Whoever only reads sees everything and changes nothing")
    func reader() async throws {
        try await Self.run { pages, _ in
            try await pages.letIn("eve@example.com", as: .analyst)
            let reader = TestBrowser(pages, from: "203.0.113.10")
            #expect(try await reader.signIn("eve@example.com").status == 303)
            let list = try Self.list(pages.shop)
            for path in ["/segments", "/segments/ready-made", "/lists/\(list)", "/lists/\(list)/compare"] {
                let answer = try await reader.get(path)
                #expect(answer.status == 200 && !answer.text.contains("/delete\"") && !answer.text.contains("/segments/new\""), "\(path)")
            }
            let closed = [
                "/segments/new", "/lists/new", "/lists/\(list)/edit", "/lists/\(list)/delete", "/lists/\(list)/export",
            ]
            for path in closed { #expect(try await reader.get(path).status == 403, "\(path)") }
            for path in closed + ["/lists/\(list)/members", "/segments/ready-made"] {
                #expect(try await reader.submit("/segments", ["name": "x", "action": "save"], to: path).status == 403, "\(path)")
            }
            #expect(pages.shop.definitions.segments.isEmpty && pages.shop.definitions.lists.count == 1)
        }
    }

    @Test("The table goes by cursor: nothing stands twice or is missed when lists are made and deleted between two pages")
    func cursor() async throws {
        try await Self.run { pages, browser in
            let shop = pages.shop
            let query = GroupsModelQuery(shop: shop)
            func change(_ change: @escaping @Sendable (Intake) throws(IntakeError) -> Void) async throws {
                try await shop.write(isAlone: true) { (intake) throws(IntakeError) in try change(intake) }
            }
            /// Two of each name: some differ by capitals alone.
            func make(_ names: [String]) async throws {
                for name in names {
                    try await change { (intake) throws(IntakeError) in _ = try shop.newList(named: name, .single, intake, by: "test") }
                }
            }
            try await make((0..<120).map { "\($0 % 2 == 0 ? "List" : "list") \(100 + $0 / 2) é & .b" })
            let shown = query.model(GroupsQuery(), mayChange: true)
            #expect(shown.rows.count == 50 && shown.first == 1 && shown.previous == nil && shown.total == 121)

            // Every order, forwards and back again, holds everything once, and a path is its query.
            for order in GroupsQuery.Order.allCases {
                var asked = GroupsQuery()
                asked.order = order
                var (model, all) = (query.model(asked, mayChange: true), [GroupsModel]())
                while true {
                    all.append(model)
                    guard let next = model.next else { break }
                    let path = asked.at(next).path.text
                    let sent = try QueryString(String(path[path.index(after: try #require(path.firstIndex(of: "?")))...]))
                    #expect(GroupsQuery { sent[$0] } == asked.at(next))
                    model = query.model(GroupsQuery { sent[$0] }, mayChange: true)
                }
                #expect(all.map(\.rows.count) == [50, 50, 21] && all.map(\.first) == [1, 51, 101])
                #expect(Set(all.flatMap(\.rows).map(\.id)).count == 121)
                for before in all.dropLast().reversed() {
                    model = query.model(asked.at(model.previous), mayChange: true)
                    #expect(model.rows.map(\.id) == before.rows.map(\.id) && model.first == before.first)
                }
            }

            // The row that the next page follows is deleted, and others are made before and behind it.
            let ids = shown.rows.map(\.id)
            let rest = query.model(GroupsQuery().at(shown.next), mayChange: true).rows.map(\.id)
            let last = try #require(shown.rows.last?.id)
            let number = try shop.list(last).number
            try await change { (intake) throws(IntakeError) in try shop.removeList(number, intake, by: "test") }
            try await make(["A first one", "List 124 üz"])
            let second = query.model(GroupsQuery().at(shown.next), mayChange: true)
            let added = second.rows.filter { !rest.contains($0.id) }
            #expect(added.map(\.name) == ["List 124 üz"] && second.rows.map(\.id).filter { rest.contains($0) } == Array(rest.prefix(49)))
            #expect(second.first == 51 && Set(second.rows.map(\.id)).isDisjoint(with: ids))
            let back = query.model(GroupsQuery().at(second.previous), mayChange: true)
            #expect(back.first == 1 && back.rows.first?.name == "A first one" && back.rows.dropFirst().map(\.id) == Array(ids.dropLast()))

            // A page that ends where nothing is any more is the first; so is one of before, by number.
            let beyond = RowCursor(isBefore: false, key: 9, id: "x", name: "zzz")
            #expect(query.model(GroupsQuery().at(beyond), mayChange: true).first == 1)
            let old = try await browser.get("/segments?page=2&lang=en").text
            #expect(old.contains("A first one") && old.contains("1–50") && old.contains("after=") && !old.contains("before="))
            #expect(old.contains("is no place in this list"))
            let odd = try await browser.get("/segments?kind=zzz&order=hm&after=x&lang=en").text
            #expect(odd.contains("There are: list, segment.") && odd.contains("<bdi>hm</bdi>") && odd.contains("<bdi>x</bdi>"))
            let path = query.model(GroupsQuery(), mayChange: true).next.map { GroupsQuery().at($0).path.text } ?? ""
            let next = try await browser.get(path + "&lang=en")
            #expect(next.status == 200 && next.text.contains("51–100") && !next.text.contains("A first one"))
        }
    }
}
