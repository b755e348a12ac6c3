import Facts
import Foundation
import Testing

@testable import Connectors

@Suite("Reading products and discount codes")
struct LabelReadingTests {
    private static let shopify =
        "Name,Email,Financial Status,Paid at,Currency,Total,Discount Code,Created at,Lineitem quantity,Lineitem name,Lineitem price\n"

    /// `customer value product discount` of each order, in the order of the text.
    private func labels(_ intake: OrderIntake) -> [String] {
        let table = intake.orders
        return (0..<table.count).map { row in
            func text(_ labels: OrderLabels) -> String {
                labels[row] == OrderLabels.other ? "(other)" : labels.text(of: labels[row]) ?? "-"
            }
            return "\(table.customers.text(of: table[row].customer)) \(table[row].minorUnits) \(text(table.firstProducts)) "
                + text(table.discounts)
        }
        .sorted()
    }

    @Test("Shopify: the most valuable line stands for the order, the first among equals")
    func shopifyLines() throws {
        let text =
            Self.shopify + """
                #1,ann@example.com,paid,2024-01-01 10:00:00 +0000,EUR,50.00,WELCOME,2024-01-01 10:00:00 +0000,1,Tea,9.95
                #1,ann@example.com,,,,,,2024-01-01 10:00:00 +0000,3,Mug,10.00
                #1,ann@example.com,,,,,,2024-01-01 10:00:00 +0000,1,Kettle,30.00
                #2,bob@example.com,paid,2024-01-02 10:00:00 +0000,EUR,5.00,,2024-01-02 10:00:00 +0000,1,,5.00
                #2,bob@example.com,,,,,,2024-01-02 10:00:00 +0000,1,Spoon,1.00
                #3,cleo@example.com,pending,2024-01-02 10:00:00 +0000,EUR,5.00,WELCOME,2024-01-02 10:00:00 +0000,1,Unpaid,5.00
                #3,cleo@example.com,,,,,,2024-01-02 10:00:00 +0000,1,Unpaid too,9.00

                """
        let expected = ["ann@example.com 5000 Mug WELCOME", "bob@example.com 500 Spoon -"]
        // In blocks of any length, and read twice: a repetition changes nothing.
        for length in [256, 300, 1 << 20] {
            let intake = try read([text, text], blockLength: length)
            #expect(labels(intake) == expected)
            #expect(intake.report.linesMerged == 8 && intake.report.ordersOfOtherProducts == nil)
        }
    }

    @Test("Lines of an order that stand apart, and orders of many batches, find their order")
    func manyShopifyOrders() throws {
        var text = Self.shopify
        var expected: [String] = []
        for number in 1_001...1_300 {
            let date = "2024-01-01 10:00:00 +0000"
            text += "#\(number),c\(number)@example.com,paid,\(date),EUR,50.00,,\(date),1,cheap,1.00\n"
            text += "#\(number),,,,,,,,2,dear \(number % 7),\(number % 5 + 1).00\n"
            expected.append("c\(number)@example.com 5000 dear \(number % 7) -")
        }
        for number in stride(from: 1_001, through: 1_300, by: 10) {
            text += "#\(number),,,,,,,,1,dearest,99.00\n"
            expected[number - 1_001] = "c\(number)@example.com 5000 dearest -"
        }
        #expect(labels(try read(text)) == expected.sorted())
        #expect(labels(try read(text, blockLength: 500)) == expected.sorted())
    }

