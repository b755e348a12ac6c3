import Facts
import SeededDice
import Segments

extension Dice {
    /// A definition that names what a ``RandomShop`` has.
    mutating func condition(levels: Int) throws -> Condition {
        guard levels > 0, chance(50) else { return .test(try test()) }
        switch whole(0...3) {
        case 0: return .not(try condition(levels: levels - 1))
        case 1: return .all(try conditions(levels))
        default: return .any(try conditions(levels))
        }
    }

    private mutating func conditions(_ levels: Int) throws -> [Condition] {
        var parts: [Condition] = []
        for _ in 0..<whole(0...3) { parts.append(try condition(levels: levels - 1)) }
        return parts
    }

    mutating func test() throws -> Test {
        switch whole(0...15) {
        case 0...3: return .metric(try metricTest())
        case 4, 5: return .funnel(try funnel())
        case 6...8: return .property(try propertyTest())
        case 9: return .number(pick(NumberDimension.allCases), numberFilter())
        case 10: return .moment(pick(MomentDimension.allCases), dateFilter())
        case 11: return word()
        case 12: return bool() ? .top(try topTest()) : .overdue(bool())
        case 13: return .membership(membership())
        case 14: return .consent(consent())
        default:
            return bool()
                ? .region(pick(Region.allCases), isIn: bool()) : .sample(percent: Double(whole(0...100)), seed: UInt64(whole(0...9)))
        }
    }

    // MARK: Filters

    mutating func numberFilter() -> NumberFilter {
        let value = pick([-1, 0, 0.25, 0.5, 1, 2, 2.5, 5, 7.5, 10, 12.5, 20, 1_000])
        switch whole(0...6) {
        case 0: return .equals(value)
        case 1: return .notEquals(value)
        case 2: return .greaterThan(value)
        case 3: return .greaterThanOrEqual(value)
        case 4: return .lessThan(value)
        case 5: return .lessThanOrEqual(value)
        default: return .between(value, value + Double(whole(0...4)) / 2)
        }
    }

    private mutating func textFilter() throws -> TextFilter {
        let value = text()
        let texts = [text(), text()]
        let pattern = try Pattern(pick(PlainFilters.patterns))
        return pick([
            .equals(value), .notEquals(value), .contains(value), .notContains(value), .startsWith(value), .notStartsWith(value),
            .endsWith(value), .notEndsWith(value), .matches(pattern), .notMatches(pattern), .among(texts), .notAmong(texts),
            .phoneCountryAmong(["PL", "US"]), .phoneCountryNotAmong(["PL", "FR"]),
        ])
    }

    private mutating func listFilter() -> ListFilter {
        let value = text()
        let texts = [text(), text()]
        let number = ListElement.number(Double(whole(0...2)))
        let length = Double(whole(0...3))
        return pick([
            .contains(.text(value)), .notContains(.text(value)), .contains(number), .notContains(number), .containsAny(texts),
            .notContainsAny(texts), .containsAll(texts), .notContainsAll(texts), .containsSubstring(value), .notContainsSubstring(value),
            .containsAt(.start, value), .containsAt(.end, value), .notContainsAt(.start, value), .notContainsAt(.end, value),
            .length(.equals(length)), .length(.greaterThan(length)), .length(.lessThanOrEqual(length)),
        ])
    }

    private mutating func valueFilter(_ name: String) throws -> ValueFilter {
        if chance(15) { return .isSet(bool()) }
        switch name {
        case "vip": return .bool(bool())
        case "count", "n": return .number(numberFilter())
        case "tags": return .list(listFilter())
        case "born", "due", "created", "updated", "last_event_date", "RFM group last changed": return .date(dateFilter())
        case "Current RFM group", "$current_month_rfm_group", "Previous RFM group":
            let names = [pick(WordDimension.previousRFMGroup.words), pick(WordDimension.previousRFMGroup.words)]
            // Texts that are no group are refused where a whole group is asked for.
            if chance(20) { return .text(pick([.contains("o"), .startsWith("C"), .notEndsWith("e"), .notContains("Risk")])) }
            return .text(pick([.equals(names[0]), .notEquals(names[0]), .among(names), .notAmong(names)]))
        case "source": return pick([.text(try textFilter()), .number(numberFilter()), .bool(bool()), .list(listFilter())])
        default: return chance(85) ? .text(try textFilter()) : .list(listFilter())
        }
    }

    private mutating func instant() -> Instant {
        Instant(
            secondsSince1970: Int64(RandomShop.now + pick([whole(-60...20) * 86_400, whole(-60...60) * 3_600, whole(-40_000_000...0)])))
    }

    private mutating func span() -> Span {
        let unit = pick(Span.Unit.allCases)
        return Span(unit == .hour ? whole(0...100) : unit == .day ? whole(0...45) : whole(0...8), unit)
    }

    mutating func dateFilter() -> DateFilter {
        let instants = [instant(), instant()].sorted()
        let bounds = [whole(0...40), whole(0...40)].sorted()
        return pick([
            .before(instants[0]), .after(instants[0]), .betweenInstants(instants[0], instants[1]), .inTheLast(span()), .inTheNext(span()),
            .atLeastAgo(span()), .betweenAgo(from: bounds[0], to: bounds[1], pick(Span.Unit.allCases)), .anniversaryInTheLast(span()),
            .anniversaryInTheNext(span()), .anniversaryToday, .anniversaryThisMonth, .calendarMonth(whole(1...12)),
        ])
    }

