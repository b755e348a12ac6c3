import Facts
package import SeededDice
package import Segments

extension Dice {
    /// A definition with so many levels at most.
    package mutating func condition(levels: Int) throws -> Condition {
        guard levels > 0, chance(60) else { return .test(try test()) }
        switch whole(0...2) {
        case 0: return .not(try condition(levels: levels - 1))
        case 1: return .all(try conditions(levels))
        default: return .any(try conditions(levels))
        }
    }

    private mutating func conditions(_ levels: Int) throws -> [Condition] {
        var parts: [Condition] = []
        for _ in 0..<whole(1...3) { parts.append(try condition(levels: levels - 1)) }
        return parts
    }

    /// A test of any kind.
    package mutating func test() throws -> Test {
        switch whole(0...12) {
        case 0: return .metric(try metricTest())
        case 1: return .funnel(try funnel())
        case 2: return .property(PropertyTest(property: property(), filter: try valueFilter()))
        case 3: return .number(pick(NumberDimension.allCases), numberFilter())
        case 4: return .moment(pick(MomentDimension.allCases), propertyDate())
        case 5: return word()
        case 6: return .overdue(bool())
        case 7: return try top()
        case 8: return membership()
        case 9: return .consent(consent())
        case 10: return .region(pick(Region.allCases), isIn: bool())
        case 11: return .distance(distance())
        default: return .sample(percent: fraction() * 100, seed: UInt64(whole(0...Int(UInt32.max))))
        }
    }

    private mutating func metric() -> MetricReference { bool() ? .id(text()) : .name(text()) }

    private mutating func eventProperties() throws -> [EventPropertyTest] {
        var tests: [EventPropertyTest] = []
        guard chance(40) else { return tests }
        for _ in 0..<whole(1...10) { tests.append(EventPropertyTest(property: pick(["source", "a.b", "x y"]), filter: try valueFilter())) }
        return tests
    }

    private mutating func metricTest() throws -> MetricTest {
        MetricTest(
            metric: metric(), measurement: pick(MetricTest.Measurement.allCases), filter: numberFilter(), timeFrame: eventDate(),
            properties: try eventProperties())
    }

    private mutating func funnel() throws -> FunnelTest {
        var steps: [FunnelTest.Step] = []
        for place in 0..<whole(1...10) {
            steps.append(FunnelTest.Step(metric: metric(), hasHappened: place == 0 || bool(), properties: try eventProperties()))
        }
        let hours = [nil, 1, 24, 72, 120, 168, 720, 2_160, 4_320, 8_760] as [Int64?]
        return FunnelTest(steps: steps, timeFrame: funnelDate(), completionSeconds: pick(hours).map { $0 * 3_600 })
    }

    private mutating func property() -> ProfileProperty {
        if bool() { return .standard(pick(ProfileProperty.standardNames)) }
        return .custom(many(1...8) { $0.pick(["vip", "Favorite Color", "it's", "a]b", "[0]", "\"q\"", "é", "'"]) })
    }

    private mutating func word() -> Test {
        let dimension = pick(WordDimension.allCases)
        let words = many(1...3) { $0.pick(dimension.words) }
        let filter = pick([TextFilter.equals(words[0]), .notEquals(words[0]), .among(words), .notAmong(words)])
        guard dimension.isOfRFM, bool() else { return .word(dimension, filter) }
        let question = pick([
            RFMModelTest.Question.group(dimension, filter), .changed(propertyDate()),
            .score(pick([.rfmRecency, .rfmFrequency, .rfmMonetary]), numberFilter()),
        ])
        return .model(RFMModelTest(model: text().isEmpty ? "M" : "é \"M\"", question: question))
    }

    private mutating func top() throws -> Test {
        let size = bool() ? TopTest.Size.count(whole(1...1_000_000_000)) : .percent(100 - fraction() * 100)
        return .top(
            TopTest(
                dimension: pick(NumberDimension.allCases), size: size, isBottom: bool(), among: chance(40) ? try condition(levels: 1) : nil)
        )
    }

    private mutating func membership() -> Test {
        let areNames = bool()
        let groups = texts().map { areNames ? GroupReference.name($0) : .id($0) }
        let isMember = bool()
        return .membership(MembershipTest(isMember: isMember, groups: groups, joined: isMember && bool() ? joiningDate() : nil))
    }

    private mutating func consent() -> ConsentTest {
        let filters = many(0...4) { dice -> ConsentTest.Filter in
            switch dice.whole(0...4) {
            case 0: return .isDoubleOptIn(dice.bool())
            case 1: return .customSource(dice.text())
            case 2: return .method(dice.pick(ConsentTest.methods), among: dice.bool() ? [] : dice.texts())
            default: return .moment(dice.pick(ConsentTest.Moment.allCases), dice.chance(20) ? .isKnown : dice.propertyDate())
            }
        }
        return ConsentTest(
            channel: pick([.email, .sms, .push]), canReceive: bool(), subscription: pick(ConsentTest.Subscription.allCases),
            filters: filters)
    }

    private mutating func distance() -> DistanceTest {
        let isInMiles = bool()
        let length = bool() ? Double(whole(0...25_000)) : (fraction() * 1_000).rounded() / 10
        return DistanceTest(
            country: pick(["US", "PL"]), postalCode: pick(["10001", "00-950"]),
            kilometers: isInMiles ? length * 1.609_344 : length, isInMiles: isInMiles, isFarther: bool())
    }
}