    @Test("Lines that repeat the total: the line's own total or price times quantity decides, in any order of rows")
    func repeatedTotals() throws {
        let header = "order_id,email,date,order_total,product_name,quantity,price,coupon\n"
        let lines = [
            "1,ann@example.com,2024-01-13,60,Tea,1,20.50,", "1,ann@example.com,2024-01-13,60,Mug,4,7,SAVE",
            "2,bob@example.com,2024-01-14,10,Spoon,1,10,", "1,ann@example.com,2024-01-13,60,Tray,1,12,",
        ]
        let expected = ["ann@example.com 6000 Mug SAVE", "bob@example.com 1000 Spoon -"]
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
            #expect(labels(try read(header + order.map { lines[$0] + "\n" }.joined())) == expected)
        }
    }

    @Test("Without a quantity a line's price decides, without a price the first line; no worth is too large to compare")
    func lineWorths() throws {
        func product(_ header: String, _ rows: [String]) throws -> [String] {
            labels(
                try read(
                    "order_id,email,date,order_total,product_name\(header)\n" + rows.map { "1,a@x.com,2024-01-13,60,\($0)\n" }.joined()))
        }
        #expect(try product(",price", ["Tea,5", "Mug,7.50", "Tray,7"]) == ["a@x.com 6000 Mug -"])
        #expect(try product("", ["Tea", "Mug"]) == ["a@x.com 6000 Tea -"])
        let huge = ["Tea,1000000,900000000", "Mug,900000000,90000000000", "Tray,1,5"]
        #expect(try product(",quantity,price", huge) == ["a@x.com 6000 Mug -"])
    }

    @Test("Lines that are added up: the largest sum stands for the order, credit notes for nothing")
    func addedLines() throws {
        let header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
        let lines = [
            "536365,1,HEART,6,12/1/2010 8:26,2.55,17850,UK", "536365,2,LANTERN,6,12/1/2010 8:26,3.39,17850,UK",
            "536365,3,\"BOX, \"\"RED\"\"\",1,12/1/2010 8:26,20.34,17850,UK", "C536366,4,RETURNED,-1,12/13/2010 8:26,900.00,17850,UK",
        ]
        #expect(labels(try read(header + lines.map { $0 + "\n" }.joined())) == ["17850 5598 LANTERN -"])
        // Of equal lines the first of the file.
        #expect(labels(try read(header + lines.reversed().map { $0 + "\n" }.joined())) == ["17850 5598 BOX, \"RED\" -"])
    }

    @Test("Hostile texts: one line each, no control characters, as long as labels are, formulas left to those who show them")
    func hostileTexts() throws {
        let names: [(cell: String, label: String)] = [
            ("\"Tea \"\"Earl\"\", 100 g\"", "Tea \"Earl\", 100 g"),
            ("\"two\nlines\r\nand\ta tab\"", "two lines and a tab"),
            ("=HYPERLINK(1)", "=HYPERLINK(1)"),
            ("\u{1B}[31mred\u{7}\u{85}\u{2028}x", "[31mred x"),
            ("a\u{202E}b\u{200B}c\u{FEFF}", "abc"),
            ("<script>alert(1)</script>", "<script>alert(1)</script>"),
            ("\u{A0}  Café\u{A0} noir ", "Café noir"),
            ("\u{1}", "-"), ("NaN", "-"), ("-", "-"), ("None", "-"), ("nan bread", "nan bread"),
            (String(repeating: "y", count: 200), String(repeating: "y", count: 200)),
            (String(repeating: "x", count: 10_240), "(other)"),
            (String(repeating: "é", count: 101), "(other)"),
        ]
        var text = "customer_id,ordered_at,value,product\n"
        for (place, name) in names.enumerated() { text += "\(100 + place),2024-01-01,1,\(name.cell)\n" }
        let intake = try read(text)
        #expect(labels(intake) == names.enumerated().map { "\(100 + $0.offset) 100 \($0.element.label) -" })
        #expect(intake.report.ordersOfOtherProducts == 2 && intake.report.ordersOfOtherDiscounts == nil)
        #expect(intake.report.rejectedRows.isEmpty)
    }

    @Test("More different texts than have a place are counted together")
    func tooMany() throws {
        var text = "customer_id,ordered_at,value,coupon\n"
        for number in 0..<OrderLabels.mostTexts + 5 { text += "a,2024-01-01,1,code \(number)\n" }
        let intake = try read(text)
        #expect(intake.report.ordersOfOtherDiscounts == 5 && intake.orders.discounts.textCount == OrderLabels.mostTexts)
    }

    @Test("Without such columns there is nothing, neither in the table nor in the report")
    func without() throws {
        let intake = try read("customer_id,order_id,ordered_at,value\na,1,2024-01-01,1\nb,2,2024-01-02,2\n")
        #expect(intake.orders.firstProducts.isEmpty && intake.orders.discounts.isEmpty)
        let report = String(decoding: try JSONEncoder().encode(intake.report), as: UTF8.self)
        #expect(!report.contains("Other") && report.contains("ordersWithoutCurrency"))
        // Files without them beside files with them have none.
        let mixed = try read([
            "customer_id,order_id,ordered_at,value\na,1,2024-01-01,1\n",
            "customer_id,order_id,ordered_at,value,item\nb,2,2024-01-01,1,Tea\n",
            "customer_id,order_id,ordered_at,value\nc,3,2024-01-01,1\n",
        ])
        #expect(labels(mixed) == ["a 100 - -", "b 100 Tea -", "c 100 - -"])
    }

    @Test("Rows too short for a label, and prices of lines that are no amounts, count as before")
    func nothingDepends() throws {
        let short = try read("customer_id,ordered_at,value,product\na,2024-01-01,1\nb,2024-01-02,2,Tea\n")
        #expect(labels(short) == ["a 100 - -", "b 200 Tea -"])
        // 1,234 in a line's price neither asks nor decides how the totals are read.
        let text =
            Self.shopify + """
                #1,ann@example.com,paid,2024-01-01 10:00:00 +0000,EUR,50,,2024-01-01 10:00:00 +0000,1,Tea,"1,234"
                #1,,,,,,,,1,Mug,free
                #2,bob@example.com,paid,2024-01-02 10:00:00 +0000,EUR,"12,5",,2024-01-02 10:00:00 +0000,1,Mug,9.99

                """
        #expect(labels(try read(text)) == ["ann@example.com 5000 Tea -", "bob@example.com 1250 Mug -"])
    }

    @Test("Whatever stands in the labels, orders and report are those of the file without them", arguments: 0..<20)
    func fuzz(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "a", "\"\"", ",", "\n", "\r\n", ";", "1,234", "12.5", "=1+1", "é", "\u{202E}", "\u{7}", "paid", "2024-31-12", " ",
            String(repeating: "long ", count: 60),
        ]
        func cell() -> String {
            let text = (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            return "\"" + text.joined() + "\""
        }
        let header = "order_id,email,date,order_total,product_name,quantity,price,coupon\n"
        var (labelled, bare) = (header, header)
        for row in 0..<200 {
            let order = row / Int.random(in: 1...3, using: &generator)
            let start = "\(order),c\(order % 40)@x.com,2024-01-\(13 + order % 10),\(order * 3).50,"
            bare += start + "\"x\",1,1,\"\"\n"
            labelled += start + "\(cell()),\(cell()),\(cell()),\(cell())\n"
        }
        let length = Int.random(in: 4_000...9_000, using: &generator)
        let (one, other) = (try read(labelled, blockLength: length), try read(bare))
        #expect(one.orderLines == other.orderLines)
        #expect(one.report.linesMerged == other.report.linesMerged && one.report.duplicateRows == other.report.duplicateRows)
        #expect(one.report.rejectedRows == other.report.rejectedRows && one.report.conflictingOrders == other.report.conflictingOrders)
        let numbers = one.orders.firstProducts.blocks.joined()
        let known = numbers.compactMap { one.orders.firstProducts.text(of: $0) }
        #expect(known.allSatisfy { !$0.isEmpty && $0.utf8.count <= OrderLabels.longestText })
        #expect(known.joined().unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "\u{202E}" })
    }

    @Test("Letters of an old character set in products alone stop nothing, and are read where they show their set")
    func encodings() throws {
        let folder = try TemporaryFolder()
        let polish = "customer_id,ordered_at,value,product\na,2024-01-01,1,Ko\u{1}ara\nb,2024-01-02,2,\u{2}cierka\n"
        let bytes = polish.utf8.map { $0 == 1 ? UInt8(0xB3) : $0 == 2 ? UInt8(0x8C) : $0 }  // ł and Ś of Windows-1250
        let known = try read(files: [try folder.write("polish.csv", bytes)])
        #expect(labels(known) == ["a 100 Kołara -", "b 200 Ścierka -"])
        // One letter that four sets read in as many ways: replaced, not asked about.
        let unclear = polish.utf8.map { $0 == 1 ? UInt8(0xA5) : $0 == 2 ? UInt8(0xC6) : $0 }
        let intake = try read(files: [try folder.write("unclear.csv", unclear)])
        #expect(intake.orderLines == known.orderLines)
    }
}
