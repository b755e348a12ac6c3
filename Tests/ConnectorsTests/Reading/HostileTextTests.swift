import Facts
import Foundation
import Testing

@testable import Connectors

/// Nothing in a file steers a terminal, a shell or a spreadsheet.
@Suite struct HostileTextTests {
    private static let hostile = "\u{1B}]0;owned\u{7}\u{1B}[2J\u{7F}\u{9B}31m\u{202E}\u{2066}"

    private func isClean(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || scalar.properties.generalCategory != .control && !(0x202A...0x202E).contains(scalar.value)
                    && !(0x2066...0x2069).contains(scalar.value)
        }
    }

    @Test func statusesAreSafeInAdvice() throws {
        let status = "x'; rm -rf ~; echo '$(id)`id`" + Self.hostile + String(repeating: "long", count: 30)
        let text = "customer_id,order_id,ordered_at,value,currency,status\na,1,2024-01-01,1.00,EUR,\"\(status)\"\n"
        let error = try #require(readingError { _ = try read(text) })
        #expect(error.code == .needsAnswer)
        #expect(isClean(error.description), "\(error.description.debugDescription)")
        #expect(error.advice?.hasPrefix("Say what each means with --status 'x'\\''; rm -rf ~; echo '\\''$(id)`id`\\u{1B}") == true)
        #expect((error.advice?.count ?? 999) < 150)
        #expect(QuotedValue.shell("a'b") == "'a'\\''b'")
    }

    @Test func headersAndFileNamesAreShownByNumbers() throws {
        let folder = try TemporaryFolder()
        let name = "o\u{1B}[31m\u{202E}.csv"
        let path = try folder.write(name, "cust\u{1B}[2J,shape\u{202E}\nred,round\n")
        let error = try #require(readingError { _ = try read(files: [path]) })
        #expect(isClean(error.description))
        #expect(error.description.contains("\\u{1B}[31m\\u{202E}.csv"))
        let missing = try #require(readingError { _ = try read(files: [folder.path("no\u{1B}\u{9B}")]) })
        #expect(isClean(missing.description))
        #expect(readingError { _ = try read(files: [path]) { $0.encoding = Self.hostile } }.map { isClean($0.description) } == true)
    }

    @Test func examplesAndNotesAreShownByNumbers() throws {
        let folder = try TemporaryFolder()
        let text = "customer_id,order_id,ordered_at,total (eur)\(Self.hostile)\na,1,2024-01-01,1.00\na,2,soon\(Self.hostile),1.00\n"
        let path = try folder.write("o\u{1B}.csv", text + "a,1,2024-01-01,2.00\n")
        let column = "total (eur)\(Self.hostile)"
        let report = try read(files: [path]) { $0.columns = [.value: column] }.report
        #expect(report.rejectExamples.count == 2)
        #expect(report.conflictExamples.count == 1)
        for example in report.rejectExamples + report.conflictExamples {
            for text in [example.file, example.column ?? "", example.reason, example.text] { #expect(isClean(text)) }
        }
        #expect(report.files.allSatisfy { $0.notes.allSatisfy { isClean($0.text) } && isClean($0.path) })
    }

    @Test func rejectedRowsAreNoFormulas() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "=o.csv", "@customer;order_id;ordered_at;value;currency\n=HYPERLINK(1);1;soon;1.00;EUR\n-1;2;2024-01-01;1.00;EUR\n")
        let rejects = folder.path("rejects.csv")
        _ = try read(files: [path], rejects: rejects) { $0.columns = [.customer: "@customer"] }
        let written = try String(contentsOfFile: rejects, encoding: .utf8)
        #expect(written.hasSuffix(",\"'=HYPERLINK(1);1;soon;1.00;EUR\"\n"))
        var sink = try RejectSink(path: rejects)
        Array("\tx".utf8).withUnsafeBytes { sink.add(file: "=f", line: 2, column: "+c", reason: "r", row: $0) }
        Array("a;b".utf8).withUnsafeBytes { sink.add(file: "-f", line: 3, column: "@c", reason: "r", row: $0) }
        Array("\rx".utf8).withUnsafeBytes { sink.add(file: "f", line: 4, column: "c", reason: "r", row: $0) }
        try sink.finish()
        let cells = try String(contentsOfFile: rejects, encoding: .utf8)
        #expect(
            cells == "file,line,column,reason,row\n'=f,2,'+c,r,\"'\tx\"\n'-f,3,'@c,r,\"a;b\"\nf,4,c,r,\"'\rx\"\n")
    }

    @Test func theFileInTheMakingHasANameOfItsOwn() throws {
        let folder = try TemporaryFolder()
        let victim = try folder.write("victim", "untouched")
        let path = folder.path("rejects.csv")
        try FileManager.default.createSymbolicLink(atPath: "\(path).\(getpid()).partial", withDestinationPath: victim)
        do {
            var first = try RejectSink(path: path)
            let second = try RejectSink(path: path)
            Array("row".utf8).withUnsafeBytes { first.add(file: "f", line: 2, column: "c", reason: "r", row: $0) }
            let partials = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0.hasSuffix(".partial") }
            #expect(partials.count == 3)
            try first.finish()
            try second.finish()
        }
        #expect(try String(contentsOfFile: victim, encoding: .utf8) == "untouched")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "file,line,column,reason,row\n")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0.hasSuffix(".partial") }
        #expect(left.count == 1)
    }

    @Test func statusesThatAreNoneSaySo() throws {
        let header = "customer_id,order_id,ordered_at,value,currency,status\n"
        let long = try read(header + "a,1,2024-01-01,1.00,EUR,paid\na,2,2024-01-01,1.00,EUR,\(String(repeating: "x", count: 201))\n")
        #expect(long.report.rejectedRows == [.statusTooLong: 1])
        let rows = (0...500).map { "a,\($0),2024-01-01,1.00,EUR,s\($0)\n" }
        var statuses: [String: OrderStatus] = [:]
        for number in 0...500 { statuses["s\(number)"] = .paid }
        let many = try read(header + rows.joined()) { $0.statuses = statuses }
        #expect(many.orders.count == 500)
        #expect(many.report.rejectedRows == [.tooManyStatuses: 1])
    }
}
