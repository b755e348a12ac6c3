import Facts
import Testing

@testable import Connectors

/// Where a block of bytes happens to end makes no difference.
@Suite struct BlockTests {
    private let text = #"""
        customer_id,order_id,ordered_at,value,currency,remark
        a,1,2024-01-31T10:20:30Z,12.30,EUR,
        "b ""x""
        y",2,"2024-01-31T10:20:31Z",12.31,EUR,"two
        lines, and a comma"

        łąka@example.com,3,2024-01-31T10:20:32Z,12.32,EUR,ż
        broken,4,2024-01-31
        ,5,2024-01-31T10:20:33Z,12.33,EUR,nobody
        last,6,2024-01-31T10:20:34Z,12.34,EUR,x
        """#

    @Test func everyLengthOfBlock() throws {
        let whole = try read(text)
        #expect(whole.orders.count == 4)
        #expect(whole.report.rejectExamples.map(\.line) == [8, 9])
        for length in 1...text.utf8.count + 1 {
            let split = try read(text, blockLength: length)
            #expect(split.orderLines == whole.orderLines, "\(length)")
            #expect(split.report.rejectExamples.map(\.line) == [8, 9], "\(length)")
            #expect(split.report.rejectedRows == whole.report.rejectedRows, "\(length)")
        }
    }

    @Test(arguments: ["utf-16le", "utf-16be", "windows-1250"])
    func everyLengthOfBlockDecoded(_ encoding: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("o.csv", encode(text, encoding))
        for length in [1, 2, 3, 5, 7, 16, 61, 250] {
            let split = try read(files: [path], blockLength: length) { $0.encoding = encoding }
            #expect(split.orderLines.contains("łąka@example.com 2024-01-31T10:20:32Z 12.32 EUR"), "\(length)")
            #expect(split.orders.count == 4, "\(length)")
        }
    }

    @Test func blocksPastTheSample() throws {
        let header = "customer_id,order_id,ordered_at,value,currency\n"
        let rows = (1...40_000).map { "customer\($0 % 777),order\($0),2024-01-31T10:20:30Z,12.30,EUR\n" }
        let whole = try read(header + rows.joined())
        #expect(whole.orders.count == 40_000)
        let split = try read(header + rows.joined(), blockLength: 1_009)
        #expect(split.orderLines == whole.orderLines)
    }
}

/// Text in another encoding, for the letters that the tests use.
func encode(_ text: String, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "utf-16le": return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "utf-16be": return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default:
        guard let table = SingleByteTable(name: encoding) else { return [] }
        var bytes: [String: UInt8] = [:]
        for byte in UInt8(0x80)...0xFF { bytes[table.text([byte])] = byte }
        return text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : bytes[String($0)] ?? 0x3F }
    }
}
