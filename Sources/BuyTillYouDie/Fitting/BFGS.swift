import Foundation

/// Minimises a smooth function inside a box: BFGS with a dense inverse Hessian on the coordinates that are free.
///
/// Nocedal & Wright, "Numerical Optimization", 2006, algorithm 6.1, with a search for the weak Wolfe conditions. A step at the box
/// or at the longest length may have no positive curvature, and then leaves the inverse Hessian as it was. A coordinate at a bound whose gradient points outward
/// stands still (Bertsekas 1982, projected Newton methods). With an analytic gradient 20 to 30 evaluations are usual.
struct BFGS {
    /// The smallest coordinate.
    var lowerBound: Double
    /// The largest coordinate.
    var upperBound: Double
    /// The largest component of the projected gradient at an optimum.
    var gradientTolerance: Double
    /// The same, once no step improves the value any more.
    var stagnationTolerance: Double
    var maximumIterations: Int
    /// The longest first step in any coordinate; log parameters that move further in one step rarely come back.
    private let longestStep = 2.0

    struct Result {
        var point: [Double]
        var value: Double
        var gradient: [Double]
        var inverseHessian: [[Double]]
        var didConverge: Bool
        var iterations: Int
        var evaluations: Int
    }

    func minimize(_ objective: some Objective, from start: [Double], inverseHessian initial: [[Double]]? = nil) -> Result {
        let dimension = objective.dimension
        let point = start.map { min(max($0, lowerBound), upperBound) }
        var gradient = [Double](repeating: 0, count: dimension)
        let value = objective.value(at: point, gradient: &gradient)
        var state = Result(
            point: point, value: value, gradient: gradient, inverseHessian: initial ?? Self.identity(dimension),
            didConverge: false, iterations: 0, evaluations: 1)
        guard value.isFinite else { return state }
        var hasCurvature = initial != nil
        var atBound = blocked(state)
        var idle = 0

        while state.iterations < maximumIterations {
            if projectedGradientNorm(state) <= gradientTolerance {
                state.didConverge = true
                break
            }
            state.iterations += 1
            let nowAtBound = blocked(state)
            if nowAtBound != atBound {
                state.inverseHessian = Self.identity(dimension)
                hasCurvature = false
                atBound = nowAtBound
            }
            var direction = direction(of: state, blocked: atBound)
            if slope(direction, state.gradient) >= 0 {
                state.inverseHessian = Self.identity(dimension)
                hasCurvature = false
                direction = self.direction(of: state, blocked: atBound)
            }
            guard let step = search(objective, from: &state, along: direction, hasCurvature: hasCurvature) else {
                if hasCurvature {
                    // The Hessian may have been learnt in another region: once more along the gradient before giving up.
                    state.inverseHessian = Self.identity(dimension)
                    hasCurvature = false
                    if projectedGradientNorm(state) > stagnationTolerance { continue }
                }
                state.didConverge = projectedGradientNorm(state) <= stagnationTolerance
                break
            }
            let move = (0..<dimension).map { step.point[$0] - state.point[$0] }
            let change = (0..<dimension).map { step.gradient[$0] - state.gradient[$0] }
            hasCurvature = update(&state.inverseHessian, move: move, change: change, isFirst: !hasCurvature) || hasCurvature
            idle = state.value - step.value <= 1e-15 * abs(state.value) ? idle + 1 : 0
            state.point = step.point
            state.value = step.value
            state.gradient = step.gradient
            // Steps that gain nothing more than rounding: the noise floor is reached.
            if idle >= 3 {
                state.didConverge = projectedGradientNorm(state) <= stagnationTolerance
                break
            }
        }
        return state
    }

    /// The largest component of the gradient along which the box leaves room.
    func projectedGradientNorm(_ state: Result) -> Double {
        var largest = 0.0
        let standing = blocked(state)
        for index in state.gradient.indices where !standing[index] { largest = max(largest, abs(state.gradient[index])) }
        return largest
    }

    /// Which coordinates stand at a bound and would go beyond.
    func blocked(_ state: Result) -> [Bool] {
        state.point.indices.map { index in
            let atLower = state.point[index] <= lowerBound && state.gradient[index] > 0
            let atUpper = state.point[index] >= upperBound && state.gradient[index] < 0
            return atLower || atUpper
        }
    }

