import Facts
import Testing

@testable import Connectors

@Suite("Dates")
struct DateParserTests {
    @Test(
        "a day alone",
        arguments: [
            ("2024-12-31", "2024-12-31"), ("2024/12/31", "2024-12-31"), ("2024.12.31", "2024-12-31"), ("20241231", "2024-12-31"),
            ("2024-1-5", "2024-01-05"), ("31.12.2024", "2024-12-31"), ("1.2.2024", "2024-02-01"), ("31. 12. 2024", "2024-12-31"),
            ("31/12/2024", "2024-12-31"), ("31-12-2024", "2024-12-31"), ("12/31/2024", "2024-12-31"), ("05/05/2024", "2024-05-05"),
            ("31 grudnia 2024", "2024-12-31"), ("31 gru 2024", "2024-12-31"), ("31 GRU 2024", "2024-12-31"),
            ("1 października 2024", "2024-10-01"), ("3 września 2024 r.", "2024-09-03"), ("7 paź 2024", "2024-10-07"),
            ("31 décembre 2024", "2024-12-31"), ("31 déc. 2024", "2024-12-31"), ("1er janvier 2024", "2024-01-01"),
            ("14 juillet 2024", "2024-07-14"), ("2 août 2024", "2024-08-02"), ("12 févr. 2024", "2024-02-12"),
            ("Dec 31, 2024", "2024-12-31"), ("31 Dec 2024", "2024-12-31"), ("December 31, 2024", "2024-12-31"),
            ("31-Dec-2024", "2024-12-31"), ("31/déc/24", "2024-12-31"), ("31st Dec 2024", "2024-12-31"), ("Dec 1st, 2024", "2024-12-01"),
            ("Tuesday, December 31, 2024", "2024-12-31"), ("mardi 31 décembre 2024", "2024-12-31"), ("mar. 31 déc. 2024", "2024-12-31"),
            ("Mar 3 2024", "2024-03-03"), ("wtorek, 31 grudnia 2024", "2024-12-31"), ("2024-02-29", "2024-02-29"),
            ("  2024-12-31\u{00A0}", "2024-12-31"), ("31\u{202F}décembre\u{00A0}2024", "2024-12-31"), ("1970-01-01", "1970-01-01"),
            ("2100-12-31", "2100-12-31"),
        ])
    func dayAlone(text: String, day: String) {
        #expect(DateParser.read(text) == .moment(localSecondsSince1970: clock(day), offsetInSeconds: nil, isDateOnly: true))
    }

    @Test(
        "a time on the shop's clock",
        arguments: [
            ("2024-12-31T23:59:59", "2024-12-31 23:59:59"), ("2024-12-31 23:59:59", "2024-12-31 23:59:59"),
            ("2024-12-31T23:59", "2024-12-31 23:59:00"), ("2024-12-31 23:59", "2024-12-31 23:59:00"),
            ("2024-12-31T23:59:59.123456", "2024-12-31 23:59:59"), ("2024-12-31 23:59:59,5", "2024-12-31 23:59:59"),
            ("20241231T235959", "2024-12-31 23:59:59"), ("31/12/2024 23:59", "2024-12-31 23:59:00"),
            ("31/12/2024 23:59:58", "2024-12-31 23:59:58"), ("31.12.2024, 7:05", "2024-12-31 07:05:00"),
            ("12/31/2024 11:59 PM", "2024-12-31 23:59:00"), ("12/31/2024 12:01 am", "2024-12-31 00:01:00"),
            ("12/31/2024 12:01:02 p.m.", "2024-12-31 12:01:02"), ("Dec 31, 2024 10:20:30 AM", "2024-12-31 10:20:30"),
            ("December 31, 2024 at 2:05 pm", "2024-12-31 14:05:00"), ("31 décembre 2024 à 14h05", "2024-12-31 14:05:00"),
            ("31 déc. 2024 14 h", "2024-12-31 14:00:00"), ("31 grudnia 2024, godz. 14:05", "2024-12-31 14:05:00"),
            ("31 gru 2024 r. o 14:05", "2024-12-31 14:05:00"), ("31/12/2024 - 14:05", "2024-12-31 14:05:00"),
            ("2016-12-31 23:59:60", "2017-01-01 00:00:00"),
        ])
    func wallClock(text: String, moment: String) {
        #expect(DateParser.read(text) == .moment(localSecondsSince1970: clock(moment), offsetInSeconds: nil, isDateOnly: false))
    }

