import Foundation
import Testing

@Suite("perennial analyze")
struct AnalyzeTests {
    static let header =
        "customer_id,first_order_at,last_order_at,historic_number_of_orders,historic_clv,average_order_value,average_days_between_orders,"
        + "predicted_number_of_orders,predicted_clv,predicted_clv_low,predicted_clv_high,total_clv,churn_probability,probability_of_order,"
        + "expected_date_of_next_order,clv_category,purchase_likelihood,rfm_recency,rfm_frequency,rfm_monetary,rfm_group,overdue"

    @Test(
        "The example log: exact columns, a row per customer, and every row keeps the promises",
        arguments: ["auto", "bg-nbd", "mbg-nbd", "pareto-nbd"])
    func onlineRetail(model: String) throws {
        let result = try Program.run([
            "analyze", Program.example("online-retail/orders.csv.gz"), "--refunds", Program.example("online-retail/refunds.csv.gz"),
            "--model", model,
        ])
        #expect(result.status == 0, "\(result.words)")
        #expect(result.output.hasPrefix(Self.header + "\n"))
        let rows = result.rows.dropFirst()
        #expect(rows.count == 2_975)
        let names = Self.header.split(separator: ",").map(String.init)
        var predictions = 0
        for row in rows {
            #expect(row.count == 22)
            let cell = Dictionary(uniqueKeysWithValues: zip(names, row))
            func number(_ name: String) -> Double? { cell[name].flatMap { Double($0) } }
            guard let churn = number("churn_probability") else {
                #expect(cell["historic_number_of_orders"] == "0")
                continue
            }
            predictions += 1
            let order = try #require(number("probability_of_order"))
            let orders = try #require(number("predicted_number_of_orders"))
            let low = try #require(number("predicted_clv_low"))
            let high = try #require(number("predicted_clv_high"))
            let predicted = try #require(number("predicted_clv"))
            let historic = try #require(number("historic_clv"))
            let total = try #require(number("total_clv"))
            #expect((0...1).contains(churn) && (0...1).contains(order))
            #expect(order <= 1 - churn + 1e-9)
            #expect(orders >= order - 1e-9)
            #expect(low <= high && low >= 0 && predicted >= 0)
            #expect(abs(total - historic - predicted) < 0.005)
            #expect(try #require(cell["expected_date_of_next_order"]) > "2011-12-09")
            #expect(["low", "moderate", "high", "new"].contains(cell["clv_category"]))
            #expect((cell["clv_category"] == "new") == (cell["purchase_likelihood"] == "new"))
            #expect(["true", "false"].contains(cell["overdue"]))
        }
        #expect(predictions > 2_900)
    }

