import Testing

@testable import BuyTillYouDie

/// Columns, their order and their groups.
@Suite struct HistoriesTests {
    @Test(arguments: [(40, 60), (3, 2), (2, 2_000_000_000)])
    func groupingIsSortingAndCounting(largestFrequency: Int, largestAge: Int) {
        var generator = SeededGenerator(seed: 51)
        func random(_ largest: Int) -> Int32 { Int32(generator.uniform() * Double(largest)) }
        var rows: [(x: Int32, age: Int32, recency: Int32)] = []
        for _ in 0..<2_000 {
            let x = random(3) == 0 ? random(largestFrequency) : random(4)
            let age = random(4) == 0 ? Int32(largestAge) : random(min(largestAge, 40))
            rows.append((x, age, x == 0 ? 0 : age / 2))
        }
        let (histories, groups) = PurchaseHistories.grouping(
            frequency: rows.map(\.x), recencyInDays: rows.map(\.recency), ageInDays: rows.map(\.age))
        #expect(histories.isUsable && histories.totalWeight == 2_000)
        for (row, group) in zip(rows, groups) {
            let there = histories[Int(group)]
            #expect(there.frequency == Int(row.x) && there.ageInWeeks == Double(row.age) / 7)
            #expect(there.recencyInWeeks == Double(row.recency) / 7)
        }
        let byComparison = PurchaseHistories(
            rows.map { PurchaseHistory(frequency: Int($0.x), recencyInWeeks: Double($0.recency) / 7, ageInWeeks: Double($0.age) / 7) })
        #expect(byComparison.frequency == histories.frequency && byComparison.ageInWeeks == histories.ageInWeeks)
        #expect(byComparison.recencyInWeeks == histories.recencyInWeeks && byComparison.weight == histories.weight)
        #expect(histories.runs.map(\.rows.count).reduce(0, +) == histories.count)
    }

    @Test func nonsenseIsMarked() {
        #expect(!PurchaseHistories.grouping(frequency: [-1], recencyInDays: [0], ageInDays: [4]).histories.isUsable)
        #expect(!PurchaseHistories.grouping(frequency: [1], recencyInDays: [5], ageInDays: [4]).histories.isUsable)
        #expect(!PurchaseHistories.grouping(frequency: [0], recencyInDays: [3], ageInDays: [4]).histories.isUsable)
        let wide = Int32.max
        #expect(!PurchaseHistories.grouping(frequency: [wide], recencyInDays: [wide], ageInDays: [wide]).histories.isUsable)
        let none = PurchaseHistories.grouping(frequency: [], recencyInDays: [], ageInDays: [])
        #expect(none.histories.count == 0 && none.groupOfRow.isEmpty)
    }

    @Test func weightsOfEqualRowsAdd() {
        let one = PurchaseHistory(frequency: 1, recencyInWeeks: 2, ageInWeeks: 3)
        let other = PurchaseHistory(frequency: 0, recencyInWeeks: 0, ageInWeeks: 3)
        let columns = PurchaseHistories([one, other, one], weights: [2, 3, 0.5])
        #expect(columns.frequency == [0, 1] && columns.weight == [3, 2.5] && columns.totalWeight == 5.5)
    }

    @Test func sampleStandsForAll() {
        var draws = Draws(seed: 52)
        let columns = PurchaseHistories((0..<3_000).map { _ in draws.history() })
        let sample = columns.sample(size: 500)
        #expect(sample.count <= 500 && sample.count > 300)
        #expect(abs(sample.totalWeight - columns.totalWeight) < 1e-6)
        func share(_ columns: PurchaseHistories) -> Double { (columns.runs.first?.weight ?? 0) / columns.totalWeight }
        #expect(abs(share(sample) - share(columns)) < 0.005)
        #expect(columns.sample(size: 5_000).count == columns.count)
    }

    @Test func spendIsSortedByCount() {
        let columns = SpendHistories(count: [3, 1, 90_000, 1, 5_000], mean: [30, 10, 90, 11, 50], weight: [1, 2, 3, 4, 5])
        #expect(columns.count == [1, 1, 3, 5_000, 90_000] && columns.mean == [10, 11, 30, 50, 90])
        #expect(columns.weight == [2, 4, 1, 5, 3] && columns.totalWeight == 15 && columns.isUsable)
    }
}
