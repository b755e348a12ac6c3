/// Amounts that a person would choose: 5, 50, 250, not 47.31.
///
/// Everything is counted in minor units, so that no binary fraction shows.
struct RoundAmount {
    /// How many minor units a whole unit has: 100 for the euro, 1 for the yen.
    let minorUnits: Int

    /// The greatest step of the ladder 1, 5, 10, 25, 50, 100, 250 ... units, and below a unit 1, 5, 10, 50 minor units, that is not over an amount;
    /// at least one minor unit.
    func step(atMost amount: Double) -> Int {
        var step = 1
        var power = 1
        while Double(power) <= amount, power < Int.max / 100 {
            // 2.5 units are no round amount, 25 are.
            let quarter = power >= 10 * minorUnits ? power / 2 * 5 : power
            for next in [power, quarter, power * 5] where Double(next) <= amount { step = next }
            power *= 10
        }
        return step
    }

    /// The round amount nearest to one, at most a sixth of it away.
    func nearest(_ amount: Double) -> Int {
        let step = step(atMost: amount / 3)
        return max(step, Int((amount / Double(step)).rounded()) * step)
    }

    /// Two round amounts near to two others, the second greater than the first.
    ///
    /// Steps are at most half as wide as what lies between; where the two are closer to each other than a quarter of the greater, the amounts
    /// are taken a quarter of it below and above.
    func bands(_ low: Double, _ high: Double) -> (low: Int, high: Int) {
        let isNarrow = high - low < high / 4
        let (low, high) = isNarrow ? (high * 0.75, high * 1.25) : (low, high)
        let step = step(atMost: (high - low) / 2)
        let first = max(step, Int((low / Double(step)).rounded()) * step)
        return (first, max(first + step, Int((high / Double(step)).rounded()) * step))
    }
}
