import Facts
import Foundation
import Testing

@testable import Connectors

/// Files of events.
@Suite("Reading events") struct EventReadingTests {
    private let header = "customer_id,metric,occurred_at,value,unique_id,properties\n"

    /// All that was read of some texts, and the file of rejected rows.
    private func read(
        _ texts: [String], options: ReadingOptions = ReadingOptions(), batchLength: Int = 50_000, blockLength: Int? = nil
    ) throws -> (batches: [EventBatch], report: RowReport, rejects: String) {
        let folder = try TemporaryFolder()
        let rejects = folder.path("rejects.csv")
        var reader = EventReader(options: options, rejects: try RejectSink(path: rejects), batchLength: batchLength)
        if let blockLength { reader.blockLength = blockLength }
        var batches: [EventBatch] = []
        for (number, text) in texts.enumerated() {
            try reader.readEvents(path: try folder.write("events\(number).csv", text)) { batches.append($0) }
        }
        let report = try reader.finish()
        return (batches, report, try String(contentsOfFile: rejects, encoding: .utf8))
    }

    /// Every event in a line: who, what, when, how much, the currency, the properties.
    private func lines(_ batches: [EventBatch]) -> [String] {
        var customers: [EventBatch.Customer] = []
        var metrics: [String] = []
        var lines: [String] = []
        for batch in batches {
            customers += batch.newCustomers
            metrics += batch.newMetrics
            for (place, row) in batch.rows.enumerated() {
                let who = customers[Int(row.customer)]
                let name = [who.customerID, who.email].compactMap { $0 }.joined(separator: "/")
                let properties = String(decoding: batch.properties(of: place), as: UTF8.self)
                lines.append(
                    "\(name) \(metrics[Int(row.metric)]) \(Instant(secondsSince1970: Int64(row.seconds))) "
                        + "\(row.value.isNaN ? "-" : "\(row.value)") \(row.currency?.code ?? "-")\(properties)")
            }
        }
        return lines
    }

