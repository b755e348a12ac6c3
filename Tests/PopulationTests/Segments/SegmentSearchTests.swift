import Facts
import RandomSegments
import SeededDice
import Segments
import Testing

@testable import Population

@Suite("Whom a definition means is the same, some at a time")
struct SegmentSearchTests {
    @Test("Random definitions, a few rows at a time", arguments: 501...512 as ClosedRange<UInt64>)
    func same(seed: UInt64) throws {
        let shop = try RandomShop(seed: seed)
        shop.keepProperties()
        shop.go(on: 220)
        for _ in 0..<60 {
            let condition = try shop.dice.condition(levels: 3, of: ShopLanguage.self)
            var compiler = SegmentCompiler(shop.population, groups: shop.groups)
            let plan = try compiler.plan(condition)
            let end = Int64(RandomShop.now + shop.dice.whole(-86_400...86_400))
            var search = SegmentSearch(plan, before: end, rowsAtOnce: shop.dice.whole(1...9))
            var looks = 0
            while !search.isDone, looks < 10_000 {
                search.look(shop.population)
                search.settle()
                looks += 1
            }
            #expect(search.isDone && search.members == plan.members(of: shop.population, before: end), "\(condition.definitionJSON)")
        }
    }

    @Test("Parts at the top of some among parts at the top, whose borders are known one after another")
    func tops() throws {
        let shop = try RandomShop(seed: 513)
        shop.go(on: 220)
        let inner = Condition.test(.top(TopTest(dimension: .historicCLV, size: .percent(60))))
        let outer = Condition.test(.top(TopTest(dimension: .historicCLV, size: .percent(30), isBottom: true, among: .not(inner))))
        for condition in [inner, outer, .all([outer, inner]), .not(outer)] {
            var compiler = SegmentCompiler(shop.population, groups: shop.groups)
            let plan = try compiler.plan(condition)
            var search = SegmentSearch(plan, before: Int64(RandomShop.now), rowsAtOnce: 2)
            for _ in 0..<10_000 where !search.isDone {
                search.look(shop.population)
                search.settle()
            }
            #expect(search.isDone && search.members == plan.members(of: shop.population, before: Int64(RandomShop.now)))
        }
    }

    @Test("Nobody at all is found at once, and who comes while it is looked is not waited for")
    func grown() throws {
        let empty = Population(currency: .none, timeZone: .utc)
        let everybody = Condition.test(.sample(percent: 100, seed: 0))
        let groups = SegmentCompiler.Groups(list: { _ in nil }, segment: { _ in nil }, metric: { _ in nil })
        var compiler = SegmentCompiler(empty, groups: groups)
        var search = SegmentSearch(try compiler.plan(everybody), before: 1)
        search.look(empty)
        search.settle()
        #expect(search.isDone && search.members.isEmpty)
        let shop = try RandomShop(seed: 514)
        shop.go(on: 100)
        let count = shop.population.everybody.count
        search = SegmentSearch(try compiler.plan(everybody), before: 1, rowsAtOnce: 1)
        search.look(shop.population)
        search.settle()
        shop.go(on: 200)
        for _ in 0..<10_000 where !search.isDone {
            search.look(shop.population)
            search.settle()
        }
        #expect(search.isDone && search.members.count <= count && !search.members.isEmpty)
    }
}
