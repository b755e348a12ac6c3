import Foundation

/// The little linear algebra that a fit of three or four parameters needs.
enum SymmetricMatrix {
    /// The lower triangle L with L Lᵀ = the matrix; `nil` unless it is positive definite.
    static func cholesky(_ matrix: [[Double]]) -> [[Double]]? {
        let size = matrix.count
        var lower = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        for row in 0..<size {
            for column in 0...row {
                var sum = matrix[row][column]
                for inner in 0..<column { sum -= lower[row][inner] * lower[column][inner] }
                if row == column {
                    guard sum > 0, sum.isFinite else { return nil }
                    lower[row][row] = sum.squareRoot()
                } else {
                    lower[row][column] = sum / lower[column][column]
                }
            }
        }
        return lower
    }

    /// The inverse, by Cholesky; `nil` unless the matrix is positive definite.
    static func inverse(_ matrix: [[Double]]) -> [[Double]]? {
        guard let lower = cholesky(matrix) else { return nil }
        let size = matrix.count
        var result = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        for column in 0..<size {
            var solution = [Double](repeating: 0, count: size)
            for row in 0..<size {
                var sum = row == column ? 1.0 : 0
                for inner in 0..<row { sum -= lower[row][inner] * solution[inner] }
                solution[row] = sum / lower[row][row]
            }
            for row in (0..<size).reversed() {
                var sum = solution[row]
                for inner in (row + 1)..<max(size, row + 1) { sum -= lower[inner][row] * solution[inner] }
                solution[row] = sum / lower[row][row]
            }
            for row in 0..<size { result[row][column] = solution[row] }
        }
        return result
    }

    /// The largest row sum of absolute values: with the inverse's, the condition number.
    static func norm(_ matrix: [[Double]]) -> Double {
        matrix.reduce(0) { largest, row in max(largest, row.reduce(0) { $0 + abs($1) }) }
    }
}
