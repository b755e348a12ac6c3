import Foundation

/// Random variates of the distributions that the models are made of.
extension RandomNumberGenerator {
    /// Uniform on the open interval (0, 1).
    package mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

    /// Exponential with a rate.
    package mutating func exponential(rate: Double) -> Double { -log(uniform()) / rate }

    /// Standard normal, by the polar method (Marsaglia & Bray 1964). A pair is accepted with probability 0.785.
    package mutating func normal() -> Double {
        for _ in 0..<1_000 {
            let x = 2 * uniform() - 1
            let y = 2 * uniform() - 1
            let square = x * x + y * y
            if square < 1, square > 0 { return x * (-2 * log(square) / square).squareRoot() }
        }
        return 0
    }

    /// log of a Gamma(shape, 1) variate (Marsaglia & Tsang 2000, with their step for shapes below 1).
    ///
    /// The logarithm, since a shape of 0.01 gives numbers down to 1e-300 and below.
    package mutating func logGammaVariate(shape: Double) -> Double {
        if shape < 1 { return logGammaVariate(shape: shape + 1) + log(uniform()) / shape }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        // Accepted with probability above 0.95 each time.
        for _ in 0..<1_000 {
            let x = normal()
            let v = 1 + c * x
            guard v > 0 else { continue }
            let logV = 3 * log(v)
            if log(uniform()) < 0.5 * x * x + d - d * exp(logV) + d * logV { return log(d) + logV }
        }
        return log(d)
    }

    /// Gamma with a shape and a rate.
    package mutating func gammaVariate(shape: Double, rate: Double) -> Double { exp(logGammaVariate(shape: shape)) / rate }

    /// Beta(a, b), from two gammas by their logarithms: shapes near zero leave no 0 / 0.
    package mutating func betaVariate(_ a: Double, _ b: Double) -> Double {
        let logA = logGammaVariate(shape: a)
        let logB = logGammaVariate(shape: b)
        return 1 / (1 + exp(logB - logA))
    }
}
