import Foundation

/// The times at which a Pareto/NBD customer may stop within a horizon, as nodes of a quadrature: a time and a probability each.
///
/// The last node is the horizon itself, with the probability of being active throughout.
struct DropoutTimes {
    private(set) var times: [Double] = []
    private(set) var probabilities: [Double] = []

    /// Gauss-Legendre panels of 16 nodes in w = log(1 + u / m), m the smaller rate, from the horizon downwards.
    ///
    /// A panel is at most eight standard deviations of the number of purchases long, so that no P(n | u) is narrower than its
    /// nodes are apart: one panel for most customers, some square root of the frequency for frequent ones.
    init(_ outlook: DropoutAtRandomTime, weeks: Double) {
        let shortest = min(outlook.rate, outlook.dropoutRate)
        var upper = log1p(weeks / shortest)
        // The rule below at most halves a panel's length from one to the next; 400 bounds the loop for any input.
        for _ in 0..<400 where upper > 0 {
            let time = shortest * expm1(upper)
            let mean = outlook.shape * time / outlook.rate
            let relative = (1 / max(mean, 1e-9) + 1 / outlook.shape).squareRoot()
            let deviation = relative * time / (shortest + time)
            let longest = min(2.5, 8 * deviation)
            let lower = mean <= 8 && upper <= 2.5 || longest >= upper ? 0 : upper - longest
            addPanel(from: lower, to: upper, shortest: shortest, outlook: outlook)
            upper = lower
        }
        // The nodes' probabilities and the last one's sum to 1 but for the error of the quadrature, which the last one takes.
        let stopped = probabilities.reduce(0, +)
        times.append(weeks)
        probabilities.append(max(1 - stopped, 0))
    }

    private mutating func addPanel(from lower: Double, to upper: Double, shortest: Double, outlook: DropoutAtRandomTime) {
        for index in 0..<GaussLegendre.nodes16.count {
            let w = lower + (upper - lower) * GaussLegendre.nodes16[index]
            let time = shortest * expm1(w)
            let density = outlook.s / (outlook.dropoutRate + time) * exp(-outlook.s * log1p(time / outlook.dropoutRate))
            times.append(time)
            probabilities.append((upper - lower) * GaussLegendre.weights16[index] * density * (shortest + time))
        }
    }

    /// Σ over nodes of P(node) P(n | node), all nodes advancing together from n to n + 1.
    func fillTogether(_ buffer: UnsafeMutableBufferPointer<Double>, shape: Double, rate: Double) -> Int {
        let count = times.count
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * count) { scratch in
            var largest = 0.0
            for node in 0..<count {
                let horizon = times[node] / rate
                scratch[node] = probabilities[node] * exp(-shape * log1p(horizon))
                scratch[count + node] = horizon / (1 + horizon)
                largest = max(largest, scratch[count + node])
            }
            var n = 0
            while n < buffer.count {
                let ratio = (shape + Double(n)) / Double(n + 1)
                var even = 0.0
                var odd = 0.0
                var node = 0
                while node + 1 < count {
                    even += scratch[node]
                    odd += scratch[node + 1]
                    scratch[node] *= ratio * scratch[count + node]
                    scratch[node + 1] *= ratio * scratch[count + node + 1]
                    node += 2
                }
                if node < count {
                    even += scratch[node]
                    scratch[node] *= ratio * scratch[count + node]
                }
                let sum = even + odd
                buffer[n] = sum
                n += 1
                let fall = max(ratio, 1) * largest
                if sum * fall < 1e-14 * (1 - fall) { break }
            }
            return n
        }
    }

    /// The same for customers so frequent that P(0 | t) underflows: each node's distribution from its largest term.
    func fillOneByOne(_ buffer: UnsafeMutableBufferPointer<Double>, shape: Double, rate: Double) -> Int {
        for n in 0..<buffer.count { buffer[n] = 0 }
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: buffer.count) { scratch in
            var longest = 1
            for node in times.indices {
                let count = NegativeBinomial(shape: shape, horizon: times[node] / rate).fill(scratch)
                for n in 0..<count { buffer[n] += probabilities[node] * scratch[n] }
                longest = max(longest, count)
            }
            return longest
        }
    }
}
