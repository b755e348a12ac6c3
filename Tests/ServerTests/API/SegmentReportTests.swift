import Facts
import JSON
import Population
import Testing

@testable import PerennialServer
@testable import Shop

/// How many entered and left, by time; times with names.
@Suite(.serialized) struct SegmentReportTests {
    @Test(arguments: [
        ("today", "2026-03-31", "2026-04-01"), ("yesterday", "2026-03-30", "2026-03-31"), ("last_7_days", "2026-03-25", "2026-04-01"),
        ("last_30_days", "2026-03-02", "2026-04-01"), ("last_90_days", "2026-01-01", "2026-04-01"),
        ("last_365_days", "2025-04-01", "2026-04-01"), ("this_week", "2026-03-30", "2026-04-01"),
        ("last_week", "2026-03-23", "2026-03-30"), ("this_month", "2026-03-01", "2026-04-01"), ("last_month", "2026-02-01", "2026-03-01"),
        ("last_3_months", "2026-01-01", "2026-04-01"), ("last_12_months", "2025-04-01", "2026-04-01"),
        ("this_year", "2026-01-01", "2026-04-01"), ("last_year", "2025-01-01", "2026-01-01"),
    ])
    func timesWithNames(_ name: String, _ first: String, _ after: String) throws {
        let key = try #require(ReportTimeFrame.Key(rawValue: name))
        let days = key.days(try #require(ShopDay("2026-03-31")))
        #expect("\(days.lowerBound)" == first && "\(days.upperBound)" == after)
        // Days of the shop: clocks went forward on 29 March.
        let zone = try #require(ShopTimeZone(identifier: "Europe/Paris"))
        let frame = ReportTimeFrame(key, today: try #require(ShopDay("2026-03-31")), in: zone)
        #expect(frame.from == zone.start(of: try #require(ShopDay(first))).secondsSince1970)
        #expect(frame.until == zone.start(of: try #require(ShopDay(after))).secondsSince1970)
    }

    @Test func everyTimeWithANameIsTested() {
        #expect(ReportTimeFrame.Key.allCases.count == 14)
        // Three months before 31 May 2026 is the end of February.
        let may = ShopDay(daysSince1970: ShopDay.daysSince1970(year: 2026, month: 5, day: 31))
        #expect("\(ReportTimeFrame.Key.last3Months.days(may).lowerBound)" == "2026-03-01")
        let january = ShopDay(daysSince1970: ShopDay.daysSince1970(year: 2026, month: 1, day: 15))
        #expect("\(ReportTimeFrame.Key.lastMonth.days(january))" == "2025-12-01..<2026-01-01")
    }

    private static func report(_ kind: String, _ attributes: String) -> String {
        #"{"data":{"type":"segment-\#(kind)-report","attributes":{\#(attributes)}}}"#
    }

    /// A segment that stands still, with entries and exits of long ago: local times of Paris.
    private func segment(_ shop: TestShop, _ name: String, _ changes: [(person: Int, isIn: Bool, at: String)]) async throws -> String {
        let body = """
            {"data":{"type":"segment","attributes":{"name":"\(name)","definition":{"condition_groups":[{"conditions":[
            {"type":"profile-property","property":"email","filter":{"type":"string","operator":"equals","value":"nobody"}}]}]}}}}
            """
        let id = try await shop.post("/api/segments", body).id
        let still = #"{"data":{"type":"segment","id":"\#(id)","attributes":{"is_active":false}}}"#
        #expect(try await shop.patch("/api/segments/\(id)", still).status == 200)
        let number = try #require(shop.shop.ids.segment(id))
        for change in changes {
            let seconds = UInt32(try #require(Timestamp.parse(change.at)).secondsSince1970)
            try await shop.shop.write { (intake) throws(IntakeError) in
                intake.record(
                    .segment(
                        SegmentFact(
                            profile: ProfileNumber(UInt32(change.person)), segment: number, isMember: change.isIn, seconds: seconds,
                            cause: .fact)))
            }
        }
        return id
    }

    private func numbers(_ reply: TestShop.Reply, _ row: Int, _ statistic: String) -> [Int64] {
        let value = reply.attributes?["results"]?[row]?["statistics"]?[statistic]
        return value?.int.map { [$0] } ?? value?.elements.compactMap(\.int) ?? []
    }

    @Test func whoEnteredAndLeftByTime() async throws {
        try await TestShop.run { shop in
            let paris = #"{"data":{"type":"settings","id":"shop","attributes":{"time_zone":"Europe/Paris"}}}"#
            #expect(try await shop.patch("/api/perennial/settings", paris).status == 200)
            for person in 0..<4 { _ = try await shop.profile(#""email":"p\#(person)@example.com""#) }
            let first = try await segment(
                shop, "First",
                [
                    (0, true, "2024-03-04T10:00:00+01:00"), (1, true, "2024-03-04T11:00:00+01:00"),
                    // Half past midnight in Paris is the day before in UTC.
                    (2, true, "2024-03-06T00:30:00+01:00"), (0, false, "2024-03-06T23:59:59+01:00"),
                    (0, true, "2024-03-08T00:00:00+01:00"), (1, false, "2024-04-01T00:00:00+02:00"),
                ])
            let second = try await segment(shop, "Second", [(3, true, "2024-03-05T12:00:00+01:00")])
            let all = #""members_added","members_removed","net_members_changed","total_members""#

            // Whatever offset is written, times are those of the shop's clocks.
            let frame = #""timeframe":{"start":"2024-03-04T00:00:00+09:00","end":"2024-03-09T00:00:00-05:00"}"#
            let values = try await shop.post(
                "/api/segment-values-reports", Self.report("values", #""statistics":[\#(all)],\#(frame)"#))
            #expect(values.status == 200, "\(values.text)")
            let ids = values.attributes?["results"]?.elements.compactMap { $0["groupings"]?["segment_id"]?.string }
            #expect(ids == [first, second])
            #expect(numbers(values, 0, "members_added") == [4] && numbers(values, 0, "members_removed") == [1])
            #expect(numbers(values, 0, "net_members_changed") == [3] && numbers(values, 0, "total_members") == [3])
            #expect(numbers(values, 1, "members_added") == [1] && numbers(values, 1, "total_members") == [1])

            let filter = #""filter":"equals(segment_id,\"\#(first)\")""#
            let series = try await shop.post(
                "/api/segment-series-reports",
                Self.report("series", #""statistics":[\#(all)],\#(frame),"interval":"daily",\#(filter)"#))
            #expect(series.status == 200, "\(series.text)")
            #expect(series.attributes?["results"]?.count == 1)
            let dates = series.attributes?["date_times"]?.elements.compactMap(\.string)
            #expect(dates == (4...8).map { "2024-03-0\($0)T00:00:00+01:00" })
            #expect(numbers(series, 0, "members_added") == [2, 0, 1, 0, 1])
            #expect(numbers(series, 0, "members_removed") == [0, 0, 1, 0, 0])
            #expect(numbers(series, 0, "net_members_changed") == [2, 0, 0, 0, 1])
            #expect(numbers(series, 0, "total_members") == [2, 2, 2, 2, 3])

            // Clocks go forward on 31 March: the month ends an hour sooner, and the exit at its end is the next month's.
            let months = try await shop.post(
                "/api/segment-series-reports",
                Self.report(
                    "series",
                    #""statistics":[\#(all)],"timeframe":{"start":"2024-02-01T00:00:00","end":"2024-05-01T00:00:00"},"interval":"monthly",\#(filter)"#
                ))
            #expect(
                months.attributes?["date_times"]?.elements.compactMap(\.string)
                    == ["2024-02-01T00:00:00+01:00", "2024-03-01T00:00:00+01:00", "2024-04-01T00:00:00+02:00"])
            #expect(numbers(months, 0, "members_removed") == [0, 1, 1])
            #expect(numbers(months, 0, "total_members") == [0, 3, 2])

            let hours = try await shop.post(
                "/api/segment-series-reports",
                Self.report(
                    "series",
                    #""statistics":["members_added"],"timeframe":{"start":"2024-03-04T09:30:00","end":"2024-03-04T12:00:00"},"interval":"hourly""#
                ))
            #expect(numbers(hours, 0, "members_added") == [0, 1, 1])
            let week = try await shop.post(
                "/api/segment-series-reports",
                Self.report(
                    "series",
                    #""statistics":["members_added"],"timeframe":{"start":"2024-03-06T00:00:00","end":"2024-03-12T00:00:00"},"interval":"weekly""#
                ))
            // The week began on Monday, and is counted from Wednesday on, as was asked.
            #expect(numbers(week, 0, "members_added") == [2, 0])

            let none = try await shop.post(
                "/api/segment-values-reports",
                Self.report("values", #""statistics":["total_members"],\#(frame),"filter":"any(segment_id,[\"nothing\"])""#))
            #expect(none.status == 200 && none.attributes?["results"]?.count == 0)
        }
    }

    @Test(arguments: [
        (#""statistics":["members"],"timeframe":{"key":"today"}"#, "/data/attributes/statistics/0"),
        (#""statistics":[],"timeframe":{"key":"today"}"#, "/data/attributes/statistics"),
        (#""timeframe":{"key":"today"}"#, "/data/attributes/statistics"),
        (#""statistics":["total_members"]"#, "/data/attributes/timeframe"),
        (#""statistics":["total_members"],"timeframe":{}"#, "/data/attributes/timeframe"),
        (#""statistics":["total_members"],"timeframe":{"key":"last_weak"}"#, "/data/attributes/timeframe/key"),
        (#""statistics":["total_members"],"timeframe":{"key":"today","start":"2024-01-01T00:00:00"}"#, "/data/attributes/timeframe"),
        (#""statistics":["total_members"],"timeframe":{"start":"2024-01-01T00:00:00"}"#, "/data/attributes/timeframe/end"),
        (#""statistics":["total_members"],"timeframe":{"start":"soon","end":"2024-01-01"}"#, "/data/attributes/timeframe/start"),
        (
            #""statistics":["total_members"],"timeframe":{"start":"2023-05-31T23:59:59","end":"2023-06-02"}"#,
            "/data/attributes/timeframe/start"
        ),
        (#""statistics":["total_members"],"timeframe":{"start":"2024-01-02","end":"2024-01-02"}"#, "/data/attributes/timeframe/end"),
        (#""statistics":["total_members"],"timeframe":{"start":"2024-01-01","end":"2025-01-02"}"#, "/data/attributes/timeframe"),
        (#""statistics":["total_members"],"timeframe":{"start":"9998-01-01","end":"9998-01-02"}"#, "/data/attributes/timeframe"),
        (#""statistics":["total_members"],"timeframe":{"key":"today"},"filter":"equals(name,\"x\")""#, "/data/attributes/filter"),
        (
            #""statistics":["total_members"],"timeframe":{"key":"today"},"filter":"equals(segment_id,\"x\"),equals(segment_id,\"y\")""#,
            "/data/attributes/filter"
        ),
        (#""statistics":["total_members"],"timeframe":{"key":"today"},"filter":"contains(segment_id,\"x\")""#, "/data/attributes/filter"),
        (#""statistics":["total_members"],"timeframe":{"key":"today"},"interval":"daily""#, "/data/attributes/interval"),
    ])
    func whatIsWrongIsRefusedAtItsPlace(_ attributes: String, _ place: String) async throws {
        try await TestShop.run { shop in
            let reply = try await shop.post("/api/segment-values-reports", Self.report("values", attributes))
            #expect(reply.status == 400 && reply.place == place, "\(reply.text)")
        }
    }

    @Test(arguments: [
        // Seven days in which clocks go forward are seven days.
        ("hourly", #""start":"2024-03-25","end":"2024-04-01""#, "taken"),
        ("hourly", #""start":"2024-03-25","end":"2024-04-01T00:00:01""#, "/data/attributes/timeframe"),
        ("daily", #""start":"2024-01-01","end":"2024-03-01""#, "taken"),
        ("daily", #""start":"2024-01-01","end":"2024-03-02""#, "/data/attributes/timeframe"),
        ("monthly", #""start":"2024-01-01","end":"2024-12-30""#, "taken"),
        ("monthly", #""start":"2024-01-01","end":"2024-12-31""#, "/data/attributes/timeframe"),
        ("weekly", #""start":"2024-01-01","end":"2025-01-01""#, "taken"), ("daily", #""key":"last_30_days""#, "taken"),
        ("daily", #""key":"last_90_days""#, "/data/attributes/timeframe"), ("hourly", #""key":"last_7_days""#, "taken"),
        ("monthly", #""key":"last_12_months""#, "taken"), ("yearly", #""key":"today""#, "/data/attributes/interval"),
    ])
    func howLongASeriesMayBe(_ interval: String, _ frame: String, _ expected: String) async throws {
        try await TestShop.run { shop in
            let paris = #"{"data":{"type":"settings","id":"shop","attributes":{"time_zone":"Europe/Paris"}}}"#
            _ = try await shop.patch("/api/perennial/settings", paris)
            let reply = try await shop.post(
                "/api/segment-series-reports",
                Self.report("series", #""statistics":["total_members"],"interval":"\#(interval)","timeframe":{\#(frame)}"#))
            #expect((reply.status == 200 ? "taken" : reply.place) == expected, "\(reply.text)")
        }
    }

    @Test func aHundredSegmentsAtMostCanBeNamed() async throws {
        try await TestShop.run { shop in
            let many = (0...100).map { #"\"s\#($0)\""# }.joined(separator: ",")
            let frame = #""statistics":["total_members"],"timeframe":{"key":"today"}"#
            let reply = try await shop.post(
                "/api/segment-values-reports", Self.report("values", #"\#(frame),"filter":"any(segment_id,[\#(many)])""#))
            #expect(reply.place == "/data/attributes/filter")
        }
    }
}
