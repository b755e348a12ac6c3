import CVectorMath
import Foundation

/// log Γ(x) for x > 0. The C library's `lgamma_r`: `lgamma` would write a global sign from every thread.
@inline(__always)
func logGamma(_ x: Double) -> Double { cvm_log_gamma(x) }

/// ψ(x), the derivative of log Γ, for x > 0.
///
/// Recurrence up to 10, then the asymptotic series (Abramowitz & Stegun 6.3.18), whose next term is below 1e-16 there.
func digamma(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return x == .infinity ? .infinity : .nan }
    var shifted = x
    var sum = 0.0
    while shifted < 10 {
        sum -= 1 / shifted
        shifted += 1
    }
    let inverse = 1 / shifted
    let square = inverse * inverse
    var series: Double = 3_617.0 / 8_160
    series = series * square - 1.0 / 12
    series = series * square + 691.0 / 32_760
    series = series * square - 1.0 / 132
    series = series * square + 1.0 / 240
    series = series * square - 1.0 / 252
    series = series * square + 1.0 / 120
    series = series * square - 1.0 / 12
    return sum + log(shifted) - inverse / 2 + square * series
}

/// ψ'(x) for x > 0, by the same route (Abramowitz & Stegun 6.4.12).
func trigamma(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return x == .infinity ? 0 : .nan }
    var shifted = x
    var sum = 0.0
    while shifted < 10 {
        sum += 1 / (shifted * shifted)
        shifted += 1
    }
    let inverse = 1 / shifted
    let square = inverse * inverse
    var series: Double = -3_617.0 / 510
    series = series * square + 7.0 / 6
    series = series * square - 691.0 / 2_730
    series = series * square + 5.0 / 66
    series = series * square - 1.0 / 30
    series = series * square + 1.0 / 42
    series = series * square - 1.0 / 30
    series = series * square + 1.0 / 6
    return sum + inverse + square / 2 + square * inverse * series
}

/// log B(a, b).
///
/// For two large arguments the three log Γ would cancel to nothing; the difference of their Stirling series does not
/// (Didonato & Morris 1992, "Algorithm 708", section 2).
func logBeta(_ a: Double, _ b: Double) -> Double {
    let small = min(a, b)
    let large = max(a, b)
    if small < 10 {
        if large < 1e4 { return logGamma(small) + logGamma(large) - logGamma(small + large) }
        // log Γ(large) - log Γ(large + small), from the Stirling series.
        let ratio = small / large
        let correction = stirlingCorrection(large) - stirlingCorrection(large + small)
        let fall = -(large + small - 0.5) * log1p(ratio) - small * log(large) + small
        return logGamma(small) + correction + fall
    }
    let ratio = small / (small + large)
    let correction = stirlingCorrection(small) + stirlingCorrection(large) - stirlingCorrection(small + large)
    let bySmall = (small - 0.5) * log(ratio)
    let byLarge = large * log1p(-ratio)
    return correction + 0.5 * log(2 * Double.pi) - 0.5 * log(large) + bySmall + byLarge
}

/// log Γ(x) minus the leading part of Stirling's series, for x >= 10.
func stirlingCorrection(_ x: Double) -> Double {
    let inverse = 1 / x
    let square = inverse * inverse
    var series: Double = 1.0 / 156
    series = series * square - 691.0 / 360_360
    series = series * square + 1.0 / 1_188
    series = series * square - 1.0 / 1_680
    series = series * square + 1.0 / 1_260
    series = series * square - 1.0 / 360
    series = series * square + 1.0 / 12
    return inverse * series
}
