import Foundation

/// Purchases of a customer who does not stop: Poisson with a rate λ ~ Gamma(shape, rate) over a time t, τ = t / rate.
///
/// P(n) = Γ(shape + n) / (Γ(shape) n!) (1 + τ)^-shape (τ / (1 + τ))^n.
struct NegativeBinomial {
    let shape: Double
    /// τ, the horizon in units of the rate.
    let horizon: Double

    /// How far a sum over n runs, roughly: mean, eight standard deviations and the geometric tail.
    var roughLength: Double {
        let mean = shape * horizon
        return mean + 8 * (mean * (1 + horizon)).squareRoot() + 36 * (1 + horizon)
    }

    /// Writes P(0), P(1), ... until less than 1e-16 remains or the buffer is full; says how many were written.
    func fill(_ buffer: UnsafeMutableBufferPointer<Double>) -> Int {
        let logOfNone = -shape * log1p(horizon)
        let growth = horizon / (1 + horizon)
        // exp(-650) and the products from there on are normal numbers.
        guard logOfNone < -650 else { return grow(buffer, from: 0, value: exp(logOfNone), growth: growth) }
        return fillFromMode(buffer, growth: growth)
    }

    /// The recurrence P(n + 1) = P(n) (shape + n) / (n + 1) τ / (1 + τ), from n upwards.
    private func grow(_ buffer: UnsafeMutableBufferPointer<Double>, from first: Int, value: Double, growth: Double) -> Int {
        var term = value
        var n = first
        let end = buffer.count
        while n < end {
            buffer[n] = term
            let ratio = growth * (shape + Double(n)) / Double(n + 1)
            term *= ratio
            n += 1
            // Ratios approach `growth` from either side, so the rest is below a geometric series of the larger.
            if term < 1e-16 * (1 - max(ratio, growth)) { break }
        }
        return n
    }

    /// Where P(0) underflows: both ways from the largest term, in units of it, then divided by the sum.
    private func fillFromMode(_ buffer: UnsafeMutableBufferPointer<Double>, growth: Double) -> Int {
        let mode = (max(shape - 1, 0) * horizon).rounded(.down)
        guard mode < Double(buffer.count) else {
            // All of it beyond the buffer; the last entry holds it.
            for n in 0..<buffer.count { buffer[n] = 0 }
            if !buffer.isEmpty { buffer[buffer.count - 1] = 1 }
            return buffer.count
        }
        let start = Int(mode)
        let count = grow(buffer, from: start, value: 1, growth: growth)
        var term = 1.0
        for n in stride(from: start, to: 0, by: -1) {
            term *= Double(n) / (growth * (shape + Double(n) - 1))
            buffer[n - 1] = term > 1e-40 ? term : 0
        }
        var sum = 0.0
        for n in 0..<count { sum += buffer[n] }
        for n in 0..<count { buffer[n] /= sum }
        return count
    }
}
