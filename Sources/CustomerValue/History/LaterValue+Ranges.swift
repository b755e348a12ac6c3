import Foundation

// How sure a group's figures are. What customers spend is skewed and mostly nothing, so that a range says little where few came back:
// `docs/definitions.md` has what was found by simulation.
extension LaterValue.Group {
    /// A group in which fewer came back is small: one customer more or less moves its mean by a twentieth and more.
    public static let fewestReturned = 20
    /// With fewer who came back nothing is said of how far the mean may be off.
    public static let fewestForRange = 5

    /// Whether so few came back that the group's later value may well be chance.
    public var isSmall: Bool { returnedCustomers < Self.fewestReturned }

    /// Where the mean of many customers like these lies with 95 %, in minor units: by Student's distribution, cut off at nothing; `nil` where
    /// fewer than ``fewestForRange`` came back.
    public var laterMinorUnitsRange: ClosedRange<Double>? {
        guard returnedCustomers >= Self.fewestForRange, customers > 1, let mean = laterMinorUnitsPerCustomer else { return nil }
        let count = Double(customers)
        let deviation = (max(0, squaresAroundMean) / (count - 1)).squareRoot()
        let reach = Confidence.student(degrees: count - 1) * deviation / count.squareRoot()
        return max(min(0, mean), mean - reach)...(mean + reach)
    }

    /// The sum of the squared distances from the mean, in whole numbers for as long as they fit.
    private var squaresAroundMean: Double {
        let (scaled, isTooLarge) = laterSquares.multipliedReportingOverflow(by: Int128(customers))
        let sum = Int128(laterMinorUnits)
        guard !isTooLarge else { return Double(laterSquares) - Double(sum) * Double(sum) / Double(customers) }
        return Double(scaled - sum * sum) / Double(customers)
    }

    /// Where the share of customers like these who come back lies with 95 %, by Wilson's score interval; `nil` without customers.
    public var returnedShareRange: ClosedRange<Double>? { Confidence.wilson(returnedCustomers, of: customers) }
}

/// Intervals of 95 %.
enum Confidence {
    /// The normal distribution's 97.5 % point.
    private static let normal = 1.959_963_984_540_054

    /// The 97.5 % point of Student's distribution, by the Cornish-Fisher expansion: right to four digits from nine degrees of freedom on.
    static func student(degrees: Double) -> Double {
        let z = normal
        let (z3, z5, z7, z9) = (pow(z, 3), pow(z, 5), pow(z, 7), pow(z, 9))
        let first: Double = (z3 + z) / (4 * degrees)
        let second: Double = (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees * degrees)
        let third: Double = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees * degrees * degrees)
        let numerator: Double = 79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z
        let fourth: Double = numerator / (92_160 * degrees * degrees * degrees * degrees)
        return z + first + second + third + fourth
    }

    /// Wilson's score interval of a share; `nil` of none.
    static func wilson(_ part: Int, of whole: Int) -> ClosedRange<Double>? {
        guard whole > 0 else { return nil }
        let count = Double(whole)
        let share = Double(part) / count
        let square = normal * normal
        let middle: Double = share + square / (2 * count)
        let variance: Double = share * (1 - share) / count + square / (4 * count * count)
        let reach = normal * variance.squareRoot()
        let scale = 1 + square / count
        let low = part == 0 ? 0 : max(0, (middle - reach) / scale)
        let high = part == whole ? 1 : min(1, (middle + reach) / scale)
        return low...high
    }
}
