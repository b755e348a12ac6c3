import CustomerValue
import Facts
import Journal
import Shop
import Testing

@testable import PerennialServer

@Suite("Setting up RFM groups on pages")
struct RFMSettingsPageTests {
    private static func fields(_ action: String, model: String, _ more: [String: String] = [:]) -> [String: String] {
        let usual = [
            "action": action, "model": model, "name": "Standard", "levels": "3", "map": "standard", "recency-by": "values",
            "recency-0": "180",
            "recency-1": "365", "frequency-by": "values", "frequency-0": "3", "frequency-1": "2", "monetary-by": "equal",
        ]
        return usual.merging(more) { _, new in new }
    }

    @Test("A preview changes nothing and says what saving then does; saving is in the audit log")
    func previewThenSave() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 60)
            let id = shop.ids.id(shop.shownRFMModel.number)
            try await pages.letIn("mia@example.com", as: .manager)
            let mia = TestBrowser(pages, from: "203.0.113.7")
            _ = try await mia.signIn("mia@example.com")
            let before = shop.rfmInUse().groups

            let previewed = try await mia.submit("/rfm/settings", Self.fields("preview", model: id))
            #expect(previewed.status == 200 && previewed.text.contains("What would change") && previewed.text.contains("value=\"save\""))
            #expect(shop.rfmInUse().groups == before && shop.settings.rfm == .standard)
            let wanted = RFMSettings(frequency: .values([3, 2]))
            let preview = shop.preview(wanted)

            let saved = try await mia.submit("/rfm/settings", Self.fields("save", model: id))
            #expect(saved.status == 303 && saved.headers["location"]?.contains("/rfm?saved=1") == true)
            await shop.settingsAreInUse()
            #expect(shop.settings.rfm == wanted && shop.rfmInUse().groups == preview.then)
            #expect(try pages.audit("rfm-settings.update").first?.who == "mia@example.com")
        }
    }

    @Test("Settings that somebody else saved meanwhile are shown beside one's own, and stay until one chooses")
    func conflict() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 60)
            let id = shop.ids.id(shop.shownRFMModel.number)
            var people: [TestBrowser] = []
            for (number, email) in ["mia@example.com", "bob@example.com"].enumerated() {
                try await pages.letIn(email, as: .manager)
                people.append(TestBrowser(pages, from: "203.0.113.\(20 + number)"))
                _ = try await people[number].signIn(email)
            }
            let (mia, bob) = (people[0], people[1])
            let state = try await mia.madeOf("/rfm/settings")
            #expect(try await bob.submit("/rfm/settings", Self.fields("save", model: id, ["made-of": state])).status == 303)
            await shop.settingsAreInUse()
            let kept = shop.settings.rfm
            let mine = ["frequency-0": "5", "frequency-1": "2", "made-of": state, "map": "corrected"]
            let asked = try await mia.submit("/rfm/settings?lang=en", Self.fields("save", model: id, mine))
            #expect(asked.status == 409 && asked.text.contains("<bdi>bob@example.com</bdi>") && shop.settings.rfm == kept)
            #expect(asked.text.contains("Score 3: 3") && asked.text.contains("Score 3: 5") && !asked.text.contains("Score 3: 180"))
            #expect(asked.text.contains("Group of "))
            let again = mine.merging(["made-of": try await mia.madeOf("/rfm/settings")]) { $1 }
            #expect(try await mia.submit("/rfm/settings", Self.fields("save", model: id, again)).status == 303)
            await shop.settingsAreInUse()
            #expect(shop.settings.rfm.frequency == .values([5, 2]) && shop.settings.rfm.map == .corrected)
        }
    }

    @Test("What is wrong is said beside its field, what was written stays, and nothing is saved")
    func refused() async throws {
        try await PagesOfAShop.run { pages in
            try await pages.letIn("mia@example.com", as: .manager)
            let mia = TestBrowser(pages, from: "203.0.113.7")
            _ = try await mia.signIn("mia@example.com")
            let id = pages.shop.ids.id(pages.shop.shownRFMModel.number)
            let wrong: [([String: String], String)] = [
                (["recency-0": "400"], "Must be more than the 400"), (["frequency-1": "5"], "Must be less than the 3"),
                (["frequency-0": "a lot"], "A whole number is needed"), (["recency-1": "40000"], "from 0 to 36,500"),
                (["monetary-by": "percentiles", "monetary-0": "101", "monetary-1": "5"], "from 1 to 100"),
                (["name": " "], "A name is needed"),
                (["map": "own"], "Each combination of scores needs one group"),
            ]
            for (more, said) in wrong {
                let answer = try await mia.submit("/rfm/settings", Self.fields("save", model: id, more))
                #expect(answer.status == 422 && answer.text.contains(said), "\(said)")
                for value in more.values where value.count > 2 && value != "own" && value != "percentiles" {
                    #expect(answer.text.contains("value=\"\(value)\""), "\(value)")
                }
            }
            #expect(pages.shop.settings.rfm == .standard)
            #expect(try pages.audit("rfm-settings.update").isEmpty)
        }
    }

    @Test("An own map of five scores is saved cell by cell")
    func ownMap() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 12)
            try await pages.letIn("ada@example.com")
            let ada = TestBrowser(pages, from: "203.0.113.7")
            _ = try await ada.signIn("ada@example.com")
            let map = RFMGroupMap.standardOfFive.moving(555, to: .atRisk).moving(111, to: .champions)
            var more = ["levels": "5", "map": "own", "recency-0": "30", "recency-1": "60", "recency-2": "90", "recency-3": "120"]
            more["frequency-by"] = "equal"
            for group in RFMGroup.allCases { for score in map.scores(of: group) { more["m-\(score)"] = group.slug } }
            let answer = try await ada.submit(
                "/rfm/settings", Self.fields("save", model: shop.ids.id(shop.shownRFMModel.number), more))
            #expect(answer.status == 303)
            #expect(shop.settings.rfm.map == map && shop.settings.rfm.recency == .values([30, 60, 90, 120]))
            let page = try await ada.get("/rfm/settings")
            #expect(page.text.split(separator: "<select").count - 1 == 125 + 5 && page.text.utf8.count < 100_000)
        }
    }

    @Test("Models are made, become the default and are deleted after a question; who reads only does none of it")
    func models() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await pages.letIn("ada@example.com")
            try await pages.letIn("eva@example.com", as: .analyst)
            let (ada, eva) = (TestBrowser(pages, from: "203.0.113.7"), TestBrowser(pages, from: "203.0.113.8"))
            _ = try await ada.signIn("ada@example.com")
            _ = try await eva.signIn("eva@example.com")
            func post(_ browser: TestBrowser, _ path: String, _ body: String, tokenFrom page: String) async throws -> Answer {
                let text = try await browser.get(page).text
                let start = try #require(text.firstRange(of: "name=\"csrf_token\" value=\""))
                return try await browser.post(path, body + "&csrf_token=\(text[start.upperBound...].prefix { $0 != "\"" })")
            }
            #expect(try await post(ada, "/rfm/models", "new=", tokenFrom: "/rfm/settings").status == 422)
            #expect(try await post(ada, "/rfm/models", "new=Fairs", tokenFrom: "/rfm/settings").status == 303)
            let fairs = try #require(shop.rfmModel(called: "Fairs"))
            let id = shop.ids.id(fairs.number)
            #expect(
                try await post(ada, "/rfm/models", "new=Fairs", tokenFrom: "/rfm/settings").text.contains("Another model has this name"))
            for (path, body) in [
                ("/rfm/settings", "action=save&model=\(id)"), ("/rfm/models/default", "model=\(id)"), ("/rfm/models", "new=X"),
            ] {
                #expect(try await post(eva, path, body, tokenFrom: "/rfm").status == 403)
                #expect(try await ada.post(path, body).status == 403, "without a token")
            }
            #expect(try await post(ada, "/rfm/models/default", "model=\(id)", tokenFrom: "/rfm/settings").status == 303)
            #expect(shop.shownRFMModel.name == "Fairs")
            let standard = shop.ids.id(try #require(shop.rfmModels.first).number)
            _ = try await post(ada, "/rfm/models/default", "model=\(standard)", tokenFrom: "/rfm/settings")
            let asked = try await ada.get("/rfm/models/delete?model=\(id)")
            #expect(asked.status == 200 && asked.text.contains("Delete this RFM model?"))
            #expect(try await eva.get("/rfm/models/delete?model=\(id)").status == 403)
            _ = try await ada.submit("/rfm/models/delete?model=\(id)", [:])
            #expect(shop.rfmModel(called: "Fairs") != nil, "the form names the model in its path")
            #expect(try await post(ada, "/rfm/models/delete?model=\(id)", "", tokenFrom: "/rfm/settings").status == 303)
            #expect(shop.rfmModel(called: "Fairs") == nil)
        }
    }
}
