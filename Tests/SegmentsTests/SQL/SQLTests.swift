import Facts
import RandomSegments
import SeededDice
import Segments
import Testing

@Suite("Definitions as SQL")
struct SQLTests {
    private func sql(_ condition: Condition, _ dialect: SQLDialect = .duckdb, zone: String = "UTC") throws -> String {
        try condition.sql(
            dialect, before: Instant(secondsSince1970: 1_735_689_600), zone: try #require(ShopTimeZone(identifier: zone)),
            currency: try #require(Currency(code: "EUR")))
    }

    private func property(_ filter: TextFilter) -> Condition {
        .test(.property(PropertyTest(property: .standard("first_name"), filter: .text(filter))))
    }

    @Test("The example of low predicted CLV among readers")
    func example() throws {
        let condition = Condition.all([
            .any([.test(.number(.predictedCLV, .lessThanOrEqual(5)))]),
            .any([.test(.membership(MembershipTest(isMember: true, groups: [.name("newsletter")])))]),
            .any([
                .test(
                    .metric(
                        MetricTest(metric: .name("opened_email"), filter: .greaterThanOrEqual(1), timeFrame: .inTheLast(Span(90, .day)))))
            ]),
        ])
        #expect(
            try sql(condition) == """
                WITH t1 AS (
                  SELECT DISTINCT m.profile_id FROM memberships m WHERE (m.group_name IN ('newsletter'))
                ), t2 AS (
                  SELECT e.profile_id, COUNT(*) AS n FROM events e WHERE e.metric = 'opened_email' AND e.occurred_at >= TIMESTAMP '2024-10-03 00:00:00' AND e.occurred_at < TIMESTAMP '2025-01-01 00:00:00' GROUP BY e.profile_id
                )
                SELECT p.profile_id
                FROM profiles p
                LEFT JOIN predictions s ON s.profile_id = p.profile_id
                LEFT JOIN t1 ON t1.profile_id = p.profile_id
                LEFT JOIN t2 ON t2.profile_id = p.profile_id
                WHERE (COALESCE(s.predicted_clv <= 5.0e0, FALSE) AND t1.profile_id IS NOT NULL AND COALESCE(t2.n, 0) >= 1.0e0)

                """)
    }

    @Test("What somebody typed stays a text, whatever it holds")
    func injection() throws {
        let text = "x' OR 1=1; DROP TABLE profiles; --\\' ${x}"
        #expect(
            try sql(property(.equals(text))).hasSuffix("COALESCE(p.first_name = 'x'' OR 1=1; DROP TABLE profiles; --\\'' ${x}', FALSE)\n"))
        #expect(
            try sql(property(.equals(text)), .spark).hasSuffix(
                #"COALESCE(p.first_name = 'x\' OR 1=1; DROP TABLE profiles; --\\\' \u0024{x}', FALSE)"# + "\n"))
    }

    @Test("Outside of texts there is nothing that somebody typed", arguments: 0..<400)
    func quoted(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        let condition = try dice.condition(levels: 3, of: WholeLanguage.self)
        for dialect in SQLDialect.allCases {
            do throws(SegmentFaults) {
                let text = try condition.sql(dialect, before: Instant(secondsSince1970: 1_735_689_600), zone: .utc, currency: .none)
                var outside = ""
                var isInside = false
                var isEscaped = false
                for scalar in text.unicodeScalars {
                    if isEscaped {
                        isEscaped = false
                    } else if isInside, dialect == .spark, scalar == "\\" {
                        isEscaped = true
                    } else if scalar == "'" {
                        isInside.toggle()
                    } else if !isInside {
                        outside.unicodeScalars.append(scalar)
                    }
                }
                #expect(!isInside)
                #expect(outside.unicodeScalars.allSatisfy { $0.isASCII && $0 != "\\" && $0 != "\"" && $0 != ";" })
                #expect(!outside.contains("--"))
                #expect(outside.filter { $0 == "(" }.count == outside.filter { $0 == ")" }.count)
            } catch {
                #expect(!error.list.isEmpty && error.list.allSatisfy { $0.detail.count > 20 })
            }
        }
    }

