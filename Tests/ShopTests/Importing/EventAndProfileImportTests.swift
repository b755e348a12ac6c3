import Connectors
import Facts
import Foundation
import Journal
import Population
import Testing

@testable import Shop

@Suite("Importing events and profiles", .serialized)
struct EventAndProfileImportTests {
    let shop: ImportedShop

    init() throws { shop = try ImportedShop(today: "2025-06-30") }

    private func importEvents(_ text: String, batchLength: Int = 3) throws -> ImportCounts {
        let path = try shop.file("events.csv", text)
        return try shop.withShop { open in
            var reader = EventReader(options: ReadingOptions(), rejects: nil, batchLength: batchLength)
            let events = EventImport(open)
            let line = BatchLine<EventBatch> { (batch) throws(IntakeError) in try events.take(batch) }
            try reader.readEvents(path: path) { try line.add($0) }
            try line.finish()
            return events.counts
        }
    }

    private func importProfiles(_ text: String, name: String = "profiles.csv", list: String? = nil) throws -> ProfileCounts {
        let path = try shop.file(name, text)
        return try shop.withShop { open in
            var reader = ProfileReader(options: ReadingOptions(), rejects: nil, batchLength: 2)
            let profiles = try ProfileImport(open, list: list)
            try reader.readProfiles(path: path) { try profiles.take($0) }
            return profiles.counts
        }
    }

    @Test("Consent of the future is refused: what people say before that day must count")
    func consentAhead() throws {
        let rows = "email,Email Marketing Consent,Email Marketing Consent Timestamp\na@example.com,SUBSCRIBED,2030-01-01 10:00:00\n"
        let counts = try importProfiles(rows)
        #expect(counts.made == 1 && counts.consents == 0 && counts.consentsAhead == 1)
        try shop.withShop { open in
            let profile = try #require(open.read { $0.profile(.email, "a@example.com") })
            #expect(open.read { $0.consent(.email, of: profile) }.status == .neverSubscribed)
            #expect(try open.journal.refusalCounts().map(\.code) == ["consent_in_future"])
        }
    }

    @Test("An event that is too far ahead, or worth more than an order may be, is refused and said")
    func eventsThatCannotBe() throws {
        let rows = """
            customer_id,metric,occurred_at,value,unique_id
            c1,Placed Order,2025-05-01T10:00:00Z,200000000000,1
            c1,Placed Order,2099-05-01T10:00:00Z,1,2
            c1,Placed Order,2025-05-01T10:00:00Z,1,3
            """
        let counts = try importEvents(rows + "\n")
        #expect(counts.events.taken == 1 && counts.tooLarge == 1 && counts.tooFarAhead == 1)
    }

    private let events = """
        customer_id,metric,occurred_at,value,unique_id,properties
        c1,opened_email,2025-05-01T10:00:00Z,1,,
        c1,opened_email,2025-05-01T10:00:01Z,1,,
        c2,Viewed Product,2025-05-01T10:00:00Z,19.99,v1,"{""Name"":""Lamp""}"
        a@example.com,Placed Order,2025-05-02T10:00:00Z,30,o7,
        a@example.com,Placed Order,2025-05-03T10:00:00Z,,,"{""OrderId"":""o8"",""$value"":12.5,""$currency_code"":""EUR""}"
        c2,Viewed Product,2025-05-01T11:00:00Z,5,v1,
        """

    @Test("Events count once: twice the same file, and also after a restart, changes nothing")
    func eventsTwice() throws {
        let first = try importEvents(events)
        #expect(first.events.taken == 5 && first.events.known == 1 && first.profilesMade == 3)
        let again = try importEvents(events)
        #expect(again.events.taken == 0 && again.events.known == 6 && again.profilesMade == 0)
        try shop.withShop { open in
            open.read { population in
                #expect(population.eventCount == 5)
                #expect(population.allMetrics.map(\.name) == ["opened_email", "Viewed Product", "Placed Order"])
                #expect(population.order(Fingerprint("o7").value)?.value == 30)
                #expect(population.order(Fingerprint("o8").value)?.value == 12.5)
                #expect(population.order(Fingerprint("o8").value)?.currency == Currency(code: "EUR"))
            }
        }
    }

