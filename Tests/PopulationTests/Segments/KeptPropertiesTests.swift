import Facts
import Segments
import Testing

@testable import Population

@Suite("What events say is kept alike, whenever it was first asked for")
struct KeptPropertiesTests {
    @Test("Kept from the start, or filled late, once or twice, at any time", arguments: 301...312 as ClosedRange<UInt64>)
    func late(seed: UInt64) throws {
        let early = try RandomShop(seed: seed)
        early.keepProperties()
        early.go(on: 400)
        for late in [0, 1, 100, 250, 400] {
            let shop = try RandomShop(seed: seed)
            shop.go(on: late)
            shop.keepProperties()
            if late == 100 { shop.keepProperties() }
            shop.go(on: 400 - late)
            if late == 250 { shop.keepProperties() }
            #expect(told(shop) == told(early))
        }
    }

    /// Each event of everybody with what is kept of it.
    private func told(_ shop: RandomShop) -> [String] {
        var lines: [String] = []
        for metric in RandomShop.metricNames.indices {
            let columns = shop.population.events[metric]
            for row in shop.plain.people.indices {
                let profile = ProfileNumber(UInt32(row))
                for place in 0..<columns.count(profile) {
                    let event = columns.event(profile, at: place)
                    let says = RandomShop.eventProperties.map { name in
                        let code = columns.code(of: name, profile, at: place) ?? 0
                        return "\(name)=\(String(decoding: shop.population.eventValues.json(code), as: UTF8.self))"
                    }
                    lines.append("\(metric) \(row) \(event.seconds) \(event.sequence) \(says.joined(separator: " "))")
                }
            }
        }
        return lines
    }

    private func shop() -> Population {
        let population = Population(currency: .none, timeZone: .utc)
        let facts: [Fact] = [
            .metric(MetricFact(metric: MetricNumber(0), name: "Clicked", integration: "API", seconds: 1)),
            .profile(ProfileFact(profile: ProfileNumber(0), isNew: true, seconds: 1, change: [])),
            .profile(ProfileFact(profile: ProfileNumber(1), isNew: true, seconds: 1, change: [])),
        ]
        for (place, fact) in facts.enumerated() {
            population.apply(fact, sequence: UInt64(place + 1), recordedAt: Instant(secondsSince1970: 1))
        }
        return population
    }

    private func click(_ profile: UInt32, at seconds: UInt32, _ properties: String) -> EventFact {
        EventFact(
            profile: ProfileNumber(profile), metric: MetricNumber(0), seconds: seconds, value: nil, currency: nil,
            identity: UInt64(seconds),
            order: 0, isBackfill: false, source: .api, properties: Array(properties.utf8)[...])
    }

    private func count(_ property: String, _ filter: ValueFilter, _ population: Population, before end: Int64 = 1_000) throws -> Int {
        let groups = SegmentCompiler.Groups(list: { _ in nil }, segment: { _ in nil }, metric: { _ in MetricNumber(0) })
        var compiler = SegmentCompiler(population, groups: groups)
        let test = MetricTest(
            metric: .id(""), filter: .greaterThan(0), properties: [EventPropertyTest(property: property, filter: filter)])
        return try compiler.plan(.test(.metric(test))).members(of: population, before: end).count
    }

