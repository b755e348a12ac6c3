/// Purchase histories as columns: equal ones stand in one row with a weight, sorted by frequency, age, recency.
///
/// Since only what differs is stored, a likelihood costs as much as there are different histories, not customers.
public struct PurchaseHistories: Sendable {
    /// x of each row; a whole number.
    public let frequency: [Double]
    /// t_x of each row, in weeks.
    public let recencyInWeeks: [Double]
    /// T of each row, in weeks.
    public let ageInWeeks: [Double]
    /// How many customers each row stands for.
    public let weight: [Double]
    /// The sum of the weights: how many customers there are.
    public let totalWeight: Double
    /// Whether every row is usable and every weight is finite and not negative: else a fit throws ``FitError/unusableHistory``.
    public let isUsable: Bool

    /// The rows of one frequency; they follow each other, since rows are sorted.
    struct Run: Sendable {
        let frequency: Double
        let rows: Range<Int>
        let weight: Double
    }
    /// One per distinct frequency: what depends on the frequency alone is computed once for each.
    let runs: [Run]

    /// How many rows there are: distinct histories.
    public var count: Int { frequency.count }

    /// The columns of histories in any order; a weight says for how many customers a history stands, 1 where `weights` is `nil`.
    ///
    /// Missing weights count as 0.
    public init(_ rows: [PurchaseHistory], weights: [Double]? = nil) {
        let order = rows.indices.sorted { Self.precedes(rows[$0], rows[$1]) }
        var frequency: [Double] = []
        var recency: [Double] = []
        var age: [Double] = []
        var weight: [Double] = []
        var previous: PurchaseHistory?
        var isUsable = true
        for index in order {
            let row = rows[index]
            let rowWeight = weights.map { index < $0.count ? $0[index] : 0 } ?? 1
            if !row.isUsable || !(rowWeight >= 0) || rowWeight == .infinity { isUsable = false }
            if row == previous {
                weight[weight.count - 1] += rowWeight
            } else {
                frequency.append(Double(row.frequency))
                recency.append(row.recencyInWeeks)
                age.append(row.ageInWeeks)
                weight.append(rowWeight)
            }
            previous = row
        }
        self.init(sortedFrequency: frequency, recencyInWeeks: recency, ageInWeeks: age, weight: weight, isUsable: isUsable)
    }

    /// Columns that are sorted by frequency, age and recency already.
    init(sortedFrequency frequency: [Double], recencyInWeeks: [Double], ageInWeeks: [Double], weight: [Double], isUsable: Bool) {
        self.frequency = frequency
        self.recencyInWeeks = recencyInWeeks
        self.ageInWeeks = ageInWeeks
        self.weight = weight
        self.isUsable = isUsable
        var runs: [Run] = []
        var start = 0
        var total = 0.0
        while start < frequency.count {
            var end = start
            var runWeight = 0.0
            while end < frequency.count, frequency[end] == frequency[start] {
                runWeight += weight[end]
                end += 1
            }
            // A NaN equals nothing, not even itself: such a row is a run of its own, and marked unusable.
            if end == start { end = start + 1 }
            runs.append(Run(frequency: frequency[start], rows: start..<end, weight: runWeight))
            total += runWeight
            start = end
        }
        self.runs = runs
        totalWeight = total
    }

    /// The history of a row.
    public subscript(row: Int) -> PurchaseHistory {
        PurchaseHistory(
            frequency: Int(exactly: frequency[row]) ?? 0, recencyInWeeks: recencyInWeeks[row], ageInWeeks: ageInWeeks[row])
    }

    private static func precedes(_ a: PurchaseHistory, _ b: PurchaseHistory) -> Bool {
        if a.frequency != b.frequency { return a.frequency < b.frequency }
        if a.ageInWeeks != b.ageInWeeks { return a.ageInWeeks < b.ageInWeeks }
        return a.recencyInWeeks < b.recencyInWeeks
    }
}