    @Test("An event that names a number and an address makes one person of two, and later rows find them")
    func joins() throws {
        _ = try importProfiles("customer_id,email\nc1,\n,a@x.com\n")
        let counts = try importEvents(
            "customer_id,email,metric,occurred_at\nc1,,Visit,2025-05-01T10:00:00Z\n,a@x.com,Visit,2025-05-01T10:00:01Z\nc1,A@x.com,Visit,2025-05-01T10:00:02Z\nc1,,Visit,2025-05-01T10:00:03Z\n,a@x.com,Visit,2025-05-01T10:00:03Z\n"
        )
        #expect(counts.events.taken == 4 && counts.events.known == 1 && counts.profilesMade == 0)
        try shop.withShop { open in
            try open.read { population in
                #expect(population.liveProfileCount == 1)
                let profile = try #require(population.profile(.email, "a@x.com"))
                #expect(population.profile(.customerID, "c1") == profile)
                #expect(population.events(MetricNumber(0), of: profile).count == 4)
            }
        }
    }

    @Test("Profiles: attributes, properties, lists and creation; a second time nothing is new, a changed cell changes one thing")
    func profilesTwice() throws {
        let header = "customer_id,email,country,list_newsletter,created_at,first_name,Points\n"
        let rows = "c1,a@x.com,PL,true,2023-05-01T10:00:00Z,Ann,3\nc2,,FR,false,2023-06-01T10:00:00Z,,\nc3,b@x.com,DE,2024-01-01,,,4\n"
        let first = try importProfiles(header + rows)
        #expect(first.made == 3 && first.joined == 2 && first.listsMade == 1 && first.changed == 0)
        let before = try shop.withShop { $0.journal.lastSequence }
        let again = try importProfiles(header + rows)
        #expect(again == ProfileCounts(known: 3))
        #expect(try shop.withShop { $0.journal.lastSequence } == before)
        let changed = try importProfiles(header + "c1,a@x.com,PL,true,2024-05-01T10:00:00Z,Anna,3\nc2,c@x.com,,,2020-01-01,,\n")
        #expect(changed.changed == 2 && changed.known == 0 && changed.joined == 0)
        try shop.withShop { open in
            try open.read { population in
                let ann = try #require(population.profile(.email, "a@x.com"))
                #expect(population.attribute("first_name", of: ann) == Array("\"Anna\"".utf8))
                #expect(population.attribute("location.country", of: ann) == Array("\"PL\"".utf8))
                #expect(population.property("Points", of: ann) == Array("3".utf8))
                #expect("\(population.created(ann))" == "2023-05-01T10:00:00Z")
                let second = try #require(population.profile(.email, "c@x.com"))
                #expect(population.profile(.customerID, "c2") == second)
                #expect("\(population.created(second))" == "2020-01-01T00:00:00Z")
                #expect(population.memberCount(of: ListNumber(1)) == 2)
                let third = try #require(population.profile(.email, "b@x.com"))
                #expect("\(try #require(population.joined(ListNumber(1), third)))" == "2024-01-01T00:00:00Z")
            }
            #expect(open.definitions.all(.list).map(\.body) == [#"{"name":"newsletter","opt_in_process":"single_opt_in"}"#])
        }
    }