    @Test("Rows become events; customers and metrics are named once")
    func rows() throws {
        let text =
            header + """
                c1,Viewed Product,2024-05-01T10:00:00Z,19.99,u1,"{""Name"": ""Lamp"", ""$value"": 3}"
                c1,opened_email,2024-05-01 12:00:00 +0200,,,
                A@Example.com,opened_email,2024-05-02,1,,{}
                17.0,Viewed Product,1714557600,-2.5
                """
        let (batches, report, _) = try read([text])
        #expect(
            lines(batches) == [
                #"c1 Viewed Product 2024-05-01T10:00:00Z 19.99 -{"Name":"Lamp","$value":3}"#,
                "c1 opened_email 2024-05-01T10:00:00Z - -", "a@example.com opened_email 2024-05-02T00:00:00Z 1.0 -",
                "17 Viewed Product 2024-05-01T10:00:00Z -2.5 -",
            ])
        #expect(batches.count == 1 && batches[0].newCustomers.count == 3 && batches[0].newMetrics.count == 2)
        #expect(batches[0].rows[0].unique == Fingerprint("u1").value && batches[0].rows[1].unique == 0)
        #expect(report.rows == 4 && report.rejectedRows == 0 && report.files[0].orders == 4)
    }

    @Test("An e-mail may stand beside the customer's number: both are one person")
    func emailBeside() throws {
        let text =
            "email,customer_id,event,time,currency,value\nA@x.com,c1,Visit,2024-05-01,PLN,5\n,c1,Visit,2024-05-02,,\na@x.com,,Visit,2024-05-03,EUR,€7\n"
        let (batches, _, _) = try read([text])
        #expect(
            lines(batches) == [
                "c1/a@x.com Visit 2024-05-01T00:00:00Z 5.0 PLN", "c1 Visit 2024-05-02T00:00:00Z - -",
                "a@x.com Visit 2024-05-03T00:00:00Z 7.0 EUR",
            ])
    }

    @Test("Rows that are not understood are rejected with line, column and reason, and stop nothing")
    func rejected() throws {
        let text =
            header + """
                c1,Visit,2024-05-01T10:00:00Z,1,,
                ,Visit,2024-05-01T10:00:00Z,1,,
                c1,,2024-05-01T10:00:00Z,1,,
                c1,Visit,,1,,
                c1,Visit,2024-02-30,1,,
                c1,Visit,2024-05-01T10:00:00Z,much,,
                c1,Visit,2024-05-01T10:00:00Z,1,,"[1]"
                c1,Visit,2024-05-01T10:00:00Z,1,,"{""a"":}"
                c1,Visit
                c1,Visit,2024-05-01T10:00:00Z,1,,,surplus
                c2,Visit,2024-05-01T10:00:00Z,1,,
                """
        let (batches, report, rejects) = try read([text])
        #expect(lines(batches).count == 2)
        #expect(
            report.rejected == [
                .nobody: 1, .metric: 1, .noDate: 1, .date: 1, .value: 1, .properties: 2, .tooFewColumns: 1, .tooManyColumns: 1,
            ])
        #expect(report.rows == 11)
        let lines = rejects.split(separator: "\n")
        #expect(lines.count == 10)
        #expect(lines[1].contains(",3,customer_id,nobody is named"))
        #expect(lines[4].contains(",6,occurred_at,the date is not understood: “2024-02-30”: there is no such day"))
        #expect(report.examples[0].line == 3 && report.examples[0].column == "customer_id")
    }

    @Test("Dates that can be read in two ways wait for the one that decides, in however small pieces a file is read")
    func openDates() throws {
        var rows = (1...9).map { "c\($0),Visit,0\($0)/05/2024,1" }
        rows.append("c10,Visit,25/12/2024,1")
        let (batches, _, _) = try read([header + rows.joined(separator: "\n")], batchLength: 2, blockLength: 40)
        #expect(lines(batches)[0] == "c1 Visit 2024-05-01T00:00:00Z 1.0 -")
        #expect(lines(batches)[8] == "c9 Visit 2024-05-09T00:00:00Z 1.0 -")
        let undecided = header + "c1,Visit,03/04/2024,1\n"
        #expect(throws: ReadingError.self) { try read([undecided]) }
        var options = ReadingOptions()
        options.dateOrder = .monthFirst
        #expect(lines(try read([undecided], options: options).batches) == ["c1 Visit 2024-03-04T00:00:00Z 1.0 -"])
    }

    @Test("Values such as 1,234 wait for the one that decides")
    func openValues() throws {
        let (batches, _, _) = try read([header.replacing(",", with: ";") + "c1;Visit;2024-05-01;1,234\nc1;Visit;2024-05-02;12,5\n"])
        #expect(lines(batches) == ["c1 Visit 2024-05-01T00:00:00Z 1.234 -", "c1 Visit 2024-05-02T00:00:00Z 12.5 -"])
    }

    @Test("Batches name whoever is new in them, across files")
    func batches() throws {
        let rows = (0..<100).map { "c\($0 % 10),m\($0 % 3),2024-05-01T10:00:\($0 % 60 < 10 ? "0" : "")\($0 % 60)Z,\($0)" }
        let text = header + rows.joined(separator: "\n")
        let (batches, report, _) = try read([text, text], batchLength: 7, blockLength: 100)
        #expect(batches.count > 5)
        #expect(batches.flatMap(\.newCustomers).count == 10 && batches.flatMap(\.newMetrics) == ["m0", "m1", "m2"])
        #expect(lines(batches).count == 200 && report.rows == 200 && report.files.count == 2)
        #expect(lines(batches)[157].hasPrefix("c7 m0 2024-05-01T10:00:57Z 57.0"))
    }

    @Test("A file without the columns is refused, with what is expected; columns that are not used are said")
    func headers() throws {
        #expect(throws: ReadingError.self) { try read(["customer_id,when\nc1,2024-05-01\n"]) }
        let (_, report, _) = try read(["customer_id,metric,occurred_at,colour\nc1,Visit,2024-05-01,red\n"])
        #expect(report.files[0].notes.map(\.text) == ["Columns that are not used: colour."])
        #expect(throws: ReadingError.self) { try read([header]) }
    }

    @Test("A row that brings a metric more than the shop may have is rejected with its column; those that are known go on")
    func tooManyMetrics() throws {
        let folder = try TemporaryFolder()
        let rejects = folder.path("rejects.csv")
        var reader = EventReader(options: ReadingOptions(), rejects: try RejectSink(path: rejects))
        reader.limitMetrics(known: ["Placed Order", "Opened Email"], most: 3)
        let rows = ["Opened Email", "Seen", "Clicked", "Seen", "Placed Order", "Clicked"].map { "a@x.com,\($0),2025-01-31" }
        let path = try folder.write("events.csv", "email,metric,occurred_at\n" + rows.joined(separator: "\n") + "\n")
        var taken = 0
        var rejected = 0
        try reader.readEvents(path: path) { batch in
            taken += batch.rows.count
            rejected = batch.rejectedRows
        }
        let report = try reader.finish()
        #expect(taken == 4 && rejected == 2 && report.rejected == [.tooManyMetrics: 2])
        let text = try String(contentsOfFile: rejects, encoding: .utf8)
        #expect(text.contains("events.csv,4,metric,a metric more than the shop may have"), "\(text)")
        #expect(text.contains("3 are the most") && text.contains("events.csv,7,metric,"), "\(text)")
    }
}
