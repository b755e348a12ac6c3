/// Where an axis has its ticks: at multiples of 1, 2 or 5 times a power of ten.
struct Ticks {
    /// Rising, evenly spaced; the first is at or below the range, the last at or above it (to a billionth of a step). At least two.
    let values: [Double]

    /// The ends of the axis.
    var domain: ClosedRange<Double> {
        guard let first = values.first, let last = values.last, first < last else { return 0...1 }
        return first...last
    }

    /// Ticks that cover a range with about so many steps, one more at most where the ends are rounded outwards.
    ///
    /// - Parameters:
    ///   - low: An end of the range; what cannot be drawn counts as 0.
    ///   - high: The other end.
    ///   - steps: How many steps the range itself may take, held within 1 and 20.
    ///   - smallestStep: The least distance of two ticks.
    init(covering low: Double, _ high: Double, steps: Int, smallestStep: Double = 0) {
        var low = low.isDrawable ? low : 0
        var high = high.isDrawable ? high : 0
        if low > high { swap(&low, &high) }
        // Where a range is narrower than its values' own digits, ticks would fall together.
        let magnitude = max(low.magnitude, high.magnitude)
        if high - low <= magnitude * 1e-9 {
            let margin = magnitude == 0 ? 1 : magnitude * 0.5
            low = low < 0 ? low - margin : (low == 0 ? 0 : low - margin)
            high += margin
        }
        let least = smallestStep.isDrawable ? max(smallestStep, 0) : 0
        let wanted = max((high - low) / Double(min(max(steps, 1), 20)), least, Double.leastNormalMagnitude * 1e16)
        let step = Step(atLeast: wanted)
        // The margin takes 1.1 / 0.1 as 11, not as a little more.
        let first = (low / step.size + 1e-9).rounded(.down)
        let last = (high / step.size - 1e-9).rounded(.up)
        let count = Int(min(max(last - first, 1), 44))
        values = (0...count).map { step.multiple(first + Double($0)) }
    }

    /// A step of 1, 2 or 5 times a power of ten.
    private struct Step {
        let factor: Double
        let exponent: Int

        var size: Double { multiple(1) }

        init(atLeast wanted: Double) {
            // The binary exponent gives the decimal one to within one.
            var exponent = Int((Double(wanted.exponent) * 0.301_029_995_663_981_2).rounded(.down)) - 1
            for _ in 0..<4 {
                let unit = Step.power(exponent)
                // The margin lets 0.3 / 3 be taken as 0.1.
                for factor in [1.0, 2, 5] where factor * unit >= wanted * (1 - 1e-12) {
                    self.factor = factor
                    self.exponent = exponent
                    return
                }
                exponent += 1
            }
            factor = 1
            self.exponent = exponent
        }

        /// A whole multiple of the step. Below one it is a quotient of whole numbers, so that three steps of 0.1 are 0.3.
        func multiple(_ count: Double) -> Double {
            let whole = count * factor
            let value = exponent < 0 ? whole / Step.power(-exponent) : whole * Step.power(exponent)
            return value == 0 ? 0 : value
        }

        private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }
    }
}

/// A straight map from values to places in the drawing.
struct LinearScale {
    let domain: ClosedRange<Double>
    /// Where the domain's lower end stands.
    let start: Double
    /// Where the domain's upper end stands.
    let end: Double

    func callAsFunction(_ value: Double) -> Double {
        let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return start + min(max(share, 0), 1) * (end - start)
    }
}