    @Test("Consent keeps the file as its proof, is not repeated, and never goes back to what was said before")
    func consent() throws {
        func row(_ word: String, _ moment: String) -> String {
            "Email,Klaviyo ID,Email Marketing Consent,Email Marketing Consent Timestamp\na@x.com,1,\(word),\(moment)\n"
        }
        #expect(try importProfiles(row("SUBSCRIBED", "2024-05-01 10:00:00"), name: "export.csv", list: "Old customers").consents == 1)
        #expect(
            try importProfiles(row("SUBSCRIBED", "2024-05-01 10:00:00"), name: "export.csv", list: "old customers")
                == ProfileCounts(known: 1))
        #expect(try importProfiles(row("UNSUBSCRIBED", "2024-04-01 10:00:00")).consents == 0)
        #expect(try importProfiles(row("UNSUBSCRIBED", "2024-06-01 10:00:00")).consents == 1)
        try shop.withShop { open in
            let profile = try #require(open.read { $0.profile(.email, "a@x.com") })
            let state = open.read { $0.consent(.email, of: profile) }
            #expect(state.status == .unsubscribed)
            let block = try #require(try open.journal.block(containing: 1))
            var reader = FactReader(block.bytes)
            var proofs: [String] = []
            while let fact = try reader.next() {
                if case .consent(let fact) = fact { proofs.append(String(decoding: fact.proof, as: UTF8.self)) }
            }
            #expect(proofs.first?.contains("export.csv") == true && proofs.first?.contains("MANUAL_IMPORT") == true)
            #expect(open.definitions.count(.list) == 1)
        }
    }

    @Test("Whoever was erased does not come back by a file that tells again what they did; what they do afterwards is new")
    func erased() throws {
        let orders = "email,order_id,ordered_at,value,currency\na@x.com,1,2025-01-02T10:00:00Z,50.00,EUR\n"
        let withoutID = "email,ordered_at,value,currency\na@x.com,2025-01-05T10:00:00Z,5.00,EUR\n"
        let refunds = "email,refund_id,refunded_at,value,currency,order_id\na@x.com,r1,2025-01-05T10:00:00Z,10.00,EUR,1\n"
        let visits =
            "email,metric,occurred_at,value,unique_id,properties\na@x.com,Visit,2025-05-01T10:00:00Z,,,\na@x.com,Visit,2025-05-01T10:00:01Z,,,\"{\"\"a\"\":1}\"\n"
        func importAll() throws -> [Int] {
            let first = try shop.importOrders(try shop.file("o.csv", orders))
            let second = try shop.importOrders(try shop.file("w.csv", withoutID))
            let third = try shop.importRefunds(try shop.file("r.csv", refunds))
            return [first.orders.taken, second.orders.taken, third.refunds.taken, try importEvents(visits).events.taken]
        }
        #expect(try importAll() == [1, 1, 1, 2])
        try shop.withShop { open in
            let profile = try #require(open.read { $0.profile(.email, "a@x.com") })
            try open.writeAndWait { (intake) throws(IntakeError) in intake.erase(profile) }
        }
        #expect(try importAll() == [0, 0, 0, 0])
        #expect(try shop.withShop { open in open.read { $0.liveProfileCount } } == 0)
        #expect(try importEvents(visits + "a@x.com,Visit,2025-06-01T10:00:00Z,,,\n").events.taken == 1)
        #expect(try importAll() == [0, 0, 0, 0])
        #expect(try shop.withShop { open in open.read { $0.liveProfileCount } } == 1)
    }

    @Test("All four kinds, in whatever order, end in the same people, orders and events")
    func allKinds() throws {
        let orders =
            "customer_id,order_id,ordered_at,value,currency\nc1,1,2025-01-02T10:00:00Z,50.00,EUR\nc2,2,2025-01-03T10:00:00Z,20.00,EUR\n"
        let refunds = "customer_id,refund_id,refunded_at,value,currency,order_id\nc1,r1,2025-01-05T10:00:00Z,10.00,EUR,1\n"
        let profiles = "customer_id,email,country\nc1,a@x.com,PL\nc2,,FR\n"
        let visits = "customer_id,metric,occurred_at\nc1,Visit,2025-05-01T10:00:00Z\na@x.com,Visit,2025-05-01T10:00:01Z\n"
        func standing(_ steps: [Int]) throws -> [String] {
            let shop = try EventAndProfileImportTests()
            for step in steps {
                switch step {
                case 0: _ = try shop.shop.importOrders(try shop.shop.file("o.csv", orders))
                case 1: _ = try shop.shop.importRefunds(try shop.shop.file("r.csv", refunds))
                case 2: _ = try shop.importProfiles(profiles)
                default: _ = try shop.importEvents(visits)
                }
            }
            return try shop.shop.withShop { open in
                open.read { population in
                    var read = OrdersOfShop()
                    population.addOrders(of: 0..<population.profileCount, to: &read, objectors: false)
                    let people = (0..<population.profileCount).map { ProfileNumber(UInt32($0)) }.filter { population.isLive($0) }
                    return people.map { profile in
                        let names = IdentityKind.allCases.flatMap { population.allIdentities($0, of: profile) }.joined(separator: " ")
                        let country = String(decoding: population.attribute("location.country", of: profile), as: UTF8.self)
                        let events = population.allMetrics.map { "\($0.name) \(population.eventCount($0.number, of: profile))" }.sorted()
                        return "\(names) \(country) \(events.joined(separator: ", "))"
                    }.sorted() + ["\(read.orders.count) orders, \(read.refunds.count) refunds"]
                }
            }
        }
        let expected = try standing([2, 0, 1, 3])
        #expect(expected.last == "2 orders, 1 refunds")
        #expect(try standing([0, 1, 2, 3]) == expected)
        #expect(try standing([3, 1, 0, 2]) == expected)
        #expect(try standing([1, 3, 2, 0]) == expected)
    }
}
