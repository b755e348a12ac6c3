import Facts
import Testing

@testable import Connectors

/// Refunds find their orders by id first; what the order's file says of them is counted once.
@Suite struct RefundMatchingTests {
    private let orders = "email,customer_id,order_id,ordered_at,value,currency,status\n"

    @Test func theOrderSaysWhoseRefundItIs() throws {
        let text = orders + "a@x.com,17,o1,2024-01-01,10.00,EUR,paid\nb@x.com,18,o2,2024-01-01,10.00,EUR,paid\n"
        let refunds =
            "customer_id,refund_id,refunded_at,value,currency,order_id\n" + """
                17,r1,2024-01-05,4.00,EUR,o1
                b@x.com,r2,2024-01-05,3.00,EUR,o1
                17,r3,2024-01-05,3.00,EUR,
                17,r4,2024-01-05,3.00,EUR,o9
                """
        let intake = try read([text], refunds: [refunds])
        #expect(intake.refundLines == ["a@x.com 3.00 EUR", "a@x.com 4.00 EUR"])
        #expect(intake.report.rejectedRefundRows == [.refundOfUnknownCustomer: 2])
    }

    @Test func refundsOfOrdersThatAreSetAsideAreCounted() throws {
        let text =
            orders + """
                a@x.com,17,o1,2024-01-01,10.00,EUR,paid
                a@x.com,17,o2,2024-01-02,10.00,EUR,cancelled
                a@x.com,17,o3,2024-01-03,10.00,EUR,failed
                """
        let refunds =
            "email,refunded_at,value,order_id\na@x.com,2024-01-05,10.00,o2\na@x.com,2024-01-05,10.00,o3\na@x.com,2024-01-05,1.00,o1\n"
        let intake = try read([text], refunds: [refunds])
        #expect(intake.refundLines == ["a@x.com 1.00 EUR"])
        #expect(intake.report.refundsOfSetAsideOrders == 2)
        #expect(intake.report.refundsRead == 1)
    }

    @Test func aRefundFileReplacesWhatTheOrderFileSays() throws {
        let text =
            orders + """
                a@x.com,17,o1,2024-01-01,10.00,EUR,refunded
                b@x.com,18,o2,2024-01-02,10.00,EUR,refunded
                """
        let refunds = "refund_id,refunded_at,value,order_id\nr1,2024-01-05,6.00,o1\nr2,2024-01-06,4.00,o1\nr3,soon,4.00,o2\n"
        let intake = try read([text], refunds: [refunds])
        #expect(intake.refundLines == ["a@x.com 4.00 EUR", "a@x.com 6.00 EUR", "b@x.com whole"])
        #expect(intake.report.refundsReplaced == 1)
        let twice = try read([text, text], refunds: [refunds, refunds])
        #expect(twice.refundLines == intake.refundLines)
        #expect(twice.report.refundsReplaced == 1)
    }

    @Test func guestsAreNobodyInRefundsToo() throws {
        let shop = "id_order,reference,id_customer,date_add,total_paid_tax_incl,iso_code\n"
        let text = shop + "1,A,5,2024-01-02 10:00:00,30.00,EUR\n2,B,0,2024-01-02 10:00:00,30.00,EUR\n"
        let refunds = "customer_id,refunded_at,value\n0,2024-01-05,4.00\n5,2024-01-05,1.00\n"
        let intake = try read([text], refunds: [refunds])
        #expect(intake.refundLines == ["5 1.00 EUR"])
        #expect(intake.report.rejectedRefundRows == [.noCustomer: 1])
    }

    @Test func rowsWithTooManyCellsAreRejected() throws {
        let text = orders + "a@x.com,17,o1,2024-01-01,10.00,EUR,paid\n"
        let refunds = "email,refunded_at,value\na@x.com,2024-01-05,1,50\na@x.com,2024-01-05,1.50,,\n,,\n,,,,,\n"
        let intake = try read([text], refunds: [refunds])
        #expect(intake.refundLines == ["a@x.com 1.50 EUR"])
        #expect(intake.report.rejectedRefundRows == [.tooManyColumns: 1])
        #expect(intake.report.refundRows == 2)
    }

    @Test func aRefundWithoutACurrencyHasItsOrders() throws {
        let euro = "a@x.com,17,o1,2024-01-01,10.00,EUR,paid\n"
        let yen = "a@x.com,17,o2,2024-01-01,1000,JPY,paid\n"
        let refunds = "email,refunded_at,value,order_id\na@x.com,2024-01-05,100,o2\na@x.com,2024-01-05,1.50,\n"
        let dollars: (inout ReadingOptions) -> Void = { $0.currency = Currency(code: "USD") }
        #expect(try read([orders + euro + yen], refunds: [refunds], dollars).refundLines == ["a@x.com 1.50 USD", "a@x.com 100 JPY"])
        #expect(try read([orders + euro + yen], refunds: [refunds]).refundLines == ["a@x.com 1.50 XXX", "a@x.com 100 JPY"])
        let single = "email,refunded_at,value\na@x.com,2024-01-05,1.50\n"
        #expect(try read([orders + euro], refunds: [single], dollars).refundLines == ["a@x.com 1.50 EUR"])
        let signed = "email,refunded_at,value\na@x.com,2024-01-05,¥150\na@x.com,2024-01-05,£1.50\n"
        #expect(try read([orders + yen], refunds: [signed]).refundLines == ["a@x.com 1.50 GBP", "a@x.com 150 JPY"])
    }
}
