import Foundation
import Testing

@Suite("perennial rfm")
struct RFMTests {
    /// Ann comes back, Bob falls silent, Cid is new, Dan gets everything back.
    private static let orders = """
        customer_id,order_id,ordered_at,value,currency
        ann,1,2024-01-10,50.00,EUR
        ann,2,2024-07-20,70.00,EUR
        bob,3,2024-01-15,20.00,EUR
        cid,4,2024-07-25,30.00,EUR
        dan,5,2024-06-01,40.00,EUR
        =eve,6,2024-03-01,15.00,EUR

        """
    private static let refunds = "customer_id,refund_id,refunded_at,value,currency,order_id\ndan,r1,2024-07-15,40.00,EUR,5\n"
    private static let settings = "{\"frequency\":{\"orders\":[2,1]},\"monetary\":{\"value\":[100,25]}}"

    private struct Files {
        var folder: URL
        var arguments: [String]

        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
        func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        func read(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
        func run(_ more: String...) throws -> Program.Result { try Program.run(arguments + more) }
    }

    private func withFiles(_ body: (Files) throws -> Void) throws {
        try Program.withFolder { folder in
            var files = Files(folder: folder, arguments: [])
            try files.write("o.csv", Self.orders)
            try files.write("r.csv", Self.refunds)
            try files.write("s.json", Self.settings)
            files.arguments = ["rfm", files.path("o.csv"), "--refunds", files.path("r.csv"), "--settings", files.path("s.json")]
            try body(files)
        }
    }

    private func object(_ result: Program.Result) throws -> [String: Any] {
        #expect(result.status == 0, "\(result.words)")
        return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    @Test("What is left out is said, as analyze says it; a fault of --to names that flag, and help no form that is not written")
    func leftOut() throws {
        try withFiles { files in
            let more = "fay,7,2024-02-01,0.00,EUR\nfay,8,2024-02-02,9.00,USD\nfay,9,2024-12-24,9.00,EUR\n"
            try files.write("o.csv", Self.orders + more)
            try files.write("r.csv", Self.refunds + "bob,r2,2024-12-01,1.00,EUR,3\n")
            let result = try files.run("--to", "2024-08-01")
            #expect(result.status == 0, "\(result.words)")
            for line in [
                "1 order of value zero left out", "1 order after the last day left out", "1 order in USD (9.00) held aside: no rate",
                "1 refund after the last day left out",
            ] { #expect(result.words.contains(line), "\(line) in \(result.words)") }
            let early = try files.run("--to", "2020-01-01")
            #expect(
                early.status == 65 && early.words.contains("Give --to a later day") && !early.words.contains("--as-of"), "\(early.words)")
            #expect(try files.run("--format", "csv").status == 64)
            #expect(try !Program.run(["rfm", "--help"]).output.contains("table, csv"))
        }
    }

    @Test("JSON: groups on two days, movement, grid, settings and warnings")
    func json() throws {
        try withFiles { files in
            let root = try object(try files.run("--from", "2024-07-01", "--to", "2024-08-01", "--format", "json"))
            let report = try #require(root["report"] as? [String: Any])
            #expect(report["start"] as? String == "2024-07-01" && report["end"] as? String == "2024-08-01")
            let groups = try #require(report["groups"] as? [[String: Any]])
            let loyal = try #require(groups.first { $0["group"] as? String == "Loyal" })
            let (start, end) = (loyal["start"] as? [String: Any], loyal["end"] as? [String: Any])
            #expect(start?["customers"] as? Int == 4 && end?["customers"] as? Int == 2)
            #expect(loyal["added"] as? Int == 1 && loyal["dropped"] as? Int == 3 && loyal["change"] as? Double == -0.5)
            #expect(start?["median_revenue"] as? Double == 30 && start?["median_days_since_order"] as? Double == 145)
            let movement = try #require(report["movement"] as? [[String: Any]])
            func moved(_ from: String, _ to: String) -> Int? {
                movement.first { $0["from"] as? String == from && $0["to"] as? String == to }?["customers"] as? Int
            }
            #expect(moved("Loyal", "Champions") == 1 && moved("Never purchased", "Loyal") == 1 && moved("Loyal", "Nothing left") == 1)
            #expect(moved("Loyal", "Needs Attention") == 1 && movement.count == 5)
            let warnings = try #require(root["warnings"] as? [[String: Any]])
            #expect(warnings.contains { $0["warning"] as? String == "odd-pair" && $0["higher"] as? Int == 231 })
            let grid = try #require(root["grid"] as? [String: Any])
            #expect((grid["columns"] as? [String])?.count == 9 && root["moved_by_settings"] is Int)
        }
    }

    @Test("The history of everybody, streamed: days, causes, scores, and formulas made harmless")
    func history() throws {
        try withFiles { files in
            let result = try files.run("--to", "2024-08-01", "--history", files.path("h.csv"))
            #expect(result.status == 0, "\(result.words)")
            let rows = try files.read("h.csv").split(separator: "\n").map(String.init)
            #expect(
                rows == [
                    "customer_id,day,rfm_group,previous_rfm_group,cause,rfm_recency,rfm_frequency,rfm_monetary",
                    "ann,2024-01-10,Loyal,,order,3,2,2", "ann,2024-07-09,Recent,Loyal,time,2,2,2",
                    "ann,2024-07-20,Champions,Recent,order,3,3,3", "bob,2024-01-15,Loyal,,order,3,2,1",
                    "bob,2024-07-14,Needs Attention,Loyal,time,2,2,1", "cid,2024-07-25,Loyal,,order,3,2,2",
                    "dan,2024-06-01,Loyal,,order,3,2,2", "dan,2024-07-15,,Loyal,order,,,", "'=eve,2024-03-01,Loyal,,order,3,2,1",
                ])
            let raw = try files.run("--to", "2024-08-01", "--history", files.path("h.csv"), "--raw")
            let text = try files.read("h.csv")
            #expect(raw.status == 0 && text.contains("\n=eve,"))
        }
    }

