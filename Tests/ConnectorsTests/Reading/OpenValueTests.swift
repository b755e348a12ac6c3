import Facts
import Testing

@testable import Connectors

/// Dates and amounts that can be read in two ways are judged when the file has shown which is right.
@Suite struct OpenValueTests {
    private let header = "customer_id,order_id,ordered_at,value,currency\n"

    @Test func repetitionsAreComparedOnceDatesAreSettled() throws {
        let text =
            header + """
                a,1,2024-03-04,5.00,EUR
                a,1,03/04/2024,5.00,EUR
                b,2,05/06/2024,5.00,EUR
                b,2,2024-05-06,5.00,EUR
                c,3,2024-08-07,5.00,EUR
                c,3,07/08/2024,5.00,EUR
                d,4,12/31/2024,5.00,EUR
                """
        let intake = try read(text)
        #expect(intake.orders.count == 4)
        #expect(intake.report.duplicateOrders == 2)
        #expect(intake.report.rejectedRows == [.conflictingOrder: 1])
        #expect(intake.report.conflictExamples.map(\.line) == [7])
        #expect(intake.report.conflictExamples.map(\.text) == ["3"])
    }

    @Test func repetitionsAreComparedOnceAmountsAreSettled() throws {
        let text = "customer_id;order_id;ordered_at;value;currency\na;1;2024-03-04;1,234;EUR\na;1;2024-03-04;1.23;EUR\n"
        #expect(try read(text).report.rejectedRows == [.conflictingOrder: 1])
        let comma = text.replacing("1.23;", with: "1,23;")
        #expect(try read(comma).report.duplicateOrders == 1)
    }

    @Test func aSecondFileMayLeaveMoreOpenAtFirst() throws {
        let first = header + "a,1,2024-03-04,5.00,EUR\n"
        let second = header + "a,1,03/04/2024,5.00,EUR\nb,2,12/31/2024,5.00,EUR\n"
        #expect(try read([first, second]).report.duplicateOrders == 1)
    }

    private let lines = "order_id,quantity,ordered_at,unit_price,customer_id,currency\n"

    @Test(arguments: [
        ("2010-03-01 08:00", "05/04/2010 08:00", "12/13/2010 08:00", "2010-03-01"),
        ("05/04/2010 08:00", "2010-03-01 08:00", "12/13/2010 08:00", "2010-03-01"),
        ("2010-12-01 08:00", "05/04/2010 08:00", "12/13/2010 08:00", "2010-05-04"),
        ("2010-12-01 08:00", "05/04/2010 08:00", "13/12/2010 08:00", "2010-04-05"),
        ("2010-03-01 08:00", "05/04/2010 08:00", "13/12/2010 08:00", "2010-03-01"),
    ])
    func theEarliestTrueDayOfAnInvoiceCounts(_ first: String, _ second: String, _ shows: String, _ day: String) throws {
        let text = lines + "1,1,\(first),2.00,7,GBP\n1,1,\(second),2.00,7,GBP\n2,1,\(shows),2.00,8,GBP\n"
        let intake = try read(text)
        #expect(intake.orderLines.first == "7 \(day)T08:00:00Z 4.00 GBP")
        let twice = try read([text, text])
        #expect(twice.report.duplicateOrders == 2)
        #expect(twice.report.rejectedRows == [:])
        #expect(try read([lines + "1,2,\(day) 08:00,2.00,7,GBP\n", text]).report.conflictingOrders == 0)
    }

    @Test func repeatedInvoicesAreComparedOnSettledAmounts() throws {
        let text =
            lines.replacing(",", with: ";") + """
                1;1;2010-03-01 08:00;1,234;7;GBP
                1;1;2010-03-01 08:00;1,50;7;GBP
                """
        let twice = try read([text, text])
        #expect(twice.orderLines == ["7 2010-03-01T08:00:00Z 2.73 GBP"])
        #expect(twice.report.duplicateOrders == 1)
    }

    @Test func refundsMetAgainAreComparedOnceSettled() throws {
        let orders = header + "a,o1,2024-01-01,10.00,EUR\n"
        let text =
            "customer_id,refund_id,refunded_at,value,currency\n" + """
                a,r1,2024-03-04,1.00,EUR
                a,r1,03/04/2024,1.00,EUR
                a,r2,05/06/2024,1.00,EUR
                a,r3,12/31/2024,1.00,EUR
                a,r2,05/06/2024,1.00,EUR
                a,r2,2024-06-05,1.00,EUR
                """
        let report = try read([orders], refunds: [text]).report
        #expect(report.refundsRead == 3)
        #expect(report.duplicateRefundRows == 2)
        #expect(report.rejectedRefundRows == [.conflictingRefund: 1])
    }

    @Test func revenueWithoutACustomerIsSettled() throws {
        let text = "customer_id;order_id;ordered_at;value;currency\n;1;2024-03-04;1,234;EUR\na;2;2024-03-04;1,5;EUR\n"
        #expect(try read(text).report.unattributedRevenue.map(\.minorUnits) == [123])
    }

    @Test func aLeapSecondDoesNotMoveItsDay() throws {
        let text = header + "a,1,2016-12-31T23:59:60Z,1.00,EUR\na,2,2016-12-31T10:00:00Z,2.00,EUR\n"
        #expect(try read(text).orderLines == ["a 2016-12-31T10:00:00Z 2.00 EUR", "a 2017-01-01T00:00:00Z 1.00 EUR"])
    }
}