    private func direction(of state: Result, blocked: [Bool]) -> [Double] {
        state.gradient.indices.map { row in
            guard !blocked[row] else { return 0 }
            var sum = 0.0
            for column in state.gradient.indices where !blocked[column] {
                sum -= state.inverseHessian[row][column] * state.gradient[column]
            }
            return sum
        }
    }

    private typealias Step = (point: [Double], value: Double, gradient: [Double])

    /// A step to the weak Wolfe conditions by bracketing; `nil` where no step lowers the value.
    ///
    /// Too long steps are shortened by quadratic interpolation. A step after which the function still falls nearly as fast
    /// is too short: it would teach nothing of the curvature. Beyond the box the path bends along it, and the first
    /// condition alone decides.
    private func search(
        _ objective: some Objective, from state: inout Result, along direction: [Double], hasCurvature: Bool
    ) -> Step? {
        let extent = direction.reduce(0.0) { max($0, abs($1)) }
        guard extent > 0, extent.isFinite else { return nil }
        let longest = longestStep / extent
        var length = min(1, longest)
        if !hasCurvature { length = min(length, 0.5 / extent) }
        let slope = slope(direction, state.gradient)
        var tooShort = 0.0
        var tooLong = Double.infinity
        var accepted: Step?
        var gradient = state.gradient
        for _ in 0..<40 {
            let straight = state.point.indices.map { state.point[$0] + length * direction[$0] }
            let candidate = straight.map { min(max($0, lowerBound), upperBound) }
            if candidate == state.point { return accepted }
            let value = objective.value(at: candidate, gradient: &gradient)
            state.evaluations += 1
            var gain = 0.0
            for index in candidate.indices { gain += state.gradient[index] * (candidate[index] - state.point[index]) }
            let slopeThere = self.slope(direction, gradient)
            if value.isFinite, value <= state.value + 1e-4 * gain {
                accepted = (candidate, value, gradient)
                if slopeThere >= 0.9 * slope || candidate != straight || length >= longest { return accepted }
                tooShort = length
                length = tooLong.isFinite ? (tooShort + tooLong) / 2 : min(4 * length, longest)
                continue
            }
            // A gain below the rounding of the value: the gradient decides whether the step is one towards the optimum.
            let isRounding = abs(value - state.value) <= 1e-14 * max(1, abs(state.value))
            if isRounding, abs(slopeThere) < 0.9 * abs(slope) { return (candidate, value, gradient) }
            tooLong = length
            if tooShort > 0 {
                if tooLong - tooShort < 0.1 * tooLong { return accepted }
                length = (tooShort + tooLong) / 2
            } else {
                let curvature = 2 * (value - state.value - length * slope)
                let minimizer = value.isFinite && curvature > 0 ? -slope * length * length / curvature : 0
                length = min(max(minimizer, 0.1 * length), 0.5 * length)
            }
        }
        return accepted
    }

    private func slope(_ direction: [Double], _ gradient: [Double]) -> Double {
        var sum = 0.0
        for index in direction.indices { sum += direction[index] * gradient[index] }
        return sum
    }

    /// The BFGS update of the inverse Hessian; `false` where the curvature along the step is not positive.
    private func update(_ inverse: inout [[Double]], move: [Double], change: [Double], isFirst: Bool) -> Bool {
        let dimension = move.count
        let curvature = slope(move, change)
        let scale = (slope(move, move) * slope(change, change)).squareRoot()
        guard curvature > 1e-10 * scale else { return false }
        if isFirst {
            let size = curvature / slope(change, change)
            inverse = Self.identity(dimension).map { $0.map { $0 * size } }
        }
        var product = [Double](repeating: 0, count: dimension)
        for row in 0..<dimension { product[row] = slope(inverse[row], change) }
        let factor = (1 + slope(change, product) / curvature) / curvature
        for row in 0..<dimension {
            for column in 0..<dimension {
                let rankOne = factor * move[row] * move[column]
                let mixed = (product[row] * move[column] + move[row] * product[column]) / curvature
                inverse[row][column] += rankOne - mixed
            }
        }
        return true
    }

    static func identity(_ dimension: Int) -> [[Double]] {
        (0..<dimension).map { row in (0..<dimension).map { $0 == row ? 1 : 0 } }
    }
}
