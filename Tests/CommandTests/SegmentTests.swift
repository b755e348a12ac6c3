import Foundation
import Testing

@Suite("perennial segment")
struct SegmentTests {
    private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    @Test("Definitions are counted as of a moment: what is dated before it counts, whenever it was told")
    func asOf() throws {
        try Program.withFolder { folder in
            let data = folder.path + "/data"
            let orders = """
                email,order_id,ordered_at,value,currency,source
                a@x.com,1,2025-01-02T10:00:00Z,50.00,EUR,web
                a@x.com,2,2025-02-02T10:00:00Z,60.00,EUR,pos
                b@x.com,3,2025-03-02T10:00:00Z,20.00,EUR,web

                """
            #expect(try Program.run(["import", "orders", try write(orders, "o.csv", in: folder), "--data", data]).status == 0)
            let bought = try write(
                """
                {"condition_groups":[{"conditions":[{"type":"profile-metric","metric_name":"Placed Order","measurement":"count",
                "measurement_filter":{"type":"numeric","operator":"greater-than-or-equal","value":1},
                "timeframe_filter":{"type":"date","operator":"in-the-last","unit":"day","quantity":31}}]}]}
                """, "bought.json", in: folder)
            let spent = try write(
                """
                {"name":"spent at a till","definition":{"condition_groups":[{"conditions":[{"type":"profile-metric",
                "metric_name":"Placed Order","measurement":"sum","measurement_filter":{"type":"numeric","operator":"greater-than","value":59.99},
                "timeframe_filter":{"type":"date","operator":"alltime"},
                "metric_filters":[{"property":"source_name","filter":{"type":"string","operator":"equals","value":"pos"}}]}]}]}}
                """, "spent.json", in: folder)
            func counts(_ moment: String) throws -> [Int] {
                let result = try Program.run([
                    "segment", "evaluate", bought, spent, "--data", data, "--as-of", moment, "--format", "json", "--repeat", "2",
                ])
                #expect(result.status == 0, "\(result.words)")
                let rows = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
                #expect(rows.compactMap { $0["name"] as? String } == ["bought", "spent at a till"])
                #expect(rows.allSatisfy { $0["cpu_ms"] is Double || $0["cpu_ms"] is Int })
                return rows.compactMap { $0["count"] as? Int }
            }
            #expect(try counts("2025-01-02T10:00:00Z") == [0, 0])
            #expect(try counts("2025-01-02T10:00:01Z") == [1, 0])
            // 31 days of 86,400 seconds later it is not within the last 31 any more; the next order came in time.
            #expect(try counts("2025-02-02T10:00:00Z") == [1, 0])
            #expect(try counts("2025-02-02T10:00:01Z") == [1, 1])
            #expect(try counts("2025-03-05T10:00:00Z") == [2, 1])
            #expect(try counts("2025-03-05T10:00:01Z") == [1, 1])
        }
    }

    @Test("What is wrong with a definition is said with its file and place")
    func faults() throws {
        try Program.withFolder { folder in
            let data = folder.path + "/data"
            let orders = "email,order_id,ordered_at,value,currency\na@x.com,1,2025-01-02,50.00,EUR\n"
            #expect(try Program.run(["import", "orders", try write(orders, "o.csv", in: folder), "--data", data]).status == 0)
            let wrong = try write(#"{"condition_groups":[{"conditions":[{"type":"profile-metrics"}]}]}"#, "wrong.json", in: folder)
            let result = try Program.run(["segment", "evaluate", wrong, "--data", data])
            #expect(result.status == 65)
            #expect(result.words.contains("wrong.json/condition_groups/0/conditions/0/type"))
            #expect(result.words.contains("profile-metric"))
            let unknown = try write(
                """
                {"condition_groups":[{"conditions":[{"type":"profile-metric","metric_name":"Placed Ordr","measurement":"count",
                "measurement_filter":{"type":"numeric","operator":"equals","value":0},
                "timeframe_filter":{"type":"date","operator":"alltime"}}]}]}
                """, "unknown.json", in: folder)
            let second = try Program.run(["segment", "evaluate", unknown, "--data", data])
            #expect(second.status == 65 && second.words.contains("Placed Order"), "\(second.words)")
            #expect(second.words.contains("unknown.json/condition_groups/0/conditions/0/metric_name: "), "\(second.words)")
            let alone = try write(
                #"{"definition":{"type":"profile-group-membership","is_member":true,"group_names":["x"]}}"#, "alone.json", in: folder)
            for command in ["evaluate", "count"] {
                let result = try Program.run(["segment", command, alone, "--data", data])
                #expect(result.status == 65 && result.words.contains("alone.json/definition/group_names/0: "), "\(result.words)")
            }
            #expect(try Program.run(["segment", "evaluate", folder.path + "/none.json", "--data", data]).status == 66)
            #expect(try Program.run(["segment", "list", "--data", data]).status == 0)
        }
    }

    @Test("What is to come is not known: moments and days of it are refused, of today it is now")
    func future() throws {
        try Program.withFolder { folder in
            let data = folder.path + "/data"
            let orders = "email,order_id,ordered_at,value,currency\na@x.com,1,2025-01-02,50.00,EUR\n"
            #expect(try Program.run(["import", "orders", try write(orders, "o.csv", in: folder), "--data", data]).status == 0)
            let file = try write(
                #"{"type":"profile-property","property":"email","filter":{"type":"existence","operator":"is-set"}}"#, "all.json", in: folder
            )
            let time = ISO8601DateFormatter()
            let (past, future) = (time.string(from: Date.now - 60), time.string(from: Date.now + 3_600))
            for arguments in [["segment", "evaluate", file], ["export", "profiles"]] {
                let refused = try Program.run(arguments + ["--data", data, "--as-of", future])
                #expect(refused.status == 64 && refused.words.contains("--as-of \(future) lies in the future"), "\(refused.words)")
                #expect(try Program.run(arguments + ["--data", data, "--as-of", past]).status == 0)
            }
            func known(_ when: String) throws -> Program.Result {
                try Program.run(["segment", "explain", file, "a@x.com", "--data", data, "--known-on", when])
            }
            let refused = try known(future)
            #expect(refused.status == 64 && refused.words.contains("lies in the future"), "\(refused.words)")
            let (today, later) = (String(past.prefix(10)), String(time.string(from: Date.now + 3 * 86_400).prefix(10)))
            let day = try known(later)
            #expect(day.status == 64 && day.words.contains("--known-on \(later) lies in the future: today is "), "\(day.words)")
            // Today is not over: it is as it is now, not as it would be at midnight if nothing came.
            let told = try known(today)
            #expect(told.status == 0 && told.output.contains("as of \(today)T") && !told.output.contains("T23:59:59Z"), "\(told.output)")
        }
    }

    @Test("Forms that are not written are not offered")
    func forms() throws {
        for command in ["show", "count", "explain", "evaluate", "ready-made"] {
            let help = try Program.run(["segment", command, "--help"]).output
            #expect(help.contains("--format <format>") && !help.contains("csv"), "\(help)")
            #expect(try Program.run(["segment", command, "x", "y", "--format", "csv"]).status == 64)
        }
        for name in [" ", "a\u{1}b"] {
            let made = try Program.run(["segment", "create", "--ready-made", "vips", "--name", name])
            #expect(made.status == 64 && made.words.contains("--name "), "\(made.words)")
        }
    }
}
