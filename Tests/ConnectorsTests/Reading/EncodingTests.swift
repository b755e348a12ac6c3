import Facts
import Testing

@testable import Connectors

/// Encodings are found by what the file shows, or asked about.
@Suite struct EncodingTests {
    private let header = "customer_id;order_id;ordered_at;value;currency;city\n"

    private func readBytes(_ bytes: [UInt8], _ change: (inout ReadingOptions) -> Void = { _ in }) throws -> OrderIntake {
        let folder = try TemporaryFolder()
        return try read(files: [try folder.write("o.csv", bytes)], change)
    }

    @Test(arguments: [
        ("windows-1250", "żółw", "Łódź, Gdańsk, Świdnica"), ("iso-8859-2", "żółw", "Łódź, Gdańsk, Świdnica, Kraków i Śrem"),
        ("windows-1252", "zoé", "Orléans, Besançon, Nîmes – L’Haÿ"), ("iso-8859-15", "zoé", "Orléans, Besançon, Nîmes, 5 €, cœur"),
    ])
    func lettersTell(_ encoding: String, _ customer: String, _ city: String) throws {
        let intake = try readBytes(encode(header + "\(customer);1;2024-01-01;1.00;EUR;\(city)\n", encoding))
        #expect(intake.orderLines == ["\(customer) 2024-01-01T00:00:00Z 1.00 EUR day"])
        let file = try #require(intake.report.files.first)
        #expect(file.notes.contains { $0.text.contains("not UTF-8") })
    }

    @Test func aLetterThatTwoSetsReadWellIsAskedAbout() throws {
        // One byte, 0xEA: ę in Polish sets, ê in French ones.
        let bytes = Array(header.utf8) + [0xEA] + Array("va;1;2024-01-01;1.00;EUR;x\n".utf8)
        let error = try #require(readingError { _ = try readBytes(bytes) })
        #expect(error.code == .needsAnswer)
        #expect(error.message.contains("windows-1250: “ęva”"))
        #expect(error.message.contains("windows-1252: “êva”"))
        #expect(error.advice?.contains("--encoding") == true)
        #expect(try readBytes(bytes) { $0.encoding = "windows-1250" }.orderLines.first?.hasPrefix("ęva ") == true)
    }

    @Test func columnsThatAreNotReadDoNotMatter() throws {
        let bytes = Array((header + "a;1;2024-01-01;1.00;EUR;").utf8) + [0xEA, 0x0A]
        let intake = try readBytes(bytes)
        #expect(intake.orders.count == 1)
        #expect(intake.report.files.first?.notes.map(\.text) == ["The file is not UTF-8, but only in columns that are not read."])
    }

    @Test func badBytesLateInTheFile() throws {
        let rows = (1...40_000).map { "customer\($0);\($0);2024-01-01;1.00;EUR;x\n" }
        let text = Array((header + rows.joined()).utf8)
        let unused = Array("late;x1;2024-01-01;1.00;EUR;".utf8) + [0xB3, 0x0A]
        let used = [0xB3] + Array("ate;x2;2024-01-01;1.00;EUR;x\n".utf8)
        let intake = try readBytes(text + unused + used)
        #expect(intake.orders.count == 40_001)
        #expect(intake.report.rejectedRows == [.notText: 1])
        #expect(intake.report.files.first?.notes.contains { $0.text.contains("line 40002") } == true)
    }

    @Test(arguments: [true, false], [true, false])
    func utf16(_ isLittleEndian: Bool, _ hasMark: Bool) throws {
        let text = (hasMark ? "\u{FEFF}" : "") + "customer_id\torder_id\tordered_at\tvalue\tcurrency\n😀ż\t1\t2024-01-01\t1.00\tEUR\n"
        let intake = try readBytes(encode(text, isLittleEndian ? "utf-16le" : "utf-16be"))
        #expect(intake.orderLines == ["😀ż 2024-01-01T00:00:00Z 1.00 EUR day"])
        #expect(intake.report.files.first?.encoding == (isLittleEndian ? "UTF-16LE" : "UTF-16BE"))
        #expect(intake.report.files.first?.separator == "tab")
    }

    @Test(arguments: ["klingon", "shift_jis", "utf-8//TRANSLIT", ""])
    func encodingsThatAreNotKnown(_ name: String) throws {
        let error = try #require(readingError { _ = try readBytes(Array(header.utf8)) { $0.encoding = name } })
        #expect(error.message.contains("not known"))
    }

    @Test func byteOrderMark() throws {
        #expect(try read("\u{FEFF}" + header + "a;1;2024-01-01;1.00;EUR;x\n").orders.count == 1)
    }

    /// What the file begins with, what is said, and what it is read as; `nil` where it cannot be read.
    @Test(arguments: [
        ("utf-8 mark", "utf-8", "UTF-8"), ("utf-8 mark", "utf-16", "UTF-8"), ("utf-8 mark", "windows-1250", "UTF-8"),
        ("utf-16 mark", "utf-8", "UTF-16LE"), ("utf-16 mark", "utf-16be", "UTF-16LE"), ("utf-16 mark", "windows-1250", "UTF-16LE"),
        ("none", "utf-8", "UTF-8"), ("none", "utf-16", "UTF-16BE"), ("none", "windows-1250", "windows-1250"),
    ])
    func marksWinOverWhatIsSaid(_ beginning: String, _ said: String, _ readAs: String) throws {
        let text = header + "żó;1;2024-01-01;1.00;EUR;x\n"
        let bytes =
            switch beginning {
            case "utf-8 mark": Array(("\u{FEFF}" + text).utf8)
            case "utf-16 mark": encode("\u{FEFF}" + text, "utf-16le")
            default: said == "utf-8" ? Array(text.utf8) : encode(text, said == "utf-16" ? "utf-16be" : said)
            }
        let intake = try readBytes(bytes) { $0.encoding = said }
        #expect(intake.orderLines == ["żó 2024-01-01T00:00:00Z 1.00 EUR day"])
        #expect(intake.report.files.first?.encoding == readAs)
    }

    @Test(arguments: ["utf-8", "windows-1250"])
    func zeroBytesAreNoText(_ said: String) throws {
        let error = try #require(
            readingError { _ = try readBytes(encode(header + "a;1;2024-01-01;1;EUR;x\n", "utf-16le")) { $0.encoding = said } })
        #expect(error.message.contains("zero bytes"))
    }

    @Test(arguments: [1, 3])
    func utf16CutInACharacter(_ cut: Int) throws {
        let bytes = encode("\u{FEFF}" + header + "a;1;2024-01-01;1.00;EUR;x\nb;2;2024-01-01;1.00;EUR;😀", "utf-16le")
        #expect(try readBytes(bytes).orders.count == 2)
        let error = try #require(readingError { _ = try readBytes(Array(bytes.dropLast(cut))) })
        #expect(error.message.contains("in the middle of a character"))
        #expect(readingError { _ = try readBytes(Array(bytes.dropLast(2))) } != nil)
    }
}
