import Facts
import Testing

@testable import Connectors

/// Files of refunds, and of exchange rates.
@Suite struct RefundReadingTests {
    private let orders = "customer_id,order_id,ordered_at,value,currency\na,o1,2024-01-01,10.00,EUR\nb@x.com,o2,2024-01-02,20.00,EUR\n"
    private let header = "customer_id,refund_id,refunded_at,value,currency,order_id\n"

    @Test func refundsAreRead() throws {
        let text =
            header + """
                a,r1,2024-01-05,4.00,EUR,o1
                B@X.com,r2,2024-01-06T10:00:00Z,5.00,EUR,
                a,r1,2024-01-05,4.00,EUR,o1
                a,r1,2024-01-05,4.50,EUR,o1
                stranger,r3,2024-01-05,4.00,EUR,
                a,r4,soon,4.00,EUR,o1
                a,r5,2024-01-05,,EUR,o1
                a,r6,2024-01-05,-3.00,EUR,o1
                ,r7,2024-01-05,1.00,EUR,o2
                a,r8,2024-01-05,1.00,euros,o1
                a,r9,,1.00,EUR,o1
                """
        let intake = try read([orders], refunds: [text])
        #expect(intake.refundLines == ["a 1.00 EUR", "a 3.00 EUR", "a 4.00 EUR", "b@x.com 1.00 EUR", "b@x.com 5.00 EUR"])
        #expect(intake.refunds.first?.orderID == Fingerprint("o1").value)
        #expect(intake.refunds.last?.secondsSince1970 == nil)
        let report = intake.report
        #expect(report.refundRows == 11)
        #expect(report.refundsRead == 5)
        #expect(report.duplicateRefundRows == 1)
        #expect(report.rejectedRefundRows == [.conflictingRefund: 1, .refundOfUnknownCustomer: 1, .date: 1, .noValue: 1, .currency: 1])
        #expect(report.files.last?.notes.contains { $0.text.contains("negative") } == true)

        let twice = try read([orders], refunds: [text, text])
        #expect(twice.refundLines == intake.refundLines)
        #expect(twice.report.duplicateRefundRows == 7)
    }

    @Test func refundDatesOfUnknownOrder() throws {
        let undecided = header + "a,r1,03/04/2024,1.00,EUR,o1\n"
        #expect(readingError { _ = try read([orders], refunds: [undecided]) }?.code == .needsAnswer)
        let shown = try read([orders], refunds: [undecided + "a,r2,12/31/2024,1.00,EUR,o1\n"])
        #expect(shown.refunds.first?.secondsSince1970 == 1_709_510_400)
    }

    @Test("A whole order that was given back is known by its amount where orders have no ids")
    func wholeOrdersWithoutIDs() throws {
        let intake = try read([
            "customer_id,ordered_at,value,currency,status\na,2024-01-01,10.00,EUR,refunded\na,2024-01-02,7.00,EUR,paid\n"
        ])
        #expect(intake.refundLines == ["a 10.00 EUR"])
    }

