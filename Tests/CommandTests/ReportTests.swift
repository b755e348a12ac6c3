import Foundation
import Testing

@Suite("perennial analyze --report")
struct ReportTests {
    /// Writes a shop's orders into a folder and runs on it.
    private func run(in folder: URL, _ arguments: [String], shop: String = smallShop(customers: 600)) throws -> Program.Result {
        let orders = folder.appendingPathComponent("orders.csv")
        try Data(shop.utf8).write(to: orders)
        return try Program.run(["analyze", orders.path] + arguments)
    }

    @Test("A page in the language asked for; the summary says where, and CSV stays as it is", arguments: ["en", "fr", "pl"])
    func languages(language: String) throws {
        try Program.withFolder { (folder: URL) throws in
            let path = folder.appendingPathComponent("report.html").path
            let result = try run(in: folder, ["--report", path, "--language", language])
            #expect(result.status == 0, "\(result.words)")
            #expect(result.output.hasPrefix(AnalyzeTests.header + "\n"))
            #expect(result.words.contains("Report    \(path)"))
            #expect(result.words.contains("Revenue   "), "words of the command line stay English")
            let page = try String(contentsOfFile: path, encoding: .utf8)
            #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\">") && page.hasSuffix("</html>\n"))
            #expect(page.contains("orders.csv") && !page.contains(folder.path), "folders are not told")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["orders.csv", "report.html"])
        }
    }

    @Test("Old orders are warned of, but not where the day was chosen")
    func oldOrders() throws {
        try Program.withFolder { (folder: URL) throws in
            let path = folder.appendingPathComponent("report.html").path
            let result = try run(in: folder, ["--report", path, "--horizon", "1"])
            #expect(result.words.contains("Warning   The newest order is ") && result.words.contains(" in the next day (probably "))
            #expect(try String(contentsOfFile: path, encoding: .utf8).contains("Export a newer file before acting."))
            let day = try #require(result.words.firstMatch(of: /As of     ([0-9-]+),/)).1
            #expect(!(try run(in: folder, ["--as-of", String(day)]).words.contains("The newest order is ")))
        }
    }

    @Test("Customers are named only with --show-customers")
    func names() throws {
        try Program.withFolder { (folder: URL) throws in
            let shop = smallShop(customers: 600).replacing("\nc", with: "\nsomebody+")
            let path = folder.appendingPathComponent("report.html").path
            #expect(try run(in: folder, ["--report", path], shop: shop).status == 0)
            let hidden = try String(contentsOfFile: path, encoding: .utf8)
            #expect(!hidden.contains("somebody"))
            #expect(try run(in: folder, ["--report", path, "--show-customers"], shop: shop).status == 0)
            #expect(try String(contentsOfFile: path, encoding: .utf8).contains("somebody+"))
            #expect(try run(in: folder, ["--show-customers"], shop: shop).status == 64)
        }
    }

    @Test("It overwrites neither what is read nor what else is written, by whatever name")
    func sameFile() throws {
        try Program.withFolder { (folder: URL) throws in
            let orders = folder.appendingPathComponent("orders.csv").path
            let output = folder.appendingPathComponent("out").path
            #expect(try run(in: folder, ["--report", orders]).status == 64)
            #expect(try String(contentsOfFile: orders, encoding: .utf8).hasPrefix("customer_id"))
            #expect(try run(in: folder, ["--report", output, "--output", folder.path + "/./out"]).status == 64)
            #expect(try run(in: folder, ["--report", output, "--rejects", output]).status == 64)
            #expect(try run(in: folder, ["--report", "-"]).status == 64)
            #expect(try run(in: folder, ["--report", folder.path]).status == 73)
            #expect(try run(in: folder, ["--report", folder.path + "/no/such/folder.html"]).status == 73)
            #expect(try run(in: folder, ["--language", "de"]).status == 64)
        }
    }

    @Test("A shop without enough data gets a page too, with exit code 0")
    func notEligible() throws {
        try Program.withFolder { (folder: URL) throws in
            let path = folder.appendingPathComponent("report.html").path
            let result = try run(in: folder, ["--report", path], shop: smallShop(customers: 20))
            #expect(result.status == 0)
            #expect(try String(contentsOfFile: path, encoding: .utf8).contains("480\u{A0}customers more"))
        }
    }

    @Test("JSON has a reason for each customer with a prediction, in the language asked for")
    func reasons() throws {
        let shop = Data(smallShop(customers: 600).utf8)
        for (language, word) in [("en", "order"), ("fr", "command"), ("pl", "zam")] {
            let result = try Program.run(["analyze", "-", "--format", "json", "--language", language], input: shop)
            #expect(result.status == 0)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            let customers = try #require(object["customers"] as? [[String: Any]])
            let reasons = customers.compactMap { $0["reason"] as? String }
            #expect(reasons.count == customers.count)
            #expect(reasons.contains { $0.contains(word) })
        }
        let few = try Program.run(["analyze", "-", "--format", "json"], input: Data(smallShop(customers: 20).utf8))
        #expect(few.output.contains("\"reason\":null"))
    }
}