    @Test(
        "a time with its offset",
        arguments: [
            ("2024-01-31T10:20:30Z", 0), ("2024-01-31 10:20:30Z", 0), ("2024-01-31T10:20:30z", 0), ("2024-01-31T10:20:30+01:00", 3600),
            ("2024-01-31T10:20:30+0100", 3600), ("2024-01-31 10:20:30 -0500", -18_000), ("2024-01-31 10:20:30 UTC", 0),
            ("2024-01-31T10:20:30.5-03:30", -12_600), ("2024-01-31T10:20:30+14:00", 50_400), ("2024-01-31 10:20:30+02", 7200),
            ("Wed, 31 Jan 2024 10:20:30 +0000", 0), ("31 Jan 2024 10:20:30 GMT", 0), ("Wed, 31 Jan 2024 10:20:30 EST", -18_000),
            ("Wed Jan 31 2024 10:20:30 GMT+0100 (Central European Standard Time)", 3600), ("2024-01-31T10:20:30\u{2212}05:00", -18_000),
        ])
    func offsets(text: String, offset: Int32) {
        let local = clock("2024-01-31 10:20:30")
        #expect(DateParser.read(text) == .moment(localSecondsSince1970: local, offsetInSeconds: offset, isDateOnly: false))
    }

    @Test("ten digits are Unix seconds")
    func unixSeconds() {
        #expect(
            DateParser.read("1706696430") == .moment(localSecondsSince1970: 1_706_696_430, offsetInSeconds: 0, isDateOnly: false))
        #expect(DateParser.read("4133980800") == .rejected(.after2100))
        #expect(DateParser.read("0706696430") == .rejected(.notADate))
        #expect(DateParser.read("1706696430000") == .rejected(.notADate))
    }

    @Test(
        "two digits of a year",
        arguments: [
            ("13/1/10 8:26", "2010-01-13 08:26:00"), ("31/12/69 0:00", "2069-12-31 00:00:00"), ("31/12/70 0:00", "1970-12-31 00:00:00"),
        ])
    func twoDigitYears(text: String, moment: String) {
        #expect(DateParser.read(text) == .moment(localSecondsSince1970: clock(moment), offsetInSeconds: nil, isDateOnly: false))
    }

    @Test(
        "what is no date is rejected with its reason",
        arguments: [
            ("2023-02-29", DateParser.Reason.noSuchDay), ("31/04/2024", .noSuchDay), ("2024-13-01", .noSuchDay), ("32/12/2024", .noSuchDay),
            ("0000-00-00 00:00:00", .noSuchDay), ("13/13/2024", .noSuchDay), ("31.13.2024", .noSuchDay), ("30 lutego 2024", .noSuchDay),
            ("2024-12-31 25:00", .noSuchTime), ("2024-12-31T24:00:00", .noSuchTime), ("2024-12-31 10:60", .noSuchTime),
            ("12/31/2024 13:00 PM", .noSuchTime), ("12/31/2024 0:10 am", .noSuchTime), ("2024-12-31T10:00:00+15:00", .noSuchTime),
            ("1969-12-31", .before1970), ("1970-01-01T00:00:00+01:00", .before1970), ("2101-01-01", .after2100),
            ("31.12.1969", .before1970),
            ("yesterday", .notADate), ("2024", .notADate), ("2024-12", .notADate), ("2024-12-31T", .notADate), ("2024-12-31x", .notADate),
            ("2024-12-31 10", .notADate), ("31/12/2024/5", .notADate), ("31/12-2024", .notADate), ("45657", .notADate), ("NaT", .notADate),
            ("2024-12-31Z", .notADate), ("31 brumaire 2024", .notADate), ("12/2024", .notADate), ("1/2/3", .notADate), ("-", .notADate),
            ("2024-12-31 10:20:30 Europe/Paris", .notADate), ("2024-12-31 10:20:30+", .notADate), ("\u{1F600}", .notADate),
            ("31 Dec 2024 31 Dec 2024", .notADate), ("lundi", .notADate),
        ])
    func rejected(text: String, reason: DateParser.Reason) {
        #expect(DateParser.read(text) == .rejected(reason))
    }

    @Test("nothing but spaces is empty", arguments: ["", " ", "\t", "\u{00A0}", "\u{202F} "])
    func empty(text: String) {
        #expect(DateParser.read(text) == .empty)
    }

    @Test("until a part above twelve is seen both readings are given")
    func ambiguousUntilShown() {
        var parser = DateParser(order: nil)
        let both = DateParser.Outcome.ambiguous(dayFirst: clock("2024-04-03"), monthFirst: clock("2024-03-04"), isDateOnly: true)
        #expect(parser.parse("03/04/2024") == both)
        #expect(parser.parse("2024-12-31") != .empty)
        #expect(parser.parse("31.12.2024") != .empty)
        #expect(parser.order == nil, "ISO dates and dates with points show nothing")
        #expect(parser.parse("03/25/2024 10:00") != .empty)
        #expect(parser.order == .monthFirst)
        #expect(
            parser.parse("03/04/2024") == .moment(localSecondsSince1970: clock("2024-03-04"), offsetInSeconds: nil, isDateOnly: true))
        #expect(
            parser.parse("03.04.2024") == .moment(localSecondsSince1970: clock("2024-04-03"), offsetInSeconds: nil, isDateOnly: true))
    }

    @Test("a file that contradicts itself, or the flag, has the row rejected")
    func contradictions() {
        var parser = DateParser(order: nil)
        #expect(parser.parse("25/03/2024") != .empty)
        #expect(parser.order == .dayFirst)
        #expect(parser.parse("03/25/2024") == .rejected(.contradictsOrder))
        #expect(parser.order == .dayFirst)
        #expect(DateParser.read("25/03/2024", order: .monthFirst) == .rejected(.contradictsOrder))
    }

    @Test("a rejected value teaches nothing")
    func rejectedTeachesNothing() {
        var parser = DateParser(order: nil)
        #expect(parser.parse("31/02/2024") == .rejected(.noSuchDay))
        #expect(parser.parse("25/03/1950") == .rejected(.before1970))
        #expect(parser.parse("25/03/2024 25:00") == .rejected(.noSuchTime))
        #expect(parser.order == nil)
    }

    @Test("an undecided date with an offset of its own is not read")
    func undecidedWithOffset() {
        #expect(DateParser.read("03/04/2024 10:00 +02:00") == .rejected(.undecidedWithOffset))
        let read = DateParser.read("03/04/2024 10:00 +02:00", order: .dayFirst)
        #expect(read == .moment(localSecondsSince1970: clock("2024-04-03 10:00:00"), offsetInSeconds: 7200, isDateOnly: false))
    }

    @Test("a reason quotes no more than forty characters")
    func quoting() {
        var long = String(repeating: "é\n", count: 5_000)
        let message = long.withUTF8 { DateParser.Reason.notADate.message(quoting: UnsafeRawBufferPointer($0)) }
        #expect(message.count <= 42 + 2 + DateParser.Reason.notADate.description.count)
        #expect(!message.contains("\n"))
        #expect(message.hasSuffix(": no date that is understood"))
    }

    @Test("every day and second written in many forms reads back", arguments: [DateOrder.dayFirst, .monthFirst])
    func roundTrip(order: DateOrder) {
        var generator = SeededGenerator(seed: 20_241_231)
        let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let polish = [
            "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada",
            "grudnia",
        ]
        let french = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        ]
        var parser = DateParser(order: order)
        for _ in 0..<3_000 {
            let seconds = Int64.random(in: 0...DateParser.lastSecond, using: &generator)
            let day = ShopDay(daysSince1970: Int32(seconds / 86_400))
            let (year, month, dayOfMonth) = day.civil
            let second = Int(seconds % 86_400)
            func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            let time = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
            let slashed =
                order == .dayFirst ? "\(two(dayOfMonth))/\(two(month))/\(year)" : "\(month)/\(dayOfMonth)/\(year)"
            let forms = [
                "\(day)T\(time)", "\(day) \(time)", "\(day)T\(time).25", "\(two(dayOfMonth)).\(two(month)).\(year) \(time)",
                "\(slashed) \(time)", "\(dayOfMonth) \(polish[month - 1]) \(year) \(time)",
                "\(dayOfMonth) \(french[month - 1]) \(year) à \(time)",
                "\(english[month - 1]) \(dayOfMonth), \(year) \(time)",
            ]
            let expected = DateParser.Outcome.moment(localSecondsSince1970: seconds, offsetInSeconds: nil, isDateOnly: false)
            for form in forms where parser.parse(form) != expected {
                Issue.record("\(form) read as \(parser.parse(form)), not \(seconds)")
            }
        }
    }
}
