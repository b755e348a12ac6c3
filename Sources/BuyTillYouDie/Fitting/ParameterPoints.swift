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
        guard let logCovariance, logCovariance.count == dimension, logCovariance.allSatisfy({ $0.count == dimension }),
            let lower = SymmetricMatrix.cholesky(logCovariance)
        else { return [(self, 1)] }
        let center = parameters.map { log($0) }
        let spread = Double(dimension + 1).squareRoot()
        let weight = 0.5 / Double(dimension + 1)
        var points: [(model: Self, weight: Double)] = [(self, 1 / Double(dimension + 1))]
        for column in 0..<dimension {
            for sign in [1.0, -1] {
                let moved = (0..<dimension).map { exp(center[$0] + sign * spread * lower[$0][column]) }
                guard let point = Self(parameters: moved) else { return [(self, 1)] }
                points.append((point, weight))
            }
        }
        return points
    }
}
