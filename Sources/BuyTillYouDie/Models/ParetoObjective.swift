import CVectorMath
import Foundation

/// Minus the mean log-likelihood of Pareto/NBD and its gradient, in log parameters.
///
/// The integral of every row and its derivatives, taken under the integral sign, come from one set of nodes.
struct ParetoObjective: Objective {
    let histories: PurchaseHistories
    let path: cvm_path
    let dimension = 4

    func value(at logParameters: [Double], gradient: inout [Double]) -> Double {
        let r = exp(logParameters[0])
        let alpha = exp(logParameters[1])
        let s = exp(logParameters[2])
        let beta = exp(logParameters[3])
        let logAlpha = log(alpha)
        let logBeta = log(beta)
        let logGammaOfR = logGamma(r)
        let digammaOfR = digamma(r)
        var value = 0.0
        var byR = 0.0
        var byAlpha = 0.0
        var byS = 0.0
        var byBeta = 0.0
        for run in histories.runs {
            let shape = r + run.frequency
            let sums = histories.withColumns(of: run) { age, recency, weight, count in
                cvm_pareto_run(age, recency, weight, count, shape, alpha, s, beta, path)
            }
            let constant = logGamma(shape) - logGammaOfR + r * logAlpha + s * logBeta
            value += run.weight * constant + sums.value
            byR += run.weight * (digamma(shape) - digammaOfR + logAlpha) + sums.by_shape
            byAlpha += run.weight * r / alpha + sums.by_alpha
            byS += run.weight * logBeta + sums.by_s
            byBeta += run.weight * s / beta + sums.by_beta
        }
        let scale = -1 / histories.totalWeight
        gradient[0] = scale * byR * r
        gradient[1] = scale * byAlpha * alpha
        gradient[2] = scale * byS * s
        gradient[3] = scale * byBeta * beta
        return scale * value
    }
}