    @Test("What was told before a merge and before it was kept is found with whom it is now")
    func merged() throws {
        let population = shop()
        let fact = click(0, at: 50, #"{"source":"ad","ship":{"city":"Paris"},"x":null}"#)
        population.apply(.event(fact), sequence: 4, recordedAt: Instant(secondsSince1970: 50))
        population.apply(
            .merge(MergeFact(from: ProfileNumber(0), into: ProfileNumber(1), seconds: 60)), sequence: 5,
            recordedAt: Instant(secondsSince1970: 60))
        #expect(try count("source", .text(.equals("ad")), population) == 0)
        for property in ["source", "ship.city", "x"] {
            #expect(population.keep(property, of: MetricNumber(0)) && !population.keep(property, of: MetricNumber(0)))
        }
        population.fill(fact, sequence: 4)
        #expect(try count("source", .text(.equals("ad")), population) == 1)
        #expect(try count("ship.city", .text(.startsWith("Par")), population) == 1)
        #expect(try count("x", .isSet(false), population) == 1)
        #expect(try count("x", .isSet(true), population) == 0)
    }

    @Test("Where values have no room a definition that asks for them is refused; what nobody asks for is let go")
    func noRoom() throws {
        let population = shop()
        population.eventValueByteLimit = 40
        _ = population.keep("page", of: MetricNumber(0))
        _ = population.keep("kind", of: MetricNumber(0))
        for n in UInt32(1)...10 {
            population.apply(
                .event(click(0, at: n, #"{"page":"/page/\#(n)"}"#)), sequence: 3 + UInt64(n), recordedAt: Instant(secondsSince1970: 50))
        }
        #expect(population.incompleteProperties == 1)
        #expect(try count("kind", .isSet(true), population) == 0)
        #expect(throws: SegmentFaults.self) { try count("page", .isSet(true), population) }
        population.keepOnly([MetricNumber(0): ["kind"]])
        #expect(population.keeps("kind", of: MetricNumber(0)) && !population.keeps("page", of: MetricNumber(0)))
        #expect(try count("kind", .isSet(true), population) == 0)
    }

    @Test("A date that events say comes nearer as time goes by")
    func dates() throws {
        let population = shop()
        _ = population.keep("due", of: MetricNumber(0))
        population.apply(
            .event(click(0, at: 50, #"{"due":"1970-01-10"}"#)), sequence: 4, recordedAt: Instant(secondsSince1970: 50))
        let due: Int64 = 9 * 86_400
        let filter = DateFilter.inTheNext(Span(2, .day))
        #expect(try count("due", .date(filter), population, before: due - 2 * 86_400) == 0)
        #expect(try count("due", .date(filter), population, before: due - 2 * 86_400 + 1) == 1)
        let groups = SegmentCompiler.Groups(list: { _ in nil }, segment: { _ in nil }, metric: { _ in MetricNumber(0) })
        var compiler = SegmentCompiler(population, groups: groups)
        let property = EventPropertyTest(property: "due", filter: .date(filter))
        let metric = MetricTest(metric: .id(""), filter: .greaterThan(0), properties: [property])
        let step = FunnelTest.Step(metric: .id(""), hasHappened: true, properties: [property])
        for test in [Segments.Test.metric(metric), .funnel(FunnelTest(steps: [step], timeFrame: .allTime, completionSeconds: nil))] {
            let plan = try compiler.plan(.test(test))
            #expect(plan.nextChange(ProfileNumber(0), in: population, after: 100) == due - 2 * 86_400 + 1)
            #expect(plan.nextChange(ProfileNumber(0), in: population, after: due) == due + 1)
            #expect(plan.nextChange(ProfileNumber(0), in: population, after: due + 1) == nil)
        }
    }

    @Test("An average is of what is in the shop's currency alone")
    func average() throws {
        let population = Population(currency: try #require(Currency(code: "EUR")), timeZone: .utc)
        let facts: [Fact] = [
            .metric(MetricFact(metric: MetricNumber(0), name: "Clicked", integration: "API", seconds: 1)),
            .profile(ProfileFact(profile: ProfileNumber(0), isNew: true, seconds: 1, change: [])),
        ]
        for (place, fact) in facts.enumerated() {
            population.apply(fact, sequence: UInt64(place + 1), recordedAt: Instant(secondsSince1970: 1))
        }
        for (place, code) in [nil, "EUR", "USD"].enumerated() {
            var fact = click(0, at: UInt32(50 + place), "{}")
            fact.value = 100
            fact.currency = code.flatMap { Currency(code: $0) }
            population.apply(.event(fact), sequence: UInt64(3 + place), recordedAt: Instant(secondsSince1970: 50))
        }
        let groups = SegmentCompiler.Groups(list: { _ in nil }, segment: { _ in nil }, metric: { _ in MetricNumber(0) })
        var compiler = SegmentCompiler(population, groups: groups)
        for (measurement, expected) in [(MetricTest.Measurement.count, 3.0), (.sum, 200), (.average, 100)] {
            let plan = try compiler.plan(.test(.metric(MetricTest(metric: .id(""), measurement: measurement, filter: .equals(expected)))))
            #expect(plan.holds(ProfileNumber(0), in: population, before: 1_000))
        }
    }
}
