/// Rows of features, row after row, as trees are trained on them.
struct FeatureTable: Sendable {
    /// Features in a row.
    let width: Int
    /// All rows, one after another.
    private(set) var values: ContiguousArray<Float> = []

    init(width: Int) { self.width = width }

    /// How many rows there are.
    var count: Int { width > 0 ? values.count / width : 0 }

    /// Adds a row of ``width`` features; what is missing counts as 0, what is not a number as the lowest.
    mutating func append(_ row: some Sequence<Float>) {
        var added = 0
        for value in row where added < width {
            values.append(value.isNaN ? -.greatestFiniteMagnitude : value)
            added += 1
        }
        values.append(contentsOf: repeatElement(0, count: width - added))
    }

    /// The features of a row.
    func row(_ number: Int) -> ArraySlice<Float> { ArraySlice(values[number * width..<(number + 1) * width]) }

    /// The features of a row in place.
    @inline(__always)
    func withRow<Result>(_ number: Int, _ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
        values.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[number * width..<(number + 1) * width])) }
    }
}

/// Features cut into at most 64 bins each at quantiles of the training rows: histograms of bins are what trees grow on.
struct BinnedFeatures {
    static let mostBins = 64
    let width: Int
    let count: Int
    /// The bin of each value, in the layout of ``FeatureTable/values``.
    private(set) var bins: ContiguousArray<UInt8>
    /// The border of each feature's bins: bin b holds values at most `borders[b]`, the last bin what is above all.
    private(set) var borders: [[Float]]

    init(_ table: FeatureTable) {
        width = table.width
        count = table.count
        bins = ContiguousArray(repeating: 0, count: table.values.count)
        borders = []
        // A regular sample of the rows is enough for borders.
        let step = max(1, count / 20_000)
        for feature in 0..<width {
            var sorted = stride(from: 0, to: count, by: step).map { table.values[$0 * width + feature] }
            sorted.sort()
            var cuts: [Float] = []
            for part in 1..<Self.mostBins {
                let value = sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, part * sorted.count / Self.mostBins)]
                if cuts.last.map({ value > $0 }) ?? true { cuts.append(value) }
            }
            // A border at the largest value would leave the last bin empty.
            if let last = sorted.last, cuts.last == last { cuts.removeLast() }
            borders.append(cuts)
            for row in 0..<count { bins[row * width + feature] = Self.bin(of: table.values[row * width + feature], cuts) }
        }
    }

    private static func bin(of value: Float, _ cuts: [Float]) -> UInt8 {
        var low = 0
        var high = cuts.count
        while low < high {
            let middle = (low + high) / 2
            if value <= cuts[middle] { high = middle } else { low = middle + 1 }
        }
        return UInt8(low)
    }
}
