import Facts
import Foundation
import Synchronization
import Testing

@testable import Connectors

/// The plain form, one order a row.
@Suite struct OrderReadingTests {
    private let header = "customer_id,order_id,ordered_at,value,currency\n"

    @Test func plainRows() throws {
        let intake = try read(
            header + #"""
                a,1,2024-01-31T10:20:30Z,12.30,EUR
                b,2,2024-01-31T10:20:30+02:00,7,JPY
                A,3,2024-01-31,0.00,EUR\#r
                "Zoé, ""Z""",4,2024-02-01 00:00:01,1234567.891,KWD
                Zoé@Example.COM,5,2024-02-01T00:00:00Z,1.005,EUR
                """#)
        #expect(
            intake.orderLines == [
                "A 2024-01-31T00:00:00Z 0.00 EUR day",
                "Zoé, \"Z\" 2024-02-01T00:00:01Z 1234567.891 KWD",
                "a 2024-01-31T10:20:30Z 12.30 EUR",
                "b 2024-01-31T08:20:30Z 7 JPY",
                "zoé@example.com 2024-02-01T00:00:00Z 1.01 EUR",
            ])
        #expect(intake.report.zeroValueOrders == 1)
        #expect(intake.report.timesWithoutZone == 1)
        #expect(intake.report.dateOnlyOrders == 1)
    }

    @Test func theShopsClock() throws {
        let text =
            header + """
                a,1,2024-03-31 01:59:59,1,EUR
                a,2,2024-03-31 03:00:00,1,EUR
                a,3,2024-07-01,1,EUR
                a,4,2024-07-01 12:00:00,1,EUR
                a,5,2024-07-01 12:00:00,1,EUR
                """
        let intake = try read(text) { $0.timeZone = ShopTimeZone(identifier: "Europe/Warsaw") ?? .utc }
        let times = (0..<5).map { Instant(secondsSince1970: Int64(intake.orders[$0].secondsSince1970)).description }
        #expect(
            times == [
                "2024-03-31T00:59:59Z", "2024-03-31T01:00:00Z", "2024-06-30T22:00:00Z", "2024-07-01T10:00:00Z", "2024-07-01T10:00:00Z",
            ])
    }

    @Test func customersWithoutAName() throws {
        let rows = ["", " ", "NaN", "null", "(null)", "n/a", "17850.0", "17850", "nano", "-"]
        let text = header + rows.enumerated().map { "\($0.element),\($0.offset),2024-01-01,2.50,EUR\n" }.joined()
        let intake = try read(text)
        #expect(intake.orderLines.map { $0.prefix { $0 != " " } } == ["17850", "17850", "nano"])
        #expect(intake.report.rejectedRows == [.noCustomer: 7])
        #expect(intake.report.unattributedRevenue.first?.minorUnits == 1_750)
        #expect(intake.report.unattributedRevenue.first?.currency == "EUR")
    }

    @Test func repeatedAndConflictingOrders() throws {
        let text =
            header + """
                a,o1,2024-01-01,1.00,EUR
                b,o2,2024-01-02,2.00,EUR
                a,o1,2024-01-01,1.00,EUR
                b,o2,2024-01-02,2.01,EUR
                c,o3,2024-01-03,3.00,EUR
                d,o3,2024-01-03,3.00,EUR
                """
        let intake = try read(text)
        #expect(intake.orders.count == 3)
        #expect(intake.orders.customers.count == 3)
        #expect(intake.report.duplicateOrders == 1)
        #expect(intake.report.conflictingOrders == 2)
        #expect(intake.report.conflictExamples.map(\.line) == [5, 7])
        #expect(intake.report.conflictExamples.map(\.text) == ["o2", "o3"])
        #expect(intake.report.rejectedRows == [.conflictingOrder: 2])
    }

    @Test func theSameFileTwice() throws {
        let rows = (1...500).map { "c\($0 % 50),o\($0),2024-01-\($0 % 28 + 1 < 10 ? "0" : "")\($0 % 28 + 1),\($0).00,EUR\n" }
        let text = header + rows.joined()
        let once = try read(text)
        let twice = try read([text, text])
        #expect(twice.orderLines == once.orderLines)
        #expect(twice.report.duplicateOrders == 500)
    }

    @Test(arguments: [1, 2, 3])
    func theOrderOfRowsDoesNotMatter(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var rows = (1...3_000).map { number in
            let day = Int.random(in: 10...28, using: &random)
            return "c\(Int.random(in: 0..<900, using: &random)),o\(number),2024-05-\(day)T10:00:00Z,\(number).10,EUR\n"
        }
        let sorted = try read(header + rows.joined())
        let falling = try read(header + rows.reversed().joined())
        rows.shuffle(using: &random)
        let shuffled = try read(header + rows.joined())
        #expect(sorted.orderLines.count == 3_000)
        #expect(falling.orderLines == sorted.orderLines)
        #expect(shuffled.orderLines == sorted.orderLines)
    }

    @Test func statusesAreUnderstoodOrAskedAbout() throws {
        let header = "customer_id,order_id,ordered_at,value,currency,status\n"
        let text =
            header + """
                a,1,2024-01-01,1.00,EUR,paid
                b,2,2024-01-01,2.00,EUR,Cancelled
                c,3,2024-01-01,3.00,EUR,refunded
                d,4,2024-01-01,4.00,EUR,pending
                e,5,2024-01-01,5.00,EUR,on the moon
                f,6,2024-01-01,6.00,EUR,on the moon
                g,7,2024-01-01,7.00,EUR,lost at sea
                """
        let error = try #require(readingError { _ = try read(text) })
        #expect(error.code == .needsAnswer)
        #expect(error.message.contains("“on the moon” (2 rows), “lost at sea” (1 rows)"))
        #expect(error.advice?.contains("--status 'on the moon=paid") == true)

        let intake = try read(text) { $0.statuses = ["On The  Moon": .paid, "lost at sea": .ignored] }
        #expect(intake.orderLines.map { $0.prefix(1) } == ["a", "c", "e", "f"])
        #expect(intake.refundLines == ["c whole"])
        #expect(intake.report.cancelledRows == 1)
        #expect(intake.report.ignoredRows == 2)
        #expect(intake.report.statuses.first?.value == "on the moon")
    }

    @Test func anOrderOnceCancelledAndOncePaid() throws {
        let header = "customer_id,order_id,ordered_at,value,currency,status\n"
        let intake = try read(
            header
                + "a,1,2024-01-01,1,EUR,paid\na,1,2024-01-01,1,EUR,cancelled\nb,2,2024-01-01,1,EUR,cancelled\nb,2,2024-01-01,1,EUR,cancelled\n"
        )
        #expect(intake.orders.count == 1)
        #expect(intake.report.conflictingOrders == 1)
        #expect(intake.report.cancelledRows == 1)
        #expect(intake.report.duplicateOrders == 1)
    }

    @Test func datesOfUnknownOrder() throws {
        let undecided = header + "a,1,03/04/2024,1.00,EUR\nb,2,05/06/2024 10:00,2.00,EUR\n"
        let error = try #require(readingError { _ = try read(undecided) })
        #expect(error.code == .needsAnswer)
        #expect(error.line == 2)
        #expect(error.column == "ordered_at")
        #expect(error.advice?.contains("--date-format day-first") == true)

        let told = try read(undecided) { $0.dateOrder = .monthFirst }
        #expect(told.orderLines == ["a 2024-03-04T00:00:00Z 1.00 EUR day", "b 2024-05-06T10:00:00Z 2.00 EUR"])
        // The file itself shows it later: what was read before is set right, repetitions before and after are known as such.
        let shown = undecided + "c,3,12/31/2024,3.00,EUR\na,1,03/04/2024,1.00,EUR\n"
        let month = try read(shown)
        #expect(month.orderLines == told.orderLines + ["c 2024-12-31T00:00:00Z 3.00 EUR day"])
        #expect(month.report.duplicateOrders == 1)
        let day = try read(undecided + "c,3,31/12/2024,3.00,EUR\n")
        #expect(day.orderLines.first == "a 2024-04-03T00:00:00Z 1.00 EUR day")
    }

    @Test func amountsOfUnknownMark() throws {
        let undecided = header + "a,1,2024-01-01,\"1,234\",EUR\nb,2,2024-01-01,\"2,500\",EUR\n"
        let error = try #require(readingError { _ = try read(undecided) })
        #expect(error.code == .needsAnswer)
        #expect(error.line == 2)
        #expect(error.advice?.contains("--decimal point") == true)

        #expect(try read(undecided) { $0.decimalMark = .comma }.orderLines.first == "a 2024-01-01T00:00:00Z 1.23 EUR day")
        #expect(try read(undecided + "c,3,2024-01-01,12.50,EUR\n").orderLines.first == "a 2024-01-01T00:00:00Z 1234.00 EUR day")
        let comma = try read(undecided + "c,3,2024-01-01,\"12,5\",EUR\na,1,2024-01-01,\"1,234\",EUR\n")
        #expect(comma.orderLines.first == "a 2024-01-01T00:00:00Z 1.23 EUR day")
        #expect(comma.report.duplicateOrders == 1)
    }

    @Test func currencies() throws {
        let header = "customer_id,order_id,ordered_at,value\n"
        let signs = try read(header + "a,1,2024-01-01,€12.50\nb,2,2024-01-01,\"12,50 zł\"\n") { $0.decimalMark = nil }
        #expect(signs.report.rejectedRows == [.value: 1])
        let none = try read(header + "a,1,2024-01-01,12.50\n")
        #expect(none.orderLines == ["a 2024-01-01T00:00:00Z 12.50 XXX day"])
        #expect(none.report.ordersWithoutCurrency == 1)
        #expect(none.report.ordersWithoutCurrency == none.report.orders)
        let dollars = try read(header + "a,1,2024-01-01,$12.50\n") { $0.currency = Currency(code: "CAD") }
        #expect(dollars.orderLines == ["a 2024-01-01T00:00:00Z 12.50 CAD day"])
        let yen = try read(header + "a,1,2024-01-01,JPY 1250\n")
        #expect(yen.orderLines == ["a 2024-01-01T00:00:00Z 1250 JPY day"])
        let wrong = try read(
            String(header.dropLast()) + ",currency\na,1,2024-01-01,5,EUR\nb,2,2024-01-01,5,euros\nc,3,2024-01-01,5 PLN,EUR\n")
        #expect(wrong.report.rejectedRows == [.currency: 2])
    }

    @Test(arguments: [(ValueBasis.gross, "100.00"), (.withoutShipping, "90.00"), (.net, "75.00")])
    func whatCountsAsValue(_ basis: ValueBasis, _ value: String) throws {
        let text =
            "customer_id,order_id,ordered_at,total,shipping,tax,currency\na,1,2024-01-01,100.00,10.00,15.00,EUR\nb,2,2024-01-01,5.00,,,EUR\n"
        let intake = try read(text) { $0.valueBasis = basis }
        #expect(intake.orderLines == ["a 2024-01-01T00:00:00Z \(value) EUR day", "b 2024-01-01T00:00:00Z 5.00 EUR day"])
    }

    @Test func testOrders() throws {
        let text =
            "customer_id,order_id,ordered_at,value,currency,test,payment_method\n"
            + "a,1,2024-01-01,1,EUR,true,card\nb,2,2024-01-01,1,EUR,false,bogus\nc,3,2024-01-01,1,EUR,,card\n"
        let intake = try read(text)
        #expect(intake.report.testRows + intake.orders.count == 3)
        #expect(intake.orderLines.contains { $0.hasPrefix("c ") })
    }

    @Test func sourcesAreCounted() throws {
        let intake = try read(
            String(header.dropLast()) + ",source\na,1,2024-01-01,5,EUR,web\nb,2,2024-01-01,5,EUR,pos\nc,3,2024-01-01,5,EUR,pos\n")
        #expect(intake.report.ordersBySource == ["web": 1, "pos": 2])
    }

    @Test func rejectsFile() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("rejects.csv")
        let text = header + "a,1,2024-01-01,1,EUR\n\"b\n\"\"x\"\"\",2,soon,1,EUR\n,3,2024-01-01,1,EUR\n"
        _ = try read(text, rejects: path)
        let written = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        let lines = written.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "file,line,column,reason,row")
        #expect(lines[1].contains(",3,ordered_at,the date is not understood: “soon”: no date that is understood,\"\"\"b"))
        #expect(lines[2] == "\"\"\"\"x\"\"\"\"\"\",2,soon,1,EUR\"" || lines[2].hasSuffix(",2,soon,1,EUR\""))
        #expect(lines[3].contains(",5,customer_id,no customer,\",3,2024-01-01,1,EUR\""))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["rejects.csv"])
    }

    @Test func rejectsFileThatCannotBeWritten() {
        #expect(readingError { _ = try RejectSink(path: "/nowhere/at/all.csv") }?.code == .outputFailed)
    }

    @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
    func separatorsAndLineEnds(_ separator: String, _ lineEnd: String) throws {
        let rows = ["customer_id,order_id,ordered_at,value,currency", "a,1,2024-01-01,1.50,EUR", "\"b\",2,2024-01-02,2.50,EUR"]
        let text = rows.joined(separator: lineEnd).replacingOccurrences(of: ",", with: separator)
        let expected = ["a 2024-01-01T00:00:00Z 1.50 EUR day", "b 2024-01-02T00:00:00Z 2.50 EUR day"]
        #expect(try read(text).orderLines == expected)
        #expect(try read("sep=\(separator)\(lineEnd)" + text).orderLines == expected)
    }

    @Test func progressIsTold() throws {
        let folder = try TemporaryFolder()
        let row = "customer-with-a-long-name-0123456789,order,2024-01-01T00:00:00Z,1.00,EUR\n"
        let path = try folder.write("o.csv", "customer_id,remark,ordered_at,value,currency\n" + String(repeating: row, count: 250_000))
        let told = Told()
        var reader = OrderReader(options: ReadingOptions(), rejects: nil)
        reader.progress = { told.add($0) }
        try reader.readOrders(path: path)
        #expect(try reader.finish().orders.count == 250_000)
        #expect(told.all.count == 2)
        #expect(told.all.allSatisfy { ($0.totalBytes ?? 0) > $0.bytesRead && $0.rows > 0 })
    }
}

/// What a reader told.
private final class Told: Sendable {
    private let told = Mutex<[ReadingProgress]>([])

    var all: [ReadingProgress] { told.withLock { $0 } }

    func add(_ progress: ReadingProgress) { told.withLock { $0.append(progress) } }
}

struct SharedSignTests {
    @Test func dollarsAreNotCountedAsEuros() throws {
        let rows =
            "email,order_id,date,total\na@example.com,1,2024-01-31,5 €\nb@example.com,2,2024-01-31,$5\ne@example.com,3,2024-01-31,5 kr\n"
        let euros = try read(rows) { $0.currency = Currency(code: "EUR") }
        #expect(euros.report.orders == 1 && euros.report.rejectedRows == [.currency: 2])
        let dollars = try read(rows) { $0.currency = Currency(code: "CAD") }
        #expect(dollars.orderLines.contains("b@example.com 2024-01-31T00:00:00Z 5.00 CAD day"))
        // Without a word about it one sign can be kept apart, two cannot be told from each other.
        let unnamed = try read(rows)
        #expect(unnamed.report.orders == 2 && unnamed.report.rejectedRows == [.currency: 1])
    }
}
