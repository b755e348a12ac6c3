import CVectorMath
import Foundation

/// Minus the mean log-likelihood of a beta-geometric model and its gradient, in log parameters.
///
/// Terms of the frequency alone are computed once per distinct frequency. Rows of one frequency follow each other, so the vector
/// loop needs no table and no gather: two logarithms, an exponential and a logarithm a row.
struct BetaGeometricObjective<Model: BetaGeometricModel>: Objective {
    let histories: PurchaseHistories
    let path: cvm_path
    let dimension = 4

    func value(at logParameters: [Double], gradient: inout [Double]) -> Double {
        let r = exp(logParameters[0])
        let alpha = exp(logParameters[1])
        let a = exp(logParameters[2])
        let b = exp(logParameters[3])
        let logAlpha = log(alpha)
        let logGammaOfR = logGamma(r)
        let logBetaOfAB = logBeta(a, b)
        let digammaOfR = digamma(r)
        let digammaOfB = digamma(b)
        let digammaOfSum = digamma(a + b)
        var value = 0.0
        var byR = 0.0
        var byAlpha = 0.0
        var byA = 0.0
        var byB = 0.0
        for run in histories.runs {
            let chances = run.frequency + Model.chancesBeforeFirstRepeat
            let shape = r + run.frequency
            let sums = sums(of: run, alpha: alpha, shape: shape, logOdds: Model.logOdds(a: a, b: b, chances: chances))
            let purchases = logGamma(shape) - logGammaOfR + r * logAlpha
            let survival = chances > 0 ? logBeta(a, b + chances) - logBetaOfAB : 0
            value += run.weight * (purchases + survival) + sums.value
            byR += run.weight * (digamma(shape) - digammaOfR + logAlpha) + sums.by_shape
            byAlpha += run.weight * r / alpha + sums.by_rate
            if chances > 0 {
                let shared = digammaOfSum - digamma(a + b + chances)
                byA += run.weight * shared + sums.dropped / a
                byB += run.weight * (shared + digamma(b + chances) - digammaOfB) - sums.dropped / (b + chances - 1)
            }
        }
        let scale = -1 / histories.totalWeight
        gradient[0] = scale * byR * r
        gradient[1] = scale * byAlpha * alpha
        gradient[2] = scale * byA * a
        gradient[3] = scale * byB * b
        return scale * value
    }

    private func sums(of run: PurchaseHistories.Run, alpha: Double, shape: Double, logOdds: Double) -> cvm_beta_geometric_sums {
        histories.withColumns(of: run) { age, recency, weight, count in
            cvm_beta_geometric_run(age, recency, weight, count, alpha, shape, logOdds, path)
        }
    }
}

extension PurchaseHistories {
    /// The columns of a run as the vector loops take them.
    func withColumns<Sums>(
        of run: Run, _ body: (UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafePointer<Double>?, Int) -> Sums
    ) -> Sums {
        ageInWeeks.withUnsafeBufferPointer { age in
            recencyInWeeks.withUnsafeBufferPointer { recency in
                weight.withUnsafeBufferPointer { weight in
                    let start = run.rows.lowerBound
                    return body(
                        age.baseAddress.map { $0 + start }, recency.baseAddress.map { $0 + start },
                        weight.baseAddress.map { $0 + start }, run.rows.count)
                }
            }
        }
    }
}