    @Test("JSON says the same as CSV")
    func json() throws {
        let shop = Data(smallShop(customers: 600).utf8)
        let csv = try Program.run(["analyze", "-"], input: shop)
        let json = try Program.run(["analyze", "-", "--format", "json"], input: shop)
        #expect(csv.status == 0 && json.status == 0, "\(json.words)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        for key in ["as_of", "horizon_days", "currency", "eligibility", "input", "model", "spend_model", "rfm", "categories", "totals"] {
            #expect(object[key] != nil, "\(key)")
        }
        let customers = try #require(object["customers"] as? [[String: Any]])
        #expect(customers.count == 600)
        // Every cell of every column, under its name.
        let columns = Self.header.split(separator: ",").map { (name: String($0), cells: csv.column(String($0))) }
        for customer in customers {
            let id = try #require(customer["customer_id"] as? String)
            for column in columns.dropFirst() {
                let cell = column.cells[id] ?? ""
                switch customer[column.name] {
                case let value as Bool where column.name == "overdue": #expect(cell == "\(value)")
                case let value as NSNumber: #expect(Double(cell) == value.doubleValue, "\(id) \(column.name)")
                case let value as String: #expect(cell == value, "\(id) \(column.name)")
                default: #expect(cell.isEmpty, "\(id) \(column.name)")
                }
            }
        }
        let clv = csv.column("predicted_clv")
        let groups = csv.column("rfm_group")
        var sum = 0.0
        for customer in customers {
            let id = try #require(customer["customer_id"] as? String)
            let value = try #require(customer["predicted_clv"] as? NSNumber)
            #expect(abs(value.doubleValue - (Double(clv[id] ?? "") ?? -1)) < 1e-9)
            #expect(customer["rfm_group"] as? String == groups[id])
            #expect(customer["overdue"] is Bool)
            sum += value.doubleValue
        }
        let totals = try #require(object["totals"] as? [String: Any])
        #expect(abs(try #require(totals["predicted_clv"] as? Double) - sum) < 0.01)
        let churn = try #require(totals["average_churn_probability"] as? Double)
        let returning = try #require(totals["expected_returning_customers"] as? Double)
        #expect(abs(returning - (1 - churn) * 600) < 1e-6)
        let model = try #require(object["model"] as? [String: Any])
        #expect(model["time_unit"] as? String == "week" && model["name"] as? String == "auto")
        let candidates = try #require(model["candidates"] as? [[String: Any]])
        #expect(!candidates.contains { $0["name"] as? String == "bg-nbd" })
    }

    @Test("Not eligible: history and RFM are written, predictions are empty, and it is said why")
    func notEligible() throws {
        let result = try Program.run(["analyze", "-"], input: Data(smallShop(customers: 80).utf8))
        #expect(result.status == 0)
        #expect(
            result.column("predicted_clv").values.allSatisfy(\.isEmpty) && result.column("churn_probability").values.allSatisfy(\.isEmpty))
        #expect(
            result.column("rfm_group").values.allSatisfy { !$0.isEmpty } && result.column("historic_clv").values.allSatisfy { !$0.isEmpty })
        #expect(result.words.contains("80 customers have bought; 500 are needed: 420 more."))
        let all = try Program.run(["analyze", "-", "--minimum-customers", "50"], input: Data(smallShop(customers: 80).utf8))
        #expect(all.status == 0 && all.column("predicted_clv").values.allSatisfy { !$0.isEmpty })
    }

    @Test("Output of a file appears whole or not at all")
    func outputs() throws {
        try Program.withFolder { folder in
            let input = folder.appendingPathComponent("orders.csv")
            try Data(smallShop(customers: 30).utf8).write(to: input)
            let output = folder.appendingPathComponent("customers.csv")
            try Data("before".utf8).write(to: output)
            let good = try Program.run(["analyze", input.path, "--output", output.path])
            #expect(good.status == 0 && good.output.isEmpty)
            #expect(try String(contentsOf: output, encoding: .utf8).hasPrefix(Self.header))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["customers.csv", "orders.csv"])
            let nowhere = try Program.run(["analyze", input.path, "--output", folder.appendingPathComponent("no/where.csv").path])
            #expect(nowhere.status == 73)
            #expect(try Program.run(["analyze", input.path, "--output", folder.path]).status == 73)
            if FileManager.default.fileExists(atPath: "/dev/full") {
                let full = try Program.run(["analyze", input.path, "--output", "/dev/full"])
                #expect(full.status == 74 && full.words.contains("No space left"))
            }
            // Bad input leaves the old file as it was.
            try Data("customer_id\n".utf8).write(to: input)
            try Data("before".utf8).write(to: output)
            #expect(try Program.run(["analyze", input.path, "--output", output.path]).status == 65)
            #expect(try String(contentsOf: output, encoding: .utf8) == "before")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
        }
    }

    @Test("A reader who leaves the pipe is no failure")
    func closedPipe() throws {
        try Program.withFolder { folder in
            let input = folder.appendingPathComponent("orders.csv")
            try Data(smallShop(customers: 20_000).utf8).write(to: input)
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/bash")
            shell.arguments = [
                "-c", "set -o pipefail; \"$0\" analyze \"$1\" --minimum-customers 30000 2>/dev/null | head -1 >/dev/null",
                Program.path.path, input.path,
            ]
            try shell.run()
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 0)
        }
    }

    @Test("As-of leaves later orders out and says so")
    func asOf() throws {
        let result = try Program.run(
            ["analyze", "-", "--as-of", "2022-06-30", "--minimum-customers", "10"], input: Data(smallShop(customers: 400).utf8))
        #expect(result.status == 0)
        #expect(result.column("last_order_at").values.allSatisfy { $0 <= "2022-06-30" })
        #expect(result.words.contains("after the as-of day left out") && result.words.contains("As of     2022-06-30"))
    }

    @Test("Identifiers that would run as formulas are made harmless, numbers are not")
    func formulas() throws {
        let orders = #"""
            customer_id,order_id,ordered_at,value,currency
            =HYPERLINK("x"),1,2024-01-01,5.00,EUR
            +48123456789,2,2024-01-02,6.00,EUR
            "a,""b""",3,2024-01-03,7.00,EUR
            """#
        let safe = try Program.run(["analyze", "-"], input: Data(orders.utf8))
        #expect(safe.status == 0, "\(safe.words)")
        #expect(safe.output.contains("\n\"'=HYPERLINK(\"\"x\"\")\",") || safe.output.contains("\n'=HYPERLINK"))
        #expect(safe.output.contains("\n+48123456789,") && safe.output.contains("\n\"a,\"\"b\"\"\","))
        let raw = try Program.run(["analyze", "-", "--raw"], input: Data(orders.utf8))
        #expect(!raw.output.contains("'="))
    }
}

@Suite("Shops at the edge, through the program")
struct EdgeShopTests {
    static let header = "customer_id,order_id,ordered_at,value,currency\n"

    /// Files that break other tools, each with what must be said about it.
    static let shops: [(name: String, orders: String, said: String)] = [
        ("one order", header + "ann,1,2024-01-01,10,EUR\n", "1 order of 1 customer"),
        ("one customer", header + (1...9).map { "ann,\($0),2024-0\($0)-01,10,EUR\n" }.joined(), "9 orders of 1 customer"),
        ("all on one day", header + (1...40).map { "c\($0),\($0),2024-01-01,\($0),EUR\n" }.joined(), "40 orders of 40 customers"),
        (
            "all amounts equal",
            header + (1...60).map { "c\($0 % 20),\($0),2024-0\(1 + $0 % 9)-1\($0 % 7),10,EUR\n" }.joined(), "60 orders of 20 customers"
        ),
        (
            "dates in the future", header + "ann,1,2024-01-01,10,EUR\nbob,2,2091-01-01,10,EUR\n",
            "1 order after the as-of day left out, 1 of them in the future"
        ),
        (
            "currencies without rates", header + "ann,1,2024-01-01,10,EUR\nbob,2,2024-01-01,10,EUR\ncid,3,2024-01-02,10,USD\n",
            "1 order in USD (10.00) held aside"
        ),
        (
            "amounts that are none",
            header
                + "a,1,2024-01-01,NaN,EUR\nb,2,2024-01-01,inf,EUR\nc,3,2024-01-01,-5,EUR\nd,4,2024-01-01,1e30,EUR\ne,5,2024-01-01,7,EUR\n",
            "Rejected  4 rows"
        ),
        (
            "dates that are none", header + "a,1,2023-02-29,5,EUR\nb,2,0001-01-01,5,EUR\nc,3,soon,5,EUR\nd,4,2024-01-01,5,EUR\n",
            "Rejected  3 rows"
        ),
        ("ragged rows", header + "a,1\nb,2,2024-01-01,5,EUR\nc,3,2024-01-01,5,EUR,x,y\n", "Rejected  2 rows"),
        ("only free orders", header + "a,1,2024-01-01,0,EUR\nb,2,2024-01-02,0,EUR\n", "0 orders of 0 customers"),
    ]

    @Test("An answer or a reason, and never NaN", arguments: shops.indices, ["auto", "bg-nbd", "mbg-nbd", "pareto-nbd"])
    func shop(index: Int, model: String) throws {
        let shop = Self.shops[index]
        for format in ["csv", "json", "table"] {
            let result = try Program.run(
                ["analyze", "-", "--minimum-customers", "1", "--model", model, "--format", format], input: Data(shop.orders.utf8))
            #expect(result.status == 0, "\(shop.name): \(result.words)")
            #expect(result.words.replacingOccurrences(of: "\n          ", with: " ").contains(shop.said), "\(shop.name): \(result.words)")
            if format == "json" {
                let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
                #expect(object?["customers"] != nil)
            } else {
                #expect(!result.output.lowercased().contains("nan") && !result.output.contains("inf"), "\(shop.name): \(result.output)")
            }
        }
    }

    @Test("Rejected rows go to a file with line, column and reason")
    func rejects() throws {
        try Program.withFolder { folder in
            let rejects = folder.appendingPathComponent("rejects.csv")
            let orders = Self.header + "ann,1,2024-01-01,10,EUR\nbob,2,2024-13-01,10,EUR\n,3,2024-01-01,10,EUR\n"
            let result = try Program.run(["analyze", "-", "--rejects", rejects.path], input: Data(orders.utf8))
            #expect(result.status == 0, "\(result.words)")
            let lines = try String(contentsOf: rejects, encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 3 && lines[0] == "file,line,column,reason,row")
            #expect(lines[1].contains(",3,ordered_at,") && lines[1].contains("bob,2,2024-13-01"))
            #expect(lines[2].contains(",4,customer_id,no customer"))
        }
    }
}

@Suite("Exit codes and messages")
struct ExitTests {
    @Test(
        "Wrong usage is 64",
        arguments: [
            ["analyze"], ["analyze", "x.csv", "--horizon", "0"], ["analyze", "x.csv", "--model", "arima"],
            ["analyze", "x.csv", "--as-of", "yesterday"],
            ["analyze", "x.csv", "--time-zone", "Mars/Olympus"], ["analyze", "x.csv", "--currency", "euro"],
            ["analyze", "x.csv", "--status", "paid"],
            ["analyze", "x.csv", "--separator", "ab"], ["nonsense"], ["analyze", "-", "-"], ["analyze", "x.csv", "--frobnicate"],
        ])
    func usage(arguments: [String]) throws {
        let result = try Program.run(arguments)
        #expect(result.status == 64 && result.output.isEmpty && !result.words.isEmpty)
    }

    @Test("A missing file is 66 and named; a folder too")
    func missing() throws {
        let result = try Program.run(["analyze", "/no/such/orders.csv"])
        #expect(result.status == 66 && result.words.contains("/no/such/orders.csv"))
        #expect(try Program.run(["analyze", "/tmp"]).status == 66)
    }

    @Test(
        "Bad data is 65 with a message and no output",
        arguments: [
            "", "customer_id,order_id,ordered_at,value,currency\n", "a,b\n1,2\n", "\u{0}\u{1}\u{2}", "PK\u{3}\u{4}xlsx",
            "customer_id,order_id,ordered_at,value\nann,1,03/04/2024,5\nbob,2,05/06/2024,6\n",
            "customer_id,order_id,ordered_at,value,status\nann,1,2024-01-01,5,paid\nbob,2,2024-01-01,5,frobbed\n",
        ])
    func badData(text: String) throws {
        let result = try Program.run(["analyze", "-"], input: Data(text.utf8))
        #expect(result.status == 65, "\(result.words)")
        #expect(result.output.isEmpty && result.words.hasPrefix("Error: "))
    }

    @Test("What is read is never overwritten, and two outputs are two files")
    func overwriting() throws {
        try Program.withFolder { folder in
            let orders = folder.appendingPathComponent("orders.csv")
            let text = smallShop(customers: 5)
            try Data(text.utf8).write(to: orders)
            let link = folder.appendingPathComponent("link.csv")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: orders)
            for arguments in [
                ["--output", orders.path], ["--output", link.path], ["--rejects", orders.path],
                ["--output", folder.path + "/a.csv", "--rejects", folder.path + "/./a.csv"], ["--output", ""],
            ] {
                let result = try Program.run(["analyze", orders.path] + arguments)
                #expect([64, 73].contains(result.status), "\(arguments) \(result.words)")
            }
            #expect(try String(contentsOf: orders, encoding: .utf8) == text)
            // Through a symbolic link the file that it points to is written.
            let target = folder.appendingPathComponent("target.csv")
            try Data().write(to: target)
            let alias = folder.appendingPathComponent("alias.csv")
            try FileManager.default.createSymbolicLink(at: alias, withDestinationURL: target)
            #expect(try Program.run(["analyze", orders.path, "--output", alias.path]).status == 0)
            #expect(try String(contentsOf: target, encoding: .utf8).hasPrefix("customer_id,"))
        }
    }

    @Test("Nobody listens on standard error: no failure", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func deafStandardError() throws {
        try Program.withFolder { folder in
            let orders = folder.appendingPathComponent("orders.csv")
            try Data(smallShop(customers: 5).utf8).write(to: orders)
            for redirection in ["2>/dev/full", "2>&-"] {
                let shell = Process()
                shell.executableURL = URL(fileURLWithPath: "/bin/bash")
                shell.arguments = ["-c", "\"$0\" analyze \"$1\" --output \"$1.out\" \(redirection)", Program.path.path, orders.path]
                try shell.run()
                shell.waitUntilExit()
                #expect(shell.terminationStatus == 0, "\(redirection)")
            }
        }
    }

    @Test("Text from a file cannot steer the terminal")
    func escapes() throws {
        let orders = "customer_id,order_id,ordered_at,value,currency\n\"a\u{1B}[31mX\u{7}\u{202E}\nb\",1,2024-01-01,5,EUR\n"
        let result = try Program.run(["analyze", "-", "--format", "table"], input: Data(orders.utf8))
        #expect(result.status == 0)
        let shown = (result.output + result.words).unicodeScalars
        #expect(!shown.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E })
        #expect(result.output.split(separator: "\n").count == 4)
    }

    @Test("Help and version")
    func help() throws {
        let help = try Program.run(["analyze", "--help"])
        #expect(help.status == 0 && help.output.contains("perennial analyze orders.csv") && help.output.contains("--refunds"))
        #expect(try Program.run(["--version"]).output.hasPrefix("0."))
        #expect(try Program.run(["version"]).output.hasPrefix("perennial 0."))
    }
}
