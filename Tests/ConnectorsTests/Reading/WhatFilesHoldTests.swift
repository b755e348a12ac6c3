import Facts
import Foundation
import Testing

@testable import Connectors

/// What is said of files that are no table, or whose cells hold what no order can.
@Suite("What is no order, and why")
struct WhatFilesHoldTests {
    private let header = "customer_id,order_id,ordered_at,value,currency\n"

    @Test("A code that ISO 4217 does not know is no currency; those of the past are")
    func currencies() throws {
        let intake = try read(
            header + "a,1,2024-01-31,1,QQQ\na,2,2024-01-31,1,DEM\na,3,2024-01-31,1,EUR\na,4,2024-01-31,1,euro\na,5,2024-01-31,1,QQQ\n")
        #expect(intake.report.orders == 2 && intake.report.rejectedRows == [.unknownCurrency: 2, .currency: 1])
        #expect(intake.report.rejectExamples.first?.reason.contains("QQQ") == true)
    }

    @Test("A spreadsheet's number of days is told apart from what is no date at all")
    func sheetNumbers() throws {
        let days = ["45292", "45292.75", "\"45292,75\"", "4529", "452925", "45292.", "x5292"]
        let intake = try read(header + days.enumerated().map { "a,\($0.offset),\($0.element),1,EUR\n" }.joined())
        #expect(intake.report.rejectedRows == [.sheetDate: 3, .date: 4])
        #expect(RejectReason.sheetDate.text.contains("CSV UTF-8"))
    }

    @Test(
        "What is no text says what it is and what to do",
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04], ReadingError.Cause.workbook), ([0x25, 0x50, 0x44, 0x46], .pdf),
            ([0x89, 0x50, 0x4E, 0x47], .picture),
            ([0xFF, 0xD8, 0xFF, 0xE0], .picture), ([0x42, 0x5A, 0x68, 0x39], .packed), ([], .empty),
        ] as [([UInt8], ReadingError.Cause)])
    func binaries(start: [UInt8], cause: ReadingError.Cause) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(start + (start.isEmpty ? [] : Array("1234567890".utf8))).write(to: URL(fileURLWithPath: path))
        var reader = OrderReader(options: ReadingOptions(), rejects: nil)
        let error = #expect(throws: ReadingError.self) { try reader.readOrders(path: path) }
        #expect(error?.cause == cause)
    }
}

/// What a file is taken for by its content, where nobody knows the names of its columns.
@Suite("Columns by their content")
struct ColumnGuessTests {
    private func preview(_ text: String) throws -> FilePreview {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return try FilePreview.of(path: path, kind: nil, options: ReadingOptions())
    }

    private func rows(_ count: Int = 30) -> String {
        (0..<count).map { "B\($0 + 100);\($0 % 28 + 1).03.2024;\($0 * 7 + 10),50;k\($0 % 9)\n" }.joined()
    }

    @Test(
        "Headers of seven languages lead to orders: understood, or guessed and asked",
        arguments: [
            "Bestellnr;Datum;Betrag;Kunde", "Bestellnummer;Bestelldatum;Gesamtbetrag;Kundennummer", "Pedido;Fecha;Importe;Cliente",
            "Numero ordine;Data ordine;Totale;Cliente", "Bestelnummer;Datum;Bedrag;Klant", "Commande;Date;Montant;Client",
            "Zamówienie;Data;Kwota;Klient", "Foo;Bar;Baz;Quux", "N1;N2;N3;N4",
        ])
    func orders(header: String) throws {
        let preview = try preview(header + "\n" + rows())
        #expect(preview.kind == .orders)
        let found = preview.columns.isEmpty ? preview.guesses : preview.columns
        #expect(found[.orderID] == 0 && found[.orderedAt] == 1 && found[.value] == 2 && found[.customer] == 3)
    }

    @Test("What was guessed and chosen is read as that")
    func chosen() throws {
        let text = "Foo;Bar;Baz;Quux\n" + rows()
        let guesses = try preview(text).guesses
        let intake = try read(text) { options in for (column, place) in guesses { options.columns[column] = "#\(place + 1)" } }
        #expect(intake.report.orders == 30 && intake.report.rejectedRows.isEmpty && intake.orders.customers.count == 9)
    }

    @Test("Whoever has an e-mail and no amount is a person; an e-mail beside day and amount ordered something")
    func people() throws {
        #expect(try preview("Wer;Ort\n" + (0..<9).map { "w\($0)@example.com;Ulm\n" }.joined()).kind == .profiles)
        let orders = try preview("Wer;Tag;Wieviel\n" + (0..<9).map { "w\($0)@example.com;2024-03-0\($0 + 1);\($0),99\n" }.joined())
        #expect(orders.kind == .orders && orders.guesses == [.email: 0, .orderedAt: 1, .value: 2])
        // What is known stays what it is.
        #expect(try preview("email,city\na@example.com,Ulm\n").kind == .profiles)
        #expect(try preview("email,total,order date\na@example.com,10.00,03/04/2025\n").guesses.isEmpty)
    }
}
