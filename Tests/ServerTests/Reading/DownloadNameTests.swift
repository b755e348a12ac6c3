import Foundation
import Testing

@testable import PerennialServer

@Suite("Names of files that are downloaded")
struct DownloadNameTests {
    @Test("Whatever a segment is called, its file has a name that every system takes")
    func names() {
        #expect(DownloadName("Low value 2026-01-31", ending: ".csv").text == "Low value 2026-01-31.csv")
        #expect(DownloadName("a/b\\c: \"d\"\r\n<e>", ending: ".csv").text == "a-b-c- -d----e-.csv")
        #expect(DownloadName("  ..  ", ending: ".csv.gz").text == "export.csv.gz")
        #expect(DownloadName("../../etc/passwd", ending: ".csv").text == "-..-etc-passwd.csv")
        #expect(!DownloadName("x\u{202E}vsc.exe", ending: ".csv").text.unicodeScalars.contains("\u{202E}"))
        #expect(DownloadName(String(repeating: "é", count: 500), ending: ".csv").text.count < 100)
    }

    @Test("The header holds the name for all readers, and nothing that would end it")
    func header() {
        let found = DownloadName("Żółw; filename=\"x.exe\" 100%", ending: ".csv").disposition
        #expect(
            found == "attachment; filename=\"___w; filename=-x.exe- 100-.csv\"; "
                + "filename*=UTF-8''%C5%BB%C3%B3%C5%82w%3B%20filename%3D-x.exe-%20100-.csv")
        #expect(found.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 })
    }
}