    @Test("One customer, in words of three languages and as JSON; nobody of a name is said")
    func customer() throws {
        try withFiles { files in
            let english = try files.run("--to", "2024-08-01", "--customer", "ann")
            #expect(english.output.contains("Champions since 20\u{A0}Jul\u{A0}2024, before that Recent."), "\(english.output)")
            let french = try files.run("--to", "2024-08-01", "--customer", "ann", "--language", "fr")
            #expect(french.output.contains("Champions depuis le 20/07/2024, auparavant Récents."), "\(french.output)")
            let polish = try files.run("--to", "2024-08-01", "--customer", "ann", "--language", "pl")
            #expect(polish.output.contains("Czempioni od 20.07.2024, wcześniej Niedawni."), "\(polish.output)")
            let root = try object(try files.run("--to", "2024-08-01", "--customer", "ann", "--format", "json"))
            #expect(root["current_group"] as? String == "Champions" && root["previous_group"] as? String == "Recent")
            #expect(root["changed_on"] as? String == "2024-07-20" && (root["changes"] as? [Any])?.count == 3)
            let nobody = try files.run("--customer", "zoe")
            #expect(nobody.status == 66 && nobody.words.contains("zoe"))
        }
    }

    @Test("The groups of the last day are those of analyze", arguments: ["UTC", "Asia/Beirut"])
    func sameAsAnalyze(zone: String) throws {
        let files = [
            Program.example("online-retail/orders.csv.gz"), "--refunds", Program.example("online-retail/refunds.csv.gz"), "--time-zone",
            zone,
        ]
        let analyzed = try Program.run(["analyze"] + files)
        var counts: [String: Int] = [:]
        for group in analyzed.column("rfm_group").values { counts[group, default: 0] += 1 }
        counts[""] = nil
        let root = try object(try Program.run(["rfm"] + files + ["--format", "json"]))
        let groups = try #require((root["report"] as? [String: Any])?["groups"] as? [[String: Any]])
        var found: [String: Int] = [:]
        for group in groups {
            let name = try #require(group["group"] as? String)
            found[name] = (group["end"] as? [String: Any])?["customers"] as? Int
        }
        #expect(found == counts && counts.count == 6)
    }

    @Test("Tables in three languages; five levels show numbers with what they stand for")
    func tables() throws {
        try withFiles { files in
            for (language, words) in [
                ("en", ["RFM groups on", "Never purchased", "Needs Attention"]),
                ("fr", ["Groupes RFM au", "Jamais acheté", "À surveiller"]),
                ("pl", ["Grupy RFM na dzień", "Nigdy nie kupili", "Wymagają uwagi"]),
            ] {
                let result = try files.run("--from", "2024-07-01", "--to", "2024-08-01", "--language", language)
                #expect(result.status == 0 && words.allSatisfy { result.output.contains($0) }, "\(result.output)")
            }
            try files.write("s.json", "{\"levels\":5}")
            let five = try files.run("--to", "2024-08-01")
            #expect(five.status == 0 && five.output.contains("1 Champions, 2 Loyal, 3 Recent"), "\(five.output)")
            let row = five.output.split(separator: "\n").first { $0.hasPrefix("5 ") && $0.contains("1  ") && $0.count > 60 }
            #expect(row != nil)
        }
    }

    @Test("What is wrong is said with its place, and nothing is written")
    func wrong() throws {
        try withFiles { files in
            try files.write("s.json", "{\"recency\":{\"days\":[365,180]},\"map\":{\"Champs\":[333]}}")
            let settings = try files.run("--history", files.path("h.csv"))
            #expect(settings.status == 65 && settings.words.contains("s.json/map/Champs"), "\(settings.words)")
            #expect(!FileManager.default.fileExists(atPath: files.path("h.csv")))
            try files.write("s.json", "{\"recency\":{\"days\":[365,180]}}")
            let crossed = try files.run()
            #expect(crossed.status == 65 && crossed.words.contains("s.json/recency/days/1: found 180 after 365"), "\(crossed.words)")
            try files.write("s.json", "{")
            #expect(try files.run().status == 65)
            try files.write("s.json", "{}")
            #expect(try files.run("--from", "2024-08-01", "--to", "2024-08-01").status == 64)
            #expect(try files.run("--from", "2024-07-25").status == 65)
            #expect(try files.run("--to", "2020-01-01").status == 65)
            #expect(try files.run("--format", "csv").status == 64)
            #expect(try files.run("--history", files.path("o.csv")).status == 64)
            #expect(try files.run("--history", files.path("s.json")).status == 64)
            #expect(try Program.run(["rfm", files.path("o.csv"), "--settings", files.path("none.json")]).status == 66)
            #expect(try Program.run(["rfm"]).status == 64)
        }
    }
}
