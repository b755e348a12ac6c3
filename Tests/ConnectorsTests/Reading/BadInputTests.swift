import CZlib
import Facts
import Foundation
import Testing

@testable import Connectors

/// Files that cannot be read say what was found and what was expected.
@Suite struct BadInputTests {
    private let header = "customer_id,order_id,ordered_at,value,currency\n"

    @Test(arguments: ["", "\n\n \r\n", "\u{FEFF}"])
    func emptyFiles(_ text: String) throws {
        let error = try #require(readingError { _ = try read(text) })
        #expect(error.code == .badData)
        #expect(error.message == "the file is empty")
        #expect(error.advice?.contains("customer_id,order_id") == true)
    }

    @Test(arguments: ["customer_id,order_id,ordered_at,value,currency", "customer_id,order_id,ordered_at,value,currency\r\n\r\n"])
    func headerOnly(_ text: String) throws {
        let error = try #require(readingError { _ = try read(text) })
        #expect(error.code == .badData)
        #expect(error.message == "the file has a header and no rows")
    }

    @Test func noUsableColumn() throws {
        let error = try #require(readingError { _ = try read("colour,shape\nred,round\n") })
        #expect(error.code == .badData)
    }

    @Test func missingFilesAndFolders() throws {
        let folder = try TemporaryFolder()
        #expect(readingError { _ = try read(files: [folder.path("nothing.csv")]) }?.code == .inputMissing)
        #expect(readingError { _ = try read(files: [folder.url.path]) }?.code == .inputMissing)
    }

    @Test(arguments: [
        ("PK\u{3}\u{4}rest of it", "Excel"), ("%PDF-1.7", "PDF"), ("PAR1xxxx", "Parquet"), ("SQLite format 3\0", "SQLite"),
        ("BZh91AY&SY", "bzip2"),
    ])
    func filesThatAreNoText(_ start: String, _ title: String) throws {
        let error = try #require(readingError { _ = try read(start) })
        #expect(error.code == .badData)
        #expect(error.message.contains(title))
        #expect(error.advice != nil)
    }

