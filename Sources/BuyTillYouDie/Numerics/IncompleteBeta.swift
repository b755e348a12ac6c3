import Foundation

/// The regularised incomplete beta function I_x(a, b) and its density in log-odds.
///
/// `x` comes with its complement, so that neither end loses digits.
enum IncompleteBeta {
    /// x^a (1 - x)^b / B(a, b): the derivative of I_x in log(x / (1 - x)).
    ///
    /// Large a and b are measured against the peak at a / (a + b), where the powers and B(a, b) would cancel.
    static func densityInLogOdds(_ x: Double, complement: Double, a: Double, b: Double) -> Double {
        guard x > 0, complement > 0 else { return 0 }
        if a < 10 || b < 10 { return exp(a * log(x) + b * log(complement) - logBeta(a, b)) }
        let total = a + b
        let deviation = (x * b - complement * a) / total
        // log(x / mode) and log((1 - x) / (1 - mode)) as log1p of the distance from the mode.
        let left = a * log1p(deviation * total / a)
        let right = b * log1p(-deviation * total / b)
        let correction = stirlingCorrection(total) - stirlingCorrection(a) - stirlingCorrection(b)
        let height = 0.5 * log(a / total * b / (2 * Double.pi))
        return exp(left + right + correction + height)
    }

    /// I_x(a, b), to about 1e-13; a, b > 0.
    static func regularized(_ x: Double, complement: Double, a: Double, b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard complement > 0 else { return 1 }
        let density = densityInLogOdds(x, complement: complement, a: a, b: b)
        // The fraction converges fast below the mean; above it the symmetry I_x(a, b) = 1 - I_{1-x}(b, a) helps.
        if x < (a + 1) / (a + b + 2) { return min(density * continuedFraction(x, a: a, b: b) / a, 1) }
        return max(1 - density * continuedFraction(complement, a: b, b: a) / b, 0)
    }

    /// Lentz's evaluation of the continued fraction (DLMF 8.17.22), which needs some sqrt(max(a, b)) steps.
    private static func continuedFraction(_ x: Double, a: Double, b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        d = 1 / (abs(d) < tiny ? tiny : d)
        var value = d
        for step in 1...20_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 + even * d
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = 1 + even / c
            if abs(c) < tiny { c = tiny }
            value *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 + odd * d
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = 1 + odd / c
            if abs(c) < tiny { c = tiny }
            let change = d * c
            value *= change
            if abs(change - 1) < 1e-15 { break }
        }
        return value
    }
}
