import CustomerValue
import Eventually
import Facts
import Population
import Shop
import Testing

@testable import PerennialServer

@Suite("The page of RFM groups, of a real shop")
struct RFMPageTests {
    @Test("It says of each group what the report of the API says, and days that cannot be compared are refused in place")
    func sameAsReport() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 40)
            let model = try RFMPageQuery(shop: shop, medians: RFMMedianCounts(), queue: WorkQueue(atOnce: 1)).model(RFMQuestion())
            let report = try #require(shop.rfmReport(from: shop.today.advanced(byDays: -30), to: shop.today))
            #expect(model.groups == shop.rfmInUse().groups && model.groups.customers == 40)
            #expect(model.comparison?.report.rows == report.report.rows && model.comparison?.hasMedians == true)
            #expect(model.comparison?.report.movement == report.report.movement)

            try await pages.letIn("ada@example.com")
            let ada = TestBrowser(pages, from: "203.0.113.5")
            _ = try await ada.signIn("ada@example.com")
            let page = try await ada.get("/rfm")
            #expect(page.status == 200 && page.text.contains("/rfm/settings"))
            for group in RFMGroup.allCases where model.groups[group] > 0 {
                let list = try await ada.get("/profiles?group=\(group.slug)")
                #expect(list.text.split(separator: "class=\"who\"").count - 1 == model.groups[group], "\(group)")
            }
            let refused = try await ada.get("/rfm?start=2026-02-30&end=2099-01-01")
            #expect(refused.status == 200 && refused.text.contains("This is no day") && refused.text.contains("still to come"))
            let crossed = try await ada.get("/rfm?start=\(shop.today)&end=\(shop.today)")
            #expect(crossed.text.contains("must lie before"))
            #expect(try await ada.get("/rfm?model=nobody").status == 404)
        }
    }

    @Test("Medians of a large shop are counted once for everybody, kept while no order comes, and stay shown while they are counted anew")
    func medians() async throws {
        try await PagesOfAShop.run { pages in
            let shop = pages.shop
            try await shop.tell(buyers: 40)
            let query = RFMPageQuery(shop: shop, medians: RFMMedianCounts(), queue: WorkQueue(atOnce: 1), mostForMedians: 10)
            func look(_ parameters: [String: String] = [:]) throws -> RFMMedianCounts.Standing {
                let comparison = try query.model(RFMQuestion { parameters[$0] }).comparison
                #expect(comparison?.hasMedians == false)
                return try #require(comparison?.medians)
            }
            // Nobody asked: nothing is counted.
            for _ in 0..<2 {
                let standing = try look()
                #expect(standing.known == nil && !standing.isCounting)
            }
            #expect(try look(["medians": "true"]).isCounting)
            var standing = try look()
            try await eventually {
                standing = try look()
                return standing.known != nil
            }
            let report = try #require(shop.rfmReport(from: shop.today.advanced(byDays: -30), to: shop.today)).report
            #expect(standing.known?.report.rows == report.rows && !standing.isCounting)
            // Asked again: what is there is shown.
            #expect(try !look(["medians": "true"]).isCounting)
        }
    }

    @Test("Whoever only reads sees the groups, and no way to change them")
    func reads() async throws {
        try await PagesOfAShop.run { pages in
            try await pages.letIn("eva@example.com", as: .analyst)
            let eva = TestBrowser(pages, from: "203.0.113.6")
            _ = try await eva.signIn("eva@example.com")
            let page = try await eva.get("/rfm")
            #expect(page.status == 200 && !page.text.contains("/rfm/settings"))
        }
    }
}

extension Shop {
    /// So many customers with one to four orders each within two years, the last ones lately.
    func tell(buyers: Int) async throws {
        let today = self.today
        let zone = settings.timeZone
        try await write { (intake) throws(IntakeError) in
            for buyer in 0..<buyers {
                for order in 0...(buyer % 4) {
                    var who = Identities()
                    who[.email] = "buyer\(buyer)@example.com"
                    var event = EventIntake(identities: who, metric: "Placed Order", source: .api)
                    event.time = zone.start(of: today.advanced(byDays: -((buyer * 17 + order * 131) % 700)))
                    event.value = Double(20 + buyer % 7 * 13)
                    event.currency = Currency(code: "EUR")
                    event.uniqueID = "\(buyer)-\(order)"
                    event.orderID = event.uniqueID
                    _ = try intake.event(event)
                }
            }
        }
        try await eventually { rfmInUse().groups.customers == buyers }
    }
}
