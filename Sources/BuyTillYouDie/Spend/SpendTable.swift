import CVectorMath
import Foundation

/// For one observed count: P(S > s | n) and its slope at fixed nodes in y = log(s / V'), a row for each n of ``CountGrid``.
///
/// Neither V' nor the distribution of n enters: a curve is a weighted sum of rows.
final class SpendTable: Sendable {
    /// The nodes in y, growing.
    let nodes: [Double]
    /// The number of rows.
    let rowCount: Int
    /// Columns of survivals, then as many of densities in y; padded to a multiple of sixteen for the vector loop.
    private let rows: [Double]
    private let columns: Int
    /// How many numbers it holds.
    var size: Int { rows.count + nodes.count }

    init(spend: GammaGamma, observedCount: Int, rowCount: Int) {
        let shape = spend.q + spend.p * Double(max(observedCount, 0))
        let grid = CountGrid.shared.nodes
        let place = SpendNodes(p: spend.p, shape: shape)
        let nodes = place.nodes(mostPurchases: grid[rowCount - 1])
        let columns = (nodes.count + 15) / 16 * 16
        var rows = [Double](repeating: 0, count: 2 * columns * rowCount)
        for row in 0..<rowCount {
            let n = Double(grid[row])
            let a = spend.p * n
            // Outside this range the survival is 1 or 0 to ten digits.
            let low = place.center(n) - max(9 * place.deviation(n), 30 / a)
            let high = place.center(n) + max(9 * place.deviation(n), 30 / shape)
            let start = 2 * columns * row
            for (column, y) in nodes.enumerated() {
                if y < low {
                    rows[start + column] = 1
                } else if y < high {
                    // z = s / (s + V') and its complement, neither by subtraction.
                    let z = 1 / (1 + exp(-y))
                    let rest = 1 / (1 + exp(y))
                    rows[start + column] = IncompleteBeta.regularized(rest, complement: z, a: shape, b: a)
                    rows[start + columns + column] = IncompleteBeta.densityInLogOdds(z, complement: rest, a: a, b: shape)
                }
            }
        }
        self.nodes = nodes
        self.rowCount = rowCount
        self.rows = rows
        self.columns = columns
    }

    /// The mixture of rows.
    func curve(factors: [Double]) -> SpendCurve {
        let width = 2 * columns
        let used = min(factors.count, rowCount)
        var survivals: [Double] = []
        var densities: [Double] = []
        withUnsafeTemporaryAllocation(of: Double.self, capacity: width) { out in
            factors.withUnsafeBufferPointer { factors in
                rows.withUnsafeBufferPointer { rows in
                    cvm_combine_rows(factors.baseAddress, rows.baseAddress, used, width, out.baseAddress, cvm_best_path())
                }
            }
            survivals = Array(out[..<nodes.count])
            densities = Array(out[columns..<(columns + nodes.count)])
        }
        var ever = 0.0
        for index in 0..<used { ever += factors[index] }
        return SpendCurve(nodes: nodes, survivals: survivals, densities: densities, probabilityOfPurchase: ever)
    }
}
