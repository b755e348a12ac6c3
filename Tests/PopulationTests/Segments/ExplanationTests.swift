import Facts
import RandomSegments
import SeededDice
import Segments
import Testing

@testable import Population

/// Why somebody is in: what is said of a condition is what it decides by.
@Suite("Why somebody is meant by a definition")
struct ExplanationTests {
    @Test("The whole holds for those whom it means, each test by the value that it saw", arguments: 1...20 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        let shop = try RandomShop(seed: 3_000 + seed)
        shop.keepProperties()
        shop.go(on: 220)
        let end = Int64(RandomShop.now + shop.dice.whole(-5 * 86_400...10 * 86_400))
        var seen = 0
        for _ in 0..<40 {
            let condition = try shop.dice.condition(levels: 3, of: ShopLanguage.self)
            var compiler = SegmentCompiler(shop.population, groups: shop.groups)
            let (plan, explainer) = (try compiler.plan(condition), try compiler.explainer(condition))
            #expect(plan.dependencies == explainer.dependencies)
            for row in shop.plain.people.indices {
                let profile = ProfileNumber(UInt32(row))
                let told = explainer.explain(profile, in: shop.population, before: end)
                #expect((told != nil) == shop.population.isLive(profile))
                guard let told else { continue }
                #expect(told.holds == plan.holds(profile, in: shop.population, before: end), "\(condition.definitionJSON)")
                let next = plan.nextChange(profile, in: shop.population, after: end).map { Instant(secondsSince1970: $0 - 1) }
                if plan.dependencies.isOfTime { #expect(told.mayChange == next) }
                check(told, condition, shop, end, &seen)
            }
        }
        #expect(seen > 200)
    }

    private func check(_ told: ExplainedCondition, _ condition: Condition, _ shop: RandomShop, _ end: Int64, _ seen: inout Int) {
        switch (told.kind, condition) {
        case (.all, .all(let parts)), (.any, .any(let parts)):
            #expect(told.parts.count == parts.count)
            for (told, part) in zip(told.parts, parts) { check(told, part, shop, end, &seen) }
        case (.not, .not(let part)):
            #expect(told.parts.count == 1 && told.holds != told.parts[0].holds)
            check(told.parts[0], part, shop, end, &seen)
        case (.all, .test(.top(let top))):
            // Who is at the top of some is told in two parts: the place, and being one of them.
            guard let among = top.among, told.parts.count == 2 else {
                Issue.record("\(told) is not \(condition.definitionJSON)")
                return
            }
            check(told.parts[1], among, shop, end, &seen)
            guard case .test(let test, let observed) = told.parts[0].kind else {
                Issue.record("\(told)")
                return
            }
            #expect(told.holds == told.parts[0].holds)
            #expect(told.holds == (decided(test, observed, end, shop.population.timeZone) == true && told.parts[1].holds))
        case (.test(let test, let observed), .test(let asked)):
            #expect(test == asked)
            guard let decided = decided(test, observed, end, shop.population.timeZone) else { return }
            seen += 1
            #expect(told.holds == decided, "\(condition.definitionJSON) saw \(observed)")
        default: Issue.record("\(told) is not \(condition.definitionJSON)")
        }
    }

    /// What the value that was seen comes to; `nil` for tests whose value alone does not say it.
    private func decided(_ test: Segments.Test, _ observed: Observed, _ end: Int64, _ zone: ShopTimeZone) -> Bool? {
        switch (test, observed) {
        case (.number(_, let filter), .number(let number)): number.map { filter.holds($0) } ?? false
        case (.moment(_, let filter), .moment(let moment)):
            moment.map { filter.holds($0.secondsSince1970, before: end, in: zone) } ?? false
        case (.word(_, let filter), .word(let word)):
            word.map { word in
                var word = word
                return word.withUTF8 { filter.holds(UnsafeRawBufferPointer($0)) }
            } ?? false
        case (.overdue(let asked), .overdue(let isOverdue)): isOverdue == asked
        case (.top(let test), .ranked(let number, let border)):
            number.flatMap { number in border.map { test.isBottom ? number <= $0 : number >= $0 } } ?? false
        case (.metric(let test), .events(let events)):
            switch test.measurement {
            case .count: test.filter.holds(Double(events.count))
            case .sum: test.filter.holds(events.sum)
            case .average: events.average.map { test.filter.holds($0) } ?? false
            }
        case (.membership(let test), .groups(let joined)):
            joined.contains { test.joined?.holds($0.since.secondsSince1970, before: end, in: zone) ?? true } == test.isMember
        case (.sample(let percent, _), .drawn(let number)): number < percent
        case (.funnel, .starts(let count, _)): count == 0 ? false : nil
        case (.region(.unitedStates, let isIn), .country(let country)): country.map { ($0 == "US") == isIn } ?? false
        default: nil
        }
    }
}
