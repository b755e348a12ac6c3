import CustomerValue

/// Churn probabilities, of those who bought once and those who came back.
struct ChurnModel {
    /// Tenths of churn probability: customers with one purchase day, and with several.
    private(set) var tenths = [(once: Int, again: Int)](repeating: (0, 0), count: 10)
    /// Mean churn probability of customers with one purchase day.
    let meanOfOnce: Double?
    /// Mean churn probability of customers with several.
    let meanOfAgain: Double?
    let once: Int
    let again: Int

    init(_ analysis: Analysis) {
        var once = 0
        var again = 0
        var sumOfOnce = 0.0
        var sumOfAgain = 0.0
        let summaries = analysis.summaries
        for customer in 0..<summaries.count {
            guard let churn = analysis.predictions?[customer]?.churnProbability, churn.isFinite else { continue }
            let tenth = min(9, max(0, Int(churn * 10)))
            if summaries.frequency[customer] == 0 {
                once += 1
                sumOfOnce += churn
                tenths[tenth].once += 1
            } else {
                again += 1
                sumOfAgain += churn
                tenths[tenth].again += 1
            }
        }
        self.once = once
        self.again = again
        meanOfOnce = once > 0 ? sumOfOnce / Double(once) : nil
        meanOfAgain = again > 0 ? sumOfAgain / Double(again) : nil
    }
}