    @Test func oldExcel() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0])
        let error = try #require(readingError { _ = try read(files: [path]) })
        #expect(error.advice?.contains("LibreOffice") == true)
    }

    @Test func binaryFiles() throws {
        let error = try #require(readingError { _ = try read("\u{1}\u{0}\u{0}\u{7}abc\u{0}\u{0}\u{0}") })
        #expect(error.message.contains("binary"))
    }

    @Test func aZeroByteFarIntoTheFile() throws {
        let rows = (1...60_000).map { "c\($0),o\($0),2024-01-01,1.00,EUR" }
        let text = header + rows.joined(separator: "\n") + "\nc,o\u{0},2024-01-01,1.00,EUR\n"
        let error = try #require(readingError { _ = try read(text) })
        #expect(error.code == .badData)
        #expect(error.line == 60_002)
    }

    @Test func truncatedGzip() throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: 3)
        let rows = (1...2_000).map { "c\(UInt32.random(in: 0...9_999_999, using: &random)),o\($0),2024-01-01,1.00,EUR\n" }
        let whole = gzip(Array((header + rows.joined()).utf8))
        let intact = try folder.write("intact.csv.gz", whole)
        #expect(try read(files: [intact]).report.files.first?.isGzip == true)
        for cut in [20, whole.count / 2, whole.count - 1] {
            let path = try folder.write("cut.csv.gz", whole[0..<cut])
            let error = try #require(readingError { _ = try read(files: [path]) })
            #expect(error.message.contains("the file ends in the middle"), "\(cut): \(error)")
        }
        var damaged = whole
        damaged[whole.count / 2] ^= 0xFF
        let path = try folder.write("damaged.csv.gz", damaged)
        #expect(readingError { _ = try read(files: [path]) }?.code == .badData)
    }

    @Test func gzipOfSeveralMembers() throws {
        let folder = try TemporaryFolder()
        let first = gzip(Array((header + "a,1,2024-01-01,1.00,EUR\nb,2,2024-").utf8))
        let second = gzip(Array("01-02,2.00,EUR\n".utf8))
        let path = try folder.write("two.csv.gz", first + second + [0, 0, 0])
        #expect(try read(files: [path]).orders.count == 2)
        let trailed = try folder.write("trailed.csv.gz", first + second + [7])
        #expect(readingError { _ = try read(files: [trailed]) }?.message.contains("other bytes") == true)
    }

    @Test func aLineOfAHundredMegabytes() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("long.csv", header + "a,1,2024-01-01,1.00,EUR\nb,2,")
        let handle = try #require(FileHandle(forWritingAtPath: path))
        // A hole in the file would be zero bytes: blanks are written, a megabyte at a time.
        try handle.seekToEnd()
        let blanks = Data(repeating: 0x20, count: 1 << 20)
        for _ in 0..<100 { try handle.write(contentsOf: blanks) }
        try handle.close()
        let error = try #require(readingError { _ = try read(files: [path]) })
        #expect(error.code == .badData)
        #expect(error.line == 3)
        #expect(error.message.contains("longer than 1 MiB"))
    }

    @Test func aQuoteThatIsNeverClosed() throws {
        let text = header + "a,1,2024-01-01,1.00,EUR\n\n\"b,2,2024-01-01,1.00,EUR\nc,3,2024-01-01,1.00,EUR\n"
        let error = try #require(readingError { _ = try read(text) })
        #expect(error.line == 4)
        #expect(error.message.contains("quoted field"))
    }

    @Test func tooManyColumns() throws {
        let names = (0...2_000).map { "column\($0)" }.joined(separator: ",")
        let error = try #require(readingError { _ = try read(names + "\n1,2\n") })
        #expect(error.message.contains("2001 columns"))
    }

    @Test func raggedRows() throws {
        let text =
            header + """
                a,1,2024-01-01,1.00,EUR
                b,2,2024-01-01
                c,3,2024-01-01,1.00,EUR,surplus
                d,4,2024-01-01,1.00,EUR,,
                ,,,,
                e,5,2024-01-01,1,50,EUR
                """
        let intake = try read(text)
        #expect(intake.orderLines.map { $0.prefix(1) } == ["a", "d"])
        #expect(intake.report.rejectedRows == [.tooFewColumns: 1, .tooManyColumns: 2])
        #expect(intake.report.rows == 5)
    }

    @Test(arguments: ["NaN", "inf", "-inf", "1e400", "99999999999999999999", "abc", "--5", "1.2.3,4"])
    func amountsThatAreNone(_ amount: String) throws {
        let intake = try read(header + "a,1,2024-01-01,5.00,EUR\nb,2,2024-01-01,\"\(amount)\",EUR\n")
        #expect(intake.orders.count == 1)
        #expect(intake.report.rejectedRows == [.value: 1])
    }

    @Test func negativeAndEmptyAmounts() throws {
        let intake = try read(header + "a,1,2024-01-01,5.00,EUR\nb,2,2024-01-01,-5.00,EUR\nc,3,2024-01-01,,EUR\n")
        #expect(intake.report.rejectedRows == [.negativeValue: 1, .noValue: 1])
        #expect(intake.report.rejectExamples.first?.reason.contains("--refunds") == true)
    }

    @Test(arguments: ["2023-02-29", "2023-13-01", "2024-01-01T25:00:00Z", "1969-12-31", "2101-01-01", "1970-01-01T00:00:00+02:00", "soon"])
    func datesThatAreNone(_ date: String) throws {
        let intake = try read(header + "a,1,2024-01-01,5.00,EUR\nb,2,\(date),5.00,EUR\n")
        #expect(intake.orders.count == 1)
        #expect(intake.report.rejectedRows == [.date: 1])
    }

    @Test func timesThatLookRightOnADayThatIsKnown() throws {
        let times = ["00:00:00", "24:00:00", "10:60:00", "10:00:61", "1a:00:00", "10-00:00", "10:00:0:", "23:59:59"]
        let rows = times.enumerated().map { "c,\($0.offset),2024-01-01T\($0.element)Z,5.00,EUR\n" }
        let intake = try read(header + rows.joined())
        #expect(intake.orderLines == ["c 2024-01-01T00:00:00Z 5.00 EUR", "c 2024-01-01T23:59:59Z 5.00 EUR"])
        #expect(intake.report.rejectedRows == [.date: 6])
    }
}

/// Compressed as `gzip` does.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 1_000)
    let written = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            stream.next_out = target.baseAddress
            stream.avail_out = UInt32(target.count)
            deflate(&stream, Z_FINISH)
            return target.count - Int(stream.avail_out)
        }
    }
    return Array(output[0..<written])
}
