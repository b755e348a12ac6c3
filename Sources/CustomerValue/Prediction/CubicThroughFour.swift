/// The cubic through four values at 0, 1, 2 and 3.
struct CubicThroughFour {
    private let values: (Double, Double, Double, Double)

    init(_ a: Double, _ b: Double, _ c: Double, _ d: Double) { values = (a, b, c, d) }

    /// Lagrange's form.
    func callAsFunction(_ x: Double) -> Double {
        let a = values.0 * (x - 1) * (x - 2) * (x - 3) / -6
        let b = values.1 * x * (x - 2) * (x - 3) / 2
        let c = values.2 * x * (x - 1) * (x - 3) / -2
        let d = values.3 * x * (x - 1) * (x - 2) / 6
        return a + b + c + d
    }

    private static let halvings = 40

    /// Where the cubic reaches a level between a whole number and the next, by forty halvings of the interval: the upper end of what is left.
    ///
    /// Most halvings are known beforehand: where the cubic surely rises, all places that are farther from Newton's root than its error are
    /// surely below or above the level. So only the last few are tried, and what comes out is the same.
    func firstAtLeast(_ level: Double, after start: Int) -> Double {
        var low = Double(start)
        var high = Double(start + 1)
        var done = 0
        if let root = root(level, from: low), let first = Self.cells.first(where: { root.isInOneCell($0, from: low) }) {
            let cells = Double(UInt64(1) << UInt64(first))
            let cell = ((root.place - low) * cells).rounded(.down)
            (low, high) = (low + cell / cells, low + (cell + 1) / cells)
            done = first
        }
        for _ in done..<Self.halvings {
            let middle = (low + high) / 2
            if self(middle) < level { low = middle } else { high = middle }
        }
        return high
    }

    /// After how many halvings one may go on.
    private static let cells = [32, 28, 22, 14]

    /// A place near which the cubic reaches a level; farther from it than the error it surely is on one side.
    private struct Root {
        var place: Double
        var error: Double

        /// Whether all places that are in doubt lie within one part after so many halvings.
        func isInOneCell(_ halvings: Int, from start: Double) -> Bool {
            let cells = Double(UInt64(1) << UInt64(halvings))
            let first = ((place - error - start) * cells).rounded(.down)
            return first >= 0 && first < cells && first == ((place + error - start) * cells).rounded(.down)
        }
    }

    /// By Newton's method; `nil` where the cubic may fall anywhere in the interval, or hardly rises.
    private func root(_ level: Double, from start: Double) -> Root? {
        let (a, b, c, d) = values
        let cube = (d - a + 3 * (b - c)) / 6
        let square = (2 * a - 5 * b + 4 * c - d) / 2
        let linear = (18 * b - 11 * a - 9 * c + 2 * d) / 6
        func slope(_ x: Double) -> Double { linear + x * (2 * square + x * 3 * cube) }
        var least = min(slope(start), slope(start + 1))
        let turn = -square / (3 * cube)
        if turn > start, turn < start + 1 { least = min(least, slope(turn)) }
        let largest = max(max(abs(a), abs(b)), max(abs(c), abs(d)))
        // Sums here are off by some 1e-14 of the values at most; a hundred times that is sure.
        let error = 1e-12 * largest / least
        guard least > 0, error < 1e-4 else { return nil }
        var place = start + 0.5
        for _ in 0..<8 {
            let excess = a + place * (linear + place * (square + place * cube)) - level
            if abs(excess) < 1e-13 * largest { return Root(place: place, error: error) }
            place = min(max(place - excess / slope(place), start), start + 1)
        }
        return nil
    }
}
