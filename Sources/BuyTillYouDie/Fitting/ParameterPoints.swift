import Foundation

extension ParametricModel {
    /// Points of parameter space that stand for what the data leave open, with weights that sum to 1.
    ///
    /// The sigma points of the unscented transform in log parameters (Julier & Uhlmann 2004, eq. 12, kappa 1): the estimate and
    /// one pair along each column of the Cholesky factor of the covariance, 2d + 1 in all. An average over them carries
    /// parameter uncertainty to second order, without chance. Only the estimate, with weight 1, where the covariance is `nil`,
    /// of another size or not positive definite.
    /// - Parameter logCovariance: ``Fit/logCovariance``, perhaps kept from an earlier fit.
    public func points(logCovariance: [[Double]]?) -> [(model: Self, weight: Double)] {
        let dimension = parameters.count
        let pairs = pairs(logCovariance: logCovariance, jointDimension: dimension)
        return pairs.isEmpty ? [(self, 1)] : [(self, 1 / Double(dimension + 1))] + pairs
    }

    /// The part of a joint set of sigma points that moves these parameters, for fits whose errors are independent.
    ///
    /// With `D` parameters in all fits, the pairs of each fit (the others standing at their estimates) and all estimates together with weight
    /// `1 / (D + 1)` are the sigma points of the `D` parameters. A pair that would move a parameter by more than a factor of
    /// `exp(1.5)` is drawn back to it: so far out the likelihood is no parabola and the covariance says nothing. Empty where the
    /// covariance is `nil`, of another size or not positive definite.
    /// - Parameters:
    ///   - logCovariance: ``Fit/logCovariance``, perhaps kept from an earlier fit.
    ///   - jointDimension: the number of parameters of all fits together.
    public func pairs(logCovariance: [[Double]]?, jointDimension: Int) -> [(model: Self, weight: Double)] {
        let dimension = parameters.count
        guard let logCovariance, logCovariance.count == dimension, logCovariance.allSatisfy({ $0.count == dimension }),
            let lower = SymmetricMatrix.cholesky(logCovariance)
        else { return [] }
        let center = parameters.map { log($0) }
        let spread = Double(jointDimension + 1).squareRoot()
        let weight = 0.5 / Double(jointDimension + 1)
        var points: [(model: Self, weight: Double)] = []
        for column in 0..<dimension {
            let farthest = lower.reduce(0) { max($0, abs(spread * $1[column])) }
            let step = farthest > farthestLogStep ? spread * farthestLogStep / farthest : spread
            for sign in [1.0, -1] {
                let moved = (0..<dimension).map { exp(center[$0] + sign * step * lower[$0][column]) }
                guard let point = Self(parameters: moved) else { return [] }
                points.append((point, weight))
            }
        }
        return points
    }
}

/// How far a point may lie from the estimate in any log parameter.
private let farthestLogStep = 1.5