    // MARK: Tests

    private mutating func metric() -> MetricReference {
        let number = whole(0...2)
        return bool() ? .id("\(number)") : .name(RandomShop.metricNames[number])
    }

    private mutating func eventProperties() throws -> [EventPropertyTest] {
        var tests: [EventPropertyTest] = []
        guard chance(40) else { return tests }
        for _ in 0..<whole(1...2) {
            let name = pick(RandomShop.eventProperties)
            tests.append(EventPropertyTest(property: name, filter: try valueFilter(name)))
        }
        return tests
    }

    private mutating func metricTest() throws -> MetricTest {
        MetricTest(
            metric: metric(), measurement: pick([.count, .count, .sum, .average]), filter: numberFilter(),
            timeFrame: chance(25) ? .allTime : dateFilter(), properties: try eventProperties())
    }

    private mutating func funnel() throws -> FunnelTest {
        var steps: [FunnelTest.Step] = []
        for place in 0..<whole(1...5) {
            steps.append(FunnelTest.Step(metric: metric(), hasHappened: place == 0 || chance(60), properties: try eventProperties()))
        }
        let instants = [instant(), instant()].sorted()
        let hours = [nil, 1, 24, 72, 168, 720, 8_760] as [Int64?]
        return FunnelTest(
            steps: steps,
            timeFrame: pick([
                .allTime, .inTheLast(span()), .inTheNext(span()), .atLeastAgo(span()), .betweenAgo(from: 1, to: whole(1...60), .day),
                .betweenInstants(instants[0], instants[1]),
            ]), completionSeconds: pick(hours).map { $0 * 3_600 })
    }

    private mutating func propertyTest() throws -> PropertyTest {
        let name = pick([
            "vip", "color", "count", "tags", "born", "email", "phone_number", "first_name", "location.country", "created", "updated",
            "last_event_date", "nest", "nobody", "Current RFM group", "$current_month_rfm_group", "Previous RFM group",
            "RFM group last changed",
        ])
        let filter = try valueFilter(name)
        switch name {
        case "nest":
            return PropertyTest(property: .custom(pick([["nest", "a", "b"], ["nest", "c"], ["nest", "x", "y"]])), filter: filter)
        case "vip", "color", "count", "tags", "born", "nobody": return PropertyTest(property: .custom([name]), filter: filter)
        case _ where name.contains("RFM") || name.hasPrefix("$"): return PropertyTest(property: .custom([name]), filter: filter)
        default: return PropertyTest(property: .standard(name), filter: filter)
        }
    }

    private mutating func word() -> Test {
        let dimension = pick(WordDimension.allCases)
        let words = [pick(dimension.words), pick(dimension.words)]
        let filter = pick([TextFilter.equals(words[0]), .notEquals(words[0]), .among(words), .notAmong(words)])
        guard chance(40) else { return .word(dimension, filter) }
        return .model(RFMModelTest(model: "Other", question: question(filter)))
    }

    private mutating func question(_ filter: TextFilter) -> RFMModelTest.Question {
        switch whole(0...2) {
        case 0: .score(pick([.rfmRecency, .rfmFrequency, .rfmMonetary]), numberFilter())
        case 1: .changed(dateFilter())
        default: .group(pick([.rfmGroup, .previousRFMGroup]), filter)
        }
    }

    mutating func topTest() throws -> TopTest {
        TopTest(
            dimension: pick(NumberDimension.allCases), size: bool() ? .count(whole(1...12)) : .percent(Double(whole(1...200)) / 2),
            isBottom: bool(), among: chance(40) ? try condition(levels: 1) : nil)
    }

    private mutating func membership() -> MembershipTest {
        let areNames = bool()
        let groups = many(1...3) { dice -> GroupReference in
            let text = dice.pick(["L1", "L2", "L3", "L4", "S1", "S2"])
            return areNames ? .name(text) : .id(text)
        }
        let isMember = bool()
        return MembershipTest(isMember: isMember, groups: groups, joined: isMember && bool() ? dateFilter() : nil)
    }

    private mutating func consent() -> ConsentTest {
        let filters = many(0...2) { dice -> ConsentTest.Filter in
            switch dice.whole(0...5) {
            case 0: .isDoubleOptIn(dice.bool())
            case 1: .customSource(dice.pick(["Till", "Fair", "nowhere"]))
            case 2: .method(dice.pick(["api", "form", "manual_import", "sftp"]), among: dice.pick([[], ["F1"], ["F1", "F2"]]))
            default: .moment(dice.pick(ConsentTest.Moment.allCases), dice.chance(30) ? .isKnown : dice.dateFilter())
            }
        }
        return ConsentTest(
            channel: pick([.email, .email, .sms, .push]), canReceive: bool(), subscription: pick(ConsentTest.Subscription.allCases),
            filters: chance(40) ? filters : [])
    }
}
