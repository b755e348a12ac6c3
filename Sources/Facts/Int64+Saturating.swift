extension Int64 {
    /// Adds, held at the end of the range where the sum would leave it: a total that is too large stays the largest, it does not change sign.
    public mutating func add(_ other: Int64) {
        let (sum, overflows) = addingReportingOverflow(other)
        self = overflows ? (other < 0 ? .min : .max) : sum
    }

    /// The sum, held within the range.
    public func saturatingAdding(_ other: Int64) -> Int64 {
        var sum = self
        sum.add(other)
        return sum
    }
}
