import Facts
import JSON
import Journal
import Testing

@testable import Shop

@Suite("Schedules of exports")
struct ExportScheduleTests {
    private func schedule(_ days: ExportSchedule.Days, minutes: Int) throws -> ExportSchedule {
        let body = ExportSchedule.body(
            name: "members", order: ExportOrder(source: .segment(SegmentNumber(3)), columns: nil, preset: .excelPolish, isRaw: true),
            days: days,
            minutes: minutes, keeps: 4)
        let stored = try #require(
            ExportSchedule(
                .init(
                    kind: "export-schedule", number: 9, body: body, createdAt: Instant(secondsSince1970: 0),
                    updatedAt: Instant(secondsSince1970: 0), deletedAt: nil)))
        #expect(stored.order.source == .segment(SegmentNumber(3)) && stored.order.preset == .excelPolish && stored.order.isRaw)
        #expect(stored.days == days && stored.minutes == minutes && stored.keeps == 4 && stored.name == "members")
        return stored
    }

    private func instant(_ text: String) throws -> Instant { try #require(Timestamp.parse(text)) }

    @Test(
        "Before, at and after the time of the day",
        arguments: [
            ("2026-03-10T04:59:59Z", "2026-03-09T05:00:00Z", "2026-03-10T05:00:00Z"),
            ("2026-03-10T05:00:00Z", "2026-03-10T05:00:00Z", "2026-03-11T05:00:00Z"),
            ("2026-03-10T23:30:00Z", "2026-03-10T05:00:00Z", "2026-03-11T05:00:00Z"),
            // Clocks go forward on the 29th of March: six in the morning is an hour earlier from then on.
            ("2026-03-28T12:00:00Z", "2026-03-28T05:00:00Z", "2026-03-29T04:00:00Z"),
        ])
    func daily(now: String, last: String, next: String) throws {
        let paris = try #require(ShopTimeZone(identifier: "Europe/Paris"))
        let schedule = try schedule(.daily, minutes: 360)
        #expect(schedule.lastDue(upTo: try instant(now), in: paris) == (try instant(last)))
        #expect(schedule.nextDue(after: try instant(now), in: paris) == (try instant(next)))
    }

    @Test("A week's day is 1 for Monday, and holds before 1970 as after")
    func weekly() throws {
        let monday = try schedule(.weekly(day: 1), minutes: 0)
        let sunday = try schedule(.weekly(day: 7), minutes: 0)
        let now = try instant("2026-11-26T10:00:00Z")
        #expect(monday.nextDue(after: now, in: .utc) == (try instant("2026-11-30T00:00:00Z")))
        #expect(monday.lastDue(upTo: now, in: .utc) == (try instant("2026-11-23T00:00:00Z")))
        #expect(sunday.nextDue(after: now, in: .utc) == (try instant("2026-11-29T00:00:00Z")))
        #expect(monday.lastDue(upTo: try instant("1969-12-31T10:00:00Z"), in: .utc) == (try instant("1969-12-29T00:00:00Z")))
    }

    @Test("A month's day")
    func monthly() throws {
        let schedule = try schedule(.monthly(day: 28), minutes: 1_439)
        #expect(schedule.nextDue(after: try instant("2027-01-29T00:00:00Z"), in: .utc) == (try instant("2027-02-28T23:59:00Z")))
        #expect(schedule.lastDue(upTo: try instant("2027-01-28T23:58:59Z"), in: .utc) == (try instant("2026-12-28T23:59:00Z")))
    }

    @Test("Names of schedules begin names of files, and nothing else", arguments: ["", "../up", "a/b", "a b", "zażółć", "a.csv", "a\0b"])
    func names(name: String) { #expect(!ExportSchedule.isName(name)) }
}
