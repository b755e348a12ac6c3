import Facts
package import SeededDice
package import Segments

extension Dice {
    /// A definition with so many levels at most.
    package mutating func condition<Words: SegmentVocabulary>(levels: Int, of words: Words.Type) throws -> Condition {
        guard levels > 0, chance(55) else { return .test(try test(of: words)) }
        if chance(25) { return .not(try condition(levels: levels - 1, of: words)) }
        var parts: [Condition] = []
        for _ in 0..<whole(Words.parts) { parts.append(try condition(levels: levels - 1, of: words)) }
        return chance(40) ? .all(parts) : .any(parts)
    }

    /// A test of any kind.
    package mutating func test<Words: SegmentVocabulary>(of words: Words.Type) throws -> Test {
        switch pick(Words.kinds) {
        case .metric: return .metric(try metricTest(words))
        case .funnel: return .funnel(try funnel(words))
        case .property: return .property(try Words.propertyTest(&self))
        case .number: return .number(pick(NumberDimension.allCases), Words.numberFilter(&self))
        case .moment: return .moment(pick(MomentDimension.allCases), Words.date(.property, &self))
        case .word:
            let dimension = pick(WordDimension.allCases)
            return .word(dimension, wordFilter(dimension))
        case .model: return .model(RFMModelTest(model: Words.model(&self), question: question(words)))
        case .overdue: return .overdue(bool())
        case .top:
            let among = chance(40) ? try condition(levels: 1, of: words) : nil
            return .top(
                TopTest(dimension: pick(NumberDimension.allCases), size: Words.topSize(&self), isBottom: bool(), among: among))
        case .membership: return .membership(membership(words))
        case .consent: return .consent(consent(words))
        case .region: return .region(pick(Region.allCases), isIn: bool())
        case .distance: return .distance(distance())
        case .sample:
            let (percent, seed) = Words.sample(&self)
            return .sample(percent: percent, seed: seed)
        }
    }

    package mutating func eventTests<Words: SegmentVocabulary>(_ words: Words.Type) throws -> [EventPropertyTest] {
        var tests: [EventPropertyTest] = []
        guard chance(40) else { return tests }
        for _ in 0..<whole(1...Words.mostEventTests) { tests.append(try Words.eventTest(&self)) }
        return tests
    }

    private mutating func metricTest<Words: SegmentVocabulary>(_ words: Words.Type) throws -> MetricTest {
        MetricTest(
            metric: Words.metric(&self), measurement: pick([.count, .count, .sum, .average]), filter: Words.numberFilter(&self),
            timeFrame: Words.date(.event, &self), properties: try eventTests(words))
    }

    private mutating func funnel<Words: SegmentVocabulary>(_ words: Words.Type) throws -> FunnelTest {
        var steps: [FunnelTest.Step] = []
        for place in 0..<whole(1...Words.mostSteps) {
            let hasHappened = place == 0 || chance(60)
            steps.append(
                FunnelTest.Step(metric: Words.metric(&self), hasHappened: hasHappened, properties: try eventTests(words)))
        }
        let windows: [Int64?] = [nil] + FunnelTest.windows.map(\.seconds)
        return FunnelTest(steps: steps, timeFrame: Words.date(.funnel, &self), completionSeconds: pick(windows))
    }

    private mutating func wordFilter(_ dimension: WordDimension) -> TextFilter {
        let words = many(1...3) { $0.pick(dimension.words) }
        return pick([.equals(words[0]), .notEquals(words[0]), .among(words), .notAmong(words)])
    }

    private mutating func question<Words: SegmentVocabulary>(_ words: Words.Type) -> RFMModelTest.Question {
        let dimension = pick(WordDimension.allCases.filter(\.isOfRFM))
        return pick([
            .score(pick(NumberDimension.allCases.filter(\.isOfRFM)), Words.numberFilter(&self)),
            .changed(Words.date(.property, &self)), .group(dimension, wordFilter(dimension)),
        ])
    }

    private mutating func membership<Words: SegmentVocabulary>(_ words: Words.Type) -> MembershipTest {
        let (areNames, isMember) = (bool(), bool())
        let groups = many(1...3) { dice in areNames ? GroupReference.name(Words.group(&dice)) : .id(Words.group(&dice)) }
        return MembershipTest(isMember: isMember, groups: groups, joined: isMember && bool() ? Words.date(.joining, &self) : nil)
    }

    private mutating func consent<Words: SegmentVocabulary>(_ words: Words.Type) -> ConsentTest {
        let filters = many(1...3) { dice -> ConsentTest.Filter in
            switch dice.whole(0...5) {
            case 0: return .isDoubleOptIn(dice.bool())
            case 1: return .customSource(Words.consentSource(&dice))
            case 2: return .method(dice.pick(Words.consentMethods), among: dice.many(0...2) { Words.consentDetail(&$0) })
            default:
                return .moment(dice.pick(ConsentTest.Moment.allCases), dice.chance(25) ? .isKnown : Words.date(.property, &dice))
            }
        }
        return ConsentTest(
            channel: pick([.email, .email, .sms, .push]), canReceive: bool(), subscription: pick(ConsentTest.Subscription.allCases),
            filters: chance(40) ? filters : [])
    }

    private mutating func distance() -> DistanceTest {
        let isInMiles = bool()
        let length = bool() ? Double(whole(0...25_000)) : (fraction() * 1_000).rounded() / 10
        return DistanceTest(
            country: pick(["US", "PL"]), postalCode: pick(["10001", "00-950"]),
            kilometers: isInMiles ? length * 1.609_344 : length, isInMiles: isInMiles, isFarther: bool())
    }
}