    @Test("Refunds alone: customers as they are named, orders as they are known elsewhere")
    func refundsAlone() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "refunds.csv", header + "new,r1,2024-01-05,4.00,,\n,r2,,5,,known\n,r3,2024-01-05,5.00,EUR,unknown\nnew,r4,,5.00,EUR,unknown\n")
        var reader = OrderReader(options: ReadingOptions(), rejects: nil)
        let yen = try #require(Currency(code: "JPY"))
        reader.takeRefunds(of: KnownOrders { $0 == Fingerprint("known").value ? KnownOrders.Order(currency: yen) : nil })
        try reader.readRefunds(path: path)
        let intake = try reader.finish()
        #expect(intake.refunds.count == 2)
        #expect(intake.refunds[0].id == Fingerprint("r1").value && intake.orders.customers.text(of: intake.refunds[0].customer) == "new")
        #expect(intake.refunds[1].customer == RefundRecord.customerOfOrder && intake.refunds[1].minorUnits == 5)
        #expect(intake.orders.currencies[Int(intake.refunds[1].currency)] == yen)
        #expect(intake.report.rejectedRefundRows == [.noCustomer: 1, .noDate: 1])
    }

    @Test func rates() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "rates.csv", "date,from,to,rate\n2024-02-01,USD,EUR,0.9200\n2024-01-01,USD,EUR,0.9\n2024-01-01,JPY,EUR,0.0064\n")
        let rates = try ExchangeRates.read(path: path)
        let usd = try #require(Currency(code: "USD"))
        let eur = try #require(Currency(code: "EUR"))
        let jpy = try #require(Currency(code: "JPY"))
        func day(_ text: String) throws -> ShopDay { try #require(ShopDay(text)) }
        #expect(rates.rate(from: usd, to: eur, on: try day("2023-12-31")) == nil)
        #expect(rates.rate(from: usd, to: eur, on: try day("2024-01-31")) == .init(numerator: 9, decimals: 1))
        #expect(rates.rate(from: usd, to: eur, on: try day("2024-02-01")) == .init(numerator: 9_200, decimals: 4))
        #expect(rates.rate(from: eur, to: usd, on: try day("2024-02-01")) == nil)
        #expect(rates.convert(Money(minorUnits: 5, currency: eur), to: eur, on: try day("2024-02-01"))?.minorUnits == 5)
        let yen = rates.convert(Money(minorUnits: 12_345, currency: jpy), to: eur, on: try day("2024-05-05"))
        #expect(yen?.minorUnits == 7_901)
    }

    @Test("Rates that are pasted are those of a file, also where they are more than one look takes; nothing is written anywhere")
    func pastedRates() throws {
        let folder = try TemporaryFolder()
        let first = try #require(ShopDay("2010-01-01"))
        var text = "\u{FEFF}date;from;to;rate\r\n"
        for number in 0..<50_000 {
            let from = ["USD", "JPY", "GBP", "CHF", "PLN", "SEK", "CZK", "DKK", "HUF", "NOK"][number % 10]
            text += "\(first.advanced(byDays: number / 10));\(from);EUR;\"0.\(number + 1)\"\r\n"
        }
        #expect(text.utf8.count > ByteSource.sampleLength)
        let pasted = try ExchangeRates.read(text: text)
        let ofFile = try ExchangeRates.read(path: try folder.write("rates.csv", text))
        #expect(pasted.all.count == 50_000 && pasted.all.elementsEqual(ofFile.all) { $0 == $1 })
        let same = try ExchangeRates.read(text: "date,from,to,rate\n2024-01-01,USD,EUR,0.9\n2024-01-01,USD,EUR,0.90\n")
        #expect(same.all.count == 1)
        #expect(readingError { _ = try ExchangeRates.read(text: "") }?.cause == .empty)
        #expect(readingError { _ = try ExchangeRates.read(text: "date,from,to,rate\n") }?.cause == .ratesNone)
        #expect(readingError { _ = try ExchangeRates.read(text: "date,to,rate\n2024-01-01,EUR,1\n") }?.values == ["from"])
    }

    @Test(arguments: [
        ("2024-02-30,USD,EUR,0.92", "date"), ("2024-02-01,US,EUR,0.92", "from"), ("2024-02-01,USD,euro,0.92", "to"),
        ("2024-02-01,USD,EUR,0", "rate"), ("2024-02-01,USD,EUR,-1", "rate"), ("2024-02-01,USD,EUR,NaN", "rate"),
        ("2024-02-01,USD,EUR", "rate"), ("2024-02-01,QQQ,EUR,1", "from"), ("2024-02-01,EUR,EUR,1", "to"),
        ("2024-01-01,USD,EUR,0.91", "rate"),
    ])
    func badRates(_ row: String, _ column: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("rates.csv", "date,from,to,rate\n2024-01-01,USD,EUR,0.9\n\(row)\n")
        let pasted = "date,from,to,rate\n2024-01-01,USD,EUR,0.9\n\(row)\n"
        for error in [
            readingError { _ = try ExchangeRates.read(path: path) }, readingError { _ = try ExchangeRates.read(text: pasted) },
        ] {
            #expect(error?.line == 3 && error?.column == column)
        }
        #expect(readingError { _ = try ExchangeRates.read(path: folder.path("none.csv")) }?.code == .inputMissing)
    }
}
