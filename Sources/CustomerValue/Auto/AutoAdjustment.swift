/// What `auto` learnt from earlier days of the log beyond the weights of its models.
public struct AutoAdjustment: Sendable {
    /// The logarithm of the factor on everybody's intensity: season, or the level of the shop.
    var logLevel = 0.0
    /// The logarithm of the factor on everybody's spend per purchase day.
    var spendLogLevel = 0.0
    /// Reorders customers by how often they will buy.
    var ranker: BoostedTrees?
    /// How much of the ranker's word is taken, 0 to 1.
    var rankerShare = 0.0
    /// Keeps the mean of the ranker's factors at one.
    var rankerLogNorm = 0.0
    /// Reorders customers by what they will spend on a purchase day.
    var spendRanker: BoostedTrees?
    /// How much of its word is taken, 0 to 1.
    var spendShare = 0.0
    var spendLogNorm = 0.0
    /// P(spend above the high point of the range), set so that on earlier days a tenth was above.
    var survivalAtHigh = 0.1
    /// The standard deviation of the logarithm of the error that all customers share.
    var sharedLogDeviation: Double?

    init() {}
}

/// What is known of a customer beyond the models: logarithms of factors on the rate of purchases and on spend per purchase day.
struct CustomerFactors: Sendable, Equatable {
    var logIntensity = 0.0
    var logSpend = 0.0
}

extension AutoAdjustment {
    /// The factors of a customer, given their features.
    func factors(_ features: [Float]) -> CustomerFactors {
        features.withUnsafeBufferPointer { row in
            guard let base = row.baseAddress else { return CustomerFactors() }
            var factors = CustomerFactors(logIntensity: logLevel, logSpend: spendLogLevel)
            if let ranker { factors.logIntensity += rankerShare * ranker.logFactor(base) + rankerLogNorm }
            if let spendRanker { factors.logSpend += spendShare * spendRanker.logFactor(base) + spendLogNorm }
            return factors
        }
    }
}
