import Facts
import Testing

@testable import Connectors

/// Lines, prices and what was given back of them.
@Suite struct LineRefundTests {
    private let lines = "customer_id,order_id,ordered_at,quantity,unit_price,currency,status\n"

    @Test func refundedLinesGiveTheOrderBack() throws {
        let text =
            lines + """
                a,1,2024-01-01,2,5.00,EUR,refunded
                a,1,2024-01-01,1,3.00,EUR,refunded
                b,2,2024-01-01,2,5.00,EUR,paid
                b,2,2024-01-01,1,3.00,EUR,refunded
                c,3,2024-01-01,1,3.00,EUR,cancelled
                """
        let intake = try read(text)
        #expect(intake.orderLines == ["a 2024-01-01T00:00:00Z 13.00 EUR day", "b 2024-01-01T00:00:00Z 13.00 EUR day"])
        #expect(intake.refundLines == ["a whole", "b 3.00 EUR"])
        let twice = try read([text, text])
        #expect(twice.refundLines == intake.refundLines)
        #expect(twice.report.duplicateOrders == 2)
        let other = try read([text, text.replacing("EUR,paid", with: "EUR,refunded")])
        #expect(other.report.conflictingOrders == 1)

        let refunds = "order_id,refunded_at,value\n3,2024-01-05,3.00\n2,2024-01-05,1.00\n"
        let both = try read([text], refunds: [refunds])
        #expect(both.report.refundsOfSetAsideOrders == 1)
        #expect(both.report.refundsReplaced == 1)
        #expect(both.refundLines == ["a whole", "b 1.00 EUR"])
    }

    @Test func refundedAmountsOfLinesAreAdded() throws {
        let text = lines.replacing(",status", with: ",refunded_amount") + "a,1,2024-01-01,2,5.00,EUR,4.00\na,1,2024-01-01,1,5.00,EUR,1.50\n"
        let intake = try read(text) { $0.columns = [.refunded: "refunded_amount"] }
        #expect(intake.refundLines == ["a 5.50 EUR"])
    }

    private let priced = "customer_id,order_id,ordered_at,quantity,unit_price\n"

    @Test func theSignOfAPriceIsItsCurrency() throws {
        let intake = try read(priced + "a,1,2024-01-01,2,€5.00\nb,2,2024-01-01,2,£5.00\n")
        #expect(intake.orderLines == ["a 2024-01-01T00:00:00Z 10.00 EUR day", "b 2024-01-01T00:00:00Z 10.00 GBP day"])
        let named = try read(lines.replacing(",status", with: "") + "a,1,2024-01-01,2,€5.00,EUR\nb,2,2024-01-01,2,£5.00,EUR\n")
        #expect(named.orders.count == 1)
        #expect(named.report.rejectedRows == [.currency: 1])
    }

    @Test func pricesMayBeAsLargeAsOrders() throws {
        let text = priced + "a,1,2024-01-01,1,25000000.00\nb,2,2024-01-01,1,\"100,000,000,000.00\"\nc,3,2024-01-01,2,60000000000.00\n"
        let intake = try read(text) { $0.currency = Currency(code: "EUR") }
        #expect(
            intake.orderLines == ["a 2024-01-01T00:00:00Z 25000000.00 EUR day", "b 2024-01-01T00:00:00Z 100000000000.00 EUR day"])
        #expect(intake.report.rejectedRows == [.value: 1])
    }

    @Test func rowsOfSeparatorsHaveNoStatus() throws {
        let text = "customer_id,order_id,ordered_at,value,currency,status\na,1,2024-01-01,1.00,EUR,paid\n,,,,,\n\"\",\"\",,,,\n"
        let intake = try read(text)
        #expect(intake.report.rows == 1)
        #expect(intake.report.statuses.map(\.value) == ["paid"])
        #expect(try read(lines + "a,1,2024-01-01,2,5.00,EUR,paid\n,,,,,,\n").report.rows == 1)
    }

    /// The second line of the order without a customer is merged into it, whether or not ids rise throughout the file.
    @Test(arguments: ["10", "1"])
    func anOrderCountsWhateverOtherRowsSay(_ other: String) throws {
        let header = "Order Number,Order Status,Order Date,Email (Billing),Order Total Amount,Item #,SKU,Name,Quantity,Item Cost\n"
        let text =
            header + """
                7,Completed,2024-01-02 10:00,a@x.com,30.00,1,s,Cup,1,10
                8,Completed,2024-01-02 11:00,,40.00,1,s,Cup,1,10
                \(other),Completed,2024-01-02 12:00,b@x.com,30.00,1,s,Cup,1,10
                8,Completed,2024-01-02 11:00,c@x.com,40.00,2,s,Cup,1,30
                """
        let inRun = try read(
            header + "8,Completed,2024-01-02 11:00,,40.00,1,s,Cup,1,10\n8,Completed,2024-01-02 11:00,c@x.com,40.00,2,s,Cup,1,30\n"
        ) {
            $0.currency = Currency(code: "EUR")
        }
        #expect(inRun.orders.count == 0)
        #expect(inRun.report.linesMerged == 1)
        let intake = try read(text) { $0.currency = Currency(code: "EUR") }
        #expect(intake.orders.count == 2)
        #expect(intake.report.linesMerged == 1)
    }
}
