import Facts
import Testing

@testable import PerennialServer

@Suite struct TimestampTests {
    @Test(arguments: [
        ("2023-01-01", 1_672_531_200), ("2023-01-01T00:00:00Z", 1_672_531_200), ("2023-01-01T00:00:00", 1_672_531_200),
        ("2023-01-01 00:00", 1_672_531_200), ("2023-01-01T00:00:00.999999Z", 1_672_531_200), ("2023-01-01T02:00:00+02:00", 1_672_531_200),
        ("2022-12-31T19:30:00-04:30", 1_672_531_200), ("2023-01-01t02:00:00+0200", 1_672_531_200),
        ("2023-01-01T02:00:00+02", 1_672_531_200),
        ("2023-01-01T02:00:00.5 02:00", 1_672_531_200), ("1969-12-31T23:59:59Z", -1), ("2016-12-31T23:59:60Z", 1_483_228_799),
        ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799), ("2024-02-29", 1_709_164_800),
    ])
    func formsOfOneInstant(_ text: String, _ seconds: Int64) {
        #expect(Timestamp.parse(text) == Instant(secondsSince1970: seconds))
    }

    @Test(arguments: [
        "", "2023", "2023-1-1", "2023-02-29", "2023-13-01", "2023-00-10", "2023-01-00", "2023-01-01T", "2023-01-01T24:00:00Z",
        "2023-01-01T12:60:00Z", "2023-01-01T12:00:61Z", "2023-01-01T12:00:00.Z", "2023-01-01T12:00:00Zx", "2023-01-01T12:00:00+25:00",
        "2023-01-01T12:00:00+", "01/02/2023", "yesterday", "1672531200", "2023-01-01T12", "２０２３-01-01", "2023-01-01T12:00:00+02:0",
    ])
    func whatIsNoInstant(_ text: String) {
        #expect(Timestamp.parse(text) == nil)
    }

    @Test func itIsWrittenWithAnOffsetAndReadBack() {
        for seconds in [0, 1_672_531_199, -1, 253_402_300_799] as [Int64] {
            let instant = Instant(secondsSince1970: seconds)
            #expect(Timestamp.text(instant).hasSuffix("+00:00"))
            #expect(Timestamp.parse(Timestamp.text(instant)) == instant)
        }
    }

    @Test func theDateOfAnswersIsThatOfRFC9110() {
        #expect(DateHeader.write(Instant(secondsSince1970: 784_111_777)) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(DateHeader.write(Instant(secondsSince1970: 0)) == "Thu, 01 Jan 1970 00:00:00 GMT")
    }
}
