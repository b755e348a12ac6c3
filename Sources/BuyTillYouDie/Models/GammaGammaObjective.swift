import CVectorMath
import Foundation

/// Minus the mean log-likelihood of gamma-gamma and its gradient, in log parameters: a logarithm and a division a row.
struct GammaGammaObjective: Objective {
    let histories: SpendHistories
    let path: cvm_path
    let dimension = 3

    func value(at logParameters: [Double], gradient: inout [Double]) -> Double {
        let p = exp(logParameters[0])
        let q = exp(logParameters[1])
        let v = exp(logParameters[2])
        let logV = log(v)
        let digammaOfQ = digamma(q)
        var value = 0.0
        var byP = 0.0
        var byQ = 0.0
        var byV = 0.0
        for run in histories.runs {
            let n = run.purchases
            let sums = sums(of: run, v: v)
            let digammaOfSum = digamma(p * n + q)
            // Σ log(n m / (v + n m)) and Σ log(v / (v + n m)).
            let logShare = run.logMean + run.weight * log(n) - sums.log_total
            let logRest = run.weight * logV - sums.log_total
            value += p * n * logShare + q * logRest - run.weight * logBeta(p * n, q) - run.logMean
            byP += n * (run.weight * (digammaOfSum - digamma(p * n)) + logShare)
            byQ += run.weight * (digammaOfSum - digammaOfQ) + logRest
            byV += run.weight * q / v - (p * n + q) * sums.inverse_total
        }
        let scale = -1 / histories.totalWeight
        gradient[0] = scale * byP * p
        gradient[1] = scale * byQ * q
        gradient[2] = scale * byV * v
        return scale * value
    }

    private func sums(of run: SpendHistories.Run, v: Double) -> cvm_gamma_gamma_sums {
        histories.mean.withUnsafeBufferPointer { mean in
            histories.weight.withUnsafeBufferPointer { weight in
                let start = run.rows.lowerBound
                return cvm_gamma_gamma_run(
                    mean.baseAddress.map { $0 + start }, weight.baseAddress.map { $0 + start }, run.rows.count, v, run.purchases, path)
            }
        }
    }
}
