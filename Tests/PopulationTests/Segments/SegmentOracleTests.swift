import Facts
import RandomSegments
import SeededDice
import Segments
import Testing

@testable import Population

@Suite("Whom a definition means, against plain loops over a plain record")
struct SegmentOracleTests {
    /// Ends near the shop's present, some just at or after the time of an event.
    private func end(_ shop: RandomShop) -> Int {
        switch shop.dice.whole(0...2) {
        case 0: RandomShop.now
        case 1: RandomShop.now + shop.dice.whole(-5 * 86_400...10 * 86_400)
        default:
            (shop.plain.people.flatMap(\.events).map(\.at).max() ?? RandomShop.now) - shop.dice.whole(0...40) * 86_400
                + shop.dice.whole(0...1)
        }
    }

    private func check(_ plan: SegmentPlan, _ condition: Condition, _ shop: RandomShop, _ end: Int) {
        let expected = shop.evaluator(end).members(condition)
        let members = plan.members(of: shop.population, before: Int64(end))
        #expect(plan.members(of: shop.population, before: Int64(end), sharedOutFrom: 0) == members, "on two threads")
        var found: Set<Int> = []
        members.forEach { found.insert($0.index) }
        #expect(found == expected, "\(condition.definitionJSON) before \(end): \(found.symmetricDifference(expected).sorted())")
        for row in 0...shop.plain.people.count {
            let profile = ProfileNumber(UInt32(row))
            #expect(plan.holds(profile, in: shop.population, before: Int64(end)) == members.contains(profile))
        }
    }

    @Test("Random shops and random definitions, before and after more happens", arguments: 1...30 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        let shop = try RandomShop(seed: seed)
        // Half of them keep what events say from the start, half when much has happened already.
        if seed % 2 == 0 { shop.keepProperties() }
        shop.go(on: 260)
        if seed % 2 == 1 { shop.keepProperties() }
        var plans: [(Condition, SegmentPlan)] = []
        for _ in 0..<80 {
            let condition = try shop.dice.condition(levels: 3, of: ShopLanguage.self)
            var compiler = SegmentCompiler(shop.population, groups: shop.groups)
            let plan = try compiler.plan(condition)
            plans.append((condition, plan))
            check(plan, condition, shop, end(shop))
        }
        shop.go(on: 80)
        for (condition, plan) in plans { check(plan, condition, shop, end(shop)) }
        // Plans outlive a change of the shop's settings, and a look through the values of properties.
        try shop.move(currency: shop.plain.currency == "JPY" ? "EUR" : "JPY", zone: shop.plain.zone == "UTC" ? "Europe/Warsaw" : "UTC")
        shop.population.forgetUnusedValues()
        for (condition, plan) in plans { check(plan, condition, shop, end(shop)) }
    }

    @Test("Single tests of every kind, many of each", arguments: 101...110 as ClosedRange<UInt64>)
    func single(seed: UInt64) throws {
        let shop = try RandomShop(seed: seed)
        shop.keepProperties()
        shop.go(on: 220)
        for _ in 0..<250 {
            let condition = Condition.test(try shop.dice.test(of: ShopLanguage.self))
            var compiler = SegmentCompiler(shop.population, groups: shop.groups)
            check(try compiler.plan(condition), condition, shop, end(shop))
        }
    }

    @Test("As time goes by nothing changes before the next change that is told", arguments: 201...220 as ClosedRange<UInt64>)
    func nextChange(seed: UInt64) throws {
        let shop = try RandomShop(seed: seed)
        shop.keepProperties()
        shop.go(on: 220)
        let rows = shop.plain.people.indices
        for _ in 0..<50 {
            let condition = try shop.dice.condition(levels: 2, of: ShopLanguage.self)
            var compiler = SegmentCompiler(shop.population, groups: shop.groups)
            let plan = try compiler.plan(condition)
            let end = end(shop)
            let members = plan.members(of: shop.population, before: Int64(end))
            let next = rows.map { plan.nextChange(ProfileNumber(UInt32($0)), in: shop.population, after: Int64(end)) ?? .max }
            #expect(next.allSatisfy { $0 > Int64(end) })
            // Who is at the top of some changes with the first of those who are compared.
            let soonest = plan.dependencies.isOfOthers ? next.min() ?? .max : .max
            let told = next.filter { $0 < .max }.sorted()
            var samples = told.prefix(4).map { Int($0) - 1 }
            for _ in 0..<4 { samples.append(end + shop.dice.whole(1...3 * 86_400)) }
            for _ in 0..<4 { samples.append(end + shop.dice.whole(1...40) * 3_600) }
            for _ in 0..<2 { samples.append(end + shop.dice.whole(1...400 * 86_400)) }
            for later in samples where later > end {
                let then = plan.members(of: shop.population, before: Int64(later))
                for row in rows where Int64(later) < min(next[row], soonest) {
                    let profile = ProfileNumber(UInt32(row))
                    #expect(
                        then.contains(profile) == members.contains(profile),
                        "\(condition.definitionJSON): \(row) at \(later), asked at \(end), next \(next[row])")
                }
            }
        }
    }

    @Test("Who changes by time alone is found among all, and followed from change to change", arguments: 221...250 as ClosedRange<UInt64>)
    func changes(seed: UInt64) throws {
        let shop = try RandomShop(seed: seed)
        shop.keepProperties()
        shop.go(on: 220)
        let population = shop.population
        let everybody = 0..<population.profileCount
        for _ in 0..<12 {
            var plans: [Int: SegmentPlan] = [:]
            for number in 0..<8 {
                let condition = try shop.dice.condition(levels: 3, of: ShopLanguage.self)
                var compiler = SegmentCompiler(population, groups: shop.groups)
                let plan = try compiler.plan(condition)
                // What others change is looked at as a whole.
                if !plan.dependencies.isOfOthers { plans[number] = plan }
            }
            let end = Int64(end(shop))
            let until = end + Int64(shop.dice.whole(1...30)) * 43_200
            var members = plans.mapValues { plan in
                Set(everybody.filter { plan.members(of: population, before: end).contains(ProfileNumber(UInt32($0))) })
            }
            var waiting: [(name: Int, row: Int, end: Int64)] = []
            var waits = EventWaits(plans.values, in: population, after: end, until: until)
            for row in stride(from: 0, to: everybody.count, by: 7) { waits.look(row..<min(everybody.count, row + 7), in: population) }
            for (name, plan) in plans {
                plan.changes(SegmentView(population, before: end), waits) { profile, next in
                    #expect(next > end && next <= until)
                    waiting.append((name, profile.index, next))
                }
            }
            let looks = (0..<6).map { _ in end + Int64(shop.dice.whole(1...Int(until - end))) }.sorted() + [until]
            for look in looks {
                while let place = waiting.indices.min(by: { waiting[$0].end < waiting[$1].end }), waiting[place].end <= look {
                    let change = waiting.remove(at: place)
                    let profile = ProfileNumber(UInt32(change.row))
                    guard let plan = plans[change.name] else { continue }
                    if plan.holds(profile, in: population, before: change.end) {
                        members[change.name]?.insert(change.row)
                    } else {
                        members[change.name]?.remove(change.row)
                    }
                    if let next = plan.nextChange(profile, in: population, after: change.end), next <= until {
                        waiting.append((change.name, change.row, next))
                    }
                }
                for (name, plan) in plans {
                    let then = plan.members(of: population, before: look)
                    #expect(
                        members[name] == Set(everybody.filter { then.contains(ProfileNumber(UInt32($0))) }), "\(seed) \(name) at \(look)")
                }
            }
        }
    }
}
