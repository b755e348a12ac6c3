import Foundation
import Testing

@Suite("perennial segment count, explain")
struct SegmentWordsTests {
    private static let definition = """
        {"name":"Buyers of a till","definition":{"condition_groups":[
          {"conditions":[{"type":"profile-metric","metric_name":"Placed Order","measurement":"count",
            "measurement_filter":{"type":"numeric","operator":"greater-than-or-equal","value":1},
            "timeframe_filter":{"type":"date","operator":"alltime"},
            "metric_filters":[{"property":"source_name","filter":{"type":"string","operator":"equals","value":"pos"}}]}]},
          {"conditions":[{"type":"profile-predictive-analytics","dimension":"historic_clv",
            "filter":{"type":"numeric","operator":"greater-than","value":50}}]}]}}
        """

    private func withShop(_ body: (_ data: String, _ file: String) throws -> Void) throws {
        try Program.withFolder { folder in
            let (data, orders, file) = (folder.path + "/data", folder.path + "/o.csv", folder.path + "/till.json")
            let rows = """
                email,order_id,ordered_at,value,currency,source
                a@x.com,1,2025-01-02T10:00:00Z,50.00,EUR,web
                a@x.com,2,2025-02-02T10:00:00Z,60.00,EUR,pos
                b@x.com,3,2025-03-02T10:00:00Z,20.00,EUR,pos

                """
            try Data(rows.utf8).write(to: URL(fileURLWithPath: orders))
            try Data(Self.definition.utf8).write(to: URL(fileURLWithPath: file))
            #expect(try Program.run(["import", "orders", orders, "--data", data]).status == 0)
            try body(data, file)
        }
    }

    private func json(_ arguments: [String]) throws -> Any {
        let result = try Program.run(arguments + ["--format", "json"])
        #expect(result.status == 0, "\(result.words)")
        return try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    }

    @Test("A definition is said in the language that is asked for, and counted")
    func count() throws {
        try withShop { data, file in
            let rows = try #require(try json(["segment", "count", file, "--data", data, "--language", "pl"]) as? [[String: Any]])
            #expect(rows[0]["count"] as? Int == 1 && rows[0]["historic_clv"] as? Double == 110)
            let sentence = try #require(rows[0]["sentence"] as? String).replacing("\u{A0}", with: " ")
            #expect(
                sentence
                    == "złożono zamówienie co najmniej raz do tej pory (tylko gdy właściwość „source_name” to „pos”) i historyczna CLV wynosi więcej niż 50,00 €"
            )
            let table = try Program.run(["segment", "count", file, "--data", data])
            let lines = table.output.replacing("\u{A0}", with: " ")
            #expect(lines.contains("Members        1 (50.0% of 2 profiles)"), "\(lines)")
            let polish = try Program.run(["segment", "count", file, "--data", data, "--language", "pl"]).output
            #expect(polish.replacing("\u{A0}", with: " ").contains("Osoby             1 (50,0% z 2 profili)"), "\(polish)")
            let french = try Program.run(["segment", "count", file, "--data", data, "--language", "fr"]).output
            #expect(french.contains("CLV prévue      aucune prévision"), "\(french)")
            let missing = try Program.run(["segment", "count", "No such segment", "--data", data])
            #expect(missing.status == 66 && missing.words.contains("There is no segment"), "\(missing.words)")
            #expect(try Program.run(["segment", "count", file, "--data", data, "--language", "de"]).status == 64)
        }
    }

    @Test("Who is out is told by which condition, and what it saw; before the shop was told there was nobody")
    func explain() throws {
        try withShop { data, file in
            let told = try #require(try json(["segment", "explain", file, "b@x.com", "--data", data]) as? [String: Any])
            #expect(told["holds"] as? Bool == false)
            let conditions = try #require(told["conditions"] as? [[String: Any]])
            let tests = conditions.filter { $0["kind"] as? String == "test" }
            #expect(tests.compactMap { $0["holds"] as? Bool } == [true, false])
            #expect(
                tests.compactMap { $0["place"] as? String }
                    == ["/condition_groups/0/conditions/0", "/condition_groups/1/conditions/0"])
            #expect((tests[0]["observed"] as? [String: Any])?["count"] as? Int == 1)
            #expect((tests[1]["observed"] as? [String: Any])?["number"] as? Double == 20)
            let table = try Program.run(["segment", "explain", file, "a@x.com", "--data", data]).output.replacing("\u{A0}", with: " ")
            #expect(table.contains("Buyers of a till: is in the segment"), "\(table)")
            #expect(table.contains("yes historic CLV is more than €50.00 – seen: €110.00"), "\(table)")
            let polish = try Program.run(["segment", "explain", file, "a@x.com", "--data", data, "--language", "pl"]).output
            #expect(polish.contains("stan na 2") && polish.contains("tak historyczna CLV"), "\(polish)")
            // What is dated in 2025 was told today.
            let before = try Program.run(["segment", "explain", file, "a@x.com", "--data", data, "--known-on", "2025-06-01"])
            #expect(before.status == 66 && before.words.contains("There is nobody known as a@x.com on 2025-06-01"), "\(before.words)")
            #expect(try Program.run(["segment", "explain", file, "a@x.com", "--data", data, "--known-on", "yesterday"]).status == 64)
        }
    }
}
