/// The range (80 %) of a number of customers that is a sum of probabilities: chance between customers, and the error that all of them
/// share, taken as large as for predicted value (see docs/definitions.md).
struct CountRange {
    /// Half the width from the error that all share, as a part of the number.
    let sharedError: Double
    private(set) var expected = 0.0
    private var variance = 0.0
    private var customers = 0

    init(sharedError: Double) {
        self.sharedError = sharedError
    }

    /// One more customer, who counts with a probability.
    mutating func add(_ probability: Double) {
        guard probability.isFinite else { return }
        expected += probability
        variance += probability * (1 - probability)
        customers += 1
    }

    /// Within which the number will probably lie.
    var range: ClosedRange<Double> {
        let chance = 1.2816 * variance.squareRoot()
        let shared = expected * sharedError
        let half = (chance * chance + shared * shared).squareRoot()
        let low = max(0, expected - half)
        return low...max(low, min(Double(customers), expected + half))
    }
}