    @Test("At the top of some: they are a query of their own, and what they ask is joined there")
    func topOfSome() throws {
        let among = Condition.all([property(.equals("Ann")), .test(.number(.historicNumberOfOrders, .greaterThan(1)))])
        let top = Condition.test(.top(TopTest(dimension: .historicCLV, size: .count(5), among: among)))
        #expect(
            try sql(.all([top, .test(.overdue(true))])) == """
                WITH t1 AS (
                  SELECT p.profile_id FROM profiles p LEFT JOIN predictions s ON s.profile_id = p.profile_id WHERE (COALESCE(p.first_name = 'Ann', FALSE) AND COALESCE(s.historic_number_of_orders > 1.0e0, FALSE))
                ), t2 AS (
                  SELECT r.profile_id FROM (SELECT s.profile_id, RANK() OVER (ORDER BY s.historic_clv DESC) AS place, COUNT(*) OVER () AS everybody FROM predictions s JOIN t1 q ON q.profile_id = s.profile_id WHERE s.historic_clv IS NOT NULL) r WHERE r.place <= 5
                )
                SELECT p.profile_id
                FROM profiles p
                LEFT JOIN t2 ON t2.profile_id = p.profile_id
                LEFT JOIN predictions s ON s.profile_id = p.profile_id
                WHERE (t2.profile_id IS NOT NULL AND COALESCE(s.overdue, FALSE))

                """)
        let bytes = property(.matches(try Pattern("\\C")))
        let refused = Condition.all([.any([.test(.top(TopTest(dimension: .totalCLV, size: .count(1), among: bytes)))])])
        let faults = #expect(throws: SegmentFaults.self) { try sql(refused, .spark) }
        #expect(faults?.list.map(\.pointer) == ["/condition_groups/0/conditions/0/among"])
    }

    @Test("What cannot be said is refused with its place and the reason")
    func refusals() throws {
        let bytes = property(.matches(try Pattern("a\\C")))
        let condition = Condition.all([property(.equals("a")), .any([property(.equals("b")), .not(bytes)])])
        let faults = #expect(throws: SegmentFaults.self) { try sql(condition, .spark) }
        #expect(faults?.list.map(\.pointer) == ["/condition_groups/1/conditions/1/condition"])
        #expect(try sql(condition).contains(#"regexp_matches(p.first_name, 'a\C')"#))
    }

    @Test("A text with a zero byte is put together where none can stand in the source")
    func zeroBytes() throws {
        #expect(try sql(property(.equals("a\u{0}'b"))).contains("p.first_name = ('a' || chr(0) || '''b')"))
        #expect(try sql(property(.equals("a\u{0}"))).contains("p.first_name = ('a' || chr(0) || '')"))
        #expect(try sql(property(.equals("a\u{0}b")), .spark).contains(#"p.first_name = 'a\u0000b'"#))
    }

    @Test(
        "For Spark, expressions are written as Java reads them",
        arguments: [
            ("^a.c$", #"\Aa[^\n]c\z"#), (#"\d+\.\s?"#, #"[0-9]+\x{2e}[\t\n\x0C\r ]?"#), ("(?i)gold|silver", "(?iu)gold|silver"),
            ("(?P<first>a)(?:b)(c)", "(?:a)(?-iu:b)(?:c)"), ("x{2,3}y{,2}", #"x{2,3}y\x{7b}\x{2c}2\x{7d}"#),
            ("(?s:.)", #"(?-iu:[\s\S])"#), ("(?m)^a$", #"(?-iu)(?:\A|(?<=\n))a(?=\n|\z)"#), ("[a-z&&[b]", #"[a-z\x{26}\x{26}\x{5b}b]"#),
            (#"[^\w\-]"#, #"(?:(?![0-9A-Za-z_\x{2d}])[\s\S])"#), ("[[:upper:][:^digit:]]", "[A-Z[^0-9]]"),
            (#"\p{Greek}\PL\p{^Lu}"#, #"[\p{IsGreek}][\P{L}][\P{Lu}]"#), (#"\Qa.b\E\x{1F600}\101"#, #"a\x{2e}b\x{1f600}A"#),
            ("ł", #"\x{142}"#), ("(a(?i)b)c", "(?:a(?iu)b)c"), ("[]a]", #"[\x{5d}a]"#), ("[a-]", #"[a\x{2d}]"#), (#"\v\a"#, #"\x{b}\x{7}"#),
        ])
    func java(pattern: String, expected: String) throws {
        let quoted = expected.replacing("\\", with: "\\\\")
        #expect(try sql(property(.matches(Pattern(pattern))), .spark).contains("regexp_like(p.first_name, '\(quoted)')"))
    }

    @Test("Scores and groups by a model that is named come from the table of models")
    func rfmModel() throws {
        let group = RFMModelTest(model: "Online", question: .group(.previousRFMGroup, .among(["Loyal", "Champions"])))
        let score = RFMModelTest(model: "Online", question: .score(.rfmFrequency, .greaterThan(2)))
        let text = try sql(.all([.test(.model(group)), .test(.model(score)), .test(.word(.rfmGroup, .equals("Loyal")))]))
        #expect(text.contains("SELECT r.* FROM rfm_models r WHERE r.model = 'Online' OR r.model_name = 'Online'"))
        #expect(text.contains("COALESCE(t1.previous_rfm_group IN ('Champions', 'Loyal'), FALSE)"))
        #expect(text.contains("COALESCE(t2.rfm_frequency > 2.0e0, FALSE)") && text.contains("COALESCE(s.rfm_group IN ('Loyal'), FALSE)"))
    }

    @Test("Custom metrics are said by what they are made of, an event counting once by the first group that lets it in")
    func customMetric() throws {
        let web = EventPropertyTest(property: "source", filter: .text(.equals("web")))
        let custom = CustomMetricDefinition(
            method: .value,
            groups: [
                .init(metric: .name("Ordered"), filters: [web]), .init(metric: .name("Ordered"), valueProperty: "total"),
                .init(metric: .name("Renewed"), valueProperty: "$value"),
            ])
        let condition = Condition.test(.metric(MetricTest(metric: .name("Sales"), measurement: .sum, filter: .greaterThan(5))))
        let text = try condition.sql(
            .duckdb, before: Instant(secondsSince1970: 0), zone: .utc, currency: .none, customMetrics: [.name("Sales"): custom])
        #expect(!text.contains("Sales") && text.contains("e.metric = 'Renewed'"))
        #expect(text.contains("THEN e.value WHEN e.metric = 'Ordered' THEN list_transform("))
        #expect(text.contains("WHEN e.metric = 'Renewed' THEN e.value END"))
    }

    @Test("Days are those of the shop")
    func zones() throws {
        let birthday = Condition.test(.moment(.firstOrder, .calendarMonth(2)))
        #expect(
            try sql(birthday, zone: "Europe/Paris").contains(
                "EXTRACT(MONTH FROM timezone('Europe/Paris', s.first_order_at AT TIME ZONE 'UTC')) = 2"))
        #expect(
            try sql(birthday, .spark, zone: "Europe/Paris").contains(
                "EXTRACT(MONTH FROM from_utc_timestamp(s.first_order_at, 'Europe/Paris'))"))
    }
}
