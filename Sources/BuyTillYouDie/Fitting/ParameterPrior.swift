/// What is known of a model's parameters before the data: independent normal distributions of their logarithms.
///
/// It decides where customers are few and vanishes among many: its weight is that of a fixed number of customers.
public struct ParameterPrior: Sendable, Hashable {
    /// The mean of the logarithm of each parameter.
    public let logMeans: [Double]
    /// The standard deviation of the logarithm of each parameter.
    public let logDeviations: [Double]

    /// `nil` unless both have the same length and all are finite, deviations above 0.
    public init?(logMeans: [Double], logDeviations: [Double]) {
        guard logMeans.count == logDeviations.count, logMeans.allSatisfy(\.isFinite),
            logDeviations.allSatisfy({ $0 > 0 && $0.isFinite })
        else { return nil }
        self.logMeans = logMeans
        self.logDeviations = logDeviations
    }

    /// Minus the log density, without its constant.
    func penalty(at logParameters: [Double]) -> Double {
        var sum = 0.0
        for index in logMeans.indices {
            let z = (logParameters[index] - logMeans[index]) / logDeviations[index]
            sum += z * z / 2
        }
        return sum
    }
}

/// An objective with the prior's penalty, shared out over the customers that the objective is the mean of.
struct PenalisedObjective<Data: Objective>: Objective {
    let data: Data
    let prior: ParameterPrior?
    let totalWeight: Double

    var dimension: Int { data.dimension }

    func value(at logParameters: [Double], gradient: inout [Double]) -> Double {
        let value = data.value(at: logParameters, gradient: &gradient)
        guard let prior else { return value }
        for index in prior.logMeans.indices {
            let deviation = prior.logDeviations[index]
            gradient[index] += (logParameters[index] - prior.logMeans[index]) / (deviation * deviation * totalWeight)
        }
        return value + prior.penalty(at: logParameters) / totalWeight
    }
}
