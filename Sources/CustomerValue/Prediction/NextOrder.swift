import BuyTillYouDie

/// When the next order comes, given that one comes within the horizon, under one model or an average of several.
struct NextOrder {
    private let outlooks: [Outlook]
    private let horizonInWeeks: Double
    /// P(next purchase within the node's time), node by node, of each model; only for an average.
    private let table: [Double]

    private static let intervals = 32

    /// The share of the horizon at which a node lies: denser at the beginning, where most next orders come.
    private static func share(_ node: Int) -> Double {
        let part = Double(node) / Double(intervals)
        return part * part
    }

    init(_ outlooks: [Outlook], horizon: Horizon) {
        self.outlooks = outlooks
        horizonInWeeks = horizon.weeks
        var table: [Double] = []
        if outlooks.count > 1 {
            table.reserveCapacity((Self.intervals + 1) * outlooks.count)
            for node in 0...Self.intervals {
                let weeks = Self.share(node) * horizon.weeks
                for outlook in outlooks { table.append(outlook.probabilityOfPurchase(withinWeeks: weeks)) }
            }
        }
        self.table = table
    }

    /// The time in weeks by which the next order has come with probability `q`, given that it comes within the horizon.
    ///
    /// One model answers exactly. For an average the mixed distribution is tabulated at 33 nodes; between them a cubic through the four
    /// nearest is inverted, which is within a hundredth of a day for a horizon of a year.
    ///
    /// - Parameter shares: weight times P(alive) of each model.
    func quantileInWeeks(_ q: Double, shares: [Double]) -> Double {
        if table.isEmpty { return outlooks.first?.quantileOfNextPurchaseInWeeks(q, withinWeeks: horizonInWeeks) ?? horizonInWeeks }
        let part = table.withUnsafeBufferPointer { table in
            shares.withUnsafeBufferPointer { shares in Self.part(q, table, models: outlooks.count, shares: shares) }
        }
        return part.map { $0 * $0 * horizonInWeeks } ?? q * horizonInWeeks
    }

    /// The place of the quantile, as a part of all intervals; `nil` where there is no distribution.
    private static func part(
        _ q: Double, _ table: UnsafeBufferPointer<Double>, models: Int, shares: UnsafeBufferPointer<Double>
    ) -> Double? {
        let shared = min(models, shares.count)
        func mixed(_ node: Int) -> Double {
            var sum = 0.0
            for model in 0..<shared { sum += shares[model] * table[node * models + model] }
            return sum
        }
        let target = q * mixed(intervals)
        guard target > 0 else { return nil }
        for node in 1...intervals where mixed(node) >= target {
            let first = min(max(0, node - 2), intervals - 3)
            let cubic = CubicThroughFour(mixed(first), mixed(first + 1), mixed(first + 2), mixed(first + 3))
            // In units of nodes the distribution is smooth, and rises: the root lies between the node before and this one.
            return (Double(first) + cubic.firstAtLeast(target, after: node - 1 - first)) / Double(intervals)
        }
        return 1
    }
}
