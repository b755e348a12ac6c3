import BuyTillYouDie

/// What lies ahead of customers with the same number of repeat purchases and the same age, given that they are still active.
///
/// Given activity the future does not depend on recency: recency enters through P(alive) alone. So the costly parts (expected purchases,
/// distributions) are worked out once for each pair of frequency and age, some ten thousand pairs for a million customers.
struct Ahead {
    /// Expected purchase days within the horizon.
    let expectedPurchases: Double
    /// P(at least one purchase) within the horizon.
    let probabilityOfPurchase: Double
    /// The same for 365 days, on which classes are made.
    let expectedPurchasesInYear: Double
    let probabilityOfPurchaseInYear: Double

    init(_ outlook: Outlook, horizon: Horizon) {
        expectedPurchases = outlook.expectedPurchases(withinWeeks: horizon.weeks)
        probabilityOfPurchase = outlook.probabilityOfPurchase(withinWeeks: horizon.weeks)
        if horizon.isYear {
            expectedPurchasesInYear = expectedPurchases
            probabilityOfPurchaseInYear = probabilityOfPurchase
        } else {
            expectedPurchasesInYear = outlook.expectedPurchases(withinWeeks: Horizon.yearInWeeks)
            probabilityOfPurchaseInYear = outlook.probabilityOfPurchase(withinWeeks: Horizon.yearInWeeks)
        }
    }
}

/// A number of days ahead.
struct Horizon {
    let days: Int
    var weeks: Double { Double(days) / 7 }
    var isYear: Bool { days == Self.yearInDays }
    static let yearInDays = 365
    static let yearInWeeks = 365.0 / 7
}

/// When the next order comes, given that one comes within the horizon, under one model or an average of several.
struct NextOrder {
    private let outlooks: [Outlook]
    private let horizonInWeeks: Double
    /// P(next purchase within the node's time), a row per model; only for an average.
    private let rows: [[Double]]

    private static let intervals = 32

    /// The share of the horizon at which a node lies: denser at the beginning, where most next orders come.
    private static func share(_ node: Int) -> Double {
        let part = Double(node) / Double(intervals)
        return part * part
    }

    init(_ outlooks: [Outlook], horizon: Horizon) {
        self.outlooks = outlooks
        horizonInWeeks = horizon.weeks
        rows =
            outlooks.count < 2
            ? []
            : outlooks.map { outlook in
                (0...Self.intervals).map { outlook.probabilityOfPurchase(withinWeeks: Self.share($0) * horizon.weeks) }
            }
    }

    /// The time in weeks by which the next order has come with probability `q`, given that it comes within the horizon.
    ///
    /// One model answers exactly. For an average the mixed distribution is tabulated at 33 nodes; between them a cubic through the four
    /// nearest is inverted, which is within a hundredth of a day for a horizon of a year.
    ///
    /// - Parameter shares: weight times P(alive) of each model.
    func quantileInWeeks(_ q: Double, shares: [Double]) -> Double {
        if rows.isEmpty { return outlooks.first?.quantileOfNextPurchaseInWeeks(q, withinWeeks: horizonInWeeks) ?? horizonInWeeks }
        func mixed(_ node: Int) -> Double {
            var sum = 0.0
            for (share, row) in zip(shares, rows) { sum += share * row[node] }
            return sum
        }
        let target = q * mixed(Self.intervals)
        guard target > 0 else { return q * horizonInWeeks }
        for node in 1...Self.intervals where mixed(node) >= target {
            let first = min(max(0, node - 2), Self.intervals - 3)
            let values = (mixed(first), mixed(first + 1), mixed(first + 2), mixed(first + 3))
            // In units of nodes the distribution is smooth, and rises: the root lies between the node before and this one.
            var low = Double(node - 1 - first)
            var high = Double(node - first)
            for _ in 0..<40 {
                let middle = (low + high) / 2
                if cubic(values, at: middle) < target { low = middle } else { high = middle }
            }
            let part = (Double(first) + high) / Double(Self.intervals)
            return part * part * horizonInWeeks
        }
        return horizonInWeeks
    }
}

/// The cubic through four values at 0, 1, 2 and 3 (Lagrange's form).
private func cubic(_ values: (Double, Double, Double, Double), at x: Double) -> Double {
    let a = values.0 * (x - 1) * (x - 2) * (x - 3) / -6
    let b = values.1 * x * (x - 2) * (x - 3) / 2
    let c = values.2 * x * (x - 1) * (x - 3) / -2
    let d = values.3 * x * (x - 1) * (x - 2) / 6
    return a + b + c + d
}
