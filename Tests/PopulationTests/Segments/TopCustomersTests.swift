import CustomerValue
import Facts
import SeededDice
import Segments
import Testing

@testable import Population

@Suite("Those with the greatest or least of a number")
struct TopCustomersTests {
    private func shop(_ historic: [Int64?]) -> Population {
        let population = Population(currency: .none, timeZone: .utc)
        for (row, minorUnits) in historic.enumerated() {
            let profile = ProfileNumber(UInt32(row))
            population.apply(
                .profile(ProfileFact(profile: profile, isNew: true, seconds: 1, change: [])), sequence: UInt64(row + 1),
                recordedAt: Instant(secondsSince1970: 1))
            guard let minorUnits else { continue }
            population.set(
                score: CustomerScore(
                    asOf: ShopDay(daysSince1970: 1), numberOfOrders: 1, historicMinorUnits: minorUnits, firstOrder: nil, lastOrder: nil,
                    averageOrderMinorUnits: nil, averageDaysBetweenOrders: nil, prediction: nil, rfm: nil), of: profile)
        }
        return population
    }

    private func rows(
        _ population: Population, _ size: TopTest.Size, isBottom: Bool = false, among: Condition? = nil
    ) throws -> [Int] {
        let groups = SegmentCompiler.Groups(list: { _ in nil }, segment: { _ in nil }, metric: { _ in nil })
        var compiler = SegmentCompiler(population, groups: groups)
        let plan = try compiler.plan(.test(.top(TopTest(dimension: .historicCLV, size: size, isBottom: isBottom, among: among))))
        var rows: [Int] = []
        plan.members(of: population, before: 10).forEach { rows.append($0.index) }
        for row in 0..<population.profileCount {
            #expect(plan.holds(ProfileNumber(UInt32(row)), in: population, before: 10) == rows.contains(row))
        }
        return rows
    }

    @Test("Whoever ties with the last is in")
    func ties() throws {
        let population = shop([500, 300, 300, nil, 300, 100, 900])
        #expect(try rows(population, .count(1)) == [6])
        #expect(try rows(population, .count(2)) == [0, 6])
        #expect(try rows(population, .count(3)) == [0, 1, 2, 4, 6])
        #expect(try rows(population, .count(5)) == [0, 1, 2, 4, 6])
        #expect(try rows(population, .count(6)) == [0, 1, 2, 4, 5, 6])
        #expect(try rows(population, .count(1_000_000_000)) == [0, 1, 2, 4, 5, 6])
        #expect(try rows(population, .count(1), isBottom: true) == [5])
        #expect(try rows(population, .count(2), isBottom: true) == [1, 2, 4, 5])
        #expect(try rows(shop([7, 7, 7, 7]), .count(1)) == [0, 1, 2, 3])
        #expect(try rows(shop([nil, nil]), .count(1)).isEmpty)
        #expect(try rows(shop([]), .percent(100)).isEmpty)
    }

    @Test("A share of those who have the number is rounded up")
    func shares() throws {
        let population = shop((1...10).map { Int64($0) as Int64? } + Array(repeating: nil, count: 5))
        #expect(try rows(population, .percent(10)) == [9])
        #expect(try rows(population, .percent(10.5)) == [8, 9])
        #expect(try rows(population, .percent(30)) == [7, 8, 9])
        #expect(try rows(population, .percent(0.001)) == [9])
        #expect(try rows(population, .percent(100)).count == 10)
        #expect(try rows(population, .percent(70), isBottom: true) == [0, 1, 2, 3, 4, 5, 6])
    }

    @Test("Among some, only they are compared")
    func amongSome() throws {
        let population = shop([500, 300, 300, nil, 300, 100, 900])
        let small = Condition.test(.number(.historicCLV, .lessThan(5)))
        #expect(try rows(population, .count(1), among: small) == [1, 2, 4])
        #expect(try rows(population, .count(4), among: small) == [1, 2, 4, 5])
        #expect(try rows(population, .percent(25), isBottom: true, among: small) == [5])
        #expect(try rows(population, .count(1), among: .any([])).isEmpty)
        let inner = Condition.test(.top(TopTest(dimension: .historicCLV, size: .count(2), isBottom: true)))
        #expect(try rows(population, .count(3), among: .not(inner)) == [0, 6])
    }

    @Test("Random numbers with many ties, against counting who is better", arguments: 1...10 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<20 {
            let historic = dice.many(1...300) { $0.chance(20) ? nil : Int64($0.whole(0...40)) * 5 }
            let population = shop(historic)
            let count = dice.whole(1...120)
            let isBottom = dice.bool()
            let expected = historic.indices.filter { row in
                guard let mine = historic[row] else { return false }
                return historic.count { $0.map { isBottom ? $0 < mine : $0 > mine } ?? false } < count
            }
            #expect(try rows(population, .count(count), isBottom: isBottom) == expected)
        }
    }
}
