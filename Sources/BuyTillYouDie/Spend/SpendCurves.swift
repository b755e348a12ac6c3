/// Spend within a horizon for many customers at once.
///
/// The distribution of S / V' depends on the observed count and on the distribution of the number of purchases ahead, not on the
/// amounts: customers of one (frequency, age) share a curve. See ``SpendDistribution`` for the formula, which curves
/// reproduce to about 1e-4 of the spread; use one `SpendCurves` per thread.
///
/// ```swift
/// var curves = SpendCurves(spend: spendModel)
/// let curve = curves.curve(observedCount: 3, counts: outlook.purchaseCountDistribution(withinWeeks: 52))
/// let high = curve.logScaledSpend(survival: 0.1 / probabilityAlive).map { curves.scale(observedCount: 3, mean: 21.5) * exp($0) } ?? 0
/// ```
public struct SpendCurves: Sendable {
    /// The model of spend.
    public let spend: GammaGamma
    private var tables: [Key: SpendTable] = [:]
    /// Tables of frequent buyers, and others that are as large, are rarely shared: only the newest is kept.
    private var newestOfFrequent: (key: Key, table: SpendTable)?

    private struct Key: Hashable, Sendable {
        let observedCount: Int
        let rowCount: Int
    }
    private static let rowCounts = [8, 16, 32, 64, 128, 256]
    private static let mostKept = 128
    /// Numbers in all tables that are kept.
    private(set) var numbersKept = 0
    /// The most of them: 16 MB. Whoever asks for customers in the order of their counts never needs the tables that are given up; whoever
    /// asks in any order, and for ever, must not grow without end.
    static let mostNumbersKept = 1 << 21

    /// No tables yet; they are made when first asked for.
    public init(spend: GammaGamma) {
        self.spend = spend
    }

    /// V' = v + n m: the unit of money of a customer with n observed purchases of mean m.
    public func scale(observedCount: Int, mean: Double) -> Double { spend.posterior(count: observedCount, mean: mean).rate }

    /// The curve of customers with this many observed purchases and this distribution of purchases ahead, given active.
    public mutating func curve(observedCount: Int, counts: [Double]) -> SpendCurve {
        let factors = CountGrid.shared.factors(counts)
        return table(observedCount: max(observedCount, 0), rows: factors.count).curve(factors: factors)
    }

    private mutating func table(observedCount: Int, rows: Int) -> SpendTable {
        let rowCount = Self.rowCounts.first { $0 >= rows } ?? CountGrid.shared.nodes.count
        let key = Key(observedCount: observedCount, rowCount: rowCount)
        if let known = tables[key] { return known }
        if let newest = newestOfFrequent, newest.key == key { return newest.table }
        let table = SpendTable(spend: spend, observedCount: observedCount, rowCount: rowCount)
        if observedCount > Self.mostKept || table.size > Self.mostNumbersKept {
            newestOfFrequent = (key, table)
            return table
        }
        if numbersKept + table.size > Self.mostNumbersKept {
            tables.removeAll(keepingCapacity: true)
            numbersKept = 0
        }
        tables[key] = table
        numbersKept += table.size
        return table
    }
}
