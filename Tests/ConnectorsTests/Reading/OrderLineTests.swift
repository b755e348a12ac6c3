import Facts
import Testing

@testable import Connectors

/// Files in which an order takes several rows.
@Suite struct OrderLineTests {
    private let shopify =
        "Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem name,Cancelled at,Refunded Amount,Source\n"

    @Test func shopifyTotalsStandOnTheFirstLine() throws {
        let text =
            shopify + """
                #1003,a@x.com,paid,USD,10,0,0,10.00,2024-01-03 10:00:00 -0500,Cup,,0.00,web
                #1003,a@x.com,,,,,,,,Plate,,,
                #1002,A@X.com,partially_refunded,USD,20,0,0,20.00,2024-01-02 10:00:00 -0500,Cup,,5.00,web
                #1001,b@x.com,paid,USD,30,0,0,30.00,2024-01-01 10:00:00 -0500,Cup,2024-01-01 11:00:00 -0500,30.00,web
                #1001,b@x.com,,,,,,,,Plate,,,
                #1002,a@x.com,,,,,,,,Spoon,,,
                #1000,,paid,USD,40,0,0,40.00,2024-01-01 09:00:00 -0500,Cup,,,pos
                #1000,,,,,,,,,Plate,,,
                #0999,c@x.com,refunded,USD,50,0,0,50.00,2024-01-01 08:00:00 -0500,Cup,,50.00,web
                #0998,c@x.com,,,,,,,,Knife,,,
                """
        let intake = try read(text)
        #expect(
            intake.orderLines == [
                "a@x.com 2024-01-02T15:00:00Z 20.00 USD", "a@x.com 2024-01-03T15:00:00Z 10.00 USD",
                "c@x.com 2024-01-01T13:00:00Z 50.00 USD",
            ])
        #expect(intake.refundLines == ["a@x.com 5.00 USD", "c@x.com 50.00 USD"])
        #expect(intake.report.linesMerged == 4)
        #expect(intake.report.cancelledRows == 1)
        #expect(intake.report.rejectedRows == [.noCustomer: 1, .noDate: 1])
        #expect(intake.report.unattributedRevenue.first?.minorUnits == 4_000)

        let twice = try read([text, text])
        #expect(twice.orderLines == intake.orderLines)
        #expect(twice.refundLines == intake.refundLines)
        #expect(twice.report.duplicateOrders == 4)
    }

    private let retail = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"

    @Test func retailLinesAreAddedUp() throws {
        let text =
            retail + """
                536365,A,Lamp,6,12/1/10 8:26,2.55,17850.0,UK
                536365,B,Lamp,3,12/1/10 8:27,0.335,17850.0,UK
                536366,A,Lamp,1,12/13/2010 9:00,1.00,13047,UK
                536365,C,Lamp,1,12/1/10 8:26,1.00,17850,UK
                536367,A,Lamp,-3,12/1/10 9:00,1.00,13047,UK
                536367,B,Free,3,12/1/10 9:00,0.00,13047,UK
                536368,B,Gone,-3,12/1/10 9:00,0.00,,UK
                C536379,D,Discount,-1,12/1/10 9:41,27.50,14527,UK
                C536379,D,Discount,-1,12/1/10 9:41,2.50,14527,UK
                536370,A,Lamp,2,12/1/10 9:00,3.00,,UK
                ,A,Lamp,2,12/1/10 9:00,3.00,1,UK
                536366,D,Lamp,2,12/1/10 9:00,3.00,99999,UK
                """
        let intake = try read(text)
        #expect(
            intake.orderLines == ["13047 2010-12-13T09:00:00Z 1.00 GBP", "17850 2010-12-01T08:26:00Z 17.31 GBP"])
        #expect(intake.refundLines == ["14527 30.00 GBP"])
        let report = intake.report
        #expect(report.linesMerged == 2)
        #expect(report.creditLines == 2)
        #expect(report.adjustmentLines == 2)
        #expect(report.freeLines == 1)
        #expect(report.rejectedRows == [.noCustomer: 1, .noOrderID: 1, .conflictingOrder: 1])

        let twice = try read([text, text])
        #expect(twice.orderLines == intake.orderLines)
        #expect(twice.refundLines == intake.refundLines)
        #expect(twice.report.duplicateOrders == 1)
        #expect(twice.report.duplicateRows == 5)
        // The second file's 536366 has a line of another customer, which the first file had set aside.
        #expect(twice.report.conflictingOrders == 2)
    }

    @Test func linesThatRepeatTheTotal() throws {
        let header = "Order Number,Order Status,Order Date,Email (Billing),Order Total Amount,Item #,SKU,Name,Quantity,Item Cost\n"
        let text =
            header + """
                7,Completed,2024-01-02 10:00,a@x.com,30.00,1,s,Cup,1,10
                7,Completed,2024-01-02 10:00,a@x.com,30.00,2,s,Plate,2,10
                8,Completed,2024-01-02 11:00,,40.00,1,s,Cup,1,10
                8,Completed,2024-01-02 11:00,,40.00,2,s,Cup,1,30
                9,Completed,2024-01-03 11:00,a@x.com,9.00,1,s,Cup,1,9
                7,Completed,2024-01-02 10:00,a@x.com,30.00,3,s,Spoon,1,0
                9,Completed,2024-01-03 11:00,a@x.com,9.50,1,s,Cup,1,9
                """
        let intake = try read(text) { $0.currency = Currency(code: "EUR") }
        #expect(intake.orderLines == ["a@x.com 2024-01-02T10:00:00Z 30.00 EUR", "a@x.com 2024-01-03T11:00:00Z 9.00 EUR"])
        #expect(intake.report.linesMerged == 3)
        #expect(intake.report.rejectedRows == [.noCustomer: 1, .conflictingOrder: 1])
        #expect(intake.report.unattributedRevenue.first?.minorUnits == 4_000)
    }
}
