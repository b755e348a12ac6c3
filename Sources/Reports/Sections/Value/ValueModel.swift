import CustomerValue
import Facts

/// How value is spread over customers.
struct ValueModel {
    /// Bars of equal width from zero; the last takes everything above.
    struct Histogram: Equatable {
        /// Width of a bar, in minor units.
        var stepMinorUnits: Int64
        /// Customers by bar; the last bar has no upper border.
        var counts: [Int]
    }

    /// By historic CLV; `nil` where nobody spent anything.
    let historic: Histogram?
    /// By predicted CLV.
    let predicted: Histogram?
    /// Half of all customers spent less, in minor units.
    let medianMinorUnits: Int64?
    /// What the best tenth of customers spent, and its share of all.
    let topTenth: (minorUnits: Int64, shareOfRevenue: Double)?
    /// Customers by class of predicted value, in the order of ``CustomerClass``, and what is expected of them.
    let byValueClass: [(customerClass: CustomerClass, figures: GroupFigures)]
    /// Customers by class of purchase likelihood, and how many of them will probably order within the horizon.
    let byLikelihood: [(customerClass: CustomerClass, customers: Int, ordering: CountRange)]

    init(_ analysis: Analysis) {
        let summaries = analysis.summaries
        var spent: [Int64] = []
        var expected: [Int64] = []
        var valueClasses: [CustomerClass: [Int]] = [:]
        var likelihoods: [CustomerClass: (customers: Int, ordering: CountRange)] = [:]
        for customer in 0..<summaries.count where summaries.hasPurchase(customer) {
            spent.append(summaries.historicMinorUnits[customer])
            guard let row = analysis.predictions?[customer] else { continue }
            expected.append(row.clvMinorUnits)
            valueClasses[row.clvClass, default: []].append(customer)
            var likelihood = likelihoods[row.likelihoodClass] ?? (0, CountRange(sharedError: analysis.totals.sharedError))
            likelihood.customers += 1
            likelihood.ordering.add(row.probabilityOfOrder)
            likelihoods[row.likelihoodClass] = likelihood
        }
        spent.sort()
        expected.sort()
        let scale = summaries.currency.minorUnitsPerMajor
        historic = Self.histogram(spent, minorUnitsPerMajor: scale)
        predicted = Self.histogram(expected, minorUnitsPerMajor: scale)
        medianMinorUnits = spent.isEmpty ? nil : spent[(spent.count - 1) / 2]
        let tenth = spent.suffix((spent.count + 9) / 10)
        let revenue = Double(analysis.totals.historicMinorUnits)
        let top = tenth.reduce(0.0) { $0 + Double($1) }
        topTenth = revenue > 0 && top > 0 && top < 9e18 ? (Int64(top), min(1, top / revenue)) : nil
        byValueClass = CustomerClass.allCases.compactMap { name in
            valueClasses[name].map { (name, GroupFigures($0, summaries: summaries, predictions: analysis.predictions)) }
        }
        byLikelihood = CustomerClass.allCases.compactMap { name in likelihoods[name].map { (name, $0.customers, $0.ordering) } }
    }

    /// Twelve bars of a round width that hold nine in ten of the values, and one for the rest.
    static func histogram(_ sorted: [Int64], minorUnitsPerMajor: Int64) -> Histogram? {
        guard let largest = sorted.last, largest > 0 else { return nil }
        let most = max(1, sorted[(sorted.count - 1) * 9 / 10])
        let bars: Int64 = 12
        let step = roundStep(atLeast: max(1, (most + bars - 1) / bars), minorUnitsPerMajor: minorUnitsPerMajor)
        var counts = [Int](repeating: 0, count: Int(bars) + 1)
        for value in sorted { counts[Int(min(bars, max(0, value) / step))] += 1 }
        while counts.count > 2, counts.last == 0 { counts.removeLast() }
        return Histogram(stepMinorUnits: step, counts: counts)
    }

    /// 1, 2 or 5 times a power of ten, in whole major units where it is at least one.
    private static func roundStep(atLeast wanted: Int64, minorUnitsPerMajor: Int64) -> Int64 {
        var power: Int64 = wanted > minorUnitsPerMajor ? minorUnitsPerMajor : 1
        // Ends after nineteen rounds at most: the power grows tenfold.
        while power <= wanted / 10 { power *= 10 }
        for factor: Int64 in [1, 2, 5, 10] {
            let (step, overflows) = power.multipliedReportingOverflow(by: factor)
            if overflows || step >= wanted { return overflows ? wanted : step }
        }
        return wanted
    }
}
