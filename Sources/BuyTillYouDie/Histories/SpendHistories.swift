import Foundation

/// What customers spent: how many purchases were seen of each, and their mean amount, as columns sorted by the count.
public struct SpendHistories: Sendable {
    /// n: purchases seen, at least 1.
    public let count: [Int32]
    /// m: the mean amount of those purchases, above 0.
    public let mean: [Double]
    /// How many customers each row stands for.
    public let weight: [Double]
    /// The sum of the weights.
    public let totalWeight: Double
    /// Whether all counts are at least 1, all means above 0 and finite, all weights finite and not negative.
    public let isUsable: Bool

    /// The rows of one count, and what of them does not depend on the parameters.
    struct Run: Sendable {
        let purchases: Double
        let rows: Range<Int>
        let weight: Double
        /// Σ weight · log(m).
        let logMean: Double
    }
    let runs: [Run]

    /// The columns of customers in any order; a weight of 1 each where `weight` is `nil`. Counts up to the shortest column.
    public init(count: [Int32], mean: [Double], weight: [Double]? = nil) {
        let rows = min(count.count, mean.count, weight?.count ?? .max)
        let order = Self.sortedByCount(count[..<rows])
        let sortedCount = order.map { count[$0] }
        let sortedMean = order.map { mean[$0] }
        let sortedWeight = weight.map { weight in order.map { weight[$0] } } ?? [Double](repeating: 1, count: rows)
        self.init(sortedCount: sortedCount, mean: sortedMean, weight: sortedWeight)
    }

    private init(sortedCount: [Int32], mean: [Double], weight: [Double]) {
        count = sortedCount
        self.mean = mean
        self.weight = weight
        var isUsable = true
        var total = 0.0
        var runs: [Run] = []
        var start = 0
        while start < sortedCount.count {
            var end = start
            var runWeight = 0.0
            var logMean = 0.0
            while end < sortedCount.count, sortedCount[end] == sortedCount[start] {
                let amount = mean[end]
                let rowWeight = weight[end]
                if !(amount > 0 && amount < .infinity && rowWeight >= 0 && rowWeight < .infinity) { isUsable = false }
                runWeight += rowWeight
                logMean += rowWeight * log(amount)
                end += 1
            }
            if sortedCount[start] < 1 { isUsable = false }
            runs.append(Run(purchases: Double(sortedCount[start]), rows: start..<end, weight: runWeight, logMean: logMean))
            total += runWeight
            start = end
        }
        self.runs = runs
        self.isUsable = isUsable
        totalWeight = total
    }

    /// The rows' order by count, stable. Counts are small, so they are counted, not compared; a long tail is compared.
    private static func sortedByCount(_ count: ArraySlice<Int32>) -> [Int] {
        let direct: Int32 = 4_096
        var starts = [Int](repeating: 0, count: Int(direct) + 1)
        var tail: [Int] = []
        for row in count.indices {
            if count[row] >= 0, count[row] < direct { starts[Int(count[row]) + 1] += 1 } else { tail.append(row) }
        }
        for value in 1...Int(direct) { starts[value] += starts[value - 1] }
        var order = [Int](repeating: 0, count: count.count)
        for row in count.indices where count[row] >= 0 && count[row] < direct {
            order[starts[Int(count[row])]] = row
            starts[Int(count[row])] += 1
        }
        tail.sort { count[$0] != count[$1] ? count[$0] < count[$1] : $0 < $1 }
        order.replaceSubrange((count.count - tail.count)..., with: tail)
        return order
    }

    /// The mean amount of the mean customer.
    var overallMean: Double {
        var sum = 0.0
        for row in mean.indices { sum += weight[row] * mean[row] }
        return totalWeight > 0 ? sum / totalWeight : 0
    }

    /// The same rows in another unit of money.
    func scaled(by unit: Double) -> SpendHistories {
        SpendHistories(sortedCount: count, mean: mean.map { $0 / unit }, weight: weight)
    }

    /// At most `size` rows, one every `totalWeight / size` customers: stratified by count, and always the same.
    func sample(size: Int) -> SpendHistories {
        guard size > 0, count.count > size, totalWeight > 0 else { return self }
        let step = totalWeight / Double(size)
        var rows: [Int] = []
        var weights: [Double] = []
        var passed = 0.0
        var next = step / 2
        for row in count.indices {
            passed += weight[row]
            guard next < passed else { continue }
            let taken = ((passed - next) / step).rounded(.down) + 1
            next += taken * step
            rows.append(row)
            weights.append(taken * step)
        }
        return SpendHistories(sortedCount: rows.map { count[$0] }, mean: rows.map { mean[$0] }, weight: weights)
    }
}
