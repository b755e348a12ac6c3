import Foundation
import Testing

@Suite("perennial later-value")
struct LaterValueTests {
    /// The example of the definitions: ten who began with tea, two of whom came back, and one who is too young; beside them ten with a mug.
    private static let orders: String = {
        var rows = ["customer_id,order_id,ordered_at,value,currency,product,discount_code,source"]
        for number in 0..<10 {
            rows.append("t\(number),a\(number),2024-01-01,10.00,EUR,tea,,web")
            rows.append("m\(number),b\(number),2024-02-01,20.00,EUR,=mug,HI,pos")
        }
        rows.append("t0,c0,2024-03-31,5.00,EUR,mug,,web")
        rows.append("t1,c1,2024-04-01,7.00,EUR,mug,,web")
        rows.append("young,c2,2024-10-03,10.00,EUR,tea,,web")
        return rows.joined(separator: "\n") + "\n"
    }()

    private func run(_ more: String...) throws -> Program.Result {
        try Program.withFolder { folder in
            let file = folder.appendingPathComponent("o.csv")
            try Data(Self.orders.utf8).write(to: file)
            return try Program.run(["later-value", file.path, "--as-of", "2024-12-31"] + more)
        }
    }

    @Test("JSON: the example of the definitions")
    func json() throws {
        let result = try run("--format", "json")
        #expect(result.status == 0, "\(result.words)")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let values = try #require(root["later_values"] as? [[String: Any]])
        #expect(values.map { $0["by"] as? String } == ["product", "discount_code", "month", "channel"])
        let groups = try #require(values[0]["groups"] as? [[String: Any]])
        let tea = try #require(groups.first { $0["name"] as? String == "tea" })
        #expect(tea["customers"] as? Int == 10 && tea["returned_customers"] as? Int == 1 && tea["is_small"] as? Bool == true)
        #expect(tea["later_value_per_customer"] as? Double == 0.5 && tea["later_value_per_customer_low"] is NSNull)
        let (low, high) = (tea["returned_share_low"] as? Double ?? 0, tea["returned_share_high"] as? Double ?? 0)
        #expect(abs(low - 0.018) < 0.0005 && abs(high - 0.404) < 0.0005)
        #expect((values[2]["groups"] as? [[String: Any]])?.map { $0["name"] as? String } == ["2024-01", "2024-02"])
        #expect((values[3]["groups"] as? [[String: Any]])?.compactMap { $0["name"] as? String }.sorted() == ["pos", "web"])
        let second = try #require(root["second_orders"] as? [String: Any])
        #expect(second["customers"] as? Int == 2 && second["median_days"] as? Int == 90 && root["as_of"] as? String == "2024-12-31")
    }

    @Test("CSV: a row per group, formulas made harmless")
    func csv() throws {
        let result = try run("--format", "csv", "--by", "product")
        #expect(result.status == 0, "\(result.words)")
        let rows = result.rows
        #expect(rows.first?.prefix(5) == ["by", "kind", "name", "customers", "returned_customers"] && rows.first?.last == "is_small")
        #expect(
            rows.dropFirst().map { $0.prefix(5).joined(separator: ",") } == [
                "product,named,'=mug,10,0", "product,named,tea,10,1", "product,other,,0,0", "product,without,,0,0", "product,all,,20,1",
            ])
        #expect(rows[2][8...9] == ["5.00", "0.500000"] && rows[2][10...11] == ["", ""] && rows[2].last == "true")
        #expect(try run("--format", "csv", "--by", "product", "--raw").output.contains("named,=mug,"))
    }

    @Test(
        "A table in three languages says in words which groups are small",
        arguments: [("en", "few came back"), ("fr", "peu sont revenus"), ("pl", "wróciło niewielu")])
    func table(language: String, words: String) throws {
        let result = try run("--language", language)
        #expect(result.status == 0, "\(result.words)")
        #expect(result.output.contains("tea") && result.output.contains(words) && result.output.contains("2024-01"))
    }

    @Test("What is refused: no file, a file beside a shop, flags of files with a shop, an unknown way")
    func refused() throws {
        #expect(try Program.run(["later-value"]).status == 64)
        #expect(try Program.run(["later-value", "o.csv", "--data", "x"]).status == 64)
        #expect(try Program.run(["later-value", "--data", "x", "--as-of", "2024-01-01"]).words.contains("--as-of"))
        #expect(try run("--by", "colour").status == 64)
    }
}
