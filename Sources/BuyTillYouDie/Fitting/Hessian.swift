import Foundation

/// The curvature of the objective at an optimum, by central differences of its analytic gradient.
enum Hessian {
    /// The step in log parameters: the error of the difference is the square of it, that of rounding 1e-13 divided by it.
    private static let step = 1e-4

    static func at(_ point: [Double], of objective: some Objective) -> [[Double]] {
        let dimension = objective.dimension
        var rows: [[Double]] = []
        var above = [Double](repeating: 0, count: dimension)
        var below = above
        for index in 0..<dimension {
            var moved = point
            moved[index] = point[index] + step
            _ = objective.value(at: moved, gradient: &above)
            moved[index] = point[index] - step
            _ = objective.value(at: moved, gradient: &below)
            rows.append((0..<dimension).map { (above[$0] - below[$0]) / (2 * step) })
        }
        return (0..<dimension).map { row in (0..<dimension).map { (rows[row][$0] + rows[$0][row]) / 2 } }
    }
}
